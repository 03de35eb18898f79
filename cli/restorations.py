"""`jicha points batch-… | form | figures | shares`: restorations on one list, forms, figures."""

from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands import restoration as r
from casework.commands.base import Command
from casework.commands.batches import DrawUpBatch, StrikeFromBatch, VoidBatch
from casework.commands.case import Outcome, ServiceWay
from casework.commands.points import PointsCommand
from casework.events import to_json
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse
from casework.restoration.serve import to_serve
from casework.restoration.state import STEP_NAMES
from cli.columns import columns
from cli.context import settings
from cli.field_words import words_of
from cli.forms import add_act, value_of
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from cli.taken import put_down
from evidence.doctors.forms import FORMS, form, list_form
from evidence.doctors.issued import Papers
from evidence.doctors.office import list_docx, list_xlsx
from evidence.doctors.places import codes_of, with_names
from graph.batches.read import BatchPage, batch_page, batches
from graph.commands import execute
from graph.institutions import institution_names
from graph.points.effects import institution_shares
from graph.points.page import points_page
from graph.points.statistics import restoration_figures

BODIES: dict[str, type[PointsCommand]] = {
    "party": r.GivePartyOpinion,
    "centre": r.ReviewRestoration,
    "bureau": r.DecideRestoration,
}
OUTCOMES = {"approve": Outcome.APPROVED, "return": Outcome.RETURNED, "refuse": Outcome.REFUSED}
Number = Annotated[str, typer.Argument(help="HF-2026-001")]
Target = Annotated[Path, typer.Option("--out", help="PDF", dir_okay=False)]


def _answered(field: str) -> Any:
    """Yes or no to one of the matters that the centre verifies; left out, it stays open."""
    name = field.replace("_", "-")
    return typer.Option(f"--{name}/--no-{name}", help=words_of(field))


Study = Annotated[bool | None, _answered("study_verified")]
Exam = Annotated[bool | None, _answered("exam_verified")]
Refund = Annotated[bool | None, _answered("refund_verified")]
Rectification = Annotated[bool | None, _answered("rectification_verified")]


def add_to(points: typer.Typer) -> None:
    """Add the commands to `jicha points`."""
    help = "列入恢复名单 / draw up a list of restorations"
    add_act(points, "batch-draw", DrawUpBatch, help, arguments=("title",))
    add_act(
        points, "batch-strike", StrikeFromBatch, "移出恢复名单 / take a doctor off a list",
        arguments=("batch_id", "prac_psn_code"),
    )  # fmt: skip
    add_act(
        points, "batch-void", VoidBatch, "恢复名单作废 / make a list void", arguments=("batch_id",)
    )
    points.command("batch-list")(batch_list)
    points.command("batch-show")(batch_show)
    points.command("batch-opinion")(batch_opinion)
    points.command("batch-paper")(batch_paper)
    points.command("batch-serve")(batch_serve)
    points.command("batch-print")(batch_print)
    points.command("form")(print_form)
    points.command("figures")(figures)
    points.command("shares")(shares)


async def _page(driver: neo4j.AsyncDriver, actor: Actor, number: str, at: datetime) -> BatchPage:
    page = await batch_page(driver, viewer(actor), number, at)
    if page is None:
        raise refuse("NOT_FOUND", what=f"恢复名单 {number}", what_en=f"list {number}")
    return page


def _rows(page: BatchPage) -> list[dict[str, Any]]:
    return [
        {
            "prac_psn_code": row.member.prac_psn_code,
            "name": row.member.name,
            "application": row.member.application,
            "step": row.application.step.value if row.application else "",
            "step_zh": row.application.step_zh if row.application else "",
            "step_en": row.application.step_en if row.application else "",
            "acts": [action.name for action in row.page.actions],
        }
        for row in page.rows
    ]


def batch_list(json: JsonOption = False) -> None:
    """恢复名单一览 / lists of restorations."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await batches(driver, viewer(actor), now())

    found = as_person(out, _work)
    rows = [
        {"batch_id": page.state.batch_id, "title": page.state.title, "rows": len(page.rows)}
        for page in found
    ]
    people = say("人", "persons")
    text = "\n".join(f"{r['batch_id']}\t{r['title']}\t{r['rows']} {people}" for r in rows)
    out.result({"batches": rows}, text or say("没有名单", "no list"))


def batch_show(number: Number, json: JsonOption = False) -> None:
    """一份名单上每人的进度 / how far everybody on a list is."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> BatchPage:
        return await _page(driver, actor, number, now())

    page = as_person(out, _work)
    rows = _rows(page)
    text = "\n".join(
        columns([(r["prac_psn_code"], r["name"], say(r["step_zh"], r["step_en"])) for r in rows])
    )
    out.result({"batch_id": number, "title": page.state.title, "rows": rows}, text)


