"""The figures of a ring from the store: chance drawn, fees beside peers, records behind sentences."""

import io
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import openpyxl
import pytest

from casework.refusal import Refusal
from evidence.ringpaper import ring_paper
from graph.rings.detect import detect
from graph.rings.dossier.figures import figures
from graph.rings.dossier.loop_days import loop_days
from graph.rings.dossier.model import Bill, Booking
from graph.rings.dossier.paper import Made, Paper, part
from graph.rings.dossier.records import accounts, ties
from graph.rings.dossier.sheet import sheet
from graph.rings.dossier.summary import summary
from graph.rings.dossier.support import supports
from graph.rings.dossier.words import Language
from graph.rings.dossier.workbook import workbook
from graph.rings.model import Detection, Mark, Reason, Ring, Route
from graph.rings.read import Face, Place, RingDossier, RingSummary
from graph.rings.score import jaccard
from graph.rings.unfold import unfolded

AT = datetime(2026, 1, 5, 2, 0, tzinfo=UTC)


def as_read(ring: Ring) -> RingDossier:
    """A ring as the map gives it back."""
    places = tuple(Place(one.code, f"机构{one.code}", one.visits) for one in ring.institutions)
    doctors = tuple(Place(one.code, f"医师{one.code}", one.visits) for one in ring.doctors)
    head = RingSummary(
        ring_id=ring.ring_id,
        route=ring.route.value,
        route_reason=ring.route_reason,
        route_reason_en=ring.route_reason_en,
        channel=ring.channel,
        score=ring.score,
        expected_by_chance=ring.expected_by_chance,
        seen=ring.seen,
        amount=ring.amount,
        member_count=len(ring.members),
        day_count=len(ring.days),
        first_day=ring.days[0].day,
        last_day=ring.days[-1].day,
        institutions=places,
        doctors=doctors,
        p_value=ring.p_value,
        q_value=ring.q_value,
        threshold=ring.threshold,
    )
    faces = tuple(Face(member, "张*", "1", 40) for member in ring.members)
    kept = (ring.grid, ring.reasons, ring.marks, ring.sensitivity, ring.shared)
    return RingDossier(head, faces, ring.days, *kept, brief=ring.brief)


def opened(county: Any, ring: Ring) -> RingDossier:
    """The page of a ring, made now where routing had put it aside."""
    page = as_read(ring)
    return unfolded(county.store, page) if page.brief else page


@pytest.fixture(scope="module")
def found(county: Any) -> Detection:
    return detect(county.store)


@pytest.fixture(scope="module")
def planted(found: Detection) -> RingDossier:
    ring = next(one for one in found.rings if one.route.value == "ring")
    return as_read(ring)


def test_what_opening_a_page_makes_is_what_detection_would_have_made(
    county: Any, found: Detection
) -> None:
    suspected = [ring for ring in found.rings if not ring.brief]
    assert len({ring.channel for ring in suspected}) > 3
    for ring in suspected:
        shut = replace(ring, grid=(), marks=(), shared=(), sensitivity=(), brief=True)
        page = unfolded(county.store, as_read(shut))
        assert set(page.marks) == set(ring.marks)
        assert replace(page, marks=ring.marks) == as_read(ring)


def test_a_group_that_was_put_aside_unfolds_when_it_is_opened(
    county: Any, found: Detection
) -> None:
    for ring in [one for one in found.rings if one.brief][:20]:
        page = unfolded(county.store, as_read(ring))
        assert not page.brief
        # On days of their own every visit of a month counts.
        came = [face.member.attended for face in page.faces]
        assert came == [member.attended for member in ring.members]
        if all(day.until is None for day in ring.days):
            assert came == [sum(cell > 0 for cell in row) for row in page.grid]
        assert sum(mark.amount for mark in page.marks) == ring.amount
        by_day = all(day.until is None for day in ring.days)
        assert figures(county.store, page, seed=7).draw.seen == (len(page.marks) if by_day else 0)


