"""Ties between a doctor who would be restored and whoever acts on the application, told by the map.

The doctor is known by his code: with the codes that people judged to be one with it, the names that
are registered under them, and every place where they work. Among the insured he is whom an account of
his declared; else who bears one of the names and is insured through one of the places; with the records
judged to be one with that. An approver is who he declared to be; a secretary who declared nothing is
known by name and house. A shared address or phone that more than a crowd shares says nothing
(`graph.schema.CROWD`). It is a hint: who takes part asks that the person withdraw, and the head decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, LiteralString

import neo4j

from casework.commands.case import RecusalGround
from casework.points.state import PointsState
from graph.points.deciders import Decider
from graph.schema import CROWD

#: From the doctor's code to his records among the insured, and to those of each account.
PEOPLE: Final[LiteralString] = """
OPTIONAL MATCH (registered:Doctor {prac_psn_code: $code})
CALL (registered) {
  OPTIONAL MATCH (registered)-[:JUDGED_SAME*0..3 {verdict: 'confirmed'}]-(d:Doctor)
  OPTIONAL MATCH (d)-[:WORKS_AT]->(w:Institution)
  RETURN collect(DISTINCT d.prac_psn_code) AS codes, collect(DISTINCT d.prac_psn_name) AS names,
         collect(DISTINCT w.fixmedins_code) AS works
}
WITH codes + $code AS codes, names + $name AS names, works + $places AS places
CALL (codes) {
  MATCH (his:Account) WHERE his.prac_psn_code IN codes
  MATCH (also:Account {person: his.person}) WHERE also.psn_no IS NOT NULL
  UNWIND CASE WHEN size(coalesce(also.kin, [])) = 0 THEN [null] ELSE also.kin END AS kin
  RETURN collect(DISTINCT also.psn_no) AS numbers, collect(DISTINCT kin) AS his_kin
}
OPTIONAL MATCH (i:Institution) WHERE i.fixmedins_code IN places
WITH names, places, numbers, his_kin, collect(i.fixmedins_name) AS houses
OPTIONAL MATCH (e:Employer) WHERE e.value IN houses
WITH names, places, numbers, his_kin, houses, collect(e) AS firms
OPTIONAL MATCH (p:Patient) WHERE p.psn_no IN numbers
WITH names, places, his_kin, houses, firms, collect(p) AS told
CALL (firms, names, told) {
  UNWIND firms AS firm
  MATCH (firm)<-[:EMPLOYED_BY]-(p:Patient) WHERE size(told) = 0 AND p.psn_name IN names
  RETURN collect(DISTINCT p) AS named
}
CALL (told, named) {
  UNWIND told + named AS one
  MATCH (one)-[:JUDGED_SAME*0..3 {verdict: 'confirmed'}]-(p:Patient)
  RETURN collect(DISTINCT p) AS doctors
}
MATCH (a:Account) WHERE a.account IN $accounts
OPTIONAL MATCH (declared:Patient {psn_no: a.psn_no})
CALL (a, firms, declared, places) {
  UNWIND firms AS firm
  MATCH (firm)<-[:EMPLOYED_BY]-(n:Patient)
  WHERE declared IS NULL AND a.fixmedins_code IN places AND n.psn_name = a.name
  RETURN collect(DISTINCT n) AS namesakes
}
CALL (declared, namesakes) {
  UNWIND namesakes + CASE WHEN declared IS NULL THEN [] ELSE [declared] END AS one
  MATCH (one)-[:JUDGED_SAME*0..3 {verdict: 'confirmed'}]-(p:Patient)
  RETURN collect(DISTINCT p) AS own
}
"""
FIND: Final[LiteralString] = (
    PEOPLE
    + """
CALL (a, houses, places, doctors, his_kin, declared, own) {
  WITH a, places WHERE any(place IN coalesce(a.former_workplaces, []) WHERE place IN places)
  RETURN 'former' AS how
  UNION
  WITH declared, own, doctors WHERE declared IS NOT NULL AND any(me IN own WHERE me IN doctors)
  RETURN 'self' AS how
  UNION
  WITH a, own, doctors, his_kin
  WHERE any(d IN doctors WHERE d.psn_no IN coalesce(a.kin, []))
     OR any(me IN own WHERE me.psn_no IN his_kin)
  RETURN 'kin' AS how
  UNION
  WITH a, own, houses WHERE a.fixmedins_code IS NULL
  UNWIND own AS me
  MATCH (me)-[:EMPLOYED_BY]->(e:Employer) WHERE e.value IN houses
  RETURN DISTINCT 'employed' AS how
  UNION
  WITH doctors, own
  UNWIND own AS me UNWIND doctors AS d
  WITH me, d, own WHERE NOT d IN own
  MATCH (me)-[mine:LIVES_AT|HAS_PHONE]->(x)<-[theirs:LIVES_AT|HAS_PHONE]-(d)
  WHERE x.sharers <= $crowd AND type(mine) = type(theirs)
  RETURN DISTINCT CASE type(mine) WHEN 'LIVES_AT' THEN 'household' ELSE 'phone' END AS how
}
RETURN a.account AS account, how ORDER BY account, how
"""
)
WORDS: Final[dict[str, tuple[RecusalGround, str, str]]] = {
    "former": (
        RecusalGround.FORMER_WORKPLACE,
        "本人申报曾在该医师执业机构任职",
        "declared to have worked where the doctor practises",
    ),
    "kin": (
        RecusalGround.KIN,
        "一方申报的近亲属经图谱比对为对方",
        "one of the two declared the other as near kin, as the map has them",
    ),
    "self": (
        RecusalGround.INTEREST,
        "申报的参保信息与该医师为同一人",
        "declared to be the very person that the doctor is among the insured",
    ),
    "employed": (
        RecusalGround.INTEREST,
        "在该医师执业机构参保",
        "is insured through the doctor's place of practice",
    ),
    "household": (
        RecusalGround.KIN,
        "与该医师登记同一住址",
        "registered at the doctor's address",
    ),
    "phone": (
        RecusalGround.RELATION,
        "与该医师登记同一电话",
        "registered with the doctor's phone",
    ),
}


@dataclass(frozen=True)
class DeciderTie:
    """What the map says of somebody who would act, and the doctor; `how` is a key of `WORDS`."""

    decider: Decider
    how: str


async def decider_ties(
    driver: neo4j.AsyncDriver, file: PointsState, who: Sequence[Decider]
) -> list[DeciderTie]:
    """Return the ties of `who` to the doctor of a file."""
    given = {
        "code": file.prac_psn_code,
        "name": file.name,
        "places": list(file.institutions),
        "accounts": [one.account for one in who],
        "crowd": CROWD,
    }
    rows, _, _ = await driver.execute_query(FIND, given)
    people = {one.account: one for one in who}
    return [DeciderTie(people[str(row["account"])], str(row["how"])) for row in rows]
