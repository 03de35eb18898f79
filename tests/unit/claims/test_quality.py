"""The quality report: what it counts, and that each line leads to exactly the rows it counts."""

import io
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from claims.english import ENGLISH
from claims.errors import QualityLineUnknown, QualityWorkInvalid
from claims.quality.due import RULES
from claims.quality.report import QualityReport, assess, quality_report
from claims.quality.rows import quality_rows
from claims.quality.workbook import workbook
from claims.quality.worklist import WORK, State, put_work, work_of, worklist
from claims.store import ClaimStore
from claims.tables import TABLES

ROOT = Path(__file__).parents[3]
GOOD_ID = "11010519491231002X"  # the example of GB 11643-1999


def _imported(bureau: Any) -> tuple[ClaimStore, QualityReport]:
    bureau.write()
    batch = bureau.load().batch
    store = ClaimStore(bureau.home)
    return store, quality_report(store, batch.batch_id, batch.at)


def _spoiled(bureau: Any) -> None:
    tables = bureau.tables
    tables["psn_info_b"][0] |= {"certno": GOOD_ID, "tel": "13800000000"}
    tables["psn_info_b"][1] |= {"certno": GOOD_ID[:-1] + "1"}
    tables["psn_info_b"] += [
        {"psn_no": "P3", "psn_name": "王五", "certno": GOOD_ID},
        {"psn_no": "P4", "psn_name": "赵六"},
    ]
    tables["mdtrt_d"][0] |= {"endtime": "2026-01-04 09:00:00", "certno": "440101199001011234"}
    tables["mdtrt_d"][1] |= {"psn_no": "P9", "med_type": "77"}
    tables["mdtrt_d"].append({**tables["mdtrt_d"][0], "mdtrt_id": "M3", "med_type": "140104"})
    tables["setl_d"][0] |= {"psn_pay": "1.00", "hosp_part_amt": "1.00"}
    tables["setl_d"][1] |= {"psn_pay": "8.20"}
    tables["setl_d"].append({**tables["setl_d"][0], "setl_id": "S3"})
    tables["fee_list_d"][0] |= {"setl_id": "S1"}
    tables["fee_list_d"].append({**tables["fee_list_d"][0], "mdtrt_id": "M1"})


EXPECTED = {
    "rejected:fee_list_d:feedetl_sn:duplicate_row": 1,
    "empty:psn_info_b:certno": 1,
    "without_partner:mdtrt_d:psn_no": 1,
    # S1 has total 10 = 8 + 1 + 1; S2 20.50 = 12.30 + 8.20.
    "equation:setl_d:medfee_sumamt:lines": 1,
    "unknown_code:mdtrt_d:med_type": 1,
    "impossible_date:mdtrt_d:endtime:begntime": 2,
    "person:psn_info_b:certno:none": 1,
    "person:psn_info_b:certno:bad": 1,
    "person:psn_info_b:certno:shared": 2,
    "person:mdtrt_d:certno:several": 2,
    "repeat:setl_d:same": 2,
}


def test_every_line_counts_and_leads_to_its_rows(bureau: Any) -> None:
    _spoiled(bureau)
    store, report = _imported(bureau)
    found = {line.line_id: line.rows for line in report.lines}
    assert {line: found.get(line) for line in EXPECTED} == EXPECTED
    assert "equation:setl_d:medfee_sumamt:parts" not in found
    for line in report.lines:
        rows = quality_rows(store, report.batch_id, line.line_id, limit=50)
        assert len(rows.rows) == line.rows, line
        assert all(len(row) == len(rows.columns) for row in rows.rows)


def test_an_unbalanced_settlement_is_a_finding_of_quality_and_no_reject(bureau: Any) -> None:
    bureau.tables["setl_d"][0] |= {"psn_pay": "1.99", "hosp_part_amt": "0"}
    bureau.tables["setl_d"][1] |= {"psn_pay": "8.20"}
    store, report = _imported(bureau)
    line = report.line("equation:setl_d:medfee_sumamt:parts")
    assert line is not None
    assert (line.rows, line.of) == (1, 2)
    rows = quality_rows(store, report.batch_id, line.line_id)
    assert rows.rows[0][0] == "S1"
    assert store.batches()[0].rejects == 0


