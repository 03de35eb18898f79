"""`jicha measure …`: what holds against whom at a moment, and every act on a measure."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.commands import measures as m
from casework.commands.base import Command
from casework.events import to_json
from casework.measures.longest import set_terms
from casework.measures.rows import overlaps
from casework.measures.signed import measure_forms
from casework.measures.state import STANDINGS, Standing
from casework.points.parameters import BureauState
from casework.refusal import refuse
from cli.context import settings
from cli.forms import add_act, value_of
from cli.language import cited, held, listed, say
from cli.output import JsonOption, Output
from cli.papers import Paper, print_paper
from cli.person import as_person, local, now, viewer
from evidence.forms.measure import day_of, made_by, measure_values, template_of
from graph.measures.read import MeasureRow, measures_at
from graph.measures.read import subject as measures_of
from graph.points.parameters import bureau_parameters

measure = typer.Typer(help="措施 / measures", no_args_is_help=True)
SUBJECT = ("subject_kind", "subject_key")
ONE = (*SUBJECT, "measure_id")
ACTS: tuple[tuple[str, type[Command], str, tuple[str, ...]], ...] = (
    ("propose", m.ProposeMeasure, "提出措施 / propose a measure", SUBJECT),
    ("hear", m.HearMeasure, "记录告知与陈述申辩 / record the notice and the statement", ONE),
    ("decide", m.DecideMeasure, "决定措施 / decide a measure", ONE),
    ("stop", m.StopSettlement, "批准因拒不配合暂停结算 / stop settlement for refusal", ONE),
    ("note", m.NoteMeasure, "记录措施执行 / note on a measure", ONE),
    (
        "paper-signed",
        m.AttachMeasurePaper,
        "附入措施文书签章件 / attach a signed paper",
        (*ONE, "form_id", "evidence_id"),
    ),
    ("serve", m.ServeMeasure, "送达措施通知书 / serve the notice of a measure", ONE),
    (
        "correct-service",
        m.CorrectMeasureService,
        "更正措施通知书送达日期 / correct the service of a measure",
        ONE,
    ),
    ("lift", m.LiftMeasure, "提前解除措施 / lift a measure", ONE),
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for verb, kind, help, arguments in ACTS:
        add_act(measure, verb, kind, help, arguments=arguments)
    app.add_typer(measure, name="measure")


@measure.command("list")
def list_command(
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", help="YYYY-MM-DDTHH:MM（北京时间） / YYYY-MM-DDTHH:MM (Beijing time)"
        ),
    ] = None,
    history: Annotated[
        bool,
        typer.Option("--history", help="含已解除和待决定的 / with those lifted and those proposed"),
    ] = False,
    json: JsonOption = False,
) -> None:
    """任一时刻的措施状态 / what holds at a moment, now by default."""
    out = Output(json)
    moment = value_of(datetime, as_of, "as_of") if as_of else now()

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[MeasureRow, ...]:
        return await measures_at(driver, viewer(actor), moment, history=history)

    rows = as_person(out, _work)
    out.result(
        {"as_of": local(moment), "measures": [_json(row) for row in rows]},
        "\n".join(_text(row) for row in rows) or say("没有措施", "no measures"),
    )


@measure.command("print")
def print_command(
    subject: Annotated[str, typer.Argument(help="对象，如 institution:H1 / subject")],
    measure_id: Annotated[str, typer.Argument(help="措施编号，如 M1 / measure")],
    form_id: Annotated[str, typer.Argument(help="文书种类，见 jicha form list / kind of form")],
    out_file: Annotated[Path, typer.Option("--out", dir_okay=False, help=".docx | .pdf")],
    purpose: Annotated[str, typer.Option(help="用途（留痕） / what it is for, on record")],
    json: JsonOption = False,
) -> None:
    """打印措施文书：审批表、通知书、解除通知 / print a paper of a measure."""
    if not purpose.strip():
        raise refuse("FIELD_REQUIRED", field="用途", field_en="purpose")

    async def find(driver: neo4j.AsyncDriver, actor: Actor) -> Paper:
        state = await measures_of(driver, viewer(actor), subject) if ":" in subject else None
        one = (
            next((m for m in state.measures if m.measure_id == measure_id), None) if state else None
        )
        if state is None or one is None:
            raise refuse("NOT_FOUND", what=f"措施 {measure_id}", what_en=f"measure {measure_id}")
        printable = {form.id: form for form in measure_forms(one)}
        form = printable.get(form_id)
        if form is None:
            may = listed(printable)
            raise typer.BadParameter(
                f"{form_id}{held(say(f'可打印：{may}', f'may be printed: {may}'))}"
            )
        at = day_of(form, one, now())
        settled = await bureau_parameters(driver, viewer(actor))
        house = made_by(one, settled, settings().bureau_name, at)
        values = measure_values(form, state, one, house, at)
        return Paper(template_of(form), values, at, f"measure-form:{form.id}:{measure_id}", purpose)

    print_paper(Output(json), out_file, find)


@measure.command("rules")
def rules(json: JsonOption = False) -> None:
    """措施依据与冲突规则，月数按本局设定 / rows of law behind measures as the bureau set them; overlaps."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> BureauState:
        return await bureau_parameters(driver, viewer(actor))

    found = set_terms(as_person(out, work), local_date(now()))
    lines = [
        f"{row.id}  {say(row.zh, row.en)}  {row.min_months}–{row.max_months} {say('月', 'months')}"
        f"  {cited(row.basis)}{held(row.mark) if row.mark else ''}"
        for row in found
    ]
    lines += [f"{row.new} + {row.standing}: {row.mode}  {cited(row.basis)}" for row in overlaps()]
    data = {
        "terms": [to_json(vars(row)) for row in found],
        "overlaps": [to_json(vars(row)) for row in overlaps()],
    }
    out.result(data, "\n".join(lines))


