"""Hear the subject before a measure is decided that no handling stands behind (条例 13; 处罚法 45 of a bar)."""

from collections.abc import Mapping
from typing import Any, Final

from casework.actors import Actor
from casework.acts import Ask, draft, required
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.commands.case import Defence
from casework.commands.measures import HearMeasure
from casework.custody.scans import Wanted, free_scan, serves
from casework.custody.state import Serves
from casework.events import Draft
from casework.measures.state import Measured, MeasuresState, key_of, measure_in
from casework.refusal import refuse

#: The time to state something: under the agreement, and to whoever a bar is proposed against.
PERIODS: Final = {True: "handling_defence", False: "defence"}


def hear(ask: Ask[HearMeasure, MeasuresState]) -> list[Draft]:
    """MeasureHeard: the day of the notice and what came, signed; silence once the period is over.

    Until the decision a later statement is heard all the same.
    """
    c, state = ask.command, ask.state
    one = measure_in(state, c.measure_id)
    if one.decided_at is not None or (one.heard and c.how is Defence.SILENT):
        raise refuse("ALREADY_DONE")
    if not one.hearable:
        raise refuse(
            "BAD_VALUE", field="措施", field_en="the measure", why="该措施不以告知和陈述申辩为前提",
            why_en="it needs neither notice nor statement",
        )  # fmt: skip
    first = local_date(one.proposed_at or ask.at)
    if not first <= c.told_on <= local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="告知日期应在提出措施之后且不晚于今天",
            what_en="told after the proposal and not after today",
        )  # fmt: skip
    told = {"measure_id": c.measure_id, "told_on": c.told_on, "how": c.how, "text": c.text}
    if c.how is Defence.SILENT:
        _silence(ask, PERIODS[one.ground.heard])
        return [draft(state.stream, "MeasureHeard", **told)]
    required(text=c.text, paper_scan=c.evidence_id)
    paper = _statement(state, one)
    item = free_scan(ask.states, c.evidence_id, Wanted(paper))
    scan = {"evidence_id": c.evidence_id, "sha256": item.sha256}
    return [draft(state.stream, "MeasureHeard", **told, **scan), serves(c.evidence_id, paper)]


def _statement(state: MeasuresState, one: Measured) -> Serves:
    """What the subject signed; what it states later is a paper of its own."""
    number = len(one.statements) + 1
    key = f"{state.stream}/{one.measure_id}/statement:{number}"
    who = f"{state.subject_key} {one.measure_id}"
    return Serves(key, f"陈述申辩材料（{who}）", f"signed statement ({who})")


def of_hearing(command: HearMeasure, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The subject's stream, and what it signed."""
    key = key_of(command.subject_kind, command.subject_key, command.department)
    scan = (f"evidence:{command.evidence_id}",) if command.evidence_id else ()
    return (f"measures:{key}", *scan)


def _silence(ask: Ask[HearMeasure, MeasuresState], period: str) -> None:
    ends = period_end(period, ask.command.told_on)
    if ask.at <= ends:
        until = local_date(ends).isoformat()
        raise refuse(
            "PERIOD_RUNNING", what="陈述申辩", what_en="stating and defending", until=until
        )


def was_heard(one: Measured) -> None:
    """Refuse STEP_MISSING for a measure that may be decided only after its subject was told and heard."""
    if one.ground.heard and not one.heard:
        raise refuse(
            "STEP_MISSING", step="告知该机构拟采取的措施并记录其陈述申辩（“记录告知与陈述申辩”）",
            step_en="the notice of the proposed measure and what the institution stated ('record the notice "
            "and the statement')",
        )  # fmt: skip
