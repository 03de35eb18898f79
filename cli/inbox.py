"""`jicha inbox`: what waits for the signed-in person, the nearest deadline first."""

from datetime import datetime
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.commands.accounts import DeclareTies
from casework.commands.measures import AttachMeasurePaper, ServeMeasure
from casework.courses.appeal import RESOLVE
from casework.documents.beside import Approval
from casework.inspection.state import STEPS
from casework.measures.eyes import DECIDES
from casework.measures.serve import to_do, to_serve
from casework.points.parameters import BureauState, Proposed, parameters
from casework.points.setting import DECIDE
from casework.points.signed import PARAMETER
from cli.language import held, say
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.cases.inbox import InboxItem, inbox
from graph.cases.undeclared import Undeclared, undeclared_of
from graph.courses.read import Dispute, disputes_for
from graph.inspection.read import InspectionRow, list_inspections
from graph.measures.proposed import Waiting
from graph.measures.proposed import proposals_for as measures_proposed
from graph.measures.proposed import unserved_for as measures_unserved
from graph.points.parameters import proposals_for, unsigned_for


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("inbox")(inbox_command)


def inbox_command(
    limit: Annotated[int, typer.Option(min=1, max=500, help="最多条数 / at most")] = 50,
    json: JsonOption = False,
) -> None:
    """待办：等待我办理的案件、检查、医师档案、任务、措施、参数修改和试题异议 / what waits for me."""
    out = Output(json)

    async def work(
        driver: neo4j.AsyncDriver, actor: Actor
    ) -> tuple[
        tuple[InboxItem, ...],
        list[Proposed],
        tuple[Dispute, ...],
        tuple[Waiting, ...],
        tuple[Waiting, ...],
        Undeclared | None,
        tuple[InspectionRow, ...],
        list[tuple[Approval, str]],
    ]:
        who = viewer(actor)
        return (
            await inbox(driver, who, now(), limit=limit + 1),
            await proposals_for(driver, who),
            await disputes_for(driver, who),
            await measures_proposed(driver, who, now()),
            await measures_unserved(driver, who, now()),
            await undeclared_of(driver, who),
            (await list_inspections(driver, who, open_only=True, mine=True, due=True))[0],
            await unsigned_for(driver, who),
        )

    found, proposed, disputed, measures, unserved, ties, inspections, forms = as_person(out, work)
    items, more = found[:limit], len(found) > limit
    lines = [
        *([_ties_text(ties)] if ties else ()),
        *(file_text(one) for one in items),
        *(_proposal_text(one) for one in proposed),
        *(_form_text(*one) for one in forms),
        *(_dispute_text(one) for one in disputed),
        *(measure_text(one) for one in measures),
        *(_unserved_text(one) for one in unserved),
        *(_inspection_text(one) for one in inspections),
        *(
            [say(f"还有更多：--limit {2 * limit}", f"there is more: --limit {2 * limit}")]
            if more
            else ()
        ),
    ]
    waiting = [
        *([_ties(ties)] if ties else ()),
        *(file_json(one) for one in items),
        *(_proposal(one) for one in proposed),
        *(_form(*one) for one in forms),
        *(_dispute(one) for one in disputed),
        *(measure_json(one) for one in measures),
        *(_unserved(one) for one in unserved),
        *(_inspection(one) for one in inspections),
    ]
    out.result(
        {"waiting": waiting, "more": more},
        "\n".join(lines) or say("没有待办", "nothing waits"),
    )


def measure_json(one: Waiting) -> dict[str, Any]:
    """A proposed measure in the same shape; its key is the measure's own number."""
    return {
        "kind": "measure",
        "key": one.measure.measure_id,
        "title": f"{one.name} {one.measure.row.zh}",
        "action": "StopSettlement" if one.measure.row.personal else DECIDES,
        "action_zh": "决定措施",
        "stage_zh": "待决定",
        "due": None,
        "deadline": None,
    }


def measure_text(one: Waiting) -> str:
    """The same as a line."""
    measure = one.measure
    name = say(measure.row.zh, measure.row.en)
    by = _proposed_by(measure.by.name)
    return f"{measure.measure_id}  {say('决定措施', 'decide a measure')}  {one.name} {name}{by}"


def _unserved(one: Waiting) -> dict[str, Any]:
    """A measure whose notice is to be served, in the same shape."""
    return {
        **measure_json(one),
        "action": (ServeMeasure if to_serve(one.measure) else AttachMeasurePaper).__name__,
        "action_zh": to_do(one.measure)[0],
        "stage_zh": "待送达" if to_serve(one.measure) else "待附入签字件",
    }


