"""Inspections: the list, newest first, and one of them with its offers.

For the bureau; the inspected institution sees those that began, as they were put to it (`for_house`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Final

import neo4j

from casework.actors import BUREAU, Role, Viewer
from casework.acts import Action, offer
from casework.clocks.deadlines import Deadline, deadlines, events_until
from casework.commands.inspection import InspectionKind, LinkInspection
from casework.custody.state import EvidenceState
from casework.events import Event
from casework.inspection.house import SEEN, for_house, is_inspected
from casework.inspection.state import InspectionState, Step, fold_inspection
from casework.points.parameters import STREAM as PARAMETERS
from casework.points.parameters import BureauState, fold_bureau
from casework.registry import INSPECTION_ACTS
from graph.custody.read import items_of
from graph.events.load import load

LIST: Final = """
MATCH (i:Inspection)
WHERE i.opened_at IS NOT NULL
  AND ($house IS NULL OR (i.party_key = $house AND i.stage IN $seen))
  AND ($open IS NULL OR (NOT i.stage IN ['closed', 'cancelled']) = $open
       OR ($open AND $due AND i.next_due IS NOT NULL))
  AND ($mine IS NULL OR $mine IN i.officers OR ($due AND $mine IN coalesce(i.asked_of, [])))
  AND (NOT $waiting OR size(coalesce(i.recusals, [])) > 0 OR size(i.officers) < 2)
  AND ($text IS NULL OR i.title CONTAINS $text OR i.inspection_no CONTAINS $text
       OR i.party_name CONTAINS $text)
  AND ($after_at IS NULL OR i.opened_at < $after_at
       OR (i.opened_at = $after_at AND i.inspection_no < $after_no))
