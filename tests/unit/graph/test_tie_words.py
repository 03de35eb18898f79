"""Every reason that the map tells has words in English."""

import pytest

from graph.cases.ties import ENGLISH, WORDS, reason_in_english


@pytest.mark.parametrize("how", sorted(WORDS))
def test_a_reason_of_the_map_reads_in_english(how: str) -> None:
    words = WORDS[how][1]
    assert reason_in_english(words) == ENGLISH[how]
    assert reason_in_english(f"{words}（吴**）") == f"{ENGLISH[how]} (吴**)"
    assert ENGLISH[how].isascii()


def test_what_a_person_wrote_stays() -> None:
    assert reason_in_english("我与其院长是同学") == "我与其院长是同学"
