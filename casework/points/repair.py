"""修复 under the national rule: activities take points off the year's total, by dated rows.

No score is deleted and no termination undone: what a ban bars, only its end opens. The limits are
those of the rule set; whether the bureau repairs at all, and whether a running suspension gets
shorter, is a parameter, as the national texts leave it open.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.points import DecideRepair, RecordRepair
from casework.events import Draft
from casework.hands import other_eyes
from casework.points.papers import proves, unused_certificate
from casework.points.parameters import STREAM, BureauState
from casework.points.rules import Repair, rule_set, rule_set_on
from casework.points.standing import Status, standing
from casework.points.state import PointsState, RepairEntry, ScoreEntry
from casework.refusal import refuse
from casework.restoration.apply import RECORDERS, own_or_agency
from casework.restoration.eyes import not_himself

EYES = ("登记与认定修复", "recognising the repair")
OPEN = frozenset({Status.NORMAL, Status.SUSPENDED})


def of_record(command: RecordRepair, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The doctor's file, the certificate's custody chain and the bureau's parameters."""
    return (f"points:{command.prac_psn_code}", f"evidence:{command.certificate}", STREAM)


def of_decide(command: DecideRepair, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The doctor's file and the bureau's parameters."""
    return (f"points:{command.prac_psn_code}", STREAM)


def record(ask: Ask[RecordRepair, PointsState]) -> list[Draft]:
    """RepairRecorded: nothing is taken off before somebody else recognised it."""
    c, file, today = ask.command, ask.state, local_date(ask.at)
    required(title=c.title)
    _enabled(ask.states[STREAM], today)
    _room(file, today)
    unused_certificate(ask.states, c.certificate, file)
    first = min(entry.counted_on for entry in _national(file, today))
    if not first <= c.held_on <= today:
        raise refuse(
            "DATE_ORDER",
            what=f"活动日期应在本年度首次记分（{first}）之后且不晚于今天",
            what_en=f"the activity comes after the first score of the year ({first}) and not after today",
        )
    return [
        draft(
            file.stream,
            "RepairRecorded",
            repair_id=f"X{len(file.repairs) + 1}",
            activity=c.activity,
            title=c.title,
            held_on=c.held_on,
            certificate=c.certificate,
        ),
        proves(c.certificate, file, "repair"),
    ]


def decide(ask: Ask[DecideRepair, PointsState]) -> list[Draft]:
    """RepairDecided by other eyes: points are taken off from this day on, or refused with reasons."""
    c, file, today = ask.command, ask.state, local_date(ask.at)
    entry = next((one for one in file.repairs if one.repair_id == c.repair_id), None)
    if entry is None:
        raise refuse("NOT_FOUND", what=f"修复 {c.repair_id}", what_en=f"repair {c.repair_id}")
    if entry.outcome is not None:
        raise refuse("ALREADY_DONE")
    other_eyes(ask.actor, (entry.by,), *EYES)
    effect, points = "", 0
    if c.approve:
        effect = _enabled(ask.states[STREAM], today)
        points = min(_room(file, today, but=entry), _rules(today).points_each)
        if effect == "suspension":
            _long_enough(file, ask.states[STREAM], today)
    else:
        required(reasons=c.reasons)
    return [
        draft(
            file.stream,
            "RepairDecided",
            repair_id=c.repair_id,
            outcome="approved" if c.approve else "refused",
            points=points,
            effect=effect,
            reasons=c.reasons,
        )
    ]


def _enabled(bureau: BureauState, today: date) -> str:
    """What the parameter says a repair does. Refuses REPAIR_DISABLED."""
    mode = bureau.value("national_repair", today)
    if mode == "disabled":
        raise refuse("REPAIR_DISABLED")
    return mode


def _rules(today: date) -> Repair:
    repair = rule_set_on(today).repair
    if repair is None:
        raise refuse("REPAIR_DISABLED")
    return repair


def _national(file: PointsState, today: date) -> list[ScoreEntry]:
    return [
        entry
        for entry in file.entries
        if entry.counts
        and entry.counted_on.year == today.year
        and rule_set(entry.rule_set).national
    ]


def _room(file: PointsState, today: date, but: RepairEntry | None = None) -> int:
    """How many points of the year may still be repaired. Refuses REPAIR_NOT_OPEN, REPAIR_SPENT."""
    now = standing(file, today)
    if now.status not in OPEN:
        until = now.until.isoformat() if now.until else ""
        raise refuse("REPAIR_NOT_OPEN", standing=now.zh, standing_en=now.en, until=until)
    rules = _rules(today)
    others = [one for one in file.repairs if one is not but and _of_year(one, today)]
    taken = sum(one.points if one.outcome else rules.points_each for one in others)
    scored = min(now.total, sum(entry.points for entry in _national(file, today)))
    waiting = sum(rules.points_each for one in others if one.outcome is None)
    room = min(rules.points_max - taken, scored - waiting)
    if room <= 0:
        raise refuse("REPAIR_SPENT", year=today.year, max=rules.points_max, taken=taken)
    return room


def _of_year(one: RepairEntry, today: date) -> bool:
    if one.outcome == "refused":
        return False
    return (one.decided_on or local_date(one.at)).year == today.year


def _long_enough(file: PointsState, bureau: BureauState, today: date) -> None:
    now = standing(file, today)
    days = int(bureau.value("national_repair_min_days", today))
    if now.status is Status.SUSPENDED and now.sanction is not None:
        first = now.sanction.starts + timedelta(days=days)
        if today < first:
            raise refuse("REPAIR_TOO_EARLY", days=days, first=first.isoformat())


def _some(file: PointsState, actor: Actor, at: datetime) -> None:
    """The year has points that may be repaired, and the bureau does so."""
    if file.repair_mode == "disabled":
        raise refuse("REPAIR_DISABLED")
    _room(file, local_date(at))


def _waiting(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some repair waits that somebody else recorded."""
    hands = [one.by for one in file.repairs if one.outcome is None]
    if not hands:
        raise refuse("STEP_MISSING", step="登记修复活动", step_en="a recorded repair")
    if all(hand.is_actor(actor) for hand in hands):
        other_eyes(actor, hands, *EYES)


ACTS = (
    Act(
        RecordRepair, "登记修复活动", "record a repair", RECORDERS, of_record, record,
        guards=(own_or_agency, _some), rank=93,
    ),
    Act(
        DecideRepair, "认定修复减分", "recognise a repair",
        frozenset({Role.SUPERVISOR, Role.AGENCY_HEAD}), of_decide, decide,
        guards=(not_himself, _waiting), rank=16,
    ),
)  # fmt: skip
