"""The lines of a case and the register of an institution's refunds: folds of two small streams."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from casework.commands.case.lines import CaseLine, LineVerdict
from casework.hands import Hand
from casework.money import ZERO, round_fen

OPEN = "open"


@dataclass(frozen=True, slots=True)
class Line:
    """A listed line and what was said about it; yuan.

    `confirmed` is the loss of the fund as confirmed, `returned` what earlier refunds and other
    cases already took of it. Judged by `by` at `at`. `group`: the DRG/DIP difference of its visit
    by which it was confirmed.
    """

    of: CaseLine
    verdict: LineVerdict | None = None
    confirmed: Decimal = ZERO
    returned: Decimal = ZERO
    reasons: str = ""
    by: str = ""
    at: datetime | None = None
    group: Decimal | None = None

    @property
    def line_id(self) -> str:
        """The line's own id."""
        return self.of.line_id

    @property
    def suspected(self) -> Decimal:
        """What is held against the line in yuan: `held_of`, or more where more was confirmed."""
        return max(held_of(self.of), self.confirmed)

    @property
    def loss(self) -> Decimal:
        """What this case may recover of the line."""
        return self.confirmed - self.returned

    @property
    def most(self) -> Decimal:
        """The most that can be lost on it in yuan: the fund's part, or its share of the group's difference."""
        return max(most_of(self.of), self.confirmed if self.group is not None else ZERO)

    @property
    def by_group(self) -> bool:
        """Whether its loss is a difference of DRG/DIP standards: as it was confirmed, or as it was listed."""
        return self.group is not None or self.of.group_difference is not None

    @property
    def state(self) -> str:
        """The verdict as text, or "open"."""
        return self.verdict.value if self.verdict else OPEN


def visit_of(line_id: str) -> str:
    """The visit of a line; empty where it is a finding or a paper bill."""
    visit, slash, _ = line_id.partition("/")
    return visit if slash else ""


def gross_of(line: CaseLine) -> Decimal:
    """The fund's part of a line in yuan (实施细则第三十五条): group difference, or inside × share."""
    if line.group_difference is not None:
        return line.group_difference
    return round_fen(line.inside_policy * line.fund_share)


def held_of(line: CaseLine) -> Decimal:
    """What the finding holds against a line in yuan; a full confirmation confirms just that.

    It may be a fen above `gross_of`: the lines of a finding add up to what the finding says.
    """
    return gross_of(line) if line.at_risk is None else line.at_risk


def most_of(line: CaseLine) -> Decimal:
    """The most that can be lost on a line in yuan."""
    return max(gross_of(line), held_of(line))


@dataclass(frozen=True)
class LineTotals:
    """Sums of a case's lines in yuan. `suspected` = open + `confirmed` + `rejected`.

    `loss` is what the case may recover: `confirmed` less `returned`.
    """

    listed: int = 0
    open: int = 0
    suspected: Decimal = ZERO
    confirmed: Decimal = ZERO
    rejected: Decimal = ZERO
    returned: Decimal = ZERO

    @property
    def loss(self) -> Decimal:
        """Confirmed less returned, yuan."""
        return self.confirmed - self.returned


NO_LINES: Final = LineTotals()


def totals_of(lines: Iterable[Line]) -> LineTotals:
    """Sum lines; of a line partly confirmed the rest counts as rejected."""
    listed = waiting = 0
    suspected = confirmed = rejected = returned = ZERO
    for line in lines:
        listed += 1
        suspected += line.suspected
        if line.verdict is None:
            waiting += 1
            continue
        confirmed += line.confirmed
        returned += line.returned
        rejected += line.suspected - line.confirmed
    return LineTotals(listed, waiting, suspected, confirmed, rejected, returned)


@dataclass(frozen=True)
class LinesState:
    """All lines of one case, in the order in which they were listed, by id."""

    case_no: str
    version: int = 0
    lines: Mapping[str, Line] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"案件 {self.case_no} 的明细"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"lines of case {self.case_no}"

    @property
    def stream(self) -> str:
        """The stream's id."""
        return f"lines:{self.case_no}"


@dataclass(frozen=True)
class Refund:
    """An earlier refund of a line; yuan. `refund_id` is its place in the book, `by` who entered it."""

    amount: Decimal
    source: str
    on: date
    document_no: str
    refund_id: str = field(default="", compare=False)
    by: Hand | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Settled:
    """A refund settlement of a line and what it `left` of the bill, yuan.

    A case that listed the line later listed no more than what was left: for it nothing came back.
    """

    document_no: str
    on: date
    left: Decimal


@dataclass(frozen=True)
class Unset:
    """What refund settlements gave back of a visit without naming a line: the fund's yuan of `billed`."""

    billed: Decimal
    amount: Decimal
    on: date | None
    documents: tuple[str, ...]


@dataclass(frozen=True)
class RefundsState:
    """What came back, or is being recovered by cases, of an institution's lines, by line id.

    `held`: what cases that have listed the line and not judged it yet suspect of it. `settled`: the
    refund settlements of the deliveries; `unset`, by visit, those that name no line of it.
    """

    fixmedins_code: str
    version: int = 0
    refunds: Mapping[str, tuple[Refund, ...]] = field(default_factory=dict)
    claims: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    held: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    settled: Mapping[str, tuple[Settled, ...]] = field(default_factory=dict)
    unset: Mapping[str, Unset] = field(default_factory=dict)

    @property
    def label(self) -> str:
        """How refusals name it."""
        return f"定点机构 {self.fixmedins_code} 的退回台账"

    @property
    def label_en(self) -> str:
        """The same in English."""
        return f"refunds of institution {self.fixmedins_code}"

    @property
    def stream(self) -> str:
        """The stream's id."""
        return f"refunds:{self.fixmedins_code}"

    def refunded(self, line_id: str) -> Decimal:
        """Sum of a line's earlier refunds in yuan."""
        return sum((one.amount for one in self.refunds.get(line_id, ())), ZERO)

    def typed_of(self, visit: str) -> dict[str, Decimal]:
        """What somebody entered by hand of the visit's refunds that name no line, by line; yuan."""
        known = self.unset.get(visit)
        papers = known.documents if known else ()
        return {
            line_id: sum((one.amount for one in refunds if one.document_no in papers), ZERO)
            for line_id, refunds in self.refunds.items()
            if visit_of(line_id) == visit
        }

    def back(self, line: Line) -> tuple[tuple[Settled, Decimal], ...]:
        """The refund settlements since a case listed the line, each with the fund's yuan of it.

        The fund has its money back in the proportion in which the bill shrank.
        """
        by_hand = {one.document_no for one in self.refunds.get(line.line_id, ())}
        found, left, returned = [], line.of.amount, ZERO
        for one in self.settled.get(line.line_id, ()):
            if one.left >= left:
                continue
            left = max(one.left, ZERO)
            whole = round_fen(line.suspected * (line.of.amount - left) / line.of.amount)
            # What somebody entered by hand of the same paper is deducted already.
            if one.document_no not in by_hand:
                found.append((one, whole - returned))
            returned = whole
        return tuple(found)

    def came_back(self, line: Line) -> Decimal:
        """Earlier refunds of a line, and its refund settlements since it was listed; yuan."""
        settled = sum((amount for _, amount in self.back(line)), ZERO)
        return self.refunded(line.line_id) + settled

    def taken(self, line: Line, case_no: str) -> Decimal:
        """What is gone of a line for `case_no`: refunds, and what other cases recover; yuan."""
        others = self.claims.get(line.line_id, {})
        return self.came_back(line) + sum(
            (amount for other, amount in others.items() if other != case_no), ZERO
        )
