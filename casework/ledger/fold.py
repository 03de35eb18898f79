"""Fold a case's events into its recovery ledger.

identified → confirmed → demanded (or not demanded, with its ground) → returned → written off; fines, damages and surcharges apart.
Nothing is posted by hand but what `write_off` tells: the ledger cannot say what the case does not.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from casework.commands.case import PaymentKind
from casework.events import Event
from casework.ledger.accounts import Account
from casework.ledger.state import Entry, Ledger, Posting
from casework.money import ZERO

A = Account
NOTHING: Final = {"suspected": ZERO, "confirmed": ZERO, "rejected": ZERO, "returned": ZERO}
#: A reversal names the payment's voucher, too, and stands on its own.
PAPERS: Final = {"PaymentReversed": ("document_no",)}


class _Book:
    """The ledger while it is written: moves of one event are one entry."""

    def __init__(self) -> None:
        self.balances: dict[Account, Decimal] = dict.fromkeys(Account, ZERO)
        self.moves: dict[Account, Decimal] = {}
        self.sums: Mapping[str, Decimal] = NOTHING
        #: Findings that came into the case after its lines were listed last.
        self.unlisted = ZERO
        #: Demanded under the agreement beyond what lines were confirmed for.
        self.unproven = ZERO
        self.identified = self.demanded = self.fined = ZERO
        #: Whether a decision, standing or fallen, says what is owed; before it the confirmed lines do.
        self.decided = False

    def move(self, to: Account, source: Account, amount: Decimal) -> None:
        """Debit `to`, credit `source`; a negative amount goes the other way."""
        if not amount:
            return
        for account, change in ((to, amount), (source, -amount)):
            self.balances[account] += change
            self.moves[account] = self.moves.get(account, ZERO) + change

    def settle(self) -> None:
        """Money paid ahead meets what is confirmed; what came back above it was paid ahead.

        Once it is decided, what came back above what is demanded is owed to the party.
        """
        confirmed, ahead = self.balances[A.CONFIRMED], -self.balances[A.ADVANCE]
        if self.decided:
            back = self.balances[A.RETURNED] + self.balances[A.WRITTEN_OFF]
            self.move(A.CONFIRMED, A.ADVANCE, max(back - self.demanded, ZERO) - ahead)
            # Lines that are let go after a decision that demands nothing of them.
            gone = max(-self.balances[A.CONFIRMED], ZERO)
            self.move(A.CONFIRMED, A.NOT_DEMANDED, min(gone, self.balances[A.NOT_DEMANDED]))
        elif confirmed < 0:
            self.move(A.CONFIRMED, A.ADVANCE, -confirmed)
        elif confirmed and ahead:
            self.move(A.ADVANCE, A.CONFIRMED, min(confirmed, ahead))

    def entry(self, event: Event) -> Entry | None:
        """Close the entry of an event; None when it moved nothing."""
        postings = tuple(Posting(a, m) for a, m in self.moves.items() if m)
        self.moves = {}
        named = PAPERS.get(event.type, ("voucher", "decision_no", "document_no"))
        paper = next((event.data[n] for n in named if event.data.get(n)), "")
        return Entry(event.seq, event.at, event.type, postings, str(paper)) if postings else None


def fold_ledger(case_no: str, events: Iterable[Event]) -> Ledger:
    """Return the ledger of a case from its whole chain."""
    book, entries = _Book(), []
    for event in events:
        step = STEPS.get(event.type)
        if step is None:
            continue
        step(book, event.data)
        book.settle()
        entry = book.entry(event)
        if entry is not None:
            entries.append(entry)
    return Ledger(
        case_no, tuple(entries), book.balances, book.identified, book.demanded, book.fined
    )


def _found(book: _Book, d: Mapping[str, Any]) -> None:
    amount = sum((Decimal(f["amount"]) for f in d["findings"]), ZERO)
    book.identified += amount
    book.unlisted += amount
    book.move(A.SUSPECTED, A.SOURCE, amount)


def _listed(book: _Book, d: Mapping[str, Any]) -> None:
    """What is listed replaces the findings' own amounts: two rules may have met one line."""
    if not d.get("by_hand"):
        book.unlisted = ZERO
    _sums(book, d)


def _sums(book: _Book, d: Mapping[str, Any]) -> None:
    now = {name: Decimal(d["totals"][name]) for name in NOTHING}
    was, book.sums = book.sums, now
    book.move(A.REJECTED, A.SUSPECTED, now["rejected"] - was["rejected"])
    book.move(A.EARLIER, A.SUSPECTED, now["returned"] - was["returned"])
    loss = (now["confirmed"] - now["returned"]) - (was["confirmed"] - was["returned"])
    book.move(A.CONFIRMED, A.SUSPECTED, loss)
    left = now["suspected"] - now["confirmed"] - now["rejected"] + book.unlisted
    book.move(A.SUSPECTED, A.SOURCE, left - book.balances[A.SUSPECTED])


