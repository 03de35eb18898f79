"""What the measures of a handling are called: on paper, and where the case tells of them."""

from datetime import datetime
from decimal import Decimal
from typing import Final

from casework.clocks.calendars import SHANGHAI
from casework.commands.agreement import MeasureKind

MEASURES: Final[dict[str, tuple[str, str]]] = {
    MeasureKind.RECOVERY: ("追回", "money back to the fund"),
    MeasureKind.REFUSE_PAYMENT: ("拒付", "payment refused"),
    MeasureKind.LIQUIDATED_DAMAGES: ("违约金", "damages"),
    MeasureKind.WITHHOLD_PAYMENT: ("暂停拨付", "payment withheld"),
    MeasureKind.SUSPEND_PERSON: ("暂停责任人员服务资格", "a person suspended"),
    MeasureKind.SUSPEND_DEPARTMENT: ("暂停责任科室服务", "a department suspended"),
    MeasureKind.SUSPEND_AGREEMENT: ("中止协议", "the agreement suspended"),
    MeasureKind.TERMINATE_AGREEMENT: ("解除协议", "the agreement ended"),
}


def worded(
    kind: str,
    whom: str,
    amount: Decimal | None,
    months: int | None,
    clause: str = "",
    *,
    area: str = "",
    ends_at: datetime | None = None,
) -> tuple[str, str]:
    """A measure as people read it: what, whom it hits, how much, how long, where, by which clause."""
    zh, en = MEASURES.get(kind, (kind, kind))
    sum_zh, sum_en = (f"{amount:,.2f} 元", f"{amount:,.2f} yuan") if amount else ("", "")
    time_zh, time_en = (f"{months} 个月", f"{months} months") if months else ("", "")
    if ends_at is not None:
        end = f"{ends_at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
        time_zh, time_en = f"至 {end}", f"until {end}"
    where_zh, where_en = (f"区域 {area}", f"area {area}") if area else ("", "")
    return (
        " ".join(filter(None, (f"{zh}（{whom}）" if whom else zh, sum_zh, time_zh, where_zh)))
        + (f"（{clause}）" if clause else ""),
        " ".join(filter(None, (en, whom, sum_en, time_en, where_en)))
        + (f" ({clause})" if clause else ""),
    )
