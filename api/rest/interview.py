"""询问笔录 and the list of home visits as PDF."""

from __future__ import annotations

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Missing
from api.rest.asked import asked_of
from api.rest.export import PDF, export
from casework.actors import BUREAU
from casework.cases.state import CaseState
from casework.commands.access import RecordExport, RevealPersonalData
from claims.store import ClaimStore
from evidence.dossier.typeset import Typeset
from evidence.forms.interview import interview_record, visit_list, visit_record
from graph.cases.read import case_state
from graph.commands import execute
from graph.interview.people import private_of

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
    bureau = context.services.settings.bureau_name
    made = await anyio.to_thread.run_sync(lambda: interview_record(state, one, bureau, context.at))
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
    people = [psn_no] if visit else [person.psn_no for person in listed.people]

    def make() -> Typeset:
        private = private_of(store, people)
        if visit is None:
            return visit_list(state, listed, private, bureau, context.at)
        who = next(person.who for person in listed.people if person.psn_no == psn_no)
        own = private.get(psn_no, (who, "", ""))
        return visit_record(state, listed, visit, own, bureau, context.at)

    made = await anyio.to_thread.run_sync(make)
    what = "home-visit-record" if visit else "home-visits"
    return await _leave(context, made, f"{what}:{state.case_no}/{key}", purpose)


async def _leave(context: Context, made: Typeset, what: str, purpose: str) -> Response:
    command = RecordExport(
        what=what,
        rows=1,
        masked=not purpose,
        purpose=purpose,
    )
    name = what.replace(":", "-").replace("/", "-").encode("ascii", "ignore").decode()
    return await export(context, made.pdf, command, f"{name}.pdf", PDF)