def test_a_charge_outside_the_days_of_its_visit_is_a_line(bureau: Any) -> None:
    """The visit's own days are the bounds: at midnight of the day after, a charge is late."""
    visit = bureau.tables["mdtrt_d"][0] | {
        "begntime": "2026-01-05 09:00:00",
        "endtime": "2026-01-07 10:00:00",
    }
    line = bureau.tables["fee_list_d"][0] | {"mdtrt_id": visit["mdtrt_id"]}
    bureau.tables["mdtrt_d"] = [visit]
    bureau.tables["fee_list_d"] = [
        line | {"feedetl_sn": str(number), "fee_ocur_time": at}
        for number, at in enumerate(
            (
                "2026-01-04 23:59:59",
                "2026-01-05 00:00:00",
                "2026-01-07 23:59:59",
                "2026-01-08 00:00:00",
                "2026-01-09 08:00:00",
            )
        )
    ]
    store, report = _imported(bureau)
    late = "impossible_date:fee_list_d:fee_ocur_time:"
    for bound, charged in (("begntime", {"0"}), ("endtime", {"3", "4"})):
        found = report.line(late + bound)
        assert found is not None
        assert (found.rows, found.of) == (len(charged), 5)
        rows = quality_rows(store, report.batch_id, late + bound)
        at = rows.columns.index("feedetl_sn")
        assert {row[at] for row in rows.rows} == charged


def test_a_fee_line_that_was_sent_twice_is_a_line(bureau: Any) -> None:
    line = bureau.tables["fee_list_d"][0]
    dearer = {"pric": "9.99", "det_item_fee_sumamt": "9.99"}
    bureau.tables["fee_list_d"] = [
        line | {"feedetl_sn": "once"},
        line | {"feedetl_sn": "again"},
        line | {"feedetl_sn": "dearer"} | dearer,
        line | {"feedetl_sn": "later", "fee_ocur_time": "2026-01-06 00:00:01"},
    ]
    store, report = _imported(bureau)
    found = report.line("repeat:fee_list_d:same")
    assert found is not None
    assert (found.rows, found.of) == (2, 4)
    rows = quality_rows(store, report.batch_id, found.line_id)
    at = rows.columns.index("feedetl_sn")
    assert {row[at] for row in rows.rows} == {"once", "again"}


def test_completeness_speaks_of_every_column(bureau: Any) -> None:
    bureau.tables["psn_info_b"][0]["tel"] = "1"
    _, report = _imported(bureau)
    fills = {(c.table, c.column): (c.filled, c.rows) for c in report.columns}
    assert fills[("psn_info_b", "tel")] == (1, 2)
    assert fills[("psn_info_b", "psn_no")] == (2, 2)
    assert fills[("psn_info_b", "certno")] == (0, 2), "what was not sent stands there, too"


def test_a_column_is_asked_of_the_rows_for_which_it_is_due(bureau: Any) -> None:
    """A bed of a stay, the way out of who left; of an outpatient nobody misses either."""
    out = {**bureau.tables["mdtrt_d"][0], "med_type": "11", "adm_bed": "", "dscg_way": ""}
    stay = {**out, "med_type": "21"}
    bureau.tables["mdtrt_d"] = [
        {**out, "mdtrt_id": "M1"},
        {**stay, "mdtrt_id": "M2", "adm_bed": "12"},
        {**stay, "mdtrt_id": "M3", "dscg_way": "1"},
        {**stay, "mdtrt_id": "M4", "endtime": ""},
    ]
    store, report = _imported(bureau)
    fills = {c.column: (c.filled, c.rows) for c in report.columns if c.table == "mdtrt_d"}
    assert (fills["adm_bed"], fills["dscg_way"], fills["endtime"]) == ((1, 3), (1, 2), (3, 4))
    bed = report.line("empty:mdtrt_d:adm_bed")
    assert bed is not None
    assert (bed.rows, bed.of, bed.zh) == (2, 3, "就诊（住院）的入院床位未填")
    rows = quality_rows(store, report.batch_id, bed.line_id).rows
    assert {row[0] for row in rows} == {"M3", "M4"}
    left = report.line("empty:mdtrt_d:dscg_way")
    assert left is not None
    assert [row[0] for row in quality_rows(store, report.batch_id, left.line_id).rows] == ["M2"]


def test_every_due_names_columns_that_there_are() -> None:
    for rule in RULES:
        for column in (*rule.columns, *rule.needs):
            assert TABLES[rule.table].column(column).name == column


def test_trend_needs_months_before_and_names_the_one_out_of_line(bureau: Any) -> None:
    visit = bureau.tables["mdtrt_d"][0]
    bureau.tables = {"mdtrt_d": []}
    for month, rows in (("09", 4), ("10", 4), ("11", 4), ("12", 9)):
        for n in range(rows):
            times = dict.fromkeys(("begntime", "endtime"), f"2025-{month}-{n + 1:02d} 09:00:00")
            bureau.tables["mdtrt_d"].append({**visit, **times, "mdtrt_id": f"{month}-{n}"})
    _, report = _imported(bureau)
    trends = [line.line_id for line in report.lines if line.kind == "trend"]
    assert trends == ["trend:mdtrt_d:begntime:2025-12"]
    assert [(m.month, m.in_batch, m.usual) for m in report.months][-1] == ("2025-12", 9, 4.0)


