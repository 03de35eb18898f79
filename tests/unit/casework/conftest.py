"""A bureau in memory: people, a clock, and casework answering their commands."""

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import settings

from casework.actors import ANY_LETTER, Actor, Role
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import measures as m
from casework.commands import referral as r
from casework.commands.documents import IssueForm, SignForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.commands.points import AnnulScore
from casework.commands.restoration import (
    AttachRestorationPaper,
    LiftRestorationBar,
    RecordRestorationBar,
    ServeRestoration,
)
from casework.custody.attached import attached
from casework.decide import fold, handle, streams_of
from casework.documents.due import report_due, unsigned
from casework.documents.letter import approval_lacking, letter_of
from casework.events import GENESIS, Event, seal, to_json
from casework.measures.plan import Plan, impose
from casework.measures.rows import terms
from casework.measures.state import MeasuresState, key_of, measure_in
from casework.measures.wanted import wanted
from casework.referral.state import OtherFraud
from casework.referral.summed import conduct_on
from casework.referral.threshold import counted, unweighed
from casework.refusal import Refusal
from casework.restoration.papers import lacking

# Machines differ in speed; the properties do not.
settings.register_profile("casework", deadline=None, max_examples=60)
settings.load_profile("casework")

START = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSPITAL = "H34162300001"


def actor(login: str, *roles: Role, person: str = "", **codes: Any) -> Actor:
    given = {"letters": (ANY_LETTER,), **codes}
    return Actor(login, login.upper(), frozenset(roles), person or f"p-{login}", **given)


PEOPLE = {
    a.account: a
    for a in (
        actor("ins1", Role.INSPECTOR),
        actor("ins2", Role.INSPECTOR),
        actor("ins3", Role.INSPECTOR),
        actor("sup", Role.SUPERVISOR),
        actor("legal", Role.LEGAL_REVIEWER),
        actor("head", Role.HEAD),
        actor("vice", Role.DEPUTY_HEAD),
        actor("agency", Role.AGENCY_OFFICER),
        actor("agency2", Role.AGENCY_OFFICER),
        actor("chief", Role.AGENCY_HEAD),
        actor("office", Role.INSURANCE_OFFICE, fixmedins_code=HOSPITAL),
        actor("party", Role.PARTY_SECRETARY, fixmedins_code=HOSPITAL),
        actor("doc", Role.PHYSICIAN, prac_psn_code="D1", fixmedins_code=HOSPITAL),
        actor("sec", Role.SECURITY_ADMIN),
        actor("sys", Role.SYSTEM_ADMIN),
        actor("aud", Role.AUDITOR),
    )
}


#: The four conditions of a filing, all met.
FOUR = dict.fromkeys(
    ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation"), True
)

#: Acts on a doctor's file that rest on a paper of others.
ON_PAPER = (AnnulScore, RecordRestorationBar, LiftRestorationBar)


def subject_of(state: MeasuresState) -> dict[str, Any]:
    """The subject of measures as a command names it."""
    return {
        "subject_kind": state.kind, "subject_key": state.subject_key, "department": state.department,
    }  # fmt: skip


