"""`jicha`: the same rooms from a terminal. Commands register themselves from this package.

A module `cli/<noun>.py` with `register(app)` is a set of commands; nobody edits this file for it.
"""

import importlib
import os
import pkgutil
import sys
from pathlib import Path

import typer

import cli
from cli.output import Exit, report
from stack.settings import default_home


def build_app() -> typer.Typer:
    """The `jicha` application with the commands of every module of this package."""
    app = typer.Typer(
        name="jicha",
        help="稽查：医保基金监管 / find, investigate, prove and punish fraud against the fund",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for module in sorted(info.name for info in pkgutil.iter_modules(cli.__path__)):
        register = getattr(importlib.import_module(f"cli.{module}"), "register", None)
        if register is not None:
            register(app)
    return app


def main() -> None:
    """Entry point: run a command; a failure becomes one clear message and an exit code."""
    try:
        build_app()()
    except KeyboardInterrupt:
        sys.stderr.write("已中断 / interrupted\n")
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(int(Exit.FAILURE))
    except Exception as error:
        home = Path(os.environ.get("JICHA_HOME") or default_home())
        sys.exit(report(error, as_json="--json" in sys.argv, logs=home / "logs"))


if __name__ == "__main__":
    main()
