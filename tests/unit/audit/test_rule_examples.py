"""Every rule hits what its examples say it must, and leaves the look-alikes alone."""

import sys
from pathlib import Path

import pytest

from audit.engine.sentences import slots
from audit.model import Example, Rule
from audit.registry import all_rules

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import run_rule

CASES = [
    pytest.param(rule, example, id=f"{rule.id}:{example.title}")
    for rule in all_rules()
    for example in rule.examples
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Example) -> None:
    found = run_rule(rule, example.tables)
    assert bool(found) is example.hit
    assert len(found) <= 1
    for finding in found:
        assert finding["amount_at_risk"] >= 0
        for language in ("sentence_zh", "sentence_en"):
            text = str(finding[language])
            assert "—" not in text
            assert slots(text) <= {"psn"}


def test_every_rule_shows_both_sides() -> None:
    for rule in all_rules():
        assert {example.hit for example in rule.examples} == {True, False}, rule.id