def batch_opinion(
    number: Number,
    body: Annotated[str, typer.Argument(help="party | centre | bureau")],
    outcome: Annotated[str, typer.Argument(help="approve | return | refuse")],
    only: Annotated[list[str] | None, typer.Option("--only", help="prac_psn_code")] = None,
    reasons: Annotated[str, typer.Option("--reasons")] = "",
    study_verified: Study = None,
    exam_verified: Exam = None,
    refund_verified: Refund = None,
    rectification_verified: Rectification = None,
    json: JsonOption = False,
) -> None:
    """对名单上多人提出意见，逐人留痕 / an opinion on several rows, each kept by itself."""
    if body not in BODIES or outcome not in OUTCOMES:
        raise typer.BadParameter("party | centre | bureau; approve | return | refuse")
    out, kind = Output(json), BODIES[body]
    matters: dict[str, Any] = {
        "study_verified": study_verified,
        "exam_verified": exam_verified,
        "refund_verified": refund_verified,
        "rectification_verified": rectification_verified,
    }
    verified = matters if body == "centre" else {}

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> list[dict[str, Any]]:
        page = await _page(driver, actor, number, now())
        able = [
            row.member for row in page.rows if kind.__name__ in {a.name for a in row.page.actions}
        ]
        chosen = [m for m in able if not only or m.prac_psn_code in only]
        commands = [
            kind(
                prac_psn_code=m.prac_psn_code,
                outcome=OUTCOMES[outcome],  # type: ignore[call-arg]
                reasons=reasons,
                **verified,
            )
            for m in chosen
        ]
        return [await _one(driver, actor, command) for command in commands]

    answers = as_person(out, _work)
    text = "\n".join(f"{a['prac_psn_code']}\t{_said(a)}" for a in answers)
    none = say("没有可办理的人员", "nobody on the list can be handled by you now")
    out.result({"batch_id": number, "answers": answers}, text or none)


def batch_paper(
    number: Number,
    paper: Annotated[r.RestorationPaper, typer.Argument(help=words_of("paper"))],
    paper_scan: Annotated[str, typer.Argument(help=words_of("paper_scan"))],
    party: Annotated[str, typer.Option("--fixmedins-code", help=words_of("fixmedins_code"))] = "",
    reason: Annotated[str, typer.Option("--reason")] = "",
    json: JsonOption = False,
) -> None:
    """全名单附入同一份签章件 / one scan of a signed paper for everybody on the list who lacks it."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> list[dict[str, Any]]:
        page = await _page(driver, actor, number, now())
        commands = [
            r.AttachRestorationPaper(
                prac_psn_code=row.member.prac_psn_code, paper=paper, paper_scan=paper_scan,
                fixmedins_code=party, reason=reason,
            )
            for row in page.rows
            if row.application and (reason or row.application.paper_of(paper, party) is None)
        ]  # fmt: skip
        return [await _one(driver, actor, command) for command in commands]

    answers = as_person(out, _work)
    text = "\n".join(f"{a['prac_psn_code']}\t{_said(a)}" for a in answers)
    none = say("名单上没有人员缺少该文书", "nobody on the list lacks this paper")
    out.result({"batch_id": number, "answers": answers}, text or none)


def batch_serve(
    number: Number,
    way: Annotated[ServiceWay, typer.Argument(help=words_of("way"))],
    served_on: Annotated[str | None, typer.Option("--served-on", help="YYYY-MM-DD")] = None,
    posted_on: Annotated[str | None, typer.Option("--posted-on", help="YYYY-MM-DD")] = None,
    particulars: Annotated[str, typer.Option("--particulars")] = "",
    served_by: Annotated[str, typer.Option("--served-by")] = "",
    list_receipt: Annotated[
        str, typer.Option("--list-receipt", help=words_of("receipt_scan"))
    ] = "",
    receipt: Annotated[
        list[str] | None, typer.Option("--receipt", help="prac_psn_code=evidence_id")
    ] = None,
    consent: Annotated[
        list[str] | None, typer.Option("--consent", help="prac_psn_code=evidence_id")
    ] = None,
    json: JsonOption = False,
) -> None:
    """送达名单上各人的决定，逐人留痕 / serve the decisions on a list, each kept by itself."""
    out = Output(json)
    own, agreed = _pairs(receipt), _pairs(consent)
    on = value_of(date, served_on, "served_on") if served_on else None
    posted = value_of(date, posted_on, "posted_on") if posted_on else None

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> list[dict[str, Any]]:
        page = await _page(driver, actor, number, now())
        waiting = [row.member.prac_psn_code for row in page.rows if to_serve(row.page.state)]
        commands = [
            r.ServeRestoration(
                prac_psn_code=code, way=way, served_on=on, posted_on=posted, particulars=particulars, served_by=served_by,
                receipt_scan=own.get(code, list_receipt), consent_scan=agreed.get(code, ""),
                list_receipt=bool(list_receipt) and code not in own,
            )
            for code in waiting
        ]  # fmt: skip
        return [await _one(driver, actor, command) for command in commands]

    answers = as_person(out, _work)
    text = "\n".join(f"{a['prac_psn_code']}\t{_said(a)}" for a in answers)
    none = say("名单上没有待送达的决定", "no decision on the list waits for its service")
    out.result({"batch_id": number, "answers": answers}, text or none)


def _pairs(given: list[str] | None) -> dict[str, str]:
    """Evidence by doctor, as `code=evidence_id`."""
    pairs = [one.partition("=") for one in given or ()]
    if any(not code or not scan for code, _, scan in pairs):
        raise typer.BadParameter("prac_psn_code=evidence_id")
    return {code: scan for code, _, scan in pairs}


async def _one(driver: neo4j.AsyncDriver, actor: Actor, command: Command) -> dict[str, Any]:
    code = getattr(command, "prac_psn_code", "")
    try:
        await execute(driver, command, actor, now())
    except Refusal as refusal:
        said = {
            "code": refusal.code, "message": refusal.message_zh, "message_en": refusal.message_en,
        }  # fmt: skip
        return {"prac_psn_code": code, "done": False, **said}
    return {"prac_psn_code": code, "done": True, "code": None, "message": None, "message_en": None}


def _said(answer: dict[str, Any]) -> str:
    """What came of one person's opinion."""
    if answer["done"]:
        return say("已办理", "done")
    return say(answer["message"], answer["message_en"])


