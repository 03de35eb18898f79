"""A doctor's file from the room's values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from api.case.page import action_of
from api.case.steps import GROUNDS
from api.clocks import deadline_of
from api.context import Context
from api.errors import Missing
from api.ids import to_global
from api.names import Language, cited, pick
from api.points import types as gql
from api.points.acts import POINTS_ACTS
from api.points.approval import approval_of
from api.points.parties import parties_of
from api.timeline import event_of
from casework.actors import BUREAU
from casework.clocks.calendars import local_date
from casework.commands.points import DecideRepair
from casework.commands.restoration import (
    LiftRestorationBar,
    RequestRestorationRecusal,
    StrikeLearning,
)
from casework.custody.enclosure import Enclosure
from casework.events import Event
from casework.law.remedy import KINDS, OUTCOMES, PENDING
from casework.law.service import way
from casework.points.entry import acts_of
from casework.points.history import Span
from casework.points.rules import rule_set
from casework.points.standing import STATUS_NAMES, Sanction
from casework.points.state import (
    LearningEntry,
    PointsState,
    RepairEntry,
    ScoreEntry,
    ScoreReview,
    Weighed,
)
from casework.restoration.bar import bar_of, bar_row, bars_of
from casework.restoration.lapses import told_now
from casework.restoration.learn import current, exam_passed, learning_of
from casework.restoration.ledgers import ARRANGED
from casework.restoration.papers import lacking, named_paper
from casework.restoration.recusal import BODY_NAMES, BUREAU_SIDE
from casework.restoration.serve import to_serve
from casework.restoration.state import (
    STEP_NAMES,
    Announced,
    AskedRecusal,
    Bar,
    Halt,
    Opinion,
    Remedy,
    Restoration,
    Step,
    Stop,
)
from casework.restoration.verify import MATTERS
from graph.points.deciders import Decider, deciders
from graph.points.page import PointsPage, points_page
from graph.points.ties import WORDS, decider_ties

MUTATIONS = {act.command.__name__: act.name for act in POINTS_ACTS}
#: The way through, in order; side states are shown at the step where they happened.
WAY = (Step.STUDYING, Step.PARTY, Step.CENTRE, Step.BUREAU, Step.REGISTRATION, Step.RESTORED)


async def load_detail(context: Context, prac_psn_code: str) -> gql.PointsDetail:
    """The doctor's page of this reader; :class:`Missing` when there is none for him."""
    page = await points_page(context.driver, context.viewer, prac_psn_code, context.at)
    if page is None:
        raise Missing("医师档案")
    left = (str(e.data["fixmedins_code"]) for e in page.events if e.type == "PracticeLeft")
    codes = tuple(dict.fromkeys((*page.state.institutions, *left)))
    names = dict(zip(codes, await context.places.load_many(codes), strict=True))
    told = tuple(placed(event, names) for event in page.events)
    detail = detail_of(replace(page, events=told), context)
    if any(one.name == RequestRestorationRecusal.__name__ for one in page.actions):
        application = page.state.restoration
        named = application.decider if application is not None else None
        account = named.account if named is not None else ""
        found = await deciders(context.driver, page.state.party_bodies, account)
        detail.deciders = _deciders(found, context)
        if context.actor.holds(*BUREAU_SIDE):
            detail.ties = await _ties(page.state, found, context)
    return detail


async def _ties(
    state: PointsState, who: Sequence[Decider], context: Context
) -> list[gql.RestorationTie]:
    """What the map says of the approvers and the doctor, in the reader's language."""
    language = context.language
    found = await decider_ties(context.driver, state, who)
    return [
        gql.RestorationTie(
            name=one.decider.name,
            body=pick(language, *BODY_NAMES[one.decider.body]),
            ground=pick(language, *GROUNDS[WORDS[one.how][0].value]),
            reason=pick(language, *WORDS[one.how][1:]),
        )
        for one in found
    ]


def _deciders(found: Sequence[Decider], context: Context) -> list[gql.RestorationDecider]:
    """Who may be asked to withdraw: of each body, but the reader himself."""
    return [
        gql.RestorationDecider(
            account=one.account, name=one.name, body=pick(context.language, *BODY_NAMES[one.body])
        )
        for one in found
        if one.account != context.actor.account
    ]


def placed(event: Event, names: Mapping[str, str]) -> Event:
    """A further place of practice, to be told by its name: the event itself keeps the code alone."""
    code = str(event.data.get("fixmedins_code", ""))
    if event.type not in {"PracticePointAdded", "PracticeLeft"} or code not in names:
        return event
    return replace(event, data={**event.data, "fixmedins_code": names[code]})


