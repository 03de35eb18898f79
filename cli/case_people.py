"""`jicha case interview… | visit-plan | …-print`: question people, and visit them at home."""

import hashlib
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import neo4j
import typer

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands.access import RecordExport, RevealPersonalData
from casework.commands.questions import SaveQuestionSet
from casework.events import Event
from casework.interview.questions import QuestionSet
from casework.refusal import refuse
from claims.store import ClaimStore
from cli.act import events_json
from cli.case_lines import read
from cli.context import settings
from cli.forms import add_act, value_of
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from cli.taken import put_down
from cli.templates import fitting, template_now
from cli.vault import keeping
from evidence.s3 import S3Store
from graph.cases.read import case_state
from graph.commands import execute
from graph.interview.people import people_of, private_of
from graph.interview.questions import question_sets
from graph.interview.read import clashes_of
from graph.points.parameters import bureau_parameters

CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]
HOME_VISIT = "home_visit"


def add_to(case: typer.Typer) -> None:
    """Add the commands to `jicha case`."""
    case.command("questions")(questions)
    help_text = "修改询问提纲 / change a set of questions"
    add_act(case, "questions-save", SaveQuestionSet, help_text, arguments=("pattern",))
    case.command("interview")(interview)
    case.command("visit-plan")(plan_visits)
    case.command("interview-print")(print_interview)
    case.command("visit-print")(print_visits)


def questions(json: JsonOption = False) -> None:
    """今日使用的询问提纲 / the sets of questions that are asked today."""

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> dict[str, QuestionSet]:
        return await question_sets(driver, viewer(actor), local_date(now()))

    out = Output(json)
    found = as_person(out, _work)
    lines = [
        f"{one.id}\t{say(one.zh, one.en)}\t{len(one.questions)} {say('问', 'questions')}"
        for one in found.values()
    ]
    rows = [{**vars(one), "questions": list(one.questions)} for one in found.values()]
    out.result({"sets": rows}, "\n".join(lines))


def interview(
    case_no: CaseNo,
    name: Annotated[str, typer.Option(help="被询问人 / who is questioned")],
    capacity: Annotated[c.Capacity, typer.Option(help="身份 / capacity")],
    place: Annotated[str, typer.Option(help="地点 / place")],
    started_at: Annotated[
        str, typer.Option(help="YYYY-MM-DDTHH:MM（北京时间） / YYYY-MM-DDTHH:MM (Beijing time)")
    ],
    officer: Annotated[list[str], typer.Option(help="询问人账号，两名 / accounts")],
    rights_told: Annotated[
        bool, typer.Option("--rights-told", help="已告知权利义务 / rights and duties were told")
    ] = False,
    patient: Annotated[str | None, typer.Option(help="psn_no")] = None,
    unit: Annotated[str, typer.Option(help="单位、职务或住址 / employer, post or address")] = "",
    pattern: Annotated[str, typer.Option(help="成套问题编号 / set of questions")] = "",
    json: JsonOption = False,
) -> None:
    """开始询问；同一人员同时询问两人时警告 / question somebody; warns of two at once."""
    out = Output(json)
    command = c.OpenInterview(
        case_no=case_no,
        name=name,
        capacity=capacity,
        place=place,
        started_at=value_of(datetime, started_at, "started_at"),
        officers=tuple(officer),
        rights_told=rights_told,
        patient=patient,
        unit=unit,
        pattern=pattern,
    )

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[list[Event], list[str]]:
        sets = await question_sets(driver, viewer(actor), local_date(now()))
        if pattern and pattern not in sets:
            raise typer.BadParameter(f"--pattern: {', '.join(sets)}")
        asked = sets[pattern].questions if pattern else ()
        events = await execute(driver, replace(command, questions=asked), actor, now())
        state = await case_state(driver, viewer(actor), case_no)
        found = await clashes_of(driver, state, now()) if state else {}
        return events, [span.key for span in found.get(str(events[0].data["interview_id"]), ())]

    events, clashing = as_person(out, _work)
    number, others = events[0].data["interview_id"], say("、", ", ").join(clashing)
    text = say(f"已开始询问 {number}", f"interview {number} begun")
    if clashing:
        text += "\n" + say(
            f"警告：询问人员同时在 {others} 中询问他人，请核实时间",
            f"warning: an officer questions somebody in {others} at the same time; check the times",
        )
    out.result({**events_json(events), "clashes": clashing}, text)


