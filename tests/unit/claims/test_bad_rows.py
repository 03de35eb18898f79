"""Rows that cannot be believed: kept with line, field and reason; the others arrive."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.intake.run import run_import
from claims.rejects import export_rejects
from claims.store import ClaimStore, Reject

HEADER = "feedetl_sn,mdtrt_id,fee_ocur_time,hilist_code,cnt,pric,det_item_fee_sumamt,memo\n"


def _line(
    sn: str = "1", time: str = "2026-01-05 09:00:00", amount: str = "1.00", memo: str = ""
) -> str:
    return f"{sn},M1,{time},X1,1,1.0,{amount},{memo}\n"


def _rejects(bureau: Any, body: str) -> list[Reject]:
    bureau.put("fee_list_d.csv", HEADER + body)
    batch = bureau.load().batch
    found = ClaimStore(bureau.home).rejects(batch.batch_id)
    assert len(found) == batch.rejects
    record = batch.tables[0]
    assert record.rows == record.accepted + record.rejected + record.unchanged
    return found


@pytest.mark.parametrize(
    ("bad", "field", "code"),
    [
        (_line("2", amount="NaN"), "det_item_fee_sumamt", "bad_number"),
        (_line("2", amount="inf"), "det_item_fee_sumamt", "bad_number"),
        (_line("2", amount="1e308"), "det_item_fee_sumamt", "bad_number"),
        (_line("2", amount="1_0"), "det_item_fee_sumamt", "bad_number"),
        (_line("2", amount="十元"), "det_item_fee_sumamt", "bad_number"),
        (_line("2", amount="1.005"), "det_item_fee_sumamt", "too_precise"),
        (_line("2", time="2026-02-30 10:00:00"), "fee_ocur_time", "bad_time"),
        (_line("2", time="2026-01-05T01:00:00Z"), "fee_ocur_time", "bad_time"),
        (_line("2", time="infinity"), "fee_ocur_time", "bad_time"),
        (_line("2", time="1900-01-01"), "fee_ocur_time", "date_too_early"),
        (_line("2", time="2999-12-31 00:00:00"), "fee_ocur_time", "date_in_future"),
        (_line(""), "feedetl_sn", "empty_key"),
        (_line("2", memo="长" * 10**6), "memo", "text_too_long"),
        (_line("2", memo="a,b"), "", "too_many_fields"),
        ("2,M1,2026-01-05\n", "", "too_few_fields"),
        (_line("1", amount="2.00"), "feedetl_sn", "duplicate_key"),
        (_line("1"), "feedetl_sn", "duplicate_row"),
    ],
)  # fmt: skip
def test_one_bad_row(bureau: Any, bad: str, field: str, code: str) -> None:
    found = _rejects(bureau, _line("1") + bad + _line("3"))
    assert [(r.file, r.line, r.code) for r in found] == [("fee_list_d.csv", 3, code)]
    assert not field or found[0].field == field
    assert found[0].raw == bad.rstrip("\n")
    assert found[0].reason
    with ClaimStore(bureau.home).connect() as connection:
        assert connection.execute("SELECT count(*) FROM fee_list_d").fetchone() == (2,)


ISO = ("2026-01-05", "2026-01-05T09:30:00", "2026-01-05 09:30:00.500", "2026-01-05T09:30:00+08:00")
OTHERS = ("20260105", "20260105093000", "2026/1/5 9:30", "2026年1月5日", "")


@pytest.mark.parametrize("time", [*ISO, *OTHERS])
def test_lawful_ways_to_write_a_time(bureau: Any, time: str) -> None:
    assert _rejects(bureau, _line("1", time=time)) == []


def test_a_date_until_which_something_holds_may_lie_ahead(bureau: Any) -> None:
    goods = (
        "fixmedins_code,fixmedins_bchno,fixmedins_hilist_id,med_list_codg,invdate,inv_cnt,expy_end"
    )
    bureau.put(
        "inv_d.csv", f"{goods}\nP1,1,Y1,X1,2026-01-31,5,2027-06-30\nP1,2,Y1,X1,2999-01-31,5,\n"
    )
    batch = bureau.load().batch
    (reject,) = ClaimStore(bureau.home).rejects(batch.batch_id)
    assert (reject.line, reject.field, reject.code) == (3, "invdate", "date_in_future")
    assert batch.accepted == 1


def test_lines_are_counted_past_blank_broken_and_multiline_rows(bureau: Any) -> None:
    body = (
        _line("1", memo='"two\nlines"')
        + "\n"
        + "5,M1\n"
        + _line("6", amount="x")
        + "\r\n"
        + _line("8", memo='"three\n\nlines"').replace("\n\n", "\n-\n")
        + _line("11", amount="y")
    )
    found = _rejects(bureau, body)
    assert [(r.line, r.code) for r in found] == [
        (5, "too_few_fields"), (6, "bad_number"), (11, "bad_number")
    ]  # fmt: skip


@pytest.mark.timeout(120)
def test_a_stray_quote_costs_its_own_line_only(bureau: Any) -> None:
    rows = [_line(str(i)) for i in range(400_000)]
    rows[200_000] = _line("200000", memo='"never closed')
    found = _rejects(bureau, "".join(rows))
    assert [(r.line, r.code) for r in found] == [(200_002, "bad_quotes")]


def test_rejected_rows_go_out_are_corrected_and_come_back(bureau: Any, tmp_path: Path) -> None:
    body = _line("1") + _line("2", amount="NaN", memo='"a, ""b"""') + "3,M1\n" + _line("4")
    found = _rejects(bureau, body)
    assert len(found) == 2
    batch = ClaimStore(bureau.home).batches()[0]
    (path,) = export_rejects(bureau.home, batch.batch_id, tmp_path / "out")
    text = path.read_text(encoding="utf-8-sig")
    assert text == HEADER + _line("2", amount="NaN", memo='"a, ""b"""') + "3,M1\n"
    corrected = text.replace("NaN", "7.00").replace("3,M1\n", _line("3"))
    (bureau.files / "fee_list_d.csv").unlink()
    bureau.put("fee_list_d.csv", corrected, "utf-8-sig")
    again = bureau.load().batch
    assert (again.accepted, again.rejects) == (2, 0)
    with ClaimStore(bureau.home).connect() as connection:
        total = connection.execute("SELECT count(*), sum(det_item_fee_sumamt) FROM fee_list_d")
        assert [str(v) for v in total.fetchall()[0]] == ["4", "10.00"]
    assert (tmp_path / "out" / "reasons.txt").is_file()


