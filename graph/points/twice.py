"""Certificates of a doctor's file that prove something on another doctor's, too; for the bureau."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.custody.state import fold_evidence
from casework.points.papers import used_twice
from casework.points.state import PointsState
from graph.events.load import load

OTHERS: Final[LiteralString] = """
MATCH (f:DoctorFile)
WHERE f.prac_psn_code <> $own AND any(one IN f.proofs WHERE one IN $proofs)
RETURN f.prac_psn_code AS code, f.name AS name, f.proofs AS proofs
"""


@dataclass(frozen=True)
class TwiceUsed:
    """A certificate, and the other doctors (code, name) on whose files it stands; `named` where it names them."""

    certificate: str
    doctors: tuple[tuple[str, str], ...]
    named: bool = False


async def twice_used(
    driver: neo4j.AsyncDriver, viewer: Viewer, file: PointsState
) -> tuple[TwiceUsed, ...]:
    """Return what the viewer, who sees the file, is told of its certificates; outside the bureau nothing."""
    if not viewer.actor.holds(*BUREAU) or not file.proofs:
        return ()
    rows, _, _ = await driver.execute_query(
        OTHERS,
        own=file.prac_psn_code,
        proofs=sorted(file.proofs),
        routing_=neo4j.RoutingControl.READ,
    )
    names = {str(row["code"]): str(row["name"]) for row in rows}
    others = {str(row["code"]): row["proofs"] for row in rows}
    shared = file.proofs & {one for proofs in others.values() for one in proofs}
    chains = await load(driver, *(f"evidence:{one}" for one in sorted(shared)))
    groups = {one: fold_evidence(one, chains[f"evidence:{one}"]).group for one in shared}
    found = used_twice(file, others, groups)

    def told(one: str, codes: Iterable[str], *, named: bool = False) -> TwiceUsed:
        return TwiceUsed(one, tuple((code, names[code]) for code in codes), named)

    lists = {
        one: [code for code in sorted(names) if code in named and one in others[code]]
        for one, named in groups.items()
        if file.prac_psn_code in named
    }
    return (
        *(told(one, codes) for one, codes in found.items()),
        *(told(one, codes, named=True) for one, codes in sorted(lists.items()) if codes),
    )
