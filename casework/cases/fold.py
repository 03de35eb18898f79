"""Fold a case's events into its state. The fold decides nothing: it reads what was decided."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from casework.agreement.fold import HANDLING_FOLDS
from casework.cases.fold_approval import OVER, SUBMIT_FOLDS, over
from casework.cases.fold_correct import CORRECTION_FOLDS
from casework.cases.fold_excluded import EXCLUSION_FOLDS
from casework.cases.fold_money import MONEY_FOLDS
from casework.cases.fold_papers import on_paper, with_paper
from casework.cases.fold_service import SERVED, SERVICE_FOLDS, serviced
from casework.cases.fold_steps import STEP_FOLDS
from casework.cases.origin import origin_from
from casework.cases.parts import Hearing
from casework.cases.stages import UNDER_REVIEW, Stage
from casework.cases.state import (
    Attachment,
    CaseState,
    Decision,
    FormerRound,
    Officer,
    Picture,
    Proposal,
    Task,
)
from casework.clocks.calendars import local_date
from casework.commands.case import (
    Defence,
    DiscussionSubject,
    FindingRef,
    Path,
    party_from,
)
from casework.copying import replace
from casework.documents.catalogue import approvals, form_of
from casework.documents.fold import DOCUMENT_FOLDS, allot_decision, allot_docket
from casework.documents.internal import INTERNAL, on_form
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.interview.fold import INTERVIEW_FOLDS
from casework.lines.shortfall import less_of
from casework.referral.fold import REFERRAL_FOLDS, by_hand
from casework.volumes.fold import BINDING_FOLDS

APPROVALS = approvals()
#: Of these only the acts that say that they are approved on the form.
SAY_SO = frozenset(form_of(INTERNAL).approves)
Step = Callable[[CaseState, Event, Mapping[str, Any]], CaseState]


def fold_case(case_no: str, events: Iterable[Event], start: CaseState | None = None) -> CaseState:
    """Return the state after `events`; with `start`, continue from a state known before."""
    state = start or CaseState(case_no)
    for event in events:
        step = STEPS.get(event.type)
        if step is not None:
            state = step(state, event, event.data)
        if event.type in OVER:
            state = over(state, event)
        if event.type in SERVED:
            state = serviced(state, event)
        if event.type in APPROVALS and (event.type not in SAY_SO or on_form(event.data)):
            known = state.approved.get(event.type, ())
            state = replace(state, approved={**state.approved, event.type: (*known, event.seq)})
        state = replace(state, version=event.seq)
    return state


def _findings(data: Mapping[str, Any]) -> tuple[FindingRef, ...]:
    return tuple(
        FindingRef(
            f["finding_id"],
            f["rule_id"],
            Decimal(f["amount"]),
            f["sentence"],
            elsewhere=Decimal(f.get("elsewhere", "0.00")),
            sentence_en=f.get("sentence_en", ""),
        )
        for f in data["findings"]
    )


def _opened(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    path, party = Path(d["path"]), d["party"]
    return replace(
        s,
        path=path,
        stage=Stage.CLUE if path is Path.ADMINISTRATIVE else Stage.HANDLING,
        title=d["title"],
        source=d["source"],
        summary=d["summary"],
        party=party_from(party),
        outside_area=party.get("outside_area"),
        conduct_from=date.fromisoformat(d["conduct_from"]),
        conduct_to=date.fromisoformat(d["conduct_to"]),
        findings=_findings(d),
        ring_ids=tuple(d["ring_ids"]),
        real_name=bool(d.get("real_name")),
        opened_by=hand_from(d),
        opened_at=e.at,
        **_discovered(d),
    )


def _discovered(d: Mapping[str, Any]) -> dict[str, Any]:
    """What an event says of the discovery; before it was asked for none said anything."""
    if not d.get("discovered_on"):
        return {}
    day = date.fromisoformat(d["discovered_on"])
    return {"discovered_on": day, "discovered_by": d["discovered_by"]}


def _party_corrected(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    if s.party is None:
        return s
    known = {"address": d["address"], "representative": d["representative"]}
    # What stood before may be a person's home: it stays among what is masked.
    former = (*s.former_addresses, *filter(None, (d["former_address"],)))
    known["representative_no"] = d.get("representative_no", "")
    was = s.party.representative_no
    gone = (was,) if was and was != known["representative_no"] else ()
    numbers = (*s.former_numbers, *gone)
    alone = d.get("sole_trader", s.party.sole_trader)
    party = replace(s.party, **known, sole_trader=alone)
    return replace(s, party=party, former_addresses=former, former_numbers=numbers)


def _silent(d: Mapping[str, Any]) -> tuple[Hand, ...]:
    return tuple(hand_from(one) for one in d.get("undeclared", ()))


def _ties_checked(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, undeclared=_silent(d))


def _assigned(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    officers = tuple(Officer(hand_from(o), o["certificate_no"]) for o in d["officers"])
    # Who once worked on the case stays apart from reviewing it, also after being replaced.
    ever = tuple(dict.fromkeys((*s.ever_officers, *(officer.hand for officer in officers))))
    return replace(s, officers=officers, ever_officers=ever, undeclared=_silent(d))


def _evidence(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    fields = ("evidence_id", "name", "kind", "sha256", "sm3", "size", "proves")
    reporter = bool(d.get("from_reporter"))
    took = hand_from(d) if "by" in d else None
    told = {field: d[field] for field in fields}
    item = Attachment(**told, at=e.at, reporter=reporter, by=took)
    return replace(s, evidence=(*s.evidence, item))


def _cited(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    fields = ("evidence_id", "name", "kind", "sha256", "sm3", "size", "proves")
    item = Attachment(**{field: d[field] for field in fields}, at=e.at, origin=origin_from(d))
    return replace(s, evidence=(*s.evidence, item))


def _uncited(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    left = (one for one in s.evidence if one.evidence_id != d["evidence_id"])
    return replace(s, evidence=tuple(left))


def _protected(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(
        s,
        evidence=tuple(
            replace(one, reporter=True) if one.evidence_id == d["evidence_id"] else one
            for one in s.evidence
        ),
    )


def _picture(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    picture = Picture(
        f"G{len(s.pictures) + 1}",
        d["investigation_id"],
        d["title"],
        d.get("content", ""),
        hand_from(d),
        e.at,
    )
    return replace(s, pictures=(*s.pictures, picture))


def _task(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    due = date.fromisoformat(d["due"]) if d["due"] else None
    task = Task(d["task_id"], d["title"], d["assignee"], due, hand_from(d))
    return replace(s, tasks=(*s.tasks, task))


def _task_done(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(
        s,
        tasks=tuple(
            replace(t, result=d["result"]) if t.task_id == d["task_id"] else t for t in s.tasks
        ),
    )


def _report(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    parts = {key: str(value) for key, value in d.items() if key != "by"}
    by = hand_from(d)
    return replace(s, report=parts, report_by=by, report_at=e.at, report_outdated=False)


def _proposed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    proposal = Proposal(
        proposal_id=d["proposal_id"],
        by=hand_from(d),
        at=e.at,
        article_id=d["article_id"],
        citation=d["citation"],
        base_loss=Decimal(d["base_loss"]),
        multiple=None if d["multiple"] is None else Decimal(d["multiple"]),
        fine=Decimal(d["fine"]),
        recovery=Decimal(d["recovery"]),
        suspension_months=d["suspension_months"],
        formula=d["formula"],
        hearing_right=d["hearing_right"],
        reasons=d["reasons"],
        new_facts=d.get("new_facts", ""),
        worksheet_id=d.get("worksheet_id"),
        below_band=bool(d.get("below_band")),
        department=d.get("department") or "",
        suspension_ground=d.get("suspension_ground"),
        consequence=d.get("consequence", ""),
        consequence_evidence=tuple(d.get("consequence_evidence", ())),
        intent=tuple(d.get("intent", ())),
        **less_of(d),
        no_penalty=d.get("no_penalty"),
        not_insured=bool(d.get("not_insured")),
        figures=d.get("figures", {}),
    )
    return replace(s, proposals=(*s.proposals, proposal))


def _reviewed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    for proposal in s.proposals:
        if proposal.proposal_id == d["proposal_id"]:
            return s.with_proposal(
                replace(
                    proposal,
                    outcome=d["outcome"],
                    reviewed_by=hand_from(d),
                    reviewed_at=e.at,
                    review_reasons=d["reasons"],
                )
            )
    return s


def _noticed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(
        s,
        stage=Stage.NOTICE,
        notified_at=e.at,
        notice_on=date.fromisoformat(d["served_on"]),
        hearing_right=d["hearing_right"],
    )


def _defended(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    stated = Defence.STATED.value
    # Whoever stated and says later that he has no more to say has stated.
    how = stated if s.defence == stated else d["how"]
    stage = Stage.HEARING if s.stage is Stage.HEARING else Stage.DEFENCE
    known = replace(with_paper(_unreviewed(s), "defence", d), stage=stage, defence=how)
    return _contest(known, e) if d["how"] == stated else known


def _unreviewed(s: CaseState) -> CaseState:
    """What the party says, or is heard on, before the decision is reviewed and discussed with the rest."""
    if s.stage not in UNDER_REVIEW:
        return s
    return replace(s, legal_opinion=None, discussed=None)


def _contest(s: CaseState, e: Event) -> CaseState:
    """Keep what the party contested: its defence must not bring it a heavier penalty."""
    return replace(s, contested=s.proposal, contested_at=e.at)


def _hearing(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    on = date.fromisoformat(d["requested_on"])
    asked = replace(
        _unreviewed(s), stage=Stage.HEARING, hearing_requested=True, hearing_requested_on=on
    )
    return _contest(asked, e)


def _chair_named(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    chair = hand_from(d["chair"])
    named = replace(s, chair_named=chair)
    # A hearing of before chairs were named stands where it is chaired by whom the head names.
    if s.hearing is None or s.hearing_held or s.hearing.chair.same(chair):
        return named
    # What was set under another chair is off: it is announced anew.
    told = tuple(replace(a, done=True) if a.served == "hearing" else a for a in s.announcements)
    return replace(named, hearing=None, announcements=told)


def _hearing_set(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    hearing = Hearing(
        starts_at=datetime.fromisoformat(d["starts_at"]),
        held_on=date.fromisoformat(d["held_on"]),
        place=d["place"],
        chair=hand_from(d["chair"]),
        is_public=d["is_public"],
        closed_reason=d["closed_reason"],
        seq=e.seq,
        set_on=local_date(e.at),
        notify_by=date.fromisoformat(d["notify_by"]),
    )
    # What was announced in public of the day before serves nothing any more.
    told = tuple(replace(a, done=True) if a.served == "hearing" else a for a in s.announcements)
    # Of a hearing that was held nothing counts where it is held anew.
    anew = replace(s, hearing_held=False, hearing_seq=0, hearing_chair=None)
    return replace(anew, hearing=hearing, announcements=told)


def _hearing_told(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    if s.hearing is None:
        return s
    return replace(s, hearing=replace(s.hearing, served_on=date.fromisoformat(d["served_on"])))


def _heard(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    seq = e.seq if d.get("how") else 0
    return replace(s, hearing_held=True, hearing_chair=hand_from(d["chair"]), hearing_seq=seq)


def _given_up(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """The party waived its hearing by its conduct: the case goes on from its statement."""
    told = tuple(replace(a, done=True) if a.served == "hearing" else a for a in s.announcements)
    return replace(
        with_paper(s, d.get("paper", ""), d),
        stage=Stage.DEFENCE if s.defence is not None else Stage.NOTICE,
        hearing_requested=False,
        hearing_waived=True,
        hearing_ended=True,
        hearing=None,
        chair_named=None,
        announcements=told,
    )


def _to_review(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    # Submitted again, the opinion before is answered.
    return replace(s, stage=Stage.LEGAL_REVIEW, legal_opinion=None)


def _legality(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    stage = Stage.DECISION if d["opinion"] == "agree" else s.stage
    by = hand_from(d)
    ever = tuple(dict.fromkeys((*s.ever_reviewers, by)))
    told = replace(s, legal_opinion=d["opinion"], reviewer=by, ever_reviewers=ever)
    return replace(told, legal_at=e.at, stage=stage)


def _discussed(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    if d["subject"] == DiscussionSubject.EXTENSION.value:
        return replace(s, extension_discussed=d["agreed"])
    members = tuple(hand_from(m) for m in d["members"])
    return replace(
        s,
        discussed=d["proposal_id"] if d["agreed"] else None,
        discussed_ruling=d.get("ruling"),
        discussion_by=members,
    )


def _reopened(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """New facts or a changed penalty: propose, notify and review again."""
    proposal = s.proposal
    if proposal is not None and proposal.outcome == "approved":
        s = s.with_proposal(replace(proposal, outcome="superseded"))
    if s.annulled:
        s = _undecided(s, d.get("redo_by"))
    return replace(
        s,
        stage=Stage.INVESTIGATION,
        report_outdated=s.report is not None,
        notice_on=None,
        hearing_right=False,
        hearing_waived=False,
        hearing_requested=False,
        hearing_requested_on=None,
        hearing=None,
        hearing_held=False,
        hearing_seq=0,
        hearing_report_seq=0,
        hearing_ended=False,
        hearing_chair=None,
        chair_named=None,
        defence=None,
        legal_opinion=None,
        discussed=None,
        # What was announced of the former notice serves nothing any more.
        announcements=tuple(replace(one, done=True) for one in s.announcements),
    )


def _undecided(s: CaseState, redo_by: str | None) -> CaseState:
    """The decision fell and another takes its place: nothing of its execution holds any more."""
    return replace(
        s,
        decision=None,
        annulled=False,
        fall=None,
        changed=False,
        publishable=False,
        publication=None,
        former=(*s.former, *_former(s, redo_by)),
        served_on=None,
        pressed_on=None,
        court_applied_on=None,
        court_ruled=False,
        court_refused_on=None,
        court_withdrawn_on=None,
        instalments=(),
        earlier_plans=(),
        instalments_asked=None,
        instalments_answer=None,
        put_off_days=0,
        on_spot=False,
        spot_seq=0,
        closed_at=None,
        remedies=tuple(replace(one, former=True) for one in s.remedies),
    )


def _former(s: CaseState, redo_by: str | None) -> Iterator[FormerRound]:
    """The round that ended with the decision that fell: what is in no round before it."""
    if s.decision is None:
        return
    known = {one for past in s.former for one in (*past.proposals, *past.worksheets)}
    proposals = (one.proposal_id for one in s.proposals)
    worksheets = (one.worksheet_id for one in s.worksheets)
    yield FormerRound(
        decision=s.decision,
        fall=s.fall,
        notice_on=s.notice_on,
        hearing_held=s.hearing_held,
        defence=s.defence,
        legal_opinion=s.legal_opinion,
        served_on=s.served_on,
        proposals=tuple(one for one in proposals if one not in known),
        worksheets=tuple(one for one in worksheets if one not in known),
        remedies=tuple(one.remedy_id for one in s.standing_remedies),
        services=len(s.services),
        redo_by=date.fromisoformat(redo_by) if redo_by else None,
    )


def _decided(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    decision = Decision(
        ruling=d["ruling"],
        decision_no=d["decision_no"],
        by=hand_from(d),
        at=e.at,
        fine=Decimal(d["fine"]),
        recovery=Decimal(d["recovery"]),
        citation=d["citation"],
        reasons=d["reasons"],
        article_id=d["article_id"],
        ground=d.get("ground") or "",
        seq=e.seq,
        not_demanded=Decimal(d.get("not_demanded", "0.00")),
    )
    stage = Stage.EXECUTION if d["ruling"] == "penalty" else Stage.NO_PENALTY
    return replace(allot_decision(s, d), decision=decision, stage=stage)


def _decision_served(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    measured = s.measured_with(d.get("measured", ()))
    effect = (*s.effect, *(one["evidence_id"] for one in d.get("effect", ())))
    served_on = date.fromisoformat(d["served_on"])
    asked = d.get("publishable", False)
    return replace(s, served_on=served_on, measured=measured, effect=effect, publishable=asked)


def _barred(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    """A bar from managing was decided on the decision, or began: it stands and falls with it."""
    return replace(s, measured=s.measured_with(d["measured"]))


def _linked(s: CaseState, e: Event, d: Mapping[str, Any]) -> CaseState:
    return replace(s, scores=(*s.scores, (d["prac_psn_code"], d["entry_id"])))


def _stage(stage: Stage) -> Step:
    return lambda s, e, d: replace(s, stage=stage)


def _end(stage: Stage) -> Step:
    return lambda s, e, d: replace(s, stage=stage, closed_at=e.at)


STEPS: dict[str, Step] = {
    "CaseOpened": _opened,
    "OfficersAssigned": _assigned,
    "TiesChecked": _ties_checked,
    "ClueExtended": lambda s, e, d: replace(s, clue_extensions=s.clue_extensions + 1),
    "CaseFiled": lambda s, e, d: replace(
        allot_docket(s, d),
        stage=Stage.FILED,
        filed_at=e.at,
        harmful_result=bool(d.get("harmful_result")),
        own_area=d.get("own_area", ""),
        filing_seq=e.seq if d.get("submission") else 0,
    ),
    "ConductCorrected": lambda s, e, d: replace(
        s,
        conduct_from=date.fromisoformat(d["conduct_from"]),
        conduct_to=date.fromisoformat(d["conduct_to"]),
        **_discovered(d),
    ),
    "PartyCorrected": _party_corrected,
    "CaseDeclined": _end(Stage.NOT_FILED),
    "InvestigationStarted": _stage(Stage.INVESTIGATION),
    "InspectionRecorded": lambda s, e, d: replace(s, inspections=s.inspections + 1),
    "FindingsAttached": lambda s, e, d: replace(s, findings=(*s.findings, *_findings(d))),
    "RingAttached": lambda s, e, d: replace(s, ring_ids=(*s.ring_ids, d["ring_id"])),
    "EvidenceAttached": _evidence,
    "EvidenceCited": _cited,
    "CitationWithdrawn": _uncited,
    "ReporterProtected": _protected,
    "PictureAttached": _picture,
    "TaskAdded": _task,
    "TaskFinished": _task_done,
    "ReportWritten": _report,
    "PenaltyProposed": _proposed,
    "ProposalReviewed": _reviewed,
    "NoticeServed": _noticed,
    "DefenceRecorded": _defended,
    "HearingReported": lambda s, e, d: replace(s, hearing_report_seq=e.seq),
    "HearingWaived": lambda s, e, d: replace(s, hearing_waived=True),
    "HearingRequested": on_paper(_hearing),
    "HearingChairDesignated": _chair_named,
    "HearingAnnounced": _hearing_set,
    "HearingNotified": _hearing_told,
    "HearingHeld": _heard,
    "HearingEnded": _given_up,
    "LegalReviewSubmitted": _to_review,
    "LegalityReviewed": _legality,
    "InvestigationReopened": _reopened,
    "CaseDiscussed": _discussed,
    "CaseDecided": _decided,
    "DecisionExtended": lambda s, e, d: replace(s, decision_extensions=s.decision_extensions + 1),
    "DecisionServed": _decision_served,
    "BarDecided": _barred,
    "ManagerBarred": _barred,
    "CaseClosed": _end(Stage.CLOSED),
    "CaseTerminated": _end(Stage.TERMINATED),
    "ClockPaused": lambda s, e, d: replace(s, paused=s.paused | {d["ground"]}),
    "ClockResumed": lambda s, e, d: replace(s, paused=s.paused - {d["ground"]}),
    "PeriodStarted": lambda s, e, d: by_hand(replace(s, periods=s.periods | {d["period"]}), e, d),
    "PeriodEnded": lambda s, e, d: by_hand(replace(s, periods=s.periods - {d["period"]}), e, d),
    "ScoreLinked": _linked,
    "InspectionLinked": lambda s, e, d: replace(
        s, inspection_nos=(*s.inspection_nos, d["inspection_no"])
    ),
    **INTERVIEW_FOLDS,
    **STEP_FOLDS,
    **CORRECTION_FOLDS,
    **EXCLUSION_FOLDS,
    **SERVICE_FOLDS,
    **MONEY_FOLDS,
    **HANDLING_FOLDS,
    **REFERRAL_FOLDS,
    **SUBMIT_FOLDS,
    **DOCUMENT_FOLDS,
    **BINDING_FOLDS,
}
