"""The year: sentence, figures, months, and the list behind each figure."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import strawberry

from api.context import Context, Info
from api.errors import Invalid, Missing
from api.names import Language, cited, pick
from api.paging import Connection, connect, decode_cursor, moment, page_size
from api.session.pages import may_open
from api.year import types as gql
from casework.cases.outcome import OUTCOMES, Outcome
from casework.events import utc_text
from casework.ledger.accounts import NAMES, Account
from casework.ledger.receipts import CASH
from casework.money import ZERO
from graph.year.read import Missed, Year, list_missed, this_year, year_of
from graph.year.receipts import ReceiptRow, Received, list_receipts, received_in
from graph.year.unreferred import Unreferred, unreferred

EARLIEST = 2000
MONEY: dict[str, tuple[str, str]] = {
    "identified": ("发现疑点金额", "identified"),
    "confirmed": ("认定金额", "confirmed"),
    "demanded": ("责令退回", "demanded"),
    "returned": ("已退回", "returned"),
    "written_off": ("已核销", "written off"),
    "fined": ("罚款决定", "fines imposed"),
    "fine_paid": ("已缴罚款", "fines paid"),
}


def checked_year(year: int | None, context: Context) -> int:
    """The year asked for, by default this one; raises :class:`Invalid` for one out of reach."""
    now = this_year(context.at)
    wanted = now if year is None else year
    if not EARLIEST <= wanted <= now:
        raise Invalid(
            "year",
            f"年份须在 {EARLIEST} 到 {now} 之间。",
            f"The year must lie between {EARLIEST} and {now}.",
        )
    return wanted


def count_of(outcome: Outcome, count: int, when: str, language: Language) -> gql.YearCount:
    """Cases of an outcome, with the list of them."""
    return gql.YearCount(
        code=outcome.value,
        title=pick(language, *OUTCOMES[outcome]),
        count=count,
        target=f"/cases?outcome={outcome.value}&outcomeIn={when}",
    )


def report_of(
    found: Year, received: Received, suspected: tuple[Unreferred, ...], language: Language
) -> gql.YearReport:
    """The year in the reader's language."""
    demanded, returned = found.money["demanded"], found.money["returned"]
    return gql.YearReport(
        year=found.year,
        opened=gql.YearCount(
            code="opened",
            title=pick(language, "登记案件", "cases opened"),
            count=found.opened,
            target=f"/cases?openedIn={found.year}",
        ),
        outcomes=[
            count_of(one, n, str(found.year), language) for one, n in found.outcomes.items() if n
        ],
        months=[
            gql.YearMonth(
                month=one.month,
                opened=one.opened,
                returned=received.returned_by_month.get(one.month, ZERO),
                outcomes=[count_of(o, n, one.month, language) for o, n in one.outcomes.items()],
            )
            for one in found.months
        ],
        money=[
            gql.YearSum(code=code, title=pick(language, *MONEY[code]), amount=amount)
            for code, amount in found.money.items()
        ],
        received=[
            gql.YearSum(code=account.value, title=pick(language, *NAMES[account]), amount=amount)
            for account, amount in received.by_account.items()
        ],
        recovered=share(returned, demanded),
        missed=[
            gql.YearMissed(
                row=one.row,
                title=pick(language, one.zh, one.en),
                count=one.count,
                still=one.still,
            )
            for one in found.missed
        ],
        waiting=found.waiting,
        cases_waiting=found.cases,
        to_decide=found.to_decide,
        files_waiting=found.files,
        measures_waiting=found.measures,
        parameters_waiting=found.parameters,
        unreferred=[gql.YearUnreferred(**vars(one)) for one in suspected],
    )


def share(part: Decimal, whole: Decimal) -> Decimal | None:
    """Per cent with one decimal; None of nothing."""
    if not whole:
        return None
    return (part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def account_of(code: str | None) -> Account | None:
    """The kind of money asked for; raises :class:`Invalid` for one that never comes in."""
    if code is None:
        return None
    found = next((account for account in CASH if account.value == code), None)
    if found is None:
        raise Invalid("account", "没有这个到账项目。", "There is no such kind of payment.")
    return found


def receipt_of(one: ReceiptRow, language: Language) -> gql.YearReceipt:
    """A payment in the reader's language."""
    return gql.YearReceipt(
        key=one.key,
        title=pick(language, *NAMES[one.account]),
        paid_on=one.on,
        amount=one.amount,
        document_no=one.document_no,
        of=one.case_no,
        of_title=one.title,
        party=one.party,
        target=f"/cases/{one.case_no}?tab=ledger",
    )


def missed_of(one: Missed, language: Language) -> gql.MissedDeadline:
    """A missed deadline in the reader's language."""
    return gql.MissedDeadline(
        key=one.key,
        title=pick(language, one.zh, one.en),
        basis=cited(language, one.basis),
        due_at=one.due,
        ended_at=one.ended_at,
        of=one.of,
        of_title=one.title,
        target=f"/{one.page}/{one.of}",
        officers=list(one.officers),
    )


@strawberry.type
class YearQueries:
    """For head and supervisor."""

    @strawberry.field
    async def year_report(self, info: Info, year: int | None = None) -> gql.YearReport | None:
        """A year's figures, by default of this one; null for whom they are not."""
        context = info.context
        if not may_open(context.actor, "year"):
            return None
        wanted = checked_year(year, context)
        found = await year_of(context.driver, context.viewer, wanted)
        received = await received_in(context.driver, context.viewer, wanted)
        suspected = await unreferred(context.driver, context.viewer, context.at)
        return report_of(found, received, suspected, context.language)

    @strawberry.field
    async def year_receipts(
        self,
        info: Info,
        year: int | None = None,
        account: str | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.YearReceipt]:
        """Payments of a year by their day, of one kind (a code of ``received``) or all."""
        context = info.context
        if not may_open(context.actor, "year"):
            raise Missing
        cursor = decode_cursor(after, str, str)
        page = await list_receipts(
            context.driver,
            context.viewer,
            checked_year(year, context),
            account=account_of(account),
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        rows = [
            (receipt_of(one, context.language), (one.on.isoformat(), one.key)) for one in page.rows
        ]
        return connect(rows, page.has_more)

    @strawberry.field
    async def missed_deadlines(
        self,
        info: Info,
        year: int | None = None,
        row: str | None = None,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.MissedDeadline]:
        """Deadlines that were missed in a year, of one kind or all."""
        context = info.context
        if not may_open(context.actor, "year"):
            raise Missing
        cursor = decode_cursor(after, moment, str)
        page = await list_missed(
            context.driver,
            context.viewer,
            checked_year(year, context),
            row=row,
            first=page_size(first),
            after=(cursor[0], cursor[1]) if cursor else None,
        )
        rows = [
            (missed_of(one, context.language), (utc_text(one.due), one.key)) for one in page.rows
        ]
        return connect(rows, page.has_more)
