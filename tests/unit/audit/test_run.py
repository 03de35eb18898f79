"""A run publishes in one step; reruns update; one rule's failure stays its own."""

import shutil
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from filelock import FileLock

sys.path.insert(0, str(Path(__file__).parent))
from audit_world import AT, INSPECTOR, import_world

from audit import registry
from audit.engine import run as engine
from audit.engine.report import Outcome
from audit.engine.run import run_audit
from audit.errors import AuditBusy, UnknownRule
from audit.examples import INSTITUTIONS, fee, outpatient, person, stay
from audit.findings.shelf import Shelf
from audit.findings.store import FindingStore
from audit.model import Rule
from audit.registry import BrokenRule, load_rule, rule_of

LATER = AT + timedelta(days=1)


@pytest.fixture
def home(small_home: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "home"
    shutil.copytree(small_home, copy)
    return copy


def test_a_rerun_updates_and_does_not_duplicate(home: Path) -> None:
    before = FindingStore(home).page(INSPECTOR).items
    report = run_audit(home, at=LATER, operator="tester")
    after = FindingStore(home).page(INSPECTOR).items
    assert [f.finding_id for f in after] == [f.finding_id for f in before]
    assert {f.first_seen_at for f in after} == {AT}
    assert {f.run_at for f in after} == {LATER}
    assert all((r.new, r.changed, r.gone) == (0, 0, 0) for r in report.rules)


def test_one_rule_alone_leaves_the_others_in_force(home: Path) -> None:
    report = run_audit(home, at=LATER, operator="tester", rule_ids=["age_limited_item"])
    assert [r.rule_id for r in report.rules] == ["age_limited_item"]
    assert len(FindingStore(home).page(INSPECTOR).items) == 4


def test_new_claims_bring_new_findings(home: Path, tmp_path: Path) -> None:
    visit = outpatient("M9", "2024-05-05 09:00:00")
    line = fee("M9", "1", "2024-05-05 09:10:00", "003112010010000")
    import_world(home, {"mdtrt_d": (visit,), "fee_list_d": (line,)}, tmp_path / "more")
    report = run_audit(home, at=LATER, operator="tester")
    sex = next(r for r in report.rules if r.rule_id == "sex_impossible_item")
    assert (sex.findings, sex.new, sex.changed, sex.gone) == (2, 1, 0, 0)


def test_a_failing_rule_keeps_its_former_findings(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = replace(rule_of("sex_impossible_item"), find="SELECT * FROM no_such_table")
    others = tuple(r for r in registry.all_rules() if r.id != bad.id)
    broken = BrokenRule("torn_rule", "torn_rule.py", 7, "SyntaxError: invalid syntax")
    monkeypatch.setattr(engine, "library", lambda: ((bad, *others), (broken,)))
    report = run_audit(home, at=LATER, operator="tester")
    failed = {r.rule_id: r.reason for r in report.failed}
    assert set(failed) == {"sex_impossible_item", "torn_rule"}
    assert "no_such_table" in failed["sex_impossible_item"]
    assert "第 7 行" in failed["torn_rule"]
    # The small import brings no med_chrgitm_type, without which hanging beds cannot be judged.
    assert {r.rule_id for r in report.rules if r.status is Outcome.SKIPPED} == {"hanging_bed"}
    assert sum(r.status is Outcome.DONE for r in report.rules) == len(others) - 1
    assert len(FindingStore(home).page(INSPECTOR).items) == 4


def test_rules_without_their_tables_say_so(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = stay("M1", "2024-03-01 09:00:00", "2024-03-08 09:00:00", dscg_maindiag_code="J18.9")
    second = stay("M2", "2024-03-10 09:00:00", "2024-03-18 09:00:00", dscg_maindiag_code="J18.9")
    tables = {"medins_info_b": INSTITUTIONS, "psn_info_b": (person(),), "mdtrt_d": (first, second)}
    import_world(home, tables, tmp_path / "files")
    report = run_audit(home, at=AT, operator="tester")
    status = {r.rule_id: (r.status, r.reason) for r in report.rules}
    assert status["duplicate_charge"] == (
        Outcome.SKIPPED,
        "缺少数据表 fee_list_d，本规则未运行 / no table fee_list_d: the rule did not run",
    )
    assert status["split_admission"][0] is Outcome.DONE
    assert not report.failed
    assert [f.rule_id for f in FindingStore(home).page(INSPECTOR).items] == ["split_admission"]


def test_an_empty_home_is_no_failure(tmp_path: Path) -> None:
    report = run_audit(tmp_path, at=AT, operator="tester")
    assert {r.status for r in report.rules} == {Outcome.SKIPPED}
    assert report.lines == 0


def test_two_runs_at_once_are_refused(home: Path) -> None:
    with FileLock(home / "findings" / "run.lock"), pytest.raises(AuditBusy):
        run_audit(home, at=LATER, operator="tester")


def test_a_cancelled_run_changes_nothing(home: Path) -> None:
    class Cancelled(Exception):
        pass

    def progress(_phase: str, done: int, _total: int | None) -> None:
        if done == 3:
            raise Cancelled

    before = Shelf(home).manifest()
    with pytest.raises(Cancelled):
        run_audit(home, at=LATER, operator="tester", progress=progress)
    assert Shelf(home).manifest() == before
    assert len(list((home / "findings" / "runs").iterdir())) == 1


def test_an_own_parameter_changes_the_run(home: Path) -> None:
    folder = home / "findings" / "parameters"
    folder.mkdir()
    row = '[[row]]\nname = "tolerance"\nvalue = 1\nvalid_from = 2024-01-01\nbasis = "局务会"\n'
    (folder / "over_price_limit.toml").write_text(row, encoding="utf-8")
    run_audit(home, at=LATER, operator="tester")
    found = [f for f in FindingStore(home).page(INSPECTOR).items if f.rule_id == "over_price_limit"]
    assert found[0].parameters["tolerance"] == {"value": "1", "basis": "局务会"}


def test_a_parameter_out_of_range_fails_that_rule_alone(home: Path) -> None:
    folder = home / "findings" / "parameters"
    folder.mkdir()
    row = '[[row]]\nname = "tolerance"\nvalue = 99\nvalid_from = 2024-01-01\nbasis = "x"\n'
    (folder / "over_price_limit.toml").write_text(row, encoding="utf-8")
    report = run_audit(home, at=LATER, operator="tester")
    assert [r.rule_id for r in report.failed] == ["over_price_limit"]
    assert "超出允许范围 0 至 1" in report.failed[0].reason


def test_an_unknown_rule_is_refused(home: Path) -> None:
    with pytest.raises(UnknownRule):
        run_audit(home, at=LATER, operator="tester", rule_ids=["nope"])


def test_a_torn_rule_file_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import audit.rules

    (tmp_path / "torn_rule.py").write_text("X = 1\nRULE = (\n", encoding="utf-8")
    (tmp_path / "wrong_rule.py").write_text("\nRULE = 1 / 0\n", encoding="utf-8")
    monkeypatch.setattr(audit.rules, "__path__", [str(tmp_path)])
    torn, wrong = load_rule("torn_rule"), load_rule("wrong_rule")
    assert not isinstance(torn, Rule)
    assert not isinstance(wrong, Rule)
    assert torn.line == 2
    assert wrong.line == 2
    assert "ZeroDivisionError" in wrong.reason
