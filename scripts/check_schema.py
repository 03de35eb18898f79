"""Compare the committed api/schema.graphql with the schema that the code defines.

`--write` writes it anew (`make schema`).
"""

import difflib
import sys
from pathlib import Path

from api.persisted import Manifest
from api.schema import build_schema

FILE = Path(__file__).resolve().parent.parent / "api" / "schema.graphql"


def main() -> int:
    """Print the difference; returns the exit code."""
    current = build_schema(Manifest({}), open_operations=True).as_str().rstrip() + "\n"
    if "--write" in sys.argv:
        FILE.write_text(current, encoding="utf-8")
        return 0
    committed = FILE.read_text(encoding="utf-8").rstrip() + "\n"
    lines = difflib.unified_diff(
        committed.splitlines(), current.splitlines(), "api/schema.graphql", "code", lineterm=""
    )
    difference = list(lines)
    if difference:
        print("\n".join(difference[:80]))
        print("api/schema.graphql is out of date: run make schema", file=sys.stderr)
        return 1
    print("api/schema.graphql: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
