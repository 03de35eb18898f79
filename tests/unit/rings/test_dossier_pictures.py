"""What is drawn on the paper of a ring: map, network, timeline, and the minutes of the grid."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from math import hypot
from typing import Any

import pytest

from evidence.ringpaper import ring_paper
from graph.geo.county import County
from graph.geo.outline import read_outline
from graph.rings.detect import detect
from graph.rings.dossier.land import land, name_place
from graph.rings.dossier.months import joint_days, months
from graph.rings.dossier.paper import Paper, part
from graph.rings.dossier.pictures import pictures
from graph.rings.dossier.sheet import sheet
from graph.rings.dossier.ties import MOST_PARTIES, ties
from graph.rings.model import JointDay, Mark
from graph.rings.read import Place, RingDossier
from tests.unit.rings import test_dossier as papers

MIDDLE = (116.734, 33.218)
OURS = [Place("H1", "城关医院", 90), Place("H2", "外县医院", 10), Place("H3", "无坐标药店", 5)]


@pytest.fixture(scope="module")
def planted(county: Any) -> RingDossier:
    return papers.as_read(next(r for r in detect(county.store).rings if r.route.value == "ring"))


@pytest.fixture
def yunxi(tmp_path: Any) -> County:
    outline = read_outline(tmp_path, [MIDDLE])
    assert outline is not None
    return County(outline, ((116.70, 33.25), (116.75, 33.20)), {"H1": MIDDLE, "H2": (117.2, 33.2)})


def test_a_map_has_the_county_its_institutions_and_says_who_is_missing(yunxi: County) -> None:
    drawn: Any = land(yunxi, OURS)
    assert drawn["bare"] == ["无坐标药店"]
    assert [(one["no"], one["size"]) for one in drawn["ours"]] == [(1, 1000), (2, 333)]
    assert drawn["outlined"]
    assert len(drawn["areas"]) == len(yunxi.outline["features"]) if yunxi.outline else False
    # An institution of another county widens the map; nothing lies outside of it.
    spots = [one["at"] for one in drawn["ours"]] + drawn["others"]
    spots += [point for area in drawn["areas"] for line in area["lines"] for point in line]
    assert all(0 <= x <= 1000 and 0 <= y <= drawn["high"] for x, y in spots)
    # North is up, east is right: as far as it is on the ground.
    home, away = (one["at"] for one in drawn["ours"])
    assert away[0] > home[0]
    wide: Any = land(yunxi, OURS[:1])
    assert wide["high"] > drawn["high"]


def test_a_map_without_outlines_shows_places_alone(yunxi: County) -> None:
    drawn: Any = land(replace(yunxi, outline=None), OURS[:1])
    assert (drawn["areas"], drawn["outlined"], len(drawn["others"])) == ([], False, 2)
    alone: Any = land(County(None, (), {"H1": MIDDLE}), OURS[:1])
    assert alone["high"] > 0
    nowhere: Any = land(County(), OURS)
    assert (nowhere["ours"], len(nowhere["bare"])) == ([], 3)


def test_a_name_does_not_lie_on_a_disc() -> None:
    square = [(0, 0), (200, 0), (200, 200), (0, 200)]
    assert name_place(square, []) == (100, 100)
    _, y = name_place(square, [(100, 100, 22)])
    assert abs(y - 100) > 30


def test_the_network_joins_members_doctors_and_places(planted: RingDossier) -> None:
    drawn: Any = ties(planted)
    people, ring = len(planted.faces), planted.summary
    kinds = [node["kind"] for node in drawn["nodes"]]
    assert kinds.count("member") == people
    assert kinds.count("doctor") == min(len(ring.doctors), MOST_PARTIES)
    assert kinds.count("place") == min(len(ring.institutions), MOST_PARTIES)
    assert sum(n for _, _, n in drawn["visits"]) == len(planted.marks)
    assert all(a < people <= b for a, b, _ in drawn["visits"])
    spots = [node["at"] for node in drawn["nodes"]]
    assert all(0 <= x <= 1000 and 0 <= y <= 620 for x, y in spots)
    # Numbers in circles: nobody may lie on anybody else.
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for a, b in combinations(spots, 2)) > 25
    assert drawn == ties(planted)


def test_many_or_few_are_said_and_not_drawn(planted: RingDossier) -> None:
    one = replace(planted, faces=planted.faces[:1], marks=())
    assert ties(one)["nodes"] == []
    crowd = replace(planted, faces=planted.faces * 60)
    assert ties(crowd)["nodes"] == []
    many = tuple(Place(f"D{n}", f"医师{n}", 1) for n in range(MOST_PARTIES + 3))
    full: Any = ties(replace(planted, summary=replace(planted.summary, doctors=many)))
    assert full["left"] == 3


def test_the_timeline_adds_up_to_the_ring(planted: RingDossier) -> None:
    days = joint_days(planted)
    assert sum(day.visits for day in days) == len(planted.marks)
    spans = months(days)
    assert sum(one.visits for one in spans) == len(planted.marks)
    assert sum((one.amount for one in spans), Decimal(0)) == planted.summary.amount
    assert all((b.first - a.first).days in range(28, 32) for a, b in pairwise(spans))
    assert months(()) == ()


def test_months_without_a_visit_stay_on_the_line(planted: RingDossier) -> None:
    days = tuple(JointDay(day, "H1", 1, 0.5) for day in (date(2025, 11, 30), date(2026, 2, 1)))
    marks = tuple(Mark(0, n, 0, 480, None, Decimal("10.00"), f"M{n}") for n in range(2))
    spans = months(joint_days(replace(planted, days=days, marks=marks)))
    assert [(one.name, one.visits, one.expected) for one in spans] == [
        ("2025-11", 1, 0.5),
        ("2025-12", 0, 0),
        ("2026-01", 0, 0),
        ("2026-02", 1, 0.5),
    ]
    # In a period people come on days of their own, and nobody expects anything of a day.
    lasting = tuple(replace(day, until=date(2026, 3, 1)) for day in days)
    late = replace(planted, days=lasting, marks=(replace(marks[0], off=3), marks[1]))
    assert [day.day for day in joint_days(late)] == [date(2025, 12, 3), date(2026, 2, 1)]


def paper_of(county: Any, dossier: RingDossier, yunxi: County) -> Paper:
    return replace(papers.paper_of(dossier, county, len(dossier.faces)), county=yunxi)


def test_the_paper_draws_all_three(county: Any, planted: RingDossier, yunxi: County) -> None:
    at = {one.code: MIDDLE for one in planted.summary.institutions}
    paper = paper_of(county, planted, replace(yunxi, asked=at))
    drawn: Any = pictures(paper)
    assert drawn["map"]["ours"]
    assert drawn["network"]["nodes"]
    assert drawn["timeline"]["expects"]
    assert len(drawn["timeline"]["rows"]) == sum(
        one.visits > 0 for one in months(joint_days(planted))
    )
    whole = ring_paper(sheet(paper), papers.AT).pdf
    bare = ring_paper(sheet(replace(paper, county=County())), papers.AT).pdf
    assert len(whole) > len(bare)


def test_of_a_part_chance_expects_nothing(county: Any, planted: RingDossier, yunxi: County) -> None:
    some = part(planted, [face.member.psn_no for face in planted.faces[:3]])
    paper = replace(paper_of(county, some, yunxi), of=len(planted.faces))
    drawn: Any = pictures(paper)
    assert not drawn["timeline"]["expects"]
    assert {row[3] for row in drawn["timeline"]["rows"]} == {"—"}


def test_the_grid_says_minute_doctor_and_institution(
    county: Any, planted: RingDossier, yunxi: County
) -> None:
    printed: Any = sheet(paper_of(county, planted, yunxi))
    doctors = [one.code for one in planted.summary.doctors]
    cells = {
        (row["no"] - 1, day[0], day[1]): cell
        for page in printed["grids"]
        for row in page["rows"]
        for day, cell in zip(page["days"], row["cells"], strict=True)
    }
    places = [one.code for one in planted.summary.institutions]
    for mark in planted.marks:
        joint = planted.days[mark.day]
        key = mark.member, joint.day.isoformat(), places.index(joint.fixmedins_code) + 1
        state, off, minute, doctor = cells[key]
        assert state > 0
        assert off == mark.off
        if mark.minute is not None:
            assert minute == f"{mark.minute // 60:02d}:{mark.minute % 60:02d}"
        if mark.doctor:
            assert doctor == doctors.index(mark.doctor) + 1


def test_each_record_names_the_reasons_that_rest_on_it(
    county: Any, planted: RingDossier, yunxi: County
) -> None:
    printed: Any = sheet(paper_of(county, planted, yunxi))
    named: dict[int, int] = {}
    for row in printed["records"]:
        for span in filter(None, row[-1].split("、")):
            first, _, last = span.partition("–")
            for number in range(int(first), int(last or first) + 1):
                named[number] = named.get(number, 0) + 1
    told = {n: reason["visits"] for n, reason in enumerate(printed["reasons"], 1)}
    assert named == {n: visits for n, visits in told.items() if visits}
