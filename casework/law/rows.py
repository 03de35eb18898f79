"""Reads the dated rows of law: penalty articles and parameters of procedure."""

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from casework.dated import in_force
from casework.law.citation import in_english
from casework.refusal import refuse

HERE = Path(__file__).parent
DECIMALS = ("multiple_min", "multiple_max", "amount_min", "amount_max")


@dataclass(frozen=True)
class Article:
    """One item of one article. `base`: loss, fraud (amount obtained) or fixed (amount band)."""

    id: str
    citation: str
    instrument_no: str
    subject: str
    base: str
    zh: str
    en: str
    valid_from: date
    valid_to: date | None
    mark: str
    multiple_min: Decimal | None = None
    multiple_max: Decimal | None = None
    amount_min: Decimal | None = None
    amount_max: Decimal | None = None
    suspension_months: tuple[int, int] | None = None
    only_on_refusal: bool = False
    #: Grounds without which nothing is suspended; whether months belong to every penalty of it.
    suspension_on: tuple[str, ...] = ()
    suspension_required: bool = False
    #: Whether a fine needs the purpose of defrauding the fund.
    fine_on_intent: bool = False
    #: The paragraph of the same article that the fine rests on, where it is not that of the act.
    fine_paragraph: str = ""
    #: Rows of a former law that this one takes the place of.
    succeeds: tuple[str, ...] = ()
    #: The article that lays down the duty which the act breaks; empty where the row says it all.
    duty: str = ""
    #: Whether that was read in the text (V), or is to be looked up by the bureau first (M).
    duty_mark: str = "V"

    @property
    def citation_en(self) -> str:
        """The citation in English."""
        return in_english(self.citation)

    @property
    def duty_en(self) -> str:
        """The duty's citation in English."""
        return in_english(self.duty)

    def in_force(self, on: date) -> bool:
        """Whether the row is law on that day (`valid_to` is the first day it no longer is)."""
        return in_force(self, on)


@dataclass(frozen=True)
class Parameter:
    """A dated figure with the law it rests on."""

    name: str
    value: str
    unit: str
    basis: str
    mark: str
    valid_from: date
    valid_to: date | None = None


@cache
def articles() -> tuple[Article, ...]:
    """Return every article row, of all times."""
    return tuple(_article(row) for row in _rows("articles.toml", "article"))


@cache
def parameters() -> tuple[Parameter, ...]:
    """Return every parameter row, of all times."""
    return tuple(Parameter(**row) for row in _rows("parameters.toml", "parameter"))


def articles_on(on: date, subject: str | None = None) -> tuple[Article, ...]:
    """Return the articles in force on a day, for institutions or persons when asked."""
    return tuple(
        a for a in articles() if a.in_force(on) and (subject is None or a.subject == subject)
    )


def article(article_id: str, on: date) -> Article:
    """Return the row by id as it was in force on a day. Raises Refusal LAW_NOT_IN_FORCE."""
    for row in articles():
        if row.id == article_id:
            if row.in_force(on):
                return row
            raise refuse(
                "LAW_NOT_IN_FORCE",
                article=row.citation,
                article_en=row.citation_en,
                on=on.isoformat(),
            )
    raise refuse("NOT_FOUND", what=f"法条 {article_id}", what_en=f"article {article_id}")


def duty_of(article_id: str, on: date | None, confirmed: Collection[str] = ()) -> str:
    """The citation of the duty that an act under the article broke on a day; empty where none is known.

    `confirmed`: the articles (38-6) whose duty the bureau looked up; one of mark M is claimed of no other.
    """
    rows = [row for row in articles() if row.id == article_id]
    then = [row for row in rows if on is not None and row.in_force(on)]
    # A milder law than that of the act may apply (处罚法 37): its row was not in force then.
    row = next(iter((*then, *rows)), None)
    if row is None or (row.duty_mark == "M" and short_id(row.id) not in confirmed):
        return ""
    return row.duty


def short_id(article_id: str) -> str:
    """An article of the 条例 as the bureau's parameter names it: tiaoli-39-7 → 39-7."""
    return article_id.removeprefix("tiaoli-")


def fined_under(article_id: str, citation: str, fine: Decimal) -> str:
    """What a penalty rests on: the act's clause, and the paragraph of its fine where there is one (条例 41).

    The row may be one of a former law or out of force by now; a citation without its paragraph stays.
    """
    row = next((one for one in articles() if one.id == article_id), None)
    if not fine or row is None or not row.fine_paragraph or citation != row.citation:
        return citation
    return f"{citation}、{row.fine_paragraph}"


def parameter(name: str, on: date) -> Parameter:
    """Return the parameter in force on a day. Raises Refusal NOT_FOUND."""
    for row in parameters():
        if row.name == name and in_force(row, on):
            return row
    raise refuse(
        "NOT_FOUND",
        what=f"参数 {name}（{on.isoformat()}）",
        what_en=f"parameter {name} ({on.isoformat()})",
    )


def _rows(file: str, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((HERE / file).read_text("utf-8"))[table]
    return rows


def _article(row: dict[str, Any]) -> Article:
    figures = {key: Decimal(row[key]) for key in DECIMALS if key in row}
    months = row.get("suspension_months")
    fields = {"valid_to": None, **row, **figures}
    fields["succeeds"] = tuple(row.get("succeeds", ()))
    fields["suspension_on"] = tuple(row.get("suspension_on", ()))
    fields["suspension_months"] = (months[0], months[1]) if months else None
    return Article(**fields)
