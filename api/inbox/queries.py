"""The first page of every role: what waits, what is due, what is new."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from typing import Final

import anyio.to_thread
import strawberry

from api.context import Context, Info
from api.evidence.convert import DAMAGE
from api.ids import to_global
from api.inbox import types as gql
from api.inbox.objection import objections_of
from api.inbox.study import study_of
from api.names import pick
from api.session.pages import may_open
from audit.findings.store import FindingStore
from casework.actors import BUREAU, Role
from casework.cases.leaders import LEADERS
from casework.cases.stages import Stage
from casework.clocks.calendars import day_end, local_date
from casework.clocks.deadlines import working_days_left
from casework.courses.appeal import RESOLVE
from casework.custody.unrecorded import CURE_EN, CURE_ZH
from casework.documents.gaps import unset
from casework.inspection.state import Step
from casework.measures.serve import to_do, unserved_since
from casework.points.parameters import parameters
from graph.cases.inbox import InboxItem, inbox
from graph.cases.list import CaseFilter, count_cases
from graph.cases.undeclared import undeclared_of
from graph.courses.read import disputes_for
from graph.custody.read import Damage, damages, objects_without_record
from graph.inspection.read import InspectionRow, list_inspections
from graph.investigations.shared import newly_shared
from graph.measures.notices import measure_notices
from graph.measures.proposed import proposals_for as measures_proposed
from graph.measures.proposed import unserved_for as measures_unserved
from graph.points.parameters import bureau_parameters, proposals_for, unsigned_for
from graph.rings.read import RingQuery, list_rings

#: Cases and files shown at first, and at most.
SHOWN: Final = 50
MOST: Final = 500
TARGETS = {"case": "/cases/{key}", "task": "/cases/{key}", "points": "/points/{key}"}


async def item_of(item: InboxItem, context: Context) -> gql.InboxItem:
    """Something that waits, with the act that would move it, and which of several bodies it waits for."""
    language, due = context.language, item.deadline.due if item.deadline else None
    act = pick(language, item.action_zh, item.action_en)
    stage = pick(language, item.stage_zh, item.stage_en)
    instead = item.instead_of and context.say(
        f"代{item.instead_of}（外出）", f"for {item.instead_of}, who is away"
    )
    return gql.InboxItem(
        kind=item.kind,
        title=item.title,
        detail=" · ".join(filter(None, (act, stage, await _owing(item, context), instead))),
        target=TARGETS[item.kind].format(key=item.key),
        due_at=due,
        overdue=due is not None and due < context.at,
        amount=None,
        since=item.updated_at,
        working_days_left=working_days_left(
            item.deadline.calendar if item.deadline else None, due, context.at
        ),
    )


async def _owing(item: InboxItem, context: Context) -> str:
    """The party organisations that have not spoken, by the names of their institutions."""
    if not item.owing:
        return ""
    names = await context.places.load_many(list(item.owing))
    return context.say(
        f"尚待{'、'.join(names)}党组织", f"still to come: party organisation of {', '.join(names)}"
    )


async def damages_of(context: Context) -> list[gql.InboxItem]:
    """Evidence and dossiers that a check found damaged or lost: first of all that waits."""
    return [
        gql.InboxItem(
            kind="evidence",
            title=found.name,
            detail=" · ".join(
                filter(None, (pick(context.language, *DAMAGE[found.damage]), found.case_no))
            ),
            target=f"/cases/{found.case_no}?tab={_tab(found)}" if found.case_no else "/",
            due_at=None,
            overdue=False,
            amount=None,
            since=found.at,
        )
        for found in await damages(context.driver, context.viewer)
    ]


async def measures_of(context: Context) -> list[gql.InboxItem]:
    """Measures that lifted themselves lately, or will soon: nobody has to do anything for that."""
    found = await measure_notices(context.driver, context.viewer, context.at)
    return [
        gql.InboxItem(
            kind="measure",
            title=f"{one.name} · {pick(context.language, one.kind_zh, one.kind_en)}",
            detail=context.say("措施到期，已自动解除", "the measure lifted itself")
            if one.over_at <= context.at
            else context.say("措施将到期自动解除", "the measure will lift itself"),
            target=_measures_page(context),
            due_at=one.over_at if one.over_at > context.at else None,
            overdue=False,
            amount=None,
            since=one.over_at if one.over_at <= context.at else None,
        )
        for one in found
    ]


def _measures_page(context: Context) -> str:
    return "/my-measures" if context.actor.roles == {Role.PHYSICIAN} else "/measures?show=all"


async def proposed_of(context: Context) -> list[gql.InboxItem]:
    """Proposed measures that wait for this person's decision; no period runs for it."""
    return [
        gql.InboxItem(
            kind="measure",
            title=f"{one.name} · {pick(context.language, one.measure.row.zh, one.measure.row.en)}",
            detail=context.say(
                f"决定措施 · {one.measure.by.name}提出",
                f"decide a measure · proposed by {one.measure.by.name}",
            ),
            target="/measures?show=all",
            due_at=None,
            overdue=False,
            amount=None,
            since=one.measure.proposed_at,
        )
        for one in await measures_proposed(context.driver, context.viewer, context.at)
    ]


