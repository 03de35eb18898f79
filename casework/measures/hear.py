"""Hear the subject before the agency decides a measure that no handling stands behind (条例 13)."""

from casework.acts import Ask, draft, required
from casework.clocks.calendars import local_date
from casework.clocks.periods import period_end
from casework.commands.case import Defence
from casework.commands.measures import HearMeasure
from casework.events import Draft
from casework.measures.state import Measured, MeasuresState, measure_in
from casework.refusal import refuse


def hear(ask: Ask[HearMeasure, MeasuresState]) -> list[Draft]:
    """MeasureHeard: the day of the notice and what came; silence once the period is over.

    Until the decision a later statement is heard all the same.
    """
    c, state = ask.command, ask.state
    one = measure_in(state, c.measure_id)
    if one.decided_at is not None or (one.heard and c.how is Defence.SILENT):
        raise refuse("ALREADY_DONE")
    if not one.ground.heard:
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
    if c.how is Defence.SILENT:
        _silence(ask)
    else:
        required(text=c.text)
    told = {"measure_id": c.measure_id, "told_on": c.told_on, "how": c.how, "text": c.text}
    return [draft(state.stream, "MeasureHeard", **told)]


def _silence(ask: Ask[HearMeasure, MeasuresState]) -> None:
    ends = period_end("handling_defence", ask.command.told_on)
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
