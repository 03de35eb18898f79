"""Where findings lie: one Parquet file per rule and run, and a manifest that says which count.

    JICHA_HOME/findings/current.json                    the manifest, replaced by one rename
    JICHA_HOME/findings/runs/<run_id>/<rule_id>.parquet

A reader takes the manifest once; the run before the current one is kept for those still reading.
"""

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Shelved:
    """The findings of one rule in force: which run wrote them, into which file."""

    run_id: str
    file: str


@dataclass(frozen=True)
class Manifest:
    """What is in force. `report` is the last run's report as JSON."""

    run_id: str
    at: str
    rules: Mapping[str, Shelved] = field(default_factory=dict)
    report: Mapping[str, Any] = field(default_factory=dict)

    @property
    def run_at(self) -> datetime:
        """When the last run began (aware)."""
        return datetime.fromisoformat(self.at)


class Shelf:
    """The findings folder of a data home."""

    def __init__(self, home: Path) -> None:
        self.root = home / "findings"

    def manifest(self) -> Manifest | None:
        """What is in force; None before the first run."""
        try:
            raw = json.loads((self.root / "current.json").read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        rules = {rule_id: Shelved(**entry) for rule_id, entry in raw["rules"].items()}
        return Manifest(raw["run_id"], raw["at"], rules, raw["report"])

    def path(self, shelved: Shelved) -> Path:
        """The file of a manifest entry."""
        return self.root / shelved.file

    def draft(self, run_id: str) -> Path:
        """An empty folder for the files of a run; they count only once published."""
        folder = self.root / "runs" / run_id
        folder.mkdir(parents=True)
        return folder

    def publish(self, manifest: Manifest) -> None:
        """Put a manifest in force, in one step and safely on disk, then clear what nobody needs."""
        before = self.manifest()
        content = {
            "schema": SCHEMA_VERSION,
            "run_id": manifest.run_id,
            "at": manifest.at,
            "rules": {name: vars(entry) for name, entry in manifest.rules.items()},
            "report": manifest.report,
        }
        draft = self.root / ".current.json"
        with draft.open("w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, self.root / "current.json")  # noqa: PTH105  (one atomic rename)
        self._clear(manifest, before)

    def discard(self, run_id: str) -> None:
        """Remove the unpublished files of a run that did not finish."""
        shutil.rmtree(self.root / "runs" / run_id, ignore_errors=True)

    def _clear(self, *manifests: Manifest | None) -> None:
        """Remove runs that none of `manifests` names, those of killed runs included."""
        kept = {entry.run_id for m in manifests if m for entry in m.rules.values()}
        kept |= {m.run_id for m in manifests if m}
        for folder in (self.root / "runs").iterdir():
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)