def batch_print(number: Number, target: Target, json: JsonOption = False) -> None:
    """打印名单：.pdf、.docx 或 .xlsx / the document of a list, by the suffix of the file."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[BatchPage, dict[str, str]]:
        page = await _page(driver, actor, number, now())
        return page, await _names(driver, *(row.page.state for row in page.rows))

    page, names = as_person(out, _work)
    rows = [(with_names(row.page.state, names), row.application) for row in page.rows]
    bureau = settings().bureau_name
    title = page.state.title
    makers = {
        ".pdf": lambda: list_form(number, title, rows, bureau, now()).pdf,
        ".docx": lambda: list_docx(number, title, rows, bureau, local_date(now())),
        ".xlsx": lambda: list_xlsx(number, title, rows, local_date(now())),
    }
    make = makers.get(target.suffix.lower())
    if make is None:
        raise typer.BadParameter(
            say("名单输出为 .pdf、.docx 或 .xlsx", "the list is written as .pdf, .docx or .xlsx")
        )
    put_down(target, make())
    out.result(
        {"path": str(target), "rows": len(rows)},
        say(f"{target}（{len(rows)} 人）", f"{target} ({len(rows)} persons)"),
    )


async def _names(driver: neo4j.AsyncDriver, *files: PointsState) -> dict[str, str]:
    """The names of all institutions of the files."""
    return await institution_names(driver, [code for file in files for code in codes_of(file)])


def print_form(
    prac_psn_code: Annotated[str, typer.Argument()],
    name: Annotated[str, typer.Argument(help=" | ".join(FORMS))],
    target: Target,
    about: Annotated[str, typer.Option("--about", help="S1 / X1 / R1")] = "",
    json: JsonOption = False,
) -> None:
    """打印医师档案文书 / print a form of a doctor's file."""
    if name not in FORMS:
        raise typer.BadParameter(" | ".join(FORMS))
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Papers:
        page = await points_page(driver, viewer(actor), prac_psn_code, now())
        if page is None:
            raise refuse("NOT_FOUND", what=f"医师 {prac_psn_code} 的档案", what_en="the file")
        names = await institution_names(driver, codes_of(page.state, page.events))
        bureau = settings().bureau_name
        return Papers(prac_psn_code, page.events, bureau, names, page.settings)

    made = form(as_person(out, _work), name, about, now())
    put_down(target, made.pdf)
    out.result(
        {"path": str(target), "pages": made.pages},
        say(f"{target}（{made.pages} 页）", f"{target} ({made.pages} pages)"),
    )


def figures(
    year: Annotated[int, typer.Argument(min=2000, max=2100)], json: JsonOption = False
) -> None:
    """年度恢复统计 / restorations of a year in figures."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await restoration_figures(driver, viewer(actor), year, now())

    found = as_person(out, _work)
    if found is None:
        raise refuse("NOT_YOURS")
    text = say("、", ", ").join(
        f"{say(*STEP_NAMES[step])} {count}" for step, count in found.steps.items()
    )
    counted = {**asdict(found), "steps": {step.value: n for step, n in found.steps.items()}}
    out.result({"figures": to_json(counted)}, text or say("没有恢复申请", "no application"))


def shares(
    on: Annotated[str | None, typer.Option("--on", help="YYYY-MM-DD，默认今天 / today")] = None,
    json: JsonOption = False,
) -> None:
    """各机构停权人员比例，可看任一日 / share of barred staff by institution, as of a day."""
    out = Output(json)
    day = value_of(date, on, "on") if on else local_date(now())

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> Any:
        return await institution_shares(driver, viewer(actor), day)

    found = as_person(out, _work)
    rows = [to_json({**asdict(one), "barred": one.barred, "percent": one.percent}) for one in found]
    text = "\n".join(
        f"{one.fixmedins_code}\t{one.barred}/{one.staff}\t{one.percent}%"
        f"\t{say(one.effect.zh, one.effect.en) if one.effect else ''}"
        for one in found
    )
    out.result({"institutions": rows}, text or say("没有", "none"))
