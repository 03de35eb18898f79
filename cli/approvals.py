"""`jicha points approval-form`, `parameter-form`: the approval form of an act beside a case, on paper."""

from pathlib import Path
from typing import Annotated

import neo4j
import typer

from casework.actors import Actor
from casework.documents.beside import Approval, approval_of
from casework.documents.catalogue import form_of
from casework.documents.internal import INTERNAL
from casework.points.parameters import STREAM, fold_bureau
from casework.refusal import Refusal, refuse
from cli.context import settings
from cli.output import JsonOption, Output
from cli.papers import Paper, print_paper
from cli.person import now, viewer
from evidence.doctors.places import codes_of
from evidence.forms.beside import PURPOSE, of_file, of_parameter
from evidence.forms.context import Values
from graph.events.load import load
from graph.institutions import institution_names
from graph.points.page import points_page

OutFile = Annotated[Path, typer.Option("--out", dir_okay=False, help=".docx | .pdf")]


def add_to(points: typer.Typer) -> None:
    """Add the commands to `jicha points`."""
    points.command("approval-form")(print_of_file)
    points.command("parameter-form")(print_of_parameter)


def print_of_file(
    prac_psn_code: Annotated[str, typer.Argument(help="prac_psn_code")],
    about: Annotated[str, typer.Argument(help="事项号，见 points show / number of the act")],
    out_file: OutFile,
    json: JsonOption = False,
) -> None:
    """打印医师档案事项的审批表 / print the approval form of an act on a doctor's file."""

    async def find(driver: neo4j.AsyncDriver, actor: Actor) -> Paper:
        page = await points_page(driver, viewer(actor), prac_psn_code, now())
        one = approval_of(page.state.approvals, about) if page else None
        if page is None or one is None:
            raise _missing(about)
        names = await institution_names(driver, codes_of(page.state, page.events))
        bureau = settings().bureau_name
        values = of_file(prac_psn_code, page.events, one, bureau, page.settings, names)
        return _paper(one, values, f"points:{prac_psn_code}")

    print_paper(Output(json), out_file, find)


def print_of_parameter(
    proposal_id: Annotated[str, typer.Argument(help="建议编号 / proposal")],
    out_file: OutFile,
    json: JsonOption = False,
) -> None:
    """打印本局参数审批表 / print the approval form of a decision on a parameter."""

    async def find(driver: neo4j.AsyncDriver, actor: Actor) -> Paper:
        events = (await load(driver, STREAM))[STREAM]
        one = approval_of(fold_bureau(events).approvals, proposal_id)
        if one is None:
            raise _missing(proposal_id)
        return _paper(one, of_parameter(events, one, settings().bureau_name), "parameter")

    print_paper(Output(json), out_file, find)


def _missing(about: str) -> Refusal:
    return refuse("NOT_FOUND", what=f"审批表 {about[:40]}", what_en=f"approval {about[:40]}")


def _paper(one: Approval, values: Values, whose: str) -> Paper:
    return Paper(form_of(INTERNAL), values, one.at, f"{whose}:approval:{one.about}", PURPOSE)