def detail_of(page: PointsPage, context: Context) -> gql.PointsDetail:
    """Everything of the page in the reader's language."""
    language = context.language
    bar = bar_of(page.state, page.standing.on)
    return gql.PointsDetail(
        file=file_of(page, language),
        totals=[gql.YearTotal(year=y, points=p) for y, p in sorted(page.totals.items())],
        sanctions=[sanction_of(s, language) for s in page.sanctions],
        scores=[score_of(e, page, context) for e in reversed(page.state.entries)],
        repairs=[repair_of(one, page, context) for one in reversed(page.state.repairs)],
        history=[span_of(span, language) for span in page.history],
        restoration=restoration_of(page, context),
        restoration_bar=context.say(bar.message_zh, bar.message_en) if bar else None,
        bars=[restoration_bar_of(one, page, context) for one in bars_of(page.state)],
        approvals=[approval_of(one, language) for one in page.state.approvals],
        deciders=[],
        ties=[],
        ledgers=ledgers_of(page, language),
        ledgerless=list(page.bookless),
        twice=[
            gql.TwiceUsed(
                certificate=one.certificate,
                doctors=[
                    pick(context.language, f"{n}（{c}）", f"{n} ({c})") for c, n in one.doctors
                ],
                named=one.named,
            )
            for one in page.twice
        ],
        deadlines=[deadline_of(d, language) for d in page.deadlines],
        timeline=[event_of(event, language) for event in reversed(page.events)],
        next_actions=[action_of(action, language, MUTATIONS) for action in page.actions],
    )


def file_of(page: PointsPage, language: Language) -> gql.PointsFile:
    """The doctor's identity and standing."""
    state, standing = page.state, page.standing
    application = state.restoration
    return gql.PointsFile(
        id=to_global("PointsFile", state.prac_psn_code),
        prac_psn_code=state.prac_psn_code,
        name=state.name,
        fixmedins_code=state.fixmedins_code,
        institutions=list(state.institutions),
        status=standing.status.value,
        status_title=pick(language, standing.zh, standing.en),
        status_until=standing.until,
        billable=standing.billable,
        year_points=standing.total,
        restoration_step=application.step.value if application else None,
        restoration_title=_step_title(application.step, language) if application else None,
        version=state.version,
    )


def score_of(entry: ScoreEntry, page: PointsPage, context: Context) -> gql.ScoreEntry:
    """An entry of the score ledger, with what this reader may do about it now."""
    language = context.language
    fits = acts_of(entry, context.actor, context.at)
    rules = rule_set(entry.rule_set)
    act = rules.act(entry.act)
    return gql.ScoreEntry(
        entry_id=entry.entry_id,
        points=entry.points,
        original_points=entry.original_points,
        act=entry.act,
        act_title=pick(language, act.zh, act.en),
        responsibility=entry.responsibility,
        staff=entry.staff,
        conduct_on=entry.conduct_on,
        counted_on=entry.counted_on,
        basis=entry.basis,
        basis_kind=entry.basis_kind,
        fixmedins_code=entry.fixmedins_code,
        rule_set=entry.rule_set,
        rule_set_title=pick(language, rules.zh, rules.en),
        min_points=act.min,
        max_points=act.max,
        reasons=entry.reasons,
        departure=entry.departure or None,
        conduct_to=entry.conduct_to,
        day_departure=entry.day_departure or None,
        counts=entry.counts,
        void_why=entry.void_why or None,
        void_no=entry.void_no or None,
        void_paper=_enclosure(entry.void_paper),
        recorded_by=entry.by.name,
        recorded_at=entry.at,
        notified_on=entry.notified_on,
        notified_way=_way(entry.notified_by, entry.notified_on, language),
        particulars=entry.particulars or None,
        served_by=entry.served_by or None,
        posted_on=entry.posted_on,
        receipt=_enclosure(entry.receipt),
        consent=_enclosure(entry.consent),
        objection=entry.objection,
        objection_paper=_enclosure(entry.objection_paper),
        received_on=entry.received_on,
        objector=entry.objector or None,
        objected_for=entry.objected_for or None,
        enclosures=[
            gql.Enclosure(certificate=x.certificate, name=x.name) for x in entry.enclosures
        ],
        resolution=entry.resolution,
        resolution_reasons=entry.resolution_reasons or None,
        weighed=_weighed(entry.weighed, context),
        reviews=[review_of(one, context) for one in entry.reviews],
        acts=[MUTATIONS[one.name] for one in page.actions if one.name in fits],
    )


