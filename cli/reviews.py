"""`jicha reviews …`: what waits for a reviewer, what changed since he looked, approvals at once."""

from dataclasses import asdict
from typing import Annotated, Any

import neo4j
import typer

from casework.actors import BUREAU, Actor
from casework.events import event_json, to_json
from casework.refusal import Refusal, refuse
from cli.case_text import change_line, event_line
from cli.inbox import file_json, file_text, measure_json, measure_text
from cli.language import say
from cli.output import Exit, JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.cases.inbox import InboxItem, inbox
from graph.measures.proposed import Waiting, proposals_for
from graph.reviews.approve import Asked, Outcome, approve_all
from graph.reviews.files import FileReview, file_since
from graph.reviews.looks import note_file_look, note_look
from graph.reviews.read import Review, list_reviews

reviews = typer.Typer(help="审批 / reviews", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(reviews, name="reviews")


@reviews.command("list")
def list_command(json: JsonOption = False) -> None:
    """等待我审核、决定的案件、医师档案、措施，期限近的在前 / what waits for my decision."""
    out = Output(json)

    async def work(
        driver: neo4j.AsyncDriver, actor: Actor
    ) -> tuple[list[Review], tuple[InboxItem, ...], tuple[Waiting, ...]]:
        found, who = await _every(driver, actor), viewer(actor)
        if not actor.holds(*BUREAU):
            return found, (), ()
        files = await inbox(driver, who, now(), limit=200, cases=False)
        return found, files, await proposals_for(driver, who, now())

    found, files, measures = as_person(out, work)
    besides = [*map(file_json, files), *map(measure_json, measures)]
    lines = [
        *map(_text, found),
        *map(file_text, files),
        *map(measure_text, measures),
    ]
    out.result(
        {"reviews": [_json(one) for one in found], "besides": besides},
        "\n".join(lines) or say("没有待审批的案件、档案和措施", "nothing to review"),
    )


@reviews.command("show")
def show_command(
    case_no: Annotated[str, typer.Argument(help="案件编号 / case number")],
    seen: Annotated[
        bool, typer.Option("--seen", help="看后记下 / note that I have seen it")
    ] = False,
    json: JsonOption = False,
) -> None:
    """上次查看以来的变化 / what changed since I last looked."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> Review:
        found = await _every(driver, actor)
        one = next((review for review in found if review.case.case_no == case_no), None)
        if one is None:
            raise refuse("NOTHING_TO_APPROVE", case_no=case_no[:40])
        if seen:
            await note_look(driver, viewer(actor), case_no, one.case.version, now())
        return one

    one = as_person(out, work)
    lines = [_text(one)]
    lines += [event_line(event) for event in one.since]
    lines += [change_line(change) for change in one.changes]
    out.result(
        _json(one) | {"events": [event_json(event) for event in one.since]}, "\n".join(lines)
    )


@reviews.command("show-file")
def show_file_command(
    code: Annotated[str, typer.Argument(help="医师编码 / doctor's code")],
    seen: Annotated[
        bool, typer.Option("--seen", help="看后记下 / note that I have seen it")
    ] = False,
    json: JsonOption = False,
) -> None:
    """医师档案自上次查看以来的变化 / what changed in a doctor's file since I last looked."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> FileReview:
        one = await file_since(driver, viewer(actor), code, now())
        if one is None:
            raise refuse("NOT_FOUND", what=f"医师 {code[:40]}", what_en=f"doctor {code[:40]}")
        if seen:
            await note_file_look(driver, viewer(actor), code, one.file.version, now())
        return one

    one = as_person(out, work)
    looked = local(one.looked_at) if one.looked_at else say("尚未看过", "not looked at yet")
    head = f"{one.file.prac_psn_code}  {one.file.name}  {say('上次查看', 'last looked')} {looked}"
    lines = [head, *map(event_line, one.since), *map(change_line, one.changes)]
    out.result(
        {
            "prac_psn_code": one.file.prac_psn_code,
            "version": one.file.version,
            "looked_at": one.looked_at,
            "events": [event_json(event) for event in one.since],
            "changes": [to_json(asdict(change)) for change in one.changes],
        },
        "\n".join(lines),
    )


@reviews.command("approve")
def approve_command(
    cases: Annotated[
        list[str], typer.Argument(help="案件编号=版本，可多件 / case=version, several")
    ],
    opinion: Annotated[str, typer.Option(help="审核意见 / opinion")],
    json: JsonOption = False,
) -> None:
    """批量同意；每件各自判断，一件被拒不影响其他 / approve several, each on its own."""
    asked = [_asked(one) for one in cases]
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Outcome, ...]:
        return await approve_all(driver, actor, asked, opinion, now())

    outcomes = as_person(out, work)
    out.result(
        {"outcomes": [_outcome(one) for one in outcomes]},
        "\n".join(
            f"{one.case_no}  {_said(one.refusal) if one.refusal else say('已同意', 'approved')}"
            for one in outcomes
        ),
    )
    if any(one.refusal for one in outcomes):
        raise typer.Exit(int(Exit.PARTIAL))


async def _every(driver: neo4j.AsyncDriver, actor: Actor) -> list[Review]:
    found: list[Review] = []
    after: tuple[str, str] | None = None
    while True:
        page = await list_reviews(driver, viewer(actor), now(), first=50, after=after)
        found += page.reviews
        if not page.has_more:
            return found
        after = page.end


def _asked(text: str) -> Asked:
    number, _, version = text.rpartition("=")
    if not number or not version.isdecimal():
        raise typer.BadParameter(
            say(
                f"{text}（应为 案件编号=版本，版本见 jicha reviews list）",
                f"{text} (expected CASE=VERSION, as jicha reviews list tells it)",
            )
        )
    return Asked(number, int(version))


def _json(one: Review) -> dict[str, Any]:
    return {
        "case_no": one.case.case_no,
        "title": one.case.title,
        "version": one.case.version,
        "action": one.action.name,
        "action_zh": one.action.zh,
        "due": one.due,
        "looked_at": one.looked_at,
        "new_events": len(one.since),
        "bulk": one.bulk,
    }


def _text(one: Review) -> str:
    due = f"  {say('期限', 'due')} {local(one.due)}" if one.due else ""
    many = say("  可批量", "  in bulk") if one.bulk else ""
    case = one.case
    return (
        f"{case.case_no}={case.version}  {say(one.action.zh, one.action.en)}  {case.title}"
        f"  {say('新变化', 'new changes:')} {len(one.since)}{due}{many}"
    )


def _said(refusal: Refusal) -> str:
    return say(refusal.message_zh, refusal.message_en)


def _outcome(one: Outcome) -> dict[str, Any]:
    why = one.refusal
    return {
        "case_no": one.case_no,
        "approved": why is None,
        "code": why.code if why else None,
        "why": why.message_zh if why else None,
        "why_en": why.message_en if why else None,
    }
