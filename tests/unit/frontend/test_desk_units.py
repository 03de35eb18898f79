"""The desk's own unit tests (vitest) are part of every test run."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BIN = Path(sys.executable).parent


def test_the_desks_unit_tests_pass(tmp_path: Path) -> None:
    report = tmp_path / "vitest.json"
    done = subprocess.run(
        [
            BIN / "npm",
            *("run", "--silent", "test", "--"),
            *("--reporter=json", f"--outputFile={report}"),
        ],
        cwd=ROOT / "frontend",
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert report.exists(), done.stdout + done.stderr
    found = json.loads(report.read_text("utf-8"))
    failed = [
        f"{test['fullName']}: {test['failureMessages']}"
        for file in found["testResults"]
        for test in file["assertionResults"]
        if test["status"] != "passed"
    ]
    assert not failed, "\n".join(failed)
    assert done.returncode == 0, done.stdout + done.stderr
    written = {path.name for path in (ROOT / "frontend" / "src").rglob("*.test.ts*")}
    assert {Path(file["name"]).name for file in found["testResults"]} == written