def _weighed(one: Weighed | None, context: Context) -> gql.ScoreWeighed | None:
    """What an answer rested on; papers kept from the party are counted for it alone."""
    if one is None:
        return None
    may_read = not one.closed or context.actor.holds(*BUREAU)
    return gql.ScoreWeighed(
        materials=[
            gql.Enclosure(certificate=x.certificate, name=x.name)
            for x in (one.materials if may_read else ())
        ],
        count=len(one.materials),
        show=(one.show or None) if may_read else None,
        closed=one.closed or None,
        expert=one.expert or None,
        unit=one.unit or None,
        opinion=one.opinion or None,
        paper=_enclosure(one.paper),
    )


def _enclosure(one: Enclosure | None) -> gql.Enclosure | None:
    return gql.Enclosure(certificate=one.certificate, name=one.name) if one else None


def _way(how: str, on: date | None, language: Language) -> str | None:
    """How something was served on a day, where it was kept."""
    if not how or on is None:
        return None
    row = way(how, on)
    return pick(language, row.zh, row.en)


def repair_of(one: RepairEntry, page: PointsPage, context: Context) -> gql.PointsRepair:
    """An activity that repairs points."""
    offered = any(action.name == DecideRepair.__name__ for action in page.actions)
    return gql.PointsRepair(
        repair_id=one.repair_id,
        activity=one.activity,
        title=one.title,
        held_on=one.held_on,
        certificate=one.certificate,
        recorded_by=one.by.name,
        points=one.points,
        outcome=one.outcome,
        shortens=one.effect == "suspension",
        decided_by=one.decided_by.signed if one.decided_by else None,
        decided_on=one.decided_on,
        reasons=one.reasons or None,
        decidable=offered and one.outcome is None and not one.by.is_actor(context.actor),
    )


def review_of(one: ScoreReview, context: Context) -> gql.ScoreReview:
    """A change of the decision, and the answer."""
    return gql.ScoreReview(
        case_no=one.case_no,
        document_no=one.document_no,
        why=one.why,
        fine_before=one.fine_before,
        fine=one.fine,
        due_at=one.due_at,
        outcome=one.outcome,
        reasons=one.reasons or None,
        by=one.by.name if one.by else None,
        at=one.at,
        weighed=_weighed(one.weighed, context),
    )


def sanction_of(sanction: Sanction, language: Language) -> gql.Sanction:
    """A suspension or termination."""
    rules = rule_set(sanction.rule_set)
    return gql.Sanction(
        kind=sanction.kind.value,
        title=pick(language, *STATUS_NAMES[sanction.kind]),
        starts=sanction.starts,
        until=sanction.until,
        national=sanction.national,
        single=sanction.single,
        total=sanction.total,
        rule_set_title=pick(language, rules.zh, rules.en),
    )


def _was_returned(page: PointsPage) -> bool:
    """Whether the latest application was sent back at some time."""
    kinds = {"RestorationReturned", "RestorationApplied"}
    last = next((one.type for one in reversed(page.events) if one.type in kinds), "")
    return last == "RestorationReturned"


def restoration_of(page: PointsPage, context: Context) -> gql.Restoration | None:
    """The latest application."""
    language = context.language
    state = page.state
    application = state.restoration
    if application is None:
        return None
    rules = rule_set(application.rule_set)
    return gql.Restoration(
        application_id=application.application_id,
        step=application.step.value,
        step_title=_step_title(application.step, language),
        is_open=application.is_open,
        applied_by=application.applied_by.name,
        applied_at=application.applied_at,
        statement=application.statement,
        rule_set_title=pick(language, rules.zh, rules.en),
        earned=page.earned,
        required=learning_of(state).need,
        exam_passed=exam_passed(state, local_date(context.at)),
        studies=[study_of(entry, page, context) for entry in current(state)],
        revocation=_revocation(application),
        lapses=[
            gql.RestorationLapse(title=one.title, valid_until=one.valid_until, lapsed=lapsed)
            for one, lapsed in told_now(state, local_date(context.at))
            if one.valid_until is not None
        ],
        steps=_steps(state, application, language),
        halts=[halt_of(halt, language) for halt in application.halts],
        was_returned=_was_returned(page),
        approval_stands=application.approval_stands,
        registration_no=application.registration_no or None,
        batch=application.batch or None,
        parties=parties_of(application, language),
        recused=[f"{hand.name}（{relation}）" for hand, relation in application.recused],
        recusals=[recusal_of(one, language) for one in application.recusals],
        stands_in=application.decider.name if application.decider else None,
        papers=papers_of(application, language),
        services=[
            gql.RestorationService(
                ruling=one.ruling.value,
                on=one.on,
                way=_way(one.way, one.on, language) or one.way,
                particulars=one.particulars,
                served_by=one.served_by,
                posted_on=one.posted_on,
                receipt=_enclosure(one.receipt),
                consent=_enclosure(one.consent),
            )
            for one in application.services
        ],
        unserved=to_serve(state),
        announced=[_announcement(one) for one in application.announced],
        posted=_announcement(now)
        if (now := application.announced_of(application.ruling))
        else None,
        remedies=[
            remedy_of(one, remedy, language)
            for one in state.restorations
            for remedy in one.remedies
        ],
    )


