"""One case as its page shows it: state, timeline, clocks, and what the viewer may do next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

import neo4j

from casework.actors import BUREAU, Viewer
from casework.acts import Action
from casework.cases.court_time import CourtTime, court_time
from casework.cases.differences import Change, Story, story
from casework.cases.entrusted import unentrusted
from casework.cases.insured import identity_numbers, insured_names
from casework.cases.place import located
from casework.cases.reach import Reach, Standing, reach
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.clocks.deadlines import Deadline, deadlines, events_until
from casework.commands.case import Party, PartyKind
from casework.decide import next_actions
from casework.documents.catalogue import form_of
from casework.documents.due import lacking
from casework.documents.gaps import Gap, gaps
from casework.documents.lacking import Lacking
from casework.events import Event, Intact, verify_chain
from casework.lines.state import NO_LINES
from casework.masking import mask_address, mask_certno, mask_in, mask_name
from casework.measures.namesakes import Barred
from casework.measures.wanted import measure_papers
from casework.notices.rows import party_deadlines
from casework.points.fold import fold_points
from casework.points.freed import Freed
from casework.points.state import PointsState
from casework.referral.refer import obstacles
from casework.referral.state import OtherFraud
from casework.referral.summed import parts
from casework.referral.threshold import warning
from casework.refusal import Refusal
from casework.volumes.state import Binding, VolumeKind
from casework.wording import Both
from graph.cases.frauds import with_frauds
from graph.cases.measured import with_measures
from graph.cases.read import visible
from graph.events.kept import Kept
from graph.events.load import load
from graph.measures.barred import barred_like
from graph.measures.load import states_of
from graph.points.freed import freed_in
from graph.points.page import file_visible
from graph.points.parameters import bureau_parameters

# What the party itself may read of its case: what was told to it, and what it said.
TOLD: Final = frozenset(
    {
        "NoticeServed",
        "DefenceRecorded",
        "HearingRequested",
        "HearingWaived",
        "CorrectionServed",
        "CorrectionRecorded",
        "HearingNotified",
        "HearingHeld",
        "HearingEnded",
        "CaseDecided",
        "DecisionServed",
        "ServiceCorrected",
        "AnnouncementCorrected",
        "PaymentRecorded",
        "PaymentReversed",
        "FinePaidInFull",
        "FineMet",
        "CaseClosed",
        "CaseDecidedOnSpot",
        "InstalmentsRequested",
        "InstalmentsGranted",
        "InstalmentsRefused",
        "FinePressed",
        "RemedyRecorded",
        "RemedyClosed",
        "ExecutionStopped",
        "ExecutionResumed",
        "DecisionChanged",
        "DecisionAnnulled",
        "HandlingNotified",
        "HandlingDefended",
        "HandlingDecided",
        "PerformanceDecided",
        "HandlingClosed",
    }
)

#: The stories of the cases looked at lately: a case that grew is told on from where it was.
STORIES: Final[Kept[Story]] = Kept(most=100_000)


@dataclass(frozen=True)
class CasePage:
    """Everything about one case for one viewer. `dossier_obstacles`: empty when sealable.

    `reach` is told where the party is, or may be, outside the county. `intact` is the verdict on the whole chain, also where the viewer sees only part of it.
    `changes`: what each event changed, by its number.
    """

    state: CaseState
    events: tuple[Event, ...]
    deadlines: tuple[Deadline, ...]
    actions: tuple[Action, ...]
    dossier_obstacles: tuple[tuple[str, str], ...]
    intact: bool
    reach: Reach | None = None
    #: Why the centre, which handles the case, may take no step today: no letter of entrustment holds.
    unentrusted: Refusal | None = None
    changes: Mapping[int, tuple[Change, ...]] = field(default_factory=dict)
    #: Doctors' files with scores that rest on the case, as far as the viewer may see them.
    files: tuple[PointsState, ...] = ()
    #: Papers that are not there, or not back signed: the bureau's own affair.
    lacking: tuple[Lacking, ...] = ()
    #: Whether the court can still be asked in time: the bureau's own affair.
    court: CourtTime | None = None
    #: What the coming papers would print as missing: the bureau's own affair.
    gaps: tuple[Gap, ...] = ()
    #: Bars from managing that run for the representative, or a namesake: the bureau's own affair.
    barred: tuple[Barred, ...] = ()
    #: Days whose fees it took and whose score fell since: the bureau's own affair.
    freed: tuple[Freed, ...] = ()
    #: That a suspected fraud is to be weighed for referral: the bureau's own affair.
    suspicion: Both | None = None
    #: Frauds of the same party in other cases that count with it: the bureau's own affair.
    other_frauds: tuple[OtherFraud, ...] = ()


async def case_page(
    driver: neo4j.AsyncDriver,
    viewer: Viewer,
    case_no: str,
    at: datetime,
    known_on: date | None = None,
) -> CasePage | None:
    """Return the page, or None when the case is missing or not the viewer's to see.

    Its deadlines stand as of `at`, by what was known at the end of the day `known_on` where one is given.
    """
    stream = f"case:{case_no}"
    events = (await load(driver, stream))[stream]
    told = story(case_no, events, STORIES.get(stream))
    STORIES.put(stream, told, len(events))
    state = told.state
    if not state.version or not visible(state, viewer):
        return None
    bureau, on = await bureau_parameters(driver, viewer), local_date(at)
    place, state = reach(state, bureau, on), located(state, bureau, on)
    state = (await with_frauds(driver, await with_measures(driver, (state,))))[case_no]
    actions, blocked = next_actions(state, viewer.actor, at), obstacles(state)
    clocks, intact = (
        deadlines(events_until(events, known_on), at),
        isinstance(verify_chain(events), Intact),
    )
    changed = _changes(viewer, told)
    # Numbers are compared before they are masked.
    namesakes = (
        await barred_like(driver, state, at, masked=viewer.masked)
        if viewer.actor.holds(*BUREAU)
        else ()
    )
    if not viewer.actor.holds(*BUREAU):
        # What the bureau has yet to set is its own affair.
        place = place if place and place.standing is Standing.OUTSIDE else None
        state, events = _for_party(state, events)
        clocks = tuple(c for c in clocks if c.id in party_deadlines())
    if viewer.masked:
        state, events = masked(state, events)
    files = await _files(driver, viewer, state)
    barred = unentrusted(state, viewer.actor, at)
    papers = await _lacking(driver, state) if viewer.actor.holds(*BUREAU) else ()
    missing = gaps(state, bureau, on) if viewer.actor.holds(*BUREAU) else ()
    court = court_time(state, at) if viewer.actor.holds(*BUREAU) else None
    return CasePage(
        state,
        tuple(events),
        clocks,
        actions,
        blocked,
        intact,
        place,
        barred,
        changed,
        files,
        papers,
        court,
        missing,
        namesakes,
        await freed_in(driver, state) if viewer.actor.holds(*BUREAU) else (),
        warning(state, at) if viewer.actor.holds(*BUREAU) and state.is_open else None,
        parts(state, at) if viewer.actor.holds(*BUREAU) and state.is_open else (),
    )


async def _lacking(driver: neo4j.AsyncDriver, state: CaseState) -> tuple[Lacking, ...]:
    """Papers of the case itself, then of the measures that its decisions imposed."""
    own = lacking(state)
    if not state.measured or state.closed_at is not None:
        return own
    return (*own, *measure_papers(state, await states_of(driver, state.measured)))


async def _files(
    driver: neo4j.AsyncDriver, viewer: Viewer, state: CaseState
) -> tuple[PointsState, ...]:
    streams = [f"points:{code}" for code in dict.fromkeys(code for code, _ in state.scores)]
    if not streams:
        return ()
    chains = await load(driver, *streams)
    files = (fold_points(stream.partition(":")[2], chains[stream]) for stream in streams)
    return tuple(file for file in files if file_visible(file, viewer))


def _changes(viewer: Viewer, told: Story) -> Mapping[int, tuple[Change, ...]]:
    """What each event changed; of what the bureau weighs among itself the party learns nothing."""
    if not viewer.actor.holds(*BUREAU):
        return {}
    names = insured_names(told.state) if viewer.masked else ()
    if not names:
        return told.changes
    return {seq: tuple(one.masked(names) for one in found) for seq, found in told.changes.items()}


def _for_party(state: CaseState, events: list[Event]) -> tuple[CaseState, list[Event]]:
    """Leave out what is internal: tasks, report, suspicions, reviews, referral."""
    known = replace(
        state,
        # That somebody reported, and what he wrote, is not the party's to know.
        source="",
        summary="",
        real_name=False,
        discovered_on=None,
        discovered_by="",
        tasks=(),
        inspection_nos=(),
        interviews=(),
        visit_lists=(),
        report=None,
        report_by=None,
        report_at=None,
        report_outdated=False,
        findings=(),
        ring_ids=(),
        pictures=(),
        worksheets=(),
        lines=NO_LINES,
        corrections=tuple(one for one in state.corrections if one.served_on),
        holds=(),
        requests=(),
        submissions={},
        weighed=None,
        publication=None,
        recusals=(),
        undeclared=(),
        evidence=(),
        forms=tuple(f for f in state.forms if not form_of(f.form_id).inner),
        numbers=(),
        bindings=tuple(_for_inspection(one) for one in state.bindings),
        proposals=tuple(p for p in state.proposals if p.outcome == "approved"),
        # A day that is set is told by its notice, and not before.
        hearing=state.hearing if state.hearing and state.hearing.served_on else None,
        chair_named=None,
        legal_opinion=None,
        former=tuple(replace(one, legal_opinion=None) for one in state.former),
        reviewer=None,
        ever_reviewers=(),
        legal_at=None,
        handling_hands=(),
        discussed=None,
        discussed_ruling=None,
        discussion_by=(),
        # That a crime is suspected, or that others have the case: who is suspected would be warned.
        own_fraud=None,
        own_fraud_months=None,
        other_frauds=(),
        referral_group=(),
        referral_group_seq=0,
        referral=None,
        letters_sent=(),
        transfers=(),
        away=(),
        # The bureau's own papers, and whose wrong scan gave way.
        effect=(),
        party_papers=(),
        replaced=(),
        approved={},
        measure_gaps=(),
        measure_sheets=(),
        scores=(),
    )
    return known, [event for event in events if event.type in TOLD]


def _for_inspection(binding: Binding) -> Binding:
    """Of the volumes the party may know the main one, and of its evidence that there is some."""
    shown = []
    for volume in binding.volumes:
        if volume.kind is VolumeKind.MAIN:
            rows = tuple(
                row
                if row.entry.source.startswith("form:")
                else replace(row, entry=replace(row.entry, title="证据材料"))
                for row in volume.rows
            )
            shown.append(replace(volume, rows=rows))
    return replace(binding, volumes=tuple(shown))


def _hidden(party: Party) -> Party:
    return replace(party, name=mask_name(party.name), address=mask_address(party.address))


def _without_numbers(state: CaseState, events: list[Event]) -> tuple[CaseState, list[Event]]:
    """The identity numbers of who stands for the party, masked in the case and in its events."""
    numbers = identity_numbers(state)
    if not numbers or state.party is None:
        return state, events
    party = replace(state.party, representative_no=mask_certno(state.party.representative_no))
    hidden = [replace(event, data=mask_in(event.data, numbers, mask_certno)) for event in events]
    former = tuple(mask_certno(one) for one in state.former_numbers)
    return replace(state, party=party, former_numbers=former), hidden


def masked(state: CaseState, events: list[Event]) -> tuple[CaseState, list[Event]]:
    """What a reader without a purpose sees of a case: insured persons by their first character: the party, and whom an interview names as patient."""
    party = state.party if state.party and state.party.kind is PartyKind.PERSON else None
    state, events = _without_numbers(state, events)
    names = insured_names(state)
    if not names:
        return state, events
    told = state.report
    hidden = replace(
        state,
        party=_hidden(party) if party else state.party,
        title=mask_in(state.title, names),
        summary=mask_in(state.summary, names),
        discovered_by=mask_in(state.discovered_by, names),
        report={part: mask_in(text, names) for part, text in told.items()} if told else None,
        interviews=tuple(replace(one, name=mask_in(one.name, names)) for one in state.interviews),
    )
    return hidden, [replace(event, data=mask_in(event.data, names)) for event in events]
