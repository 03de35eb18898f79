"""`jicha demo prepare`: an invented county, loaded through the same doors as a bureau's files."""

from typing import Annotated

import typer

from cli.context import settings
from cli.demo.prepare import note_shown, prepare
from cli.output import JsonOption, Output

demo = typer.Typer(help="演示县 / the demo county", no_args_is_help=True)


@demo.command("prepare")
def prepare_command(
    persons: Annotated[int, typer.Option(help="参保人数 / insured persons")] = 20_000,
    seed: Annotated[int, typer.Option(help="随机种子 / seed")] = 1,
    as_json: JsonOption = False,
) -> None:
    """生成并装载演示县，建账号，备好案件 DEMO-1；账号密码只显示这一次 / prepare the demo county, its accounts and cases."""
    out = Output(json=as_json)
    facts, text = prepare(out, persons, seed)
    out.result(facts, text)
    note_shown(settings().home)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.add_typer(demo, name="demo")
