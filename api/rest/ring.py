"""The dossier of a ring as a paper or a workbook, whole or for some of its members."""

from __future__ import annotations

from collections.abc import Mapping

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Invalid, Missing
from api.languages import Language
from api.rest.asked import asked_of
from api.rest.export import PDF, XLSX, export
from api.ring.queries import store_for
from api.session.pages import may_open
from casework.actors import Viewer
from casework.commands.access import RecordExport
from evidence.ringpaper import ring_paper
from graph.rings.dossier.compile import ring_paper_of
from graph.rings.dossier.sheet import sheet
from graph.rings.dossier.workbook import workbook

TYPES = {
    "pdf": PDF,
    "xlsx": XLSX,
}
LANGUAGES: Mapping[str, Language] = {"zh": "zh", "en": "en"}


async def get_ring(request: Request, context: Context) -> Response:
    """``/export/ring/{ring_id}.{pdf|xlsx}``, ``{purpose, members: [psn_no], language}``: masked without a
    purpose, in the reader's language unless another is asked for, and on record before it leaves."""
    ring_id, kind = request.path_params["ring_id"], request.path_params["kind"]
    if not may_open(context.actor, "rings") or kind not in TYPES:
        raise Missing("疑似团伙")
    asked = await asked_of(request)
    # A case's papers are Chinese, whoever reads the page.
    language = LANGUAGES.get(str(asked.given.get("language") or context.language))
    if language is None:
        raise Invalid("language", "语言应为 zh 或 en。", "The language is zh or en.")
    paper = await ring_paper_of(
        context.driver,
        Viewer(context.actor, asked.purpose),
        await store_for(context),
        ring_id,
        asked.names("members"),
        at=context.at,
        bureau=context.services.settings.bureau_name,
        language=language,
    )

    def made() -> bytes:
        if kind == "pdf":
            return ring_paper(sheet(paper), context.at).pdf
        return workbook(paper)[0]

    body = await anyio.to_thread.run_sync(made)
    command = RecordExport(
        what=f"ring:{ring_id}.{kind}",
        rows=len(paper.figures.records),
        masked=asked.purpose is None,
        purpose=asked.purpose or "",
    )
    return await export(context, body, command, f"jicha-ring-{ring_id}.{kind}", TYPES[kind])
