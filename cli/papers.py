"""A paper about a measure or the centre's letter: filled from the template in force, on record."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import anyio.to_thread
import neo4j
import typer

from casework.actors import BUREAU, Actor, named
from casework.commands.access import RecordExport
from casework.documents.catalogue import Form
from casework.refusal import refuse
from cli.language import say
from cli.output import Output
from cli.person import now
from cli.taken import put_down
from cli.vault import keeping
from evidence.digests import digest_bytes
from evidence.forms.keep import template_of
from evidence.forms.make import KINDS, made
from evidence.s3 import S3Store
from graph.commands import execute
from graph.documents.read import template_in_force


@dataclass(frozen=True)
class Paper:
    """What is printed: the form with its values and the moment it carries; how the log names it."""

    form: Form
    values: dict[str, Any]
    at: datetime
    what: str
    purpose: str


Find = Callable[[neo4j.AsyncDriver, Actor], Awaitable[Paper]]


def print_paper(out: Output, file: Path, find: Find) -> None:
    """Write the paper as .docx or .pdf, by the file's ending. For the bureau."""
    kind = file.suffix.lstrip(".").lower()
    if kind not in KINDS:
        raise typer.BadParameter(say("输出文件须为 .docx 或 .pdf", "give a .docx or .pdf file"))

    async def work(
        driver: neo4j.AsyncDriver, store: S3Store, actor: Actor
    ) -> tuple[bytes, RecordExport]:
        if not actor.holds(*BUREAU):
            raise refuse("ROLE_REQUIRED", **named(BUREAU))
        paper = await find(driver, actor)
        template = await template_in_force(driver, paper.form.id, paper.at)

        def fill() -> bytes:
            return made(template_of(store, paper.form.id, template), paper.values, paper.at, kind)

        body = await anyio.to_thread.run_sync(fill)
        found = digest_bytes(body)
        record = RecordExport(
            what=f"{paper.what}.{kind}",
            rows=1,
            masked=False,
            purpose=paper.purpose,
            sha256=found.sha256,
            sm3=found.sm3,
        )
        await execute(driver, record, actor, now())
        return body, record

    body, record = keeping(out, work)
    put_down(file, body)
    facts = {"file": str(file), "paper": record.what, "sha256": record.sha256}
    out.result(facts, f"{file}  SHA-256 {record.sha256}")
