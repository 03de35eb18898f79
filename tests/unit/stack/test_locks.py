"""The locks: every package by version and hash, no registry named, so that any mirror serves."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
LOCKS = ("requirements.lock", "requirements-dev.lock")
#: Anything that names a place to fetch from: an address, an index, a direct reference.
PLACE = re.compile(r"\w+://|--(extra-)?index-url|--find-links|--trusted-host|\s@\s")


def packages() -> dict[str, dict[str, Any]]:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text("utf-8"))
    found: dict[str, dict[str, Any]] = lock["packages"]
    return {name: entry for name, entry in found.items() if name}


@pytest.mark.parametrize("name", LOCKS)
def test_a_python_lock_pins_by_hash_and_names_no_place(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert not PLACE.search(text)
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(entries) > 50
    for entry in entries:
        assert re.match(r"[\w.\[\]-]+==\S+", entry), entry.splitlines()[0]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry.splitlines()[0]


def test_the_developers_lock_holds_the_versions_of_the_product() -> None:
    pinned = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE))
        for name in LOCKS
    ]
    assert pinned[0].items() <= pinned[1].items()


def test_the_desk_lock_pins_by_hash_and_names_no_place() -> None:
    text = (ROOT / "frontend" / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in text
    # Addresses of those who ask for donations are no places to fetch from.
    found = packages()
    for entry in found.values():
        entry.pop("funding", None)
    assert "://" not in json.dumps(found)
    assert len(found) > 200
    for name, entry in found.items():
        assert re.fullmatch(r"sha512-\S+", entry.get("integrity", "")), name


def test_the_jars_are_pinned_by_hash_and_name_no_place() -> None:
    lines = (ROOT / "stack" / "neo4j.jars.txt").read_text("utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert len(entries) > 50
    for entry in entries:
        assert "://" not in entry
        assert re.search(r"\b[0-9a-f]{64}\b", entry), entry
