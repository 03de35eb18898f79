"""The case node: what lists, filters and the inbox ask for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import neo4j

from casework.cases.state import CaseState
from casework.clocks.deadlines import Deadline, deadlines, next_of
from casework.clocks.marks import next_mark
from casework.events import Event, utc_text
from casework.referral.summed import conduct_on
from casework.referral.threshold import counted, listed, written_off
from casework.waits import waits_for
from graph.projections.case_year import year_fields
from graph.projections.deadlines import OF_CASE, project_deadlines
from graph.projections.receipts import project_receipts
from graph.projections.waiting import Waiting, waiting, waiting_fields

WRITE: Final = """
MERGE (c:Case {case_no: $case_no})
WITH c, c.waits_for AS roles, c.waits_on AS people, c.fraud_counts AS counted
SET c += $fields
RETURN roles, people, counted
"""
#: The beat folds them anew: what another case of the party found, or does no more, changes what they come to.
BESIDE: Final = """
MATCH (c:Case {case_no: $case_no})
MATCH (o:Case {party_key: c.party_key})
WHERE o.party_kind = c.party_kind AND o.is_open AND o.fraud_counts IS NOT NULL AND o <> c
SET o.next_mark = '2000-01-01T00:00:00.000000Z'
"""
#: Sorts behind every moment.
NEVER: Final = "9999"
INTERVIEWS: Final = "UNWIND $rows AS row MERGE (i:Interview {key: row.key}) SET i = row"


async def project_case(
    tx: neo4j.AsyncManagedTransaction, state: CaseState, events: Sequence[Event], at: datetime
) -> Waiting:
    """Write the case node; returns whom the case waits for, and whom it did."""
    clocks = deadlines(events, at)
    # A case that is over may still wait: to be bound, or for the letter of its transfer.
    waits = waits_for(state, at)
    fields = case_fields(state, events, clocks, at) | waiting_fields(waits)
    written = await tx.run(WRITE, case_no=state.case_no, fields=fields)
    row = await written.single(strict=True)
    if row["counted"] != fields["fraud_counts"]:
        await (await tx.run(BESIDE, case_no=state.case_no)).consume()
    runs = state.is_open or state.referred_late
    await project_deadlines(tx, OF_CASE, state.case_no, clocks, is_open=runs)
    await project_receipts(tx, state.case_no, events)
    if state.interviews:
        await (await tx.run(INTERVIEWS, rows=interview_rows(state))).consume()
    return waiting(waits, row)


def interview_rows(state: CaseState) -> list[dict[str, Any]]:
    """Who sat in which interview, and when: what tells that an officer sat in two at once."""
    return [
        {
            "key": f"{state.case_no}/{one.interview_id}",
            "name": one.name,
            "officers": [hand.person for hand in one.officers],
            "start": utc_text(one.started_at),
            "end": utc_text(one.ended_at) if one.ended_at else None,
        }
        for one in state.interviews
    ]


def own_due(clocks: Sequence[Deadline]) -> str:
    """The earliest due moment of a deadline of the bureau's own that runs; a right of the party lapses."""
    dues = [
        utc_text(one.due)
        for one in clocks
        if one.due and one.run and one.runs and not one.run.row.lapses
    ]
    return min(dues, default=NEVER)


def running(state: CaseState, clocks: Sequence[Deadline]) -> list[Deadline]:
    """The deadlines that the case still has: once it is over only those whose row lets them run on."""
    if state.is_open or state.referred_late:
        return list(clocks)
    return [one for one in clocks if one.run is not None and one.run.row.after_end]


def case_fields(
    state: CaseState, events: Sequence[Event], clocks: Sequence[Deadline], at: datetime
) -> dict[str, Any]:
    """Return the node's properties; amounts as text, times as UTC text (they sort as text)."""
    party = state.party
    due = next_of(running(state, clocks))
    mark = next_mark(events, at)
    return {
        "version": state.version,
        "title": state.public_title,
        "docket_no": state.docket_no or None,
        **_frauds(state),
        "stage": state.stage.value,
        "path": state.path.value,
        "source": state.source,
        "is_open": state.is_open,
        "party_kind": party.kind.value if party else None,
        "party_key": party.key if party else None,
        "party_name": party.name if party else None,
        "opened_at": utc_text(state.opened_at) if state.opened_at else None,
        "updated_at": utc_text(events[-1].at) if events else None,
        "notified": state.notified_at is not None,
        "officers": [o.hand.account for o in state.officers],
        "assignees": sorted({t.assignee for t in state.tasks if t.result is None}),
        "amount": str(state.involved),
        "damaged_dossiers": sorted(state.referral.damaged_dossiers) if state.referral else [],
        "damaged_volumes": sorted({one for bound in state.bindings for one in bound.damaged}),
        "volumes_held": _held(state),
        "next_due": utc_text(due) if due else None,
        "own_due": own_due(clocks) if state.is_open else NEVER,
        "next_mark": utc_text(mark) if mark else None,
        **year_fields(state, events),
    }


def _frauds(state: CaseState) -> dict[str, str | None]:
    """What it found of fraud: as it waits to be weighed, as it was written off, and as it counts beside others."""
    amounts = {
        "fraud_open": listed(state),
        "fraud_off": written_off(state),
        "fraud_counts": counted(state),
    }
    on = conduct_on(state)
    texts = {name: str(one) if one else None for name, one in amounts.items()}
    return {**texts, "fraud_on": on.isoformat() if on else None}


def _held(state: CaseState) -> str | None:
    """The day on which the first lock of the case's permanent volumes ends; None without such."""
    days = [one.retain_until for one in state.bindings if one.permanent and one.retain_until]
    return min(days).isoformat() if days else None
