"""The number series as a register, and the versions of templates."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.documents.catalogue import forms
from casework.documents.template import TemplateState, fold_template
from graph.events.load import load

REGISTER: Final = """
MATCH (n:DocumentNumber {series: $series, year: $year})
WHERE n.serial > $after
RETURN n.serial AS serial, n.number AS number, n.case_no AS case_no, n.void AS void
ORDER BY n.serial LIMIT $first
"""
YEARS: Final = """
MATCH (n:DocumentNumber)
RETURN n.series AS series, n.year AS year, count(*) AS numbers, max(n.serial) AS last
ORDER BY year DESC, series
"""
PAGE: Final = 500


@dataclass(frozen=True)
class Number:
    """One number of a series; `void` says why it is 作废, else it is empty."""

    serial: int
    number: str
    case_no: str
    void: str


@dataclass(frozen=True)
class SeriesYear:
    """A series in a year: without a gap `numbers` equals `last`."""

    series: str
    year: int
    numbers: int
    last: int


async def register(
    driver: neo4j.AsyncDriver, viewer: Viewer, series: str, year: int, after: int = 0
) -> list[Number]:
    """The numbers of a series in a year after a serial, at most 500; empty outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return []
    rows, _, _ = await driver.execute_query(
        REGISTER, series=series, year=year, after=after, first=PAGE
    )
    return [Number(r["serial"], r["number"], r["case_no"], r["void"]) for r in rows]


async def series_years(driver: neo4j.AsyncDriver, viewer: Viewer) -> list[SeriesYear]:
    """The series that have numbers, the newest year first; empty outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return []
    rows, _, _ = await driver.execute_query(YEARS)
    return [SeriesYear(r["series"], r["year"], r["numbers"], r["last"]) for r in rows]


async def templates(driver: neo4j.AsyncDriver, viewer: Viewer) -> list[TemplateState]:
    """The versions of every form's template, in the order of the forms; empty outside the bureau."""
    if not viewer.actor.holds(*BUREAU):
        return []
    streams = {form_id: f"template:{form_id}" for form_id in forms()}
    found = await load(driver, *streams.values())
    return [fold_template(form_id, found[stream]) for form_id, stream in streams.items()]


async def template_in_force(driver: neo4j.AsyncDriver, form_id: str, at: datetime) -> str:
    """The SHA-256 of the form's template at a moment; empty for the shipped one.

    Which template is in force is no secret: whoever may print a form may know it.
    """
    stream = f"template:{form_id}"
    events = (await load(driver, stream))[stream]
    return fold_template(form_id, [event for event in events if event.at <= at]).sha256
