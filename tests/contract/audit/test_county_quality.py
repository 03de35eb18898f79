"""The rules on a generated county: planted violations found, look-alikes left alone.

The county comes through the real intake; nothing of the generator is known to the rules.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.engine.run import run_audit
from audit.registry import all_rules
from audit.score import RuleScore, score
from claims.county.generate import generate
from claims.intake.run import run_import

AT = datetime(2026, 1, 5, tzinfo=UTC)
RECALL, PRECISION = 0.95, 0.95


@dataclass(frozen=True)
class County:
    home: Path
    scores: dict[str, RuleScore]


@pytest.fixture(scope="module", params=[3, 11], ids=lambda seed: f"seed{seed}")
def county(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> County:
    folder = tmp_path_factory.mktemp("county")
    home, key = folder / "home", folder / "key.json"
    generate(folder / "files", 4000, request.param, key)
    imported = run_import(home, folder / "files", "national", "tester", AT)
    assert imported.batch.rejects == 0, "the generator writes nothing that the intake refuses"
    report = run_audit(home, at=AT, operator="tester")
    assert not report.failed
    return County(home, {one.rule_id: one for one in score(home, key)})


def test_precision_and_recall(county: County, record_property: Callable[..., None]) -> None:
    for one in county.scores.values():
        known, hit = sum(one.lookalikes.values()), sum(one.lookalikes_hit.values())
        record_property(
            "figure",
            f"{one.rule_id:<32} recall {one.recall} precision {one.precision} "
            f"planted {one.planted} findings {one.findings} look-alikes hit {hit}/{known}",
        )
    for rule in all_rules():
        one = county.scores[rule.id]
        assert one.planted, rule.id
        assert one.recall is not None
        assert one.recall >= RECALL, (rule.id, one.missed)
        assert one.precision is not None
        # One finding beside the planted ones is chance in a county this small, two are a pattern.
        assert one.precision >= PRECISION or len(one.wrong) <= 1, (rule.id, one.wrong)


def test_no_look_alike_is_hit(county: County) -> None:
    for one in county.scores.values():
        assert not any(one.lookalikes_hit.values()), (one.rule_id, one.lookalikes_hit)


def test_a_second_run_changes_nothing(county: County) -> None:
    later = datetime(2026, 1, 6, tzinfo=UTC)
    report = run_audit(county.home, at=later, operator="tester")
    assert {(r.new, r.changed, r.gone) for r in report.rules} == {(0, 0, 0)}