def test_a_partner_that_comes_later_is_found_when_asked_again(bureau: Any) -> None:
    bureau.tables["mdtrt_d"][1]["psn_no"] = "P9"
    store, report = _imported(bureau)
    line = "without_partner:mdtrt_d:psn_no"
    assert report.line(line)
    bureau.tables = {"psn_info_b": [{"psn_no": "P9", "psn_name": "孙七"}]}
    bureau.write()
    bureau.load()
    assert quality_report(store, report.batch_id, report.at).line(line)
    assert assess(store, report.batch_id, report.at).line(line) is None
    assert quality_report(store, report.batch_id, report.at).line(line) is None


def test_worklist_keeps_owner_state_and_reason(bureau: Any) -> None:
    _spoiled(bureau)
    store, report = _imported(bureau)
    line, at = "person:psn_info_b:certno:none", report.at

    def put(state: State, owner: str = "", note: str = "", line_id: str = line) -> None:
        put_work(store, report.batch_id, line_id, state, owner, note, "li", at)

    put(State.WORKING, "wang")
    put(State.EXPLAINED, "wang", "新生儿尚未上户")
    with pytest.raises(QualityWorkInvalid):
        put(State.MENDED, "wang", "  ")
    with pytest.raises(QualityWorkInvalid):
        put(State.WORKING)
    with pytest.raises(QualityLineUnknown):
        put(State.WORKING, "wang", line_id="person:nobody")
    now = work_of(store, report.batch_id)
    assert {key: (w.state, w.owner, w.note) for key, w in now.items()} == {
        line: (State.EXPLAINED, "wang", "新生儿尚未上户")
    }


def test_an_event_that_a_crash_cut_short_is_no_event(bureau: Any) -> None:
    _spoiled(bureau)
    store, report = _imported(bureau)
    line = "person:psn_info_b:certno:none"
    args = (store, report.batch_id, line)
    put_work(*args, State.WORKING, "wang", "", "li", report.at)
    path: Path = store.folder(report.batch_id) / WORK
    path.write_bytes(path.read_bytes() + b'{"line_id": "pers')
    assert work_of(store, report.batch_id)[line].owner == "wang"
    put_work(*args, State.WORKING, "zhao", "", "li", report.at)
    assert work_of(store, report.batch_id)[line].owner == "zhao"


def test_unknown_line_has_no_rows(bureau: Any) -> None:
    store, report = _imported(bureau)
    for line in ("empty:psn_info_b:nothing", "rejected:a:b:c"):
        with pytest.raises(QualityLineUnknown):
            quality_rows(store, report.batch_id, line)


def test_workbook_has_the_lines_their_state_and_their_rows(bureau: Any) -> None:
    _spoiled(bureau)
    store, report = _imported(bureau)
    line = "person:psn_info_b:certno:none"
    put_work(store, report.batch_id, line, State.WORKING, "wang", "", "li", report.at)
    content = workbook(
        report,
        work_of(store, report.batch_id),
        lambda line_id: quality_rows(store, report.batch_id, line_id),
        {"exported_by": "li"},
        people={"wang": "王敏"},
    )
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = list(book["问题清单"].iter_rows(values_only=True))
    assert len(rows) == len(report.lines) + 1
    (mine,) = [row for row in rows if row[4] == "参保人员没有证件号码"]
    assert mine[5:10] == (1, 4, 0.25, "处理中", "王敏")
    detail = list(book[f"明细{mine[0]}"].iter_rows(values_only=True))
    assert detail[1][0] == "P4"


def test_the_workbook_speaks_the_readers_language(bureau: Any) -> None:
    _spoiled(bureau)
    store, report = _imported(bureau)
    content = workbook(
        report,
        {},
        lambda line_id: quality_rows(store, report.batch_id, line_id),
        {"exported_by": "li", "masked": "yes"},
        "en",
    )
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames[:3] == ["Issues", "Completeness", "Trend"]
    for sheet in book:
        head = next(sheet.iter_rows(values_only=True))
        assert all(str(cell).isascii() for cell in head), sheet.title
    rejected = next(line for line in report.lines if line.kind == "rejected")
    at = report.lines.index(rejected) + 1
    assert str(book[f"Rows {at}"].cell(2, 5).value).isascii()
    said = [row[4] for row in book["Issues"].iter_rows(min_row=2, values_only=True)]
    known = [line.en for line in report.lines]
    assert len(said) == len(known)
    states = {row[8] for row in book["Issues"].iter_rows(min_row=2, values_only=True)}
    assert states == {"open"}
    for sheet, titles in (("Completeness", (1, 3)), ("Trend", (1,))):
        for row in book[sheet].iter_rows(min_row=2, values_only=True):
            assert all(str(row[at]).isascii() for at in titles), row


