"""Close a case: its officers propose, the centre gives its opinion, the head decides (局令4 第五十六条)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import closable, is_officer, no_referral_waits, not_officer, owed
from casework.cases.receipt import receipts_there
from casework.cases.recuse import not_asked_about
from casework.cases.stages import CLOSABLE, Stage, move
from casework.cases.state import CaseState
from casework.cases.streams import of_measured
from casework.cases.submissions import (
    CLOSING_RULE,
    decided,
    decides,
    none_waits,
    ripe,
    waiting,
    who_decides,
)
from casework.clocks.calendars import local_date
from casework.commands.case import CaseCommand, CloseCase, ClosingGround, Matter, ProposeClosing
from casework.documents.due import papers_signed
from casework.events import Draft
from casework.law.service import Closing, closings
from casework.law.surcharge import surcharge_open
from casework.lines.shortfall import all_demanded
from casework.measures.wanted import measures_signed
from casework.money import ZERO
from casework.refusal import refuse


def propose(ask: Ask[ProposeClosing, CaseState]) -> list[Draft]:
    """ClosingProposed in the situation in which the case is; what keeps it open is refused here already.

    Refuses UNPAID, MEASURES_UNSIGNED, CLOSING_GROUND.
    """
    c, case = ask.command, ask.state
    data = closing(ask, c.ground)
    required(situation=c.situation)
    by = who_decides(CLOSING_RULE, ask.states, ask.at)
    return [
        draft(case.stream, "ClosingProposed", **data, situation=c.situation.strip(), decided_by=by)
    ]


def close(ask: Ask[CloseCase, CaseState]) -> list[Draft]:
    """CaseClosed as was proposed, where the case is still so. Refuses as `propose` does."""
    case = ask.state
    one = waiting(case, Matter.CLOSING)
    if one is None:
        raise refuse("STEP_MISSING", step="承办人员提请结案", step_en="the officers' proposal")
    data = closing(ask, ClosingGround(one.ground))
    move(case.stage, Stage.CLOSED, "结案", "close")
    words = {"reasons": ask.command.reasons} if ask.command.reasons.strip() else {}
    told = {"situation": one.reasons, **words, **decided(case, Matter.CLOSING)}
    return [draft(case.stream, "CaseClosed", **data, **told)]


def closing(ask: Ask[Any, CaseState], ground: ClosingGround | None) -> dict[str, str | Decimal]:
    """Ground, basis and open sum of a closing today. What stays open needs its ground in the situation."""
    case = ask.state
    rest = outstanding(case, local_date(ask.at))
    # Fine, surcharge and fund money are collected, written off, or with the court.
    if rest and not case.court_applied:
        raise refuse("UNPAID", open=rest)
    measures_signed(case, ask.states)
    row = closing_of(case, ground, rest)
    return {"ground": row.id, "basis": row.basis, "outstanding": rest}


def closing_of(case: CaseState, given: ClosingGround | None, rest: Decimal) -> Closing:
    """The situation of closing: what was said, if the case is so, else what the case tells."""
    nothing = not rest and (case.annulled or case.stage in (Stage.NO_PENALTY, Stage.REFERRED))
    true = {
        ClosingGround.EXECUTED: not rest and not nothing,
        ClosingGround.COURT: case.court_applied and bool(rest),
        ClosingGround.NO_EXECUTION: nothing,
        # Whatever keeps a case from being closed was refused before its situation is asked for.
        ClosingGround.OTHER: True,
    }
    ground = given or next(one for one, holds in true.items() if holds)
    row = next(one for one in closings() if one.id == ground.value)
    if not true[ground]:
        raise refuse("CLOSING_GROUND", ground=row.zh, ground_en=row.en)
    return row


def outstanding(case: CaseState, on: date) -> Decimal:
    """Yuan still open on a day: fine, surcharge and recovery of a standing decision less payments."""
    if case.decision is None or case.annulled:
        return ZERO
    return owed(case) + surcharge_open(case, on)


def _nothing_open(case: CaseState) -> bool:
    return case.court_applied or not owed(case)


def _unsigned_measures(case: CaseState) -> bool:
    return bool(case.measure_gaps)


def _streams(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case with its measures, and who closes by the bureau's rule."""
    return (*of_measured(command, actor, states), "bureau:parameters")


#: What keeps a case open, whoever asks.
CONDITIONS = (closable, no_referral_waits, receipts_there, papers_signed, all_demanded)
ACTS = (
    Act(
        command=ProposeClosing,
        zh="提请结案",
        en="propose to close the case",
        roles=frozenset({Role.INSPECTOR}),
        streams=_streams,
        answer=propose,
        stages=CLOSABLE,
        guards=(is_officer, not_asked_about, *CONDITIONS, none_waits(Matter.CLOSING)),
        rank=20,
        leads=_nothing_open,
        withheld=_unsigned_measures,
    ),
    Act(
        command=CloseCase,
        zh="批准结案",
        en="close the case",
        roles=frozenset({Role.SUPERVISOR, Role.HEAD}),
        streams=of_measured,
        answer=close,
        stages=CLOSABLE,
        guards=(
            *CONDITIONS,
            not_officer("承办与结案审批", "closing the case"),
            decides(Matter.CLOSING),
        ),
        rank=20,
        leads=lambda case: _nothing_open(case) and ripe(case, Matter.CLOSING) is not None,
        withheld=_unsigned_measures,
    ),
)