def paper_of(dossier: RingDossier, county: Any, of: int, language: Language = "zh") -> Paper:
    seen = figures(county.store, dossier, seed=7)
    made = Made("张三", "jicha1", AT, "")
    said = summary(dossier, seen)
    return Paper(dossier, seen, said, None, {}, of, "run-1", "某县医疗保障局", made, language)


def test_chance_never_does_what_a_planted_ring_did(county: Any, planted: RingDossier) -> None:
    draw = figures(county.store, planted, seed=7).draw
    assert draw.runs >= 100
    assert draw.seen == len(planted.marks)
    assert (draw.reached, draw.p_value) == (0, 1 / (draw.runs + 1))
    assert draw.most < draw.seen
    assert sum(count for _, count in draw.counts) == draw.runs


def test_the_same_seed_draws_the_same_picture(county: Any, planted: RingDossier) -> None:
    first, again = (figures(county.store, planted, seed=7).draw for _ in range(2))
    assert first == again
    assert figures(county.store, planted, seed=8).draw.counts != first.counts


def test_chance_often_does_what_strangers_did(county: Any, planted: RingDossier) -> None:
    """People of the same place taken at random, on their own best days: nothing that chance would
    not do, so the picture does not flatter whatever is put before it."""
    place = planted.days[0].fixmedins_code
    with county.store.connect() as connection:
        rows = connection.execute(
            "SELECT psn_no, list_sort(list_distinct(list(date_diff('day', DATE '1970-01-01', "
            "CAST(begntime AS DATE))))) FROM mdtrt_d WHERE fixmedins_code = ? "
            "AND regexp_matches(med_type, ?) GROUP BY psn_no HAVING count(*) >= 3 ORDER BY psn_no",
            [place, {"pharmacy": "^41", "inpatient": "^2"}.get(planted.summary.channel, "^1")],
        ).fetchall()
    members = {face.member.psn_no for face in planted.faces}
    chosen = [row for row in rows if row[0] not in members][:: max(1, len(rows) // 12)][:12]
    assert len(chosen) >= 6
    there = np.zeros((len(chosen), 20_600), dtype=int)
    for row, (_, days) in enumerate(chosen):
        for day in days:
            there[row, day - 1 : day + 2] = 1
    together, marks, days = there.sum(axis=0), [], []
    for number in range(planted.summary.day_count):
        top = int(together.argmax())
        days.append(replace(planted.days[0], fixmedins_code=place))
        marks += [
            Mark(row, number, 0, None, None, Decimal(0), f"none-{row}")
            for row in np.flatnonzero(there[:, top])
        ]
        together[max(0, top - 2) : top + 3] = -1
    faces = tuple(
        replace(planted.faces[0], member=replace(planted.faces[0].member, psn_no=psn_no))
        for psn_no, _ in chosen
    )
    strangers = replace(planted, faces=faces, days=tuple(days), marks=tuple(marks), shared=())
    draw = figures(county.store, strangers, seed=7).draw
    assert draw.p_value > 0.01


def test_every_sentence_has_its_records(county: Any, planted: RingDossier) -> None:
    seen = figures(county.store, planted, seed=7)
    assert seen.missing == 0
    assert [record.mark for record in seen.records] == list(range(len(planted.marks)))
    assert all(record.setl_ids for record in seen.records)
    assert {one.code for one in seen.supports} == {reason.code for reason in planted.reasons}
    assert sum((record.amount for record in seen.records), Decimal(0)) == planted.summary.amount
    doctors = [one for one in seen.supports if one.code == "doctor"]
    for support in doctors:
        assert len({planted.marks[i].doctor for i in support.marks}) == 1


def test_fees_are_compared_with_the_closest_peers(county: Any, planted: RingDossier) -> None:
    fees = figures(county.store, planted, seed=7).fees
    assert fees.compared <= len(planted.marks)
    assert sum(row.visits for row in fees.rows) == len(planted.marks)
    row = next(row for row in fees.rows if row.basis.value != "none")
    where = "fixmedins_code <> ?" if row.basis.value != "place" else "fixmedins_code = ?"
    alike = {
        "grade": "i.fixmedins_type = o.fixmedins_type AND i.hosp_lv IS NOT DISTINCT FROM o.hosp_lv",
        "type": "i.fixmedins_type = o.fixmedins_type",
        "place": "true",
    }[row.basis.value]
    ours = [mark.mdtrt_id for mark in planted.marks]
    with county.store.connect() as connection:
        expected = connection.execute(
            "WITH b AS (SELECT mdtrt_id, fixmedins_code, sum(medfee_sumamt) AS a FROM setl_d "
            f"WHERE med_type = ? AND {where} GROUP BY ALL "
            "HAVING strftime(min(setl_time), '%Y-%m') = ? AND sum(medfee_sumamt) > 0) "
            "SELECT count(*), CAST(median(a) AS DECIMAL(16,2)) FROM b "
            "JOIN medins_info_b i USING (fixmedins_code), medins_info_b o "
            f"WHERE o.fixmedins_code = ? AND {alike} AND mdtrt_id NOT IN (SELECT unnest(?))",
            [row.med_type, row.fixmedins_code, row.month, row.fixmedins_code, ours],
        ).fetchone()
    assert (row.peer_visits, row.peer_median) == expected


def test_the_four_circumstances_are_always_answered(county: Any, found: Detection) -> None:
    for ring in found.rings:
        checks = figures(county.store, opened(county, ring), seed=7).checks
        assert [check.code for check in checks] == ["household", "calendar", "home", "diagnosis"]
        assert all(check.zh and check.en for check in checks)
        if ring.route.value == "household":
            assert checks[0].against


def test_visits_that_are_gone_are_counted_not_invented(county: Any, planted: RingDossier) -> None:
    lost = tuple(replace(mark, mdtrt_id=f"gone-{i}") for i, mark in enumerate(planted.marks))
    seen = figures(county.store, replace(planted, marks=lost), seed=7)
    assert (seen.missing, seen.records, seen.fees.rows) == (len(lost), (), ())
    empty = figures(county.store, replace(planted, marks=(), days=(), faces=()), seed=7)
    assert empty.draw.runs == 0
    assert "无法" in summary(planted, replace(seen, draw=empty.draw))[1].zh


def test_a_part_keeps_only_its_members(county: Any, planted: RingDossier) -> None:
    chosen = [face.member.psn_no for face in planted.faces[1:4]]
    half = part(planted, chosen)
    assert [face.member.psn_no for face in half.faces] == chosen
    assert half.summary.amount == sum((m.amount for m in half.marks), Decimal(0))
    assert [day.attended for day in half.days] == [
        sum(mark.day == number for mark in half.marks) for number in range(len(half.days))
    ]
    for mark in half.marks:
        assert half.grid[mark.member][mark.day] > 0
    assert part(planted, []) is planted
    with pytest.raises(Refusal) as unknown:
        part(planted, ["P-NONE"])
    assert unknown.value.code == "NOT_FOUND"


@pytest.mark.parametrize("members", [0, 3])
def test_papers_say_who_and_when(county: Any, planted: RingDossier, members: int) -> None:
    chosen = [face.member.psn_no for face in planted.faces[:members]]
    paper = paper_of(part(planted, chosen), county, len(planted.faces))
    body, rows = workbook(paper)
    book = openpyxl.load_workbook(io.BytesIO(body))
    assert rows == len(paper.dossier.marks)
    for one in book.worksheets:
        head = str(one["A1"].value)
        assert "张三（jicha1）" in head
        assert "2026-01-05 10:00" in head
        assert "脱敏" in head
    assert book["就诊与结算"].max_row == rows + 2
    # Each reason counts the visits whose rows name it, and no cell lists them all.
    named = Counter(
        number
        for row in book["就诊与结算"].iter_rows(min_row=3, values_only=True)
        for number in str(row[-1] or "").split("、")
    )
    told = list(book["理由与反证"].iter_rows(min_row=3, values_only=True))
    assert {str(r[0]): r[3] or 0 for r in told if r[0]} == {
        str(r[0]): named[str(r[0])] for r in told if r[0]
    }
    assert sum(named.values()) > rows
    assert book["成员×日期"].max_row == len(paper.dossier.faces) + 2
    assert sum(cell.comment is not None for row in book["成员×日期"] for cell in row) == rows
    printed = ring_paper(sheet(paper), AT)
    assert printed.pdf.startswith(b"%PDF-")
    assert printed.pages >= 3
    assert printed.pdf == ring_paper(sheet(paper), AT).pdf
    shares = list(book["机构与医师"].iter_rows(min_row=3, values_only=True))
    assert sum(row[4] for row in shares if row[1] == "机构") == rows
    by_month = list(book["时间线"].iter_rows(min_row=3, values_only=True))
    assert sum(row[2] for row in by_month) == rows
    assert sum(Decimal(str(row[4])) for row in by_month) == paper.dossier.summary.amount
    assert all(row[2] >= 2 for row in book["同到关系"].iter_rows(min_row=3, values_only=True))
    # Of few people chance may bring nobody together: then there is nothing to draw.
    assert len(book["时间线"]._charts) == 1
    assert len(book["置换分布"]._charts) == bool(paper.figures.draw.counts)


CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef]+")


def test_papers_follow_their_reader(county: Any, found: Detection) -> None:
    """In English nothing is Chinese but what the county's own records call things and people."""
    for ring in (found.rings[0], next(one for one in found.rings if one.route_reason)):
        dossier = part(opened(county, ring), [member.psn_no for member in ring.members[:3]])
        paper = paper_of(dossier, county, len(ring.members), "en")
        own = {p.name for p in (*dossier.summary.institutions, *dossier.summary.doctors)}
        own |= {paper.bureau, "张三", "张*"} | {tie.value for tie in dossier.shared}
        own |= {record.diagnosis for record in paper.figures.records}
        texts = _texts(sheet(paper))
        book = openpyxl.load_workbook(io.BytesIO(workbook(paper)[0]))
        for one in book.worksheets:
            texts += [one.title, *(str(cell.value) for row in one.iter_rows() for cell in row)]
        left = {run for text in texts for run in CHINESE.findall(_without(text, own))}
        home = ring.route_reason_en if "(" in ring.route_reason_en else ""
        assert {run for run in left if run not in home} == set()
        assert (
            ring_paper(sheet(paper), AT).pdf
            != ring_paper(sheet(replace(paper, language="zh")), AT).pdf
        )


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) else []


