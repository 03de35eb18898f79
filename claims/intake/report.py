"""What an import answers: the numbers that the terminal and the page show."""

from dataclasses import dataclass
from typing import Any

from claims.batches import Batch


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Outcome of an import. ``unchanged``: every file had been imported before, nothing was done;
    ``batch`` is then the earlier batch."""

    batch: Batch
    unchanged: bool
    seconds: float

    @property
    def refused(self) -> int:
        """Rows that this run refused and kept with their reasons."""
        return 0 if self.unchanged else self.batch.rejects

    def as_json(self) -> dict[str, Any]:
        """The JSON object of ``jicha import --json``.

        When nothing changed, no row is counted as accepted: all were there already.
        """
        fresh = not self.unchanged
        return {
            "batch_id": self.batch.batch_id,
            "profile": self.batch.profile,
            "files": [
                {"name": file.name, "sha256": file.sha256, "rows": file.rows}
                for file in self.batch.files
            ],
            "tables": [
                {
                    "table": table.table,
                    "rows": table.rows,
                    "accepted": table.accepted if fresh else 0,
                    "rejected": table.rejected if fresh else 0,
                }
                for table in self.batch.tables
            ],
            "rejects": self.batch.rejects if fresh else 0,
            "seconds": round(self.seconds, 3),
            "unchanged": self.unchanged,
        }
