"""A paper of a ring, put together for one reader: map, judgements and store."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from neo4j import AsyncDriver

from casework.actors import Viewer
from casework.commands.judgement import MarkKind
from claims.store import ClaimStore
from graph.geo.county import county
from graph.judgements.read import marks
from graph.rings.dossier.figures import figures
from graph.rings.dossier.model import Figures
from graph.rings.dossier.paper import Made, Paper, part
from graph.rings.dossier.summary import summary
from graph.rings.dossier.words import Language, Words, moment
from graph.rings.judged import member_marks
from graph.rings.read import RingDossier
from graph.rings.runs import Run, last_run
from graph.rings.unfold import whole_dossier

#: The seed of a detection that nobody has recorded.
PLAIN_SEED = 7


async def ring_figures(
    driver: AsyncDriver,
    viewer: Viewer,
    store: ClaimStore,
    ring_id: str,
    psn_nos: Sequence[str] = (),
) -> tuple[RingDossier, Figures]:
    """The ring, whole or some members of it, with its figures. Refusal NOT_FOUND."""
    return await _figures(
        driver, viewer, store, await whole_dossier(driver, viewer, store, ring_id), psn_nos
    )


async def _figures(
    driver: AsyncDriver,
    viewer: Viewer,
    store: ClaimStore,
    whole: RingDossier,
    psn_nos: Sequence[str],
) -> tuple[RingDossier, Figures]:
    dossier = part(whole, psn_nos)
    run = await last_run(driver, viewer)
    seed = run.seed if run else PLAIN_SEED
    return dossier, await asyncio.to_thread(figures, store, dossier, seed=seed)


async def ring_paper_of(
    driver: AsyncDriver,
    viewer: Viewer,
    store: ClaimStore,
    ring_id: str,
    psn_nos: Sequence[str] = (),
    *,
    at: datetime,
    bureau: str,
    language: Language = "zh",
) -> Paper:
    """Everything that a paper of the ring says; names, phones and addresses only with a purpose."""
    whole = await whole_dossier(driver, viewer, store, ring_id)
    dossier, found = await _figures(driver, viewer, store, whole, psn_nos)
    people = [face.member.psn_no for face in dossier.faces]
    said = await marks(driver, viewer, MarkKind.RING, [ring_id])
    actor = viewer.actor
    return Paper(
        dossier,
        found,
        summary(dossier, found),
        said.get(ring_id),
        await member_marks(driver, viewer, ring_id, people),
        len(whole.faces),
        _named(await last_run(driver, viewer), Words(language)),
        bureau,
        Made(actor.name, actor.account, at, (viewer.purpose or "").strip()),
        language,
        await county(
            driver, viewer, store.home, [one.code for one in dossier.summary.institutions]
        ),
    )


def _named(run: Run | None, words: Words) -> str:
    if run is None:
        return words.say("未知", "unknown")
    at, name, days = moment(run.at), run.run_id[:12], (run.first_day, run.last_day)
    span = words.say("，数据 {} 至 {}", ", data {} to {}").format(*days) if run.first_day else ""
    return words.say(
        f"{at}（{name}{span}，种子 {run.seed}）", f"{at} ({name}{span}, seed {run.seed})"
    )
