"""Fees of a doctor barred when they arose: found, emergencies and other days left out."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import duckdb
import pytest

from casework.commands.measures import MeasureType
from casework.hands import Hand
from casework.measures.state import Measured, MeasuresState
from casework.points.exempt import Payable
from casework.points.freed import Freed
from casework.points.parameters import BureauState, Setting
from casework.points.state import PointsState, ScoreEntry
from graph.points.barred import BarredFees, Looked, look
from graph.points.barred_leads import lead_on
from graph.points.freed import Settle, lines_of
from graph.points.settle_file import settle_file

SCORE = ScoreEntry(
    entry_id="S1",
    rule_set="national-2025",
    act="tiaoli_40",
    responsibility="primary",
    points=12,
    conduct_on=date(2025, 2, 1),
    conduct_to=date(2025, 2, 1),
    counted_on=date(2025, 3, 10),
    basis_kind="document",
    basis="1",
    fixmedins_code="H1",
    reasons="x",
    by=Hand("a", "p", "n"),
    at=datetime(2025, 3, 10, tzinfo=UTC),
)
FEES = (
    "fee_list_d (mdtrt_id, feedetl_sn, fee_ocur_time, bilg_dr_codg, det_item_fee_sumamt, "
    "inscp_scp_amt, vali_flag)"
)
FILE = PointsState("D1", version=1, name="李", entries=(SCORE,))


def _claims(db: duckdb.DuckDBPyConnection) -> None:
    db.execute("CREATE TABLE mdtrt_d (mdtrt_id TEXT, fixmedins_code TEXT, med_type TEXT)")
    db.execute("CREATE TABLE visit_doctor (mdtrt_id TEXT, prac_psn_code TEXT)")
    db.execute(
        "CREATE TABLE setl_d (mdtrt_id TEXT, fund_pay_sumamt DECIMAL(16,2), "
        "medfee_sumamt DECIMAL(16,2), inscp_scp_amt DECIMAL(16,2), vali_flag TEXT)"
    )
    db.execute("INSERT INTO setl_d VALUES ('M1',60,100,80,'1'), ('M1',99,99,99,'0')")
    db.execute(
        "CREATE TABLE fee_list_d (mdtrt_id TEXT, feedetl_sn TEXT, fee_ocur_time TIMESTAMP, "
        "bilg_dr_codg TEXT, det_item_fee_sumamt DECIMAL(16,2), inscp_scp_amt DECIMAL(16,2), "
        "vali_flag TEXT, hilist_code TEXT, hilist_name TEXT, init_feedetl_sn TEXT)"
    )
    db.execute("INSERT INTO mdtrt_d VALUES ('M1','H1','11'), ('M2','H1','13'), ('M3','H2','21')")
    db.execute("INSERT INTO visit_doctor VALUES ('M1','D1'), ('M2','D1'), ('M3','D9')")
    db.execute(
        f"INSERT INTO {FEES} VALUES "
        "('M1','1','2025-03-09 23:59:59',NULL,5,5,'1'), "
        "('M1','2','2025-03-10 00:00:00',NULL,10,8,'1'), "
        "('M1','3','2025-04-01 08:00:00','',7.5,6,NULL), "
        "('M1','4','2025-04-01 08:00:00','',-2.5,-2,'1'), "
        "('M1','5','2025-04-02 08:00:00','D9',100,100,'1'), "
        "('M1','6','2025-04-02 08:00:00','D1',1000,1000,'0'), "
        "('M2','7','2025-04-01 08:00:00',NULL,99,99,'1'), "
        "('M3','8','2025-04-03 08:00:00','D1',20,NULL,NULL)"
    )


def test_only_lines_of_barred_days_without_emergencies() -> None:
    with duckdb.connect() as db:
        _claims(db)
        spans = look(db, [FILE], date(2025, 12, 31)).barred
        found = [span.fees for span in spans]
        assert [(f.fixmedins_code, f.lines, f.amount) for f in found] == [
            ("H1", 3, Decimal("15.00")),
            ("H2", 1, Decimal("20.00")),
        ]
        # The visit's fund paid 60 of 80 yuan inside the policy; where nothing is known, all of it.
        assert [f.fund for f in found] == [Decimal("9.00"), Decimal("20.00")]
        assert [one.line_id for one in spans[0].lines] == ["M1/2", "M1/3", "M1/4"]
        assert found[0].first_day == date(2025, 3, 10)
        assert look(db, [], date(2025, 12, 31)) == Looked()


def test_each_suspension_is_a_span_and_a_refund_in_one_hides_no_other() -> None:
    nine = replace(SCORE, points=9)
    later = replace(nine, entry_id="S2", counted_on=date(2026, 3, 10))
    file = replace(FILE, entries=(nine, later))
    with duckdb.connect() as db:
        _claims(db)
        db.execute(
            f"INSERT INTO {FEES} VALUES ('M1','9','2026-04-01 08:00:00','D1',50000,50000,'1'), "
            "('M1','10','2025-04-01 09:00:00','D1',-90000,-90000,'1')"
        )
        spans = look(db, [file], date(2026, 12, 31)).barred
    assert [(one.fixmedins_code, one.since, one.amount) for one in spans] == [
        ("H1", date(2026, 3, 10), Decimal(50000)),
        ("H2", date(2025, 3, 10), Decimal(20)),
    ]


def _suspended(code: str, starts: str, ends: str) -> MeasuresState:
    one = Measured(
        "M1",
        MeasureType.SUSPEND_PERSON,
        "tiaoli-13-person",
        "341623",
        3,
        datetime.fromisoformat(f"{starts}T00:00+08:00"),
        datetime.fromisoformat(f"{ends}T00:00+08:00"),
        "x",
        SCORE.by,
        decided_by=SCORE.by,
        decided_at=SCORE.at,
    )
    return MeasuresState(f"doctor:{code}", name="张", measures=(one,))


def _stay(db: duckdb.DuckDBPyConnection) -> None:
    """A stay of a barred doctor: the day before a rescue, its day, the day after, a later one."""
    db.execute("DELETE FROM fee_list_d")
    db.execute("INSERT INTO mdtrt_d VALUES ('S1','H1','21')")
    rows = [
        ("1", "2025-04-09 10:00", 10, "X1", "药", None),
        ("2", "2025-04-10 02:00", 20, "X1", "药", None),
        ("3", "2025-04-10 02:10", 60, "001202000010000", "大抢救", None),
        ("4", "2025-04-11 10:00", 30, "X1", "药", None),
        ("5", "2025-04-13 10:00", 40, "X1", "药", None),
        # Of the day of the rescue, taken back later; and one of the day before, that day.
        ("6", "2025-04-13 11:00", -5, "X1", "药", "2"),
        ("7", "2025-04-10 09:00", -3, "X1", "药", "1"),
    ]
    for number, at, amount, code, name, back in rows:
        db.execute(
            "INSERT INTO fee_list_d VALUES ('S1',?,?,'D1',?,?,NULL,?,?,?)",
            [number, at, amount, amount, code, name, back],
        )


def _set(**values: tuple[str, str]) -> BureauState:
    made = (Setting(name, v, date.fromisoformat(day), "x") for name, (v, day) in values.items())
    return BureauState(settings=tuple(made))


@pytest.mark.parametrize(
    ("bureau", "suspected"),
    [
        (BureauState(), "1 4 5 7"),
        (_set(rescue_window=("1", "2025-01-01")), "5"),
        (_set(rescue_window=("stay", "2025-01-01")), ""),
        (_set(rescue_items=("009999", "2025-01-01")), "1 2 3 4 5 6 7"),
        # Another list and window that hold only from the day after the rescue on.
        (
            _set(rescue_items=("009999", "2025-04-11"), rescue_window=("stay", "2025-04-11")),
            "1 4 5 7",
        ),
    ],
)
def test_the_time_of_a_rescue_within_a_stay_is_no_suspicion(
    bureau: BureauState, suspected: str
) -> None:
    with duckdb.connect() as db:
        _claims(db)
        _stay(db)
        period = _suspended("D1", "2025-04-05", "2025-04-20")
        found = look(db, [], date(2025, 12, 31), [period], bureau)
    lines = {line.feedetl_sn for span in found.barred for line in span.lines}
    assert lines == set(suspected.split())
    kept = {line.feedetl_sn for one in found.payable for line in one.span.lines}
    # Each is in one of both, none is dropped.
    assert kept | lines == set("1234567")
    assert not kept & lines
    assert {one.why for one in found.payable} <= {Payable.RESCUE}
    assert all(one.because == ("大抢救 2025-04-10",) for one in found.payable)


def test_a_rescue_that_was_taken_back_excepts_nothing() -> None:
    with duckdb.connect() as db:
        _claims(db)
        _stay(db)
        db.execute(
            "INSERT INTO fee_list_d VALUES "
            "('S1','8','2025-04-12','D1',-60,-60,NULL,'001202000010000','大抢救','3')"
        )
        period = _suspended("D1", "2025-04-05", "2025-04-20")
        found = look(db, [], date(2025, 12, 31), [period])
    assert not found.payable
    assert sum(one.amount for one in found.barred) == 152 - 60


def test_an_emergency_is_told_with_its_kind_of_visit() -> None:
    with duckdb.connect() as db:
        _claims(db)
        (one,) = look(db, [FILE], date(2025, 12, 31)).payable
    assert (one.why, one.because, one.visits) == (Payable.EMERGENCY, ("13",), 1)
    assert (one.span.fees.lines, one.span.fees.amount) == (1, Decimal(99))


def test_a_suspension_under_the_agreement_is_looked_for_too() -> None:
    with duckdb.connect() as db:
        _claims(db)
        on = date(2025, 12, 31)
        spans = look(db, [], on, [_suspended("D9", "2025-04-02", "2025-04-05")]).barred
        assert [(s.name, s.sanction, [one.line_id for one in s.lines]) for s in spans] == [
            ("张", "measure:M1", ["M1/5"])
        ]
        # What the points bar already is not found twice; before and after it the measure speaks.
        both = look(db, [FILE], on, [_suspended("D1", "2025-03-09", "2025-04-30")]).barred
        assert [(s.fixmedins_code, s.sanction, len(s.lines)) for s in both] == [
            ("H1", "measure:M1", 1),
            ("H1", "terminated", 3),
            ("H2", "terminated", 1),
        ]
        elsewhere = replace(_suspended("D9", "2025-04-02", "2025-04-05"), key="institution:D9")
        assert look(db, [], on, [elsewhere]) == Looked()


def test_a_lead_names_the_place_and_the_doctor() -> None:
    day = date(2025, 2, 10)
    fees = BarredFees("D1", "高军德", "H1", 3, Decimal("90.00"), Decimal("63.00"), day, day)
    opened = lead_on("barred-1", fees, "云溪县人民医院")
    assert opened.title == "云溪县人民医院停权医师结算"
    assert opened.party is not None
    assert (opened.party.key, opened.party.name) == ("H1", "云溪县人民医院")
    assert "医师高军德（D1）" in opened.summary
    # A case recovers what the fund paid, not what was billed.
    assert opened.findings[0].amount == Decimal("63.00")


def test_fees_of_freed_days_are_told_apart_by_what_is_settled() -> None:
    one = Freed(
        "D1", "李", "S1", 3, date(2025, 6, 1), "复议撤销", "terminated", date(2025, 3, 10),
        date(2025, 3, 10), date(2025, 6, 1),
    )  # fmt: skip
    with duckdb.connect() as db:
        _claims(db)
        found = lines_of(db, [one], BureauState())
    told = {place: [(x.line_id, paid) for x, paid in of] for (_, place), of in found.items()}
    assert told == {
        "H1": [("M1/2", True), ("M1/3", True), ("M1/4", True)],
        "H2": [("M3/8", False)],
    }
    row = Settle(
        "D1", "李", "H1", "=县医院", "S1", "=1+1", date(2025, 3, 10), date(2025, 4, 1), 3,
        Decimal("15.00"), Decimal("9.00"), Decimal("0.00"), ("C1",),
    )  # fmt: skip
    text = settle_file([row], "csv").decode("utf-8-sig")
    assert "15.00,9.00,0.00,C1" in text
    assert ",'=1+1," in text
    assert settle_file([row], "xlsx").startswith(b"PK")
    english = settle_file([row], "csv", english=True).decode("utf-8-sig").splitlines()
    assert english[0].isascii()
    assert english[0].count(",") == text.splitlines()[0].count(",") == english[1].count(",")
