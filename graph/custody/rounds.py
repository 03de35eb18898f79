"""What the vault's own rounds walk: every item on record, every sealed dossier, every open lock.

For the beat and for keepers at the terminal; nothing of it is shown to a person unscoped.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

import neo4j

from casework.cases.state import CaseState
from casework.custody.state import EvidenceState
from casework.decide import fold
from casework.volumes.state import Binding
from graph.events.load import load
from graph.reading import rows_of

PAGE: Final = 200
ITEMS: Final = """
MATCH (e:Evidence) WHERE e.evidence_id > $after
RETURN e.evidence_id AS id ORDER BY id LIMIT $limit
"""
DOSSIERS: Final = """
MATCH (e:Event) WHERE e.type = 'DossierRecorded' RETURN DISTINCT e.stream AS stream ORDER BY stream
"""
BOUND: Final = """
MATCH (e:Event) WHERE e.type = 'CaseBound' RETURN DISTINCT e.stream AS stream ORDER BY stream
"""
PERMANENT: Final = """
MATCH (c:Case) WHERE c.volumes_held <= $horizon AND ($case_no IS NULL OR c.case_no = $case_no)
RETURN 'case:' + c.case_no AS stream ORDER BY stream
"""
HELD: Final = """
MATCH (e:Evidence)
WHERE e.evidence_id > $after
  AND ($case_no IS NULL OR e.case_no = $case_no OR $case_no IN coalesce(e.cited_by, []))
  AND e.retain_until <= $horizon
RETURN e.evidence_id AS id, e.case_no AS case_no, coalesce(e.cited_by, []) AS cited_by ORDER BY id LIMIT $limit
"""
CERTIFICATE: Final = """
MATCH (e:Event) WHERE e.type IN ['StudyRecorded', 'ExamRecorded'] AND e.data CONTAINS $named
RETURN count(e) > 0 AS named
"""


@dataclass(frozen=True)
class SealedDossier:
    """A dossier that a case's chain names: its hashes, and whether it is on record as damaged."""

    case_no: str
    sha256: str
    sm3: str
    damaged: bool


@dataclass(frozen=True)
class Held:
    """An item whose lock belongs to an open file: its case, or None for a doctor's file.

    `citing` are other cases that cite it.
    """

    item: EvidenceState
    case: CaseState | None
    citing: tuple[CaseState, ...] = ()


async def items_on_record(driver: neo4j.AsyncDriver) -> AsyncIterator[EvidenceState]:
    """Every item that was ever received, in order of its id."""
    after = ""
    while True:
        ids = [row["id"] for row in await rows_of(driver, ITEMS, {"after": after, "limit": PAGE})]
        for state in await _folded(driver, [f"evidence:{key}" for key in ids]):
            yield cast(EvidenceState, state)
        if len(ids) < PAGE:
            return
        after = ids[-1]


async def dossiers_on_record(driver: neo4j.AsyncDriver) -> list[SealedDossier]:
    """Every dossier that was recorded, replaced ones included: they stay under lock, too."""
    found = []
    for row in await rows_of(driver, DOSSIERS, {}):
        events = (await load(driver, row["stream"]))[row["stream"]]
        case = cast(CaseState, fold(row["stream"], events))
        damaged = case.referral.damaged_dossiers if case.referral else frozenset()
        recorded = {e.data["sha256"]: e.data["sm3"] for e in events if e.type == "DossierRecorded"}
        for sha256, sm3 in recorded.items():
            sealed = SealedDossier(case.case_no, str(sha256), str(sm3), sha256 in damaged)
            found.append(sealed)
    return found


async def bindings_on_record(driver: neo4j.AsyncDriver) -> AsyncIterator[tuple[str, Binding]]:
    """Every binding of every case with the case's number; replaced ones stay under lock, too."""
    async for found in _bindings(driver, await rows_of(driver, BOUND, {})):
        yield found


async def permanent_bindings(
    driver: neo4j.AsyncDriver, horizon: date, case_no: str | None = None
) -> AsyncIterator[tuple[str, Binding]]:
    """Bindings of cases that are kept for ever and of which a lock ends by the horizon."""
    wanted = {"horizon": horizon.isoformat(), "case_no": case_no}
    async for found in _bindings(driver, await rows_of(driver, PERMANENT, wanted)):
        yield found


async def _bindings(
    driver: neo4j.AsyncDriver, rows: list[neo4j.Record]
) -> AsyncIterator[tuple[str, Binding]]:
    for row in rows:
        (case,) = await _folded(driver, [row["stream"]])
        for bound in cast(CaseState, case).bindings:
            yield case.case_no, bound


async def held_items(
    driver: neo4j.AsyncDriver, horizon: date, case_no: str | None = None
) -> AsyncIterator[Held]:
    """Items of cases and certificates in doctors' files, with a lock that ends by the horizon."""
    after, cases = "", dict[str, CaseState]()
    while True:
        asked = {"after": after, "limit": PAGE, "case_no": case_no}
        rows = await rows_of(driver, HELD, asked | {"horizon": horizon.isoformat()})
        named = {one for row in rows for one in (row["case_no"], *row["cited_by"]) if one}
        missing = named - cases.keys()
        for case in await _folded(driver, [f"case:{key}" for key in sorted(missing)]):
            cases[cast(CaseState, case).case_no] = cast(CaseState, case)
        items = await _folded(driver, [f"evidence:{row['id']}" for row in rows])
        for row, item in zip(rows, items, strict=True):
            if row["case_no"] or await _named(driver, row["id"]):
                citing = tuple(cases[one] for one in row["cited_by"])
                yield Held(cast(EvidenceState, item), cases.get(row["case_no"]), citing)
        if len(rows) < PAGE:
            return
        after = rows[-1]["id"]


async def _named(driver: neo4j.AsyncDriver, evidence_id: str) -> bool:
    """Whether a doctor's file rests on the certificate."""
    wanted = {"named": f'"certificate":"{evidence_id}"'}
    rows = await rows_of(driver, CERTIFICATE, wanted)
    return bool(rows[0]["named"])


async def _folded(driver: neo4j.AsyncDriver, streams: list[str]) -> list[Any]:
    chains = await load(driver, *streams)
    return [fold(stream, chains[stream]) for stream in streams]
