"""Which paper of a case each of its scans is: forms, receipts, records, answers; one item, one paper."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Ask, StreamsOf, draft
from casework.cases.guards import is_officer, own_evidence
from casework.cases.parts import Service, Transfer
from casework.cases.rests import admitted
from casework.cases.served import NAMES
from casework.cases.state import CaseState
from casework.custody.attached import attached
from casework.custody.scans import Wanted, former, free_scan, of_another, replaced, still_bare
from casework.custody.state import EvidenceState, Serves
from casework.documents.catalogue import form_of
from casework.documents.state import Issued
from casework.events import Draft
from casework.interview.state import Interview, VisitList
from casework.refusal import refuse

WITHDRAWAL: Final = "withdrawal"
ABSENCE: Final = "absence"
#: What a party signs beside the forms, those who saw that it stayed away, and what others write.
PARTY_PAPERS: Final = {
    WITHDRAWAL: ("撤回听证申请书", "withdrawal of the request for a hearing"),
    ABSENCE: (
        "当事人未出席（中途退出）听证的记录",
        "record of the party's absence from the hearing",
    ),
    "defence": ("陈述申辩材料", "statement and defence"),
    "rectification": ("整改报告", "report of what was put right"),
    "hearing_request": (
        "听证申请书或者口头申请笔录",
        "request for a hearing, or the record of one by word of mouth",
    ),
    "instalment_request": (
        "延期、分期缴纳申请书或者口头申请笔录",
        "request to pay later or in parts, or the record of one by word of mouth",
    ),
    "remedy": (
        "复议受理通知书或者应诉通知书",
        "notice that the review was accepted, or that the bureau is sued",
    ),
    "remedy_end": (
        "复议决定书、判决书或者裁定书",
        "decision of the review, judgment or ruling",
    ),
    "execution_stop": ("停止执行通知书或者裁定书", "order that execution stops"),
    "execution_on": ("恢复执行通知书或者裁定书", "order that execution goes on"),
    "annulment": ("撤销决定的文书", "paper that annuls the decision"),
    "court_ruling": ("法院对强制执行申请的裁定书", "court's ruling upon the application"),
    "police_receipt": ("公安机关的移送回执", "receipt of the police"),
    "police_answer": (
        "公安机关立案（不予立案）通知书",
        "notice of the police that they filed the case, or did not",
    ),
    "police_review": ("公安机关复议决定书", "answer of the police to the objection"),
    "referral_return": (
        "公安机关、人民检察院、人民法院退回案件的文书（撤销案件、不起诉决定书，判决书等）",
        "paper on which the police, the procuratorate or the court let the case go",
    ),
    "supervision": ("人民检察院立案监督结果文书", "paper on what came of the supervision"),
    "items_receipt": ("涉案物品接收清单（回执）", "receipt of the items"),
    "jurisdiction": ("管辖协商一致的书面文件", "paper on which the bureaus agreed"),
    "agreement_over": (
        "服务协议终止、解除或者到期不续签的文书",
        "paper on which the agreement ended or was not renewed",
    ),
    "institution_gone": (
        "机构注销、吊销或者关停的证明文书",
        "paper that shows that the institution was deregistered or closed down",
    ),
    "designation": ("指定管辖决定书", "designation of the upper bureau"),
}


def scans_of(case: CaseState) -> Iterator[tuple[str, Serves]]:
    """Every scan of a paper of the case, with the paper. A void form gives its scan free."""
    for form in case.forms:
        if form.signed and not form.void:
            yield form.signed, form_paper(case, form)
    for service in case.services:
        if service.receipt:
            yield service.receipt, receipt_paper(case, service)
        if service.consent:
            yield service.consent, consent_paper(case)
    seen: Counter[str] = Counter()
    for what, scan in case.party_papers:
        seen[what] += 1
        yield scan, party_paper(case, what, seen[what])
    yield from ((t.document, answer_paper(case, t)) for t in case.transfers if t.document)
    yield from ((i.evidence_id, talk_paper(case, i)) for i in case.interviews if i.evidence_id)
    for listed in case.visit_lists:
        for nth, visit in enumerate(listed.visits):
            if visit.evidence_id:
                yield visit.evidence_id, visit_paper(case, listed, visit.psn_no, nth)


def of_procedure(case: CaseState) -> set[str]:
    """Scans of papers that show no fact of the case: signed forms, receipts, answers.

    Records of what was seen, said and found do: interviews, home visits, the record of the scene.
    """
    said = {one.evidence_id for one in case.interviews}
    said |= {visit.evidence_id for listed in case.visit_lists for visit in listed.visits}
    said |= {one.signed for one in case.forms if one.signed and form_of(one.form_id).proves}
    return {evidence_id for evidence_id, _ in scans_of(case)} - said


def case_scan(ask: Ask[Any, CaseState], evidence_id: str, wanted: Wanted) -> None:
    """The item is evidence of the case, and the scan of no other paper; see `free_scan` for refusals."""
    case = ask.state
    if wanted.stands not in (None, evidence_id):
        still_bare(ask.states, wanted)
    admitted(case, (evidence_id,))
    free_scan(ask.states, evidence_id, wanted, scans_of(case), case.case_no)


def tied(
    ask: Ask[Any, CaseState], evidence_id: str, wanted: Wanted, event: str, /, **data: object
) -> list[Draft]:
    """The paper's own `event` with its scan; one rule for forms, receipts and signed records.

    Where it takes the place of another, which stays in the vault, ScanReplaced says so in that one's
    chain, and it may come in with the act itself: a case that is over takes no new evidence, yet what
    is bound is bound again with a supplement. Refuses as `case_scan`, NOT_AN_OFFICER.
    """
    case = ask.state
    item = comes_in(ask, evidence_id, wanted)
    if item is None:
        case_scan(ask, evidence_id, wanted)
        first: list[Draft] = []
    else:
        if not ask.actor.holds(Role.AGENCY_OFFICER):
            is_officer(case, ask.actor, ask.at)
        free_scan(ask.states, evidence_id, wanted, scans_of(case), item.case_no)
        proves = f"{wanted.paper.zh}（更换件）"
        first = attached(case.case_no, evidence_id, item, proves)
    own = draft(case.stream, event, **data, **former(wanted))
    return [*first, own, *replaced(wanted, evidence_id)]


def comes_in(ask: Ask[Any, CaseState], evidence_id: str, wanted: Wanted) -> EvidenceState | None:
    """The item, where it is to take the place of a scan of the case and is not in the case yet."""
    case = ask.state
    known = any(one.evidence_id == evidence_id for one in case.evidence)
    if known or wanted.stands is None or not wanted.reason.strip():
        return None
    item: EvidenceState = ask.states[f"evidence:{evidence_id}"]
    return item if item.version and item.case_no in (None, case.case_no) else None


def of_its_own(case: CaseState, evidence_id: str, paper: Serves) -> None:
    """Evidence of the case that is the scan of no other of its papers. Refuses NOT_FOUND, SCAN_TAKEN."""
    own_evidence(case, (evidence_id,))
    cited = next((o for o in case.evidence if o.evidence_id == evidence_id and o.origin), None)
    if cited is not None and cited.origin is not None:
        raise refuse("EVIDENCE_ELSEWHERE", evidence_id=evidence_id, other=cited.origin.case_no)
    of_another(None, evidence_id, paper, scans_of(case))


def with_scan(base: StreamsOf, field: str) -> StreamsOf:
    """The streams of an act whose command names a scan in `field`, and that scan's own."""

    def streams(command: Any, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
        scan = getattr(command, field)
        found = base(command, actor, states)
        return (*found, f"evidence:{scan}") if scan else found

    return streams


def form_paper(case: CaseState, form: Issued) -> Serves:
    """An issued form, by its number."""
    title, which = form_of(form.form_id), form.number or form.issue_id
    key = f"{case.stream}/form:{form.issue_id}"
    return Serves(key, f"{title.zh} {which}", f"{title.en} {which}")


def receipt_paper(case: CaseState, service: Service) -> Serves:
    """The receipt of a service: it lists whatever was handed over on that day in that way."""
    (zh, en), on = NAMES[service.served], service.on.isoformat()
    key = f"{case.stream}/receipt:{on}:{service.way}"
    return Serves(key, f"{on} 送达{zh}的送达回证", f"receipt of {en} served on {on}")


def consent_paper(case: CaseState) -> Serves:
    """The consent to electronic service: it holds for every later service of the case."""
    return Serves(f"{case.stream}/consent", "电子送达同意书", "consent to electronic service")


def party_paper(case: CaseState, what: str, nth: int) -> Serves:
    """The `nth` statement and defence, or report of what was put right, that the party signed."""
    zh, en = PARTY_PAPERS[what]
    return Serves(f"{case.stream}/{what}:{nth}", f"{zh}（第 {nth} 份）", f"{en} no. {nth}")


def next_party_paper(case: CaseState, what: str) -> Wanted:
    """The paper of that kind that comes next: each time the party signs another one."""
    before = sum(1 for one, _ in case.party_papers if one == what)
    return Wanted(party_paper(case, what, before + 1))


def answer_paper(case: CaseState, sent: Transfer) -> Serves:
    """What another body answered to a transfer."""
    number = sent.document_no
    key = f"{case.stream}/answer:{number}"
    return Serves(key, f"移送函 {number} 的答复", f"answer to the transfer {number}")


def talk_paper(case: CaseState, one: Interview) -> Serves:
    """The signed record of an interview."""
    key, number = f"{case.stream}/interview:{one.interview_id}", one.interview_id
    return Serves(key, f"询问笔录 {number}", f"record of interview {number}")


def visit_paper(case: CaseState, listed: VisitList, psn_no: str, nth: int) -> Serves:
    """The signed record of the `nth` visit of a list."""
    who = next((one.who for one in listed.people if one.psn_no == psn_no), "")
    key, number = f"{case.stream}/visit:{listed.list_id}:{nth}", listed.list_id
    return Serves(key, f"入户走访记录 {number} {who}", f"record of home visit {number} {who}")