class Bureau:
    """Streams in memory; `do` runs a command as somebody and moves the clock by a minute."""

    def __init__(self) -> None:
        self.streams: dict[str, list[Event]] = defaultdict(list)
        self.at = START
        #: What penalties are proposed on.
        self.article = "tiaoli-38-1"
        #: Whether a suspected fraud is weighed on the way to the decision.
        self.weighs = True
        #: Whether papers of restorations come back signed, and revocations are served, by themselves.
        self.restorations_signed = True
        #: Whether what others wrote lies in the case by itself, once an act asks for it.
        self.papers_come_in = True
        #: When the conduct of the cases to come began.
        self.conduct_from = date(2025, 1, 10)
        self.people = dict(PEOPLE)
        for person in PEOPLE.values():
            self.seed(person)

    def seed(self, person: Actor) -> None:
        data = {
            "login": person.account,
            "name": person.name,
            "person": person.person,
            "roles": person.roles,
            "prac_psn_code": person.prac_psn_code,
            "fixmedins_code": person.fixmedins_code,
        }
        stream = f"account:{person.account}"
        self.streams[stream] = [seal(stream, 1, "AccountCreated", data, "sec", self.at, GENESIS)]

    def state(self, stream: str) -> Any:
        return fold(stream, self.streams.get(stream, []))

    def human(self, one: Actor) -> Actor:
        """The actor, with the doctors that his human is under other accounts."""
        own = [a.prac_psn_code for a in self.people.values() if a.person == one.person]
        return replace(one, doctors=frozenset(code for code in own if code))

    def would(
        self, who: str | Actor, command: Any, states: dict[str, Any] | None = None
    ) -> list[Event]:
        """The events that a command would bring, in order; nothing is kept but folded `states`.

        And the paper that an act asks for, where `papers_come_in`: unless it is refused for something else.
        """
        before = {stream: list(chain) for stream, chain in self.streams.items()}
        try:
            return self.answered(who, command, states)
        except Refusal as refusal:
            fell = isinstance(command, ON_PAPER) and not command.paper_scan
            lacks = refusal.code == ("FIELD_REQUIRED" if fell else "PAPER_NOT_THERE")
            if not self.papers_come_in or not lacks:
                raise
        try:
            if fell:
                at, scan = self.at, self.evidence(f"撤销-{len(self.streams)}")
                self.at = at
                return self.answered(who, replace(command, paper_scan=scan), states)
            scan = self.came_in(who, command.case_no)
            for stream in (f"case:{command.case_no}", f"evidence:{scan}"):
                (states or {}).pop(stream, None)
            return self.answered(who, replace(command, document=scan), states)
        except Refusal:
            self.streams.clear()
            self.streams.update(before)
            raise

    def answered(
        self, who: str | Actor, command: Any, states: dict[str, Any] | None = None
    ) -> list[Event]:
        """What casework answers to a command, sealed."""
        actor = self.human(self.people[who] if isinstance(who, str) else who)
        known = {} if states is None else states
        while missing := [s for s in streams_of(command, actor, known) if s not in known]:
            known |= {s: self.state(s) for s in missing}
        if isinstance(command, r.WeighReferral | c.DecideCase):
            own = f"case:{command.case_no}"
            known |= {own: self.beside(known[own])}
        found: list[Event] = []
        last: dict[str, Event] = {}
        for stream, kind, data in handle(command, actor, self.at, known, self.streams):
            before = last.get(stream) or next(reversed(self.streams.get(stream, [])), None)
            number, prev = (before.seq, before.hash) if before else (0, GENESIS)
            last[stream] = seal(stream, number + 1, kind, data, actor.account, self.at, prev)
            found.append(last[stream])
        return found

    def beside(self, case: Any) -> Any:
        """The case with the frauds that the others of its party found, as the map has them."""
        others = (self.state(one) for one in self.streams if one.startswith("case:"))
        found = (
            OtherFraud(one.case_no, one.docket, amount, on)
            for one in others
            if one.case_no != case.case_no and one.party == case.party
            if (amount := counted(one)) and (on := conduct_on(one))
        )
        return replace(case, other_frauds=tuple(found))

    def do(self, who: str | Actor, command: Any) -> list[str]:
        signs = self.restorations_signed
        try:
            events = self.would(who, command)
        except Refusal as refusal:
            if not signs or refusal.code != "RESTORATION_PAPERS":
                raise
            self.restoration_signed(command.prac_psn_code)
            events = self.would(who, command)
        for event in events:
            self.streams[event.stream].append(event)
        self.at += timedelta(minutes=1)
        kinds = [event.type for event in events]
        if signs and "RestorationRevoked" in kinds:
            self.restoration_served(command.prac_psn_code)
        return kinds

    def came_in(self, who: str | Actor, no: str) -> str:
        """What another wrote, taken into the case by an officer who is not the one that records it."""
        actor = self.people[who] if isinstance(who, str) else who
        took = next(p for p in PEOPLE.values() if p.person != actor.person)
        at, scan = self.at, self.evidence(f"来文-{no}-{len(self.streams)}")
        # Whoever works on the case may take it in: which of the tests' people that is does not matter here.
        for stream, kind, data in attached(no, scan, self.state(f"evidence:{scan}"), "来文"):
            chain = self.streams[stream]
            by = {"account": took.account, "person": took.person, "name": took.name}
            chain.append(
                seal(
                    stream,
                    len(chain) + 1,
                    kind,
                    to_json({**data, "by": by}),
                    took.account,
                    at,
                    chain[-1].hash,
                )
            )
        self.at = at
        return scan

    def restoration_signed(self, code: str = "D1") -> None:
        """Every paper that what was decided on a restoration has effect with comes back signed and sealed."""
        one = self.state(f"points:{code}").restoration
        for paper, party in lacking(one) if one else ():
            scan = self.evidence(f"恢复-{code}-{paper}-{party}-{len(self.streams)}")
            attach = AttachRestorationPaper(
                prac_psn_code=code, paper=paper, paper_scan=scan, fixmedins_code=party
            )
            self.do("agency2", attach)

    def restoration_served(self, code: str = "D1") -> None:
        """With its papers, it is served today."""
        self.restoration_signed(code)
        served = {"way": c.ServiceWay.DIRECT, "served_on": self.today}
        self.do("agency2", ServeRestoration(prac_psn_code=code, **served))

    def promoted(self, who: str) -> Actor:
        """Somebody who heads the agency by now, beside what he was."""
        one = self.people[who]
        return replace(one, roles=one.roles | {Role.AGENCY_HEAD})

    def wait(self, days: int) -> None:
        self.at += timedelta(days=days)

    @property
    def today(self) -> date:
        return (self.at + timedelta(hours=8)).date()

    def evidence(self, evidence_id: str, kind: EvidenceKind = EvidenceKind.DOCUMENTARY) -> str:
        self.do(
            "ins1",
            ReceiveEvidence(
                evidence_id=evidence_id,
                name=f"{evidence_id}.pdf",
                kind=kind,
                media_type="application/pdf",
                size=10,
                sha256="a" * 64,
                sm3="b" * 64,
                object_key=evidence_id,
                retain_until=date(2036, 1, 1),
            ),
        )
        return evidence_id

    def parameter(
        self, name: str, value: str, day: date = date(2026, 1, 1), basis: str = "县局文件"
    ) -> None:
        """Set a parameter of the bureau: the legal reviewer proposes, the head approves."""
        change = ProposeParameter(
            name=name, value=value, valid_from=day, basis=basis, reason="本地规则"
        )
        self.do("legal", change)
        proposal_id = self.state("bureau:parameters").proposals[-1].proposal_id
        self.do("head", DecideParameter(proposal_id=proposal_id, approve=True))

    def receipts(self, no: str, who: str = "ins1") -> None:
        """Attach the receipt of every service that lacks one."""
        for n, service in enumerate(self.state(f"case:{no}").services):
            if service.receipt is None:
                paper = self.evidence(f"回证-{no}-{n}")
                self.do(who, c.AttachEvidence(case_no=no, evidence_id=paper, proves="送达"))
                served = c.Served(service.served)
                receipt = c.AttachReceipt(
                    case_no=no, served=served, document=paper, served_on=service.on
                )
                self.do(who, receipt)

    def sealed(self, no: str, who: str = "ins1") -> None:
        """Give the decision its effect: approval form and document come back signed and sealed."""
        for form_id in ("decision_approval", self.document(no)):
            issue_id = self.issue(no, form_id, who)
            paper = self.evidence(f"签章-{no}-{issue_id}")
            self.do(who, c.AttachEvidence(case_no=no, evidence_id=paper, proves="签章"))
            self.do(who, SignForm(case_no=no, issue_id=issue_id, evidence_id=paper))

    def signed(self, no: str, form_id: str, who: str = "agency") -> None:
        """A form of a handling is issued and comes back signed and sealed."""
        issue_id = self.issue(no, form_id, who)
        paper = self.evidence(f"签章-{no}-{issue_id}")
        self.do(who, c.AttachEvidence(case_no=no, evidence_id=paper, proves="签章"))
        self.do(who, SignForm(case_no=no, issue_id=issue_id, evidence_id=paper))

    def handling_sealed(self, no: str) -> None:
        """The decision of a handling gets its effect: approval and document come back."""
        penal = self.state(f"case:{no}").decision.ruling == "penalty"
        for form_id in ("handling_approval", "handling_decision" if penal else "no_handling"):
            self.signed(no, form_id)

    def handling_served(self, no: str) -> list[str]:
        """The decision of a handling gets its papers and is handed over; returns the events."""
        self.handling_sealed(no)
        way = c.ServiceWay.DIRECT
        return self.do("agency", a.ServeHandling(case_no=no, way=way, served_on=self.today))

    def performance_served(self, no: str) -> list[str]:
        """The decision that a handling is performed gets its papers and is handed over."""
        for form_id in ("handling_approval", "performance_decision"):
            self.signed(no, form_id)
        way = c.ServiceWay.DIRECT
        told = c.ServePaper(case_no=no, served=c.Served.PERFORMANCE, way=way, served_on=self.today)
        return self.do("agency", told)

    def approvals_signed(self, no: str, who: str = "ins1") -> None:
        """Every approval that is not there on paper is issued and comes back signed; the report is issued."""
        for one in unsigned(self.state(f"case:{no}")):
            issue_id = one.issued.issue_id if one.issued else self.issue(no, one.form.id, who)
            paper = self.evidence(f"审批-{no}-{issue_id}")
            self.do(who, c.AttachEvidence(case_no=no, evidence_id=paper, proves="审批"))
            self.do(who, SignForm(case_no=no, issue_id=issue_id, evidence_id=paper))
        if report_due(self.state(f"case:{no}")):
            self.issue(no, "closing_report", who)

    def measures_signed(self, no: str, who: str = "agency") -> None:
        """Every paper of the case's measures comes back signed and sealed."""
        for stream in self.state(f"case:{no}").measured:
            state = self.state(stream)
            for one in (x for x in state.measures if x.case_no == no):
                for form in wanted(one):
                    if not one.scan_of(form.id):
                        n = len(self.streams)
                        self.do(
                            who,
                            m.AttachMeasurePaper(
                                subject_kind=state.kind,
                                subject_key=state.subject_key,
                                department=state.department,
                                measure_id=one.measure_id,
                                form_id=form.id,
                                evidence_id=self.evidence(f"措施-{no}-{n}"),
                            ),
                        )

                if one.lift_told and one.service_of("lift") is None:
                    place = subject_of(state)
                    self.do(
                        who, self.serving(place, one.measure_id, f"解除-{no}-{len(self.streams)}")
                    )

    def measure_signed(self, of: m.MeasureCommand, measure_id: str, who: str = "agency") -> None:
        """Approval and notice of a decided measure come back, signed and sealed."""
        state = self.state(f"measures:{key_of(of.subject_kind, of.subject_key, of.department)}")
        one = measure_in(state, measure_id)
        for form in wanted(one):
            if not one.scan_of(form.id):
                scan = self.evidence(f"措施-{len(self.streams)}")
                self.do(
                    who,
                    m.AttachMeasurePaper(
                        **subject_of(state),
                        measure_id=measure_id,
                        form_id=form.id,
                        evidence_id=scan,
                    ),
                )

    def measure_served(
        self, of: m.MeasureCommand, measure_id: str, who: str = "agency"
    ) -> list[str]:
        """The notice of a decided measure is served, with its papers and its receipt."""
        self.measure_signed(of, measure_id, who)
        place = {name: getattr(of, name) for name in ("subject_kind", "subject_key", "department")}
        return self.do(who, self.serving(place, measure_id, f"回证-{len(self.streams)}"))

    def serving(self, place: dict[str, Any], measure_id: str, scan: str) -> m.ServeMeasure:
        """The service of what waits of a measure, today, with its receipt."""
        return m.ServeMeasure(
            **place, measure_id=measure_id, way=c.ServiceWay.DIRECT, served_on=self.today,
            receipt_scan=self.evidence(scan),
        )  # fmt: skip

    def hear(self, of: m.MeasureCommand, measure_id: str, who: str = "agency") -> None:
        """The subject of a proposed measure is told of it and waives what it might state."""
        paper = self.evidence(f"陈述-{of.subject_key}-{of.department}-{measure_id}")
        heard = m.HearMeasure(
            subject_kind=of.subject_kind, subject_key=of.subject_key, department=of.department,
            measure_id=measure_id, told_on=self.today, how=c.Defence.WAIVED, text="无异议",
            evidence_id=paper,
        )  # fmt: skip
        self.do(who, heard)

    def imposes(self, stream: str, term: str, months: int = 0, **more: Any) -> None:
        """Impose what only the decided handling of some case does, in its own measures' stream."""
        kind = next(row.kind for row in terms() if row.id == term)
        plan = Plan(kind, term, "云溪县医院", "r", more.pop("starts_at", self.at), months, **more)
        for _, name, data in impose(self.state(stream), plan, self.at):
            chain = self.streams[stream]
            number, prev = (chain[-1].seq, chain[-1].hash) if chain else (0, GENESIS)
            by = {"account": "sup", "person": "p-sup", "name": "SUP"}
            said = to_json({**data, "by": by})
            chain.append(seal(stream, number + 1, name, said, "sup", self.at, prev))
        self.at += timedelta(minutes=1)

    def hold_listed(self, no: str, form_id: str = "hold_register") -> None:
        """The list of what is held comes back signed by whose it is."""
        issue_id = self.issue(no, form_id)
        paper = self.evidence(f"清单-{no}-{issue_id}")
        self.do("ins1", c.AttachEvidence(case_no=no, evidence_id=paper, proves="保存清单"))
        self.do("ins1", SignForm(case_no=no, issue_id=issue_id, evidence_id=paper))

    def hold_ended(self, no: str, result: str = "发还", **more: Any) -> None:
        """An officer proposes what becomes of the first hold, and the head approves."""
        self.do("ins1", c.EndHold(case_no=no, hold_id="H1", result=result, **more))
        self.do("head", c.DecideHoldEnd(case_no=no, hold_id="H1", approve=True))

    def grouped(self, no: str, *officers: str) -> list[str]:
        """The head appoints the special group of a suspected crime."""
        group = officers or ("ins1", "ins2")
        return self.do(
            "head", r.AppointReferralGroup(case_no=no, officers=group, reasons="涉嫌诈骗")
        )

    def refer(self, report: r.ReportReferral, who: str = "ins1") -> list[str]:
        """Report by the special group, which the head appoints first where there is none."""
        if not self.state(f"case:{report.case_no}").referral_group:
            self.grouped(report.case_no)
        return self.do(who, report)

    def letter(self, no: str) -> str:
        """Issue the letter of referral, which comes back with the seal, as the approval does; returns its id."""
        self.referral_signed(no)
        issue_id = self.issue(no, "crime_transfer")
        self.sign(no, issue_id)
        return issue_id

    def referral_signed(self, no: str) -> None:
        """The head signs the approval form of the referral, unless he did."""
        lack = approval_lacking(self.state(f"case:{no}"))
        if lack is not None and lack.act == "IssueForm":
            self.sign(no, self.issue(no, "referral_approval"))

    def sign(self, no: str, issue_id: str, reason: str = "") -> str:
        """Attach the scan of an issued form; returns the scan."""
        paper = self.evidence(f"盖章-{no}-{issue_id}{reason}")
        self.do("ins1", c.AttachEvidence(case_no=no, evidence_id=paper, proves="盖章件"))
        self.do("ins1", SignForm(case_no=no, issue_id=issue_id, evidence_id=paper, reason=reason))
        return paper

    def dossier(self, no: str, sha256: str = "c" * 64) -> r.RecordDossier:
        """What records the dossier with the letter that the case has now."""
        letter = letter_of(self.state(f"case:{no}"))
        return r.RecordDossier(
            case_no=no, file_name="d.zip", size=9, sha256=sha256, sm3="d" * 64,
            issue_id=letter.issue_id if letter else "", evidence_id=letter.signed if letter else "",
        )  # fmt: skip

    def document(self, no: str) -> str:
        """The form of the case's decision."""
        penal = self.state(f"case:{no}").decision.ruling == "penalty"
        return "decision" if penal else "no_penalty"

    def opened(
        self,
        case_no: str = "C1",
        path: c.Path = c.Path.ADMINISTRATIVE,
        party: c.Party = c.Party(c.PartyKind.INSTITUTION, HOSPITAL, "云溪县人民医院"),
        source: c.Source = c.Source.TIP,
        real_name: bool = False,
    ) -> str:
        self.do(
            "ins1",
            c.OpenCase(
                case_no=case_no,
                title="云溪医院涉嫌挂床住院案",
                source=source,
                real_name=real_name,
                summary="群众举报",
                party=party,
                conduct_from=self.conduct_from,
                conduct_to=date(2025, 12, 20),
                path=path,
                findings=(c.FindingRef("F1", "hanging_bed", Decimal("4113.00"), "挂床 5 天"),),
            ),
        )
        return case_no

    def filed(self, **lead: Any) -> str:
        no = self.opened(**lead)
        officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
        self.do("sup", c.AssignOfficers(case_no=no, officers=officers))
        self.file(no)
        return no

    def file(self, no: str, **more: Any) -> list[str]:
        """Propose to file, give the centre's opinion, and have the head file."""
        self.submitted(no, **more)
        return self.do("head", self.filing(no, **more))

    def filing(self, no: str, **more: Any) -> c.FileCase:
        """What files a case: all four conditions."""
        return c.FileCase(case_no=no, **{**FOUR, "reasons": "初步证据充分", **more})

    def submitted(
        self, no: str, filing: c.Filing = c.Filing.FILE, who: str = "ins1", **more: Any
    ) -> None:
        """An officer's proposal to file or not, and the supervisor's consent to it."""
        why = {**FOUR, "reasons": "初步证据充分", **more}
        self.do(who, c.ProposeFiling(case_no=no, filing=filing, **why))
        self.agreed(no, c.Matter.FILING)

    def declined(self, no: str, reasons: str = "没有违法事实") -> list[str]:
        """Propose not to file the lead, by officers named for that where it has none, and decide so."""
        self.staffed(no)
        self.submitted(no, c.Filing.NOT_FILE)
        return self.do("head", c.DeclineCase(case_no=no, reasons=reasons))

    def staffed(self, no: str) -> None:
        """Two officers, where the case has none yet."""
        if not self.state(f"case:{no}").officers:
            officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
            self.do("sup", c.AssignOfficers(case_no=no, officers=officers))

    def agreed(self, no: str, matter: c.Matter) -> None:
        """The supervisor's consent to what was submitted."""
        approved = c.Outcome.APPROVED
        self.do("sup", c.ReviewSubmission(case_no=no, matter=matter, outcome=approved))

    def more_time(self, no: str, reason: str = "需要补充核查") -> list[str]:
        """Ask for more time to check the lead, agree, and have the head extend it."""
        self.staffed(no)
        self.do("ins1", c.ProposeExtension(case_no=no, reason=reason))
        self.agreed(no, c.Matter.MORE_TIME)
        return self.do("head", c.ExtendClue(case_no=no, reason=reason))

    def closing(
        self, no: str, ground: c.ClosingGround | None = None, situation: str = "执行完毕"
    ) -> c.ProposeClosing:
        """What an officer proposes to close a case with."""
        return c.ProposeClosing(case_no=no, situation=situation, ground=ground)

    def to_close(self, no: str, *said: Any) -> None:
        """An officer's proposal to close the case, and the supervisor's consent to it."""
        self.do("ins1", self.closing(no, *said))
        self.agreed(no, c.Matter.CLOSING)

    def public(self, no: str, text: str = "当事人因重复收费被处罚款") -> None:
        """An officer proposes to publish the decision, the supervisor agrees, and the text is issued."""
        said = c.ProposePublication(case_no=no, social_impact=True, reasons="涉及面广", text=text)
        self.do("ins1", said)
        self.do("sup", c.DecidePublication(case_no=no))
        self.do("ins1", IssueForm(case_no=no, form_id="public_text"))

    def not_public(self, no: str) -> None:
        """An officer finds no social impact, and the supervisor agrees: the decision is not published."""
        self.do("ins1", c.ProposePublication(case_no=no, social_impact=False, reasons="金额小"))
        self.do("sup", c.DecidePublication(case_no=no))

    def convert(self, who: str, command: a.ConvertCase | a.ConvertToHandling) -> list[str]:
        """Have one of those who work on the case propose the other procedure, and a leader decide."""
        no = command.case_no
        handling = isinstance(command, a.ConvertCase)
        self.do("agency" if handling else "ins1", a.ProposeConversion(case_no=no, reasons="经核查"))
        return self.do(who, command)

    def close(self, no: str, *said: Any) -> list[str]:
        """Propose to close the case, give the centre's opinion, and have the head close it."""
        self.to_close(no, *said)
        return self.do("head", c.CloseCase(case_no=no))

    def decide_later(self, no: str, days: int = 30, reason: str = "案情复杂") -> list[str]:
        """Ask for more time to decide, agree, and have the head give it."""
        self.ask_later(no, days, reason)
        return self.do("head", c.ExtendDecision(case_no=no, days=days, reason=reason))

    def ask_later(self, no: str, days: int = 30, reason: str = "案情复杂") -> None:
        """An officer asks for more time to decide, and the supervisor agrees."""
        self.do("ins1", c.ProposeExtension(case_no=no, days=days, reason=reason))
        self.agreed(no, c.Matter.MORE_TIME)

    def started(self, no: str, who: str = "ins1", place: str = "") -> list[str]:
        """Attach the signed form of the filing, and begin the investigation."""
        self.sign(no, self.issue(no, "filing", who))
        shown = {"certificates_shown": True, "recusal_settled": True, "place": place}
        return self.do(who, c.StartInvestigation(case_no=no, **shown))

    def investigated(self) -> str:
        no = self.filed()
        self.started(no)
        self.reported(no)
        self.do("ins1", c.ListLines(case_no=no))
        self.confirm(no)
        return no

    def reported(self, no: str, who: str = "ins1") -> None:
        """Write the final report, anew where there is one."""
        parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "x")
        self.do(who, c.WriteReport(case_no=no, **parts))

    def confirm(self, no: str, *lines: str, who: str = "ins1") -> None:
        """Confirm the lines named, or all that are open."""
        where = None if lines else c.LineFilter(state="open")
        verdict = c.LineVerdict.CONFIRMED
        self.do(who, c.JudgeLines(case_no=no, verdict=verdict, line_ids=lines, where=where))

    def established(self, no: str, who: str = "agency") -> str:
        """List what stands behind the case's findings and confirm it, if nobody did yet."""
        if not self.state(f"case:{no}").lines.listed:
            self.do(who, c.ListLines(case_no=no))
            self.confirm(no, who=who)
        return no

    def lost(self, no: str, loss: str) -> None:
        """Reject what is listed, and confirm one paper bill of `loss` yuan instead."""
        every, reject = c.LineFilter(), c.LineVerdict.REJECTED
        self.do("ins1", c.JudgeLines(case_no=no, verdict=reject, where=every, reasons="已核实"))
        amount = Decimal(loss)
        bill = {"bill": f"纸质{loss}", "title": "手工票据", "fixmedins_code": HOSPITAL}
        self.do("ins1", c.AddLine(case_no=no, **bill, amount=amount, inside_policy=amount))
        self.confirm(no)

    def proposed(self, multiple: str = "2", months: int | None = None) -> str:
        no = self.investigated()
        self.do("ins1", self.proposal(no, multiple, months))
        return no

    def shown(self, no: str) -> str:
        """Evidence of the case that shows a grave consequence; the same one whenever it is asked for."""
        if all(one.evidence_id != "EG" for one in self.state(f"case:{no}").evidence):
            self.evidence("EG")
            self.do("ins1", c.AttachEvidence(case_no=no, evidence_id="EG", proves="严重后果"))
        return "EG"

    def proposal(self, no: str, multiple: str = "2", months: int | None = None) -> Any:
        # Article 40 suspends whoever it fines.
        months = months or (6 if self.article.startswith("tiaoli-40") else None)
        return c.ProposePenalty(
            case_no=no,
            article_id=self.article,
            base_loss=Decimal("4113.00"),
            multiple=Decimal(multiple),
            suspension_months=months,
            suspension_ground=c.SuspensionGround.GRAVE_CONSEQUENCE if months else None,
            consequence="患者因延误治疗致残" if months else "",
            consequence_evidence=(self.shown(no),) if months else (),
            department="骨科" if months else "",
            reasons="情节较重",
        )

    def noticed(self, months: int | None = None) -> str:
        no = self.proposed(months=months)
        self.do("sup", c.ReviewProposal(case_no=no, proposal_id="P1", outcome=c.Outcome.APPROVED))
        self.told(no)
        return no

    def commissioned(self, no: str, days: int = 30) -> dict[str, Any]:
        """The paper of a testing or appraisal as evidence of the case, and when that is to be over."""
        paper = self.evidence(f"委托-{no}-{len(self.state(f'case:{no}').evidence)}")
        self.do("ins1", c.AttachEvidence(case_no=no, evidence_id=paper, proves="委托鉴定"))
        return {"evidence_id": paper, "until": self.today + timedelta(days=days)}

    def issue(self, no: str, form_id: str, who: str = "ins1") -> str:
        """Issue a form of the case, numbered as the store would; returns its id."""
        self.do(who, IssueForm(case_no=no, form_id=form_id, number="1", serial=1, year=2026))
        issue_id: str = self.state(f"case:{no}").forms[-1].issue_id
        return issue_id

    def told(self, no: str) -> None:
        """Issue the notice of the approved proposal and hand it over."""
        self.issue(no, "notice")
        self.do("ins1", c.ServeNotice(case_no=no, way=c.ServiceWay.DIRECT, served_on=self.today))

    def hearing_told(self, no: str) -> None:
        """Issue the notice of the hearing that was set and hand it over."""
        self.issue(no, "hearing_call")
        way = c.ServiceWay.DIRECT
        self.do(
            "ins1", c.ServePaper(case_no=no, served=c.Served.HEARING, way=way, served_on=self.today)
        )

    def held(self, no: str, **said: Any) -> c.HoldHearing:
        """What records a hearing whose record the party signed."""
        told = {
            "record": "笔录",
            "clerk": "书记员",
            "attended": "当事人、承办人",
            "how": c.SignatureHow.SIGNED,
        }
        return c.HoldHearing(case_no=no, **{**told, **said})

    def chaired(self, no: str, chair: str = "legal", by: str = "head") -> list[str]:
        """The head names who chairs the hearing."""
        return self.do(by, c.DesignateChair(case_no=no, chair=chair))

    def heard_on_paper(self, no: str) -> None:
        """The record of the hearing and its chair's report, issued and signed."""
        chair = self.state(f"case:{no}").hearing_chair.account
        self.do(chair, c.WriteHearingReport(case_no=no, heard="双方意见", advice="维持"))
        for form in ("hearing_record", "hearing_report"):
            self.sign(no, self.issue(no, form))

    def handling_told(self, no: str, who: str = "agency") -> None:
        """Issue the notice of the proposed handling and hand it over."""
        self.issue(no, "handling_notice", who)
        told = a.NotifyHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=self.today)
        self.do(who, told)

    def refused(self, who: str | Actor, command: Any) -> str:
        """The code of the refusal that the command meets; nothing may have been written."""
        before = {stream: len(chain) for stream, chain in self.streams.items() if chain}
        with pytest.raises(Refusal) as answer:
            self.do(who, command)
        assert {s: len(chain) for s, chain in self.streams.items() if chain} == before
        return answer.value.code

    def waived(self, no: str, text: str = "放弃", *, hearing: bool = True) -> c.RecordDefence:
        """The party gives up its defence (and the hearing) on a signed paper of the case."""
        scan = f"放弃-{no}-{len(self.streams[f'case:{no}'])}"
        self.evidence(scan)
        self.do("ins1", c.AttachEvidence(case_no=no, evidence_id=scan, proves="当事人书面放弃"))
        return c.RecordDefence(
            case_no=no, how=c.Defence.WAIVED, text=text, waives_hearing=hearing, document=scan
        )

    def to_decide(self) -> str:
        no = self.noticed()
        stated = c.RecordDefence(case_no=no, how=c.Defence.STATED, text="请求从轻")
        # Who may ask for a hearing gives it up on paper, so that nobody waits for the period.
        self.do("ins1", self.waived(no) if self.state(f"case:{no}").hearing_right else stated)
        self.do("ins1", c.SubmitLegalReview(case_no=no))
        self.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
        if self.state(f"case:{no}").proposal.suspension_months:
            discussed = c.DiscussCase(
                case_no=no, members=("head", "vice", "sup"), subject=c.DiscussionSubject.DECISION,
                held_on=self.today, record="同意", agreed=True, ruling=c.Ruling.PENALTY,
            )  # fmt: skip
            self.do("head", discussed)
        if self.weighs and unweighed(self.state(f"case:{no}"), self.at) is not None:
            self.do("ins1", r.WeighReferral(case_no=no, refer=False, reasons="无非法占有目的"))
        return no

    def decided(self) -> str:
        no = self.to_decide()
        self.decide(no)
        return no

    def decide(self, no: str) -> None:
        self.do(
            "head",
            c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号"),
        )

    def decide_again(self, no: str) -> None:
        """Propose, notify, review and decide once more after a decision fell."""
        self.reported(no)
        self.do("ins1", self.proposal(no))
        again = self.state(f"case:{no}").proposal.proposal_id
        self.do("sup", c.ReviewProposal(case_no=no, proposal_id=again, outcome=c.Outcome.APPROVED))
        self.told(no)
        self.do("ins1", self.waived(no, hearing=False))
        self.do("ins1", c.SubmitLegalReview(case_no=no))
        self.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
        self.decide(no)


@pytest.fixture
def bureau() -> Bureau:
    return Bureau()


@pytest.fixture(scope="session")
def new_bureau() -> type[Bureau]:
    return Bureau
