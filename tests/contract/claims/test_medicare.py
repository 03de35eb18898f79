"""Claims that nobody here wrote, through a profile alone."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.intake.run import run_import
from claims.store import ClaimStore
from graph.rings.channels import CHANNELS
from graph.rings.detect import detect
from graph.rings.model import Route

SOURCE = Path(__file__).parents[4] / "shared" / "data" / "medicare-claims"


@pytest.mark.skipif(not SOURCE.is_dir(), reason="../shared/data/medicare-claims is not here")
def test_medicare_arrives_whole(tmp_path: Path) -> None:
    report = run_import(tmp_path, SOURCE, "medicare", "tester", datetime(2026, 3, 1, tzinfo=UTC))
    accepted = {t.table: t.accepted for t in report.batch.tables}
    assert report.batch.rejects == 0
    assert accepted["psn_info_b"] == 63_968
    assert accepted["mdtrt_d"] == accepted["setl_d"] == 9_551 + 125_841
    with ClaimStore(tmp_path).connect() as connection:
        row = connection.execute(
            "SELECT count(*), sum(medfee_sumamt - fund_pay_sumamt - coalesce(act_pay_dedc, 0)), "
            "count(DISTINCT fixmedins_code) FROM setl_d"
        ).fetchone()
        assert row is not None
        assert (row[0], str(row[1])) == (135_392, "0.00")
        assert row[2] == accepted["medins_info_b"]
        main = connection.execute(
            "SELECT diag_srt_no, diag_code FROM setl_diag_list_d WHERE mdtrt_id = 'CLM67387' ORDER BY 1"
        ).fetchall()
        assert main[:2] == [(1, "5780"), (2, "5533")]
        doctors = connection.execute("SELECT count(*) FROM visit_doctor").fetchone()
        attended = connection.execute("SELECT count(atddr_no) FROM mdtrt_d").fetchone()
    assert doctors == attended


@pytest.mark.skipif(not SOURCE.is_dir(), reason="../shared/data/medicare-claims is not here")
def test_medicare_is_searched_for_rings_and_told_what_was_looked_at(tmp_path: Path) -> None:
    """Claims of three years that nobody arranged: what is found is explained, or why nothing is."""
    run_import(tmp_path, SOURCE, "medicare", "tester", datetime(2026, 3, 1, tzinfo=UTC))
    # The first run of a version compiles its kernels.
    detect(ClaimStore(tmp_path))
    begun = time.process_time()
    found = detect(ClaimStore(tmp_path))
    # Twenty seconds are promised for both; the processor's own, whoever else uses the machine.
    assert time.process_time() - begun < 20
    reports = {report.channel: report for report in found.channels}
    assert list(reports) == [channel.name for channel in CHANNELS]
    assert all(report.note_zh and report.note_en for report in found.channels)
    assert reports["outpatient"].appearances > 100_000
    assert reports["inpatient"].appearances > 5_000
    # There are no pharmacies among them, and nobody comes together with others.
    assert reports["pharmacy"].appearances == 0
    assert "没有" in reports["pharmacy"].note_zh
    assert {ring.channel for ring in found.rings} == {"doctor_density"}
    for ring in found.rings:
        assert {"dense", "threshold"} <= {reason.code for reason in ring.reasons}
        # An address is a county's code there: thousands who share one are no household.
        assert ring.route is not Route.HOUSEHOLD or len(ring.members) <= 12
        assert bool(ring.route_reason) == (ring.route is not Route.RING)
