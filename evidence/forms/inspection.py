"""检查通知书 and 工作底稿: filled from the inspection, with places for reply, signatures and stamp."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.cases.parts import Recusal
from casework.cases.recuse import GROUNDS, answer_of, decided_by
from casework.cases.state import Officer
from casework.events import Json
from casework.inspection.state import Bill, InspectionState, Paper
from casework.money import ZERO
from evidence.dossier import formats
from evidence.dossier.typeset import Typeset, typeset


def notice(state: InspectionState, bureau: str, at: datetime) -> Typeset:
    """The notice that is handed over on site."""
    sheet: dict[str, Json] = {
        **_common(state, bureau),
        "basis": state.basis,
        "scope": state.scope,
        "from": formats.day(state.starts_on),
        "to": formats.day(state.ends_on),
        "officers": _officers(state),
        # Who were its officers before: the institution was told of them, and is told that they go.
        "changes": _changes(state),
        "made": formats.formal_day(at),
    }
    return typeset("inspection_notice", sheet, at)


def _changes(state: InspectionState) -> Json:
    """Each change: since when, from whom, to whom."""
    after = [*(one.officers for one in state.changes[1:]), state.officers]
    return [
        {"on": formats.day(one.on), "from": _names(one.officers), "to": _names(now)}
        for one, now in zip(state.changes, after, strict=False)
    ]


def _names(officers: Sequence[Officer]) -> str:
    return "、".join(one.hand.name for one in officers)


def cancellation(state: InspectionState, bureau: str, at: datetime) -> Typeset:
    """The notice that the inspection is called off. Raises ValueError while it is not."""
    off = state.cancelled
    if off is None:
        raise ValueError(f"检查 {state.inspection_no} 未撤销 (an inspection that stands)")
    sheet = {
        **_common(state, bureau),
        "document_no": off.document_no,
        "reason": off.reason,
        "begun": formats.day(state.started_on) if state.started_on else "",
        "made": formats.formal_day(off.on),
    }
    return typeset("inspection_cancelled", sheet, at)


def recusals(state: InspectionState, bureau: str, at: datetime) -> Typeset:
    """The approval form of the recusals of an inspection (回避审批表)."""
    sheet = {**_common(state, bureau), "recusals": [_recusal(one) for one in state.recusals]}
    return typeset("inspection_recusals", sheet, at)


def _recusal(one: Recusal) -> Json:
    return {
        "number": one.recusal_id,
        "name": one.officer.name,
        "ground": GROUNDS[one.ground][0],
        "reason": one.reason,
        "asked": f"{'当事人申请，' if one.by_party else ''}{one.by.signed}登记",
        "on": formats.day(one.on) if one.on else "",
        "answer": answer_of(one).zh,
        "decider": decided_by(one).zh,
        "decision": "" if one.granted is None else "同意回避" if one.granted else "不予回避",
        "reasons": one.reasons,
        "signed": one.decided_by.signed if one.decided_by else "",
        "decided_on": formats.day(one.decided_on) if one.decided_on else "",
    }


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


def paper_of(state: InspectionState, what: str, bureau: str, at: datetime) -> Typeset | None:
    """`notice`, `cancellation`, `recusals`, all `papers`, or one by its number; None where there is none."""
    if what == "notice":
        return notice(state, bureau, at)
    if what == "cancellation":
        return cancellation(state, bureau, at) if state.cancelled else None
    if what == "recusals":
        return recusals(state, bureau, at) if state.recusals else None
    wanted = [one for one in state.papers if what in ("papers", one.paper_id)]
    return working_papers(state, wanted, bureau, at) if wanted else None


def _common(state: InspectionState, bureau: str) -> dict[str, Json]:
    party = state.party
    return {
        "bureau": bureau,
        # The agency inspects under its agreement: its papers claim no power of the penalty procedure.
        "agency": state.of_agency,
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
        "rows": [_row(n, one) for n, one in enumerate(paper.picked, 1)] if paper.picked else None,
        "summed": f"{paper.summed or ZERO:,.2f}",
        "differs": paper.summed is not None and paper.summed != paper.amount,
        "reason": paper.amount_reason,
        "written_by": paper.written_by,
        "written_on": formats.day(paper.written_at),
        "reply": None
        if reply is None
        else {
            "agrees": reply.agrees, "text": reply.text, "by": reply.by, "post": reply.post,
            "on": formats.day(reply.on),
            # Sent on its page: its files by their hash, and where it stands in the chain.
            "receipt": reply.receipt,
            "files": [[one.name, one.sha256] for one in reply.files or ()],
        },
        "refused": None
        if sign is None or sign.how != "refused_to_sign"
        else {
            "witness": sign.witness, "unit": sign.witness_unit, "what": sign.what_happened,
            "on": formats.day(sign.signed_on),
        },
    }  # fmt: skip


def _row(place: int, one: Bill) -> Json:
    """A line as the table has it; of a number that the claims do not have nothing more is known."""
    if not one.known:
        return [str(place), one.bill, "", "", "", "", "", "结算数据中无此编号"]
    note = f"已计入 {one.in_paper}" if one.in_paper else ""
    return [
        str(place), one.bill, formats.day(one.on) if one.on else "", one.who, one.item,
        f"{one.amount:,.2f}", f"{one.counted:,.2f}", note,
    ]  # fmt: skip
