"""`jicha points settle`: fees to be settled as the score that barred them fell."""

from pathlib import Path
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.commands.access import RecordExport
from casework.events import to_json
from claims.store import ClaimStore
from cli.columns import columns
from cli.context import settings
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, now, viewer
from cli.taken import put_down
from graph.commands import execute
from graph.points.freed import Settle, settle_page
from graph.points.settle_file import TYPES, settle_file


def add_to(points: typer.Typer) -> None:
    """Add the command to `jicha points`."""
    points.command("settle")(settle)


def settle(
    doctor: Annotated[str, typer.Option("--doctor", help="prac_psn_code")] = "",
    target: Annotated[
        Path | None, typer.Option("--out", help=".csv | .xlsx", dir_okay=False)
    ] = None,
    json: JsonOption = False,
) -> None:
    """补结清单：记分撤销、更正后应予结算的费用 / fees to settle after a score fell or was lowered."""
    out = Output(json)
    kind = target.suffix.removeprefix(".") if target else ""
    if target and kind not in TYPES:
        raise typer.BadParameter(".csv | .xlsx")

    async def _work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Settle, ...]:
        store = ClaimStore(settings().home)
        rows = await settle_page(driver, viewer(actor), store, now(), doctor)
        if kind:
            command = RecordExport(what=f"settle-fees.{kind}", rows=len(rows), masked=False)
            await execute(driver, command, actor, now())
        return rows

    rows = as_person(out, _work)
    if target:
        put_down(target, settle_file(rows, kind, english=bool(say("", "en"))))
    told: list[Any] = [to_json(vars(one)) for one in rows]
    out.result({"fees": told}, _text(rows))


def _text(rows: tuple[Settle, ...]) -> str:
    if not rows:
        return say("没有应补结的费用", "no fees to settle")
    head = (
        say("医师", "doctor"), say("编码", "code"), say("机构", "institution"), say("记分", "score"),
        say("费用日期", "days"), say("明细", "lines"), say("金额（元）", "amount (yuan)"),
        say("尚未结算（元）", "unsettled (yuan)"), say("涉及案件", "cases"),
    )  # fmt: skip
    cells = [
        (
            one.name, one.prac_psn_code, one.place, one.entry_id,
            f"{one.first_day} – {one.last_day}", f"{one.lines:,}", f"{one.amount:,.2f}",
            f"{one.unsettled:,.2f}", " ".join(one.cases),
        )
        for one in rows
    ]  # fmt: skip
    return "\n".join(columns([head, *cells], right={5, 6, 7}))
