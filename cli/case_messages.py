"""`jicha case messages | message | message-withdraw`: what was said about a case."""

from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.commands.messages import SendMessage, WithdrawMessage
from casework.refusal import refuse
from cli.forms import add_act
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, local, now, viewer
from graph.messages.read import Said, Talk, case_messages, note_read

CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]


def add_to(case: typer.Typer) -> None:
    """Add the commands to `jicha case`."""
    case.command("messages")(messages)
    add_act(case, "message", SendMessage, "发送消息 / send a message")
    add_act(
        case, "message-withdraw", WithdrawMessage, "撤回自己的消息 / take one's own message back"
    )


def messages(
    case_no: CaseNo,
    first: Annotated[int, typer.Option(min=1, max=200, help="条数 / how many")] = 30,
    before: Annotated[
        int | None, typer.Option(help="此序号之前的 / those before this number")
    ] = None,
    seen: Annotated[bool, typer.Option("--seen", help="记为已读 / note them as read")] = False,
    json: JsonOption = False,
) -> None:
    """案件消息，新的在前 / what was said about a case, the newest first."""

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> Talk:
        found = await case_messages(driver, viewer(actor), case_no, first=first, before=before)
        if found is None:
            raise refuse("NOT_FOUND", what=f"案件 {case_no[:40]}", what_en=f"case {case_no[:40]}")
        if seen:
            await note_read(driver, viewer(actor), case_no, found.version, now())
        return found

    out = Output(json)
    talk = as_person(out, work)
    lines = [line for one in talk.said for line in _lines(one)]
    rows = [_json(one) for one in talk.said]
    out.result(
        {"messages": rows, "unread": talk.unread, "more": talk.has_more},
        "\n".join(lines) or say("本案还没有消息", "nothing was said about this case yet"),
    )


def _lines(one: Said) -> list[str]:
    message = one.message
    read = say("（已读）", " (read)")
    to = [name + (read if account in one.read_by else "") for account, name in one.to.items()]
    party = [
        *([say("当事人", "from the party")] if message.of_party else []),
        *([say("当事人可见", "the party reads it")] if message.to_party else []),
    ]
    head = [message.message_id, local(message.at), message.by.name, *party]
    if to:
        head.append("→ " + say("、", ", ").join(to))
    if one.unread:
        head.append(say("未读", "unread"))
    text = say("（消息已撤回）", "(taken back)") if message.withdrawn_at else message.text
    answers = [f"    > {one.answers.by.name}: {one.answers.text[:60]}"] if one.answers else []
    return ["  ".join(head), *answers, *(f"    {line}" for line in text.splitlines())]


def _json(one: Said) -> dict[str, Any]:
    message = one.message
    return {
        "message_id": message.message_id,
        "seq": message.seq,
        "at": message.at,
        "by": message.by.account,
        "by_name": message.by.name,
        "text": message.text,
        "to": dict(one.to),
        "read_by": sorted(one.read_by),
        "to_party": message.to_party,
        "of_party": message.of_party,
        "reply_to": message.reply_to,
        "withdrawn": message.withdrawn_at is not None,
        "unread": one.unread,
    }