def _decided(book: _Book, d: Mapping[str, Any]) -> None:
    recovery, fine = Decimal(d["recovery"]), Decimal(d.get("fine") or 0)
    book.demanded, book.fined, book.decided = recovery, fine, True
    _demand(book, recovery)
    _left_out(book, d)
    # What was paid of a fine that fell, and is not paid back yet, is paid of the one in its place.
    kept = min(fine, -book.balances[A.FINE_REFUND])
    book.move(A.FINE_REFUND, A.FINE_SOURCE, kept)
    book.move(A.FINE_DUE, A.FINE_SOURCE, fine - kept)


def _handled(book: _Book, d: Mapping[str, Any]) -> None:
    """Damages under the agreement are no fund money: they are owed beside it."""
    book.demanded, book.decided = Decimal(d["recovery"]), True
    _demand(book, book.demanded)
    _left_out(book, d)
    back = -book.balances[A.DAMAGES_REFUND]
    due = Decimal(d["damages"]) - (book.balances[A.DAMAGES_PAID] - back)
    # What was paid of damages that fell, and is not paid back yet, is paid of these.
    kept = max(min(due, back), ZERO)
    book.move(A.DAMAGES_REFUND, A.DAMAGES_SOURCE, kept)
    book.move(A.DAMAGES_DUE, A.DAMAGES_SOURCE, due - kept)


def _demand(book: _Book, recovery: Decimal) -> None:
    """Demand what has not come back yet; what no line was confirmed for is confirmed by it."""
    back = book.balances[A.RETURNED] + book.balances[A.ADVANCE]
    due = max(recovery - back, ZERO)
    missing = due - book.balances[A.CONFIRMED]
    if missing > 0:
        ahead = min(missing, -book.balances[A.ADVANCE])
        book.move(A.CONFIRMED, A.SOURCE, missing)
        book.unproven += missing
        due -= ahead
    book.move(A.DEMANDED, A.CONFIRMED, due)


def _left_out(book: _Book, d: Mapping[str, Any]) -> None:
    """What the decision leaves out of the confirmed loss; older events do not say, and it stays confirmed."""
    book.move(A.NOT_DEMANDED, A.CONFIRMED, Decimal(d.get("not_demanded") or 0))


def _undemanded(book: _Book, d: Mapping[str, Any]) -> None:
    """A decision that falls, or gives way to the penalty procedure, demands nothing any more."""
    book.move(A.CONFIRMED, A.DEMANDED, book.balances[A.DEMANDED])
    book.move(A.CONFIRMED, A.NOT_DEMANDED, book.balances[A.NOT_DEMANDED])
    for account in (A.DAMAGES_DUE, A.DAMAGES_WRITTEN_OFF):
        book.move(A.DAMAGES_SOURCE, account, book.balances[account])
    book.move(A.SURCHARGE_SOURCE, A.SURCHARGE_WRITTEN_OFF, book.balances[A.SURCHARGE_WRITTEN_OFF])
    book.move(A.CONFIRMED, A.WRITTEN_OFF, book.balances[A.WRITTEN_OFF])
    book.move(A.SOURCE, A.CONFIRMED, book.unproven)
    _fined(book, ZERO)
    book.demanded = book.unproven = ZERO


def _annulled(book: _Book, d: Mapping[str, Any]) -> None:
    """What was paid upon it beside fund money is owed back; a conversion keeps damages that were paid."""
    _undemanded(book, d)
    for paid, refund, source in (
        (A.DAMAGES_PAID, A.DAMAGES_REFUND, A.DAMAGES_SOURCE),
        (A.SURCHARGE_PAID, A.SURCHARGE_REFUND, A.SURCHARGE_SOURCE),
    ):
        book.move(source, refund, book.balances[paid] + book.balances[refund])


def _undecided(book: _Book, d: Mapping[str, Any]) -> None:
    """It is to be decided anew: until then the confirmed lines say what is owed."""
    book.decided = False


def _converted(book: _Book, d: Mapping[str, Any]) -> None:
    _undemanded(book, d)
    _undecided(book, d)


def _changed(book: _Book, d: Mapping[str, Any]) -> None:
    _fined(book, Decimal(d["fine"]))
    if d.get("recovery") is not None:
        _recovered_less(book, Decimal(d["recovery"]))
        _left_out(book, d)
    if d.get("damages") is not None:
        _damaged_less(book, Decimal(d["damages"]))
    less = Decimal(d.get("surcharge_back") or 0)
    book.move(A.SURCHARGE_SOURCE, A.SURCHARGE_REFUND, less)


def _recovered_less(book: _Book, recovery: Decimal) -> None:
    """A lower recovery: less is demanded, then less was written off; what came back above it is owed back."""
    less, book.demanded = book.demanded - recovery, recovery
    for account in (A.DEMANDED, A.WRITTEN_OFF):
        part = min(less, book.balances[account])
        book.move(A.CONFIRMED, account, part)
        less -= part


