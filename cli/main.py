"""`jicha`: the same rooms from a terminal. Commands register themselves from this package.

A module `cli/<noun>.py` with `register(app)` is a set of commands. Only the module of the asked
command is imported, because the others would bring drivers and numerics that it does not need.
"""

import json
import os
import pkgutil
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import typer

import cli
from cli.language import say
from cli.output import Exit, report
from cli.reading import run
from stack.lean import import_without_pandas
from stack.settings import default_home

#: Words whose commands live in a module of another name; a word of its module's name needs no row.
MODULES: Final[Mapping[str, str]] = {
    "down": "servers",
    "form": "documents",
    "import": "imports",
    "knowledge": "audit",
    "logout": "login",
    "passwd": "login",
    "profile": "imports",
    "rejects": "batches",
    "restore": "backup",
    "same": "sameness",
    "status": "servers",
    "up": "servers",
    "whoami": "login",
}

HELP: Final = frozenset({"-h", "--help"})
#: What a shell calls an end by Ctrl-C.
INTERRUPTED: Final = 130
STOPPED: Final = {
    "code": "interrupted",
    "message": "已中断；再次运行同一命令即可继续",
    "message_en": "interrupted; run the same command again to go on",
}
USAGE: Final = {
    "code": "usage",
    "message": "命令行有误，说明见标准错误输出或 -h",
    "message_en": "the command line is wrong, see stderr or -h",
}


def build_app(words: Sequence[str] = ()) -> typer.Typer:
    """The `jicha` application; of `words` (the command line) the first names the command needed.

    Without a word, or with an unknown one, every command is there.
    """
    app = typer.Typer(
        name="jicha",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": sorted(HELP, key=len)},
    )
    # With a callback a lone command keeps its word.
    app.callback(
        help="稽查：医保基金监管 / find, investigate, prove and punish fraud against the fund"
    )(_nothing)
    for module in _asked(words):
        made = _commands_of(module)
        app.registered_commands += made.registered_commands
        app.registered_groups += made.registered_groups
    return app


@cache
def _commands_of(module: str) -> typer.Typer:
    """What a module registers, once in a process: its groups are its own and would take all twice."""
    made = typer.Typer()
    register = getattr(import_without_pandas(f"cli.{module}"), "register", None)
    if register is not None:
        register(made)
    return made


def _nothing() -> None:
    """What all commands have in common."""


def _asked(words: Sequence[str]) -> list[str]:
    """The modules to import for a command line."""
    every = sorted(info.name for info in pkgutil.iter_modules(cli.__path__))
    word = next((word for word in words if not word.startswith("-")), "")
    name = MODULES.get(word, word)
    return [name] if name in every else every


def main() -> None:
    """Entry point: run a command; a failure becomes one clear message and an exit code."""
    try:
        run(build_app(sys.argv[1:]))
    except SystemExit as ended:
        # The command line itself was wrong: click said so on stderr. Of Ctrl-C it says nothing.
        if ended.code == INTERRUPTED:
            sys.stderr.write(say(STOPPED["message"], STOPPED["message_en"]) + "\n")
        told = {int(Exit.USAGE): USAGE, INTERRUPTED: STOPPED}.get(_code(ended))
        if told and "--json" in sys.argv:
            sys.stdout.write(json.dumps({"error": told}, ensure_ascii=False) + "\n")
        if ended.code == INTERRUPTED:
            # Everything is put in order; threads that still reckon would hold the end up.
            sys.stdout.flush()
            os._exit(INTERRUPTED)
        raise
    except BrokenPipeError:
        sys.exit(int(Exit.FAILURE))
    except Exception as error:
        home = Path(os.environ.get("JICHA_HOME") or default_home())
        sys.exit(report(error, as_json="--json" in sys.argv, logs=home / "logs"))


def _code(ended: SystemExit) -> int:
    return ended.code if isinstance(ended.code, int) else int(bool(ended.code))


if __name__ == "__main__":
    main()
