"""Who acts for the three bodies and the agency on an application: named where somebody is asked to withdraw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, LiteralString

import neo4j

from casework.actors import Role
from casework.restoration.recusal import BODY_ROLES
from casework.restoration.state import Body

FIND: Final[LiteralString] = """
MATCH (a:Account)
WHERE NOT a.disabled
  AND (any(role IN a.roles WHERE role IN $bureau) OR a.account = $named
       OR ($secretary IN a.roles AND a.fixmedins_code IN $houses))
RETURN a.account AS account, a.name AS name, a.roles AS roles, a.fixmedins_code AS house
ORDER BY name, account
"""


@dataclass(frozen=True)
class Decider:
    """An account that would act for a body of the chain."""

    account: str
    name: str
    body: Body


async def deciders(
    driver: neo4j.AsyncDriver, houses: Sequence[str], named: str = ""
) -> list[Decider]:
    """Return the working accounts of the bodies; `houses`: whose party has the say.

    `named`: the account that the leaders named to decide in a head's place.
    """
    given = {
        "bureau": [role.value for body, role in BODY_ROLES.items() if body is not Body.PARTY],
        "secretary": Role.PARTY_SECRETARY.value,
        "houses": list(houses),
        "named": named,
    }
    rows, _, _ = await driver.execute_query(FIND, given)
    found = [
        Decider(str(row["account"]), str(row["name"]), body)
        for row in rows
        for body in [
            Body.BUREAU
            if named and row["account"] == named
            else _body(row["roles"], row["house"], houses)
        ]
        if body is not None
    ]
    order = list(BODY_ROLES)
    return sorted(found, key=lambda one: order.index(one.body))


def _body(roles: Sequence[str], house: str | None, houses: Sequence[str]) -> Body | None:
    """The first body for which the account acts, as the law asks it (`recusal.body_of`)."""
    for body, role in BODY_ROLES.items():
        if role.value in roles and (body is not Body.PARTY or house in houses):
            return body
    return None
