"""From a stored row to a finding that a viewer may read."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import duckdb

from audit.engine.sentences import PERSON_MARK
from audit.findings.finding import Finding, LineKey
from casework.actors import Viewer
from casework.masking import mask_name

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
STORED: Final = tuple(field.name for field in fields(Finding) if field.name != "psn_name")
_JSON: Final = ("identity", "parameters", "knowledge")


def shown(
    rows: Iterable[Sequence[Any]], names: Mapping[str, str], viewer: Viewer
) -> tuple[Finding, ...]:
    """Findings from rows in the order of `STORED`; `names` by `psn_no`."""
    return tuple(_shown(dict(zip(STORED, row, strict=True)), names, viewer) for row in rows)


def _shown(row: dict[str, Any], names: Mapping[str, str], viewer: Viewer) -> Finding:
    name = names.get(row["psn_no"] or "")
    visible = mask_name(name) if name and viewer.masked else name
    for column in _JSON:
        row[column] = json.loads(row[column])
    for column in ("mdtrt_ids", "setl_ids"):
        row[column] = tuple(row[column] or ())
    row["lines"] = tuple(LineKey(**line) for line in row["lines"] or ())
    for column in ("first_time", "last_time"):
        row[column] = from_wall(row[column])
    for column in ("run_at", "first_seen_at"):
        row[column] = row[column].replace(tzinfo=UTC)
    for column in ("sentence_zh", "sentence_en"):
        row[column] = row[column].replace(PERSON_MARK, visible or row["psn_no"] or "")
    return Finding(psn_name=visible, **row)


def from_wall(moment: datetime | None) -> datetime | None:
    """Wall time of Asia/Shanghai, as the claims keep it, as an instant."""
    return moment.replace(tzinfo=SHANGHAI).astimezone(UTC) if moment else None


def names_of(claims: duckdb.DuckDBPyConnection, psn_nos: Collection[str]) -> dict[str, str]:
    """Names of people by number; people without a record have none."""
    rows = claims.execute(
        "SELECT psn_no, psn_name FROM psn_info_b "
        "WHERE psn_no IN (SELECT unnest(?::VARCHAR[])) AND psn_name IS NOT NULL",
        [sorted(psn_nos)],
    ).fetchall()
    return dict(rows)


def cut(finding: Finding, visible: Collection[str], settled: Collection[str]) -> Finding:
    """A finding as an institution sees it: without the visits and settlements of others."""
    return replace(
        finding,
        mdtrt_ids=tuple(v for v in finding.mdtrt_ids if v in visible),
        setl_ids=tuple(s for s in finding.setl_ids if s in settled),
        lines=tuple(line for line in finding.lines if line.mdtrt_id in visible),
    )
