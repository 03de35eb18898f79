"""`jicha delegation …`: signatures given away, and the letters of the centre."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor, Role, named
from casework.commands import delegation as d
from casework.commands.base import Command
from casework.delegation.rows import delegable, never
from casework.delegation.state import Absence, Entrustment, MandatesState
from casework.documents.catalogue import form_of
from casework.events import to_json
from casework.refusal import refuse
from cli.context import settings
from cli.forms import add_act
from cli.language import cited, say
from cli.output import JsonOption, Output
from cli.papers import Paper, print_paper
from cli.person import as_person, local, now, viewer
from evidence.forms.measure import letter_values
from graph.delegation.read import register as read_register

delegation = typer.Typer(help="授权委托 / delegations", no_args_is_help=True)
ACTS: tuple[tuple[str, type[Command], str, tuple[str, ...]], ...] = (
    ("give", d.DelegateSignature, "授权代签 / delegate a signature", ("deputy",)),
    ("end", d.EndDelegation, "收回授权 / take a delegation back", ("delegation_id",)),
    ("entrust", d.EntrustCentre, "登记委托书 / record the centre's letter", ("document_no",)),
    ("away", d.RecordAbsence, "登记外出 / record an absence", ()),
    ("back", d.EndAbsence, "销假 / end an absence", ("absence_id",)),
    (
        "letter-signed",
        d.AttachLetter,
        "附入委托书盖章件 / attach the sealed letter",
        ("document_no", "evidence_id"),
    ),
    ("end-letter", d.EndEntrustment, "终止委托书 / end a letter", ("document_no",)),
)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for verb, kind, help, arguments in ACTS:
        add_act(delegation, verb, kind, help, arguments=arguments)
    app.add_typer(delegation, name="delegation")


@delegation.command("list")
def list_command(json: JsonOption = False) -> None:
    """授权委托台账 / the register of delegations and letters."""
    out = Output(json)

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> MandatesState:
        state, _ = await read_register(driver, viewer(actor))
        return state

    state, at = as_person(out, _work), now()
    lines = [
        f"{x.delegation_id}  {x.principal.name} → {x.deputy.name}  {local(x.starts_at)} – "
        f"{local(x.over_at)}  {', '.join(x.acts)}"
        for x in state.delegations
    ]
    lines += [_away(x) for x in state.absences]
    lines += [_letter(x) for x in state.letters]
    data = {
        "delegations": [_json(vars(x), x.holds(at)) for x in state.delegations],
        "absences": [to_json(vars(x) | _people(x)) for x in state.absences],
        "letters": [to_json(vars(x) | {"by": x.by.name}) for x in state.letters],
    }
    out.result(data, "\n".join(lines) or say("没有授权委托", "no delegations"))


@delegation.command("print")
def print_command(
    document_no: Annotated[str, typer.Argument(help="委托书文号 / number of the letter")],
    out_file: Annotated[Path, typer.Option("--out", dir_okay=False, help=".docx | .pdf")],
    json: JsonOption = False,
) -> None:
    """打印委托书 / print a letter of the centre."""

    async def find(driver: neo4j.AsyncDriver, actor: Actor) -> Paper:
        state, _ = await read_register(driver, viewer(actor))
        letter = next((x for x in state.letters if x.document_no == document_no), None)
        if letter is None:
            zh, en = f"委托书 {document_no}", f"letter {document_no}"
            raise refuse("NOT_FOUND", what=zh, what_en=en)
        form = form_of("entrustment")
        values = letter_values(letter, settings().bureau_name)
        return Paper(form, values, now(), f"entrustment:{document_no}", form.zh)

    print_paper(Output(json), out_file, find)


def _roles(roles: Iterable[Role]) -> str:
    told = named(roles)
    return say(told["roles"], told["roles_en"])


@delegation.command("rules")
def rules(json: JsonOption = False) -> None:
    """哪些事项可以授权、哪些依法不得授权 / what may be delegated, and what never."""
    forbidden, allowed = say("不得授权：", "never: "), say("可授权：", "may be delegated: ")
    lines = [
        f"{forbidden}{say(row.zh, row.en)} ({row.act})  {say(row.basis, row.basis_en)}"
        for row in never().values()
    ]
    lines += [
        f"{allowed}{', '.join(row.acts)} → {_roles(row.to)}  {cited(row.basis)}"
        for row in delegable()
    ]
    data = {
        "never": [to_json(vars(row)) for row in never().values()],
        "delegable": [to_json(vars(row)) for row in delegable()],
    }
    Output(json).result(data, "\n".join(lines))


def _away(one: Absence) -> str:
    stand_in = f" → {one.stand_in.name}" if one.stand_in else ""
    days = say(f"{one.starts_on} 至 {one.over_on} 外出", f"away {one.starts_on} to {one.over_on}")
    return f"{one.absence_id}  {one.who.name}{stand_in}  {days}  {one.reason}"


def _letter(one: Entrustment) -> str:
    sealed = (
        say("已附盖章件", "sealed scan attached")
        if one.scan
        else say("未附盖章件", "no sealed scan")
    )
    return f"{one.document_no}  {one.starts_on} – {one.ends_on}  {sealed}  {one.scope}"


def _people(one: Absence) -> dict[str, str | None]:
    return {"who": one.who.account, "stand_in": one.stand_in.account if one.stand_in else None}


def _json(values: dict[str, Any], holds: bool) -> Any:
    names = {key: values[key].account for key in ("principal", "deputy")}
    moments = {key: local(value) for key, value in values.items() if isinstance(value, datetime)}
    return to_json(values | names | moments | {"holds": holds})
