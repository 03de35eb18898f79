"""How the fees of barred doctors look in a terminal."""

from collections.abc import Mapping, Sequence

from cli.columns import columns
from cli.language import say
from graph.points.barred_leads import BarredRow


def barred_text(rows: Sequence[BarredRow], names: Mapping[str, str], opened: Sequence[str]) -> str:
    """Who, where, when, how many lines, what they cost and the fund paid, and the lead; in yuan."""
    if not rows:
        return say("没有停权期间的结算费用", "no fee of a barred doctor")
    head = (
        say("医师", "doctor"), say("编码", "code"), say("机构", "institution"),
        say("费用日期", "days"), say("明细", "lines"), say("金额（元）", "amount (yuan)"),
        say("基金支付（元）", "fund part (yuan)"), say("线索", "lead"),
    )  # fmt: skip
    lines = columns([head, *(_cells(row, names) for row in rows)], right={4, 5, 6})
    if opened:
        told = ", ".join(opened)
        lines.append(say(f"已登记线索：{told}", f"leads registered: {told}"))
    return "\n".join(lines)


def _cells(row: BarredRow, names: Mapping[str, str]) -> tuple[str, ...]:
    fees = row.fees
    return (
        fees.name,
        fees.prac_psn_code,
        names.get(fees.fixmedins_code, fees.fixmedins_code),
        f"{fees.first_day} – {fees.last_day}",
        f"{fees.lines:,}",
        f"{fees.amount:,.2f}",
        f"{fees.fund:,.2f}",
        " ".join(row.cases) or say("未登记", "none yet"),
    )
