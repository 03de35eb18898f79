"""Citations of forms in English: every one of the catalogue, and the numerals."""

import pytest

from casework.documents.catalogue import forms
from casework.law.citation import in_english, number_of


@pytest.mark.parametrize("form_id", sorted(forms()))
def test_the_basis_of_every_form_reads_in_english(form_id: str) -> None:
    told = in_english(forms()[form_id].basis)
    assert told.isascii(), told


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
