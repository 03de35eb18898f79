"""询问笔录 and the list of home visits as PDF."""

from __future__ import annotations

from collections.abc import Callable

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Invalid, Missing
from api.evidence.resolvers import invalid, store_of
from api.rest.asked import asked_of
from api.rest.export import PDF, export
from casework.actors import BUREAU
from casework.cases.state import CaseState
from casework.commands.access import RecordExport, RevealPersonalData
from claims.store import ClaimStore
from evidence.dossier.typeset import Typeset
from evidence.errors import ObjectMissingError
from evidence.forms.errors import TemplateInvalidError
from evidence.forms.interview import interview_record, visit_list, visit_record
from evidence.forms.keep import template_of
from graph.cases.read import case_state
from graph.commands import execute
from graph.documents.read import template_in_force
from graph.interview.people import private_of
from graph.points.parameters import bureau_parameters

FOR_SIGNATURE = "打印询问笔录供核对签名"


async def _case(request: Request, context: Context) -> CaseState:
    state = await case_state(context.driver, context.viewer, request.path_params["case_no"])
    if state is None or not context.actor.holds(*BUREAU):
        raise Missing("案件")
    return state


async def get_interview(request: Request, context: Context) -> Response:
    """``GET /export/interview/{case_no}/{I1}.pdf``: the record for signature, page by page."""
    state, key = await _case(request, context), request.path_params["key"]
    one = next((i for i in state.interviews if i.interview_id == key), None)
    if one is None:
        raise Missing("笔录")
    bureau, template = context.services.settings.bureau_name, await _template(context)
    own = await bureau_parameters(context.driver, context.viewer)
    made = await _tried(lambda: interview_record(template, state, one, bureau, context.at, own))
    # The record names its person: what it leaves for is said, too.
    return await _leave(context, made, f"interview:{state.case_no}/{key}", FOR_SIGNATURE)


async def get_visits(request: Request, context: Context) -> Response:
    """``POST /export/home-visits/{case_no}/{Z1}.pdf``, ``{purpose}``: with phones; the look is on record.

    With a ``psnNo`` the record of that person's answers, for signature.
    """
    state, key = await _case(request, context), request.path_params["key"]
    listed = next((one for one in state.visit_lists if one.list_id == key), None)
    if listed is None:
        raise Missing("走访清单")
    asked = await asked_of(request)
    purpose, psn_no = asked.needed(), str(asked.given.get("psnNo") or "")
    visit = listed.last_said(psn_no)
    if psn_no and visit is None:
        raise Missing("走访记录")
    look = RevealPersonalData(
        subject=f"case:{state.case_no}", fields=("psn_name", "tel", "live_addr"), purpose=purpose
    )
    await execute(context.driver, look, context.actor, context.at)
    store, bureau = (
        ClaimStore(context.services.settings.home),
        context.services.settings.bureau_name,
    )
    template = await _template(context)
    settled = await bureau_parameters(context.driver, context.viewer)
    people = [psn_no] if visit else [person.psn_no for person in listed.people]

    def make() -> Typeset:
        private = private_of(store, people)
        if visit is None:
            return visit_list(state, listed, private, bureau, context.at, settled)
        who = next(person.who for person in listed.people if person.psn_no == psn_no)
        own = private.get(psn_no, (who, "", ""))
        return visit_record(template, state, listed, visit, own, bureau, context.at, settled)

    made = await _tried(make)
    what = "home-visit-record" if visit else "home-visits"
    return await _leave(context, made, f"{what}:{state.case_no}/{key}", purpose)


async def _template(context: Context) -> bytes:
    """The bureau's form of such a record as it is in force now."""
    sha256 = await template_in_force(context.driver, "interview", context.at)
    store = store_of(context)
    try:
        return await anyio.to_thread.run_sync(lambda: template_of(store, "interview", sha256))
    except ObjectMissingError as error:
        raise invalid(error) from None


async def _tried(make: Callable[[], Typeset]) -> Typeset:
    try:
        return await anyio.to_thread.run_sync(make)
    except TemplateInvalidError as error:
        raise Invalid("template", error.message_zh, error.message_en) from None


async def _leave(context: Context, made: Typeset, what: str, purpose: str) -> Response:
    command = RecordExport(
        what=what,
        rows=1,
        masked=not purpose,
        purpose=purpose,
    )
    name = what.replace(":", "-").replace("/", "-").encode("ascii", "ignore").decode()
    return await export(context, made.pdf, command, f"{name}.pdf", PDF)
