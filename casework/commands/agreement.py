"""Commands of agreement handling (协议处理), the agency's shorter path (domain: 条例 13)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from casework.commands.case import CaseCommand, Defence, LessGround, Ruling, Vouched
from casework.commands.case.serving import Serving


class MeasureKind(StrEnum):
    """Measures of the agency under the agreement; none of them is a penalty."""

    RECOVERY = "recovery"
    REFUSE_PAYMENT = "refuse_payment"
    LIQUIDATED_DAMAGES = "liquidated_damages"
    WITHHOLD_PAYMENT = "withhold_payment"
    SUSPEND_PERSON = "suspend_person"
    SUSPEND_DEPARTMENT = "suspend_department"
    SUSPEND_AGREEMENT = "suspend_agreement"
    TERMINATE_AGREEMENT = "terminate_agreement"


@dataclass(frozen=True)
class Measure:
    """One measure: money in yuan, or months for a suspension; `target` names whom it hits.

    A suspension may end at `ends_at`, to the minute, instead of after months from its service; `area`: the
    code of the division where it holds, empty everywhere.
    """

    kind: MeasureKind
    amount: Decimal = Decimal("0.00")
    months: int = 0
    target: str = ""
    clause: str = ""
    area: str = ""
    ends_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ProposeHandling(CaseCommand):
    """Propose the handling: measures with the agreement's clauses, and reasons.

    `pharmacy_acts` are rows of the local table of points, for pharmacies; `rectify` what has to be
    put right, `rectify_days` within how many natural days after the decision. `target_names` are
    the names that the map has for persons whom a measure hits, as (code, name). Measures that ask back
    less than the confirmed loss have their ground in `less_ground` and `less_reasons`.
    """

    measures: tuple[Measure, ...]
    reasons: str
    pharmacy_acts: tuple[str, ...] = ()
    rectify: str = ""
    rectify_days: int = 30
    target_names: tuple[tuple[str, str], ...] = ()
    less_ground: LessGround | None = None
    less_reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class NotifyHandling(Serving):
    """Tell the institution what is proposed and that it may state and defend."""


@dataclass(frozen=True, kw_only=True)
class StateDefence(CaseCommand):
    """The institution's statement and defence, or its express waiver: the institution's own right.

    The agency only records it: `document` is the institution's signed paper (evidence of this
    case), and silence may be recorded once the period is over. `received_on`: the day on which that
    paper came in; none: today. `enclosures` are items that the institution put into the vault for it.
    """

    how: Defence
    text: str = ""
    document: str | None = None
    received_on: date | None = None
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class DecideHandling(CaseCommand):
    """Decide the handling; never the proposer.

    Without `decision_no` the store allots the next number of the series (with `serial`, `year`).
    """

    ruling: Ruling
    decision_no: str = ""
    reasons: str = ""
    serial: int | None = None
    year: int | None = None


class Deduction(StrEnum):
    """How money of a handling came in: out of the next settlement, paid, or never paid out."""

    OFFSET = "offset"
    PAID = "paid"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class ServeHandling(Serving):
    """Serve the decision on the institution; `document` is the signed receipt (evidence here)."""

    document: str | None = None


@dataclass(frozen=True, kw_only=True)
class DecideToPerform(CaseCommand):
    """Decide in writing that what the handling asks is performed, after pressing in vain (行政协议规定 24).

    The institution has `days` from its service; then the court may be asked, once nobody can sue any more.
    Without `decision_no` the store allots the next number of the series (with `serial`, `year`).
    """

    decision_no: str = ""
    days: int = 15
    reasons: str = ""
    serial: int | None = None
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class RecordDeduction(Vouched):
    """Money of the decision that came in: fund money and damages apart."""

    how: Deduction


@dataclass(frozen=True, kw_only=True)
class ReportRectification(CaseCommand):
    """What the institution put right; its own report, or its signed paper recorded by the agency."""

    text: str
    document: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecheckRectification(CaseCommand):
    """The re-check: passed, or once more with `days` to put it right."""

    passed: bool
    record: str
    held_on: date
    days: int = 15


class UnrectifiedGround(StrEnum):
    """Why nothing is left to re-check: no agreement binds the institution any more, or it is gone."""

    AGREEMENT_OVER = "agreement_over"
    INSTITUTION_GONE = "institution_gone"


@dataclass(frozen=True, kw_only=True)
class CloseHandling(CaseCommand):
    """Close after deduction, damages and a rectification re-checked.

    `unrectified`: why that re-check will not be, where what was to be put right was not. `document_no` and
    `document`, evidence of the case, are the paper that says so; an agreement that a measure in force ended
    needs none.
    """

    situation: str
    unrectified: UnrectifiedGround | None = None
    document_no: str = ""
    document: str = ""


@dataclass(frozen=True, kw_only=True)
class ProposeConversion(CaseCommand):
    """Propose to go on in the other procedure: of a handling as a penalty case, of a penalty case as a handling."""

    reasons: str


@dataclass(frozen=True, kw_only=True)
class ConvertCase(CaseCommand):
    """Turn an agreement handling into an administrative case, as was proposed; money already returned stays."""

    reasons: str = ""


@dataclass(frozen=True, kw_only=True)
class ConvertToHandling(CaseCommand):
    """Turn an administrative case back into a handling, as was proposed; money already returned stays."""

    reasons: str = ""
