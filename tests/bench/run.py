"""`make bench`: every `*_bench.py` of this folder on one county, one JSON object at the end.

A bench is a module with `run(context) -> dict`. Each is a section of the result, measured in a
process of its own on a copy of the imported home: it starts from fresh servers, its peak of memory
is its own, and whatever happens to it (an error, a kill, a hang) is its own result and leaves the
others theirs. The exit code is 1 when a section failed, 130 when Ctrl-C ended the run; what was
measured until then is printed all the same. Progress goes to stderr.
"""

import argparse
import importlib
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from claims.county.generate import generate
from claims.intake.run import run_import
from stack.settings import Settings, load_settings

FOLDER = Path(__file__).parent
INTERRUPTED = 130


@dataclass(frozen=True)
class BenchContext:
    """What a bench gets: settings whose `home` holds the imported county, and its files."""

    settings: Settings
    home: Path
    county: Path
    answer_key: Path
    import_seconds: float
    rounds: int


def main() -> int:
    """Run the benches that were asked for; returns the exit code."""
    given = arguments()
    if given.section:
        return section(given.section)
    found = sorted(path.stem.removesuffix("_bench") for path in FOLDER.glob("*_bench.py"))
    if unknown := set(given.names) - set(found):
        say(f"no such bench: {', '.join(sorted(unknown))}; there are {', '.join(found)}")
        return 2
    results: dict[str, Any] = {}
    try:
        with tempfile.TemporaryDirectory(prefix="jicha-bench-") as folder:
            prepared = prepare(Path(folder), given.persons, given.seed, given.rounds)
            for name in [name for name in found if not given.names or name in given.names]:
                say(f"{name} …")
                results[name] = {"error": "interrupted"}
                results[name] = attempt(name, prepared, given.patience)
    except KeyboardInterrupt:
        say("interrupted: what was measured so far")
    print(
        json.dumps(
            {**machine(), "persons": given.persons, "seed": given.seed, **results}, default=str
        )
    )
    return exit_code(results)


def arguments() -> argparse.Namespace:
    """The command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="audit, graph …; all without a name")
    asked.add_argument("--persons", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--patience", type=int, default=1800, help="seconds for one section")
    asked.add_argument("--section", help=argparse.SUPPRESS)
    return asked.parse_args()


def prepare(folder: Path, persons: int, seed: int, rounds: int) -> dict[str, Any]:
    """Generate the county and import it; returns what a section's context is made of."""
    home, county, key = folder / "home", folder / "county", folder / "key.json"
    say(f"county of {persons} persons …")
    generate(county, persons, seed, key)
    say("import …")
    begun = time.perf_counter()
    run_import(home, county, "national", "bench", datetime.now(UTC))
    seconds = round(time.perf_counter() - begun, 3)
    return {
        "home": str(home),
        "county": str(county),
        "answer_key": str(key),
        "import_seconds": seconds,
        "rounds": rounds,
    }


def attempt(name: str, prepared: dict[str, Any], patience: float) -> dict[str, Any]:
    """One section in a process of its own on a home of its own; its failure is its result."""
    home = Path(prepared["home"]).with_name(f"home-{name}")
    shutil.copytree(prepared["home"], home)
    try:
        return measure(name, prepared | {"home": str(home)}, patience)
    except (OSError, ValueError, RuntimeError) as error:
        return {"error": f"{type(error).__name__}: {error}"}
    finally:
        shutil.rmtree(home, ignore_errors=True)


def measure(name: str, prepared: dict[str, Any], patience: float) -> dict[str, Any]:
    """The section's JSON. Raises RuntimeError when its process ended without, or took too long."""
    child = subprocess.Popen(
        [sys.executable, __file__, "--section", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "JICHA_HOME": prepared["home"]},
    )
    try:
        told, _ = child.communicate(json.dumps(prepared), timeout=patience)
    except subprocess.TimeoutExpired:
        raise RuntimeError(f"not done after {patience:.0f} s") from None
    finally:
        end(child)
    lines = told.strip().splitlines()
    if not lines:
        raise RuntimeError(f"the process ended with {child.returncode} and said nothing")
    return dict(json.loads(lines[-1]))


def end(child: "subprocess.Popen[str]") -> None:
    """As Ctrl-C would, so that it stops its servers; by force if it does not listen."""
    if child.poll() is not None:
        return
    child.send_signal(signal.SIGINT)
    try:
        child.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()


def section(name: str) -> int:
    """Measure one section here: context as JSON on stdin, result as the last line of stdout."""
    given = json.load(sys.stdin)
    paths = {key: Path(given[key]) for key in ("home", "county", "answer_key")}
    try:
        context = BenchContext(load_settings(), **{**given, **paths})
        result = importlib.import_module(f"{name}_bench").run(context)
    except Exception as error:
        traceback.print_exc()
        result = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(result, default=str), flush=True)
    return 0


def exit_code(results: dict[str, Any]) -> int:
    """0 when every section has its figures."""
    errors = [result["error"] for result in results.values() if "error" in result]
    return INTERRUPTED if "interrupted" in errors else int(bool(errors))


def machine() -> dict[str, Any]:
    """Where the figures come from."""
    return {"python": platform.python_version(), "cpus": os.cpu_count(), "at": datetime.now(UTC)}


def say(text: str) -> None:
    """One line of progress."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
