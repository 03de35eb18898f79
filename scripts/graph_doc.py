"""Compare docs/graph.md with the map's declarations; `--write` writes it anew (`make graph`)."""

import difflib
import sys
from pathlib import Path

from graph.describe import describe

FILE = Path(__file__).resolve().parent.parent / "docs" / "graph.md"


def main() -> int:
    """Print the difference; returns the exit code."""
    current = describe()
    if "--write" in sys.argv:
        FILE.write_text(current, encoding="utf-8")
        return 0
    committed = FILE.read_text(encoding="utf-8") if FILE.exists() else ""
    lines = difflib.unified_diff(
        committed.splitlines(), current.splitlines(), "docs/graph.md", "declarations", lineterm=""
    )
    difference = list(lines)
    if difference:
        print("\n".join(difference[:80]))
        print("docs/graph.md is out of date: run make graph", file=sys.stderr)
        return 1
    print("docs/graph.md: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
