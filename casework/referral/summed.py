"""Small frauds of one party that nobody dealt with yet count together (多次诈骗未经处理，数额累计计算).

Of one institution or person: what its other cases and handlings found and confirmed, as far as neither a crime was
referred nor a penalty decided for it, and the conduct lies no further apart than the period of the row of law.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from casework.cases.place import FRAUD_MONTHS
from casework.cases.state import CaseState
from casework.clocks.calendars import add_months, local_date
from casework.copying import replace
from casework.law.citation import in_english
from casework.law.rows import Parameter, parameter
from casework.money import ZERO
from casework.referral.state import OtherFraud
from casework.wording import Both


def months(own: tuple[str, str] | None, at: datetime) -> Parameter:
    """Within how many months they count together: as the bureau entered it, else as packaged; 0: they do not."""
    row = parameter(FRAUD_MONTHS, local_date(at))
    return replace(row, value=own[0], basis=own[1], mark="") if own else row


def parts(case: CaseState, at: datetime) -> tuple[OtherFraud, ...]:
    """What counts beside the case's own amount, the oldest first."""
    return counting(
        case.other_frauds, conduct_on(case), int(months(case.own_fraud_months, at).value)
    )


def counting(others: Iterable[OtherFraud], on: date | None, within: int) -> tuple[OtherFraud, ...]:
    """Those whose conduct lies no further apart from a day than so many months; of 0 none."""
    if on is None or not within:
        return ()
    near = (one for one in others if _near(one.on, on, within))
    return tuple(sorted(near, key=lambda one: (one.on, one.case_no)))


def added(case: CaseState, at: datetime) -> Decimal:
    """The sum of that in yuan."""
    return sum((one.amount for one in parts(case, at)), ZERO)


def conduct_on(case: CaseState) -> date | None:
    """The last day of the conduct; where nobody wrote it down the day on which the case was opened."""
    opened = local_date(case.opened_at) if case.opened_at else None
    return case.conduct_to or opened


def _near(first: date, second: date, within: int) -> bool:
    return add_months(min(first, second), within) >= max(first, second)


def told(case: CaseState, own: Decimal, at: datetime) -> Both:
    """How the amount comes about; empty where it is the case's own alone."""
    found, row = parts(case, at), months(case.own_fraud_months, at)
    if not found:
        return Both("", "")
    zh = "、".join(f"{one.docket} {one.amount:,} 元" for one in found)
    en = "; ".join(f"{one.docket} {one.amount:,} yuan" for one in found)
    return Both(
        f"其中本案 {own:,} 元，同一当事人 {row.value} 个月内未经处理的 {zh}，累计计算（{row.basis}）；",
        f" ({own:,} yuan of this case, and of the same party within {row.value} months, not dealt with: {en}; "
        f"they count together, {in_english(row.basis)})",
    )
