"""Reading rings: the list, and the dossier of one. People are masked without a purpose."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

import neo4j
from neo4j import AsyncDriver, Query

from casework.actors import BUREAU, Viewer
from casework.judgements.group import LEAST
from casework.masking import mask_address, mask_name, mask_tel
from casework.refusal import refuse
from graph.rings.model import JointDay, Mark, Member, Reason, Sensitivity, Shared

LIST = """
MATCH (r:Ring)
WHERE ($route IS NULL OR r.route = $route)
  AND coalesce(r.change = 'ended', false) = ($change IS NOT NULL AND $change = 'ended')
  AND ($change IS NULL OR r.change = $change)
  AND ($channel IS NULL OR r.channel = $channel)
  AND ($min_score IS NULL OR r.score >= $min_score)
  AND ($confirmed IS NULL OR $confirmed = (
        EXISTS { MATCH (m:RingMark {ring_id: r.ring_id}) WHERE m.verdict = 'confirmed' }
        AND COUNT { MATCH (m:MemberMark {ring_id: r.ring_id}) WHERE m.verdict = 'confirmed' } >= $least))
  AND ($fixmedins_code IS NULL OR EXISTS { (r)-[:AT]->(:Institution {fixmedins_code: $fixmedins_code}) })
  AND ($psn_no IS NULL OR EXISTS { (r)<-[:MEMBER_OF]-(:Patient {psn_no: $psn_no}) })
WITH r ORDER BY r.score DESC, r.ring_id
WITH collect(r) AS ranked
WITH ranked, size(ranked) AS total,
     [r IN ranked WHERE $after_score IS NULL OR r.score < $after_score
        OR (r.score = $after_score AND r.ring_id > $after_id)] AS rest
UNWIND CASE WHEN rest = [] THEN [null] ELSE rest[0..$limit] END AS r
RETURN total, r,
  [(r)-[e:AT]->(h:Institution) | [h.fixmedins_code, h.fixmedins_name, e.visits]] AS institutions,
  [(r)-[e:WITH_DOCTOR]->(d:Doctor) | [d.prac_psn_code, d.prac_psn_name, e.visits]] AS doctors
"""
ONE = """
MATCH (r:Ring {ring_id: $ring_id})
RETURN r,
  [(r)-[e:AT]->(h:Institution) | [h.fixmedins_code, h.fixmedins_name, e.visits]] AS institutions,
  [(r)-[e:WITH_DOCTOR]->(d:Doctor) | [d.prac_psn_code, d.prac_psn_name, e.visits]] AS doctors,
  [(r)<-[:MEMBER_OF]-(p:Patient) | [p.psn_no, p.psn_name, p.gend, p.brdy,
    [(p)-[:MEMBER_OF]->(o:Ring) WHERE o <> r AND o.route = 'ring' AND coalesce(o.change, '') <> 'ended'
      | o.ring_id]]] AS people
