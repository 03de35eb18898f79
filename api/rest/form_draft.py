"""A form as it would be issued, without a number: a number that is taken is never given back."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.documents import made
from api.rest.export import PDF, export
from casework.cases.state import CaseState
from casework.commands.access import RecordExport
from casework.documents.catalogue import form_of, forms
from casework.documents.issue import may_issue
from casework.documents.needs import missing_of
from casework.documents.state import Issued
from casework.documents.template import fold_template
from casework.documents.titles import titled_of
from casework.hands import Hand
from evidence.digests import digest_bytes
from graph.cases.page import case_page
from graph.events.load import load

DRAFT = "（草稿，未编号）"
MOST_WORDS = 4000


async def get_form_draft(request: Request, context: Context) -> Response:
    """``GET /export/form-draft/{case_no}/{form_id}.pdf?remarks=``, for those who may issue it.

    Filled from the case as it stands and from the template in force; its number says that it is a
    draft. It names the party, so that its leaving is on record.
    """
    case_no, form_id = request.path_params["case_no"], request.path_params["form_id"]
    page = await case_page(context.driver, context.viewer, case_no, context.at)
    if page is None or not may_issue(page.state, context.actor) or not _can_be(form_id, page.state):
        raise Missing("文书")
    stream = f"template:{form_id}"
    template = fold_template(form_id, (await load(context.driver, stream))[stream]).sha256
    form = Issued(
        issue_id="",
        form_id=form_id,
        number=DRAFT,
        by=Hand(context.actor.account, context.actor.person, context.actor.name),
        at=context.at,
        seq=page.state.version,
        titled=titled_of(page.state, form_of(form_id)),
        template=template,
        remarks=request.query_params.get("remarks", "")[:MOST_WORDS],
    )
    body = await made(context, case_no, form, "pdf")
    title = form.title.zh
    command = RecordExport(
        what=f"form-draft:{case_no}:{form_id}.pdf",
        rows=1,
        masked=False,
        purpose=f"{title} 草稿",
        sm3=digest_bytes(body).sm3,
    )
    return await export(context, body, command, f"{case_no} {title} 草稿.pdf", PDF)


def _can_be(form_id: str, case: CaseState) -> bool:
    """Whether the case has what the form prints."""
    form = forms().get(form_id)
    return form is not None and form.of == "case" and missing_of(form, case) is None
