"""Reading pairs that may be one, with both records side by side; persons masked without a purpose."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, LiteralString

import neo4j

from casework.actors import BUREAU, Viewer
from casework.masking import mask_address, mask_certno, mask_name, mask_tel
from casework.refusal import refuse
from graph.sameness.model import Evidence, SameKind, pair_of

#: The verdict for which one asks to see what nobody has judged yet.
OPEN: Final = "open"
LIST: Final = """
MATCH (l:Likeness {kind: $kind})
WHERE ($verdict IS NULL OR coalesce(l.verdict, 'open') = $verdict)
  AND ($bits IS NULL OR coalesce(l.bits, 0.0) < $bits
       OR (coalesce(l.bits, 0.0) = $bits AND l.key > $key))
RETURN properties(l) AS l ORDER BY coalesce(l.bits, 0.0) DESC, l.key LIMIT $limit
"""
COUNT: Final = """
MATCH (l:Likeness {kind: $kind})
WHERE $verdict IS NULL OR coalesce(l.verdict, 'open') = $verdict
RETURN count(*) AS total
"""
ONE: Final = "MATCH (l:Likeness {key: $key}) RETURN properties(l) AS l"
RECORDS: Final[dict[SameKind, LiteralString]] = {
    SameKind.PATIENT: """
MATCH (p:Patient) WHERE p.psn_no IN $codes
RETURN p.psn_no AS code, {name: p.psn_name, certno: p.certno, brdy: toString(p.brdy), gend: p.gend,
    tel: head([(p)-[:HAS_PHONE]->(x) | x.value]), address: head([(p)-[:LIVES_AT]->(x) | x.value]),
    settlements: toString(COUNT {(p)-[:HAS_SETTLEMENT]->()})} AS record""",
    SameKind.DOCTOR: """
MATCH (d:Doctor) WHERE d.prac_psn_code IN $codes
RETURN d.prac_psn_code AS code, {name: d.prac_psn_name, staffType: d.prac_psn_type,
    department: d.dept_codg, institution: head([(d)-[:WORKS_AT]->(h) | h.fixmedins_name]),
    settlements: toString(COUNT {(d)<-[:TREATED_BY]-()})} AS record""",
    SameKind.INSTITUTION: """
MATCH (h:Institution) WHERE h.fixmedins_code IN $codes
RETURN h.fixmedins_code AS code, {name: h.fixmedins_name, institutionType: h.fixmedins_type,
    level: h.hosp_lv, address: h.address, settlements: toString(h.settlements)} AS record""",
}
MASKS: Final = {"name": mask_name, "certno": mask_certno, "tel": mask_tel, "address": mask_address}


@dataclass(frozen=True)
class Pair:
    """A pair with both records (fields as texts, absent ones left out) and what was judged."""

    key: str
    kind: SameKind
    a: str
    b: str
    bits: float
    evidence: tuple[Evidence, ...]
    version: int
    verdict: str | None
    reason: str
    by: str
    at: str | None
    left: Mapping[str, str]
    right: Mapping[str, str]


def allow(viewer: Viewer) -> None:
    """Only the bureau compares records. Refusal: NOT_FOUND for others."""
    if not viewer.actor.holds(*BUREAU):
        raise refuse("NOT_FOUND", what="同一人比对", what_en="pair of numbers of one person")


async def list_pairs(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    kind: SameKind,
    verdict: str | None,
    limit: int,
    after: tuple[float, str] | None = None,
) -> tuple[list[Pair], bool, int]:
    """A page by falling weight, whether more follow, and how many there are in all.

    `verdict` `open` asks for unjudged pairs, None for all. Refusal: NOT_FOUND outside the bureau.
    """
    allow(viewer)
    bits, key = after or (None, None)
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        found = await session.run(
            neo4j.Query(LIST, timeout=10), kind=kind.value, verdict=verdict, bits=bits, key=key,
            limit=limit + 1,
        )  # fmt: skip
        rows = [row["l"] async for row in found]
        counted = await session.run(
            neo4j.Query(COUNT, timeout=10), kind=kind.value, verdict=verdict
        )
        total = (await counted.single(strict=True))["total"]
        pairs = await _with_records(session, viewer, kind, rows[:limit])
    return pairs, len(rows) > limit, total


async def pair(driver: neo4j.AsyncDriver, viewer: Viewer, key: str) -> Pair:
    """One pair. Refusal: NOT_FOUND, also for a pair that no search has found."""
    allow(viewer)
    parts = pair_of(key)
    async with driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        row = await (await session.run(neo4j.Query(ONE, timeout=5), key=key)).single()
        if row is None or parts is None:
            raise refuse("NOT_FOUND", what="同一人比对", what_en="pair of numbers of one person")
        return (await _with_records(session, viewer, parts[0], [row["l"]]))[0]


async def _with_records(
    session: neo4j.AsyncSession, viewer: Viewer, kind: SameKind, rows: list[dict[str, Any]]
) -> list[Pair]:
    codes = sorted({code for row in rows for code in (row["a"], row["b"])})
    records = await shown_records(session, viewer, kind, codes)
    return [_pair(kind, row, records) for row in rows]


async def shown_records(
    session: neo4j.AsyncSession, viewer: Viewer, kind: SameKind, codes: Sequence[str]
) -> dict[str, dict[str, str]]:
    """The records that the map has of these codes, as this person may see them."""
    hidden = kind is SameKind.PATIENT and not viewer.purpose
    found = await session.run(neo4j.Query(RECORDS[kind], timeout=10), codes=list(codes))
    return {row["code"]: _shown(row["record"], hidden) async for row in found}


def _pair(kind: SameKind, row: dict[str, Any], records: Mapping[str, Mapping[str, str]]) -> Pair:
    evidence = tuple(Evidence(*one) for one in json.loads(row.get("evidence") or "[]"))
    left, right = (records.get(code, {}) for code in (row["a"], row["b"]))
    return Pair(
        row["key"], kind, row["a"], row["b"], float(row.get("bits") or 0.0), evidence,
        int(row.get("version") or 0), row.get("verdict"), row.get("reason") or "",
        row.get("by") or "", row.get("at"), left, right,
    )  # fmt: skip


def _shown(record: Mapping[str, Any], hidden: bool) -> dict[str, str]:
    """The fields that have a value; of a person masked, the birthday as its year."""
    texts = {name: str(value) for name, value in record.items() if value not in (None, "")}
    if not hidden:
        return texts
    masked = {name: MASKS[name](text) if name in MASKS else text for name, text in texts.items()}
    if "brdy" in masked:
        masked["brdy"] = masked["brdy"][:4]
    return masked
