"""What is asked of a review or suit and its outcome, whosever decision it is against."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, TypeVar

from casework.clocks.calendars import local_date
from casework.commands.case import Instance, RemedyKind, RemedyOutcome
from casework.refusal import refuse

Day = TypeVar("Day", date, datetime)

KINDS: Final[dict[str, tuple[str, str]]] = {
    "review": ("行政复议", "review"),
    "suit": ("行政诉讼", "suit"),
}
OUTCOMES: Final[dict[str, tuple[str, str]]] = {
    "upheld": ("维持", "upheld"),
    "changed": ("变更", "changed"),
    "annulled": ("撤销", "annulled"),
    "withdrawn": ("撤回", "withdrawn"),
    "not_accepted": ("不予受理（不予立案）", "not accepted"),
    "inadmissible": ("驳回申请（驳回起诉）", "inadmissible: not heard on the merits"),
    "dismissed": ("驳回诉讼请求", "claims dismissed"),
    "remade": ("撤销并责令重新作出决定", "annulled, to be decided anew"),
    "unlawful": (
        "确认违法（不撤销，决定继续有效）",
        "held unlawful, not annulled: it keeps its effect",
    ),
}
PENDING: Final = ("审理中", "pending")
#: By these the decision is gone.
FELL = frozenset({RemedyOutcome.ANNULLED, RemedyOutcome.REMADE})
#: By these nobody said whether the decision is right (复议法 30, 33; 行政诉讼法 51). 复议法 34: where a review
#: has to come first, the way to the court is open after them.
UNHEARD = frozenset({RemedyOutcome.NOT_ACCEPTED, RemedyOutcome.INADMISSIBLE})
#: By these the decision stands as it was.
STANDS = UNHEARD | {RemedyOutcome.UPHELD, RemedyOutcome.DISMISSED}


def filed_in_order(served: date | None, filed_on: date, at: datetime) -> None:
    """Accepted once the decision was served, and not after today. Refuses DATE_ORDER."""
    if served is None or not served <= filed_on <= local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="受理日期应在送达决定之后且不晚于今天",
            what_en="acceptance comes after service of the decision and not after today",
        )


def received(filed_on: date, decided_on: date, received_on: date | None, at: datetime) -> date:
    """When the party received the outcome: on its day where nobody said. Refuses DATE_ORDER."""
    if not filed_on <= decided_on <= local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="决定日期应在受理之后且不晚于今天",
            what_en="the decision comes after acceptance and not after today",
        )
    day = received_on or decided_on
    if not decided_on <= day <= local_date(at):
        raise refuse(
            "DATE_ORDER",
            what="当事人收到决定书的日期应不早于决定日期且不晚于今天",
            what_en="the party receives the decision on its day or later, and not after today",
        )
    return day


def suit_goes_on(
    row: str, served_on: date, received_on: date, reckon: Callable[[str, date], Day]
) -> Day:
    """Until when a decision is sued for after a review that said nothing of it and need not come first.

    The time of the decision itself, `row`, goes on; fifteen days from the review's outcome at the least
    (行政诉讼法 45, 46). `reckon`: the end of a row's period from a day, as its caller needs it.
    """
    return max(reckon(row, served_on), reckon("suit_after_review", received_on))


def instance_of(kind: str, outcome: RemedyOutcome, instance: Instance | None) -> Instance | None:
    """Of a suit, whether what the court said is in force; a suit that its party takes back is over."""
    if kind != RemedyKind.SUIT.value:
        if outcome is RemedyOutcome.DISMISSED:
            raise refuse(
                "BAD_VALUE", field="结果", field_en="the outcome",
                why="“驳回诉讼请求”是法院的判决；复议机关认为决定合法的请选“维持”，驳回申请的请选“驳回申请”",
                why_en="claims are dismissed by a court: of a review choose upheld, or inadmissible",
            )  # fmt: skip
        return None
    if outcome is RemedyOutcome.WITHDRAWN:
        return Instance.IN_FORCE
    if instance is None:
        raise refuse(
            "FIELD_REQUIRED", field="裁判是否生效（一审判决、裁定可上诉，还是已生效）",
            field_en="whether the court's outcome is in force, or open to an appeal",
        )  # fmt: skip
    if instance is not Instance.IN_FORCE and outcome not in STANDS:
        raise refuse(
            "BAD_VALUE", field="裁判是否生效", field_en="whether the court's outcome is in force",
            why="可上诉的一审裁判尚未生效，不改变决定；请在上诉期满或者终审后登记，并选“裁判已生效”",
            why_en="what may be appealed is not in force and changes nothing: record it once the time to appeal "
            "is over, or the court of appeal has decided, as in force",
        )  # fmt: skip
    return instance
