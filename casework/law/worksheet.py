"""The penalty worksheet: law in time, loss from its lines, discretion, the fine, all shown step by step.

Where the article has a band of amounts instead of multiples, the same holds of the amount.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from casework.commands.case import PartyKind
from casework.law.band import Band, band_of
from casework.law.choice import Choice, choose
from casework.law.discretion import (
    Factor,
    Tier,
    Tiers,
    factor,
    factor_from,
    span,
    tier_of,
    tiers_from,
)
from casework.law.fines import check_months, wrong_subject
from casework.law.loss import LineLoss, LossLine, losses, total
from casework.law.reckoning import (
    Step,
    condition_steps,
    detail_steps,
    discretion_steps,
    fine_step,
    fixed_step,
    loss_steps,
    mitigated_months,
    nature_steps,
    suspension_steps,
)
from casework.law.rows import Article, articles
from casework.money import round_fen, yuan
from casework.refusal import refuse


@dataclass(frozen=True)
class Basis:
    """What a worksheet is drawn from. `mitigation`: the ground of a fine or suspension below the band.

    `natures`: the articles that the confirmed lines are about by the rules that found them.
    `amount`: the fine in yuan by an article that has a band of amounts; there `multiple` is None.
    `tiers`: where the bureau cut the band on that day; None where it had set nothing. `own_factors`: those
    named, of the bureau's own table.
    `in_vain`: the party was ordered to correct and has not. `consequence`: the grave consequence for which
    a department is suspended, with the evidence that shows it, by id and by name. `not_insured`: the party has
    no settlement to lose (条例 41); worksheets drawn before that was asked say False.
    """

    article_id: str
    subject: str
    conduct_to: date
    decided_on: date
    lines: tuple[LossLine, ...]
    multiple: Decimal | None
    factors: tuple[str, ...] = ()
    mitigation: str | None = None
    departure: str = ""
    suspension_months: int | None = None
    natures: tuple[str, ...] = ()
    amount: Decimal | None = None
    in_vain: bool = False
    suspension_ground: str | None = None
    consequence: str = ""
    consequence_evidence: tuple[str, ...] = ()
    consequence_shown: tuple[str, ...] = ()
    tiers: Tiers | None = None
    own_factors: tuple[Factor, ...] = ()
    not_insured: bool = False


def basis_from(data: dict[str, Any]) -> Basis:
    """Read a basis back from the JSON of its event."""
    lines = tuple(_line(line) for line in data["lines"])
    days = {name: date.fromisoformat(data[name]) for name in ("conduct_to", "decided_on")}
    # Worksheets drawn before the nature was told, or an amount could be, lack it.
    listed = ("factors", "natures", "consequence_evidence", "consequence_shown")
    rest = {name: tuple(data.get(name, ())) for name in listed}
    figures = {
        name: None if data.get(name) is None else Decimal(data[name])
        for name in ("multiple", "amount")
    }
    own = {
        "tiers": tiers_from(data.get("tiers")),
        "own_factors": tuple(factor_from(one) for one in data.get("own_factors", ())),
    }
    return Basis(**{**data, **days, **rest, **figures, "lines": lines, **own})


def _line(data: dict[str, Any]) -> LossLine:
    # Worksheets drawn before lines were confirmed one by one lack the later fields.
    plain = {f.name: data[f.name] for f in fields(LossLine) if f.name in data}
    whole = ("line_id", "count", "groups")
    amounts = {k: None if v is None else Decimal(v) for k, v in plain.items() if k not in whole}
    return LossLine(**{**plain, **amounts})


@dataclass(frozen=True)
class Sheet:
    """A drawn worksheet. Amounts in yuan; `steps` say how each came about.

    `multiple` is None where the article has a band of amounts: there the fine is what was set. `band`
    and the `span` of the tier in it are multiples or yuan accordingly.
    """

    choice: Choice
    lines: tuple[LineLoss, ...]
    loss: Decimal
    factors: tuple[Factor, ...]
    tier: Tier
    band: Band
    span: tuple[Decimal, Decimal]
    multiple: Decimal | None
    fine: Decimal
    below_band: bool
    suspension_months: int | None
    steps: tuple[Step, ...]

    @property
    def article(self) -> Article:
        """The row that applies."""
        return self.choice.article


def draw(basis: Basis, rows: Sequence[Article] | None = None) -> Sheet:
    """Draw a worksheet. Refuses LAW_NOT_IN_FORCE, WRONG_SUBJECT, LAW_CONDITION, OUTSIDE_BAND, OUTSIDE_DISCRETION.

    `rows` replaces the table of articles, for a law to come.
    """
    table = articles() if rows is None else rows
    choice = choose(basis.article_id, basis.conduct_to, basis.decided_on, table)
    row = choice.article
    if row.subject != basis.subject:
        raise wrong_subject(row, PartyKind(basis.subject))
    if row.only_on_refusal and not basis.in_vain:
        raise refuse(
            "LAW_CONDITION",
            article=row.citation,
            article_en=row.citation_en,
            condition="拒不改正",
            condition_en="refused to correct",
        )
    short = check_months(
        row, basis.suspension_months, mitigated=basis.mitigation is not None,
        not_insured=basis.not_insured,
    )  # fmt: skip
    found = losses(basis.lines)
    loss = total(found)
    own = {one.id: one for one in basis.own_factors}
    known = tuple(own.get(one) or factor(one, basis.decided_on) for one in basis.factors)
    tier = tier_of(known)
    band = band_of(row)
    inside = span(band.low, band.high, tier, basis.decided_on, basis.tiers)
    figure = band.figure(basis.multiple, basis.amount)
    below = _judge(basis, row, band, figure, inside, short=short)
    # A proposal lends its sheet its reasons: they explain a departure only where there is one.
    left = "" if inside[0] <= figure <= inside[1] else basis.departure
    fine = yuan(figure) if band.fixed else round_fen(loss * figure)
    last = fixed_step(row, band, fine) if band.fixed else fine_step(loss, figure, fine)
    steps = (
        Step(choice.why_zh, choice.why_en),
        *condition_steps(row),
        *nature_steps(table, basis.natures, {basis.article_id, row.id}),
        *detail_steps(row.id, basis.conduct_to, basis.decided_on),
        *loss_steps(found, loss),
        *discretion_steps(
            known, tier, band, inside, mitigated=below, departure=left, cut=basis.tiers
        ),
        *(mitigated_months(row, basis.suspension_months) if short else ()),
        *suspension_steps(basis.suspension_months, basis.suspension_ground, *_grave(basis)),
        last,
    )
    return Sheet(
        choice, found, loss, known, tier, band, inside, None if band.fixed else figure, fine,
        below or short,
        basis.suspension_months, steps,
    )  # fmt: skip


def _grave(basis: Basis) -> tuple[str, tuple[str, ...]]:
    return basis.consequence, basis.consequence_shown


def _judge(
    basis: Basis, row: Article, band: Band, figure: Decimal, inside: tuple[Decimal, Decimal],
    *, short: bool,
) -> bool:  # fmt: skip
    """Whether the figure is below the band, on a lawful ground; refuses what is not lawful."""
    if not figure.is_finite() or figure < 0 or figure > band.high:
        raise band.left(row, figure)
    if not figure and row.fine_on_intent and (basis.mitigation is None or short):
        # Nothing shows the purpose to defraud: no fine, and none below the band. What is mitigated are the months.
        return False
    if figure < band.low:
        if basis.mitigation is None:
            raise band.left(row, figure)
        return True
    if not inside[0] <= figure <= inside[1] and not basis.departure.strip():
        zh, en = band.unit
        raise refuse(
            "OUTSIDE_DISCRETION",
            value=f"{band.said(figure)} {zh}",
            value_en=f"{band.said(figure)} {en}",
            band=f"{band.between(*inside)} {zh}",
            band_en=f"{band.between(*inside)} {en}",
        )
    return False
