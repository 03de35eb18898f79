"""What a person is told of measures: that one ended by itself lately, or will end soon."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import neo4j

from casework.actors import AGENCY, Role, Viewer
from casework.commands.measures import MeasureType
from casework.events import utc_text
from casework.measures.rows import kinds
from casework.notices.rows import measure_warn_days
from graph.cases.scope import file_scope
from graph.measures.load import of_institution

AGO: Final = timedelta(days=7)
FIND: Final = """
MATCH (m:Measure)-[:AGAINST]->(s:Measured)
WHERE m.imposed AND m.lasting AND m.over_at > $since AND m.over_at <= $until
  AND ($everything OR (s.kind IN $of_institution AND s.subject_key = $institution)
       OR (s.kind = 'doctor' AND s.subject_key = $doctor))
RETURN s.key AS key, s.kind AS subject_kind, s.name AS name, s.department AS department,
       m.kind AS kind, m.over_at AS over_at
ORDER BY m.over_at, m.id LIMIT 50
"""


@dataclass(frozen=True)
class Notice:
    """A measure that was over at `over_at`, or will be."""

    name: str
    kind_zh: str
    kind_en: str
    over_at: datetime


async def measure_notices(
    driver: neo4j.AsyncDriver, viewer: Viewer, at: datetime
) -> tuple[Notice, ...]:
    """Return the notices of the agency, of institutions and of doctors; insured persons unnamed."""
    actor, scope = viewer.actor, file_scope(viewer.actor)
    if scope.nothing or not actor.holds(*AGENCY, Role.INSURANCE_OFFICE, Role.PHYSICIAN):
        return ()
    rows, _, _ = await driver.execute_query(
        FIND,
        since=utc_text(at - AGO),
        until=utc_text(at + timedelta(days=measure_warn_days())),
        everything=scope.everything,
        of_institution=of_institution(),
        institution=scope.institution,
        doctor=scope.doctor,
        routing_=neo4j.RoutingControl.READ,
    )
    return tuple(_notice(row) for row in rows)


def _notice(row: neo4j.Record) -> Notice:
    kind = kinds()[MeasureType(row["kind"])]
    insured = row["subject_kind"] == "insured"
    named = " ".join(dict.fromkeys((row["name"], row["department"]))).strip()
    name = row["key"].partition(":")[2] if insured else named
    return Notice(name, kind.zh, kind.en, datetime.fromisoformat(row["over_at"]))
