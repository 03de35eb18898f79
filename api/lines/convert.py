"""Lines and ledger → the desk's types, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from api.lines import types as gql
from api.names import Language, event_name, pick, rule_name
from casework.ledger.accounts import NAMES
from casework.ledger.instalments import instalments
from casework.ledger.state import Entry
from casework.lines.clash import rivals
from casework.lines.listing import BY_HAND
from casework.lines.state import Line, LineTotals, RefundsState
from graph.lines.read import CaseLedger, CaseLines

SOURCES: dict[str, tuple[str, str]] = {
    "self_check": ("自查自纠", "own check"),
    "daily_audit": ("日常审核", "daily audit"),
    "flight_check": ("飞行检查", "unannounced inspection"),
    "group_clearing": ("DIP/DRG 清算", "DIP/DRG clearing"),
    "other": ("其他退回", "other refund"),
    "settlement": ("退费结算", "refund settlement"),
}


def name_of(rule_id: str, language: Language) -> str:
    """The rule, or that a person listed the line."""
    if rule_id == BY_HAND:
        return pick(language, "手工列入", "listed by hand")
    return rule_name(rule_id, language)


def line_of(
    line: Line, found: CaseLines, books: Mapping[str, RefundsState], language: Language
) -> gql.CaseLine:
    """A line with what came back of it, and who else holds it."""
    of, case_no = line.of, found.case.case_no
    book = books.get(of.fixmedins_code)
    return gql.CaseLine(
        line_id=of.line_id,
        finding_id=of.finding_id,
        rule_id=of.rule_id,
        rule_name=name_of(of.rule_id, language),
        fixmedins_code=of.fixmedins_code,
        psn_no=of.psn_no,
        who=of.who,
        on=of.on,
        item=of.item,
        cnt=of.cnt,
        pric=of.pric,
        amount=of.amount,
        inside_policy=of.inside_policy,
        suspected=line.suspected,
        state=line.state,
        confirmed=line.confirmed,
        group_difference=line.of.group_difference if line.group is None else line.group,
        returned=line.returned,
        loss=line.loss,
        reasons=line.reasons,
        by=line.by,
        at=line.at,
        refunds=_refunds(book, line, case_no, language),
        rivals=[
            gql.LineRival(case_no=one.case_no, amount=one.amount, judged=one.judged)
            for one in rivals(line, book, case_no, found.ended)
        ],
    )


def _refunds(
    book: RefundsState | None, line: Line, case_no: str, language: Language
) -> list[gql.LineRefund]:
    if book is None:
        return []
    known = [
        gql.LineRefund(
            source=pick(language, *SOURCES.get(one.source, (one.source, one.source))),
            amount=one.amount,
            on=one.on,
            document_no=one.document_no,
        )
        for one in book.refunds.get(line.line_id, ())
    ]
    known += [
        gql.LineRefund(
            source=pick(language, *SOURCES["settlement"]),
            amount=amount,
            on=one.on,
            document_no=one.document_no,
        )
        for one, amount in book.back(line)
    ]
    other = pick(language, "其他案件", "another case")
    return known + [
        gql.LineRefund(source=other, amount=amount, on=None, document_no=no)
        for no, amount in book.claims.get(line.line_id, {}).items()
        if no != case_no
    ]


def totals_of(totals: LineTotals) -> gql.LineTotals:
    """Sums."""
    return gql.LineTotals(**vars(totals), loss=totals.loss)


def groups_of(lines: Iterable[Line], language: Language) -> list[gql.LineGroup]:
    """By rule, the largest amount first."""
    sums: dict[str, tuple[int, int, Decimal, Decimal]] = {}
    for line in lines:
        count, waiting, suspected, loss = sums.get(line.of.rule_id, (0, 0, Decimal(0), Decimal(0)))
        sums[line.of.rule_id] = (
            count + 1,
            waiting + (line.verdict is None),
            suspected + line.suspected,
            loss + line.loss,
        )
    return [
        gql.LineGroup(
            rule_id=rule, rule_name=name_of(rule, language), count=count, open=waiting,
            suspected=suspected, loss=loss,
        )
        for rule, (count, waiting, suspected, loss) in sorted(
            sums.items(), key=lambda item: -item[1][2]
        )
    ]  # fmt: skip


def ledger_of(found: CaseLedger, on: date, language: Language) -> gql.CaseLedger:
    """The ledger; accounts that never moved are left out."""
    used = {posting.account for entry in found.ledger.entries for posting in entry.postings}
    return gql.CaseLedger(
        accounts=[
            gql.LedgerAccount(
                account=account.value,
                title=pick(language, *titles),
                balance=found.ledger.of(account),
            )
            for account, titles in NAMES.items()
            if account in used
        ],
        entries=[_entry(entry, language) for entry in reversed(found.ledger.entries)],
        checks=[
            gql.LedgerCheck(
                title=pick(language, one.zh, one.en),
                expected=one.expected,
                actual=one.actual,
                agrees=one.agrees,
            )
            for one in found.checks
        ],
        instalments=[
            gql.LedgerInstalment(
                due=one.due,
                amount=one.amount,
                paid=one.paid,
                overdue=one.overdue,
                resting=one.resting,
            )
            for one in instalments(found.case, on)
        ],
    )


def _entry(entry: Entry, language: Language) -> gql.LedgerEntry:
    return gql.LedgerEntry(
        seq=entry.seq,
        at=entry.at,
        title=event_name(entry.event, language),
        document_no=entry.document_no,
        postings=[
            gql.LedgerPosting(
                account=one.account.value,
                title=pick(language, *NAMES[one.account]),
                debit=one.amount if one.amount > 0 else None,
                credit=-one.amount if one.amount < 0 else None,
            )
            for one in entry.postings
        ],
    )


def booked_of(book: RefundsState, language: Language) -> list[gql.BookedRefund]:
    """The standing entries of an institution's book, the newest first."""
    found = [
        gql.BookedRefund(
            refund_id=one.refund_id,
            bill=bill,
            source=pick(language, *SOURCES.get(one.source, (one.source, one.source))),
            amount=one.amount,
            on=one.on,
            document_no=one.document_no,
            by=one.by.signed if one.by else "",
        )
        for bill, kept in book.refunds.items()
        for one in kept
    ]
    return sorted(found, key=lambda one: [int(n) for n in one.refund_id.split(".")], reverse=True)