"""


@dataclass(frozen=True)
class Place:
    """An institution or doctor with its name and joint visits."""

    code: str
    name: str
    visits: int


@dataclass(frozen=True)
class RingSummary:
    """A row of the list. Amount in yuan."""

    ring_id: str
    route: str
    route_reason: str
    route_reason_en: str
    channel: str
    score: float
    expected_by_chance: float
    seen: int
    amount: Decimal
    member_count: int
    day_count: int
    first_day: date | None
    last_day: date | None
    institutions: tuple[Place, ...]
    doctors: tuple[Place, ...]
    p_value: float = 1.0
    q_value: float = 1.0
    threshold: float = 0.0
    fee_ratio: float = 0.0
    change: str = "new"
    changed_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class Face:
    """Who a member is; the name masked without a purpose. `also` are other suspected rings that he is
    in, by number."""

    member: Member
    name: str
    gend: str
    age: int | None
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class RingDossier:
    """The whole page of a ring; `grid` rows follow `faces`, columns `days`. A `brief` one has neither
    grid nor marks yet (`unfold.py` makes them)."""

    summary: RingSummary
    faces: tuple[Face, ...]
    days: tuple[JointDay, ...]
    grid: tuple[tuple[int, ...], ...]
    reasons: tuple[Reason, ...]
    marks: tuple[Mark, ...] = ()
    sensitivity: tuple[Sensitivity, ...] = ()
    shared: tuple[Shared, ...] = ()
    brief: bool = False


@dataclass(frozen=True)
class RingPage:
    """A page of the list; `total` counts all that match."""

    rings: tuple[RingSummary, ...]
    total: int
    more: bool


@dataclass(frozen=True)
class RingQuery:
    """Filters; None does not filter, but ended rings show only when asked for by `change`."""

    route: str | None = None
    channel: str | None = None
    change: str | None = None
    fixmedins_code: str | None = None
    psn_no: str | None = None
    min_score: float | None = None
    #: Groups that people confirmed, ring and members.
    confirmed: bool | None = None


def _allow(viewer: Viewer) -> None:
    if not viewer.actor.roles & BUREAU:
        raise refuse("NOT_FOUND", what="疑似团伙", what_en="suspected ring")


async def list_rings(
    driver: AsyncDriver,
    viewer: Viewer,
    query: RingQuery | None = None,
    *,
    first: int = 50,
    after: tuple[float, str] | None = None,
) -> RingPage:
    """Rings by score, best first; `after` is (score, ring_id) of the last row seen."""
    _allow(viewer)
    wanted = query or RingQuery()
    result = await driver.execute_query(
        Query(LIST, timeout=10),
        route=wanted.route,
        channel=wanted.channel,
        change=wanted.change,
        fixmedins_code=wanted.fixmedins_code,
        psn_no=wanted.psn_no,
        min_score=wanted.min_score,
        confirmed=wanted.confirmed,
        least=LEAST,
        after_score=after[0] if after else None,
        after_id=after[1] if after else None,
        limit=first + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    rows = [row for row in result.records if row["r"] is not None]
    total = result.records[0]["total"] if result.records else 0
    return RingPage(tuple(_summary(row) for row in rows[:first]), total, len(rows) > first)


async def ring_dossier(driver: AsyncDriver, viewer: Viewer, ring_id: str) -> RingDossier:
    """What the map holds of one ring; Refusal NOT_FOUND when missing or not for this reader."""
    _allow(viewer)
    result = await driver.execute_query(
        Query(ONE, timeout=10), ring_id=ring_id, routing_=neo4j.RoutingControl.READ
    )
    if not result.records:
        raise refuse("NOT_FOUND", what=f"疑似团伙 {ring_id}", what_en=f"suspected ring {ring_id}")
    row = result.records[0]
    summary = _summary(row)
    detail = json.loads(row["r"]["detail"])
    people = {person[0]: person for person in row["people"]}
    members = [Member(m[0], m[1], Decimal(m[2]), tuple(m[3]), *m[4:]) for m in detail["members"]]
    return RingDossier(
        summary=summary,
        faces=tuple(_face(m, people.get(m.psn_no), viewer, summary.last_day) for m in members),
        days=tuple(_joint(d) for d in detail["days"]),
        grid=tuple(tuple(line) for line in detail["grid"]),
        reasons=tuple(Reason(*reason) for reason in detail["reasons"]),
        marks=tuple(
            Mark(m[0], m[1], m[2], m[3], m[4], Decimal(m[5]), m[6]) for m in detail.get("marks", [])
        ),
        sensitivity=tuple(Sensitivity(*row) for row in detail.get("sensitivity", [])),
        shared=veiled(
            [Shared(kind, value, tuple(rows)) for kind, value, rows in detail.get("shared", [])],
            viewer,
        ),
        brief=detail.get("brief", False),
    )


def veiled(shared: Iterable[Shared], viewer: Viewer) -> tuple[Shared, ...]:
    """A phone or an address names a person as well as his name does."""
    masks = {"phone": mask_tel, "address": mask_address} if viewer.masked else {}
    return tuple(
        replace(tie, value=masks[tie.kind](tie.value)) if tie.kind in masks else tie
        for tie in shared
    )


def _joint(row: list[Any]) -> JointDay:
    until = date.fromisoformat(row[4]) if len(row) > 4 and row[4] else None
    return JointDay(date.fromisoformat(row[0]), row[1], row[2], row[3], until)


def _face(member: Member, person: list[Any] | None, viewer: Viewer, on: date | None) -> Face:
    name, gend, born = (person[1] or "", person[2] or "", person[3]) if person else ("", "", None)
    also = tuple(sorted(person[4])) if person else ()
    age = None
    if born is not None and on is not None:
        birthday = born.to_native()
        age = on.year - birthday.year - ((on.month, on.day) < (birthday.month, birthday.day))
    return Face(member, mask_name(name) if viewer.masked else name, gend, age, also)


def _summary(row: neo4j.Record) -> RingSummary:
    ring = row["r"]
    return RingSummary(
        ring_id=ring["ring_id"],
        route=ring["route"],
        route_reason=ring["route_reason"],
        # Rings of a detection before this was kept say it in Chinese only.
        route_reason_en=ring.get("route_reason_en") or ring["route_reason"],
        channel=ring["channel"],
        score=ring["score"],
        expected_by_chance=ring["expected_by_chance"],
        seen=ring["seen"],
        amount=Decimal(ring["amount"]),
        member_count=ring["member_count"],
        day_count=ring["day_count"],
        first_day=_day(ring["first_day"]),
        last_day=_day(ring["last_day"]),
        institutions=_places(row["institutions"]),
        doctors=_places(row["doctors"]),
        p_value=ring.get("p_value", 1.0),
        q_value=ring.get("q_value", 1.0),
        threshold=ring.get("threshold", 0.0),
        fee_ratio=ring.get("fee_ratio", 0.0),
        change=ring.get("change", "new"),
        changed_from=tuple(ring.get("changed_from") or ()),
    )


def _day(value: Any) -> date | None:
    return value.to_native() if value is not None else None


def _places(rows: list[list[Any]]) -> tuple[Place, ...]:
    places = [Place(code, name or code, visits) for code, name, visits in rows]
    return tuple(sorted(places, key=lambda place: (-place.visits, place.code)))