def remedy_of(one: Restoration, remedy: Remedy, language: Language) -> gql.RestorationRemedy:
    """A review or suit of one application."""
    return gql.RestorationRemedy(
        remedy_id=remedy.remedy_id,
        application_id=one.application_id,
        ruling=remedy.ruling.value,
        kind=remedy.kind,
        title=pick(language, *KINDS[remedy.kind]),
        body=remedy.body,
        filed_on=remedy.filed_on,
        document_no=remedy.document_no,
        place=remedy.place or None,
        notice=gql.Enclosure(certificate=remedy.notice.certificate, name=remedy.notice.name),
        outcome=remedy.outcome,
        outcome_title=pick(language, *(OUTCOMES[remedy.outcome] if remedy.outcome else PENDING)),
        decided_on=remedy.decided_on,
        outcome_no=remedy.outcome_no or None,
        reasons=remedy.reasons or None,
        decision=_enclosure(remedy.decision),
        former=remedy.former,
        stops=[_stop(stop) for stop in remedy.stops],
    )


def _stop(one: Stop) -> gql.RevocationStop:
    order = gql.Enclosure(certificate=one.order.certificate, name=one.order.name)
    return gql.RevocationStop(
        since=one.since, until=one.until, document_no=one.document_no, order=order
    )


def papers_of(one: Restoration, language: Language) -> list[gql.RestorationSigned]:
    """Its papers as they were signed, and those that it lacks."""
    missing = lacking(one)
    found = [(paper.paper, paper.party, paper.scan, paper.shared) for paper in one.papers] + [
        (paper, party, None, False) for paper, party in missing
    ]
    return [
        gql.RestorationSigned(
            paper=paper.value,
            title=pick(language, *named_paper(one, paper, party)),
            party=party or None,
            scan=_enclosure(scan),
            lacking=scan is None,
            shared=shared,
        )
        for paper, party, scan, shared in found
    ]


def _revocation(one: Restoration) -> gql.ProposedRevocation | None:
    if one.revocation_by is None or one.step is not Step.RESTORED:
        return None
    return gql.ProposedRevocation(
        reasons=one.revocation_reasons,
        heard_until=one.revocation_until,
        said=list(one.revocation_said),
    )


def ledgers_of(page: PointsPage, language: Language) -> list[gql.RestorationLedger]:
    """The ledgers behind the application, in the reader's language."""
    return [
        gql.RestorationLedger(
            case_no=book.case_no,
            entries=list(book.entries),
            identified=book.identified,
            demanded=book.demanded,
            returned=book.returned,
            written_off=book.written_off,
            outstanding=book.outstanding,
            arranged=pick(language, *ARRANGED[book.arranged]) if book.arranged else None,
            uncorrected=book.uncorrected or None,
        )
        for book in page.books
    ]


def restoration_bar_of(bar: Bar, page: PointsPage, context: Context) -> gql.RestorationBar:
    """A bar on the file, with the law behind its ground."""
    row = bar_row(bar.ground)
    offered = any(one.name == LiftRestorationBar.__name__ for one in page.actions)
    return gql.RestorationBar(
        bar_id=bar.bar_id,
        ground=bar.ground.value,
        title=pick(context.language, row.zh, row.en),
        basis=cited(context.language, row.basis),
        document_no=bar.document_no,
        issued_on=bar.issued_on,
        reasons=bar.reasons,
        paper=_enclosure(bar.paper),
        recorded_by=bar.by.name,
        recorded_at=bar.at,
        lifted_by=bar.lifted_by.name if bar.lifted_by else None,
        lifted_at=bar.lifted_at,
        lifted_document_no=bar.lifted_document_no or None,
        lifted_reasons=bar.lifted_reasons or None,
        lifted_paper=_enclosure(bar.lifted_paper),
        liftable=offered and bar.lifted_by is None and not bar.by.is_actor(context.actor),
    )


