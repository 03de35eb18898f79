"""Compare the committed GraphQL types of the desk with what the committed schema generates.

The generator writes in place; what was committed is put back, so that a check changes nothing.
`make schema` writes schema and types anew.
"""

import os
import subprocess
import sys
from pathlib import Path

FRONTEND = Path(__file__).resolve().parent.parent / "frontend"
GENERATED = FRONTEND / "src" / "gql"
BIN = Path(sys.executable).parent


def contents() -> dict[Path, bytes]:
    """Every generated file with its bytes."""
    return {path: path.read_bytes() for path in sorted(GENERATED.rglob("*")) if path.is_file()}


def main() -> int:
    """Generate, compare, restore; returns the exit code."""
    before = contents()
    done = subprocess.run(
        [BIN / "npm", "run", "--silent", "codegen"],
        cwd=FRONTEND,
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
    )
    after = contents()
    if "--write" not in sys.argv:
        for path in after.keys() - before.keys():
            path.unlink()
        for path, content in before.items():
            if after.get(path) != content:
                path.write_bytes(content)
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
        return 1
    different = sorted(
        p.name for p in before.keys() | after.keys() if before.get(p) != after.get(p)
    )
    if different and "--write" not in sys.argv:
        print(f"frontend/src/gql is out of date ({', '.join(different)}): run make schema")
        return 1
    print("frontend/src/gql: ok")
    return 0


if __name__ == "__main__":
    sys.exit(main())
