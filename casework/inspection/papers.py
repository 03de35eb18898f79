"""Working papers: write, record the reply, have them signed or record the refusal."""

from dataclasses import asdict
from decimal import Decimal

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.cases.guards import two_officers
from casework.clocks.calendars import local_date
from casework.commands.case import SignatureHow
from casework.commands.inspection import (
    AttachScan,
    ReplyPaper,
    SignPaper,
    WritePaper,
)
from casework.custody.scans import ANEW, Wanted, former, free_scan, replaced, serves
from casework.events import Draft
from casework.inspection.inspect import is_inspector
from casework.inspection.picked import Picked, choice_of, chosen, numbers
from casework.inspection.state import InspectionState, Paper, Step
from casework.inspection.streams import inspection_stream, of_scan
from casework.money import yuan
from casework.refusal import refuse


def write(ask: Ask[WritePaper, InspectionState]) -> list[Draft]:
    """PaperWritten: a new one, or an earlier one anew, whose reply and signature then fall."""
    c, state = ask.command, ask.state
    required(problem=c.problem, facts=c.facts, law=c.law)
    if c.paper_id is not None:
        known = paper_of(state, c.paper_id)
        if known.signature is not None and known.signature.how == SignatureHow.SIGNED:
            raise refuse("ALREADY_DONE")
    picked = chosen(choice_of(c), state)
    told = {
        "problem": c.problem,
        "facts": c.facts,
        "law": c.law,
        "amount": _amount(c, picked),
        "bills": [one.bill for one in picked.bills],
        "picked": [asdict(one) for one in picked.bills],
        "finding_ids": c.finding_ids,
        "left_out": c.left_out,
        "typed": numbers(c.bills),
        "summed": picked.summed,
        "amount_reason": c.amount_reason.strip(),
    }
    number = c.paper_id or f"D{len(state.papers) + 1}"
    return [draft(state.stream, "PaperWritten", paper_id=number, **told)]


def _amount(c: WritePaper, picked: Picked) -> Decimal:
    """The sum of what was picked, or what the officers say and why; of a bill that nobody delivered there is no sum."""
    if c.amount is None:
        if picked.unknown:
            raise refuse("BILL_UNKNOWN", number=", ".join(picked.unknown[:5]))
        return picked.summed
    amount = yuan(c.amount)
    if amount != picked.summed and not c.amount_reason.strip():
        raise refuse("PAPER_AMOUNT", have=picked.summed, given=amount)
    return amount


def reply(ask: Ask[ReplyPaper, InspectionState]) -> list[Draft]:
    """PaperReplied: what the institution says, before it signs."""
    c = ask.command
    paper = paper_of(ask.state, c.paper_id)
    required(text=c.reply, name=c.replied_by)
    if paper.signature is not None:
        raise refuse("ALREADY_DONE")
    if paper.reply is not None and paper.reply.files is not None:
        raise refuse("REPLIED_ITSELF")
    if c.replied_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="答复日期不得晚于今天", what_en="replied no later than today"
        )
    written = local_date(paper.written_at)
    if c.replied_on < written:
        raise refuse(
            "DATE_ORDER", what=f"答复日期不得早于底稿出具之日（{written}）",
            what_en=f"nobody replies before the paper is written ({written})",
        )  # fmt: skip
    told = {"agrees": c.agrees, "reply": c.reply, "replied_by": c.replied_by, "post": c.post}
    event = draft(
        ask.state.stream, "PaperReplied", paper_id=c.paper_id, replied_on=c.replied_on, **told
    )
    return [event]


def sign(ask: Ask[SignPaper, InspectionState]) -> list[Draft]:
    """PaperSigned, after a reply; or refused before a witness who is no officer (处罚法 55)."""
    c, state = ask.command, ask.state
    paper = paper_of(state, c.paper_id)
    if paper.signature is not None:
        raise refuse("ALREADY_DONE")
    if c.signed_on > local_date(ask.at):
        raise refuse(
            "DATE_ORDER", what="签字日期不得晚于今天", what_en="signed no later than today"
        )
    since = paper.reply.on if paper.reply else local_date(paper.written_at)
    if c.signed_on < since:
        raise refuse(
            "DATE_ORDER", what=f"签字、拒签日期不得早于底稿出具、答复之日（{since}）",
            what_en=f"it is signed, or refused, no earlier than it was written and replied to ({since})",
        )  # fmt: skip
    if c.how is SignatureHow.SIGNED:
        required(name=c.signer)
        if paper.reply is None:
            raise refuse("STEP_MISSING", step="被检查机构答复", step_en="the institution's reply")
    else:
        required(witness=c.witness, text=c.what_happened)
        if any(officer.hand.name == c.witness.strip() for officer in state.officers):
            raise refuse("WITNESS_IS_OFFICER", name=c.witness)
    signed = draft(
        state.stream,
        "PaperSigned",
        paper_id=c.paper_id,
        how=c.how,
        signed_on=c.signed_on,
        signer=c.signer,
        witness=c.witness,
        witness_unit=c.witness_unit,
        what_happened=c.what_happened,
    )
    return [signed, *(_scan(ask, paper, c.evidence_id, "") if c.evidence_id else [])]


def attach(ask: Ask[AttachScan, InspectionState]) -> list[Draft]:
    """ScanAttached to a paper that was signed, or refused, before."""
    c = ask.command
    paper = paper_of(ask.state, c.paper_id)
    if paper.signature is None:
        raise refuse("STEP_MISSING", step="签字或记录拒签", step_en="signature or its refusal")
    return _scan(ask, paper, c.evidence_id, c.reason)


def _scan(
    ask: Ask[SignPaper, InspectionState] | Ask[AttachScan, InspectionState],
    paper: Paper,
    evidence_id: str,
    reason: str,
) -> list[Draft]:
    state = ask.state
    wanted = Wanted(state.title_of(paper), paper.scan, ANEW, reason)
    item = free_scan(ask.states, evidence_id, wanted, state.papers_of_scans)
    told = {"paper_id": paper.paper_id, "evidence_id": evidence_id, "sha256": item.sha256}
    kept = draft(state.stream, "ScanAttached", **told, **former(wanted))
    return [kept, *replaced(wanted, evidence_id), serves(evidence_id, wanted.paper)]


def paper_of(state: InspectionState, paper_id: str) -> Paper:
    """A paper of this inspection. Refuses NOT_FOUND."""
    paper = state.paper(paper_id)
    if paper is None:
        raise refuse("NOT_FOUND", what=f"底稿 {paper_id}", what_en=f"paper {paper_id}")
    return paper


INSPECTOR = frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER})
ON_SITE = frozenset({Step.ON_SITE})
#: What one officer alone writes on site proves nothing (条例 29).
GUARDS = (is_inspector, two_officers)
ACTS = (
    Act(
        WritePaper, "填写工作底稿", "write a working paper", INSPECTOR, inspection_stream, write,
        ON_SITE, GUARDS, rank=20,
    ),
    Act(
        ReplyPaper, "记录机构答复", "record the reply", INSPECTOR, inspection_stream, reply,
        ON_SITE, GUARDS, rank=60,
    ),
    Act(
        SignPaper, "签字盖章或拒签", "signature or refusal", INSPECTOR, of_scan, sign, ON_SITE,
        GUARDS, rank=61,
    ),
    Act(
        AttachScan, "附入签字扫描件", "attach the scan", INSPECTOR, of_scan, attach, ON_SITE,
        GUARDS, rank=62,
    ),
)  # fmt: skip
