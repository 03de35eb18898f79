"""Papers of others that an act rests on: no outcome is recorded on a typed number alone.

What a reviewing body, a court, the police, another bureau or the party wrote lies in the vault as evidence
of the case before anybody records what it says.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from casework.acts import Ask
from casework.cases.state import CaseState
from casework.custody.scans import by_another
from casework.documents.scans import PARTY_PAPERS, case_scan, next_party_paper
from casework.events import Draft
from casework.refusal import refuse


def came_on(ask: Ask[Any, CaseState], what: str) -> dict[str, object]:
    """What the act's event tells of its paper, the scan named by the command's `document`.

    Refuses PAPER_NOT_THERE, and as `case_scan`.
    """
    scan = ask.command.document
    if not scan:
        zh, en = PARTY_PAPERS[what]
        raise refuse("PAPER_NOT_THERE", paper=zh, paper_en=en)
    case_scan(ask, scan, next_party_paper(ask.state, what))
    return {"document": scan, "paper": what}


def by_two(ask: Ask[Any, CaseState], what: str) -> dict[str, object]:
    """The same where a decision rests or falls by it: who took the paper into the case records nothing of it.

    Refuses FOUR_EYES as well.
    """
    told, scan = came_on(ask, what), ask.command.document
    by_another(ask.actor, (one.by for one in ask.state.evidence if one.evidence_id == scan))
    return told


def told_on(events: Sequence[Draft], paper: Mapping[str, Any]) -> list[Draft]:
    """The events of a request, whoever brings it in, each with the paper that it came on."""
    return [(stream, kind, {**data, **paper}) for stream, kind, data in events]
