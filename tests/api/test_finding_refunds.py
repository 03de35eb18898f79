"""A finding's page warns of refund settlements that gave back a part of its visit and name no line."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit.findings.finding import FindingFilter
from audit.findings.store import FindingStore
from casework.actors import Actor, Role, Viewer
from claims.intake.run import run_import

UNSET = """query($id: ID!) { findingUnset(id: $id) { visit billed amount on documents } }"""
LISTED = "query($f: FindingFilter) { findings(filter: $f, first: 200) { nodes { id findingId } } }"
EYES = Viewer(Actor("tester", "tester", frozenset({Role.INSPECTOR}), "tester"))
HEAD = (
    "setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,fund_pay_sumamt,"
    "refd_setl_flag"
)


def _finding(world: Any) -> Any:
    """A finding on one visit, of an institution whose cases no other test of the front door opens."""
    store = FindingStore(world.settings.home)
    found = store.page(EYES, FindingFilter(), first=200).items
    return next(
        one
        for one in found
        if len(one.mdtrt_ids) == 1 and one.fixmedins_code not in (None, world.hospital)
    )


def _refund(world: Any, visit: str, files: Path) -> None:
    with FindingStore(world.settings.home).claims.connect() as connection:
        row = connection.execute(
            "SELECT psn_no, fixmedins_code, med_type FROM mdtrt_d WHERE mdtrt_id = ?", [visit]
        ).fetchone()
    assert row is not None
    told = ",".join(("REFUND-1", visit, *row, "2025-12-30 10:00:00", "-0.40", "-0.30", "1"))
    (files / "setl_d.csv").write_text(f"{HEAD}\n{told}\n")
    run_import(world.settings.home, files, "national", "tester", datetime.now(UTC))


async def test_a_refund_that_names_no_line_is_told_on_the_finding(
    world: Any, tmp_path: Path
) -> None:
    inspector, finding = world.people["inspector"], _finding(world)
    listed = await inspector.ask(LISTED, f={"fixmedinsCodes": [finding.fixmedins_code]})
    keys = {node["findingId"]: node["id"] for node in listed["findings"]["nodes"]}
    key = keys[finding.finding_id]
    assert (await inspector.ask(UNSET, id=key))["findingUnset"] == []
    (visit,) = finding.mdtrt_ids
    _refund(world, visit, tmp_path)
    (one,) = (await inspector.ask(UNSET, id=key))["findingUnset"]
    assert one == {
        "visit": visit, "billed": "0.40", "amount": "0.30", "on": "2025-12-30",
        "documents": ["REFUND-1"],
    }  # fmt: skip
