"""检查通知书 and 工作底稿: filled from the inspection, with places for reply, signatures and stamp."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.events import Json
from casework.inspection.state import InspectionState, Paper
from evidence.dossier import formats
from evidence.dossier.typeset import Typeset, typeset


def notice(state: InspectionState, bureau: str, at: datetime) -> Typeset:
    """The notice that is handed over on site."""
    sheet = {
        **_common(state, bureau),
        "basis": state.basis,
        "scope": state.scope,
        "from": formats.day(state.starts_on),
        "to": formats.day(state.ends_on),
        "officers": _officers(state),
        "made": formats.formal_day(at),
    }
    return typeset("inspection_notice", sheet, at)


def working_papers(
    state: InspectionState, papers: Sequence[Paper], bureau: str, at: datetime
) -> Typeset:
    """One or more working papers, each on a page of its own."""
    sheet = {
        **_common(state, bureau),
        "place": state.place,
        "started": formats.day(state.started_on) if state.started_on else "",
        "officers": _officers(state),
        "papers": [_paper(paper) for paper in papers],
    }
    return typeset("working_paper", sheet, at)


def _common(state: InspectionState, bureau: str) -> dict[str, Json]:
    party = state.party
    return {
        "bureau": bureau,
        "case_no": state.inspection_no,
        "title": state.title,
        "profile": "",
        "notice_no": state.notice_no,
        "party": {"name": party.name if party else "", "code": party.key if party else ""},
    }


def _officers(state: InspectionState) -> Json:
    return [
        {"name": officer.hand.name, "certificate_no": officer.certificate_no}
        for officer in state.officers
    ]


def _paper(paper: Paper) -> Json:
    reply, sign = paper.reply, paper.signature
    return {
        "number": paper.paper_id,
        "problem": paper.problem,
        "facts": paper.facts,
        "law": paper.law,
        "amount": formats.money(paper.amount),
        "capitals": formats.capitals(paper.amount),
        "bills": list(paper.bills),
        "written_by": paper.written_by,
        "written_on": formats.day(paper.written_at),
        "reply": None
        if reply is None
        else {
            "agrees": reply.agrees, "text": reply.text, "by": reply.by, "post": reply.post,
            "on": formats.day(reply.on),
        },
        "refused": None
        if sign is None or sign.how != "refused_to_sign"
        else {
            "witness": sign.witness, "unit": sign.witness_unit, "what": sign.what_happened,
            "on": formats.day(sign.signed_on),
        },
    }  # fmt: skip
