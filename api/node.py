"""Anything by its global id; missing and forbidden both answer null."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import strawberry

from api.account.types import Account
from api.batch.queries import BatchQueries
from api.batch.types import ImportBatch
from api.case.page import load_case_file
from api.case.types import Case
from api.context import Info
from api.errors import ApiError
from api.finding.queries import FindingQueries
from api.finding.types import Finding, Rule
from api.ids import Node, from_global
from api.job.queries import JobQueries
from api.job.types import Job
from api.points.page import load_detail
from api.points.types import PointsFile
from api.ring.queries import RingQueries
from api.ring.types import Ring
from casework.refusal import Refusal

NODE_TYPES = [Account, Case, Finding, ImportBatch, Job, PointsFile, Ring, Rule]


async def _case(info: Info, id: strawberry.ID, key: str) -> Case:
    return (await load_case_file(info.context, key)).case


async def _points(info: Info, id: strawberry.ID, key: str) -> PointsFile:
    return (await load_detail(info.context, key)).file


async def _finding(info: Info, id: strawberry.ID, key: str) -> Finding | None:
    return await FindingQueries().finding(info, id)


async def _ring(info: Info, id: strawberry.ID, key: str) -> Ring | None:
    dossier = await RingQueries().ring_dossier(info, id)
    return dossier.ring if dossier else None


async def _batch(info: Info, id: strawberry.ID, key: str) -> ImportBatch | None:
    return await BatchQueries().import_batch(info, id)


async def _job(info: Info, id: strawberry.ID, key: str) -> Job | None:
    return await JobQueries().job(info, id)


FETCH: dict[str, Callable[[Info, strawberry.ID, str], Awaitable[Any]]] = {
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
            found: Node | None = await fetch(info, id, key)
        except (Refusal, ApiError):
            return None
        return found