def _damaged_less(book: _Book, damages: Decimal) -> None:
    """Lower damages: less is due, then less was written off, and the rest is owed to the party."""
    held = (A.DAMAGES_DUE, A.DAMAGES_WRITTEN_OFF, A.DAMAGES_PAID, A.DAMAGES_REFUND)
    less = sum((book.balances[account] for account in held), ZERO) - damages
    for account in (A.DAMAGES_DUE, A.DAMAGES_WRITTEN_OFF):
        part = min(less, book.balances[account])
        book.move(A.DAMAGES_SOURCE, account, part)
        less -= part
    book.move(A.DAMAGES_SOURCE, A.DAMAGES_REFUND, less)


def _fined(book: _Book, fine: Decimal) -> None:
    """A lower fine: less is due, then less was written off, and the rest is owed to the party."""
    less, book.fined = book.fined - fine, fine
    for account in (A.FINE_DUE, A.FINE_WRITTEN_OFF):
        part = min(less, book.balances[account])
        book.move(A.FINE_SOURCE, account, part)
        less -= part
    book.move(A.FINE_SOURCE, A.FINE_REFUND, less)


def _paid(book: _Book, d: Mapping[str, Any]) -> None:
    amount = Decimal(d["amount"])
    if d["kind"] == PaymentKind.FINE.value:
        book.move(A.FINE_PAID, A.FINE_DUE, amount)
    elif d["kind"] == PaymentKind.SURCHARGE.value:
        book.move(A.SURCHARGE_PAID, A.SURCHARGE_SOURCE, amount)
    elif d["kind"] == PaymentKind.DAMAGES.value:
        book.move(A.DAMAGES_PAID, A.DAMAGES_DUE, amount)
    else:
        _returned(book, amount)


def _reversed(book: _Book, d: Mapping[str, Any]) -> None:
    """The reverse voucher: what is owed back of the kind goes first, the rest is due again."""
    paid, back, due = {
        PaymentKind.FINE.value: (A.FINE_PAID, A.FINE_REFUND, A.FINE_DUE),
        PaymentKind.SURCHARGE.value: (A.SURCHARGE_PAID, A.SURCHARGE_REFUND, A.SURCHARGE_SOURCE),
        PaymentKind.DAMAGES.value: (A.DAMAGES_PAID, A.DAMAGES_REFUND, A.DAMAGES_DUE),
    }.get(d["kind"], (A.RETURNED, A.ADVANCE, A.DEMANDED if book.decided else A.CONFIRMED))
    amount = Decimal(d["amount"])
    part = min(amount, -book.balances[back])
    book.move(back, paid, part)
    book.move(due, paid, amount - part)


def _returned(book: _Book, amount: Decimal) -> None:
    """First what is demanded, then what is confirmed; the rest was paid ahead."""
    for source in (A.DEMANDED, A.CONFIRMED):
        part = min(amount, book.balances[source])
        book.move(A.RETURNED, source, part)
        amount -= part
    book.move(A.RETURNED, A.ADVANCE, amount)


def _written_off(book: _Book, d: Mapping[str, Any]) -> None:
    amount = Decimal(d["amount"])
    if d["kind"] == PaymentKind.FINE.value:
        book.move(A.FINE_WRITTEN_OFF, A.FINE_DUE, amount)
    elif d["kind"] == PaymentKind.SURCHARGE.value:
        book.move(A.SURCHARGE_WRITTEN_OFF, A.SURCHARGE_SOURCE, amount)
    elif d["kind"] == PaymentKind.DAMAGES.value:
        book.move(A.DAMAGES_WRITTEN_OFF, A.DAMAGES_DUE, amount)
    else:
        book.move(A.WRITTEN_OFF, A.DEMANDED, amount)


def _owed_again(book: _Book, d: Mapping[str, Any]) -> None:
    _written_off(book, {**d, "amount": -Decimal(d["amount"])})


def _paid_back(book: _Book, d: Mapping[str, Any]) -> None:
    amount = Decimal(d["amount"])
    if d["kind"] == PaymentKind.FINE.value:
        book.move(A.FINE_REFUND, A.FINE_PAID, amount)
    elif d["kind"] == PaymentKind.SURCHARGE.value:
        book.move(A.SURCHARGE_REFUND, A.SURCHARGE_PAID, amount)
    elif d["kind"] == PaymentKind.DAMAGES.value:
        book.move(A.DAMAGES_REFUND, A.DAMAGES_PAID, amount)
    else:
        book.move(A.ADVANCE, A.RETURNED, amount)


STEPS: Final[dict[str, Callable[[_Book, Mapping[str, Any]], None]]] = {
    "CaseOpened": _found,
    "FindingsAttached": _found,
    "LinesListed": _listed,
    "LinesJudged": _sums,
    "LinesNetted": _sums,
    "LinesReleased": _sums,
    "CaseDecided": _decided,
    "CaseDecidedOnSpot": _decided,
    "HandlingDecided": _handled,
    "CaseConverted": _converted,
    "InvestigationReopened": _undecided,
    "DecisionAnnulled": _annulled,
    "DecisionChanged": _changed,
    "PaymentRecorded": _paid,
    "PaymentReversed": _reversed,
    "RecoveryWrittenOff": _written_off,
    "WriteOffReversed": _owed_again,
    "MoneyPaidBack": _paid_back,
}