def _unserved_text(one: Waiting) -> str:
    measure = one.measure
    name = say(measure.row.zh, measure.row.en)
    return f"{measure.measure_id}  {say(*to_do(measure))}  {one.name} {name}"


def _ties(one: Undeclared) -> dict[str, Any]:
    """The own declaration in the same shape; its key is the first case or inspection that waits for it."""
    return {
        "kind": "ties",
        "key": one.first,
        "title": "申报回避关系",
        "action": DeclareTies.__name__,
        "action_zh": "申报回避关系",
        "stage_zh": "无法比对",
        "due": None,
        "deadline": None,
    }


def _ties_text(one: Undeclared) -> str:
    what = say("申报回避关系", "declare your ties")
    why = say(
        f"参与办理的案件 {one.cases} 件、检查 {one.inspections} 次无法比对",
        f"{one.cases} open cases and {one.inspections} inspections cannot be compared",
    )
    return f"{one.first}  {what}  {why}  (jicha users declare-ties)"


def _proposal(one: Proposed) -> dict[str, Any]:
    """A change of a parameter in the shape of all that waits."""
    return {
        "kind": "parameter",
        "key": one.proposal_id,
        "title": parameters()[one.name].zh,
        "action": DECIDE.name,
        "action_zh": DECIDE.zh,
        "stage_zh": BureauState.stage_zh,
        "due": None,
        "deadline": None,
    }


def _proposal_text(one: Proposed) -> str:
    known = parameters()[one.name]
    name = say(known.zh, known.en)
    return f"{one.proposal_id}  {say(DECIDE.zh, DECIDE.en)}  {name}{_proposed_by(one.by.name)}"


def _form(one: Approval, name: str) -> dict[str, Any]:
    """A signed form of a parameter that is missing, in the same shape."""
    return {
        "kind": "parameter",
        "key": one.about,
        "title": f"{one.title.zh}：{parameters()[name].zh}",
        "action": PARAMETER.name,
        "action_zh": PARAMETER.zh,
        "stage_zh": BureauState.stage_zh,
        "due": None,
        "deadline": None,
    }


def _form_text(one: Approval, name: str) -> str:
    known = parameters()[name]
    return f"{one.about}  {say(PARAMETER.zh, PARAMETER.en)}  {say(known.zh, known.en)}"


def _dispute(one: Dispute) -> dict[str, Any]:
    """A disputed question in the same shape; its key is what `points question-resolve` takes."""
    return {
        "kind": "dispute",
        "key": _dispute_key(one),
        "title": f"{one.name}：{one.title}",
        "action": RESOLVE.name,
        "action_zh": RESOLVE.zh,
        "stage_zh": "试题异议",
        "due": None,
        "deadline": None,
    }


def _dispute_key(one: Dispute) -> str:
    return f"{one.study.prac_psn_code} {one.attempt.attempt_id} {one.appeal.question_id}"


def _dispute_text(one: Dispute) -> str:
    what = f"{one.name}{say('：', ': ')}{one.title}{held(one.appeal.text)}"
    return f"{_dispute_key(one)}  {say(RESOLVE.zh, RESOLVE.en)}  {what}"


def _inspection(one: InspectionRow) -> dict[str, Any]:
    """An inspection of one's own in the same shape; `due` is its nearest deadline."""
    return {
        "kind": "inspection",
        "key": one.inspection_no,
        "title": f"{one.title} {one.party_name}",
        "action": None,
        "action_zh": None,
        "stage_zh": STEPS[one.stage][0],
        "due": datetime.fromisoformat(one.next_due) if one.next_due else None,
        "deadline": None,
    }


def _inspection_text(one: InspectionRow) -> str:
    due = local(datetime.fromisoformat(one.next_due)) if one.next_due else ""
    ends = f"  {say('期限', 'due')} {due}" if due else ""
    return f"{one.inspection_no}  {say(*STEPS[one.stage])}  {one.title} {one.party_name}{ends}"


def _proposed_by(name: str) -> str:
    return held(say(f"{name}提出", f"proposed by {name}"))


def file_json(one: InboxItem) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "key": one.key,
        "title": one.title,
        "action": one.action,
        "action_zh": one.action_zh,
        "stage_zh": one.stage_zh,
        "due": one.deadline.due if one.deadline else None,
        "deadline": one.deadline.id if one.deadline else None,
    }


def file_text(one: InboxItem) -> str:
    due = f"  {say('期限', 'due')} {local(one.deadline.due)}" if one.deadline else ""
    return f"{one.key}  {say(one.action_zh, one.action_en)}  {one.title}{due}"
