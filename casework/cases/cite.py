"""Cite evidence of another case, whatever became of that one, and cite it no longer.

No bytes are copied and nothing changes its hash: the item stays in the custody chain of its home case,
which tells who cites it, and is kept for as long as the longest of them asks.
"""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.attach import OPEN, may_work
from casework.cases.state import Attachment, CaseState
from casework.commands.case import CiteEvidence, WithdrawCitation
from casework.custody.state import EvidenceState
from casework.events import Draft
from casework.refusal import Refusal, refuse


def cite(ask: Ask[CiteEvidence, CaseState]) -> list[Draft]:
    """EvidenceCited with its source, and CitedByCase in the item's custody chain.

    Refuses NOT_FOUND for what is no evidence of that case, ALREADY_DONE, BAD_VALUE for the reporter's,
    EVIDENCE_EXCLUDED for what that case ruled out.
    """
    c, case = ask.command, ask.state
    required(proves=c.proves, reason=c.reason)
    item: EvidenceState = ask.states[f"evidence:{c.evidence_id}"]
    number, theirs = _of_home(ask.states[f"case:{c.home_case}"], c.evidence_id)
    if any(one.evidence_id == c.evidence_id for one in case.evidence):
        raise refuse("ALREADY_DONE")
    if theirs.excluded is not None:
        mark = theirs.excluded.mark
        raise refuse("EVIDENCE_EXCLUDED", name=item.name, mark=mark.zh, mark_en=mark.en)
    if theirs.reporter:
        raise refuse(
            "BAD_VALUE", field="证据", field_en="the item",
            why="该件为举报材料，依法保密，不引用到他案；可引用据其查得的证据",
            why_en="it tells who reported that case and stays there: cite what was found by it",
        )  # fmt: skip
    said = {
        "evidence_id": c.evidence_id, "name": item.name, "kind": item.kind, "sha256": item.sha256,
        "sm3": item.sm3, "size": item.size, "proves": c.proves, "reason": c.reason,
        "home": {
            "case_no": c.home_case, "number": number, "proves": theirs.proves,
            "collection": item.collection or {}, "takers": dict(item.takers),
        },
    }  # fmt: skip
    why = {"case_no": case.case_no, "reason": c.reason}
    return [
        draft(case.stream, "EvidenceCited", **said),
        draft(f"evidence:{c.evidence_id}", "CitedByCase", **why),
    ]


def _of_home(home: CaseState, evidence_id: str) -> tuple[int, Attachment]:
    """The item by its number among what the case itself took in."""
    own = [one for one in home.evidence if one.origin is None]
    for number, one in enumerate(own, 1):
        if one.evidence_id == evidence_id:
            return number, one
    raise refuse(
        "NOT_FOUND",
        what=f"案件 {home.case_no} 的证据 {evidence_id}",
        what_en=f"evidence {evidence_id} of case {home.case_no}",
    )


def withdraw(ask: Ask[WithdrawCitation, CaseState]) -> list[Draft]:
    """CitationWithdrawn, and CitationEnded in the item's custody chain. Refuses NOT_FOUND, BAD_VALUE."""
    c, case = ask.command, ask.state
    required(reason=c.reason)
    cited = {one.evidence_id: one for one in case.evidence if one.origin is not None}
    if c.evidence_id not in cited:
        raise refuse(
            "NOT_FOUND",
            what=f"本案引用的证据 {c.evidence_id}",
            what_en=f"an item {c.evidence_id} that this case cites",
        )
    if c.evidence_id in _rested_on(case):
        raise _in_use()
    if cited[c.evidence_id].excluded is not None or cited[c.evidence_id].doubt is not None:
        raise _looked_into()
    why = {"case_no": case.case_no, "reason": c.reason}
    return [
        draft(case.stream, "CitationWithdrawn", evidence_id=c.evidence_id, reason=c.reason),
        draft(f"evidence:{c.evidence_id}", "CitationEnded", **why),
    ]


def _rested_on(case: CaseState) -> set[str]:
    """What the standing proposal and the orders to correct name as shown by it."""
    shown = case.proposal.consequence_evidence if case.proposal is not None else ()
    return {*shown, *(one for order in case.corrections for one in order.evidence_ids)}


def _in_use() -> Refusal:
    return refuse(
        "BAD_VALUE", field="证据", field_en="the item",
        why="本案的处罚建议或责令改正情况以它为据，请先更正后再撤回引用",
        why_en="the proposal, or the record of a correction, rests on it: change that first",
    )  # fmt: skip


def _looked_into() -> Refusal:
    return refuse(
        "BAD_VALUE", field="证据", field_en="the item",
        why="本案已排除该证据，或者已提请排除：排除的记录须留在本案证据清单中，不能撤回引用",
        why_en="this case ruled it out, or is asked to: that stays in the list of its evidence, and so does the item",
    )  # fmt: skip


def of_citing(command: CiteEvidence, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, the home case, and the item's custody chain."""
    return (
        f"case:{command.case_no}",
        f"case:{command.home_case}",
        f"evidence:{command.evidence_id}",
    )


def of_cited(command: WithdrawCitation, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and the item's custody chain."""
    return (f"case:{command.case_no}", f"evidence:{command.evidence_id}")


WORKERS = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})
ACTS = (
    Act(
        CiteEvidence, "引用他案证据", "cite evidence of another case", WORKERS, of_citing, cite, OPEN,
        (may_work,), rank=64,
    ),
    Act(
        WithdrawCitation, "撤回引用", "withdraw a citation", WORKERS, of_cited, withdraw, OPEN,
        (may_work,), rank=92, withheld=lambda case: all(one.origin is None for one in case.evidence),
    ),
)  # fmt: skip
