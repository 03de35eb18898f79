"""Issue a form, void it, attach the signed paper."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from casework.actors import AGENCY, BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.announce import announced_as
from casework.cases.collect import demand_missing
from casework.cases.correct import unserved
from casework.cases.guards import owed
from casework.cases.place import own_county
from casework.cases.public_text import public_first
from casework.cases.receipt import all_else_done
from casework.cases.stages import TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream, of_penal
from casework.commands.case import Path
from casework.commands.documents import IssueForm, SignForm, VoidForm
from casework.custody.scans import ANEW, Wanted, with_scans
from casework.documents.about import about_of
from casework.documents.catalogue import Form, form_of
from casework.documents.due import FILING, REPORT, filing_gap, report_due, unsigned
from casework.documents.effect import (
    Need,
    Paper,
    notice_forms,
    papers,
    performance_papers,
    public_papers,
    spot_papers,
)
from casework.documents.handed import ANSWER, HOLD_END, paper_of, waits_since
from casework.documents.heard import hearing_papers
from casework.documents.late import awaited
from casework.documents.letter import letter_waits
from casework.documents.needs import missing_of, transfer_of
from casework.documents.records import LETTERS
from casework.documents.records import leads as _record_waits
from casework.documents.records import names as record_named
from casework.documents.scans import form_paper, tied
from casework.documents.serve import (
    correction_of,
    demand_of,
    handling_notice_of,
    handling_of,
    hearing_notice_of,
    notice_of,
    performance_of,
    spot_report_of,
)
from casework.documents.state import Issued
from casework.documents.titles import title_now, titled_of
from casework.events import Draft
from casework.refusal import refuse

#: Forms that bear the number of the case's decision.
DECISIONS = frozenset({"decision", "no_penalty", "handling_decision", "no_handling"})
#: Whoever writes for the case: its officers, and those who review, discuss and decide it.
WRITERS = frozenset({Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.HEAD})
#: With the agency, whose papers those of a handling under the agreement are (条例 13).
ISSUERS = WRITERS | {Role.AGENCY_OFFICER}
#: Who reviews and decides a case may take back its papers, whoever issued them.
LEADERS = WRITERS - {Role.INSPECTOR}


def issue(ask: Ask[IssueForm, CaseState]) -> list[Draft]:
    """FormIssued with its number; the print shows the case as it stood before."""
    c, case = ask.command, ask.state
    form = form_of(c.form_id)
    if form.of != "case":
        raise refuse(
            "BAD_VALUE", field="文书种类", field_en="form", why="该文书不由案件出具",
            why_en="that form is not filled from a case",
        )  # fmt: skip
    if form.id in notice_forms():
        own_county(case, ask.actor, ask.at)
    lacking = missing_of(form, case)
    if lacking:
        raise refuse("STEP_MISSING", step=lacking[0], step_en=lacking[1])
    decided = form.id in DECISIONS and case.decision is not None
    number = case.decision.decision_no if decided and case.decision else c.number
    if form.id == "performance_decision" and case.performance is not None:
        number = case.performance.decision_no
    if form.id in LETTERS:
        sent = transfer_of(case, form.id)
        number = sent.document_no if sent else number
    if form.series and (not number or c.serial is None or c.year is None):
        raise refuse("FIELD_REQUIRED", field="文书编号", field_en="number of the document")
    issue_id = f"W{len(case.forms) + 1}"
    about, titled = about_of(case, form.id), titled_of(case, form)
    series = {"series": form.series, "serial": c.serial, "year": c.year} if form.series else {}
    return [
        draft(
            case.stream,
            "FormIssued",
            issue_id=issue_id,
            form_id=form.id,
            number=number,
            template=c.template,
            remarks=c.remarks,
            **series,
            **({"about": about} if about else {}),
            **({"titled": titled} if titled else {}),
        )
    ]


def void(ask: Ask[VoidForm, CaseState]) -> list[Draft]:
    """FormVoided: the paper counts no more, its number stays taken. Refuses LETTER_SENT, PAPER_SERVED.

    AnnouncementEnded with it, where it was being announced: a void paper is served on nobody.
    """
    c, case = ask.command, ask.state
    required(reason=c.reason)
    form = issued_in(case, c.issue_id)
    if form.void:
        raise refuse("ALREADY_DONE")
    if not may_void(case, form, ask.actor):
        raise refuse("NOT_AN_OFFICER", case_no=case.case_no)
    _in_effect(case, form)
    if form.issue_id in case.letters_sent:
        raise refuse("LETTER_SENT", number=form.number)
    if any(one.issue_id == form.issue_id for one in case.services):
        title = form.title
        raise refuse(
            "PAPER_SERVED", title=title.zh, title_en=title.en, number=form.number or form.issue_id
        )
    gone = draft(case.stream, "FormVoided", issue_id=c.issue_id, reason=c.reason)
    served = announced_as(case, form)
    if served is None:
        return [gone]
    return [gone, draft(case.stream, "AnnouncementEnded", served=served, reason=c.reason)]


def sign(ask: Ask[SignForm, CaseState]) -> list[Draft]:
    """FormSigned with the scan, which must be evidence of this very case; ScanReplaced for a wrong one.

    Refuses FORM_VOID, and as `tied` does.
    """
    c, case = ask.command, ask.state
    form = issued_in(case, c.issue_id)
    if form.void:
        raise refuse("FORM_VOID", number=form.number or form.issue_id)
    wanted = Wanted(form_paper(case, form), form.signed or None, ANEW, c.reason)
    said = {"number": form.number} if form.number else {}
    if form.titled:
        said["titled"] = form.titled
    data = {"issue_id": c.issue_id, "evidence_id": c.evidence_id, "form_id": form.form_id, **said}
    return tied(ask, c.evidence_id, wanted, "FormSigned", **data)


def _in_effect(case: CaseState, form: Issued) -> None:
    """Refuse PAPER_IN_EFFECT for a paper that gave a served decision its effect, whichever scan shows it."""
    scans = {form.signed, *(one.scan for one in case.replaced if one.issue_id == form.issue_id)}
    if scans & set(case.effect):
        title = form.title
        raise refuse("PAPER_IN_EFFECT", title=title.zh, title_en=title.en)


def issued_in(case: CaseState, issue_id: str) -> Issued:
    """An issued form of the case; refuses NOT_FOUND."""
    for form in case.forms:
        if form.issue_id == issue_id:
            return form
    raise refuse("NOT_FOUND", what=f"文书 {issue_id}", what_en=f"form {issue_id}")


def may_issue(case: CaseState, actor: Actor) -> bool:
    """Whether the reader issues papers of this case; the agency none of the penalty procedure."""
    return actor.holds(*(ISSUERS if case.path is Path.AGREEMENT else WRITERS))


def may_void(case: CaseState, form: Issued, actor: Actor) -> bool:
    """Whether the reader takes back a paper: whoever issued it, the case's officers, and those above them.

    A handling under the agreement has no officers: its papers are any agency officer's.
    """
    of_path = LEADERS | (AGENCY if case.path is Path.AGREEMENT else set())
    in_charge = any(officer.hand.is_actor(actor) for officer in case.officers)
    return in_charge or form.by.is_actor(actor) or actor.holds(*of_path)


def _some_to_void(case: CaseState, actor: Actor, at: datetime) -> None:
    _any_issued(case, actor, at)
    if not any(may_void(case, form, actor) for form in case.forms):
        raise refuse("NOT_AN_OFFICER", case_no=case.case_no)


def _agency_in_its_path(case: CaseState, actor: Actor, at: datetime) -> None:
    if not may_issue(case, actor):
        raise role_required(WRITERS, "IssueForm")


def _any_issued(case: CaseState, actor: Actor, at: datetime) -> None:
    if not case.forms:
        raise refuse("STEP_MISSING", step="已出具的文书", step_en="an issued form")


def unissued(case: CaseState, at: datetime) -> Need | None:
    """The paper that the case waits for and that nobody has issued; None where it waits for none."""
    if demand_missing(case, at):
        return _need(demand_of(case, at))
    for paper in _wanted(case, at):
        if paper is not None and paper.form is None:
            return paper.need
    return None


def _need(paper: Paper | None) -> Need | None:
    return paper.need if paper else None


def _which(case: CaseState, at: datetime) -> tuple[str, str] | None:
    """The form that meets what is wanted, by its title."""
    if _letter_waits("IssueForm")(case):
        return record_named("IssueForm")(case, at)
    need = unissued(case, at)
    if need is None:
        lacking = _unissued_approval(case)
        # Of a case that is over the letter goes first: somebody waits for it.
        first = case.stage in TERMINAL and _record_waits("IssueForm")(case)
        if lacking is None or first:
            return record_named("IssueForm")(case, at)
        title = title_now(case, lacking)
        return title.zh, title.en
    forms = [form_of(name) for name in need.forms]
    fitting = next((form for form in forms if missing_of(form, case) is None), forms[0])
    title = title_now(case, fitting)
    return title.zh, title.en


def _wanted(case: CaseState, at: datetime) -> Iterator[Paper | None]:
    """What the stage asks for: the notice of an approved proposal, the papers of a decision."""
    proposal, decision = case.proposal, case.decision
    approved = proposal is not None and proposal.outcome == "approved" and not case.notice_on
    # Outside the county the penalty is for another bureau to tell.
    if proposal and approved and case.stage is Stage.INVESTIGATION and not case.outside_area:
        yield notice_of(case, proposal.at)
    if case.stage not in TERMINAL and unserved(case) is not None:
        yield correction_of(case, at)
    if case.stage is Stage.HEARING and case.hearing and case.hearing.served_on is None:
        yield hearing_notice_of(case, at)
    if case.stage is Stage.HANDLING and case.opened_at is not None:
        yield handling_notice_of(case, case.opened_at)
    if case.stage is Stage.HANDLING_EXECUTION and case.performance and case.performance_on is None:
        yield performance_of(case, at)
        yield from performance_papers(case)
    yield from public_papers(case)
    # That of a hold leads by itself, as the list that its owner signs.
    yield from (paper_of(case, one, at) for one in (HOLD_END, ANSWER) if waits_since(case, one))
    yield from spot_papers(case)
    if case.spot_seq:
        yield spot_report_of(case, at)
    if case.served_on is not None or decision is None:
        return
    if case.stage is Stage.HANDLING_EXECUTION:
        yield handling_of(case, decision.at)
    yield from papers(case)


def _unissued_approval(case: CaseState) -> Form | None:
    """The approval form, or after them the report, without which the case, done otherwise, is not closed.

    Before the investigation the form of the filing; where the case is over, only the approvals: they are
    bound with it.
    """
    if _filing_waits(case, "IssueForm"):
        return form_of(FILING)
    over = case.stage in TERMINAL
    if not (_done(case) or over):
        return None
    found = next((one.form for one in unsigned(case) if one.issued is None), None)
    return form_of(REPORT) if found is None and not over and report_due(case) else found


def _filing_waits(case: CaseState, act: str) -> bool:
    """Whether the investigation waits for this act on the form of the filing."""
    gap = filing_gap(case)
    return gap is not None and gap.act == act


def _done(case: CaseState) -> bool:
    """Nothing is left but papers: neither money nor anything to put right."""
    if case.stage is not Stage.HANDLING_EXECUTION:
        return all_else_done(case)
    right = case.rectification is None or case.rectification.passed
    return case.served_on is not None and right and not owed(case)


def _issue_leads(case: CaseState, at: datetime) -> bool:
    if unissued(case, at) is not None:
        return True
    waits = _unissued_approval(case) is not None or _record_waits("IssueForm")(case)
    return waits and not public_first(case, officers=True)


def _letter_waits(act: str) -> Callable[[CaseState], bool]:
    """Whether the letter to the police, which has 24 hours, waits for this act."""

    def waits(case: CaseState) -> bool:
        lack = letter_waits(case)
        return lack is not None and lack.act == act

    return waits


def _which_unsigned(case: CaseState, at: datetime) -> tuple[str, str] | None:
    """The form of the filing, the letter to the police, or a paper of the hearing, where that is what waits."""
    if _filing_waits(case, "SignForm") and not _letter_waits("SignForm")(case):
        form = form_of(FILING)
        return form.zh, form.en
    heard = any(one.act == "SignForm" for one in hearing_papers(case))
    return record_named("SignForm")(case, at) if heard or _letter_waits("SignForm")(case) else None


def _unsigned(case: CaseState) -> bool:
    """A decision, or the closing, waits for a paper that was issued and is not back."""
    waiting = (paper.form for paper in papers(case) if not paper.evidence_id)
    performs = (one.form for one in performance_papers(case) if not one.evidence_id)
    closing = (one for one in awaited(case) if one.form_id == "closing")
    if public_first(case, officers=False):
        return False
    return (
        _record_waits("SignForm")(case)
        or _filing_waits(case, "SignForm")
        or (case.served_on is None and any(waiting))
        or (case.performance_on is None and any(performs))
        or any(paper.form for paper in spot_papers(case) if not paper.evidence_id)
        or (case.closed_at is not None and any(closing))
        or ((_done(case) or case.stage in TERMINAL) and any(one.issued for one in unsigned(case)))
    )


def _streams(command: IssueForm, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """A notice of a penalty asks where its party is."""
    return (of_penal if command.form_id in notice_forms() else case_stream)(command, actor, states)


def _of_scan(command: SignForm, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, the scan, and the scan that the form has, once that is known."""
    own = f"case:{command.case_no}"
    case: CaseState | None = states.get(own)
    form = next((f for f in case.forms if f.issue_id == command.issue_id), None) if case else None
    return with_scans(own, command.evidence_id, form.signed if form else None)


ACTS = (
    Act(
        IssueForm,
        "出具文书",
        "issue a form",
        ISSUERS,
        _streams,
        issue,
        guards=(_agency_in_its_path,),
        rank=12,
        urgent=_letter_waits("IssueForm"),
        leads_at=_issue_leads,
        names=_which,
        # Others may, for their own papers; that one is missing is the case handlers' to mend.
        led=frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER}),
    ),
    Act(
        VoidForm,
        "文书作废",
        "void a form",
        ISSUERS,
        case_stream,
        void,
        guards=(_agency_in_its_path, _some_to_void),
        rank=84,
    ),
    Act(
        SignForm,
        "附签字件",
        "attach the signed paper",
        BUREAU,
        _of_scan,
        sign,
        guards=(_any_issued,),
        rank=13,
        urgent=_letter_waits("SignForm"),
        leads=_unsigned,
        names=_which_unsigned,
    ),
)
