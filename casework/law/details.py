"""What the Implementing Rules say in detail of an item of the Regulation, as dated rows."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casework.dated import in_force
from casework.law.citation import in_english

FILE = Path(__file__).with_name("details.toml")


@dataclass(frozen=True)
class Detail:
    """One article of detailed rules and the items that it is about.

    `articles` are ids of penalty articles; one that ends in a hyphen stands for all items of it.
    """

    id: str
    articles: tuple[str, ...]
    zh: str
    en: str
    citation: str
    mark: str
    valid_from: date
    valid_to: date | None = None

    @property
    def citation_en(self) -> str:
        """The citation in English."""
        return in_english(self.citation)

    def about(self, article_id: str) -> bool:
        """Whether it says something of a penalty article."""
        return any(
            article_id.startswith(one) if one.endswith("-") else article_id == one
            for one in self.articles
        )


@cache
def details() -> tuple[Detail, ...]:
    """Return every row, of all times."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["detail"]
    return tuple(Detail(**{**row, "articles": tuple(row["articles"])}) for row in rows)


def details_on(article_id: str, on: date) -> tuple[Detail, ...]:
    """Return what is said of a penalty article by the rows in force on a day."""
    return tuple(row for row in details() if row.about(article_id) and in_force(row, on))


def details_after(article_id: str, conduct_to: date, decided_on: date) -> tuple[Detail, ...]:
    """Return what is law at the decision and was not yet at the end of the conduct."""
    then = details_on(article_id, conduct_to)
    return tuple(row for row in details_on(article_id, decided_on) if row not in then)
