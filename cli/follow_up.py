"""What follows a change of the store: the map, the findings and the rings are brought up to date."""

import asyncio
from pathlib import Path
from uuid import uuid4

import neo4j

from claims.store import ClaimStore
from cli.context import operator, settings
from cli.language import say
from cli.output import Output
from cli.person import now
from cli.phases import AUDIT, GRAPH, in_words

#: Said where nothing follows by itself.
STEPS = "jicha graph load, jicha audit run, jicha rings detect"


async def follow(driver: neo4j.AsyncDriver, out: Output) -> None:
    """Let the map, the findings and the rings follow what the store holds now, also when that is
    nothing: what rested on rows that are gone goes with them."""
    # Late: they bring numerics, for which no other command of the intake waits.
    from audit.engine.run import run_audit
    from cli.ring_phases import RINGS
    from graph.load.run import load
    from graph.rings.renew import renew

    home = settings().home
    progress = in_words(out.progress, {**GRAPH, **AUDIT, **RINGS})
    await load(driver, ClaimStore(home), at=now(), progress=progress, way="online")
    report = await asyncio.to_thread(
        run_audit, home, at=now(), operator=operator(), progress=progress
    )
    await renew(driver, home, now(), uuid4().hex, progress=progress)
    out.say(
        say(
            f"图谱、疑点（{report.run_id}）与团伙已更新",
            f"map, findings ({report.run_id}) and rings are up to date",
        )
    )


def read_ahead(home: Path, out: Output) -> None:
    """Keep of a large store what the detection of rings will ask for."""
    from cli.ring_phases import RINGS
    from graph.rings.prepare import prepare

    prepare(ClaimStore(home), in_words(out.progress, RINGS))


def left_to_do(out: Output) -> None:
    """Say what is to be brought up to date by hand."""
    out.say(say(f"图谱与疑点需要更新：{STEPS}", f"to be brought up to date: {STEPS}"))
