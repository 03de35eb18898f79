"""`jicha rings detect | run | score | list | province`: groups that appear together more often than chance allows."""

import asyncio
import json
import resource
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

import typer
from neo4j import AsyncDriver

from casework.actors import Actor
from claims.stands_for import StandsFor
from claims.store import ClaimStore
from cli.context import needs, settings
from cli.language import say
from cli.output import JsonOption, Output
from cli.person import as_person, viewer
from cli.phases import in_words
from cli.province import province_command
from cli.reading_width import wide
from cli.ring import add_dossier
from cli.ring_phases import RINGS
from cli.ring_run import add_run, odd_text
from cli.ring_words import change, channel, route
from graph.migrate import migrate
from graph.rings.detect import detect
from graph.rings.model import Detection, Ring, Route
from graph.rings.read import RingPage, RingQuery, list_rings
from graph.rings.score import score_of
from graph.rings.write_back import write_back
from graph.sameness.judged import judged_one
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints

rings = typer.Typer(help="疑似团伙 / suspected rings", no_args_is_help=True)


@rings.command("detect")
def detect_command(
    seed: Annotated[int, typer.Option(help="随机置换的种子 / seed of the permutations")] = 7,
    as_json: JsonOption = False,
) -> None:
    """在全部已导入数据中寻找同步就诊群体，并写回图谱 / look for rings in all that was imported."""
    out = Output(json=as_json)
    with needs("neo4j", out=out) as endpoints:
        store = ClaimStore(settings().home, asyncio.run(_judged(endpoints)))
        started = time.perf_counter()
        found = detect(store, seed=seed, progress=in_words(out.progress, RINGS))
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        found = asyncio.run(_write(endpoints, found))
    if found.note_zh:
        out.say(say(found.note_zh, found.note_en))
    out.result(
        {
            "rings": [ring_json(ring) for ring in found.rings],
            "channels": list(found.channels),
            "record_errors": list(found.oddities),
            "undecided": sum(ring.route is Route.UNDECIDED for ring in found.rings),
            "note": {"zh": found.note_zh, "en": found.note_en} if found.note_zh else None,
            "seconds": round(seconds, 2),
            "peak_mb": round(peak),
        },
        _text(found, seconds),
    )


async def _judged(endpoints: Endpoints) -> StandsFor:
    """Which numbers people judged to be one."""
    async with neo4j_driver(endpoints) as driver:
        return await judged_one(driver)


async def _write(endpoints: Endpoints, found: Detection) -> Detection:
    async with neo4j_driver(endpoints) as driver:
        await migrate(driver)
        return await write_back(driver, found, datetime.now(UTC), uuid4().hex)


def ring_json(ring: Ring) -> dict[str, Any]:
    """A ring as scripts read it."""
    return {
        "ring_id": ring.ring_id,
        "route": ring.route.value,
        "channel": ring.channel,
        "score": ring.score,
        "expected_by_chance": ring.expected_by_chance,
        "seen": ring.seen,
        "p_value": ring.p_value,
        "q_value": ring.q_value,
        "change": ring.change.value,
        "changed_from": list(ring.changed_from),
        "amount": ring.amount,
        "patients": list(ring.patients),
        "doctors": [share.code for share in ring.doctors],
        "institutions": [share.code for share in ring.institutions],
        "days": sorted({day.day.isoformat() for day in ring.days}),
        "reasons": [
            {"code": r.code, "zh": r.zh, "en": r.en, "supports": r.supports} for r in ring.reasons
        ],
        "route_reason": ring.route_reason,
        "route_reason_en": ring.route_reason_en,
    }


def _text(found: Detection, seconds: float) -> str:
    lines = [
        f"{channel(report.channel)}{say('：', ': ')}{say(report.note_zh, report.note_en)}"
        for report in found.channels
    ]
    lines += [odd_text(odd.psn_no, "", odd.visits, odd.days) for odd in found.oddities]
    lines += [
        f"{ring.ring_id}  {wide(change(ring.change.value), 10)}{wide(route(ring.route.value), 26)}"
        + say(
            f"{len(ring.members):>3} 人  {len(ring.days):>3} 日  得分 {ring.score:>7.1f}  "
            f"预期 {ring.expected_by_chance:.1f} 实际 {ring.seen}",
            f"{len(ring.members):>3} people  {len(ring.days):>3} days  score {ring.score:>7.1f}  "
            f"expected {ring.expected_by_chance:.1f} seen {ring.seen}",
        )
        for ring in found.rings
    ]
    count = len(found.rings)
    total = say(f"共 {count} 个群体，{seconds:.1f} 秒", f"{count} groups, {seconds:.1f} seconds")
    return "\n".join([*lines, total])


