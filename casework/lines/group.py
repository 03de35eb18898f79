"""Lines of a bill that was settled by DRG/DIP: their loss is the difference of its group's standard.

The fund pays such a visit by its group, not by its items (实施细则第三十五条): what was upcoded or split is lost
once for the whole visit. So its lines are judged together, and never some by the group and some by item.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from casework.commands.case.lines import JudgeLines, LineVerdict
from casework.lines.settle import after, returned_of
from casework.lines.state import OPEN, Line, LinesState, RefundsState, most_of, visit_of
from casework.money import ZERO, round_fen, yuan
from casework.refusal import Refusal, refuse

FEN = Decimal("0.01")


def by_group(
    c: JudgeLines, found: Sequence[Line], lines: LinesState, books: Mapping[str, RefundsState]
) -> list[Decimal]:
    """What is confirmed of each chosen line, adding up to the difference, or the part of it, to the fen.

    What came back of a line before is set against the whole: a line takes at least that of it.

    Refuses BAD_VALUE: a rejection has none, it is of one visit, and all of that visit's lines share it.
    """
    whole = _whole(c)
    bills = {visit_of(line.line_id) or line.line_id for line in found}
    if len(bills) > 1:
        raise _bad(
            "病组差额按一次就诊填写，所选明细属于多次就诊，请逐次就诊认定",
            "a difference is of one visit and these lines are of several: judge each visit by itself",
        )
    chosen = {line.line_id for line in found}
    left = [
        line
        for line in lines.lines.values()
        if line.line_id not in chosen
        and visit_of(line.line_id) in bills
        and line.verdict is not LineVerdict.REJECTED
    ]
    if left:
        raise _bad(
            f"病组差额是整次就诊的损失：该就诊还有 {len(left)} 条明细未选，请一并选中，或先不认定",
            f"it is the loss of the whole visit, of which {len(left)} more lines are listed: choose them, too, or reject them first",
        )
    given, left_over = [], whole
    for line in found:
        back = min(returned_of(line, most_of(line.of), lines.case_no, books), left_over)
        given.append(back)
        left_over -= back
    shares = _spread(left_over, [line.of.amount for line in found])
    return [back + share for back, share in zip(given, shares, strict=True)]


def visits_whole(lines: LinesState, changed: Sequence[Line]) -> None:
    """Refuses BAD_VALUE where some lines of a visit would stand by its group and some by item, or by another sum."""
    if all(line.group is None for line in (*changed, *lines.lines.values())):
        return
    now = after(lines, changed)
    visits = {visit_of(line.line_id) for line in changed} - {""}
    groups: dict[str, set[Decimal | None]] = {}
    for line in now.lines.values():
        visit = visit_of(line.line_id)
        if visit in visits and line.state != OPEN and line.verdict is not LineVerdict.REJECTED:
            groups.setdefault(visit, set()).add(line.group)
    torn = [one for one, found in groups.items() if len(found) > 1] + _left(lines, changed)
    if torn:
        raise _bad(
            f"就诊 {torn[0]} 已按病组差额认定，请连同该就诊的全部明细一并重新认定",
            f"visit {torn[0]} was judged by its group: judge all of its lines anew, together",
        )


def _left(lines: LinesState, changed: Iterable[Line]) -> list[str]:
    """Visits judged by their group of which a line that shares the difference is taken out alone."""
    anew = {line.line_id for line in changed}
    shared = {visit_of(one) for one in anew if lines.lines[one].group is not None} - {""}
    return [
        visit_of(line.line_id)
        for line in (lines.lines.values() if shared else ())
        if line.group is not None and visit_of(line.line_id) in shared and line.line_id not in anew
    ]


def _whole(c: JudgeLines) -> Decimal:
    """What is confirmed of the difference, yuan."""
    difference = yuan(c.group_difference or ZERO)
    if c.verdict is LineVerdict.REJECTED:
        raise _bad("不认定的，不填病组差额", "what is rejected has none")
    if difference <= 0:
        raise _bad("应大于 0", "above 0")
    if c.verdict is LineVerdict.CONFIRMED:
        if c.amount is not None or c.share is not None:
            raise _bad("认定全部差额的，不填部分金额或比例", "the whole of it has no part")
        return difference
    if (c.amount is None) == (c.share is None):
        raise _bad(
            "部分认定的，认定金额与认定比例须填且只填一项", "of a part give an amount or a share"
        )
    if c.share is not None:
        if not (c.share.is_finite() and 0 < c.share < 1):
            raise _bad("认定比例应大于 0 且小于 1", "a share is above 0 and below 1")
        return round_fen(difference * c.share)
    part = yuan(c.amount or ZERO)
    if not 0 < part < difference:
        raise _bad(
            f"部分认定应大于 0、小于病组差额 {difference:,} 元",
            f"a part is above 0 and below the difference of {difference:,} yuan",
        )
    return part


def _spread(whole: Decimal, amounts: Sequence[Decimal]) -> list[Decimal]:
    """Divide by what was billed; the fen that rounding leaves go to the first lines."""
    billed = sum(amounts, ZERO)
    weights = amounts if billed else [Decimal(1)] * len(amounts)
    given = [
        (whole * weight / sum(weights, ZERO)).quantize(FEN, rounding="ROUND_DOWN")
        for weight in weights
    ]
    rest = int((whole - sum(given, ZERO)) / FEN)
    return [one + (FEN if n < rest else ZERO) for n, one in enumerate(given)]


def _bad(why: str, why_en: str) -> Refusal:
    return refuse(
        "BAD_VALUE", field="病组差额", field_en="DRG/DIP difference", why=why, why_en=why_en
    )
