"""What the inspected institution replies to a working paper on its own page, with files.

It has come in when it is sent, and stands as it was sent: officers record no other reply over it, and
whoever sent it may send another until the paper is signed. The files go with the papers into a case.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.inspection import SubmitPaperReply
from casework.custody.handed_in import handed_in, told_of
from casework.custody.scans import Wanted, free_scan, serves
from casework.events import Draft
from casework.inspection.house import is_inspected
from casework.inspection.papers import ON_SITE, paper_of
from casework.inspection.state import InspectionState, Paper
from casework.refusal import refuse


def of_reply(command: SubmitPaperReply, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The inspection and the custody chain of each file."""
    files = (f"evidence:{one}" for one in dict.fromkeys(command.enclosures))
    return (f"inspection:{command.inspection_no}", *files)


def submit(ask: Ask[SubmitPaperReply, InspectionState]) -> list[Draft]:
    """PaperReplied as the institution's own. Refuses REPLY_CLOSED once the paper is signed, or refused."""
    c, state = ask.command, ask.state
    paper = paper_of(state, c.paper_id)
    required(text=c.reply)
    if paper.signature is not None:
        raise refuse("REPLY_CLOSED")
    files, told = _enclosed(ask, paper)
    said = {
        "agrees": c.agrees, "reply": c.reply, "replied_by": ask.actor.name, "post": c.post.strip(),
        "replied_on": local_date(ask.at), "enclosures": files,
    }  # fmt: skip
    return [draft(state.stream, "PaperReplied", paper_id=c.paper_id, **said), *told]


def _enclosed(
    ask: Ask[SubmitPaperReply, InspectionState], paper: Paper
) -> tuple[list[dict[str, object]], list[Draft]]:
    """What the event tells of each file, and what its custody chain is told; one is of one paper alone."""
    files, told = list[dict[str, object]](), list[Draft]()
    for evidence_id in dict.fromkeys(ask.command.enclosures):
        item = handed_in(ask.states, evidence_id)
        title = ask.state.title_of_reply(paper.paper_id)
        free_scan(ask.states, evidence_id, Wanted(title), ask.state.papers_of_scans)
        if item.serves is None:
            told.append(serves(evidence_id, title))
        files.append(told_of(evidence_id, item))
    return files, told


def _inspected(state: InspectionState, actor: Actor, at: datetime) -> None:
    if not is_inspected(state, actor):
        raise refuse("NOT_FOUND", what=state.label, what_en=state.label_en)


def _waits(state: InspectionState, actor: Actor, at: datetime) -> None:
    """Some paper waits for the signature still."""
    if all(paper.signature is not None for paper in state.papers):
        raise refuse("REPLY_CLOSED")


def _to_answer(state: InspectionState) -> bool:
    return any(paper.reply is None and paper.signature is None for paper in state.papers)


ACTS = (
    Act(
        SubmitPaperReply, "提交底稿答复", "reply to a working paper",
        frozenset({Role.INSURANCE_OFFICE}), of_reply, submit, ON_SITE, (_inspected, _waits),
        rank=10, leads=_to_answer,
    ),
)  # fmt: skip
