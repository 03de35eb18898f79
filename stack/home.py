"""The data home: its folders, its secrets (mode 0600), and small files written atomically."""

import json
import os
import secrets
import stat
from pathlib import Path
from typing import Any
from uuid import uuid4

FOLDERS = (
    "secrets",
    "run",
    "logs",
    "neo4j",
    "valkey",
    "s3",
    "claims",
    "findings",
    "map",
    "incoming",
    "tmp",
)


class Home:
    """Paths below `JICHA_HOME`. Creating the value creates the folders (0700).

    The claims of a county lie here: a folder that others could read is closed to them.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name in FOLDERS:
            folder = root / name
            folder.mkdir(exist_ok=True, mode=0o700)
            if stat.S_IMODE(folder.stat().st_mode) & 0o077:
                folder.chmod(0o700)

    @property
    def run(self) -> Path:
        """Pids, ports and locks of the running servers."""
        return self.root / "run"

    @property
    def logs(self) -> Path:
        """One log file a server."""
        return self.root / "logs"

    @property
    def tmp(self) -> Path:
        """Files that may be deleted when nothing runs."""
        return self.root / "tmp"

    def secret(self, name: str) -> str:
        """The generated secret `name`: 48 hexadecimal digits, made at first use.

        Hexadecimal, because some tools take a leading dash for an option.
        """
        path = self.root / "secrets" / name
        try:
            return path.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            write_private(path, secrets.token_hex(24) + "\n")
            return path.read_text(encoding="ascii").strip()


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600 atomically: never half-written, never readable by others."""
    draft = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def write_json(path: Path, value: Any) -> None:
    """Write a JSON file of mode 0600 atomically."""
    write_private(path, json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def read_json(path: Path) -> dict[str, Any]:
    """The object in a JSON file; empty when the file is missing or cut off by a crash."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
