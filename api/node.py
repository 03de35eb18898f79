"""Anything by its global id; missing and forbidden both answer null."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import strawberry

from api.account.types import Account
from api.batch.queries import load_batch
from api.batch.types import ImportBatch
from api.case.page import load_case_file
from api.case.types import Case
from api.context import Info
from api.errors import ApiError
from api.finding.queries import load_finding
from api.finding.types import Finding, Rule
from api.ids import Node, from_global
from api.job.queries import load_job
from api.job.types import Job
from api.points.page import load_detail
from api.points.types import PointsFile
from api.ring.queries import load_dossier
from api.ring.types import Ring
from casework.refusal import Refusal

NODE_TYPES = [Account, Case, Finding, ImportBatch, Job, PointsFile, Ring, Rule]


async def _case(info: Info, key: str) -> Node | None:
    return (await load_case_file(info.context, key)).case


async def _points(info: Info, key: str) -> Node | None:
    return (await load_detail(info.context, key)).file


async def _finding(info: Info, key: str) -> Node | None:
    return await load_finding(info, key)


async def _ring(info: Info, key: str) -> Node | None:
    dossier = await load_dossier(info, key)
    return dossier.ring if dossier else None


async def _batch(info: Info, key: str) -> Node | None:
    return await load_batch(info.context, key)


async def _job(info: Info, key: str) -> Node | None:
    return await load_job(info.context, key)


FETCH: dict[str, Callable[[Info, str], Awaitable[Node | None]]] = {
    "Case": _case,
    "PointsFile": _points,
    "Finding": _finding,
    "Ring": _ring,
    "ImportBatch": _batch,
    "Job": _job,
}


@strawberry.type
class NodeQueries:
    """Refetching one object."""

    @strawberry.field
    async def node(self, info: Info, id: strawberry.ID) -> Node | None:
        """The object behind a global id."""
        kind, key = from_global(id)
        fetch = FETCH.get(kind)
        if fetch is None:
            return None
        try:
            return await fetch(info, key)
        except (Refusal, ApiError):
            return None