def halt_of(halt: Halt, language: Language) -> gql.RestorationHalt:
    """A ground on which the application rests."""
    return gql.RestorationHalt(
        key=halt.key,
        kind=halt.kind.value,
        title=pick(language, *halt.title),
        reference="" if halt.for_want_of_a_place else halt.reference,
        reasons=halt.reasons,
        at=halt.at,
        ended_at=halt.ended_at,
    )


def recusal_of(one: AskedRecusal, language: Language) -> gql.RestorationRecusal:
    """A request that an approver withdraw, and what the head said, of a head the leaders."""
    return gql.RestorationRecusal(
        recusal_id=one.recusal_id,
        officer=one.officer.name,
        officer_account=one.officer.account,
        body=pick(language, *BODY_NAMES[one.body]),
        ground=pick(language, *GROUNDS[one.ground.value]),
        reason=one.reason,
        by=one.by.name,
        granted=one.granted,
        decided_by=one.decided_by.name if one.decided_by else None,
        answer=one.answer or None,
        of_head=one.of_head,
    )


def span_of(span: Span, language: Language) -> gql.StatusSpan:
    """Days with one status."""
    return gql.StatusSpan(
        status=span.status.value,
        title=pick(language, *STATUS_NAMES[span.status]),
        starts=span.starts,
        until=span.until,
        billable=span.billable,
    )


def study_of(entry: LearningEntry, page: PointsPage, context: Context) -> gql.StudyRecord:
    """An entry of the study ledger."""
    offered = any(one.name == StrikeLearning.__name__ for one in page.actions)
    return gql.StudyRecord(
        kind=entry.kind,
        title=entry.title,
        on=entry.on,
        hours=entry.hours,
        mark=entry.mark,
        passed=entry.passed,
        points=entry.points,
        certificate=entry.certificate,
        valid_until=entry.valid_until,
        counts=entry.counts(local_date(context.at)),
        struck_by=entry.struck_by.signed if entry.struck_by else None,
        struck_why=entry.struck_why or None,
        strikable=offered and entry.struck_by is None and not entry.by.is_actor(context.actor),
    )


def _steps(
    state: PointsState, application: Restoration, language: Language
) -> list[gql.RestorationStep]:
    at = application.step
    if at in (Step.RETURNED, Step.HALTED):
        at = (application.returned_from if at is Step.RETURNED else application.halted_from) or at
    reached = WAY.index(at) if at in WAY else _last_reached(application)
    ended = application.step is Step.RESTORED
    found = []
    for number, step in enumerate(WAY):
        opinion = _opinion(application, step)
        hand = opinion.hand if opinion else None
        signed = pick(language, hand.signed, hand.signed_en) if hand else None
        found.append(
            gql.RestorationStep(
                step=step.value,
                title=_step_title(step, language),
                state=_progress(number, reached, ended=ended),
                outcome=opinion.outcome if opinion else None,
                by=signed,
                at=opinion.at if opinion else None,
                opinion=opinion.reasons if opinion else None,
                checks=_checks(application, language) if step is Step.CENTRE else [],
            )
        )
    return found


def _checks(application: Restoration, language: Language) -> list[gql.RestorationCheck]:
    """What the centre's latest review says of study, exam, refund and rectification."""
    return [
        gql.RestorationCheck(matter=matter, title=pick(language, *MATTERS[matter]), met=met)
        for matter, met in application.verified
    ]


def _progress(number: int, reached: int, *, ended: bool) -> str:
    if number < reached or ended:
        return "done"
    return "current" if number == reached else "waiting"


def _last_reached(application: Restoration) -> int:
    done = [WAY.index(Step(o.body)) for o in application.opinions if Step(o.body) in WAY]
    return max(done, default=0)


def _opinion(application: Restoration, step: Step) -> Opinion | None:
    """The latest opinion of a step; where several party organisations are asked, none for all."""
    if step is Step.PARTY and len(application.parties) > 1:
        return None
    given = (one for one in reversed(application.opinions) if one.body == step.value)
    return next(given, None)


def _step_title(step: Step, language: Language) -> str:
    return pick(language, *STEP_NAMES[step])


def _announcement(one: Announced) -> gql.RestorationAnnouncement:
    return gql.RestorationAnnouncement(
        ruling=one.ruling.value, posted_on=one.posted_on, where=one.where
    )
