"""`jicha rings show | judge | note | export | precision`: one ring's dossier, and what judging taught."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from neo4j import AsyncDriver

from casework.actors import Actor
from casework.commands.access import RecordExport
from casework.commands.base import Command
from casework.commands.judgement import (
    JudgeMark,
    JudgeMembers,
    MarkKind,
    NoteMark,
    TakeBackJudgement,
    TakeBackMembers,
    Verdict,
)
from casework.judgements.group import standing_of, tally_of
from casework.judgements.precision import Share
from claims.store import ClaimStore
from cli.act import act
from cli.context import settings
from cli.language import held, listed, say
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, now, viewer
from cli.taken import put_down
from evidence.ringpaper import ring_paper
from graph.commands import execute
from graph.rings.dossier.compile import ring_paper_of
from graph.rings.dossier.paper import Paper
from graph.rings.dossier.sheet import sheet
from graph.rings.dossier.words import CHANNELS, ROUTES, Language, Words
from graph.rings.dossier.workbook import workbook
from graph.rings.judged import Precision, precision
from graph.sameness.judged import judged_one

RingId = Annotated[str, typer.Argument(help="ring_id")]
Members = Annotated[
    list[str] | None,
    typer.Option("--member", help="只含这些成员（可重复） / these members only; may be repeated"),
]
Purpose = Annotated[
    str, typer.Option(help="用途（写明后不脱敏，并留痕） / purpose: unmasked, on record")
]
GRID = " ·■"


def add_dossier(rings: typer.Typer) -> None:
    """Add the commands of one ring."""
    rings.command("show")(show_command)
    rings.command("judge")(judge_command)
    rings.command("note")(note_command)
    rings.command("export")(export_command)
    rings.command("precision")(precision_command)


async def _paper(
    driver: AsyncDriver,
    actor: Actor,
    ring_id: str,
    members: Sequence[str],
    purpose: str = "",
    language: Language = "zh",
) -> Paper:
    store = ClaimStore(settings().home, await judged_one(driver))
    eyes = viewer(actor, purpose.strip() or None)
    bureau = settings().bureau_name
    return await ring_paper_of(
        driver, eyes, store, ring_id, members, at=now(), bureau=bureau, language=language
    )


def show_command(ring_id: RingId, member: Members = None, as_json: JsonOption = False) -> None:
    """显示一个疑似团伙：说明、成员×日期、理由与反证、偶然性检验（脱敏） / what a ring rests on, masked."""
    out = Output(json=as_json)

    async def work(driver: AsyncDriver, actor: Actor) -> Paper:
        return await _paper(driver, actor, ring_id, member or ())

    paper = as_person(out, work)
    out.result(_json(paper), "\n".join(_text(paper)))


def _json(paper: Paper) -> dict[str, Any]:
    """The dossier as scripts read it: what the page shows."""
    dossier: dict[str, Any] = to_json(paper.dossier)
    verdicts = {no: mark.verdict for no, mark in paper.verdicts.items() if mark.verdict}
    tally = tally_of(verdicts.values())
    said = paper.verdict.verdict if paper.verdict else None
    return {
        **dossier,
        "said": [{"code": line.code, "zh": line.zh, "en": line.en} for line in paper.summary],
        "figures": {**asdict(paper.figures), "p_value": paper.figures.draw.p_value},
        "verdict": said,
        "member_verdicts": verdicts,
        "group": {"standing": standing_of(said, tally).value, **asdict(tally)},
    }


def _words() -> Words:
    return Words("en" if say("", "en") else "zh")


def _text(paper: Paper) -> list[str]:
    dossier, words = paper.dossier, _words()
    lines = [f"{dossier.summary.ring_id}  {words.word(ROUTES, dossier.summary.route)}"]
    lines += [say(line.zh, line.en) for line in paper.summary]
    lines += [
        f"{'+' if reason.supports else '-'} {say(reason.zh, reason.en)}"
        for reason in dossier.reasons
    ]
    lines += [
        f"{'-' if check.against else '○'} {say(check.zh, check.en)}"
        for check in paper.figures.checks
    ]
    return lines + [
        f"{face.member.psn_no} {face.name:<4} {''.join(GRID[level] for level in row)}  "
        f"{words.verdict(paper.verdicts.get(face.member.psn_no))}".rstrip()
        for face, row in zip(dossier.faces, dossier.grid, strict=True)
    ]


def judge_command(
    ring_id: RingId,
    reason: Annotated[str, typer.Option(help="理由 / reason")],
    verdict: Annotated[
        Verdict | None, typer.Option(help="确认、排除或存疑 / confirmed, rejected, unsure")
    ] = None,
    member: Members = None,
    take_back: Annotated[
        bool, typer.Option("--take-back", help="撤回研判 / undo the judgement")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """研判一个疑似团伙，或其中的成员（--member）；可用 --take-back 撤回 / judge a ring or members of it; --take-back undoes it."""
    if (verdict is None) != take_back:
        raise typer.BadParameter(
            say("请给出 --verdict，或用 --take-back 撤回", "give --verdict, or --take-back to undo")
        )
    act(Output(json=as_json), _judgement(ring_id, tuple(member or ()), verdict, reason), ring_id)


def _judgement(
    ring_id: str, members: tuple[str, ...], verdict: Verdict | None, reason: str
) -> Command:
    if members and verdict is None:
        return TakeBackMembers(ring_id=ring_id, psn_nos=members, reason=reason)
    if members and verdict is not None:
        return JudgeMembers(ring_id=ring_id, psn_nos=members, verdict=verdict, reason=reason)
    if verdict is None:
        return TakeBackJudgement(kind=MarkKind.RING, key=ring_id, reason=reason)
    return JudgeMark(kind=MarkKind.RING, key=ring_id, verdict=verdict, reason=reason)


def note_command(
    ring_id: RingId,
    text: Annotated[str, typer.Option(help="备注 / note")],
    as_json: JsonOption = False,
) -> None:
    """给疑似团伙记备注 / write a note beside a ring."""
    act(Output(json=as_json), NoteMark(kind=MarkKind.RING, key=ring_id, text=text), ring_id)


def export_command(
    ring_id: RingId,
    out_file: Annotated[
        Path, typer.Option("--out", dir_okay=False, help="输出文件 .pdf 或 .xlsx / file")
    ],
    purpose: Purpose = "",
    member: Members = None,
    language: Annotated[Language, typer.Option(help="文件语言 zh 或 en / of the file")] = "zh",
    as_json: JsonOption = False,
) -> None:
    """把团伙说明导出为 PDF 或 XLSX，全部或部分成员；导出留痕 / take the dossier out, on record."""
    kind = out_file.suffix.lower()
    if kind not in (".pdf", ".xlsx"):
        raise typer.BadParameter(
            say(f"{out_file} 应以 .pdf 或 .xlsx 结尾", f"{out_file} must end in .pdf or .xlsx")
        )
    out = Output(json=as_json)

    async def work(driver: AsyncDriver, actor: Actor) -> dict[str, Any]:
        paper = await _paper(driver, actor, ring_id, member or (), purpose, language)
        if kind == ".pdf":
            body = ring_paper(sheet(paper), paper.made.at).pdf
        else:
            body, _ = workbook(paper)
        command = RecordExport(
            what=f"ring:{ring_id}{kind}",
            rows=len(paper.figures.records),
            masked=not paper.made.purpose,
            purpose=paper.made.purpose,
            sha256=hashlib.sha256(body).hexdigest(),
        )
        await execute(driver, command, actor, paper.made.at)
        put_down(out_file, body)
        facts = {"ring_id": ring_id, "file": str(out_file), "sha256": command.sha256}
        return {**facts, "rows": command.rows, "masked": command.masked}

    facts = as_person(out, work)
    out.result(facts, f"{facts['file']}  SHA-256 {facts['sha256']}")


def precision_command(as_json: JsonOption = False) -> None:
    """各渠道的准确记录：研判确认与排除的比例（威尔逊 95% 区间） / how often each channel was right."""
    out = Output(json=as_json)

    async def work(driver: AsyncDriver, actor: Actor) -> list[Precision]:
        return await precision(driver, viewer(actor))

    rows = as_person(out, work)
    out.result(
        {"channels": [_row(row) for row in rows]},
        "\n".join(map(_precision_text, rows)) or say("还没有识别过", "nothing was looked for yet"),
    )


def _precision_text(row: Precision) -> str:
    rings, members, aside = _share(row.rings), _share(row.members), row.aside.confirmed
    return f"{_words().word(CHANNELS, row.channel)}  " + say(
        f"现有 {row.found}（未研判 {row.waiting}）  团伙 {rings}  成员 {members}  "
        f"归入其他去向而被确认 {aside}",
        f"{row.found} now ({row.waiting} not judged)  rings {rings}  members {members}  "
        f"routed aside and yet confirmed {aside}",
    )


def _share(share: Share) -> str:
    if share.precision is None or share.interval is None:
        return say("未研判", "not judged")
    low, high = share.interval
    counts, interval = f"{share.confirmed}/{share.clear}", f"{low:.0%}–{high:.0%}"
    return f"{share.precision:.0%}{held(listed((counts, interval)))}"


def _row(row: Precision) -> dict[str, Any]:
    shares = {"rings": row.rings, "members": row.members, "aside": row.aside}
    return {
        "channel": row.channel,
        "found": row.found,
        "waiting": row.waiting,
        "promised": row.promised,
        **{
            name: {**asdict(one), "precision": one.precision, "interval": one.interval}
            for name, one in shares.items()
        },
    }
