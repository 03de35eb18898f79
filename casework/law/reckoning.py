"""How the figures of a worksheet came about, a sentence each, in both languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casework.law.band import Band
from casework.law.details import details_after, details_on
from casework.law.discretion import TIER_NAMES, Factor, Tier, Tiers
from casework.law.fines import ROUNDING, ROUNDING_EN
from casework.law.loss import LineLoss
from casework.law.rows import Article
from casework.money import ZERO


@dataclass(frozen=True)
class Step:
    """One sentence; `of` is the finding that it is about, whose name the reader is told first."""

    zh: str
    en: str
    of: str | None = None


def nature_steps(
    table: Iterable[Article], natures: Sequence[str], chosen: set[str]
) -> tuple[Step, ...]:
    """Whether the article is that of the confirmed lines' nature; none is told of lines by hand."""
    about = [row for row in table if row.id in natures]
    if not about:
        return ()
    zh = "；".join(f"{row.citation}（{row.zh}）" for row in about)
    en = "; ".join(f"{row.citation_en} ({row.en})" for row in about)
    if chosen & set(natures):
        return (
            Step(
                f"适用条款依已认定明细的性质确定：{zh}",
                f"the article follows from the nature of the confirmed lines: {en}",
            ),
        )
    return (
        Step(
            f"已认定明细的性质对应{zh}；适用条款另行认定，理由见本表",
            f"by nature the confirmed lines are about {en}; another article was found, for the reasons given",
        ),
    )


def detail_steps(article_id: str, conduct_to: date, decided_on: date) -> tuple[Step, ...]:
    """What detailed rules add to the article, and which of them came too late for the conduct."""
    found = [
        Step(f"{row.citation}：{row.zh}", f"{row.citation_en}: {row.en}")
        for row in details_on(article_id, conduct_to)
    ]
    late = details_after(article_id, conduct_to, decided_on)
    if late:
        since = max(row.valid_from for row in late)
        found.append(
            Step(
                f"《实施细则》（局令第7号）自 {since} 起施行，行为终了于此前，不据以认定",
                f"the Implementing Rules (Order no. 7) are law since {since}: the conduct ended before, "
                "nothing is found by them",
            )
        )
    return tuple(found)


def loss_steps(found: Sequence[LineLoss], loss: Decimal) -> tuple[Step, ...]:
    """The loss behind each finding in yuan, and their sum."""
    count = sum(one.line.count for one in found)
    deducted = sum((one.deducted for one in found), ZERO)
    zh, en = (
        (f"；已扣除此前退回 {deducted} 元", f"; {deducted} yuan returned before are deducted")
        if deducted
        else ("", "")
    )
    whole = Step(
        f"基金损失合计 {loss} 元（{count} 条明细，逐条计至分后相加{zh}）",
        f"loss {loss} yuan (lines: {count}, each reckoned to the fen, then summed{en})",
    )
    return (*(Step(one.zh, one.en, one.line.line_id) for one in found), whole)


def discretion_steps(
    factors: Iterable[Factor],
    tier: Tier,
    band: Band,
    inside: tuple[Decimal, Decimal],
    *,
    mitigated: bool,
    departure: str,
    cut: Tiers | None = None,
) -> tuple[Step, ...]:
    """The circumstances weighed, the part of the band that they lead to, and why it was left."""
    zh, en = TIER_NAMES[tier]
    part, (unit, unit_en) = band.between(*inside), band.unit
    steps = [
        Step(f"裁量情节：{one.zh}（{one.basis}）", f"circumstance: {one.en}") for one in factors
    ]
    by, by_en = (f"（分档依据：{cut.basis}）", f" (tiers by {cut.basis})") if cut else ("", "")
    steps.append(
        Step(f"裁量档次：{zh}，{part} {unit}{by}", f"discretion: {en}, {part} {unit_en}{by_en}")
    )
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


def condition_steps(row: Article) -> tuple[Step, ...]:
    """On what condition the article fines at all; a worksheet is drawn only where it is given."""
    if not row.only_on_refusal:
        return ()
    return (
        Step(
            f"{row.citation}：责令改正，拒不改正的才处罚款；本案已责令改正并送达，当事人拒不改正或者逾期未改正",
            f"{row.citation_en} fines only who refuses to correct: the party was ordered to, and has not",
        ),
    )


#: Why a department is suspended (条例 38).
GROUNDS = {
    "refused_to_correct": ("拒不改正", "it refused to correct"),
    "grave_consequence": ("造成严重后果", "grave consequences"),
}


def suspension_steps(
    months: int | None, ground: str | None, consequence: str, shown: Sequence[str]
) -> tuple[Step, ...]:
    """On what ground a department is suspended, and what shows a grave consequence."""
    if not months or ground is None:
        return ()
    zh, en = GROUNDS[ground]
    if consequence:
        zh = f"{zh}——{consequence.rstrip('。')}（证据：{'、'.join(shown)}）"
        en = f"{en}: {consequence.rstrip('。')} (evidence: {', '.join(shown)})"
    return (Step(f"暂停医药服务 {months} 个月：{zh}", f"suspension of {months} months: {en}"),)


def mitigated_months(row: Article, months: int | None) -> tuple[Step, ...]:
    """That the suspension is below what the article says, or left out, as a mitigated penalty."""
    low, high = row.suspension_months or (0, 0)
    zh, en = (f"暂停 {months} 个月", f"{months} months") if months else ("不予暂停", "none")
    return (
        Step(
            f"{zh}，低于法定暂停期限 {low}–{high} 个月：减轻处罚，须经集体讨论",
            f"suspension: {en}, below the {low}–{high} months of the law: mitigated, needs discussion",
        ),
    )


def fixed_step(row: Article, band: Band, fine: Decimal) -> Step:
    """The last step by a band of amounts, as the proposal repeats it."""
    between = band.between(band.low, band.high)
    return Step(
        f"{row.citation}：定额罚款 {fine} 元（幅度 {between} 元，{ROUNDING}）",
        f"{row.citation_en}: a fixed fine of {fine} yuan (band {between} yuan, {ROUNDING_EN})",
    )


def fine_step(loss: Decimal, multiple: Decimal, fine: Decimal) -> Step:
    """The last step: what the proposal repeats."""
    return Step(
        f"罚款 = {loss} 元 × {multiple} 倍 = {fine} 元（{ROUNDING}）",
        f"fine = {loss} yuan × {multiple} = {fine} yuan ({ROUNDING_EN})",
    )
