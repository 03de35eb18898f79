"""Attach findings, rings, evidence and pictures to a case."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import own_evidence
from casework.cases.open import finding_json, sent, unique
from casework.cases.stages import INVESTIGATING, OPEN_HANDLING, TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_evidence, of_findings, of_ring
from casework.commands.case import (
    AttachEvidence,
    AttachFindings,
    AttachPicture,
    AttachRing,
    ProtectReporter,
)
from casework.custody.attached import attached
from casework.custody.state import EvidenceState
from casework.documents.late import papers_only
from casework.events import Draft
from casework.refusal import refuse

OPEN = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING, *OPEN_HANDLING})
#: A picture stands in the case's chain and travels with its dossier.
MOST_BYTES = 400_000
WORKERS = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})


def may_work(case: CaseState, actor: Actor, at: datetime) -> None:
    """Before officers are named anyone of the bureau may add; afterwards only they may."""
    outsider = not any(officer.hand.is_actor(actor) for officer in case.officers)
    if case.officers and actor.holds(Role.INSPECTOR) and outsider:
        raise refuse("NOT_AN_OFFICER", case_no=case.case_no)


def findings(ask: Ask[AttachFindings, CaseState]) -> list[Draft]:
    """FindingsAttached with the new ones among them."""
    known = {f.finding_id for f in ask.state.findings}
    new = [f for f in unique(ask.command.findings) if f.finding_id not in known]
    if not new:
        raise refuse("ALREADY_DONE")
    event = draft(
        ask.state.stream,
        "FindingsAttached",
        findings=[finding_json(f, ask.state.party) for f in new],
    )
    return [event, *sent(ask.state.case_no, new, ())]


def ring(ask: Ask[AttachRing, CaseState]) -> list[Draft]:
    """RingAttached."""
    c = ask.command
    if c.ring_id in ask.state.ring_ids:
        raise refuse("ALREADY_DONE")
    event = draft(ask.state.stream, "RingAttached", ring_id=c.ring_id, note=c.note)
    return [event, *sent(ask.state.case_no, (), (c.ring_id,))]


def evidence(ask: Ask[AttachEvidence, CaseState]) -> list[Draft]:
    """EvidenceAttached in the case, and in the item's custody chain."""
    c, case = ask.command, ask.state
    required(proves=c.proves)
    item: EvidenceState = ask.states[f"evidence:{c.evidence_id}"]
    if not item.version:
        raise refuse(
            "NOT_FOUND", what=f"证据 {c.evidence_id}", what_en=f"evidence item {c.evidence_id}"
        )
    if item.case_no is not None and item.case_no != case.case_no:
        raise refuse("EVIDENCE_ELSEWHERE", evidence_id=c.evidence_id, other=item.case_no)
    if any(known.evidence_id == c.evidence_id for known in case.evidence):
        raise refuse("ALREADY_DONE")
    reporter = {"from_reporter": True} if c.from_reporter else {}
    return attached(case.case_no, c.evidence_id, item, c.proves, **reporter)


def protect(ask: Ask[ProtectReporter, CaseState]) -> list[Draft]:
    """ReporterProtected: from now on the item stays inside the bureau, and in the 副卷."""
    c, case = ask.command, ask.state
    own_evidence(case, (c.evidence_id,))
    if any(one.reporter for one in case.evidence if one.evidence_id == c.evidence_id):
        raise refuse("ALREADY_DONE")
    item: EvidenceState = ask.states[f"evidence:{c.evidence_id}"]
    return [
        draft(f"case:{one}", "ReporterProtected", evidence_id=c.evidence_id)
        for one in dict.fromkeys((case.case_no, *_listing(item)))
    ]


def _listing(item: EvidenceState) -> tuple[str, ...]:
    """Cases whose lists name it: its own, and those that cite it."""
    return (*((item.case_no,) if item.case_no else ()), *item.cited_by)


def of_protecting(
    command: ProtectReporter, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, the item, and every other case that lists it."""
    stream = f"evidence:{command.evidence_id}"
    item = states.get(stream)
    others = (f"case:{one}" for one in _listing(item)) if item is not None else ()
    return (f"case:{command.case_no}", stream, *others)


def _unprotected(case: CaseState, actor: Actor, at: datetime) -> None:
    """Some item may still have to be marked."""
    if all(item.reporter for item in case.evidence):
        raise refuse("STEP_MISSING", step="附入证据", step_en="an attached item of evidence")


def picture(ask: Ask[AttachPicture, CaseState]) -> list[Draft]:
    """PictureAttached: a saved investigation of the graph, kept as it is now."""
    c = ask.command
    required(title=c.title)
    if len(c.content.encode()) > MOST_BYTES:
        most = f"{MOST_BYTES // 1000} KB"
        raise refuse(
            "BAD_VALUE",
            field="图面",
            field_en="the picture",
            why=f"超过 {most}，请精简后另存再附入",
            why_en=f"larger than {most}; make it smaller, save it and attach that",
        )
    data = {"investigation_id": c.investigation_id, "title": c.title, "content": c.content}
    return [draft(ask.state.stream, "PictureAttached", **data)]


def _act(command: type, zh: str, en: str, streams: object, answer: object, rank: int) -> Act:
    return Act(
        command=command,
        zh=zh,
        en=en,
        roles=WORKERS,
        streams=streams,  # type: ignore[arg-type]  # each answers to its own command
        answer=answer,  # type: ignore[arg-type]
        stages=OPEN,
        guards=(may_work,),
        rank=rank,
    )


#: A suspended case waits for something: an answer, an appraisal. What arrives is taken in, no other
#: step is taken. Receipts, vouchers and reports of what was put right come after the decision; the
#: signed approval of the closing comes after the end.
RECEIVING = OPEN | {Stage.SUSPENDED}
SIGNABLE = RECEIVING | {
    Stage.EXECUTION, Stage.NO_PENALTY, Stage.HANDLING_EXECUTION, Stage.REFERRED
}  # fmt: skip
LATE = SIGNABLE | TERMINAL
ATTACH_EVIDENCE = replace(
    _act(AttachEvidence, "附入证据", "attach evidence", of_evidence, evidence, 60),
    stages=LATE,
    guards=(may_work, papers_only),
)
ACTS = (
    _act(AttachFindings, "并入疑点", "attach findings", of_findings, findings, 61),
    _act(AttachRing, "并入疑似团伙", "attach a ring", of_ring, ring, 62),
    ATTACH_EVIDENCE,
    # At any stage: protection must not wait for a case to be open.
    Act(
        ProtectReporter,
        "标记为举报材料",
        "mark as the reporter's",
        WORKERS,
        of_protecting,
        protect,
        guards=(may_work, _unprotected),
        rank=91,
    ),
    _act(AttachPicture, "附入关系图", "attach a picture", case_stream, picture, 63),
)
