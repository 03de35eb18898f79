"""Ties between whoever acts and a party's people, asked of the map inside the command's transaction.

The party's people are the person himself, or who is insured through the institution as employer.
An address or phone that more than a crowd shares says nothing (`graph.schema.CROWD`), nor does the employer of
a person where more than a `STAFF` is insured through it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import AGENCY
from casework.cases.leaders import LEADERS
from casework.commands.case.recuse import RecusalGround, Tie
from casework.masking import mask_name
from graph.schema import CROWD, STAFF

PEOPLE: Final[LiteralString] = """
OPTIONAL MATCH (i:Institution {fixmedins_code: $party_key}) WHERE $party_kind = 'institution'
MATCH (a:Account) WHERE a.account IN $officers
"""
FORMER: Final[LiteralString] = (
    PEOPLE
    + """
WITH a WHERE $party_kind = 'institution' AND $party_key IN coalesce(a.former_workplaces, [])
RETURN a.account AS officer, 'former' AS how, $party_name AS name
"""
)
KIN: Final[LiteralString] = (
    PEOPLE
    + """
UNWIND coalesce(a.kin, []) AS kin
MATCH (p:Patient {psn_no: kin})
WHERE ($party_kind = 'person' AND p.psn_no = $party_key)
   OR EXISTS { MATCH (p)-[:EMPLOYED_BY]->(e:Employer) WHERE e.value = i.fixmedins_name }
RETURN DISTINCT a.account AS officer, 'kin' AS how, p.psn_name AS name ORDER BY officer, name
"""
)
SELF: Final[LiteralString] = (
    PEOPLE
    + """
MATCH (me:Patient {psn_no: a.psn_no})
WHERE ($party_kind = 'person' AND me.psn_no = $party_key)
   OR EXISTS { MATCH (me)-[:EMPLOYED_BY]->(e:Employer) WHERE e.value = i.fixmedins_name }
RETURN a.account AS officer,
  CASE WHEN $party_kind = 'person' THEN 'self' ELSE 'employed' END AS how,
  $party_name AS name
"""
)
SHARED: Final[LiteralString] = (
    PEOPLE
    + """
MATCH (me:Patient {psn_no: a.psn_no})-[mine:LIVES_AT|HAS_PHONE]->(x)
WHERE x.sharers <= $crowd
MATCH (x)<-[theirs:LIVES_AT|HAS_PHONE]-(p:Patient)
WHERE p <> me AND type(mine) = type(theirs)
  AND (($party_kind = 'person' AND p.psn_no = $party_key)
       OR EXISTS { MATCH (p)-[:EMPLOYED_BY]->(e:Employer) WHERE e.value = i.fixmedins_name })
RETURN DISTINCT a.account AS officer,
  CASE type(mine) WHEN 'LIVES_AT' THEN 'household' ELSE 'phone' END AS how, p.psn_name AS name
ORDER BY officer, how, name LIMIT 20
"""
)
#: Of a person alone: who works at an institution is insured through it, which `SELF` and `FORMER` look at.
COLLEAGUES: Final[LiteralString] = (
    PEOPLE
    + """
MATCH (p:Patient {psn_no: $party_key})-[:EMPLOYED_BY]->(e:Employer)
WHERE $party_kind = 'person' AND e.sharers <= $staff
CALL (a, p, e) {
  MATCH (me:Patient {psn_no: a.psn_no})-[:EMPLOYED_BY]->(e) WHERE me <> p
  RETURN 'colleague' AS how
  UNION
  MATCH (w:Institution) WHERE w.fixmedins_code IN coalesce(a.former_workplaces, [])
    AND w.fixmedins_name = e.value
  RETURN 'former_employer' AS how
}
RETURN a.account AS officer, how, p.psn_name AS name ORDER BY officer, how
"""
)
OF_CASE: Final = """
MATCH (c:Case {case_no: $case_no})
RETURN c.party_kind AS kind, c.party_key AS key, c.party_name AS name
"""
#: Its node keeps no kind: whom the map does not know as an institution is a person.
OF_INSPECTION: Final = """
MATCH (i:Inspection {inspection_no: $inspection_no})
RETURN CASE WHEN EXISTS { MATCH (:Institution {fixmedins_code: i.party_key}) }
  THEN 'institution' ELSE 'person' END AS kind, i.party_key AS key, i.party_name AS name
"""
#: The party's own doctors, by their accounts and by name, and its registered address. What names alone
#: tell is a hint to look at.
PREMISES: Final[LiteralString] = (
    PEOPLE
    + """
