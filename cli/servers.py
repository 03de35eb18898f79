"""`jicha up | down | status`."""

from typing import Annotated, Any

import typer

from cli.context import settings
from cli.output import JsonOption, Output
from stack import supervision
from stack.apps import Api
from stack.home import Home
from stack.supervisor import supervise

Foreground = Annotated[
    bool, typer.Option("--foreground", help="留在前台，每个事件一行 / stay, one line per event")
]
MARKS = {True: "✓", False: "✗"}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("up")(up)
    app.command("down")(down)
    app.command("status")(status)


def address() -> str:
    """The address of the desk."""
    return Api(Home(settings().home), settings()).address


def up(foreground: Foreground = False, json: JsonOption = False) -> None:
    """启动并看护全部服务 / start and supervise all servers."""
    out = Output(json)
    if foreground:
        supervise(settings(), out.say, lambda: out.say(f"就绪 / ready: {address()}"))
        return
    started = supervision.up(settings(), out.say)
    text = f"就绪 / ready: {address()}" if started else f"已在运行 / already running: {address()}"
    out.result({"started": started, "already_running": not started, "address": address()}, text)


def down(json: JsonOption = False) -> None:
    """停止 up 启动的服务 / stop what `up` started."""
    out = Output(json)
    stopped = supervision.down(settings(), out.say)
    text = (
        "已停止 / stopped: " + ", ".join(stopped) if stopped else "没有在运行 / nothing was running"
    )
    out.result({"stopped": stopped}, text)


def status(json: JsonOption = False) -> None:
    """各服务的状态、重启次数和日志 / state, restarts and log of each server."""
    out = Output(json)
    found = supervision.status(settings())
    out.result({**found, "address": address()}, _table(found))


def _table(found: dict[str, Any]) -> str:
    lines = [f"监控进程 / supervisor: {found['supervisor'] or '—'}   {found['home']}"]
    for row in found["services"]:
        ports = " ".join(f"{name}:{port}" for name, port in row["ports"].items())
        lines.append(
            f"{MARKS[row['healthy']]} {row['title']:<14} {row['state']:<12} pid {row['pid'] or '—':<8}"
            f" 重启 / restarts {row['restarts']:<3} {ports} {row['error']}"
        )
    return "\n".join(lines)
