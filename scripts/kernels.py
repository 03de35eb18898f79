"""Compile the kernels of ring detection into the user's cache: a small county through every channel.

Compiling takes half a minute of a processor, once for each version of the kernels. Done here, the
first detection of a new installation is as quick as every other one.
"""

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from claims.county.generate import generate
from claims.intake.run import run_import
from claims.store import ClaimStore
from graph.rings.detect import detect

PERSONS = 3000


def main() -> None:
    """Make, import and search a county that is thrown away."""
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="jicha-kernels-") as name:
        folder = Path(name)
        print("county …", flush=True)
        generate(folder / "county", PERSONS, seed=1)
        run_import(folder / "home", folder / "county", "national", "install", now)
        print("kernels …", flush=True)
        detect(ClaimStore(folder / "home"))


if __name__ == "__main__":
    main()
