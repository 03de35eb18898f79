"""Claims that nobody here wrote, through a profile alone."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.intake.run import run_import
from claims.store import ClaimStore

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
