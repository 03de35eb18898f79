"""Loss of the fund, line by line (实施细则第三十五条): what the fund paid too much, less what came back."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from casework.money import ZERO, round_fen, yuan
from casework.refusal import refuse


@dataclass(frozen=True)
class LossLine:
    """A confirmed line. Amounts in yuan; `fund_share` from 0 to 1.

    `inside_policy` is the part inside the scope of the fund; `group_difference`, where the bill was
    settled by DRG/DIP, the difference between the standards of the settled and the correct group,
    which then is the loss itself; `confirmed`, where `count` lines of one finding were confirmed one by
    one, the sum of their losses, each rounded to the fen; of them `groups` lines were confirmed by the
    difference of their group, together at `by_group`; `returned` what came back of it already.
    """

    line_id: str
    amount: Decimal
    inside_policy: Decimal
    fund_share: Decimal = Decimal(1)
    group_difference: Decimal | None = None
    returned: Decimal = ZERO
    confirmed: Decimal | None = None
    count: int = 1
    groups: int = 0
    by_group: Decimal = ZERO


@dataclass(frozen=True)
class LineLoss:
    """A line, its loss in yuan rounded to the fen, and the sentence that shows it in both languages.

    `deducted`: what came back before and is no loss any more.
    """

    line: LossLine
    loss: Decimal
    zh: str
    en: str
    deducted: Decimal = ZERO


def loss_of(line: LossLine) -> LineLoss:
    """Return the loss of one line. Refuses BAD_AMOUNT, BAD_VALUE."""
    amount, inside, returned = yuan(line.amount), yuan(line.inside_policy), yuan(line.returned)
    if inside > amount:
        raise refuse(
            "BAD_VALUE",
            field=f"{line.line_id} 政策范围内金额",
            field_en=f"{line.line_id}: amount within the policy",
            why="不得大于明细金额",
            why_en="it may not be above the amount of the line",
        )
    share = line.fund_share
    if not share.is_finite() or not 0 <= share <= 1:
        raise refuse(
            "BAD_VALUE",
            field=f"{line.line_id} 基金支付比例",
            field_en=f"{line.line_id}: share paid by the fund",
            why="应在 0 与 1 之间",
            why_en="between 0 and 1",
        )
    if line.confirmed is not None:
        gross = yuan(line.confirmed)
        zh, en = _confirmed(line, amount, inside, gross)
    elif line.group_difference is not None:
        gross = yuan(line.group_difference)
        zh, en = f"DRG/DIP 差额 {gross} 元", f"DRG/DIP difference {gross} yuan"
    else:
        gross = round_fen(inside * share)
        zh = f"政策范围内 {inside} 元 × 基金支付比例 {share} = {gross} 元"
        en = f"inside the policy {inside} yuan × share of the fund {share} = {gross} yuan"
    loss = max(gross - returned, ZERO)
    if returned:
        zh += f" − 已退回 {returned} 元 = {loss} 元"
        en += f" − returned {returned} yuan = {loss} yuan"
    return LineLoss(line, loss, zh, en, gross - loss)


def _confirmed(line: LossLine, amount: Decimal, inside: Decimal, gross: Decimal) -> tuple[str, str]:
    """How lines that were confirmed one by one came to their loss."""
    lines = "1 line" if line.count == 1 else f"{line.count} lines"
    zh = f"{line.count} 条明细金额 {amount} 元，其中政策范围内 {inside} 元；"
    zh += f"按各条基金支付比例逐条认定基金损失 {gross} 元"
    en = f"{lines} of {amount} yuan, {inside} yuan inside the policy; "
    en += f"loss confirmed line by line by the share of the fund: {gross} yuan"
    if line.groups:
        zh += f"，其中 {line.groups} 条按 DRG/DIP 病组支付标准差额认定 {line.by_group} 元"
        by = "1 line" if line.groups == 1 else f"{line.groups} lines"
        en += f", of which {by} by the DRG/DIP difference: {line.by_group} yuan"
    return zh, en


def losses(lines: Iterable[LossLine]) -> tuple[LineLoss, ...]:
    """Return the loss of each line; a line given twice is refused, because money is lost once."""
    found = tuple(loss_of(line) for line in lines)
    ids = [one.line.line_id for one in found]
    if len(set(ids)) < len(ids):
        raise refuse(
            "BAD_VALUE",
            field="明细",
            field_en="the lines",
            why="同一明细不得重复计算",
            why_en="a line may not count twice",
        )
    return found


def total(found: Iterable[LineLoss]) -> Decimal:
    """Sum to the fen: the lines are rounded first, so that the sum reconciles with them exactly."""
    return sum((one.loss for one in found), ZERO)
