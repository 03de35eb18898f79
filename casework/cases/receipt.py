"""Receipts of service: each service of the case has its signed paper before the case is closed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask
from casework.cases.guards import is_officer, owed
from casework.cases.parts import Service
from casework.cases.served import NAMES
from casework.cases.stages import Stage
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case.receipt import AttachReceipt
from casework.custody.scans import ANEW, Wanted
from casework.documents.scans import consent_paper, of_its_own, receipt_paper, tied
from casework.events import Draft
from casework.law.service import way
from casework.refusal import refuse

#: Where only the closing may be left.
DONE = frozenset({Stage.EXECUTION, Stage.NO_PENALTY})


def attach(ask: Ask[AttachReceipt, CaseState]) -> list[Draft]:
    """ReceiptAttached to a service of its kind; electronic service needs the consent."""
    c, case = ask.command, ask.state
    nth = _meant(case, c)
    found = case.services[nth]
    row = way(found.way, local_date(ask.at))
    if row.consent and not (c.consent or found.consent):
        raise refuse("FIELD_REQUIRED", field="电子送达书面同意", field_en="the written consent")
    wanted = Wanted(receipt_paper(case, found), found.receipt, ANEW, c.reason)
    if c.consent:
        of_its_own(case, c.consent, consent_paper(case))
        if c.consent == c.document:
            consent = consent_paper(case)
            raise refuse("SCAN_TAKEN", title=consent.zh, title_en=consent.en)
    data = {"served": c.served, "document": c.document, "consent": c.consent, "way": found.way}
    return tied(ask, c.document, wanted, "ReceiptAttached", **data, service=nth)


def _meant(case: CaseState, c: AttachReceipt) -> int:
    """Which service: the one without a receipt, of several the one of the named day.

    A case that was converted there and back has two notices; each is proven by a paper of its own.
    Where all have theirs, the latest gets another.
    """
    zh, en = NAMES[c.served.value]
    of_kind = [n for n, one in enumerate(case.services) if one.served == c.served.value]
    if not of_kind:
        raise refuse("STEP_MISSING", step=f"送达{zh}", step_en=f"service of {en}")
    lacking = [n for n in of_kind if case.services[n].receipt is None] or of_kind[-1:]
    if c.served_on is not None:
        on = [n for n in of_kind if case.services[n].on == c.served_on]
        if not on:
            raise refuse(
                "NOT_FOUND", what=f"{c.served_on.isoformat()} 送达的{zh}",
                what_en=f"{en} served on {c.served_on.isoformat()}",
            )  # fmt: skip
        return next((n for n in on if n in lacking), on[-1])
    if len({case.services[n].on for n in lacking}) > 1:
        days = [case.services[n].on.isoformat() for n in lacking]
        raise refuse(
            "BAD_VALUE", field="送达日期", field_en="the day of service",
            why=f"{zh}有多次送达尚缺回证（{'、'.join(days)}），请注明哪一次",
            why_en=f"{en} was served on {', '.join(days)} without a receipt: say which",
        )  # fmt: skip
    return lacking[0]


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
    """Something was served; a receipt that was damaged since gets another in its place."""
    if not case.services:
        raise refuse("STEP_MISSING", step="送达文书", step_en="the service of a paper")


def _in_charge(case: CaseState, actor: Actor, at: datetime) -> None:
    """An inspector only in his own case."""
    if not actor.holds(Role.AGENCY_OFFICER):
        is_officer(case, actor, at)


def all_else_done(case: CaseState) -> bool:
    """Nothing is owed or left to try: the receipts alone keep the case from being closed."""
    if case.stage not in DONE or case.decision is None or case.served_on is None:
        return False
    return case.court_applied or not owed(case)


def _of_receipt(command: AttachReceipt, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, the paper and, once they are known, the receipts that services of its kind have."""
    own = f"case:{command.case_no}"
    case: CaseState | None = states.get(own)
    kept = (s.receipt for s in case.services if s.served == command.served.value) if case else ()
    return (own, f"evidence:{command.document}", *(f"evidence:{one}" for one in kept if one))


ACT = Act(
    AttachReceipt, "附入送达回证", "attach a receipt of service",
    frozenset({Role.INSPECTOR, Role.AGENCY_OFFICER}), _of_receipt, attach,
    guards=(_in_charge, _some), rank=48,
    leads=lambda case: all_else_done(case) and bool(without_receipt(case)), led=frozenset({Role.INSPECTOR}),
)  # fmt: skip
