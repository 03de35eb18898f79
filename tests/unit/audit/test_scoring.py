"""Precision and recall, counted on a case small enough to count by hand."""

from pathlib import Path

import pytest

from audit.errors import AnswerKeyInvalid, NoFindings
from audit.score import Trace, read_key, score, score_rule


def trace(name: str, visits: str, lines: str = "") -> Trace:
    return Trace(name, frozenset(visits.split()), frozenset(lines.split()))


def test_counts() -> None:
    findings = [
        trace("f1", "M1", "1"),
        trace("f2", "M2", "9"),
        trace("f3", "M7 M8"),
        trace("f4", "M9"),
    ]
    patterns = [
        ("pattern", trace("p1", "M1", "1 2")),
        ("pattern", trace("p2", "M2", "1")),
        ("pattern", trace("p3", "M8", "5")),
    ]
    lookalikes = [
        ("transfer", trace("l1", "M9")),
        ("transfer", trace("l2", "M4")),
        ("death", trace("l3", "M1")),
    ]
    one = score_rule("r", findings, patterns, lookalikes)
    assert (one.planted, one.found, one.findings, one.right) == (3, 2, 4, 2)
    assert (one.recall, one.precision) == (0.6667, 0.5)
    assert one.missed == ("p2",)
    assert set(one.wrong) == {"f2", "f4"}
    assert one.lookalikes == {"transfer": 2, "death": 1}
    assert one.lookalikes_hit == {"transfer": 1, "death": 0}


def test_nothing_planted_and_nothing_found_have_no_quotient() -> None:
    one = score_rule("r", [], [], [])
    assert one.recall is None
    assert one.precision is None


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"patterns": 1, "lookalikes": []}'])
def test_a_bad_key_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "key.json").write_text(text, encoding="utf-8")
    with pytest.raises(AnswerKeyInvalid):
        read_key(tmp_path / "key.json")


def test_scoring_needs_a_run(tmp_path: Path) -> None:
    with pytest.raises(NoFindings):
        score(tmp_path, tmp_path / "key.json")