@rings.command("score")
def score_command(
    answer_key: Annotated[
        Path,
        typer.Option(exists=True, dir_okay=False, help="答案文件 / the generator's answer key"),
    ],
    seed: Annotated[int, typer.Option(help="随机置换的种子 / seed of the permutations")] = 7,
    as_json: JsonOption = False,
) -> None:
    """对照答案文件，按通道给出检出率、精确率、召回率和偶然群体数（不写图谱） / compare with an answer key."""
    out = Output(json=as_json)
    try:
        key = json.loads(answer_key.read_text(encoding="utf-8"))
        known = {row["channel"]: row["patients"] for row in key["rings"]}
    except (ValueError, KeyError, TypeError) as error:
        raise typer.BadParameter(
            say(
                f"{answer_key} 不是答案文件：用 jicha generate county --answer-key 生成",
                f"{answer_key} is no answer key ({error}): jicha generate county --answer-key "
                "writes one",
            )
        ) from None
    progress = in_words(out.progress, RINGS)
    found = detect(ClaimStore(settings().home), seed=seed, progress=progress)
    rows = score_of(found.rings, key)
    out.result(
        {
            "channels": [
                {
                    **asdict(row),
                    "share": row.share,
                    "precision": row.precision,
                    "recall": row.recall,
                }
                for row in rows
            ],
            "planted_channels": sorted(known),
        },
        "\n".join(
            say(
                f"{wide(channel(row.channel), 16)} 检出 {row.found}/{row.planted}（{row.share:.0%}）  "
                f"精确 {row.precision:.3f}  召回 {row.recall:.3f}  偶然群体 {row.chance}",
                f"{wide(channel(row.channel), 28)} found {row.found}/{row.planted} ({row.share:.0%})  "
                f"precision {row.precision:.3f}  recall {row.recall:.3f}  chance groups {row.chance}",
            )
            for row in rows
        ),
    )


@rings.command("list")
def list_command(
    queue: Annotated[
        str | None,
        typer.Option("--route", help=" | ".join(Route)),
    ] = None,
    became: Annotated[
        str | None,
        typer.Option(
            "--change",
            help="与上次相比 / since the last run: new | same | grown | shrunk | exchanged | split | merged | ended",
        ),
    ] = None,
    first: Annotated[int, typer.Option(min=1, max=500, help="最多几行 / rows at most")] = 50,
    as_json: JsonOption = False,
) -> None:
    """按得分列出疑似团伙（以 jicha login 的身份） / rings by score, as the signed-in person."""
    out = Output(json=as_json)

    async def work(driver: AsyncDriver, actor: Actor) -> RingPage:
        return await list_rings(
            driver, viewer(actor), RingQuery(route=queue, change=became), first=first
        )

    page = as_person(out, work)
    lines = [
        f"{r.ring_id}  {wide(change(r.change), 10)}{wide(route(r.route), 26)}"
        + say(
            f"{r.member_count:>3} 人  {r.day_count:>3} 日  得分 {r.score:>7.1f}  {r.amount:,} 元  ",
            f"{r.member_count:>3} people  {r.day_count:>3} days  score {r.score:>7.1f}  {r.amount:,} yuan  ",
        )
        + say("、", ", ").join(place.name for place in r.institutions)
        for r in page.rings
    ]
    out.result(
        {"rings": page.rings, "total": page.total, "more": page.more},
        "\n".join([*lines, say(f"共 {page.total} 个", f"{page.total} in all")]),
    )


def register(app: typer.Typer) -> None:
    """Add the commands."""
    rings.command("province")(province_command)
    add_run(rings)
    add_dossier(rings)
    app.add_typer(rings, name="rings")
