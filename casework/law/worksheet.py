"""The penalty worksheet: law in time, loss from its lines, discretion, the fine, all shown step by step."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any

from casework.commands.case import PartyKind
from casework.law.choice import Choice, choose
from casework.law.discretion import Factor, Tier, factor, span, tier_of
from casework.law.fines import TIMES, check_months, outside, wrong_subject
from casework.law.loss import LineLoss, LossLine, losses, total
from casework.law.reckoning import (
    Step,
    detail_steps,
    discretion_steps,
    fine_step,
    loss_steps,
    nature_steps,
)
from casework.law.rows import Article, articles
from casework.money import round_fen
from casework.refusal import refuse

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Basis:
    """What a worksheet is drawn from. `mitigation`: the ground of a multiple below the band.

    `natures`: the articles that the confirmed lines are about by the rules that found them.
    """

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
    natures: tuple[str, ...] = ()


def basis_from(data: dict[str, Any]) -> Basis:
    """Read a basis back from the JSON of its event."""
    lines = tuple(_line(line) for line in data["lines"])
    days = {name: date.fromisoformat(data[name]) for name in ("conduct_to", "decided_on")}
    rest = {"multiple": Decimal(data["multiple"]), "factors": tuple(data["factors"])}
    # Worksheets drawn before the nature was told lack it.
    rest["natures"] = tuple(data.get("natures", ()))
    return Basis(**{**data, **days, **rest, "lines": lines})


def _line(data: dict[str, Any]) -> LossLine:
    # Worksheets drawn before lines were confirmed one by one lack the later fields.
    plain = {f.name: data[f.name] for f in fields(LossLine) if f.name in data}
    whole = ("line_id", "count", "groups")
    amounts = {k: None if v is None else Decimal(v) for k, v in plain.items() if k not in whole}
    return LossLine(**{**plain, **amounts})


@dataclass(frozen=True)
class Sheet:
    """A drawn worksheet. Amounts in yuan; `steps` say how each came about."""

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
    steps: tuple[Step, ...]

    @property
    def article(self) -> Article:
        """The row that applies."""
        return self.choice.article


def draw(basis: Basis, rows: Sequence[Article] | None = None) -> Sheet:
    """Draw a worksheet. Refuses LAW_NOT_IN_FORCE, WRONG_SUBJECT, OUTSIDE_BAND, OUTSIDE_DISCRETION.

    `rows` replaces the table of articles, for a law to come.
    """
    table = articles() if rows is None else rows
    choice = choose(basis.article_id, basis.conduct_to, basis.decided_on, table)
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
    steps = (
        Step(choice.why_zh, choice.why_en),
        *nature_steps(table, basis.natures, {basis.article_id, row.id}),
        *detail_steps(row.id, basis.conduct_to, basis.decided_on),
        *loss_steps(found, loss),
        *discretion_steps(known, tier, inside, mitigated=below, departure=basis.departure),
        fine_step(loss, basis.multiple, fine),
    )
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
    if not multiple and basis.mitigation is None and row.fine_on_intent:
        # Nothing shows the purpose to defraud: no fine, and none below the band.
        return False
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