async def unserved_of(context: Context) -> list[gql.InboxItem]:
    """Measures decided or lifted whose notice this person has to serve; no period runs for it."""
    return [
        gql.InboxItem(
            kind="measure",
            title=f"{one.name} · {pick(context.language, one.measure.row.zh, one.measure.row.en)}",
            detail=context.say(*to_do(one.measure)),
            target="/measures?show=all",
            due_at=None,
            overdue=False,
            amount=None,
            since=unserved_since(one.measure),
        )
        for one in await measures_unserved(context.driver, context.viewer, context.at)
    ]


#: Officers of an inspection (条例 29).
TWO: Final = 2


async def inspections_of(context: Context) -> list[gql.InboxItem]:
    """Inspections of this person, until they are over; of a leader those that wait for him."""
    rows, _ = await list_inspections(
        context.driver, context.viewer, open_only=True, mine=True, due=True
    )
    if context.viewer.actor.holds(*LEADERS):
        waiting, _ = await list_inspections(
            context.driver, context.viewer, open_only=True, waiting=True
        )
        known = {one.inspection_no for one in rows}
        heads = context.viewer.actor.holds(Role.HEAD)
        names = context.viewer.actor.holds(Role.SUPERVISOR)
        rows += tuple(
            one
            for one in waiting
            if one.inspection_no not in known
            # On a head the leaders decide together, he himself not among them.
            and (heads or one.asked_of_head or (names and len(one.officers) < TWO))
        )
    return [_inspection(one, context) for one in rows]


def _inspection(one: InspectionRow, context: Context) -> gql.InboxItem:
    due = _due(one)
    return gql.InboxItem(
        kind="inspection",
        title=f"{one.title} · {one.party_name}",
        detail=_step_of(one, context),
        target=f"/inspections/{one.inspection_no}",
        due_at=due,
        overdue=due is not None and due < context.at,
        amount=one.amount or None,
        since=datetime.fromisoformat(one.opened_at),
    )


def _due(one: InspectionRow) -> datetime | None:
    """Until when it is to begin, the end of the first day of its notice; then its next deadline."""
    if one.stage is Step.PLANNED:
        return day_end(date.fromisoformat(one.starts_on)).astimezone(UTC)
    return datetime.fromisoformat(one.next_due) if one.next_due else None


def _step_of(one: InspectionRow, context: Context) -> str:
    """What is to be done next on an inspection."""
    if one.asked:
        return context.say("回避申请待决定", "a recusal waits for a decision")
    if one.stage is Step.CLOSED:
        return context.say(
            "登记飞行检查后续：整改进展和报告",
            "follow up the unannounced inspection: its rectification is to be reported",
        )
    if len(one.officers) < TWO:
        return context.say("变更检查人员，补足两人", "name officers: there have to be two")
    if one.stage is Step.PLANNED:
        return context.say("按通知日期进场检查", "begin on the day of the notice")
    if one.unsigned:
        return context.say(
            f"{one.unsigned} 份工作底稿待签字", f"{one.unsigned} working papers to be signed"
        )
    if one.unscanned:
        return context.say(
            f"{one.unscanned} 份工作底稿待附签字扫描件",
            f"signed scans to be attached to working papers: {one.unscanned}",
        )
    if not one.papers:
        return context.say("填写工作底稿", "write the working papers")
    return context.say("底稿已签齐，可结束检查", "all papers are signed: end the inspection")


