"""Which penalty articles a confirmed suspicion is about: its nature, as dated rows by audit rule."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from casework.dated import in_force

FILE = Path(__file__).with_name("natures.toml")


@dataclass(frozen=True)
class Nature:
    """The penalty articles that the findings of one audit rule are about, by id."""

    rule: str
    articles: tuple[str, ...]
    mark: str
    valid_from: date
    valid_to: date | None = None


@cache
def natures() -> tuple[Nature, ...]:
    """Return every row, of all times."""
    rows = tomllib.loads(FILE.read_text("utf-8"))["nature"]
    return tuple(Nature(**{**row, "articles": tuple(row["articles"])}) for row in rows)


def articles_of(rules: Iterable[str], on: date) -> tuple[str, ...]:
    """Return the articles that findings of these rules are about on a day; what is by hand has none."""
    known = set(rules)
    found = [row for row in natures() if row.rule in known and in_force(row, on)]
    return tuple(dict.fromkeys(one for row in found for one in row.articles))


def rules_of(article_id: str, on: date) -> tuple[str, ...]:
    """Return the rules whose findings a penalty article is about on a day."""
    return tuple(row.rule for row in natures() if article_id in row.articles and in_force(row, on))
