"""Findings: pages, groups, sums, one finding with its bills, and the rules."""

from __future__ import annotations

from collections.abc import Iterable

import anyio.to_thread
import strawberry

from api.context import Context, Info
from api.errors import BadCursor
from api.finding import types as gql
from api.finding.judgements import UNTOUCHED, Marked, judgements_of
from api.ids import key_of, to_global
from api.inputs import amount_of
from api.names import Language, cited, pick, rule_name
from api.paging import Connection, Edge, PageInfo, page_size
from audit.errors import BadCursor as ForeignCursor
from audit.findings import finding as room
from audit.findings.cursor import cursor_of
from audit.findings.law import law_of
from audit.findings.store import FindingStore
from audit.model import LegalBasis, Rule
from audit.registry import all_rules
from audit.thresholds import parameters_of
from casework.clocks.calendars import local_date
from casework.commands.judgement import MarkKind
from graph.lines.settled import visit_refunds


def store_of(context: Context) -> FindingStore:
    """The findings in force."""
    return FindingStore(context.services.settings.home)


def filter_of(given: gql.FindingFilter | None) -> room.FindingFilter:
    """The filter in the room's words."""
    if given is None:
        return room.NO_FILTER
    return room.FindingFilter(
        rule_ids=given.rule_ids,
        result=given.result.value if given.result else None,
        fixmedins_codes=given.fixmedins_codes,
        psn_no=given.psn_no,
        prac_psn_code=given.prac_psn_code,
        min_amount=amount_of("minAmount", given.min_amount),
        max_amount=amount_of("maxAmount", given.max_amount),
        from_day=given.from_day,
        to_day=given.to_day,
        text=given.text,
        finding_ids=given.finding_ids,
    )


def finding_of(finding: room.Finding, marked: Marked, language: Language) -> gql.Finding:
    """A finding in the reader's language."""
    return gql.Finding(
        id=to_global("Finding", finding.finding_id),
        finding_id=finding.finding_id,
        rule_id=finding.rule_id,
        rule_name=rule_name(finding.rule_id, language),
        rule_version=finding.rule_version,
        result=gql.ResultType(finding.result),
        sentence=pick(language, finding.sentence_zh, finding.sentence_en),
        psn_no=finding.psn_no,
        psn_name=finding.psn_name,
        fixmedins_code=finding.fixmedins_code,
        fixmedins_name=finding.fixmedins_name,
        prac_psn_code=finding.prac_psn_code,
        prac_psn_name=finding.prac_psn_name,
        mdtrt_ids=list(finding.mdtrt_ids),
        first_time=finding.first_time,
        last_time=finding.last_time,
        amount=finding.amount_at_risk,
        amount_involved=finding.amount_involved,
        line_count=len(finding.lines),
        population=finding.population,
        first_seen_at=finding.first_seen_at,
        legal_basis=law_in_words(law_of(finding), language),
        judgement=marked.judgement,
        notes=list(marked.notes),
        case_nos=list(marked.cases),
    )


def law_in_words(bases: Iterable[LegalBasis], language: Language) -> list[gql.LegalBasis]:
    """Citations with the days on which they are in force."""
    return [
        gql.LegalBasis(
            citation=cited(language, b.citation), valid_from=b.valid_from, valid_to=b.valid_to
        )
        for b in bases
    ]


def rule_of(rule: Rule, context: Context) -> gql.Rule:
    """A rule with its parameters of today."""
    language = context.language
    rows = parameters_of(rule.id, local_date(context.at), context.services.settings.home)
    return gql.Rule(
        id=to_global("Rule", rule.id),
        rule_id=rule.id,
        version=rule.version,
        name=pick(language, rule.name_zh, rule.name_en),
        tier=rule.tier.value,
        result=gql.ResultType(rule.result.value),
        severity=rule.severity.value,
        stage=rule.stage.value,
        legal_basis=law_in_words(rule.legal_basis, language),
        parameters=[
            gql.RuleParameter(
                name=pick(language, row.title, row.title_en),
                value=str(row.value),
                unit=pick(language, row.unit, row.unit_en) or None,
                valid_from=row.valid_from,
                basis=pick(language, row.basis, row.basis_en),
            )
            for row in rows.values()
        ],
    )