def plan_visits(
    case_no: CaseNo,
    purpose: Annotated[str, typer.Option(help="走访目的 / purpose")],
    ring: Annotated[str | None, typer.Option(help="本案疑似团伙 / ring of the case")] = None,
    finding: Annotated[
        list[str] | None, typer.Option(help="本案疑点，可多次 / findings of the case, repeatable")
    ] = None,
    json: JsonOption = False,
) -> None:
    """制作入户走访清单，关联弱者在先 / plan home visits, weakest ties first."""
    out, home = Output(json), settings().home

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> list[Event]:
        lines = (await read(driver, actor, case_no)).lines
        store, wanted = ClaimStore(home), tuple(finding or ())
        sets = await question_sets(driver, viewer(actor), local_date(now()))
        command = c.PlanHomeVisits(
            case_no=case_no,
            purpose=purpose,
            ring_id=ring,
            finding_ids=wanted,
            people=await people_of(driver, viewer(actor), store, lines, ring, wanted),
            questions=sets[HOME_VISIT].questions,
        )
        return await execute(driver, command, actor, now())

    events = as_person(out, _work)
    data = events[0].data
    number, count = data["list_id"], len(list(data["people"]))  # type: ignore[arg-type]
    text = say(f"走访清单 {number}：{count} 人", f"visit list {number}: {count} persons")
    out.result(events_json(events), text)


def print_interview(
    case_no: CaseNo,
    interview_id: Annotated[str, typer.Argument(help="笔录编号 / e.g. I1")],
    to: Annotated[Path, typer.Option(help="输出 PDF / file to write")],
    json: JsonOption = False,
) -> None:
    """打印询问笔录，逐页签名捺印 / print the record."""
    from evidence.forms.interview import interview_record  # the typesetter is heavy

    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> bytes:
        found, at = await read(driver, actor, case_no), now()
        one = next((i for i in found.case.interviews if i.interview_id == interview_id), None)
        if one is None:
            raise refuse(
                "NOT_FOUND", what=f"笔录 {interview_id}", what_en=f"interview {interview_id}"
            )
        template = await template_now(driver, store, "interview", at)
        bureau, own = settings().bureau_name, await bureau_parameters(driver, viewer(actor))
        with fitting():
            body = interview_record(template, found.case, one, bureau, at, own).pdf
        await _leaves(
            driver, actor, f"interview:{case_no}/{interview_id}", body, "打印询问笔录供核对签名"
        )
        return body

    put_down(to, keeping(out, _work))
    out.result({"file": str(to), "bytes": to.stat().st_size}, say(f"已写入 {to}", f"wrote {to}"))


def print_visits(
    case_no: CaseNo,
    list_id: Annotated[str, typer.Argument(help="清单编号 / e.g. Z1")],
    purpose: Annotated[str, typer.Option(help="查看个人信息的用途（留痕）/ purpose, recorded")],
    to: Annotated[Path, typer.Option(help="输出 PDF / file to write")],
    psn_no: Annotated[
        str | None,
        typer.Option(help="只打印此人的走访记录，供签名 / this person's record, to sign"),
    ] = None,
    json: JsonOption = False,
) -> None:
    """打印走访清单，含电话住址；或一人的走访记录 / print the list with phones, or one record."""
    from evidence.forms.interview import visit_list, visit_record  # the typesetter is heavy

    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> bytes:
        found, at = await read(driver, actor, case_no), now()
        listed = next((one for one in found.case.visit_lists if one.list_id == list_id), None)
        if listed is None:
            raise refuse("NOT_FOUND", what=f"走访清单 {list_id}", what_en=f"visit list {list_id}")
        visit = listed.last_said(psn_no) if psn_no else None
        if psn_no and visit is None:
            what, what_en = f"{psn_no} 的走访回答", f"answers of a visit to {psn_no}"
            raise refuse("NOT_FOUND", what=what, what_en=what_en)
        fields = ("psn_name", "tel", "live_addr")
        look = RevealPersonalData(subject=f"case:{case_no}", fields=fields, purpose=purpose)
        await execute(driver, look, actor, at)
        asked = [one for one in listed.people if not psn_no or one.psn_no == psn_no]
        people = private_of(ClaimStore(settings().home), [one.psn_no for one in asked])
        bureau, what = settings().bureau_name, "home-visits"
        settled = await bureau_parameters(driver, viewer(actor))
        if visit is None:
            body = visit_list(found.case, listed, people, bureau, at, settled).pdf
        else:
            what, own = "home-visit-record", people.get(visit.psn_no, (asked[0].who, "", ""))
            template = await template_now(driver, store, "interview", at)
            with fitting():
                body = visit_record(
                    template, found.case, listed, visit, own, bureau, at, settled
                ).pdf
        await _leaves(driver, actor, f"{what}:{case_no}/{list_id}", body, purpose)
        return body

    put_down(to, keeping(out, _work))
    out.result({"file": str(to), "bytes": to.stat().st_size}, say(f"已写入 {to}", f"wrote {to}"))


async def _leaves(
    driver: neo4j.AsyncDriver, actor: Actor, what: str, body: bytes, purpose: str = ""
) -> None:
    told = RecordExport(
        what=what,
        rows=1,
        masked=not purpose,
        purpose=purpose,
        sha256=hashlib.sha256(body).hexdigest(),
    )
    await execute(driver, told, actor, now())
