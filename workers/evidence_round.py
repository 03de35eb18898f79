"""Check everything on record against the vault, and put on record what is damaged, lost or whole
again: in the item's custody chain, or in the chain of the dossier's case."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

import neo4j

from casework.actors import BEAT
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.evidence import (
    DamageKind,
    RecordDossierCheck,
    RecordUnrecorded,
    ReportDamage,
    VerifyEvidence,
)
from casework.commands.volumes import RecordVolumeCheck
from casework.custody.state import EvidenceState
from casework.custody.unrecorded import CURE_EN, CURE_ZH
from casework.refusal import Refusal
from evidence.dossier.keep import dossier_key
from evidence.holding import object_of
from evidence.recheck import Expected, Look, Round, unrecorded
from evidence.store import EvidenceStore, ObjectRef, Room
from evidence.volume.keep import volume_key
from graph.commands import execute
from graph.custody.rounds import (
    SealedDossier,
    bindings_on_record,
    dossiers_on_record,
    items_on_record,
)

Progress = Callable[[str, int, int | None], None]


@dataclass
class Checked:
    """The outcome: objects and bytes read, every damage, and keys that no record names."""

    objects: int = 0
    size: int = 0
    damages: list[Look] = field(default_factory=list)
    unrecorded: list[str] = field(default_factory=list)

    def facts(self) -> dict[str, object]:
        """As JSON: what a job and a terminal tell."""
        return {
            "checked": self.objects,
            "bytes": self.size,
            "sound": not self.damages,
            "damages": [_row(look) for look in self.damages],
            "unrecorded": self.unrecorded,
            **({"cure_zh": CURE_ZH, "cure_en": CURE_EN} if self.unrecorded else {}),
        }


async def check_vault(
    driver: neo4j.AsyncDriver,
    store: EvidenceStore,
    at: datetime,
    *,
    bytes_per_second: int,
    progress: Progress,
) -> Checked:
    """Read every object on record and compare SHA-256 and SM3. A damage is told once, and its end."""
    result, walk = Checked(), Round(store, bytes_per_second=bytes_per_second)
    known: set[str] = set()
    async for expected, news in _expected(driver, at):
        known.add(expected.ref.key)
        look = await asyncio.to_thread(walk.look, expected)
        if look.damage is not None:
            result.damages.append(look)
        command = news(look)
        if command is not None:
            await _record(driver, command, at)
        result.objects, result.size = walk.checked, walk.size
        progress("recheck", walk.checked, None)
    # An upload that ends while the record is walked would look lost: the record is asked once more.
    result.unrecorded = await _without_record(driver, store, known, at)
    await _record(driver, RecordUnrecorded(object_keys=tuple(result.unrecorded)), at)
    return result


async def _without_record(
    driver: neo4j.AsyncDriver, store: EvidenceStore, known: set[str], at: datetime
) -> list[str]:
    found = await asyncio.to_thread(unrecorded, store, known)
    if not found:
        return found
    again = {expected.ref.key async for expected, _ in _expected(driver, at)}
    return [key for key in found if key not in again]


News = Callable[[Look], Command | None]


async def _expected(
    driver: neo4j.AsyncDriver, at: datetime
) -> AsyncIterator[tuple[Expected, News]]:
    """What the record says lies in the vault, each with how its check is put on record."""
    today = local_date(at)
    async for item in items_on_record(driver):
        held = item.retain_until if item.retain_until and item.retain_until >= today else None
        yield (
            Expected(object_of(item), item.sha256, item.sm3, item.evidence_id, held),
            partial(_of_item, item),
        )
    for sealed in await dossiers_on_record(driver):
        ref = ObjectRef(Room.VAULT, dossier_key(sealed.case_no, sealed.sha256))
        yield (
            Expected(ref, sealed.sha256, sealed.sm3, sealed.case_no, today),
            partial(_of_dossier, sealed),
        )
    async for case_no, bound in bindings_on_record(driver):
        for one in bound.volumes:
            ref = ObjectRef(Room.VAULT, volume_key(case_no, one.sha256))
            yield (
                Expected(ref, one.sha256, one.sm3, case_no, bound.retain_until),
                partial(_of_volume, case_no, one.sha256, one.sha256 in bound.damaged),
            )


def _of_item(item: EvidenceState, look: Look) -> Command | None:
    """News for the custody chain: none while nothing changed since the last check."""
    found, name = look.found, item.evidence_id
    if look.damage is not None:
        sha256, sm3 = (found.sha256, found.sm3) if found else ("", "")
        return ReportDamage(evidence_id=name, what=DamageKind(look.damage), sha256=sha256, sm3=sm3)
    if item.damage is not None and found is not None:
        return VerifyEvidence(evidence_id=name, sha256=found.sha256, sm3=found.sm3)
    return None


def _of_dossier(sealed: SealedDossier, look: Look) -> Command | None:
    if (look.damage is not None) == sealed.damaged:
        return None
    return RecordDossierCheck(
        case_no=sealed.case_no,
        dossier_sha256=sealed.sha256,
        damage=DamageKind(look.damage) if look.damage else None,
        sha256=look.found.sha256 if look.found else "",
    )


def _of_volume(case_no: str, sha256: str, damaged: bool, look: Look) -> Command | None:
    if (look.damage is not None) == damaged:
        return None
    return RecordVolumeCheck(
        case_no=case_no,
        volume_sha256=sha256,
        damage=DamageKind(look.damage) if look.damage else None,
        sha256=look.found.sha256 if look.found else "",
    )


async def _record(driver: neo4j.AsyncDriver, command: Command, at: datetime) -> None:
    try:
        await execute(driver, command, BEAT, at)
    except Refusal as error:
        if error.code != "ALREADY_DONE":
            raise


def _row(look: Look) -> dict[str, str | None]:
    expected, found = look.expected, look.found
    return {
        "what": look.damage,
        "of": expected.what,
        "key": expected.ref.key,
        "expected": expected.sha256,
        "found": found.sha256 if found else None,
        "expected_sm3": expected.sm3,
        "found_sm3": found.sm3 if found else None,
    }
