"""A tree of commands as its reader reads it: help and faults of the command line in one language.

Everything heavy is imported once a help or a fault is really told.
"""

from typing import Any, Final

import typer
from typer.main import get_command

from cli.language import side

#: What is wrong with a command line; Typer names the class only through its children.
UsageError: Final[type[Exception]] = typer.BadParameter.__mro__[1]
OK: Final = 0


def run(app: typer.Typer) -> None:
    """Run the command line on `app`. Always raises: `SystemExit`, or what the command raised."""
    command = for_reader(get_command(app))
    try:
        ended = command(standalone_mode=False)
    except UsageError as wrong:
        _tell(wrong)
        raise SystemExit(wrong.exit_code) from None  # type: ignore[attr-defined]
    raise SystemExit(ended if isinstance(ended, int) else OK)


def for_reader(command: Any) -> Any:
    """The same command, and those under it, whose help is told in the reader's language."""
    plain = command.format_help

    def told(context: Any, formatter: Any) -> None:
        _translate(command, context)
        plain(context, formatter)

    command.format_help = told
    for one in getattr(command, "commands", {}).values():
        for_reader(one)
    return command


def _translate(command: Any, context: Any) -> None:
    from cli.whole_help import tell_whole, typers

    tell_whole()
    _one_usage(command, typers)
    for one in (command, *getattr(command, "commands", {}).values()):
        one.help = side(one.help or "")
        one.short_help = side(one.short_help or "")
    for parameter in command.get_params(context):
        parameter.help = typers(side(getattr(parameter, "help", None) or ""))


def _one_usage(command: Any, typers: Any) -> None:
    plain = command.get_usage
    command.get_usage = lambda context: typers(plain(context))


def _tell(wrong: Any) -> None:
    from typer.rich_utils import rich_format_error

    from cli.whole_help import tell_whole, typers

    tell_whole()
    plain, usage = wrong.format_message, wrong.ctx and wrong.ctx.command
    wrong.format_message = lambda: typers(plain())
    if usage:
        _one_usage(usage, typers)
    rich_format_error(wrong)