WITH a, i WHERE i IS NOT NULL
OPTIONAL MATCH (d:Doctor)-[:WORKS_AT]->(i)
WITH a, i, collect(DISTINCT d.prac_psn_code) AS codes, collect(DISTINCT d.prac_psn_name) AS names
CALL (a, i, codes, names) {
  WITH a, codes WHERE a.prac_psn_code IN codes
  RETURN 'doctor' AS how, '' AS name
  UNION
  MATCH (his:Account) WHERE his.prac_psn_code IN codes AND his.account <> a.account
    AND (his.psn_no IN coalesce(a.kin, []) OR a.psn_no IN coalesce(his.kin, []))
  RETURN 'doctors_kin' AS how, his.name AS name
  UNION
  UNWIND coalesce(a.kin, []) AS kin
  MATCH (p:Patient {psn_no: kin}) WHERE p.psn_name IN names
    AND NOT EXISTS { MATCH (p)-[:EMPLOYED_BY]->(e:Employer) WHERE e.value = i.fixmedins_name }
  RETURN 'kin_named' AS how, p.psn_name AS name
  UNION
  MATCH (me:Patient {psn_no: a.psn_no})-[:LIVES_AT|HAS_PHONE]->(x) WHERE x.sharers <= $crowd
  MATCH (x)<-[:LIVES_AT|HAS_PHONE]-(p:Patient) WHERE p <> me AND p.psn_name IN names
    AND NOT EXISTS { MATCH (p)-[:EMPLOYED_BY]->(e:Employer) WHERE e.value = i.fixmedins_name }
  RETURN 'house_named' AS how, p.psn_name AS name
  UNION
  MATCH (p:Patient)-[:LIVES_AT]->(x:Address)
  WHERE p.psn_no IN coalesce(a.kin, []) + coalesce(a.psn_no, '') AND x.value = i.address
  RETURN 'premises' AS how, '' AS name
}
RETURN DISTINCT a.account AS officer, how, name ORDER BY officer, how, name LIMIT 20
"""
)
UNDECLARED: Final[LiteralString] = """
MATCH (a:Account) WHERE a.account IN $officers AND a.psn_no IS NULL
RETURN a.account AS officer ORDER BY officer
"""
WORDS: Final[dict[str, tuple[RecusalGround, str]]] = {
    "former": (RecusalGround.FORMER_WORKPLACE, "本人申报曾在当事人单位任职"),
    "kin": (RecusalGround.KIN, "本人申报的近亲属是当事人或在当事人单位参保"),
    "self": (RecusalGround.INTEREST, "承办人员的参保信息与当事人为同一人"),
    "employed": (RecusalGround.INTEREST, "承办人员在当事人单位参保"),
    "household": (RecusalGround.KIN, "与当事人或其职工登记同一住址"),
    "phone": (RecusalGround.RELATION, "与当事人或其职工登记同一电话"),
    "colleague": (RecusalGround.RELATION, "与当事人在同一单位参保"),
    "former_employer": (RecusalGround.RELATION, "本人申报曾在当事人参保的单位任职"),
    "doctor": (RecusalGround.INTEREST, "承办人员的账号登记为当事人单位的医务人员"),
    "doctors_kin": (RecusalGround.KIN, "与当事人单位的医务人员申报为近亲属"),
    "kin_named": (RecusalGround.KIN, "本人申报的近亲属与当事人单位登记的医务人员同名，请核对"),
    "house_named": (
        RecusalGround.RELATION,
        "与同住址或同电话的人同名者在当事人单位登记为医务人员，请核对",
    ),
    "premises": (RecusalGround.RELATION, "本人或其申报的近亲属的住址与当事人单位登记地址相同"),
}
#: Who is no officer of the case is not called one; what was told of officers keeps its words.
OFFICER: Final = "承办人员"
ONE: Final = "本人"
#: Who acts on a case by his role, whether or not he did yet: leaders and reviewers, chairs among them, and
#: in a handling the agency's people.
ACTING: Final[LiteralString] = """
MATCH (c:Case {case_no: $case_no})
MATCH (a:Account) WHERE NOT a.disabled AND NOT a.account IN c.officers
  AND any(role IN a.roles WHERE role IN $leaders OR (c.path = 'agreement' AND role IN $agency))
RETURN a.account AS account ORDER BY account
"""
#: The same of an inspection: the leaders who plan it, name its officers, call it off, decide on recusals.
LEADING: Final[LiteralString] = """
MATCH (a:Account) WHERE NOT a.disabled AND NOT a.account IN $officers
  AND any(role IN a.roles WHERE role IN $leaders)
