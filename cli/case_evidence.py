"""`jicha case evidence`: a file into the vault and onto the case, with how it was taken."""

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from casework.commands import case as c
from casework.commands.evidence import Collection, EvidenceKind
from casework.custody.collected import NAMES
from cli.act import act
from cli.collected import (
    CollectedAt,
    Holder,
    Medium,
    NoOriginal,
    NoWitness,
    Original,
    Pages,
    Place,
    Process,
    Witness,
)
from cli.forms import moment
from cli.give import Given, give
from cli.language import listed, say
from cli.output import JsonOption, Output
from cli.vault import renew_case

CaseNo = Annotated[str, typer.Argument(help="案件编号 / case number")]
#: The numbers that the vault gives an item: to a file from the terminal, and to one from the desk.
EVIDENCE_ID: Final = re.compile(r"[0-9a-f]{32}|E[0-9a-f]{20}")


def add_to(case: typer.Typer) -> None:
    """Add the command to `jicha case`."""
    case.command("evidence")(attach_evidence)


def attach_evidence(
    case_no: CaseNo,
    item: Annotated[
        str, typer.Argument(help="文件，或已入库的证据编号 / a file, or an evidence id")
    ],
    proves: Annotated[str, typer.Option(help="证明目的 / what it proves")],
    kind: Annotated[
        EvidenceKind, typer.Option(help="证据种类 / kind of evidence")
    ] = EvidenceKind.ELECTRONIC,
    collected_at: CollectedAt = "",
    place: Place = "",
    method: Annotated[
        str,
        typer.Option(
            help="收集方法：调取、现场提取、复制、拍照等 / how: called in, extracted, copied"
        ),
    ] = "",
    process: Process = "",
    holder: Holder = "",
    medium: Medium = "",
    original: Original = None,
    no_original: NoOriginal = "",
    pages: Pages = None,
    officer: Annotated[
        list[str] | None,
        typer.Option(
            help="收集人账号，可多次；不填为本人和另一名承办人员"
            " / account of who took it, repeatable; by default you and the other officer"
        ),
    ] = None,
    witness: Witness = "",
    no_witness: NoWitness = "",
    reporter: Annotated[
        bool, typer.Option("--reporter", help="举报材料，归入副卷 / tells who reported the case")
    ] = False,
    json: JsonOption = False,
) -> None:
    """附入证据；文件先入证据库 / attach evidence; a file goes into the vault first."""
    out, path = Output(json), Path(item)
    if not path.is_file():
        _attach(out, item, c.AttachEvidence(
            case_no=case_no, evidence_id=item, proves=proves, from_reporter=reporter
        ))  # fmt: skip
        return
    taken = Collection(
        collected_at=_moment(collected_at),
        place=place,
        method=method,
        process=process,
        holder=holder,
        original_medium=medium,
        officers=tuple(officer or ()),
        witness=witness,
        no_witness_reason=no_witness,
        original=original,
        no_original_reason=no_original,
        pages=pages,
    )
    result = give(out, Given(case_no, path, kind, proves, taken, reporter))
    out.result(
        result,
        say(
            f"证据 {result['evidence_id']} 已入库并附入案件 {case_no}",
            f"kept as {result['evidence_id']} and attached to case {case_no}",
        )
        + _unsaid(result["missing"]),
    )


def _attach(out: Output, item: str, command: c.AttachEvidence) -> None:
    if not EVIDENCE_ID.fullmatch(item):
        raise typer.BadParameter(
            say(
                f"没有文件 {item}，它也不是证据编号",
                f"there is no file {item}, nor is it an evidence id",
            )
        )
    act(out, command, "附入证据")
    renew_case(out, command.case_no)


def _moment(text: str) -> datetime | None:
    try:
        return moment(text) if text else None
    except ValueError as error:
        raise typer.BadParameter(
            f"--collected-at: {text}"
            + say("（应为 YYYY-MM-DDTHH:MM）", " (expected YYYY-MM-DDTHH:MM)")
        ) from error


def _unsaid(fields: list[str]) -> str:
    """What its kind asks for and nobody stated."""
    if not fields:
        return ""
    names = listed(say(*NAMES[one]) for one in fields)
    return say(f"\n收集情况未写明：{names}", f"\nnot stated of how it was taken: {names}")