async def load_finding(info: Info, key: str) -> gql.Finding | None:
    """One finding with its judgement; None when missing or not for this reader."""
    context = info.context
    store, viewer = store_of(context), context.viewer
    found = await anyio.to_thread.run_sync(lambda: store.get(viewer, key))
    if found is None:
        return None
    judged = await judgements_of(info, MarkKind.FINDING, [key])
    return finding_of(found, judged.get(key, UNTOUCHED), context.language)


@strawberry.type
class FindingQueries:
    """The findings pages."""

    @strawberry.field
    async def findings(
        self,
        info: Info,
        filter: gql.FindingFilter | None = None,
        order: gql.FindingOrder = gql.FindingOrder.AMOUNT,
        first: int = 50,
        after: str | None = None,
    ) -> Connection[gql.Finding]:
        """A page of findings that this person may see."""
        context = info.context
        store, viewer, size = store_of(context), context.viewer, page_size(first)
        wanted = filter_of(filter)
        sort = room.Order(order.value)
        try:
            page = await anyio.to_thread.run_sync(
                lambda: store.page(viewer, wanted, first=size, after_cursor=after, order=sort)
            )
        except ForeignCursor:
            raise BadCursor from None
        keys = [finding.finding_id for finding in page.items]
        judged = await judgements_of(info, MarkKind.FINDING, keys)
        nodes = [
            finding_of(f, judged.get(f.finding_id, UNTOUCHED), context.language) for f in page.items
        ]
        return Connection(
            edges=[
                Edge(node=node, cursor=cursor_of(sort, row))
                for node, row in zip(nodes, page.items, strict=True)
            ],
            nodes=nodes,
            page_info=PageInfo(has_next_page=page.has_next, end_cursor=page.end_cursor),
        )

    @strawberry.field
    async def finding_sums(
        self, info: Info, filter: gql.FindingFilter | None = None
    ) -> gql.FindingSums:
        """Count and amounts of everything that matches."""
        store, viewer, wanted = store_of(info.context), info.context.viewer, filter_of(filter)
        sums = await anyio.to_thread.run_sync(lambda: store.sums(viewer, wanted))
        return gql.FindingSums(
            count=sums.count, amount=sums.amount_at_risk, amount_involved=sums.amount_involved
        )

    @strawberry.field
    async def finding_groups(
        self, info: Info, by: gql.FindingGroupBy, filter: gql.FindingFilter | None = None
    ) -> list[gql.FindingGroup]:
        """Counts and amounts by rule, institution, doctor or month."""
        context = info.context
        store, viewer, wanted = store_of(context), context.viewer, filter_of(filter)
        groups = await anyio.to_thread.run_sync(
            lambda: store.groups(viewer, room.GroupBy(by.value), wanted)
        )
        return [
            gql.FindingGroup(
                key=group.key,
                label=pick(context.language, group.label_zh, group.label_en),
                count=group.count,
                amount=group.amount,
            )
            for group in groups
        ]

    @strawberry.field
    async def finding(self, info: Info, id: strawberry.ID) -> gql.Finding | None:
        """One finding; null when missing or not for this reader."""
        return await load_finding(info, key_of(id, "Finding"))

    @strawberry.field
    async def finding_bill(self, info: Info, id: strawberry.ID) -> list[gql.BillLine]:
        """The whole bills of the finding's visits, hit lines marked."""
        store, viewer, key = store_of(info.context), info.context.viewer, key_of(id, "Finding")
        lines = await anyio.to_thread.run_sync(lambda: store.lines(viewer, key))
        return [gql.BillLine(**vars(line)) for line in lines]

    @strawberry.field
    async def finding_unset(self, info: Info, id: strawberry.ID) -> list[gql.VisitRefund]:
        """What refund settlements gave back of the finding's visits and set against no line."""
        store, viewer, key = store_of(info.context), info.context.viewer, key_of(id, "Finding")
        known = await anyio.to_thread.run_sync(lambda: store.many(viewer, [key]))
        visits = {visit for finding in known.values() for visit in finding.mdtrt_ids}
        found = await visit_refunds(store.claims, visits)
        return [gql.VisitRefund(**{**vars(one), "documents": [*one.documents]}) for one in found]

    @strawberry.field
    async def rules(self, info: Info) -> list[gql.Rule]:
        """The examiner's rules with today's parameters and their law."""
        _ = info.context.actor
        return [rule_of(rule, info.context) for rule in all_rules()]
