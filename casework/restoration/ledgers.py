"""What the recovery ledger of the case behind a score says, beside what the centre answers.

A score rests on a decision against the institution, and that case keeps its own book of the fund's
money. Whether a refund under dispute, or in the court's hands, keeps the doctor waiting, is a
parameter: the texts at hand do not say.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.points import BasisKind
from casework.events import Event
from casework.ledger.accounts import Account
from casework.ledger.fold import fold_ledger
from casework.points.parameters import BureauState
from casework.points.state import PointsState, ScoreEntry
from casework.refusal import refuse

PARAMETER: Final = "restoration_refund"
#: What keeps the money open without the institution's fault, as its case has it.
ARRANGED: Final[dict[str, tuple[str, str]]] = {
    "remedy": ("复议或诉讼尚未结束", "a review or suit is not decided"),
    "court": ("已申请法院强制执行", "the court was asked to enforce it"),
}


@dataclass(frozen=True)
class CaseBook:
    """The fund's money of one case in yuan, and what its record says of putting things right.

    `entries` are the scores that rest on it; `arranged` a key of `ARRANGED`, or empty; `uncorrected`
    what the case found not corrected, or empty.
    """

    case_no: str
    entries: tuple[str, ...]
    identified: Decimal
    demanded: Decimal
    returned: Decimal
    written_off: Decimal
    outstanding: Decimal
    arranged: str = ""
    uncorrected: str = ""

    @property
    def said(self) -> tuple[str, str]:
        """The book in a sentence, in both languages."""
        gone = (f"，核销 {self.written_off:,.2f}", f", {self.written_off:,.2f} written off")
        zh, en = gone if self.written_off else ("", "")
        return (
            f"案件 {self.case_no} 台账：疑点 {self.identified:,.2f} 元，责令退回 "
            f"{self.demanded:,.2f} 元，已退回 {self.returned:,.2f} 元{zh}，尚欠 "
            f"{self.outstanding:,.2f} 元",
            f"ledger of case {self.case_no}: {self.identified:,.2f} yuan identified, "
            f"{self.demanded:,.2f} demanded, {self.returned:,.2f} returned{en}, "
            f"{self.outstanding:,.2f} outstanding",
        )


def scores_of(file: PointsState) -> tuple[ScoreEntry, ...]:
    """The scores that the open application answers for and that still count."""
    application = file.restoration
    if application is None or not application.is_open:
        return ()
    return tuple(e for e in file.entries if e.counts and e.entry_id in application.covers)


def cases_of(file: PointsState) -> tuple[str, ...]:
    """The cases on which those scores rest, each once."""
    resting = (e.basis for e in scores_of(file) if e.basis_kind == BasisKind.CASE)
    return tuple(dict.fromkeys(resting))


def without_case(file: PointsState) -> tuple[str, ...]:
    """Those that rest on a decision kept elsewhere: no ledger says anything of them."""
    return tuple(e.entry_id for e in scores_of(file) if e.basis_kind != BasisKind.CASE)


def book_of(file: PointsState, case: CaseState, events: Iterable[Event]) -> CaseBook:
    """What the case says of the scores on this file that rest on it."""
    ledger = fold_ledger(case.case_no, events)
    resting = (e for e in scores_of(file) if e.basis_kind == BasisKind.CASE)
    return CaseBook(
        case_no=case.case_no,
        entries=tuple(e.entry_id for e in resting if e.basis == case.case_no),
        identified=ledger.identified,
        demanded=ledger.demanded,
        returned=ledger.of(Account.RETURNED),
        written_off=ledger.of(Account.WRITTEN_OFF),
        outstanding=ledger.of(Account.DEMANDED),
        arranged=_arranged(case),
        uncorrected=_uncorrected(case),
    )


def _arranged(case: CaseState) -> str:
    if any(one.outcome is None for one in case.standing_remedies):
        return "remedy"
    return "court" if case.court_applied else ""


def _uncorrected(case: CaseState) -> str:
    """What the latest finding of an order, or the latest re-check, did not find put right."""
    vain = [one.what for one in case.corrections if one.in_vain]
    plan = case.rectification
    failed = [plan.text] if plan is not None and plan.checks and not plan.passed else []
    return "；".join((*vain, *failed))


def books_of(
    file: PointsState, states: Mapping[str, Any], history: Mapping[str, Sequence[Event]]
) -> tuple[CaseBook, ...]:
    """The books of all cases behind the application."""
    return tuple(
        book_of(file, states[f"case:{case_no}"], history[f"case:{case_no}"])
        for case_no in cases_of(file)
    )


def borne_out(
    books: Sequence[CaseBook],
    answers: Mapping[str, bool],
    reasons: str,
    bureau: BureauState,
    at: datetime,
) -> dict[str, object]:
    """What the event keeps of the ledgers that the centre saw; nothing where no case stands behind.

    Refuses REFUND_OUTSTANDING and NOT_CORRECTED for a yes that the case denies, FIELD_REQUIRED for a
    refund that is arranged otherwise and goes unexplained.
    """
    if answers.get("refund"):
        for book in books:
            _settled(book, reasons, bureau, local_date(at))
    if answers.get("rectification"):
        for book in books:
            if book.uncorrected:
                raise refuse("NOT_CORRECTED", case_no=book.case_no, what=book.uncorrected)
    if not books:
        return {}
    kept = ("case_no", "identified", "demanded", "returned", "written_off", "outstanding")
    return {"ledgers": [{name: getattr(book, name) for name in kept} for book in books]}


def _settled(book: CaseBook, reasons: str, bureau: BureauState, today: date) -> None:
    if not book.outstanding:
        return
    said, said_en = book.said
    allowed = bureau.value(PARAMETER, today) == "arranged"
    if allowed and book.arranged:
        if not reasons.strip():
            why, why_en = ARRANGED[book.arranged]
            raise refuse(
                "FIELD_REQUIRED",
                field=f"理由（{said}；{why}）",
                field_en=f"reasons ({said_en}; {why_en})",
            )
        return
    cure, cure_en = _CURES[allowed, bool(book.arranged)]
    raise refuse("REFUND_OUTSTANDING", said=said, said_en=said_en, cure=cure, cure_en=cure_en)


_PAY: Final = (
    "款已到账的，先在该案登记到账；未到账的，答“否”并选“退回补正”",
    "record the money in that case if it came in; else answer no and return the application",
)
_SET: Final = (
    f"；因复议、诉讼或法院执行而未退清、本局允许说明理由后同意的，先由主要负责人批准参数 {PARAMETER}",
    f". Where a review, a suit or the court's enforcement holds it up, the head may first approve the "
    f"parameter {PARAMETER}",
)
#: What to do by whether the parameter lets an arranged refund pass, and whether it is arranged.
_CURES: Final[dict[tuple[bool, bool], tuple[str, str]]] = {
    (False, False): _PAY,
    (True, False): _PAY,
    (False, True): (_PAY[0] + _SET[0], _PAY[1] + _SET[1]),
}
