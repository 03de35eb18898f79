"""The criminal case behind a score: while the police have the case it rests on, the person is barred.

Nobody has to record it by hand: the bar stands from the handing over until the police return the case,
or somebody lifts it on the document that ended the criminal case against this person. A bar is known
where the cases are read; the file alone does not say.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.points import BasisKind, PointsCommand
from casework.commands.restoration import BarGround
from casework.hands import hand_json
from casework.points.parameters import STREAM
from casework.points.state import PointsState
from casework.restoration.state import Bar

#: Steps of a referral while the police have the case: handed over, receipted, filed.
PENDING: Final = frozenset({"sent", "received", "filed"})


def behind(file: PointsState) -> tuple[str, ...]:
    """The cases on which scores that count rest, each once."""
    resting = (e.basis for e in file.entries if e.counts and e.basis_kind == BasisKind.CASE)
    return tuple(dict.fromkeys(resting))


def streams_behind(stream: str, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The streams of those cases."""
    file = states.get(stream)
    return tuple(f"case:{no}" for no in behind(file)) if isinstance(file, PointsState) else ()


def of_chain(command: PointsCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The doctor's file, the bureau's parameters, and the cases that the police may have."""
    stream = f"points:{command.prac_psn_code}"
    return (stream, STREAM, *streams_behind(stream, states))


def with_police(file: PointsState, states: Mapping[str, Any]) -> PointsState:
    """The file with the bars of the cases that the police have."""
    cases = (states.get(f"case:{no}") for no in behind(file))
    found = (_bar(case) for case in cases if isinstance(case, CaseState))
    return replace(file, police=tuple(one for one in found if one is not None))


def _bar(case: CaseState) -> Bar | None:
    referral = case.referral
    if referral is None or referral.status not in PENDING or referral.sent_at is None:
        return None
    day = local_date(referral.sent_at)
    return Bar(
        f"{case.case_no}@{day}",
        BarGround.CRIMINAL_CASE,
        case.case_no,
        f"记分所依据的案件 {case.case_no} 已于 {day} 移送公安机关，尚未办结",
        referral.decided_by or referral.reported_by,
        referral.sent_at,
        issued_on=day,
    )


def kept(bar: Bar) -> dict[str, object]:
    """What the event that lifts such a bar keeps of it: the file does not know it otherwise."""
    return {
        "bar_id": bar.bar_id,
        "ground": bar.ground,
        "document_no": bar.document_no,
        "reasons": bar.reasons,
        "issued_on": bar.issued_on,
        "at": bar.at,
        "by": hand_json(bar.by),
    }
