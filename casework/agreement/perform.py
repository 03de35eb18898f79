"""The written decision that an institution performs what a handling asks of it, on the way to the court.

Who does not perform after it was pressed is told so by a decision of its own, against which it may go to
review and to court; only once that time is over may the court be asked to enforce (行政协议规定 24,
实施细则 4-7).
"""

from datetime import date, datetime

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.collect import (
    money_open,
    no_remedy_open,
    not_applied,
    pressed_in_vain,
)
from casework.cases.guards import (
    damages_open,
    decision_stands,
    not_officer,
    not_proposer,
    recovery_open,
    served,
)
from casework.cases.recuse import recusal_settled
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.cases.stopped import not_stopped
from casework.cases.streams import of_penal
from casework.clocks.periods import last_day
from casework.commands.agreement import DecideToPerform
from casework.documents.fold import series_of
from casework.events import Draft
from casework.refusal import refuse

CITATION = "《最高人民法院关于审理行政协议案件若干问题的规定》第二十四条"


def decide(ask: Ask[DecideToPerform, CaseState]) -> list[Draft]:
    """PerformanceDecided with what is open of the handling and the days to perform."""
    c, case = ask.command, ask.state
    required(decision_no=c.decision_no)
    if not 1 <= c.days <= 60:
        raise refuse(
            "BAD_VALUE", field="履行天数", field_en="days to perform", why="应为 1–60 天",
            why_en="from 1 to 60 days",
        )  # fmt: skip
    data = {
        "decision_no": c.decision_no,
        "days": c.days,
        "reasons": c.reasons,
        "recovery": recovery_open(case),
        "damages": damages_open(case),
        "citation": CITATION,
        # It has effect with its signed papers.
        "papered": True,
        **series_of(c, "performance"),
    }
    return [draft(case.stream, "PerformanceDecided", **data)]


def told_of(case: CaseState, served_on: date) -> dict[str, object]:
    """What its service tells: until when the institution may sue."""
    return {"perform_until": last_day("suit", served_on)}


def waits(case: CaseState) -> bool:
    """Whether the decision is made and not served."""
    return case.performance is not None and case.performance_on is None


def _not_decided(case: CaseState, actor: object, at: datetime) -> None:
    if case.performance is not None:
        raise refuse("ALREADY_DONE")


def _due(case: CaseState, at: datetime) -> bool:
    """The next step where the bureau goes to court for a handling; elsewhere it may be done all the same."""
    goes = case.handling_court is not False
    return goes and case.performance is None and case.pressed_on is not None


ACT = Act(
    DecideToPerform, "作出要求履行协议的决定", "decide that the handling is performed",
    frozenset({Role.AGENCY_HEAD}), of_penal, decide, frozenset({Stage.HANDLING_EXECUTION}),
    (
        decision_stands, served, recusal_settled, money_open, not_applied, not_stopped,
        _not_decided, no_remedy_open, pressed_in_vain,
        not_proposer("提出处理意见与要求履行协议", "deciding that it is performed"),
        not_officer("承办与要求履行协议", "deciding that it is performed"),
    ),
    rank=17, leads_at=_due,
)  # fmt: skip
