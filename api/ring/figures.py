"""A ring's figures from the store, and the precision record of the channels."""

from __future__ import annotations

import strawberry

from api.context import Info
from api.languages import Language
from api.names import pick
from api.ring import figure_types as gql
from api.ring.convert import shared_of
from api.ring.queries import ring_key, store_for
from casework.judgements.precision import Share
from casework.refusal import Refusal
from casework.refusal_texts.kinds import Kind
from graph.rings.dossier.compile import ring_figures
from graph.rings.dossier.model import Bill, Fees, Figures, Record
from graph.rings.dossier.summary import Line, summary
from graph.rings.judged import Precision, precision


@strawberry.type
class RingFigureQueries:
    """What a ring's page loads after its grid."""

    @strawberry.field
    async def ring_figures(
        self, info: Info, id: strawberry.ID, members: list[str] | None = None
    ) -> gql.RingFigures | None:
        """Figures of a ring, or of some of its members; null when missing or not for this reader."""
        context = info.context
        try:
            dossier, found = await ring_figures(
                context.driver,
                context.viewer,
                await store_for(context),
                ring_key(id),
                tuple(members or ()),
            )
        except Refusal as refusal:
            if refusal.kind is Kind.NOT_FOUND:
                return None
            raise
        return _figures(found, summary(dossier, found), context.language)

    @strawberry.field
    async def ring_precision(self, info: Info) -> list[gql.RingPrecision]:
        """How each channel's suspicions proved, by what people judged."""
        context = info.context
        return [_precision(row) for row in await precision(context.driver, context.viewer)]


def _figures(found: Figures, lines: tuple[Line, ...], language: Language) -> gql.RingFigures:
    draw = found.draw
    return gql.RingFigures(
        summary=[
            gql.RingLine(code=line.code, text=pick(language, line.zh, line.en)) for line in lines
        ],
        lead_summary="\n".join(line.zh for line in lines),
        records=[_record(record) for record in found.records],
        missing=found.missing,
        fees=_fees(found.fees),
        draw=gql.RingDraw(
            runs=draw.runs,
            seen=draw.seen,
            reached=draw.reached,
            mean=draw.mean,
            most=draw.most,
            p_value=draw.p_value,
            bars=[gql.RingBar(appearances=n, permutations=runs) for n, runs in draw.counts],
        ),
        ties=[shared_of(tie) for tie in found.ties],
        checks=[
            gql.RingCheck(
                code=check.code,
                value=check.value,
                against=check.against,
                text=pick(language, check.zh, check.en),
            )
            for check in found.checks
        ],
        supports=[gql.RingSupport(code=one.code, marks=list(one.marks)) for one in found.supports],
        refunds=[_bill(bill) for bill in found.refunds],
        reaches=[
            gql.RingReach(days=one.days, members=one.members, others=one.others)
            for one in found.reaches
        ],
    )


def _record(record: Record) -> gql.RingRecord:
    return gql.RingRecord(
        mark=record.mark,
        mdtrt_id=record.mdtrt_id,
        setl_ids=list(record.setl_ids),
        fixmedins_code=record.fixmedins_code,
        med_type=record.med_type,
        begins=record.begins,
        ends=record.ends,
        diagnosis=record.diagnosis,
        bed=record.bed,
        terminals=list(record.terminals),
        amount=record.amount,
        fund=record.fund,
    )


def _bill(bill: Bill) -> gql.RingBill:
    return gql.RingBill(
        member=bill.member,
        day=bill.day,
        mdtrt_id=bill.mdtrt_id,
        setl_id=bill.setl_id,
        at=bill.at,
        amount=bill.amount,
        booking=gql.RingBooking(bill.booking.value),
        takes_back=bill.takes_back,
        feedetl_sn=bill.feedetl_sn,
        item=bill.item,
    )


def _fees(fees: Fees) -> gql.RingFees:
    return gql.RingFees(
        rows=[
            gql.RingFeeRow(
                month=row.month,
                med_type=row.med_type,
                fixmedins_code=row.fixmedins_code,
                visits=row.visits,
                median=row.median,
                basis=row.basis.value,
                peer_visits=row.peer_visits,
                peer_median=row.peer_median,
                peer_low=row.peer_low,
                peer_high=row.peer_high,
                excess=row.excess,
            )
            for row in fees.rows
        ],
        compared=fees.compared,
        ratio=fees.ratio,
        excess=fees.excess,
    )


def _precision(row: Precision) -> gql.RingPrecision:
    return gql.RingPrecision(
        channel=row.channel,
        found=row.found,
        waiting=row.waiting,
        rings=_share(row.rings),
        members=_share(row.members),
        aside=_share(row.aside),
        promised=row.promised,
    )


def _share(share: Share) -> gql.RingShare:
    low, high = share.interval or (None, None)
    return gql.RingShare(
        confirmed=share.confirmed,
        rejected=share.rejected,
        unsure=share.unsure,
        precision=share.precision,
        low=low,
        high=high,
    )