RETURN a.account AS account ORDER BY account
"""
#: The same for readers of English; the event keeps the words of the bureau.
ENGLISH: Final[dict[str, str]] = {
    "former": "declared to have worked at the party",
    "kin": "declared kin is the party, or insured through it",
    "self": "the officer's own insurance is that of the party",
    "employed": "the officer is insured through the party",
    "household": "registered at the address of the party or of its staff",
    "phone": "registered with the phone of the party or of its staff",
    "colleague": "insured through the same employer as the party",
    "former_employer": "declared to have worked where the party is insured",
    "doctor": "the officer's account is that of a doctor of the party",
    "doctors_kin": "declared as near kin with a doctor of the party",
    "kin_named": "declared kin bears the name of a doctor of the party: to be looked at",
    "house_named": "somebody at the same address or phone bears the name of a doctor of the party: to be looked at",
    "premises": "the officer or declared kin lives at the party's registered address",
}


#: Of these the reason names the person, masked.
NAMED: Final = frozenset(
    {
        "kin",
        "household",
        "phone",
        "colleague",
        "former_employer",
        "doctors_kin",
        "kin_named",
        "house_named",
    }
)


def reason_in_english(reason: str) -> str:
    """A reason that the map told, in English; any other text as it is."""
    for how, (_, words) in WORDS.items():
        for said in (words, words.replace(OFFICER, ONE)):
            if reason.startswith(said):
                rest = reason.removeprefix(said).strip("（）")
                return f"{ENGLISH[how]} ({rest})" if rest else ENGLISH[how]
    return reason


async def acting_in(tx: neo4j.AsyncManagedTransaction, case_no: str) -> tuple[str, ...]:
    """Who acts on a case by his role, by account: its officers are not among them."""
    result = await tx.run(ACTING, case_no=case_no, leaders=sorted(LEADERS), agency=sorted(AGENCY))
    return tuple([str(row["account"]) async for row in result])


async def leading(tx: neo4j.AsyncManagedTransaction, officers: Iterable[str]) -> tuple[str, ...]:
    """Who acts on an inspection by his role, by account: its officers are not among them."""
    result = await tx.run(LEADING, officers=sorted(set(officers)), leaders=sorted(LEADERS))
    return tuple([str(row["account"]) async for row in result])


async def ties_in(
    tx: neo4j.AsyncManagedTransaction,
    case_no: str,
    officers: Iterable[str],
    acting: Iterable[str],
) -> tuple[Tie, ...]:
    """Return the ties of officers and who acts by his role (by account) to the case's party, each with its reason."""
    row = await (await tx.run(OF_CASE, case_no=case_no)).single()
    return await ties_to(tx, row, officers, acting) if row else ()


async def inspected_ties(
    tx: neo4j.AsyncManagedTransaction,
    inspection_no: str,
    officers: Iterable[str],
    acting: Iterable[str],
) -> tuple[Tie, ...]:
    """The same to the party of an inspection."""
    row = await (await tx.run(OF_INSPECTION, inspection_no=inspection_no)).single()
    return await ties_to(tx, row, officers, acting) if row else ()


async def ties_to(
    tx: neo4j.AsyncManagedTransaction,
    party: Mapping[str, Any],
    officers: Iterable[str],
    acting: Iterable[str] = (),
) -> tuple[Tie, ...]:
    """The ties of officers and who acts by his role to a party of that kind, key and name."""
    named = set(officers)
    given: dict[str, Any] = {
        "party_kind": party["kind"], "party_key": party["key"], "party_name": party["name"],
        "officers": sorted(named | set(acting)), "crowd": CROWD,
        "staff": STAFF,
    }  # fmt: skip
    found: list[Tie] = []
    for query in (FORMER, KIN, SELF, SHARED, COLLEAGUES, PREMISES):
        result = await tx.run(query, given)
        found += [_tie(row) async for row in result]
    return tuple(
        one if one.officer in named else replace(one, reason=one.reason.replace(OFFICER, ONE))
        for one in dict.fromkeys(found)
    )


async def undeclared_in(
    tx: neo4j.AsyncManagedTransaction, officers: Iterable[str]
) -> tuple[str, ...]:
    """Who of the officers (by account) has not declared who he is: nothing of him can be compared."""
    result = await tx.run(UNDECLARED, officers=sorted(set(officers)))
    return tuple([str(row["officer"]) async for row in result])


def _tie(row: neo4j.Record) -> Tie:
    ground, words = WORDS[row["how"]]
    personal = row["how"] in NAMED
    name = mask_name(str(row["name"])) if personal else ""
    return Tie(str(row["officer"]), ground, f"{words}（{name}）" if name else words)