RETURN properties(i) AS i
ORDER BY i.opened_at DESC, i.inspection_no DESC
LIMIT $limit
"""
#: What its receipts are read off.
OF_PAPERS: Final = frozenset({"PaperWritten", "PaperReplied", "PaperSigned"})
#: Closed cases take no inspection; of the others the act itself asks the stage.
FOLLOWERS: Final = """
MATCH (c:Case {party_kind: 'institution', party_key: $key})
WHERE c.is_open AND $me IN c.officers
RETURN c.case_no AS case_no, c.title AS title ORDER BY c.opened_at DESC LIMIT 50
"""


@dataclass(frozen=True)
class InspectionRow:
    """An inspection in the list; amount in yuan, `opened_at` as UTC text."""

    inspection_no: str
    title: str
    stage: Step
    party_name: str
    starts_on: str
    officers: tuple[str, ...]
    papers: int
    unsigned: int
    unscanned: int
    asked: int
    asked_of_head: int
    amount: Decimal
    case_no: str | None
    opened_at: str
    kind: InspectionKind
    #: The earliest end of a deadline that runs, as UTC text.
    next_due: str | None


@dataclass(frozen=True)
class InspectionPage:
    """One inspection, its story, and what the viewer may do next; `scans`: its papers' files."""

    state: InspectionState
    events: tuple[Event, ...]
    actions: tuple[Action, ...]
    scans: Mapping[str, EvidenceState]
    #: Cases to which the viewer may tie it: number and title.
    followers: tuple[tuple[str, str], ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    #: Read by the inspected institution: its `events` are those of the papers alone.
    house: bool = False
    #: Of an inspection by the agency the bureau's settings: they name the agency on its papers.
    settings: BureauState | None = None


async def list_inspections(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    *,
    open_only: bool | None = None,
    mine: bool = False,
    waiting: bool = False,
    due: bool = False,
    text: str | None = None,
    first: int = 50,
    after: tuple[str, str] | None = None,
) -> tuple[tuple[InspectionRow, ...], bool]:
    """Return rows and whether more follow; for an institution its own, for others outside nothing.

    `waiting`: those that wait for a decision on a recusal, or for a second officer. `due`: with the open
    ones also those that are over and of which a deadline still runs, and with one's own those where one is
    asked to withdraw.
    """
    inside = viewer.actor.holds(*BUREAU)
    house = viewer.actor.fixmedins_code if viewer.actor.holds(Role.INSURANCE_OFFICE) else None
    if not inside and house is None:
        return (), False
    rows, _, _ = await driver.execute_query(
        LIST,
        house=None if inside else house,
        seen=[stage.value for stage in SEEN],
        open=open_only,
        mine=viewer.actor.account if mine else None,
        waiting=waiting,
        due=due,
        text=text or None,
        after_at=after[0] if after else None,
        after_no=after[1] if after else None,
        limit=first + 1,
        routing_=neo4j.RoutingControl.READ,
    )
    found = tuple(_row(row["i"]) for row in rows[:first])
    if not inside:
        found = tuple(replace(row, case_no=None) for row in found)
    return found, len(rows) > first


def _row(i: dict[str, object]) -> InspectionRow:
    return InspectionRow(
        inspection_no=str(i["inspection_no"]),
        title=str(i["title"]),
        stage=Step(str(i["stage"])),
        party_name=str(i["party_name"]),
        starts_on=str(i["starts_on"]),
        officers=tuple(str(name) for name in i["officer_names"]),  # type: ignore[attr-defined]
        papers=int(str(i["papers"])),
        unsigned=int(str(i["unsigned"])),
        # Written since scans are asked for at the end; what stood before is counted at its next event.
        unscanned=int(str(i.get("unscanned", 0))),
        # Recusals that nobody decided; what stood before they could be asked for has none.
        asked=len(i.get("recusals") or ()),  # type: ignore[arg-type]
        asked_of_head=len(i.get("head_recusals") or ()),  # type: ignore[arg-type]
        amount=Decimal(str(i["amount"])),
        case_no=str(i["case_no"]) if i.get("case_no") else None,
        opened_at=str(i["opened_at"]),
        # What stood before kinds were told apart has neither until its next event.
        kind=InspectionKind(str(i.get("kind") or InspectionKind.ROUTINE)),
        next_due=str(i["next_due"]) if i.get("next_due") else None,
    )


async def inspection_state(
    driver: neo4j.AsyncDriver, viewer: Viewer, inspection_no: str
) -> InspectionState | None:
    """Return the inspection alone, as this viewer sees it; None when it is not there for him."""
    stream = f"inspection:{inspection_no}"
    state = fold_inspection(inspection_no, (await load(driver, stream))[stream])
    if viewer.actor.holds(*BUREAU):
        return state if state.version else None
    return for_house(state) if is_inspected(state, viewer.actor) else None


async def inspection_page(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    inspection_no: str,
    at: datetime,
    known_on: date | None = None,
) -> InspectionPage | None:
    """Return the inspection as this viewer sees it; None when it is not there for him.

    Its deadlines stand by what was known at the end of the day `known_on` where one is given.
    """
    inside = viewer.actor.holds(*BUREAU)
    stream = f"inspection:{inspection_no}"
    events = (await load(driver, stream))[stream]
    state = fold_inspection(inspection_no, events)
    if not state.version or not (inside or is_inspected(state, viewer.actor)):
        return None
    own = await _settings(driver) if state.of_agency else None
    if not inside:
        sent = tuple(e for e in events if e.type in OF_PAPERS)
        offered = offer(INSPECTION_ACTS, state, viewer.actor, at)
        return InspectionPage(for_house(state), sent, offered, {}, house=True, settings=own)
    scans = await items_of(driver, (scan for scan, _ in state.scans))
    actions = offer(INSPECTION_ACTS, state, viewer.actor, at)
    followers = await _followers(driver, viewer, state, actions)
    clocks = deadlines(events_until(events, known_on), at)
    return InspectionPage(state, tuple(events), actions, scans, followers, clocks, settings=own)


async def _settings(driver: neo4j.AsyncDriver) -> BureauState:
    return fold_bureau((await load(driver, PARAMETERS))[PARAMETERS])


async def _followers(
    driver: neo4j.AsyncDriver, viewer: Viewer, state: InspectionState, actions: tuple[Action, ...]
) -> tuple[tuple[str, str], ...]:
    """Open cases of the inspected institution that the viewer handles, the newest first."""
    if state.party is None or not any(one.name == LinkInspection.__name__ for one in actions):
        return ()
    rows, _, _ = await driver.execute_query(
        FOLLOWERS,
        key=state.party.key,
        me=viewer.actor.account,
        routing_=neo4j.RoutingControl.READ,
    )
    return tuple((str(row["case_no"]), str(row["title"])) for row in rows)