def test_every_table_and_column_has_an_english_title_and_the_page_has_the_same() -> None:
    names = {*TABLES, *(column.name for table in TABLES.values() for column in table.columns)}
    assert sorted(names - ENGLISH.keys()) == []
    page = (ROOT / "frontend/src/features/imports/words/data.ts").read_text(encoding="utf-8")
    said = dict(re.findall(r"^      (\w+): ['\"](.*)['\"],$", page.split("\n  },\n  {\n")[1], re.M))
    assert said == ENGLISH


def _visits(bureau: Any, *months: str) -> None:
    visit = bureau.tables["mdtrt_d"][0]
    bureau.tables = {"mdtrt_d": []}
    for month in months:
        for n in range(4):
            times = dict.fromkeys(("begntime", "endtime"), f"{month}-{n + 1:02d} 09:00:00")
            bureau.tables["mdtrt_d"].append({**visit, **times, "mdtrt_id": f"{month}-{n}"})


def test_a_month_that_is_missing_altogether_is_a_line(bureau: Any) -> None:
    _visits(bureau, "2025-10", "2025-12", "2026-01")
    store, report = _imported(bureau)
    (line,) = [line for line in report.lines if line.kind == "trend"]
    assert (line.line_id, line.rows, line.of) == ("trend:mdtrt_d:begntime:2025-11", 4, 4)
    assert quality_rows(store, report.batch_id, line.line_id).rows == ()
    told = [(m.month, m.in_batch, m.rows, m.usual) for m in report.months]
    assert ("2025-11", 0, 0, 4.0) in told
    assert [month for month, *_ in told] == ["2025-10", "2025-11", "2025-12", "2026-01"]


def test_a_gap_between_batches_is_a_line_of_the_later_one(bureau: Any) -> None:
    _visits(bureau, "2025-09", "2025-10")
    _, first = _imported(bureau)
    assert not [line for line in first.lines if line.kind == "trend"]
    bureau.tables["mdtrt_d"] = [
        {
            **row,
            "mdtrt_id": f"later-{n}",
            "begntime": "2025-12-03 09:00:00",
            "endtime": "2025-12-03 10:00:00",
        }
        for n, row in enumerate(bureau.tables["mdtrt_d"])
    ]
    _, later = _imported(bureau)
    trends = [line.line_id for line in later.lines if line.kind == "trend"]
    assert trends == ["trend:mdtrt_d:begntime:2025-11"]


def test_a_stray_date_does_not_make_years_of_missing_months(bureau: Any) -> None:
    _visits(bureau, "2001-01", "2025-12")
    _, report = _imported(bureau)
    assert not [line for line in report.lines if line.kind == "trend"]


def test_columns_that_were_not_sent_stand_in_completeness(bureau: Any) -> None:
    _, report = _imported(bureau)
    fills = {(fill.table, fill.column): fill for fill in report.columns}
    assert {name for table, name in fills if table == "psn_info_b"} == set(
        TABLES["psn_info_b"].names
    )
    unsent = fills["psn_info_b", "certno"]
    assert (unsent.sent, unsent.filled, unsent.rows) == (False, 0, 2)
    assert fills["psn_info_b", "psn_name"].sent


OTHER_ID = "110105194912310038"


def test_two_good_id_numbers_without_a_registered_one_are_a_line(bureau: Any) -> None:
    for table in ("mdtrt_d", "setl_d"):
        for row in bureau.tables[table]:
            row |= {"certno": "", "psn_no": "P1"}
    bureau.tables["mdtrt_d"][0]["certno"] = GOOD_ID
    bureau.tables["setl_d"][0]["certno"] = GOOD_ID.lower()
    _, report = _imported(bureau)
    assert report.line("person:mdtrt_d:certno:two") is None, "the same number twice is one"
    bureau.tables["mdtrt_d"] = [
        {**bureau.tables["mdtrt_d"][0], "mdtrt_id": "M9", "certno": OTHER_ID}
    ]
    bureau.tables = {"mdtrt_d": bureau.tables["mdtrt_d"]}
    store, later = _imported(bureau)
    line = later.line("person:mdtrt_d:certno:two")
    assert line is not None
    assert line.rows == 1
    shown = quality_rows(store, later.batch_id, line.line_id)
    assert OTHER_ID in shown.rows[0]


def test_the_worklist_spans_batches_and_filters_by_owner(bureau: Any) -> None:
    _spoiled(bureau)
    store, report = _imported(bureau)
    for line, owner in (("none", "wang"), ("bad", "li")):
        key = f"person:psn_info_b:certno:{line}"
        put_work(store, report.batch_id, key, State.WORKING, owner, "", "li", report.at)
    assert [one.work.owner for one in worklist(store, "wang")] == ["wang"]
    assert {one.line.line_id.rsplit(":", 1)[1] for one in worklist(store)} == {"none", "bad"}
    assert worklist(store, "nobody") == []
