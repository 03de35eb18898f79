"""Notices of measures and the centre's letter as DOCX and PDF; what leaves is on record."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from api.context import Context
from api.errors import Invalid, Missing
from api.evidence.resolvers import store_of
from api.rest.asked import asked_of
from api.rest.export import export
from casework.actors import BUREAU
from casework.commands.access import RecordExport
from casework.delegation.state import Entrustment
from casework.documents.catalogue import Form, form_of
from casework.measures.signed import measure_forms
from casework.measures.state import Measured
from evidence.digests import digest_bytes
from evidence.errors import ObjectMissingError
from evidence.forms.errors import TemplateInvalidError
from evidence.forms.keep import template_of as kept
from evidence.forms.make import KINDS, made
from evidence.forms.measure import day_of, letter_values, made_by, measure_values, template_of
from graph.delegation.read import register
from graph.documents.read import template_in_force
from graph.measures.read import subject
from graph.points.parameters import bureau_parameters


async def get_measure_form(request: Request, context: Context) -> Response:
    """``POST /export/measure-form/{form_id}.{docx|pdf}``, ``{key, measureId, purpose}``.

    ``key`` is the subject's (``institution:H1``); in the body, as it may name a person. Printed from
    the template of the day that the form carries. For the bureau.
    """
    form_id, kind = request.path_params["form_id"], request.path_params["kind"]
    if not context.actor.holds(*BUREAU) or kind not in KINDS:
        raise Missing("文书")
    asked = await asked_of(request)
    purpose, key = asked.needed(), str(asked.given.get("key") or "")
    state = await subject(context.driver, context.viewer, key) if ":" in key else None
    wanted = asked.given.get("measureId")
    one = next((m for m in state.measures if m.measure_id == wanted), None) if state else None
    form = _form(one, form_id) if one else None
    if state is None or one is None or form is None:
        raise Missing("文书")
    at = day_of(form, one, context.at)
    settings = await bureau_parameters(context.driver, context.viewer)
    house = made_by(one, settings, context.services.settings.bureau_name, at)
    values = measure_values(form, state, one, house, at)
    what = f"measure-form:{form.id}:{one.measure_id}.{kind}"
    title = f"{state.name} {form.zh}"
    return await print_form(context, template_of(form), values, at, what, purpose, title)


def _form(one: Measured, form_id: str) -> Form | None:
    return next((form for form in measure_forms(one) if form.id == form_id), None)


async def get_letter(request: Request, context: Context) -> Response:
    """``GET /export/entrustment.{docx|pdf}?no=``: the letter of that number. For the bureau."""
    kind, number = request.path_params["kind"], request.query_params.get("no", "")
    if not context.actor.holds(*BUREAU) or kind not in KINDS:
        raise Missing("委托书")
    state, _ = await register(context.driver, context.viewer)
    letter: Entrustment | None = next((x for x in state.letters if x.document_no == number), None)
    if letter is None:
        raise Missing("委托书")
    form = form_of("entrustment")
    values = letter_values(letter, context.services.settings.bureau_name)
    what = f"entrustment:{number}.{kind}"
    return await print_form(context, form, values, context.at, what, form.zh, f"{form.zh} {number}")


async def print_form(
    context: Context,
    form: Form,
    values: dict[str, Any],
    at: datetime,
    what: str,
    purpose: str,
    title: str,
) -> Response:
    """The form filled from the template that was in force on its moment; what leaves is on record."""
    kind = what.rpartition(".")[2]
    sha256 = await template_in_force(context.driver, form.id, at)

    def fill() -> bytes:
        return made(kept(store_of(context), form.id, sha256), values, at, kind)

    try:
        body = await anyio.to_thread.run_sync(fill)
    except ObjectMissingError:
        raise Missing("文书模板") from None
    except TemplateInvalidError as error:
        raise Invalid("template", error.message_zh, error.message_en) from error
    command = RecordExport(
        what=what, rows=1, masked=False, purpose=purpose, sm3=digest_bytes(body).sm3
    )
    return await export(context, body, command, f"{title}.{kind}", KINDS[kind])