def _json(row: MeasureRow) -> dict[str, Any]:
    return {
        "subject_kind": row.subject_kind.value,
        "subject_key": row.subject_key,
        "department": row.department,
        "name": row.name,
        "measure_id": row.measure.measure_id if row.measure else None,
        "kind": row.kind,
        "area": row.area,
        "starts_at": local(row.starts_at) if row.starts_at else None,
        "over_at": local(row.over_at) if row.over_at else None,
        "rests_since": local(row.rests_since) if row.rests_since else None,
        "standing": row.standing.value,
        "stops": row.stops,
        "withholds": row.withholds,
        "source": row.source,
        "case_no": row.case_no,
        "document_no": row.document_no,
        "served": [
            {"of": one.of, "served_on": one.on.isoformat(), "way": one.way, "receipt": one.receipt}
            for one in (row.measure.services if row.measure else ())
        ],
    }


def _text(row: MeasureRow) -> str:
    """Number, against whom, what, how it stands, from when until when, where."""
    number = row.measure.measure_id if row.measure else "—"
    name = f"{row.name} {row.department}".strip()
    area = (
        say(f"区域 {row.area}", f"area {row.area}") if row.area else say("全部区域", "everywhere")
    )
    kind, standing = say(row.kind_zh, row.kind_en), say(*STANDINGS[row.standing])
    return f"{number}  {row.subject_key}  {name}  {kind}  {standing}  {_span(row)}  {area}"


def _span(row: MeasureRow) -> str:
    """From when until when; what was done at once, or is not decided yet, has no end of its own."""
    months = row.measure.months if row.measure else None
    if row.standing in (Standing.PROPOSED, Standing.REFUSED, Standing.DECIDED):
        return say(f"拟 {months} 个月", f"{months} months") if months else "—"
    start = local(row.starts_at) if row.starts_at else "—"
    if row.standing in (Standing.DONE, Standing.ABSORBED):
        return start
    if row.rests_since:
        since = local(row.rests_since)
        return say(f"{start} 起，{since} 起停止执行", f"from {start}, rests from {since} on")
    over = local(row.over_at) if row.over_at else say("解除时", "lifted")
    return say(f"{start} 至 {over}", f"{start} until {over}")
