"""What the vault's rounds put on record of bound volumes: longer locks, damage and its end."""

from datetime import datetime

from casework.actors import BEAT, BUREAU, Actor
from casework.acts import Act, Ask, draft, role_required
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.volumes import HoldVolumes, RecordVolumeCheck
from casework.events import Draft
from casework.refusal import refuse


def hold(ask: Ask[HoldVolumes, CaseState]) -> list[Draft]:
    """VolumesHeld to a later day; never shortened."""
    c, case = ask.command, ask.state
    bound = next((one for one in case.bindings if one.version == c.binding), None)
    if bound is None:
        raise _no_such(f"{case.case_no} #{c.binding}")
    if bound.retain_until is not None and c.retain_until <= bound.retain_until:
        raise refuse("RETENTION_SHORTER", current=bound.retain_until.isoformat())
    return [draft(case.stream, "VolumesHeld", binding=c.binding, retain_until=c.retain_until)]


def checked(ask: Ask[RecordVolumeCheck, CaseState]) -> list[Draft]:
    """VolumeDamaged, or VolumeSound once a damaged one is whole again; each is told once."""
    c, case = ask.command, ask.state
    bound = next(
        (b for b in case.bindings if any(v.sha256 == c.volume_sha256 for v in b.volumes)), None
    )
    if bound is None:
        raise _no_such(c.volume_sha256[:12])
    if (c.volume_sha256 in bound.damaged) == (c.damage is not None):
        raise refuse("ALREADY_DONE")
    data = {"volume_sha256": c.volume_sha256, "after": c.sha256}
    if c.damage is None:
        return [draft(case.stream, "VolumeSound", **data)]
    return [draft(case.stream, "VolumeDamaged", what=c.damage, **data)]


def _no_such(key: str) -> Exception:
    return refuse("NOT_FOUND", what=f"案卷 {key}", what_en=f"bound volume {key}")


def by_the_rounds(case: CaseState, actor: Actor, at: datetime) -> None:
    """The beat, or a person of the bureau who has the vault checked."""
    if actor != BEAT and not actor.holds(*BUREAU):
        raise role_required(BUREAU, RecordVolumeCheck.__name__)


ACTS = (
    Act(
        HoldVolumes, "延长案卷锁定", "hold the volumes longer", frozenset(), case_stream, hold,
        guards=(by_the_rounds,), offered=False,
    ),
    Act(
        RecordVolumeCheck, "登记案卷复核", "record the check of a volume", frozenset(), case_stream,
        checked, guards=(by_the_rounds,), offered=False,
    ),
)  # fmt: skip
