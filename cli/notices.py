"""`jicha notices …`: what the signed-in person was told, and how he wants to be told."""

from typing import Annotated, Any

import neo4j
import typer

from casework.actors import Actor
from casework.notices.rows import NoticeKind
from cli.context import settings
from cli.language import listed, say
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, local, now, viewer
from graph.notices.choices import SETTINGS, Choice, Way, find_choice, open_ways, save_choice
from graph.notices.deliveries import Trouble, troubles
from graph.notices.outbox import Outbox, Stuck, WayState, read_outbox, send_again
from graph.notices.read import Notice, count_unread, list_notices, mark_read

Keys = Annotated[list[str] | None, typer.Argument(help="消息键 / keys")]
Every = Annotated[bool, typer.Option("--all", help="全部 / all of them")]

notices = typer.Typer(help="消息 / notices", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(notices, name="notices")


@notices.command("list")
def list_command(
    unread: Annotated[bool, typer.Option("--unread", help="只看未读 / unread only")] = False,
    limit: Annotated[int, typer.Option(min=1, max=200, help="最多条数 / at most")] = 30,
    json: JsonOption = False,
) -> None:
    """我的消息，新的在前 / my notices, the newest first."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[tuple[Notice, ...], int]:
        who = viewer(actor)
        page = await list_notices(driver, who, unread_only=unread, first=limit)
        return page.notices, await count_unread(driver, who)

    found, count = as_person(out, work)
    out.result(
        {"unread": count, "notices": [to_json(one) for one in found]},
        "\n".join(_text(one) for one in found) or say("没有消息", "no notices"),
    )


@notices.command("read")
def read_command(
    keys: Keys = None,
    every: Every = False,
    json: JsonOption = False,
) -> None:
    """标为已读 / mark as read."""
    out, chosen = Output(json), _chosen(keys, every)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> int:
        return await mark_read(driver, viewer(actor), chosen, now())

    count = as_person(out, work)
    out.result({"read": count}, say(f"{count} 条标为已读", f"{count} marked as read"))


@notices.command("choose")
def choose_command(
    email: Annotated[str | None, typer.Option(help="电子邮箱 / e-mail address")] = None,
    language: Annotated[str | None, typer.Option(help="zh | en")] = None,
    ways: Annotated[
        list[Way] | None, typer.Option("--way", help="推送方式，可重复 / how it is sent")
    ] = None,
    kinds: Annotated[
        list[NoticeKind] | None, typer.Option("--kind", help="消息种类，可重复 / what is sent")
    ] = None,
    silent: Annotated[bool, typer.Option("--page-only", help="只在页面提示 / page only")] = False,
    json: JsonOption = False,
) -> None:
    """查看或更改消息推送；不给选项时只查看 / see or change how I am told."""
    if silent and ways:
        raise typer.BadParameter(
            say("--page-only 与 --way 只能选一个", "choose one of --page-only and --way")
        )
    if language not in (None, "zh", "en"):
        raise typer.BadParameter("--language: zh | en")
    out = Output(json)
    changed = silent or any(one is not None for one in (email, language, ways, kinds))

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> tuple[Choice, list[Trouble]]:
        who = viewer(actor)
        kept = await find_choice(driver, who)
        if changed:
            wanted = Choice(
                kept.email if email is None else email,
                language or kept.language,
                frozenset() if silent else kept.ways if ways is None else frozenset(ways),
                kept.kinds if kinds is None else frozenset(kinds),
            )
            kept = await save_choice(driver, who, wanted, open_ways(settings()))
        return kept, list(await troubles(driver, who))

    choice, found = as_person(out, work)
    data: dict[str, Any] = {
        "email": choice.email,
        "language": choice.language,
        "ways": sorted(choice.ways),
        "kinds": sorted(choice.kinds),
        "open_ways": sorted(open_ways(settings())),
        "troubles": [to_json(one) for one in found],
    }
    mail, chosen = choice.email or "—", listed(data["ways"]) or say("仅页面", "page only")
    lines = [say(f"邮箱 {mail}  方式 {chosen}", f"e-mail {mail}  ways {chosen}")]
    lines += [
        f"{local(one.at)}  {one.way}  "
        + say(
            f"第 {one.attempts} 次未送达：{one.why_zh}",
            f"not delivered, attempt {one.attempts}: {one.why_en}",
        )
        for one in found
    ]
    out.result(data, "\n".join(lines))


@notices.command("outbox")
def outbox_command(json: JsonOption = False) -> None:
    """邮件与网关推送的状态和未送出的消息（系统管理员） / what is on its way out."""
    out = Output(json)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> Outbox:
        return await read_outbox(driver, viewer(actor))

    found = as_person(out, work)
    opened = open_ways(settings())
    lines = [_way_text(way, one, way in opened) for way, one in found.ways.items()]
    lines += [_stuck_text(one) for one in found.stuck]
    data = {
        "ways": {
            way.value: to_json(one) | {"open": way in opened} for way, one in found.ways.items()
        },
        "stuck": [to_json(one) for one in found.stuck],
    }
    out.result(data, "\n".join(lines))


@notices.command("resend")
def resend_command(
    keys: Keys = None,
    every: Every = False,
    json: JsonOption = False,
) -> None:
    """重发未送出的消息（系统管理员） / send again what is stuck, at the next beat."""
    out, chosen = Output(json), _chosen(keys, every)

    async def work(driver: neo4j.AsyncDriver, actor: Actor) -> int:
        return await send_again(driver, viewer(actor), chosen, now())

    count = as_person(out, work)
    out.result({"queued": count}, say(f"{count} 条待重发", f"{count} to be sent again"))


def _chosen(keys: list[str] | None, every: bool) -> list[str] | None:
    """The messages that are meant; None for all of them."""
    if bool(keys) == every:
        raise typer.BadParameter(say("给出消息键，或用 --all", "give keys or --all"))
    return keys or None


def _way_text(way: Way, one: WayState, opened: bool) -> str:
    at, setting = local(one.last_sent), SETTINGS[way]
    return f"{way.value}  " + say(
        f"{'已配置' if opened else '未配置 ' + setting}  待发 {one.waiting}  失败 {one.failed}"
        f"  已发 {one.sent}  最近 {at}",
        f"{'configured' if opened else 'not configured: ' + setting}  waiting {one.waiting}"
        f"  failed {one.failed}  sent {one.sent}  last {at}",
    )


def _stuck_text(one: Stuck) -> str:
    at = local(one.next_at)
    again = say(f"{at} 再试", f"again at {at}") if one.next_at else say("不再重试", "given up")
    why = say(f"第 {one.attempts} 次：{one.why_zh}", f"attempt {one.attempts}: {one.why_en}")
    return f"{one.key}  {one.account}  {why}  {again}"


def _text(one: Notice) -> str:
    mark = " " if one.read_at or one.settled_at else "●"
    by = one.settled_by
    done = f"  {say(f'已由 {by} 办理', f'done by {by}')}" if by else ""
    what = " ".join(part for part in (one.subject, one.title, one.detail) if part)
    return f"{mark} {local(one.at)}  {say(one.zh, one.en)}  {what}{done}  {one.key}"
