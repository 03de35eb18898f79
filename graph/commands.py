"""The only way to change a case, points, custody, accounts or judgements.

One write transaction: lock the streams, load their events, ask whether the person may see what
the command is about and names (`graph.sight`), ask casework, append its answer, rewrite the
projections, write the notices that people get. A refusal rolls everything back. Transient errors
(deadlock, leader change, lost connection before commit) are retried by the driver with the same
question.
"""

import hashlib
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

import neo4j

from casework.actors import Actor
from casework.cases.state import CaseState
from casework.commands.agreement import ProposeHandling, RecordDeduction
from casework.commands.base import Command
from casework.commands.case import (
    AssignOfficers,
    AttachPicture,
    CheckTies,
    DecideCase,
    OpenCase,
    RecordPayment,
    Tie,
)
from casework.commands.inspection import ChangeInspectors, CheckInspectorTies, OpenInspection
from casework.commands.judgement import JudgeMark, JudgeMembers, MarkKind
from casework.commands.parameters import DecideParameter
from casework.commands.referral import WeighReferral
from casework.decide import State, fold, handle, streams_of
from casework.events import Event
from casework.judgements.state import MarkState
from casework.points.parameters import BureauState
from casework.refusal import refuse
from graph.calendar.entered import know_years, know_years_in, look_again
from graph.cases.frauds import frauds_in
from graph.cases.place import locate_anew, located_in
from graph.cases.ties import acting_in, inspected_ties, leading, ties_in, ties_to, undeclared_in
from graph.doctors import doctors_hit, is_doctor
from graph.events.append import Head, append, forget_empty, lock, seal_all
from graph.events.load import load_in
from graph.events.order import in_order
from graph.institutions import party_in
from graph.investigations.read import picture_in
from graph.lines.vouchers import vouchers_in
from graph.notices.tell import tell
from graph.numbering import check_number, numbered
from graph.projections import project
from graph.rings.seen import ring_seen
from graph.sight import check_names, check_sight

Then = Callable[[neo4j.AsyncManagedTransaction, list[Event]], Awaitable[None]]

LONGEST_ID: Final = 200
CLAIM_ID: Final = """
MERGE (c:CommandRecord {id: $id})
SET c.locked = true
REMOVE c.locked
RETURN c.events AS events
"""
KEEP_ID: Final = "MATCH (c:CommandRecord {id: $id}) SET c.events = $events, c.at = $at"
OFFICERS: Final = "MATCH (c:Case {case_no: $case_no}) RETURN c.officers AS officers"
INSPECTING: Final = (
    "MATCH (i:Inspection {inspection_no: $inspection_no}) RETURN i.officers AS officers"
)
#: Commands that ask whether small frauds of the party come to that of a crime.
Summed = WeighReferral | DecideCase
#: Commands with which the map tells of ties between the party and whoever acts.
Compared = AssignOfficers | CheckTies | OpenInspection | ChangeInspectors | CheckInspectorTies


async def execute(
    driver: neo4j.AsyncDriver, command: Command, actor: Actor, at: datetime
) -> list[Event]:
    """Execute a command and return the events it brought about, in order.

    Raises `casework.refusal.Refusal`; then nothing was written. With a `command_id` that this
    account used before, nothing changes and the events of the first time come back.
    """
    return await execute_with(driver, command, actor, at, _nothing)


async def execute_with(
    driver: neo4j.AsyncDriver, command: Command, actor: Actor, at: datetime, then: Then
) -> list[Event]:
    """Like `execute`, and write what must never enter an event (a password hash) beside it."""
    async with driver.session() as session:
        events = await session.execute_write(_work, command, actor, at, then)
    if isinstance(command, DecideParameter):
        await know_years(driver, at_once=True)
    return events


async def _nothing(tx: neo4j.AsyncManagedTransaction, events: list[Event]) -> None:
    return None


async def _work(
    tx: neo4j.AsyncManagedTransaction, command: Command, actor: Actor, at: datetime, then: Then
) -> list[Event]:
    await know_years_in(tx)
    repeat = _claim(actor.account, command.command_id) if command.command_id else None
    if repeat is not None:
        done = await _done_before(tx, repeat)
        if done is not None:
            return done
    command = await _filled(tx, await numbered(tx, command, at), actor)
    if isinstance(command, AssignOfficers | CheckTies):
        command = replace(command, acting=await acting_in(tx, command.case_no))
    if isinstance(command, CheckInspectorTies):
        command = replace(command, acting=await leading(tx, await _officers(tx, command)))
    if isinstance(command, OpenInspection | ChangeInspectors):
        named = [one.account for one in command.officers]
        command = replace(command, acting=await leading(tx, named))
    if isinstance(command, Compared):
        command = replace(command, ties=await _ties(tx, command))
        command = replace(command, undeclared=await _undeclared(tx, command))
    heads, known = await _prepare(tx, command, actor)
    states = {stream: _state(stream, known[stream], heads[stream]) for stream in heads}
    states |= await _with_frauds(tx, command, states)
    check_sight(command, actor, states)
    drafts = handle(command, actor, at, states, known)
    await check_names(tx, command, actor)
    await check_number(tx, command, at)
    in_order(drafts, known, at)
    events = seal_all(drafts, heads, actor.account, at)
    await append(tx, events)
    await forget_empty(tx, heads)
    await _project(tx, known, events, at)
    await then(tx, events)
    if repeat is not None:
        places = json.dumps([[e.stream, e.seq] for e in events])
        await (await tx.run(KEEP_ID, id=repeat, events=places, at=at.isoformat())).consume()
    return events