async def parameters_of(context: Context) -> list[gql.InboxItem]:
    """Changes of the bureau's parameters that wait for this person's approval, and signed forms that are missing."""
    known = parameters()
    return [
        *(
            _of_parameter(
                context.say(
                    f"{one.title.zh}：{known[name].zh}",
                    f"{one.title.en}: {known[name].en}",
                ),
                context.say(
                    f"附入参数审批表签字件 · {one.by.signed}审批",
                    f"attach the signed form · decided by {one.by.signed_en}",
                ),
                one.at,
            )
            for one, name in await unsigned_for(context.driver, context.viewer)
        ),
        *(
            _of_parameter(
                context.say(
                    f"本局参数修改：{known[one.name].zh}",
                    f"Change of a parameter: {known[one.name].en}",
                ),
                context.say(
                    f"批准本局参数修改 · {one.by.name}提出，自 {one.valid_from} 起",
                    f"decide on a parameter · proposed by {one.by.name}, from {one.valid_from}",
                ),
                one.at,
            )
            for one in await proposals_for(context.driver, context.viewer)
        ),
    ]


def _of_parameter(title: str, detail: str, since: datetime) -> gql.InboxItem:
    return gql.InboxItem(
        kind="parameter",
        title=title,
        detail=detail,
        target="/parameters",
        due_at=None,
        overdue=False,
        amount=None,
        since=since,
    )


async def ties_of(context: Context) -> list[gql.InboxItem]:
    """The declaration of ties that the cases and inspections wait for on which this person acts."""
    found = await undeclared_of(context.driver, context.viewer)
    if found is None:
        return []
    return [
        gql.InboxItem(
            kind="ties",
            title=context.say("申报回避关系", "Declare your ties"),
            detail=context.say(
                f"参与办理的案件 {found.cases} 件、检查 {found.inspections} 次，未申报的无法比对回避关系",
                f"you act on {found.cases} open cases and {found.inspections} inspections: "
                "without it no tie can be compared",
            ),
            target="/delegations",
            due_at=None,
            overdue=False,
            amount=None,
            since=None,
        )
    ]


async def disputed_of(context: Context) -> list[gql.InboxItem]:
    """Exam questions that doctors dispute, for who is to answer."""
    return [
        gql.InboxItem(
            kind="dispute",
            title=context.say(
                f"试题异议：{one.name}，{one.title}", f"Disputed question: {one.name}, {one.title}"
            ),
            detail=" · ".join((pick(context.language, RESOLVE.zh, RESOLVE.en), one.appeal.text)),
            target="/courses",
            due_at=None,
            overdue=False,
            amount=None,
            since=one.appeal.at,
        )
        for one in await disputes_for(context.driver, context.viewer)
    ]


async def shared_of(context: Context) -> list[gql.InboxItem]:
    """Pictures of the graph that a colleague shared, until they are opened."""
    if not may_open(context.actor, "graph"):
        return []
    return [
        gql.InboxItem(
            kind="shared",
            title=found.name,
            detail=context.say(
                f"{found.owner}与您共享了研判图", f"{found.owner} shared this picture of the graph"
            ),
            target=f"/graph?investigation={to_global('Investigation', found.id)}",
            due_at=None,
            overdue=False,
            amount=None,
            since=found.at,
        )
        for found in await newly_shared(context.driver, context.viewer)
    ]


