"""Receipts of service: each service of the case has its signed paper before the case is closed."""

from datetime import datetime

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft
from casework.cases.parts import Service
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.clocks.calendars import local_date
from casework.commands.case.receipt import AttachReceipt
from casework.events import Draft
from casework.law.service import way
from casework.refusal import refuse

NAMES = {
    "notice": ("事先告知书", "the notice"),
    "decision": ("处罚决定书", "the decision"),
    "pressing": ("催告书", "the pressing letter"),
    "handling_notice": ("拟处理意见告知书", "the notice of the handling"),
    "handling": ("协议处理决定", "the handling"),
}


def attach(ask: Ask[AttachReceipt, CaseState]) -> list[Draft]:
    """ReceiptAttached to the latest service of its kind; electronic service needs the consent."""
    c, case = ask.command, ask.state
    found = next((s for s in reversed(case.services) if s.served == c.served.value), None)
    zh, en = NAMES[c.served.value]
    if found is None:
        raise refuse("STEP_MISSING", step=f"送达{zh}", step_en=f"service of {en}")
    row = way(found.way, local_date(ask.at))
    papers = [c.document, *([c.consent] if c.consent else [])]
    if row.consent and not c.consent:
        raise refuse("FIELD_REQUIRED", field="电子送达书面同意", field_en="the written consent")
    known = {item.evidence_id for item in case.evidence}
    for paper in papers:
        if paper not in known:
            raise refuse(
                "NOT_FOUND", what=f"本案证据 {paper}", what_en=f"evidence of this case {paper}"
            )
    data = {"served": c.served, "document": c.document, "consent": c.consent, "way": found.way}
    return [draft(case.stream, "ReceiptAttached", **data)]


def without_receipt(case: CaseState) -> list[Service]:
    """Services whose receipt is not in the case."""
    return [service for service in case.services if service.receipt is None]


def receipts_there(case: CaseState, actor: Actor, at: datetime) -> None:
    """Every service is proven."""
    for service in without_receipt(case):
        zh, en = NAMES[service.served]
        raise refuse(
            "STEP_MISSING", step=f"附入{zh}的送达回证", step_en=f"the receipt of {en} as evidence"
        )


def _some(case: CaseState, actor: Actor, at: datetime) -> None:
    if not without_receipt(case):
        raise refuse("ALREADY_DONE")


ACT = Act(
    AttachReceipt, "附入送达回证", "attach a receipt of service",
    frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER}), case_stream, attach,
    guards=(_some,), rank=58,
)  # fmt: skip
