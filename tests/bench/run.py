"""`make bench`: every `*_bench.py` of this folder on one county, one JSON object at the end.

A bench is a module with `run(context) -> dict`; one that has none is run as a script, and the JSON
on its last line is taken. A bench that fails is reported with its reason and the exit code is 1.
Progress goes to stderr.
"""

import argparse
import importlib
import json
import os
import platform
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
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("names", nargs="*", help="audit, graph …; all without a name")
    asked.add_argument("--persons", type=int, default=20_000)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    found = sorted(path.stem for path in FOLDER.glob("*_bench.py"))
    chosen = [
        name for name in found if not given.names or name.removesuffix("_bench") in given.names
    ]
    results: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="jicha-bench-") as folder:
        context = prepare(Path(folder), given.persons, given.seed, given.rounds)
        for name in chosen:
            say(f"{name} …")
            results[name.removesuffix("_bench")] = attempt(name, context)
    failed = any("error" in result for result in results.values())
    print(
        json.dumps(
            {**machine(), "persons": given.persons, "seed": given.seed, **results}, default=str
        )
    )
    return int(failed)


def prepare(folder: Path, persons: int, seed: int, rounds: int) -> BenchContext:
    """Generate the county and import it into a home of its own."""
    home, county, key = folder / "home", folder / "county", folder / "key.json"
    os.environ["JICHA_HOME"] = str(home)
    say(f"county of {persons} persons …")
    generate(county, persons, seed, key)
    say("import …")
    begun = time.perf_counter()
    run_import(home, county, "national", "bench", datetime.now(UTC))
    seconds = round(time.perf_counter() - begun, 3)
    return BenchContext(load_settings(), home, county, key, seconds, rounds)


def attempt(name: str, context: BenchContext) -> dict[str, Any]:
    """One bench; whatever goes wrong in it is its result and does not stop the others."""
    try:
        module = importlib.import_module(name)
        if hasattr(module, "run"):
            return dict(module.run(context))
        return as_script(name)
    except Exception as error:
        traceback.print_exc()
        return {"error": f"{type(error).__name__}: {error}"}


def as_script(name: str) -> dict[str, Any]:
    """Run a bench that is a script and read the last line that it prints."""
    command = [sys.executable, str(FOLDER / f"{name}.py")]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def machine() -> dict[str, Any]:
    """Where the figures come from."""
    return {"python": platform.python_version(), "cpus": os.cpu_count(), "at": datetime.now(UTC)}


def say(text: str) -> None:
    """One line of progress."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
