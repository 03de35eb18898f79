"""Templates with their history, and the register of numbers."""

from __future__ import annotations

import anyio.to_thread
import strawberry

from api.acts import Act
from api.context import Info
from api.document import types as gql
from api.document.convert import series_title
from api.errors import Invalid, Missing
from api.evidence.resolvers import store_of
from api.names import cited, pick
from api.results import TemplateSuccess
from api.session.pages import may_open
from casework.commands.base import Command
from casework.commands.documents import ReplaceTemplate
from casework.documents.catalogue import all_series, forms
from casework.documents.template import TemplateState
from casework.events import Event
from evidence.errors import ObjectMissingError
from evidence.forms.compare import Change, differences
from evidence.forms.keep import template_of
from graph.documents.read import register, series_years, templates


def template_view(state: TemplateState, info: Info) -> gql.FormTemplate:
    """A form's template in the reader's language."""
    form, language = forms()[state.form_id], info.context.language
    return gql.FormTemplate(
        form_id=form.id,
        title=pick(language, form.zh, form.en),
        basis=cited(language, form.basis),
        series=series_title(form.series, language),
        own=bool(state.sha256),
        versions=[
            gql.TemplateVersion(
                sha256=v.sha256, size=v.size, name=v.name, note=v.note, by=v.by.name, at=v.at
            )
            for v in state.versions
        ],
    )


async def _all(info: Info) -> list[TemplateState]:
    if not may_open(info.context.actor, "documents"):
        raise Missing
    return await templates(info.context.driver, info.context.viewer)


@strawberry.type
class DocumentQueries:
    """Forms of the bureau and the numbers that they took."""

    @strawberry.field
    async def form_templates(self, info: Info) -> list[gql.FormTemplate]:
        """Every form with its template's versions."""
        return [template_view(state, info) for state in await _all(info)]

    @strawberry.field
    async def template_differences(
        self, info: Info, form_id: str, first: str, second: str
    ) -> list[gql.TemplateDifference]:
        """The lines in which two versions differ, by SHA-256; empty names the shipped template."""
        state = next((one for one in await _all(info) if one.form_id == form_id), None)
        known = {"", *(v.sha256 for v in state.versions)} if state else set()
        if state is None or not {first, second} <= known:
            raise Missing("文书模板")
        store = store_of(info.context)

        def compare() -> list[gql.TemplateDifference]:
            found = differences(
                template_of(store, form_id, first), template_of(store, form_id, second)
            )
            return [
                gql.TemplateDifference(added=d.change is Change.ADDED, text=d.text) for d in found
            ]

        try:
            return await anyio.to_thread.run_sync(compare)
        except ObjectMissingError:
            raise Missing("文书模板") from None

    @strawberry.field
    async def number_series(self, info: Info) -> list[gql.NumberSeries]:
        """The series that have numbers, the newest year first."""
        if not may_open(info.context.actor, "documents"):
            raise Missing
        found = await series_years(info.context.driver, info.context.viewer)
        return [
            gql.NumberSeries(
                series=one.series,
                title=series_title(one.series, info.context.language) or "",
                year=one.year,
                numbers=one.numbers,
                last=one.last,
                gap=one.numbers != one.last,
            )
            for one in found
        ]

    @strawberry.field
    async def document_numbers(
        self, info: Info, series: str, year: int, after: int = 0
    ) -> list[gql.DocumentNumber]:
        """Numbers of a series after a serial, at most 500, void ones included."""
        if not may_open(info.context.actor, "documents"):
            raise Missing
        if series not in all_series():
            raise Invalid("series", "没有这个编号序列。", "There is no such series.")
        context = info.context
        found = await register(context.driver, context.viewer, series, year, after)
        return [gql.DocumentNumber(**vars(one)) for one in found]


async def after_act(info: Info, command: Command, events: list[Event]) -> TemplateSuccess:
    """Answer of every act on a template: its versions as they stand now."""
    form_id = str(getattr(command, "form_id", ""))
    state = next(one for one in await _all(info) if one.form_id == form_id)
    return TemplateSuccess(template=template_view(state, info))


#: Own templates are put in force by `PUT /form-template/…`; here the shipped one comes back.
DOCUMENT_ACTS = (Act("templateReset", ReplaceTemplate, frozenset({"sha256", "size", "name"})),)
