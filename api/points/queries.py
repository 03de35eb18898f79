"""Doctors' files: the list, one page, and the score table of a day."""

from __future__ import annotations

from datetime import date

import strawberry

from api.context import Info
from api.errors import Missing
from api.names import cited, pick
from api.paging import Connection, connect, decode_cursor, page_size
from api.points import types as gql
from api.points.page import detail_of, file_of, load_detail
from api.results import PointsSuccess
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.commands.points import Responsibility
from casework.events import Event
from casework.points.exempt import WHY_PAYABLE
from casework.points.rules import rule_set_on, suggested
from casework.points.standing import STATUS_NAMES
from claims.store import ClaimStore
from graph.points.effects import institution_shares
from graph.points.freed import settle_page
from graph.points.list import FileFilter, list_files
from graph.points.page import points_as_of


async def after_act(info: Info, command: Command, events: list[Event]) -> PointsSuccess:
    """Answer of every act on a file: the file as it stands now."""
    code = str(getattr(command, "prac_psn_code", ""))
    return PointsSuccess(detail=await load_detail(info.context, code))


@strawberry.type
class PointsQueries:
    """The points and restoration pages."""

    @strawberry.field
    async def doctors(
        self,
        info: Info,
        filter: gql.PointsFilter | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.PointsFile]:
        """Files that this person may see; a doctor sees his own."""
        context = info.context
        given = filter or gql.PointsFilter()
        cursor = decode_cursor(after, str)
        page = await list_files(
            context.driver,
            context.viewer,
            context.at,
            FileFilter(restoring=given.restoring, step=given.step, text=given.text),
            first=page_size(first),
            after=cursor[0] if cursor else "",
        )
        rows = [(file_of(row, context.language), (row.state.prac_psn_code,)) for row in page.rows]
        return connect(rows, page.has_more)

    @strawberry.field
    async def points_detail(self, info: Info, prac_psn_code: str) -> gql.PointsDetail | None:
        """One doctor's page; null when missing or not for this reader."""
        try:
            return await load_detail(info.context, prac_psn_code)
        except Missing:
            return None

    @strawberry.field
    async def points_as_of(self, info: Info, prac_psn_code: str, on: date) -> gql.PointsAsOf | None:
        """The file as of the end of a day; null when missing or not for this reader."""
        context = info.context
        found = await points_as_of(context.driver, context.viewer, prac_psn_code, on)
        if found is None:
            return None
        now = found.standing_today
        return gql.PointsAsOf(
            on=on,
            known=detail_of(found.known, context) if found.known else None,
            status_today=now.status.value,
            status_today_title=pick(context.language, now.zh, now.en),
            year_points_today=now.total,
        )

    @strawberry.field
    async def barred_fees(self, info: Info) -> list[gql.BarredFees]:
        """停权医师结算: fees of doctors who were barred when the fee arose; for the bureau."""
        found = (await info.context.barred.load(None)).rows
        return [gql.BarredFees(**vars(row.fees), cases=list(row.cases)) for row in found]

    @strawberry.field
    async def settle_fees(self, info: Info, prac_psn_code: str = "") -> list[gql.SettleFees]:
        """补结: fees to be settled as the score that barred them fell, of one doctor or all; for the bureau."""
        context = info.context
        store = ClaimStore(context.services.settings.home)
        found = await settle_page(context.driver, context.viewer, store, context.at, prac_psn_code)
        return [gql.SettleFees(**{**vars(one), "cases": list(one.cases)}) for one in found]

    @strawberry.field
    async def payable_fees(self, info: Info) -> list[gql.PayableFees]:
        """Fees of barred doctors that are no suspicion: emergency and rescue; for the bureau."""
        context = info.context
        found = (await context.barred.load(None)).payable
        return [
            gql.PayableFees(
                **vars(one.span.fees),
                since=one.span.since,
                visits=one.visits,
                why=one.why.value,
                why_title=pick(context.language, *WHY_PAYABLE[one.why]),
                because=list(one.because),
            )
            for one in found
        ]

    @strawberry.field
    async def institution_shares(
        self, info: Info, on: date | None = None
    ) -> list[gql.InstitutionShare]:
        """Institutions with staff barred from New Year to a day (today), the highest share first."""
        context = info.context
        day = on or local_date(context.at)
        found = await institution_shares(context.driver, context.viewer, day)
        return [
            gql.InstitutionShare(
                fixmedins_code=one.fixmedins_code,
                name=one.name,
                barred=one.barred,
                staff=one.staff,
                percent=one.percent,
                effect=pick(context.language, one.effect.zh, one.effect.en) if one.effect else None,
                severe=one.effect.severe if one.effect else False,
                basis=cited(context.language, one.effect.basis) if one.effect else None,
                term=one.effect.term if one.effect else None,
                people=[
                    gql.BarredPerson(
                        prac_psn_code=who.code,
                        name=who.name,
                        standing=pick(context.language, *STATUS_NAMES[who.kind]),
                        since=who.since,
                    )
                    for who in one.people
                ],
            )
            for one in found
        ]

    @strawberry.field
    async def score_acts(self, info: Info, conduct_on: date) -> list[gql.ScoreAct]:
        """The score table in force on the day of the conduct."""
        _ = info.context.actor
        language = info.context.language
        rules = rule_set_on(conduct_on)
        return [
            gql.ScoreAct(
                rule_set=rules.id,
                rule_set_title=pick(language, rules.zh, rules.en),
                act=act.id,
                title=pick(language, act.zh, act.en),
                min_points=act.min,
                max_points=act.max,
                suggested=[suggested(act, share) for share in Responsibility],
                basis=cited(language, rules.basis),
                mark=rules.mark,
            )
            for act in rules.acts
        ]
