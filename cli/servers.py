"""`jicha up | down | status`."""

import subprocess
import sys
import threading
from typing import Annotated, Any, Final

import typer

from cli.context import settings
from cli.language import listed, say
from cli.output import JsonOption, Output
from stack import supervision
from stack.apps import Api
from stack.home import Home
from stack.supervisor import Supervisor, supervise

Foreground = Annotated[
    bool, typer.Option("--foreground", help="留在前台，每个事件一行 / stay, one line per event")
]
Demo = Annotated[
    bool,
    typer.Option("--demo", help="首次启动时准备演示县 / prepare the demo county at first start"),
]
MARKS = {True: "✓", False: "✗"}
PREPARE = (sys.executable, "-m", "cli.main", "demo", "prepare")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("up")(up)
    app.command("down")(down)
    app.command("status")(status)


def address() -> str:
    """The address of the desk."""
    return Api(Home(settings().home), settings()).address


def up(foreground: Foreground = False, demo: Demo = False, json: JsonOption = False) -> None:
    """启动并看护全部服务 / start and supervise all servers."""
    out = Output(json)
    if foreground:

        def when_ready(supervisor: Supervisor) -> None:
            if not demo or _prepare_demo(out, supervisor.halt):
                out.say(
                    say(
                        f"就绪：{address()}  （Ctrl-C 停止）", f"ready: {address()}  (Ctrl-C stops)"
                    )
                )

        supervise(settings(), out.say, when_ready)
        return
    started = supervision.up(settings(), out.say)
    if demo and not _prepare_demo(out, threading.Event()):
        raise typer.Exit(1)
    state = say("就绪：", "ready: ") if started else say("已在运行：", "already running: ")
    out.result(
        {"started": started, "already_running": not started, "address": address()},
        state + address(),
    )


def _prepare_demo(out: Output, halt: threading.Event) -> bool:
    """Run `jicha demo prepare` once for this home; False when it was interrupted or failed."""
    done = settings().home / "run" / "demo-prepared"
    if done.exists():
        return True
    child = subprocess.Popen(PREPARE, env=None)
    while child.poll() is None:
        if halt.wait(0.2):
            child.terminate()
            child.wait()
            return False
    if child.returncode != 0:
        out.say("演示县没有准备好，原因见上 / the demo county was not prepared, see above")
        halt.set()
        return False
    done.touch()
    return True


def down(json: JsonOption = False) -> None:
    """停止 up 启动的服务 / stop what `up` started."""
    out = Output(json)
    stopped = supervision.down(settings(), out.say)
    text = (
        say("已停止：", "stopped: ") + listed(stopped)
        if stopped
        else say("没有在运行", "nothing was running")
    )
    out.result({"stopped": stopped}, text)


#: What the supervisor says of a server, in words.
STATES: Final = {
    "waiting": ("等待", "waiting"),
    "starting": ("启动中", "starting"),
    "running": ("运行中", "running"),
    "backing_off": ("稍后重启", "backing off"),
    "maintenance": ("维护中", "maintenance"),
    "stopped": ("已停止", "stopped"),
}


def status(json: JsonOption = False) -> None:
    """各服务的状态、重启次数和日志 / state, restarts and log of each server."""
    out = Output(json)
    found = supervision.status(settings())
    out.result({**found, "address": address()}, _table(found))


def _table(found: dict[str, Any]) -> str:
    lines = [f"{say('监控进程：', 'supervisor: ')}{found['supervisor'] or '—'}   {found['home']}"]
    for row in found["services"]:
        ports = " ".join(f"{name}:{port}" for name, port in row["ports"].items())
        why = say(row["error"] or "", row["error_en"] or "")
        rest = f"{row['pause_seconds']:.0f} s" if row["pause_seconds"] else ""
        lines.append(
            f"{MARKS[row['healthy']]} {row['title']:<14} {say(*STATES[row['state']]):<12} pid {row['pid'] or '—':<8}"
            f" {say('重启', 'restarts')} {row['restarts']:<3} {ports} {why} {rest}".rstrip()
        )
    return "\n".join(lines)