async def _with_frauds(
    tx: neo4j.AsyncManagedTransaction, command: Command, states: Mapping[str, State]
) -> dict[str, State]:
    """The case with the other frauds of its party, where the command asks what they come to together."""
    case = states.get(f"case:{command.case_no}") if isinstance(command, Summed) else None
    return {case.stream: await frauds_in(tx, case)} if isinstance(case, CaseState) else {}


async def _filled(tx: neo4j.AsyncManagedTransaction, command: Command, actor: Actor) -> Command:
    """What the events keep of the moment, and no caller may say himself."""
    match command:
        case AttachPicture():
            picture = await picture_in(tx, command.investigation_id, actor)
            return replace(command, content=picture or "")
        case JudgeMark(kind=MarkKind.RING):
            return replace(command, seen=await ring_seen(tx, command.key))
        case JudgeMembers():
            return replace(command, seen=await ring_seen(tx, command.ring_id))
        case ProposeHandling():
            return replace(command, target_names=await doctors_hit(tx, command.measures))
        case OpenCase():
            doctor = await is_doctor(tx, command.party.key)
            return replace(command, party=await party_in(tx, command.party), of_doctor=doctor)
        case RecordPayment() | RecordDeduction():
            return replace(command, elsewhere=await vouchers_in(tx, command))
        case OpenInspection():
            return replace(command, party=await party_in(tx, command.party))
    return command


async def _ties(
    tx: neo4j.AsyncManagedTransaction,
    command: Compared,
) -> tuple[Tie, ...]:
    """What the map says of the officers who are named, or of those in charge, and who acts by his role."""
    if isinstance(command, OpenInspection):
        party = command.party
        to = {"kind": party.kind.value, "key": party.key, "name": party.name}
        named = (one.account for one in command.officers)
        return await ties_to(tx, to, named, command.acting)
    if isinstance(command, CheckInspectorTies):
        inspecting = await _officers(tx, command)
        return await inspected_ties(tx, command.inspection_no, inspecting, command.acting)
    if isinstance(command, ChangeInspectors):
        named = (one.account for one in command.officers)
        return await inspected_ties(tx, command.inspection_no, named, command.acting)
    if isinstance(command, AssignOfficers):
        named = (one.account for one in command.officers)
        return await ties_in(tx, command.case_no, named, command.acting)
    return await ties_in(tx, command.case_no, await _officers(tx, command), command.acting)


async def _undeclared(
    tx: neo4j.AsyncManagedTransaction,
    command: Compared,
) -> tuple[str, ...]:
    """Who of the officers named, or of all whose ties are looked for again, declared nothing to compare."""
    if not isinstance(command, CheckTies | CheckInspectorTies):
        return await undeclared_in(tx, (one.account for one in command.officers))
    return await undeclared_in(tx, (*await _officers(tx, command), *command.acting))


async def _officers(
    tx: neo4j.AsyncManagedTransaction, command: CheckTies | CheckInspectorTies
) -> list[str]:
    """Who is in charge of the case or the inspection, by account."""
    if isinstance(command, CheckTies):
        found = await tx.run(OFFICERS, case_no=command.case_no)
    else:
        found = await tx.run(INSPECTING, inspection_no=command.inspection_no)
    row = await found.single()
    return list(row["officers"]) if row else []


def _claim(account: str, command_id: str) -> str:
    """What stands for a command's id: an index takes no long text, so that is kept as its hash."""
    whole = f"{account}:{command_id}"
    return whole if len(whole) <= LONGEST_ID else hashlib.sha256(whole.encode()).hexdigest()


async def _done_before(tx: neo4j.AsyncManagedTransaction, repeat: str) -> list[Event] | None:
    """Claim a command id; return the earlier events when it was executed before."""
    row = await (await tx.run(CLAIM_ID, id=repeat)).single(strict=True)
    if row["events"] is None:
        return None
    places = [(str(stream), int(seq)) for stream, seq in json.loads(row["events"])]
    streams = await load_in(tx, [stream for stream, _ in places])
    return [streams[stream][seq - 1] for stream, seq in places]


async def _prepare(
    tx: neo4j.AsyncManagedTransaction, command: Command, actor: Actor
) -> tuple[dict[str, Head], dict[str, list[Event]]]:
    """Lock and load the streams a command needs, until it needs no more."""
    heads: dict[str, Head] = {}
    known: dict[str, list[Event]] = {}
    while True:
        states = {s: _state(s, known[s], heads[s]) for s in heads}
        missing = [s for s in streams_of(command, actor, states) if s not in heads]
        if not missing:
            return heads, known
        # No index takes a long text, so no stream has such a name.
        if any(len(stream) > LONGEST_ID for stream in missing):
            raise refuse("ID_TOO_LONG", most=LONGEST_ID)
        heads |= await lock(tx, missing)
        # Access streams only grow; their acts need the head, not the history.
        history = [s for s in missing if not s.startswith("access:")]
        known |= {s: [] for s in missing} | await load_in(tx, history)


def _state(stream: str, events: list[Event], head: Head) -> State:
    if stream.startswith("access:"):
        return MarkState(stream, version=head.version)
    return fold(stream, events)


async def _project(
    tx: neo4j.AsyncManagedTransaction,
    known: dict[str, list[Event]],
    events: list[Event],
    at: datetime,
) -> None:
    for stream in dict.fromkeys(event.stream for event in events):
        if not stream.startswith("access:"):
            history = known[stream] + [e for e in events if e.stream == stream]
            state = await located_in(tx, fold(stream, history), at)
            waits = await project(tx, state, history, at)
            await tell(tx, state, [e for e in events if e.stream == stream], waits, at)
            if isinstance(state, BureauState):
                await locate_anew(tx, state, at)
                await look_again(tx, events, at)
