"""Which typed numbers read like the bureau's own series: pure."""

import pytest

from casework.documents.catalogue import number_text
from casework.documents.typed import reads_like_series


@pytest.mark.parametrize(
    "number",
    [
        number_text("decision", "云医保", 2026, 12),
        number_text("notice", "云医保", 2026, 1),
        "云医保罚[2026]12号",
        "云医保罚（2026）第012号",
        "云医保罚 〔２０２６〕 12 号",
        "云医保罚〔2027〕3",
    ],
)
def test_a_number_of_the_series_is_known_however_it_is_written(number: str) -> None:
    assert reads_like_series(number, "云医保")


@pytest.mark.parametrize(
    "number",
    ["云医保处〔2026〕12号", "云医保罚决〔2026〕12号", "医保罚〔2026〕12号", "当罚1号", "1", ""],
)
def test_another_word_or_form_is_free(number: str) -> None:
    assert not reads_like_series(number, "云医保")
