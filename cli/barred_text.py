"""How the fees of barred doctors look in a terminal."""

from collections.abc import Mapping, Sequence

from casework.points.exempt import WHY_PAYABLE
from cli.columns import columns
from cli.language import say
from graph.points.barred import BarredFees, PayableSpan
from graph.points.barred_leads import BarredRow


def barred_text(rows: Sequence[BarredRow], names: Mapping[str, str], opened: Sequence[str]) -> str:
    """Who, where, when, how many lines, what they cost and the fund paid, and the lead; in yuan."""
    if not rows:
        return say("没有停权期间的结算费用", "no fee of a barred doctor")
    head = (*_head(), say("线索", "lead"))
    lines = columns([head, *(_cells(row, names) for row in rows)], right={4, 5, 6})
    if opened:
        told = ", ".join(opened)
        lines.append(say(f"已登记线索：{told}", f"leads registered: {told}"))
    return "\n".join(lines)


def payable_text(rows: Sequence[PayableSpan], names: Mapping[str, str]) -> str:
    """What is no suspicion and why, under a heading of its own; empty where there is none."""
    if not rows:
        return ""
    title = say("急诊、抢救除外（不作疑点）", "excepted: emergency and rescue (no suspicion)")
    head = (*_head(), say("除外原因", "excepted as"))
    cells = [(*_sums(one.span.fees, names), _why(one)) for one in rows]
    return "\n".join(["", "", title, *columns([head, *cells], right={4, 5, 6})])


def _why(one: PayableSpan) -> str:
    return f"{say(*WHY_PAYABLE[one.why])} ({', '.join(one.because)})"


def _head() -> tuple[str, ...]:
    return (
        say("医师", "doctor"), say("编码", "code"), say("机构", "institution"),
        say("费用日期", "days"), say("明细", "lines"), say("金额（元）", "amount (yuan)"),
        say("基金支付（元）", "fund part (yuan)"),
    )  # fmt: skip


def _cells(row: BarredRow, names: Mapping[str, str]) -> tuple[str, ...]:
    return (*_sums(row.fees, names), " ".join(row.cases) or say("未登记", "none yet"))


def _sums(fees: BarredFees, names: Mapping[str, str]) -> tuple[str, ...]:
    return (
        fees.name,
        fees.prac_psn_code,
        names.get(fees.fixmedins_code, fees.fixmedins_code),
        f"{fees.first_day} – {fees.last_day}",
        f"{fees.lines:,}",
        f"{fees.amount:,.2f}",
        f"{fees.fund:,.2f}",
    )