def test_gb18030_rejects_are_readable(bureau: Any) -> None:
    text = HEADER + _line("1", amount="坏", memo="备注")
    bureau.put("fee_list_d.csv", text, "gb18030")
    batch = bureau.load().batch
    assert "备注" in ClaimStore(bureau.home).rejects(batch.batch_id)[0].raw


def test_a_key_already_imported_with_other_content_is_refused(bureau: Any) -> None:
    assert _rejects(bureau, _line("1")) == []
    bureau.put("fee_list_d.csv", HEADER + _line("1", amount="9.00") + _line("2"))
    batch = bureau.load().batch
    found = ClaimStore(bureau.home).rejects(batch.batch_id)
    assert [(r.line, r.code) for r in found] == [(2, "conflicts_with_batch")]
    assert batch.accepted == 1


def test_the_report_counts_what_this_run_refused(bureau: Any) -> None:
    bureau.put("fee_list_d.csv", HEADER + _line("1", amount="x") + _line("2"))
    assert bureau.load().refused == 1
    assert bureau.load().refused == 0


AMOUNT = st.decimals(-(10**9), 10**9, places=2).map(str)
JUNK = ("NaN", "1e308", "abc", "1.234", "--1", "0x1f")


@settings(max_examples=15, deadline=None)
@given(cells=st.lists(st.one_of(AMOUNT, st.sampled_from(JUNK)), min_size=1, max_size=40))
def test_every_row_is_accepted_or_kept_as_a_reject(
    cells: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("claims")
    text = HEADER + "".join(_line(str(i), amount=cell) for i, cell in enumerate(cells))
    (root / "fee_list_d.csv").write_text(text, encoding="utf-8")
    at = datetime(2026, 3, 1, tzinfo=UTC)
    batch = run_import(root / "home", root, "national", "tester", at).batch
    bad = [i + 2 for i, cell in enumerate(cells) if cell in JUNK]
    assert [r.line for r in ClaimStore(root / "home").rejects(batch.batch_id)] == bad
    assert batch.accepted == len(cells) - len(bad)
    assert Counter(t.rows for t in batch.tables) == Counter([len(cells)])


def test_an_expiry_may_lie_ahead_but_not_for_ever(bureau: Any) -> None:
    """A lot is good for years; a delivery of tomorrow is still an impossible date."""
    header = (
        "fixmedins_code,fixmedins_bchno,fixmedins_hilist_id,med_list_codg,purc_retn_cnt,"
        "purc_retn_stoin_time,expy_end"
    )
    rows = (
        "P1,1,Y1,X1,10,2025-03-01 08:00:00,2029-03-01",
        "P1,2,Y1,X1,10,2025-03-01 08:00:00,2999-03-01",
        "P1,3,Y1,X1,10,2035-03-01 08:00:00,2036-03-01",
    )
    bureau.put("purc_d.csv", "\n".join((header, *rows, "")))
    batch = bureau.load().batch
    assert batch.tables[0].accepted == 1
    found = ClaimStore(bureau.home).rejects(batch.batch_id)
    assert [(r.line, r.field, r.code) for r in found] == [
        (3, "expy_end", "date_in_future"),
        (4, "purc_retn_stoin_time", "date_in_future"),
    ]
