"""No dated row rests on a document that was not there yet; every marked row is on the law's page."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casework.law.citation import FILE
from casework.law.discretion import factor, factors

ROOT = Path(__file__).parents[3]
TABLES = sorted([*(ROOT / "casework").rglob("*.toml"), *(ROOT / "evidence").rglob("*.toml")])
PAGE = (ROOT / "docs" / "law.md").read_text("utf-8")
CITED = tomllib.loads(FILE.read_text("utf-8"))
#: The longest name first, so that 医保支付资格管理实施细则 is not read as the 细则 of the 条例.
NAMES = re.compile("|".join(map(re.escape, sorted(CITED["names"], key=len, reverse=True))))


def marked(value: Any) -> Iterator[dict[str, Any]]:
    """Every table with a mark, at any depth."""
    if isinstance(value, dict):
        if "mark" in value:
            yield value
        for one in value.values():
            yield from marked(one)
    elif isinstance(value, list):
        for one in value:
            yield from marked(one)


ROWS = [
    pytest.param(row, id=f"{path.stem}-{row.get('id', row.get('name', ''))}-{nth}")
    for path in TABLES
    for nth, row in enumerate(marked(tomllib.loads(path.read_text("utf-8"))))
]


def cited(row: dict[str, Any]) -> str:
    """What the page has to say of a row; nothing of one that nobody asks for any more."""
    if row.get("retired"):
        return ""
    return str(row.get("basis") or row.get("citation") or row.get("law") or "")


@pytest.mark.parametrize("row", ROWS)
def test_no_row_begins_before_the_document_it_cites(row: dict[str, Any]) -> None:
    begins = row.get("valid_from", row.get("from"))
    for name in NAMES.findall(cited(row)) if begins else ():
        known: date | None = CITED["dates"].get(name)
        assert known is None or begins >= known, (name, row)


def test_every_date_is_of_a_name_in_the_table() -> None:
    assert set(CITED["dates"]) <= set(CITED["names"])


@pytest.mark.parametrize("row", ROWS)
def test_every_marked_row_is_on_the_page(row: dict[str, Any]) -> None:
    assert not cited(row) or cited(row) in PAGE, row


@pytest.mark.parametrize("on", [date(2012, 1, 1), date(2022, 6, 1), date(2026, 11, 1)])
def test_one_row_of_a_factor_holds_on_a_day(on: date) -> None:
    held = [
        one.id
        for one in factors()
        if one.valid_from <= on and not (one.valid_to and one.valid_to <= on)
    ]
    assert len(held) == len(set(held))


def test_grounds_of_article_32_can_be_weighed_within_the_band() -> None:
    today = date(2026, 11, 1)
    for name, item in (("coerced", "二"), ("confessed", "三"), ("merit", "四")):
        row = factor(name, today)
        assert (row.direction, row.basis) == ("mitigating", f"处罚法第三十二条第（{item}）项")
    assert factor("cooperated", today).mark == "M"
    assert "细则" not in factor("obstructed", date(2022, 6, 1)).basis
    assert "法发" not in factor("organised", date(2022, 6, 1)).basis
