"""What a command says and how it ends: one convention for every `jicha` command.

With `--json` the last line of stdout is one JSON object; progress and messages go to stderr.
"""

import errno
import json
import sys
import time
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from cli.columns import aligned
from cli.language import say, side

JsonOption = Annotated[
    bool,
    typer.Option(
        "--json", help="最后一行输出一个 JSON 对象 / last line of stdout is one JSON object"
    ),
]
# The first rows say little of the rest (a tool that starts, files that are opened): no time left is told
# before this share is done.
EARLY = 0.05
# How often a log hears of a long phase.
TELL_SECONDS = 15.0
# What the system says of a path that a person named.
OF_A_FILE = frozenset(
    {
        errno.ENOENT,
        errno.EACCES,
        errno.EPERM,
        errno.ENOTDIR,
        errno.EISDIR,
        errno.EROFS,
        errno.ENOSPC,
        errno.ENAMETOOLONG,
    }
)
# Exceptions of the intake are about the data handed in, whatever their class is called.
EXIT_BY_ROOM = {"claims": 3}


class Exit(IntEnum):
    """Exit codes, the same for all commands."""

    OK = 0
    FAILURE = 1
    USAGE = 2
    DATA = 3
    PARTIAL = 4


def to_json(value: Any) -> Any:
    """Make a value ready for JSON: amounts as strings, times ISO 8601, sets sorted."""
    if isinstance(value, Decimal | Path):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, set | frozenset):
        return sorted(value)
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    raise TypeError(f"not for JSON: {type(value).__name__}")


def told(done: int, total: int | None, more: int, seconds: float) -> str:
    """Rows done of how many, rows per second (of ``more`` rows in ``seconds``), time left."""
    parts = [f"{done:,}" + (f" / {total:,}" if total else "")]
    rate = more / seconds if seconds > 0 else 0.0
    if rate >= 1:
        parts.append(f"{rate:,.0f}/s")
        if total and EARLY * total <= done < total:
            left = timedelta(seconds=round((total - done) / rate))
            parts.append(say(f"剩余 {left}", f"{left} left"))
    return "  ".join(parts)


class _Told(ProgressColumn):
    """Rows, rate and time left of a bar."""

    def render(self, task: Task) -> Text:
        """What `told` says of the last minute's speed."""
        speed = task.speed or 0.0
        return Text(told(int(task.completed), int(task.total or 0) or None, round(speed), 1.0))


@dataclass
class Output:
    """The voice of one command run. `progress` is the rooms' progress callback."""

    json: bool = False
    console: Console = field(default_factory=lambda: Console(stderr=True, highlight=False))
    _bars: Progress | None = None
    _tasks: dict[str, TaskID] = field(default_factory=dict)
    _began: float = 0.0
    _told: float = 0.0
    _first: int = 0

    def say(self, text: str) -> None:
        """One line to stderr, the reader's side of it; whole: a command in it can be copied, a log keeps
        it as one line."""
        self.console.print(side(text), markup=False, soft_wrap=True)

    def progress(self, phase: str, done: int, total: int | None) -> None:
        """Show `done` of `total` rows of a phase on stderr (only on a terminal)."""
        if not self.console.is_terminal:
            self._line(phase, done, total)
            return
        bars = self._bars or self._start_bars()
        if phase not in self._tasks:
            self._tasks[phase] = bars.add_task(phase, total=total)
        bars.update(self._tasks[phase], completed=done, total=total)

    def _line(self, phase: str, done: int, total: int | None) -> None:
        """A log hears of each phase once, and of a long one now and then: rows, rate, time left."""
        at = time.monotonic()
        if phase not in self._tasks:
            self._tasks[phase] = TaskID(0)
            self._began, self._told, self._first = at, at, done
            self.say(f"{phase} …")
        elif at - self._told >= TELL_SECONDS:
            self._told = at
            self.say(f"{phase} {told(done, total, done - self._first, at - self._began)}")

    def _start_bars(self) -> Progress:
        columns = (TextColumn("{task.description}"), BarColumn(), _Told())
        self._bars = Progress(
            *columns, TimeElapsedColumn(), console=self.console, speed_estimate_period=60
        )
        self._bars.start()
        return self._bars

    def close(self) -> None:
        """End the progress display; harmless when there was none."""
        if self._bars:
            self._bars.stop()
            self._bars = None

    def result(self, value: Mapping[str, Any], text: str | None = None) -> None:
        """Print the command's result: the JSON line with `--json`, else `text` (or key: value)."""
        self.close()
        if self.json:
            sys.stdout.write(json.dumps(value, ensure_ascii=False, default=to_json) + "\n")
        elif text is not None:
            sys.stdout.write(aligned(text.rstrip("\n")) + "\n")
        else:
            for key, item in value.items():
                sys.stdout.write(f"{key}: {item}\n")
        sys.stdout.flush()


def exit_code_of(error: BaseException) -> int:
    """Exit code of a domain exception: its `exit_code`, else its room's, else 1."""
    own = getattr(error, "exit_code", None)
    if isinstance(own, int):
        return own
    return EXIT_BY_ROOM.get(type(error).__module__.split(".")[0], int(Exit.FAILURE))


def report(error: BaseException, *, as_json: bool, logs: Path | None) -> int:
    """Say what went wrong without a traceback; return the exit code.

    A domain exception has `code` and `message_zh`/`message_en`. A file that cannot be read or written
    is named. Anything else is a defect: its traceback goes to `logs/cli.log` and the message names
    that file.
    """
    code = getattr(error, "code", None)
    if isinstance(code, str):
        zh = str(getattr(error, "message_zh", None) or error)
        en = str(getattr(error, "message_en", None) or "")
        status = exit_code_of(error)
    elif isinstance(error, OSError) and error.filename and error.errno in OF_A_FILE:
        code, status = "file_unusable", int(Exit.USAGE)
        zh = f"无法读写 {error.filename}：{error.strerror}；请检查路径、权限和磁盘空间"
        en = f"cannot read or write {error.filename}: {error.strerror}; check path, permissions and space"
    else:
        code, status = "internal_error", int(Exit.FAILURE)
        zh, en = _internal(error, logs)
    sys.stderr.write(say(f"错误 [{code}] {zh}\n", f"error [{code}] {en or zh}\n"))
    if as_json:
        body = {"error": {"code": code, "message": zh, "message_en": en or zh}}
        sys.stdout.write(json.dumps(body, ensure_ascii=False) + "\n")
    sys.stdout.flush()
    return status


def _internal(error: BaseException, logs: Path | None) -> tuple[str, str]:
    kind = type(error).__name__
    where = "stderr"
    trace = "".join(traceback.format_exception(error))
    if logs is not None:
        try:
            logs.mkdir(parents=True, exist_ok=True)
            where = str(logs / "cli.log")
            with Path(where).open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now(UTC).isoformat()}\n{trace}\n")
        except OSError:
            where = "stderr"
    if where == "stderr":
        sys.stderr.write(trace)
    return (
        f"程序内部错误（{kind}），详情见 {where}，请把它交给维护人员",
        f"internal error ({kind}), see {where} and pass it to the maintainers",
    )
