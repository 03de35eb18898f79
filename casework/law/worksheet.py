"""The penalty worksheet: law in time, loss from its lines, discretion, the fine, all shown step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from casework.commands.case import PartyKind
from casework.law.choice import Choice, choose
from casework.law.discretion import TIER_NAMES, Factor, Tier, factor, span, tier_of
from casework.law.fines import ROUNDING, TIMES, check_months, outside, wrong_subject
from casework.law.loss import LineLoss, LossLine, losses, total
from casework.law.rows import Article
from casework.money import round_fen
from casework.refusal import refuse

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Basis:
    """What a worksheet is drawn from. `mitigation`: the ground of a multiple below the band."""

    article_id: str
    subject: str
    conduct_to: date
    decided_on: date
    lines: tuple[LossLine, ...]
    multiple: Decimal
    factors: tuple[str, ...] = ()
    mitigation: str | None = None
    departure: str = ""
    suspension_months: int | None = None


def basis_from(data: dict[str, Any]) -> Basis:
    """Read a basis back from the JSON of its event."""
    lines = tuple(_line(line) for line in data["lines"])
    days = {name: date.fromisoformat(data[name]) for name in ("conduct_to", "decided_on")}
    rest = {"multiple": Decimal(data["multiple"]), "factors": tuple(data["factors"])}
    return Basis(**{**data, **days, **rest, "lines": lines})


def _line(data: dict[str, Any]) -> LossLine:
    # Worksheets drawn before lines were confirmed one by one lack the later fields.
    plain = {f.name: data[f.name] for f in fields(LossLine) if f.name in data}
    whole = ("line_id", "count")
    amounts = {k: None if v is None else Decimal(v) for k, v in plain.items() if k not in whole}
    return LossLine(**{**plain, **amounts})


@dataclass(frozen=True)
class Sheet:
    """A drawn worksheet. Amounts in yuan; `steps` say how each came about, in both languages."""

    choice: Choice
    lines: tuple[LineLoss, ...]
    loss: Decimal
    factors: tuple[Factor, ...]
    tier: Tier
    span: tuple[Decimal, Decimal]
    multiple: Decimal
    fine: Decimal
    below_band: bool
    suspension_months: int | None
    steps: tuple[tuple[str, str], ...]

    @property
    def article(self) -> Article:
        """The row that applies."""
        return self.choice.article


def draw(basis: Basis, rows: Sequence[Article] | None = None) -> Sheet:
    """Draw a worksheet. Refuses LAW_NOT_IN_FORCE, WRONG_SUBJECT, OUTSIDE_BAND, OUTSIDE_DISCRETION.

    `rows` replaces the table of articles, for a law to come.
    """
    choice = choose(basis.article_id, basis.conduct_to, basis.decided_on, rows)
    row = choice.article
    if row.subject != basis.subject:
        raise wrong_subject(row, PartyKind(basis.subject))
    if row.multiple_min is None or row.multiple_max is None:
        raise refuse(
            "NOT_FOUND",
            what=f"{row.citation} 的倍数幅度（定额罚款不需要测算表）",
            what_en=f"band of multiples of {row.citation} (a fixed fine needs no worksheet)",
        )
    check_months(row, basis.suspension_months)
    found = losses(basis.lines)
    loss = total(found)
    known = tuple(factor(one, basis.decided_on) for one in basis.factors)
    tier = tier_of(known)
    inside = span(row.multiple_min, row.multiple_max, tier, basis.decided_on)
    below = _judge(basis, row, inside)
    fine = round_fen(loss * basis.multiple)
    steps = _steps(choice, found, loss, tier, inside, basis, fine)
    return Sheet(
        choice, found, loss, known, tier, inside, basis.multiple, fine, below,
        basis.suspension_months, steps,
    )  # fmt: skip


def _judge(basis: Basis, row: Article, inside: tuple[Decimal, Decimal]) -> bool:
    """Whether the multiple is below the band, on a lawful ground; refuses what is not lawful."""
    multiple = basis.multiple
    low, high = row.multiple_min or ZERO, row.multiple_max or ZERO
    if not multiple.is_finite() or multiple < 0 or multiple > high:
        raise outside(row, multiple, f"{low}–{high}", TIMES)
    if multiple < low:
        if basis.mitigation is None:
            raise outside(row, multiple, f"{low}–{high}", TIMES)
        return True
    if not inside[0] <= multiple <= inside[1] and not basis.departure.strip():
        raise refuse(
            "OUTSIDE_DISCRETION",
            value=f"{multiple}",
            band=f"{inside[0]}–{inside[1]} 倍",
            band_en=f"{inside[0]}–{inside[1]} times",
        )
    return False


def _steps(
    choice: Choice,
    found: Sequence[LineLoss],
    loss: Decimal,
    tier: Tier,
    inside: tuple[Decimal, Decimal],
    basis: Basis,
    fine: Decimal,
) -> tuple[tuple[str, str], ...]:
    zh, en = TIER_NAMES[tier]
    band = f"{inside[0].normalize():f}–{inside[1].normalize():f}"
    lines = [
        (f"{one.line.line_id}：{one.formula}", f"{one.line.line_id}: {one.loss} yuan")
        for one in found
    ]
    below = [
        ("低于法定幅度：减轻处罚，须经集体讨论", "below the band: mitigated, needs discussion")
    ]
    away = [(f"偏离裁量档次：{basis.departure}", f"outside the tier: {basis.departure}")]
    return (
        (choice.why_zh, choice.why_en),
        *lines,
        (
            f"基金损失合计 {loss} 元（{sum(one.line.count for one in found)} 条明细，逐条{ROUNDING}后相加）",
            f"loss {loss} yuan",
        ),
        (f"裁量档次：{zh}，{band} 倍", f"discretion: {en}, {band} times"),
        *(below if basis.mitigation else ()),
        *(away if basis.departure.strip() else ()),
        (
            f"罚款 = {loss} 元 × {basis.multiple} 倍 = {fine} 元（{ROUNDING}）",
            f"fine = {loss} yuan × {basis.multiple} = {fine} yuan (halves round up)",
        ),
    )


@dataclass(frozen=True)
class Verdict:
    """What the law says about a figure that stands somewhere else."""

    figure: Decimal
    lawful: bool
    zh: str
    en: str


def judge_figure(sheet: Sheet, figure: Decimal) -> Verdict:
    """Compare a published or typed fine with what the worksheet gives, and say why."""
    row, loss = sheet.article, sheet.loss
    if figure == sheet.fine:
        return Verdict(
            figure, True,
            f"{figure} 元与测算一致：{loss} 元 × {sheet.multiple} 倍 = {sheet.fine} 元",
            f"{figure} yuan agrees: {loss} × {sheet.multiple} = {sheet.fine}",
        )  # fmt: skip
    low = round_fen(loss * (row.multiple_min or ZERO))
    high = round_fen(loss * (row.multiple_max or ZERO))
    if low <= figure <= high:
        return Verdict(
            figure, False,
            f"{figure} 元在法定幅度 {low}–{high} 元内，但与所定倍数不符，应为 {sheet.fine} 元",
            f"{figure} yuan is inside the band {low}–{high} but not the multiple: {sheet.fine} is due",
        )  # fmt: skip
    side, side_en = ("低于", "below") if figure < low else ("高于", "above")
    return Verdict(
        figure, False,
        f"{figure} 元{side}法定幅度 {low}–{high} 元（{row.citation}），应为 {sheet.fine} 元",
        f"{figure} yuan is {side_en} the lawful band {low}–{high}; {sheet.fine} is due",
    )  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """One figure in which two worksheets differ."""

    zh: str
    en: str
    first: str
    second: str


def compare(first: Sheet, second: Sheet) -> tuple[Difference, ...]:
    """Return in what two worksheets differ, line by line."""
    a = {one.line.line_id: str(one.loss) for one in first.lines}
    b = {one.line.line_id: str(one.loss) for one in second.lines}
    pairs = [
        ("适用条款", "article", first.article.citation, second.article.citation),
        *((f"明细 {k}", f"line {k}", a.get(k, "—"), b.get(k, "—")) for k in sorted({*a, *b})),
        ("基金损失", "loss", str(first.loss), str(second.loss)),
        ("裁量档次", "tier", TIER_NAMES[first.tier][0], TIER_NAMES[second.tier][0]),
        ("倍数", "multiple", str(first.multiple), str(second.multiple)),
        ("罚款", "fine", str(first.fine), str(second.fine)),
        ("暂停月数", "months", str(first.suspension_months), str(second.suspension_months)),
    ]
    return tuple(Difference(*pair) for pair in pairs if pair[2] != pair[3])
