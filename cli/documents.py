"""`jicha form …`: legal forms, their templates, and the number series."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.commands.access import RecordExport
from casework.commands.documents import ReplaceTemplate
from casework.documents.catalogue import all_series, form_of, forms
from casework.documents.template import Version
from casework.points.parameters import STREAM, fold_bureau
from casework.refusal import refuse
from cli.context import settings
from cli.language import cited, listed, say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from cli.taken import put_down
from cli.templates import fitting
from cli.vault import keeping
from evidence.digests import digest_bytes
from evidence.forms.compare import Change, differences
from evidence.forms.context import Print
from evidence.forms.keep import keep_template, template_of
from evidence.forms.make import KINDS, make, tried
from evidence.s3 import S3Store
from graph.cases.page import case_page
from graph.commands import execute
from graph.documents.read import register as numbers_of
from graph.documents.read import series_years, templates
from graph.events.load import load

form = typer.Typer(help="法律文书 / legal forms", no_args_is_help=True)
CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]
FormId = Annotated[str, typer.Argument(help="文书种类，见 jicha form list / kind of form")]
OutFile = Annotated[Path, typer.Option("--out", dir_okay=False, help="输出文件 / file to write")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(form, name="form")


@form.command("list")
def list_command(as_json: JsonOption = False) -> None:
    """文书种类与依据 / the forms and what they rest on."""
    rows = [asdict(one) for one in forms().values()]
    text = "\n".join(
        f"{one.id}\t{say(one.zh, one.en)}\t{cited(one.basis)}" for one in forms().values()
    )
    Output(json=as_json).result({"forms": rows}, text)


@form.command("print")
def print_command(
    case_no: CaseNo,
    issue_id: Annotated[str, typer.Argument(help="文书序号，如 W1 / issued form")],
    out_file: OutFile,
    as_json: JsonOption = False,
) -> None:
    """取已出具的文书（.docx 或 .pdf） / take an issued form."""
    out, kind = Output(json=as_json), out_file.suffix.lstrip(".").lower()
    if kind not in KINDS:
        raise typer.BadParameter(say("输出文件须为 .docx 或 .pdf", "give a .docx or .pdf file"))

    async def work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> dict[str, Any]:
        page = await case_page(driver, viewer(actor), case_no, now())
        issued = (
            next((f for f in page.state.forms if f.issue_id == issue_id), None) if page else None
        )
        if issued is None:
            raise refuse("NOT_FOUND", what=f"文书 {issue_id}", what_en=f"form {issue_id}")
        chains = await load(driver, f"case:{case_no}", STREAM)
        set_by, events = fold_bureau(chains[STREAM]), chains[f"case:{case_no}"]
        shown = Print(case_no, events, issued, settings().bureau_name, set_by)
        body = make(store, shown, kind)
        found = digest_bytes(body)
        export = RecordExport(
            what=f"form:{case_no}:{issue_id}.{kind}",
            rows=1,
            masked=False,
            purpose=f"{issued.title.zh} {issued.number}".strip(),
            sha256=found.sha256,
            sm3=found.sm3,
        )
        await execute(driver, export, actor, now())
        put_down(out_file, body)
        return {"path": str(out_file), "sha256": found.sha256, "number": issued.number}

    facts = keeping(out, work)
    out.result(facts, f"{facts['path']}  {facts['number']}  SHA-256 {facts['sha256']}")


@form.command("series")
def series_command(
    series: Annotated[str | None, typer.Argument(help="序列，如 decision / series")] = None,
    year: Annotated[int | None, typer.Option(help="年份 / year")] = None,
    as_json: JsonOption = False,
) -> None:
    """文书编号登记簿，作废编号也列出 / the register of numbers, void ones included."""
    if series is not None and series not in all_series():
        raise typer.BadParameter(listed(all_series()))

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> dict[str, Any]:
        who = viewer(actor)
        years = await series_years(driver, who)
        wanted = year or max((one.year for one in years), default=0)
        numbers = await numbers_of(driver, who, series, wanted) if series else []
        return {"series": [asdict(o) for o in years], "numbers": [asdict(o) for o in numbers]}

    out = Output(json=as_json)
    facts = as_person(out, work)
    rows = [_series_text(o) for o in facts["series"]]
    rows += [
        f"{o['number']}  {o['case_no']}"
        + (say("　作废：", "  void: ") + o["void"] if o["void"] else "")
        for o in facts["numbers"]
    ]
    out.result(facts, "\n".join(rows) or say("尚无编号", "no numbers yet"))


def _former(versions: Sequence[Version]) -> str:
    """The version before the one in force; nothing is the shipped template."""
    return versions[-2].sha256 if len(versions) > 1 else ""


def _series_text(one: dict[str, Any]) -> str:
    known = all_series()[one["series"]]
    year, numbers, last = one["year"], one["numbers"], one["last"]
    return say(
        f"{known.zh}（{known.id}）{year} 年：{numbers} 个，末号 {last}",
        f"{known.en} ({known.id}) {year}: {numbers}, the last is {last}",
    )


@form.command("template")
def template_command(
    form_id: FormId,
    file: Annotated[
        Path | None, typer.Argument(help="DOCX 模板；不给则恢复随附模板 / without: the shipped one")
    ] = None,
    note: Annotated[str, typer.Option(help="修改说明 / what was changed")] = "",
    as_json: JsonOption = False,
) -> None:
    """启用本局模板，先以示例案件试填 / put a template in force, tried with an invented case first."""
    out = Output(json=as_json)
    form_of(form_id)

    async def work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> dict[str, Any]:
        sha256, size = "", 0
        if file is not None:
            with fitting():
                content = tried(file.read_bytes(), form_id, now())
            sha256, size = keep_template(store, form_id, content, now())
        name = file.name if file else ""
        command = ReplaceTemplate(form_id=form_id, sha256=sha256, size=size, name=name, note=note)
        await execute(driver, command, actor, now())
        return {"form_id": form_id, "sha256": sha256, "size": size}

    facts = keeping(out, work)
    out.result(
        facts,
        f"{form_id} {say('已启用', 'in force:')} "
        + (facts["sha256"] or say("随附模板", "the shipped template")),
    )


@form.command("compare")
def compare_command(
    form_id: FormId,
    before: Annotated[
        bool, typer.Option("--before", help="与上一版比较 / against the version before it")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """在用模板与随附模板或上一版的差异 / the template in force against the shipped one or the one before."""
    out = Output(json=as_json)
    form_of(form_id)

    async def work(driver: neo4j.AsyncDriver, store: S3Store, actor: Actor) -> dict[str, Any]:
        states = await templates(driver, viewer(actor))
        state = next((one for one in states if one.form_id == form_id), None)
        own = template_of(store, form_id, state.sha256 if state else "")
        former = _former(state.versions) if before and state else ""
        found = differences(template_of(store, form_id, former), own)
        return {"form_id": form_id, "differences": [asdict(one) for one in found]}

    facts = keeping(out, work)
    signs = {Change.ADDED: "+", Change.REMOVED: "-"}
    rows = [f"{signs[one['change']]} {one['text']}" for one in facts["differences"]]
    out.result(facts, "\n".join(rows) or say("没有差异", "no difference"))
