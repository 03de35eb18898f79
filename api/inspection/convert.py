"""An inspection → the desk's types, in the reader's language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from api.case.convert import receipt_of
from api.case.page import action_of
from api.case.types import CaseParty
from api.clocks import deadline_of
from api.inspection import types as gql
from api.inspection.acts import INSPECTION_ACTS
from api.names import Language, pick
from api.timeline import event_of
from casework.cases.parts import Recusal
from casework.cases.recuse import GROUNDS, answer_of, decided_by
from casework.cases.submitted import submitted
from casework.event_names import event_names
from casework.inspection.picked import Picked
from casework.inspection.state import (
    FOLLOWS,
    KINDS,
    STEPS,
    Bill,
    Cancelled,
    Change,
    Followed,
    Paper,
    Reply,
)
from casework.money import ZERO
from graph.cases.ties import reason_in_english
from graph.inspection.read import InspectionPage, InspectionRow

MUTATIONS = {act.command.__name__: act.name for act in INSPECTION_ACTS}


def row_of(row: InspectionRow, language: Language) -> gql.Inspection:
    """A row of the list."""
    return gql.Inspection(
        inspection_no=row.inspection_no,
        title=row.title,
        stage=row.stage.value,
        stage_title=pick(language, *STEPS[row.stage]),
        kind_title=pick(language, *KINDS[row.kind]),
        party_name=row.party_name,
        starts_on=date.fromisoformat(row.starts_on),
        officers=list(row.officers),
        papers=row.papers,
        unsigned=row.unsigned,
        amount=row.amount,
        case_no=row.case_no,
    )


def file_of(page: InspectionPage, language: Language) -> gql.InspectionFile:
    """The page."""
    state = page.state
    party, starts, ends = state.party, state.starts_on, state.ends_on
    if party is None or starts is None or ends is None:
        raise ValueError(f"检查 {state.inspection_no} 缺少通知 (an inspection without its notice)")
    notice = page.scans.get(state.notice_scan) if state.notice_scan else None
    return gql.InspectionFile(
        inspection_no=state.inspection_no,
        title=state.title,
        stage=state.stage.value,
        stage_title=pick(language, *STEPS[state.stage]),
        kind=state.kind.value,
        kind_title=pick(language, *KINDS[state.kind]),
        followed=[_followed(one, language) for one in state.followed],
        next_step=state.next_step.name if state.next_step else None,
        deadlines=[deadline_of(one, language) for one in page.deadlines],
        party=CaseParty(kind=party.kind, key=party.key, name=party.name),
        basis=state.basis,
        scope=state.scope,
        notice_no=state.notice_no,
        notice_scan=state.notice_scan,
        notice_scan_name=notice.name if notice else None,
        notice_scan_lost=notice is not None and notice.intact is False,
        starts_on=starts,
        ends_on=ends,
        officers=[
            gql.InspectionOfficer(
                name=one.hand.name,
                account="" if page.house else one.hand.account,
                certificate_no=one.certificate_no,
            )
            for one in state.officers
        ],
        changes=[_change(one) for one in state.changes],
        recusals=[_recusal(one, language) for one in state.recusals],
        undeclared=[one.name for one in state.undeclared],
        cancelled=_cancelled(state.cancelled) if state.cancelled else None,
        started_on=state.started_on,
        place=state.place,
        received_by=state.received_by,
        papers=[_paper(paper, page, language) for paper in state.papers],
        amount=state.amount,
        situation=state.situation,
        case_no=state.case_no,
        followers=[gql.InspectionFollower(case_no=no, title=title) for no, title in page.followers],
        version=state.version,
        timeline=[]
        if page.house
        else [event_of(event, language) for event in reversed(page.events)],
        next_actions=[action_of(action, language, MUTATIONS) for action in page.actions],
    )


def lines_of(
    bills: Sequence[Bill],
    picked: Picked | None,
    left_out: Collection[str],
    start: int,
    size: int,
) -> gql.PaperLines:
    """A page of a paper's lines, or of what is picked for one."""
    taken = [one for one in bills if one.bill not in left_out]
    return gql.PaperLines(
        rows=[
            gql.PaperLine(**vars(one), left_out=one.bill in left_out)
            for one in bills[start : start + size]
        ],
        total=len(bills),
        count=len(taken),
        summed=sum((one.counted for one in taken), ZERO),
        unknown=list(picked.unknown) if picked else [],
        elsewhere=list(picked.elsewhere) if picked else [],
    )


def _change(one: Change) -> gql.InspectionChange:
    officers = [f"{each.hand.name} {each.certificate_no}" for each in one.officers]
    return gql.InspectionChange(officers=officers, on=one.on, reason=one.reason)


def _followed(one: Followed, language: Language) -> gql.InspectionStep:
    title = pick(language, *event_names(FOLLOWS[one.step]))
    return gql.InspectionStep(
        title=title, on=one.on, document_no=one.document_no, note=one.note, by=one.by.signed
    )


def _recusal(one: Recusal, language: Language) -> gql.InspectionRecusal:
    who, answer = decided_by(one), answer_of(one)
    return gql.InspectionRecusal(
        recusal_id=one.recusal_id,
        name=one.officer.name,
        account=one.officer.account,
        ground=pick(language, *GROUNDS[one.ground]),
        reason=pick(language, one.reason, reason_in_english(one.reason))
        if one.suggested
        else one.reason,
        by_party=one.by_party,
        asked_by=pick(language, "系统提示", "the map") if one.suggested else one.by.name,
        answer=pick(language, answer.zh, answer.en),
        decided_by=pick(language, who.zh, who.en),
        granted=one.granted,
        of_head=one.of_head,
    )


def _cancelled(off: Cancelled) -> gql.InspectionCancelled:
    return gql.InspectionCancelled(
        on=off.on, reason=off.reason, document_no=off.document_no, by=off.by.signed
    )


def _reply(one: Reply) -> gql.PaperReply:
    return gql.PaperReply(
        agrees=one.agrees, text=one.text, by=one.by, post=one.post, on=one.on,
        own=one.files is not None,
    )  # fmt: skip


def _paper(paper: Paper, page: InspectionPage, language: Language) -> gql.InspectionPaper:
    sign, scans = paper.signature, page.scans
    about = [e for e in page.events if e.data.get("paper_id") == paper.paper_id]
    return gql.InspectionPaper(
        paper_id=paper.paper_id,
        problem=paper.problem,
        facts=paper.facts,
        law=paper.law,
        amount=paper.amount,
        bills=list(paper.bills),
        bill_count=len(paper.bills),
        finding_ids=list(paper.finding_ids),
        left_out=list(paper.left_out),
        typed=list(paper.typed),
        summed=paper.summed,
        amount_reason=paper.amount_reason,
        written_by=paper.written_by,
        written_at=paper.written_at,
        reply=_reply(paper.reply) if paper.reply else None,
        submitted=[receipt_of(one, language) for one in submitted(about)],
        signature=gql.PaperSignature(**vars(sign)) if sign else None,
        scan=paper.scan,
        scan_name=scans[paper.scan].name if paper.scan else None,
    )
