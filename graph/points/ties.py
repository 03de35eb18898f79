"""Ties between a doctor who would be restored and whoever acts on the application, told by the map.

The doctor among the insured is who bears his name and is insured through a place where he practises;
a secretary likewise through his house. An officer of the bureau is who he declared to be. A shared
address or phone that more than a crowd shares says nothing (`graph.schema.CROWD`). It is a hint: who
takes part asks that the person withdraw, and the head decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, LiteralString

import neo4j

from casework.commands.case import RecusalGround
from graph.points.deciders import Decider
from graph.schema import CROWD

#: From the employers of the doctor's places to the doctor among their insured, and to each account.
PEOPLE: Final[LiteralString] = """
MATCH (i:Institution) WHERE i.fixmedins_code IN $places
WITH collect(i.fixmedins_name) AS houses
OPTIONAL MATCH (e:Employer) WHERE e.value IN houses
WITH houses, collect(e) AS firms
CALL (firms) {
  UNWIND firms AS firm
  MATCH (firm)<-[:EMPLOYED_BY]-(d:Patient) WHERE d.psn_name = $name
  RETURN collect(DISTINCT d) AS doctors
}
MATCH (a:Account) WHERE a.account IN $accounts
OPTIONAL MATCH (declared:Patient {psn_no: a.psn_no})
CALL (a, firms, declared) {
  UNWIND firms AS firm
  MATCH (firm)<-[:EMPLOYED_BY]-(n:Patient)
  WHERE declared IS NULL AND a.fixmedins_code IN $places AND n.psn_name = a.name
  RETURN collect(DISTINCT n) AS named
}
WITH a, houses, doctors,
  CASE WHEN declared IS NULL THEN named ELSE [declared] END AS own
"""
FIND: Final[LiteralString] = (
    PEOPLE
    + """
CALL (a, houses, doctors, own) {
  WITH a WHERE any(place IN coalesce(a.former_workplaces, []) WHERE place IN $places)
  RETURN 'former' AS how
  UNION
  WITH a, doctors WHERE any(d IN doctors WHERE d.psn_no IN coalesce(a.kin, []))
  RETURN 'kin' AS how
  UNION
  WITH a, own, houses WHERE a.fixmedins_code IS NULL
  UNWIND own AS me
  MATCH (me)-[:EMPLOYED_BY]->(e:Employer) WHERE e.value IN houses
  RETURN DISTINCT 'employed' AS how
  UNION
  WITH doctors, own
  UNWIND own AS me UNWIND doctors AS d
  WITH me, d WHERE me <> d
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
        "本人申报的近亲属与该医师姓名、单位一致",
        "declared kin bears the doctor's name and is insured through his place of practice",
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
    driver: neo4j.AsyncDriver, name: str, places: Sequence[str], who: Sequence[Decider]
) -> list[DeciderTie]:
    """Return the ties of `who` to the doctor called `name` who practises at `places`."""
    given = {
        "name": name,
        "places": list(places),
        "accounts": [one.account for one in who],
        "crowd": CROWD,
    }
    rows, _, _ = await driver.execute_query(FIND, given)
    people = {one.account: one for one in who}
    return [DeciderTie(people[str(row["account"])], str(row["how"])) for row in rows]
