"""Citations of forms in English: every one of the catalogue, and the numerals."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.registry import all_rules
from casework.agreement.handle import CITATION
from casework.documents.catalogue import forms
from casework.law.citation import in_english, number_of


@pytest.mark.parametrize("form_id", sorted(forms()))
def test_the_basis_of_every_form_reads_in_english(form_id: str) -> None:
    told = in_english(forms()[form_id].basis)
    assert told.isascii(), told


ROOT = Path(__file__).parents[3]


def cited(part: Any) -> Iterator[str]:
    """What rows rest on, where they do not bring their own English."""
    if isinstance(part, dict):
        if "basis_en" not in part and "why_en" not in part:
            yield from (part[name] for name in ("basis", "law") if isinstance(part.get(name), str))
        for inner in part.values():
            yield from cited(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from cited(inner)


@pytest.mark.parametrize(
    "path",
    sorted(
        path.relative_to(ROOT).as_posix()
        for room in ("casework", "evidence", "audit/parameters")
        for path in (ROOT / room).rglob("*.toml")
    ),
)
def test_every_citation_of_the_dated_rules_reads_in_english(path: str) -> None:
    rows = tomllib.loads((ROOT / path).read_text("utf-8"))
    left = {basis: in_english(basis) for basis in cited(rows)}
    assert not [told for told in left.values() if not told.isascii()]


def test_every_citation_of_the_audit_rules_reads_in_english() -> None:
    told = {in_english(law.citation) for rule in all_rules() for law in rule.legal_basis}
    assert not [one for one in told if not one.isascii()]


def test_paragraphs_and_items_stand_in_brackets() -> None:
    basis = "《中华人民共和国行政处罚法》第七十二条第一款第（一）项、第八十五条"
    assert in_english(basis) == "Penalty Law articles 72(1)(1), 85"


@pytest.mark.parametrize(
    ("text", "number"),
    [("五", 5), ("十", 10), ("十三", 13), ("二十", 20), ("四十六", 46), ("一百零三", 103)],
)
def test_numerals(text: str, number: int) -> None:
    assert number_of(text) == number


def test_several_laws_and_articles() -> None:
    basis = "处罚法 第五十八条；局令4 第三十七条至第四十条"
    assert in_english(basis) == "Penalty Law article 58; Order no. 4 articles 37 to 40"
    # What is not known stays: nothing is lost.
    assert in_english("某法 第二条") == "某法 article 2"


def test_the_basis_of_a_handling_reads_in_english() -> None:
    assert in_english(CITATION) == "Regulation article 13 and the service agreement"