async def unrecorded_of(context: Context) -> list[gql.InboxItem]:
    """What lies locked in the vault without a record, with the cure."""
    return [
        gql.InboxItem(
            kind="evidence",
            title=context.say(f"证据库对象无登记：{key[-12:]}", f"No record of object {key[-12:]}"),
            detail=context.say(CURE_ZH, CURE_EN),
            target="/",
            due_at=None,
            overdue=False,
            amount=None,
            since=since,
        )
        for key, since in await objects_without_record(context.driver, context.viewer)
    ]


def _tab(found: Damage) -> str:
    if found.evidence_id:
        return "evidence"
    return "forms" if found.damage == "volume" else "dossier"


#: Who proposes a parameter, approves it, or leads those whose papers print it.
SETTERS: Final = (Role.LEGAL_REVIEWER, Role.HEAD, Role.SUPERVISOR)


async def news_of(context: Context) -> list[gql.InboxCount]:
    """Figures with the page behind each; only pages that are open to this person."""
    actor, viewer, language = context.actor, context.viewer, context.language
    found: list[gql.InboxCount] = []
    if may_open(actor, "findings"):
        store = FindingStore(context.services.settings.home)
        sums = await anyio.to_thread.run_sync(lambda: store.sums(viewer))
        found.append(_count(language, "findings", ("疑点", "findings"), sums.count, "/findings"))
    if may_open(actor, "rings"):
        page = await list_rings(context.driver, viewer, RingQuery(route="ring"), first=1)
        title = ("疑似团伙", "suspected rings")
        found.append(_count(language, "rings", title, page.total, "/rings?route=ring"))
    if may_open(actor, "cases"):
        running = await count_cases(context.driver, viewer, CaseFilter(is_open=True))
        title = ("在办案件", "open cases")
        found.append(_count(language, "cases", title, running, "/cases"))
    if actor.holds(*BUREAU):
        at_decision = CaseFilter(is_open=True, stages=(Stage.DECISION,))
        waiting = await count_cases(context.driver, viewer, at_decision)
        title = ("待决定", "to be decided")
        found.append(_count(language, "decisions", title, waiting, "/cases?stage=decision"))
    if actor.holds(*SETTERS):
        state = await bureau_parameters(context.driver, viewer)
        if missing := unset(state, local_date(context.at)):
            title = (
                "文书所需、尚未录入的本局参数",
                "parameters that papers print and nobody has set",
            )
            found.append(_count(language, "parameters", title, len(missing), "/parameters"))
    return found


def _count(
    language: str, code: str, title: tuple[str, str], count: int, target: str
) -> gql.InboxCount:
    return gql.InboxCount(
        code=code, title=title[0] if language == "zh" else title[1], count=count, target=target
    )


@strawberry.type
class InboxQueries:
    """The inbox."""

    @strawberry.field
    async def inbox(self, info: Info, first: int = SHOWN) -> gql.Inbox:
        """What waits for this person; the nearest deadline first. `first`: cases and files at most, up to 500."""
        context, first = info.context, max(1, min(first, MOST))
        # The parts know nothing of each other: asked one after the other their waits add up.
        own, about = await asyncio.gather(
            asyncio.gather(
                inbox(context.driver, context.viewer, context.at, limit=first + 1),
                inspections_of(context),
                measures_of(context),
                proposed_of(context),
                unserved_of(context),
                news_of(context),
            ),
            asyncio.gather(
                damages_of(context),
                unrecorded_of(context),
                parameters_of(context),
                disputed_of(context),
                shared_of(context),
                study_of(context),
                objections_of(context),
                ties_of(context),
            ),
        )
        found, inspections, measures, to_decide, to_serve, news = own
        damaged, unrecorded, proposed, disputed, shared, study, objections, ties = about
        items = [await item_of(item, context) for item in found[:first]]
        return gql.Inbox(
            waiting=[
                *damaged,
                *unrecorded,
                *ties,
                *items,
                *study,
                *objections,
                *to_decide,
                *to_serve,
                *proposed,
                *disputed,
                *inspections,
                *shared,
            ],
            more=len(found) > first,
            deadlines=[
                *(
                    item
                    for item in (*items, *study, *objections, *inspections)
                    if item.due_at is not None
                ),
                *measures,
            ],
            news=news,
        )
