"""Does the ledger agree, to the cent, with the findings, the lines, the decision and the payments?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from casework.cases.parts import Worksheet
from casework.cases.state import CaseState
from casework.commands.case import Path
from casework.ledger.accounts import NAMES, RECOVERABLE, Account
from casework.ledger.state import Ledger
from casework.lines.state import Line, LinesState, RefundsState, totals_of
from casework.money import ZERO


@dataclass(frozen=True)
class Check:
    """One agreement: what one side says, what the other; yuan."""

    zh: str
    en: str
    expected: Decimal
    actual: Decimal

    @property
    def agrees(self) -> bool:
        """Whether both are equal to the cent."""
        return self.expected == self.actual


def check(
    ledger: Ledger, case: CaseState, lines: LinesState, books: Iterable[RefundsState]
) -> tuple[Check, ...]:
    """Every agreement that a sound ledger keeps; those that fail are named like the others."""
    sums = totals_of(lines.lines.values())
    recoverable = sum((ledger.balances.get(a, ZERO) for a in RECOVERABLE), ZERO)
    twice = max(overclaimed(lines, books) - case.recovery_written_off, ZERO)
    found = [
        Check("每笔分录借贷平衡", "every entry balances", ZERO, _unbalanced(ledger)),
        Check("各科目无反向余额", "no account on the wrong side", ZERO, _wrong_side(ledger)),
        Check("疑点金额合计", "sum of the findings", case.amount_at_risk, ledger.identified),
        Check("明细认定合计（本案卷与明细账）", "lines: the case and its list", sums.loss, case.lines.loss),
        *_recovered(case, lines, sums.loss, recoverable),
        Check("一条明细只追回一次（已核销除外）", "a line is recovered once", ZERO, twice),
    ]  # fmt: skip
    return (*found, *_decided(ledger, case))


def _recovered(
    case: CaseState, lines: LinesState, loss: Decimal, recoverable: Decimal
) -> tuple[Check, ...]:
    """Cases decided before lines were confirmed one by one have none to compare with."""
    if not lines.version:
        return ()
    return (Check("认定金额去向", "where the confirmed loss stands", loss, recoverable),)


def _decided(ledger: Ledger, case: CaseState) -> tuple[Check, ...]:
    decision = case.decision if not case.annulled else None
    demanded, fine = (decision.recovery, decision.fine) if decision else (ZERO, ZERO)
    # A penalty knows no damages: what was paid under the agreement before it stays paid, no more is due.
    handled = decision is not None and case.path is Path.AGREEMENT
    damages = decision.damages if decision and handled else case.damages_kept
    owed = ledger.of(Account.DAMAGES_DUE) + ledger.of(Account.DAMAGES_WRITTEN_OFF)
    owed += ledger.of(Account.DAMAGES_PAID) - ledger.of(Account.DAMAGES_REFUND)
    drawn = _drawn(case)
    return (
        Check("决定退回金额", "recovery of the decision", demanded, ledger.demanded),
        Check("不予责令退回金额", "left out by the decision", _left_out(case), ledger.of(Account.NOT_DEMANDED)),
        Check("决定罚款金额", "fine of the decision", fine, ledger.fined),
        Check("已退回金额", "money returned", case.recovered, ledger.of(Account.RETURNED)),
        Check("决定违约金", "damages of the decision", damages, owed),
        Check("已缴违约金", "damages paid", case.damages_paid, ledger.of(Account.DAMAGES_PAID)),
        Check("应退违约金", "damages owed back", case.damages_back, ledger.of(Account.DAMAGES_REFUND)),
        Check("已缴罚款", "fines paid", case.fines_paid, ledger.of(Account.FINE_PAID)),
        Check("已缴加处罚款", "surcharge paid", case.surcharges_paid, ledger.of(Account.SURCHARGE_PAID)),
        Check("核销加处罚款", "surcharge written off", case.surcharges_written_off,
              ledger.of(Account.SURCHARGE_WRITTEN_OFF)),
        Check("应退加处罚款", "surcharge owed back", case.surcharges_back, ledger.of(Account.SURCHARGE_REFUND)),
        *(Check("测算表损失与处罚建议", "worksheet and proposal", w.loss, _base(case)) for w in drawn),
        *(Check("测算表罚款与当场处罚", "worksheet and decision on the spot", w.fine, fine)
          for w in _on_spot(case)),
    )  # fmt: skip


def _left_out(case: CaseState) -> Decimal:
    """What a standing decision does not demand, as far as the lines were not let go since."""
    if case.decision is None or case.annulled:
        return ZERO
    return min(case.decision.not_demanded, max(case.lines.loss - case.decision.recovery, ZERO))


def _drawn(case: CaseState) -> Iterator[Worksheet]:
    """The worksheet that the proposal rests on."""
    named = case.proposal.worksheet_id if case.proposal else None
    return (one for one in case.worksheets if one.worksheet_id == named)


def _on_spot(case: CaseState) -> Iterator[Worksheet]:
    """The worksheet that a standing decision on the spot rests on; a changed fine is another one."""
    named = case.decision.worksheet_id if case.decision and not case.annulled else ""
    changed = case.changed
    return (one for one in case.worksheets if one.worksheet_id == named and not changed)


def _base(case: CaseState) -> Decimal:
    return case.proposal.base_loss if case.proposal else ZERO


def _unbalanced(ledger: Ledger) -> Decimal:
    """What all entries together are out of balance, without sign."""
    return sum(
        (abs(sum((p.amount for p in entry.postings), ZERO)) for entry in ledger.entries), ZERO
    )


def _wrong_side(ledger: Ledger) -> Decimal:
    return sum((max(-ledger.of(account), ZERO) for account in NAMES), ZERO)


def overclaimed(lines: LinesState, books: Iterable[RefundsState]) -> Decimal:
    """Yuan that would be recovered twice: refunds and claims of all cases above the line's fund part.

    An earlier refund that is entered after the demand shows here until it is written off.
    """
    known = {book.fixmedins_code: book for book in books}
    return sum((_over(line, known) for line in lines.lines.values()), ZERO)


def _over(line: Line, books: Mapping[str, RefundsState]) -> Decimal:
    book = books.get(line.of.fixmedins_code)
    if book is None or not line.loss:
        return ZERO
    gone = book.came_back(line) + sum(book.claims.get(line.of.line_id, {}).values(), ZERO)
    return max(gone - line.most, ZERO)
