"""`make bench` keeps what the other sections measured, whatever happens to one of them."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

RUN = Path(__file__).resolve().parents[2] / "bench" / "run.py"
BENCHES = {
    "good": "return {'seconds': 1, 'home': str(context.settings.home), 'rounds': context.rounds}",
    "wrong": "raise ValueError('no such table')",
    "killed": "import os; os._exit(9)",
    "stuck": "import time; time.sleep(60)",
}


@pytest.fixture
def bench(tmp_path: Path) -> ModuleType:
    """The frame, copied beside benches of our own."""
    for name, body in BENCHES.items():
        text = f"def run(context):\n    {body}\n"
        (tmp_path / f"{name}_bench.py").write_text(text, encoding="utf-8")
    copy = Path(shutil.copy(RUN, tmp_path))
    spec = importlib.util.spec_from_file_location("bench_frame", copy)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def attempted(bench: ModuleType, tmp_path: Path, name: str, patience: float = 60) -> dict[str, Any]:
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    (home / "imported").touch()
    prepared = {
        "home": str(home),
        "county": str(tmp_path / "county"),
        "answer_key": str(tmp_path / "key.json"),
        "import_seconds": 1.0,
        "rounds": 2,
    }
    found: dict[str, Any] = bench.attempt(name, prepared, patience)
    assert sorted(path.name for path in tmp_path.glob("home*")) == ["home"], "the copy is removed"
    return found


def test_a_section_measures_in_a_home_of_its_own(bench: ModuleType, tmp_path: Path) -> None:
    found = attempted(bench, tmp_path, "good")
    assert found == {"seconds": 1, "home": str(tmp_path / "home-good"), "rounds": 2}


@pytest.mark.parametrize(
    ("name", "why"),
    [("wrong", "ValueError: no such table"), ("killed", "ended with 9"), ("stuck", "not done")],
)
def test_what_happens_to_a_section_is_its_result(
    bench: ModuleType, tmp_path: Path, name: str, why: str
) -> None:
    assert why in attempted(bench, tmp_path, name, 4 if name == "stuck" else 60)["error"]


def test_the_exit_code_says_so(bench: ModuleType) -> None:
    assert bench.exit_code({"a": {"seconds": 1}}) == 0
    assert bench.exit_code({"a": {"seconds": 1}, "b": {"error": "x"}}) == 1
    assert bench.exit_code({"a": {"error": "interrupted"}}) == 130
