"""`python -m stack.fetch`: what `make install` gets for Neo4j before its first start."""

import sys
from pathlib import Path

from stack.archive import build_archive
from stack.errors import StackError
from stack.home import Home
from stack.jars import fetch_jars
from stack.neo4j_server import Neo4jServer
from stack.settings import Settings, load_settings


def main() -> int:
    """Fetch the jars with a progress line, then make the class-data archive; the exit code."""
    settings = load_settings()
    try:
        fetch_jars(settings, lambda phase, done, total: _say(f"{phase} {done}/{total}"))
        build_archive(lambda home, options: _run_once(settings, home, options))
    except StackError as problem:
        print(problem.message_zh, problem.message_en, sep="\n", file=sys.stderr)
        return problem.exit_code
    return 0


def _run_once(settings: Settings, home: Path, options: list[str]) -> None:
    server = Neo4jServer(Home(home), settings.model_copy(update={"neo4j_heap": "512m"}))
    server.extra_options = tuple(options)
    server.start(_say)
    server.stop(_say)


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
