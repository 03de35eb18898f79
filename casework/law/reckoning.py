"""How the figures of a worksheet came about, a sentence each, in both languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from casework.law.discretion import TIER_NAMES, Factor, Tier
from casework.law.fines import ROUNDING, ROUNDING_EN
from casework.law.loss import LineLoss


@dataclass(frozen=True)
class Step:
    """One sentence; `of` is the finding that it is about, whose name the reader is told first."""

    zh: str
    en: str
    of: str | None = None


def loss_steps(found: Sequence[LineLoss], loss: Decimal) -> tuple[Step, ...]:
    """The loss behind each finding in yuan, and their sum."""
    count = sum(one.line.count for one in found)
    whole = Step(
        f"基金损失合计 {loss} 元（{count} 条明细，逐条计至分后相加）",
        f"loss {loss} yuan (lines: {count}, each reckoned to the fen, then summed)",
    )
    return (*(Step(one.zh, one.en, one.line.line_id) for one in found), whole)


def discretion_steps(
    factors: Iterable[Factor],
    tier: Tier,
    inside: tuple[Decimal, Decimal],
    *,
    mitigated: bool,
    departure: str,
) -> tuple[Step, ...]:
    """The circumstances weighed, the part of the band that they lead to, and why it was left."""
    zh, en = TIER_NAMES[tier]
    band = f"{inside[0].normalize():f}–{inside[1].normalize():f}"
    steps = [
        Step(f"裁量情节：{one.zh}（{one.basis}）", f"circumstance: {one.en}") for one in factors
    ]
    steps.append(Step(f"裁量档次：{zh}，{band} 倍", f"discretion: {en}, {band} times"))
    if mitigated:
        steps.append(
            Step(
                "低于法定幅度：减轻处罚，须经集体讨论",
                "below the band: mitigated, needs discussion",
            )
        )
    if departure.strip():
        steps.append(Step(f"偏离裁量档次：{departure}", f"outside the tier: {departure}"))
    return tuple(steps)


def fine_step(loss: Decimal, multiple: Decimal, fine: Decimal) -> Step:
    """The last step: what the proposal repeats."""
    return Step(
        f"罚款 = {loss} 元 × {multiple} 倍 = {fine} 元（{ROUNDING}）",
        f"fine = {loss} yuan × {multiple} = {fine} yuan ({ROUNDING_EN})",
    )
