"""How the lines of a case look in a terminal."""

from collections.abc import Sequence
from typing import Any, Final

from casework.lines.clash import Clash
from casework.lines.state import LineTotals
from casework.lines.unset import VisitUnset
from cli.columns import columns
from cli.language import say

#: What was said about a line, by the state that filters name.
STATES: Final = {
    "open": ("未认定", "open"),
    "confirmed": ("认定", "confirmed"),
    "partly": ("部分认定", "partly confirmed"),
    "rejected": ("不认定", "not confirmed"),
}


def lines_text(
    rows: Sequence[dict[str, Any]],
    sums: LineTotals,
    clashes: Sequence[Clash],
    unset: Sequence[VisitUnset],
) -> str:
    """The lines below their headings, what other cases and refunds hold of them, and the sums."""
    head = say(
        "明细,认定,疑点金额,已退回,应追回,项目", "line,verdict,suspected,returned,to recover,item"
    )
    cells = [
        (r["line_id"], say(*STATES[r["state"]]), r["suspected"], r["taken"], r["loss"], r["item"])
        for r in rows
    ]
    text = columns([tuple(head.split(",")), *cells], right={2, 3, 4}) if cells else []
    text += [_clash(one) for one in clashes]
    text += [_unset(one) for one in unset]
    text.append(
        say(
            f"共 {sums.listed} 条，未认定 {sums.open} 条；认定 {sums.confirmed} 元，"
            f"此前已退回 {sums.returned} 元，应追回 {sums.loss} 元",
            f"{sums.listed} lines, {sums.open} open; confirmed {sums.confirmed} yuan, "
            f"returned before {sums.returned}, to recover {sums.loss}",
        )
    )
    return "\n".join(text)


def _clash(one: Clash) -> str:
    return say(
        f"同一明细也列在 {one.case_no}：{one.lines} 条，其中未认定 {one.open} 条、涉及基金 "
        f"{one.suspected} 元，该案追回 {one.recovered} 元",
        f"{one.case_no} lists {one.lines} of these lines too: {one.open} open with "
        f"{one.suspected} yuan suspected; it recovers {one.recovered} yuan",
    )


def _unset(one: VisitUnset) -> str:
    numbers = say("、", ", ").join(one.documents)
    return say(
        f"就诊 {one.visit} 的退费结算 {numbers} 未指明明细，尚有已退回的基金 "
        f"{one.amount} 元未扣除；请登记到明细：jicha ledger refund {one.fixmedins_code}",
        f"refund settlements {numbers} of visit {one.visit} name no line; {one.amount} yuan "
        f"returned to the fund are not deducted yet: record them against lines with "
        f"jicha ledger refund {one.fixmedins_code}",
    )