def _without(text: str, own: set[str]) -> str:
    for name in sorted(own, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def test_an_account_that_several_are_paid_into_is_told_masked(county: Any) -> None:
    """No table of the national interface has it; a bureau's own file may."""
    marks = tuple(Mark(row, 0, 0, None, "", Decimal(1), f"M{row}") for row in range(3))
    with county.store.connect() as connection:
        connection.execute("CREATE TEMP TABLE ring_people AS SELECT unnest(['1', '2', '3']) psn_no")
        connection.execute(
            "CREATE TEMP TABLE psn_info_b AS SELECT * FROM (VALUES ('1', '6228481234567890123'), "
            "('2', ' 6228481234567890123'), ('3', '6228480000000000999'), ('4', '6228480000000000999'))"
            " t (psn_no, bankacct)"
        )
        paid_into = accounts(connection, ["1", "2", "3"])
    (tie,) = ties(marks, (), paid_into)
    assert (tie.kind, tie.members) == ("account", (0, 1))
    assert tie.value == "***************0123"
    reasons = (
        Reason("account", "共用", "shared", 0.67, True),
        Reason("attendance", "", "", 1, True),
    )
    told = supports(paid_together(reasons, marks), (), (tie,))
    assert [(one.code, one.marks) for one in told] == [
        ("account", (0, 1)),
        ("attendance", (0, 1, 2)),
    ]


def test_a_sentence_about_refunds_rests_on_the_visits_that_came_back() -> None:
    marks = tuple(Mark(n, 0, 0, None, None, Decimal(1), f"V{n}") for n in range(3))
    reasons = (Reason("refunds", "", "", 2.0, True),)
    at = datetime(2025, 3, 3, tzinfo=UTC)
    bills = [
        Bill(0, 0, "V0", "S1", at, Decimal(1), Booking.CHARGE),
        Bill(0, 0, "V0", "S2", at, Decimal(-1), Booking.REFUND),
        Bill(1, None, "V1", "S3", at, Decimal(1), Booking.CHARGE),
    ]
    (told,) = supports(paid_together(reasons, marks), (), (), bills)
    assert told.marks == (0,)


def paid_together(reasons: tuple[Reason, ...], marks: tuple[Mark, ...]) -> RingDossier:
    """A dossier of nothing but sentences and visits."""
    ring = RingSummary(
        "R1", "ring", "", "", "outpatient", 1, 1, 1, Decimal(0), 3, 1, None, None, (), ()
    )
    return RingDossier(ring, (), (), (), reasons, marks=marks)


def test_what_was_taken_back_stands_beside_what_stayed(county: Any, found: Detection) -> None:
    # Its joint visits show it, too, and speak for it: whichever channel does, the bills are there.
    planted = [set(r["patients"]) for r in county.key["rings"] if r["channel"] == "refund_loop"]
    ring = max(found.rings, key=lambda r: max(jaccard(one, set(r.patients)) for one in planted))
    page = opened(county, ring)
    bills = figures(county.store, page, seed=7).refunds
    by_id = {bill.setl_id: bill for bill in bills}
    back = [bill for bill in bills if bill.booking is Booking.REFUND]
    assert len({bill.member for bill in back}) >= 0.8 * len(ring.members)
    for bill in back:
        assert by_id[bill.takes_back].amount == -bill.amount
        assert by_id[bill.takes_back].at <= bill.at
    # The grid has one visit a day, the one that stayed: what was charged before it is here alone.
    shown = {mark.mdtrt_id for mark in page.marks}
    taken = {by_id[bill.takes_back].mdtrt_id for bill in back}
    assert taken - shown
    stayed = [bill for bill in bills if bill.booking is Booking.RECHARGE]
    assert {bill.mdtrt_id for bill in stayed} & shown
    assert all(ring.days[bill.day].fixmedins_code for bill in back if bill.day is not None)


def test_of_refund_loops_chance_draws_the_loops_and_not_all_visits(
    county: Any, found: Detection
) -> None:
    (planted,) = [set(r["patients"]) for r in county.key["rings"] if r["channel"] == "refund_loop"]
    ring = max(found.rings, key=lambda r: jaccard(planted, set(r.patients)))
    page = opened(county, replace(ring, channel="refund_loop"))
    own = loop_days(county.store, page)
    assert {psn_no for psn_no, _, _ in own} >= planted
    drawn = figures(county.store, page, seed=7).draw
    assert drawn.seen > 1.5 * drawn.most
    assert drawn.seen <= len(own)


def test_where_nothing_was_taken_back_there_is_nothing_to_show(
    county: Any, found: Detection
) -> None:
    ring = next(r for r in found.rings if r.channel == "pharmacy" and r.route is Route.RING)
    assert figures(county.store, opened(county, ring), seed=7).refunds == ()


def test_who_would_belong_if_the_line_moved(county: Any, found: Detection) -> None:
    ring = next(r for r in found.rings if r.channel == "outpatient" and r.route is Route.RING)
    page = opened(county, ring)
    rows = figures(county.store, page, seed=7).reaches
    assert [row.days for row in rows] == list(range(rows[0].days, rows[-1].days - 1, -1))
    came = Counter(mark.member for mark in page.marks)
    for row in rows:
        assert row.members == sum(n >= row.days for n in came.values())
    # Further down everybody who goes there anyway would belong; at the top nobody but members.
    assert rows[0].others <= rows[0].members
    assert rows[-1].others > rows[0].others
    shopping = next(r for r in found.rings if r.channel == "doctor_shopping")
    assert figures(county.store, opened(county, shopping), seed=7).reaches == ()
