"""Review and suit against what was decided on an application and served: recorded, closed, and what follows.

The sixty days (复议法 20) and six months (行政诉讼法 46) run from the service. Execution goes on meanwhile, unless an order stops it (`suspend.py`).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.cases.collect import APPEALS
from casework.clocks.periods import last_day
from casework.commands.case import RemedyKind, RemedyOutcome
from casework.commands.restoration import CloseRestorationRemedy, RecordRestorationRemedy
from casework.custody.scans import Wanted
from casework.custody.state import Serves
from casework.events import Draft
from casework.law.remedy import FELL, UNHEARD, filed_in_order, instance_of, received, suit_goes_on
from casework.points.service import fell_by, paper_streams, scanned
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.eyes import not_himself
from casework.restoration.halt import settle
from casework.restoration.state import Remedy, Restoration, Ruling, Service, Step

#: Who represents the bureau in review and court, and the centre, which keeps the file.
RECORDERS: Final = frozenset({Role.LEGAL_REVIEWER, Role.SUPERVISOR})
#: After these the same may be asked again in its time.
_NOTHING_SAID: Final = UNHEARD | {RemedyOutcome.WITHDRAWN}


def record(ask: Ask[RecordRestorationRemedy, PointsState]) -> list[Draft]:
    """RestorationRemedyRecorded against the ruling that was served last on the application.

    Refuses STEP_MISSING before its service or while another remedy is open, DATE_ORDER, BAD_VALUE for a
    review after a suit or a second one (复议法 29), NOT_FOUND for an institution that is not the doctor's.
    """
    c, file = ask.command, ask.state
    required(by=c.body, document_no=c.document_no, paper_scan=c.paper_scan)
    one = _application(file, c.application_id)
    service = _service(one)
    filed_in_order(service.on, c.filed_on, ask.at)
    _in_turn(one, c.kind)
    if c.fixmedins_code and c.fixmedins_code not in {p.fixmedins_code for p in file.practices}:
        what = c.fixmedins_code[:40]
        raise refuse(
            "NOT_FOUND", what=f"执业机构 {what}", what_en=f"place of practice {what}"
        )  # fmt: skip
    number = f"F{sum(len(each.remedies) for each in file.restorations) + 1}"
    scan, told = scanned(ask, c.paper_scan, Wanted(_paper(file, number, "notice")))
    data = {
        "application_id": one.application_id, "ruling": service.ruling, "remedy_id": number,
        "kind": c.kind, "body": c.body.strip(), "filed_on": c.filed_on, "document_no": c.document_no,
        "fixmedins_code": c.fixmedins_code, "notice": scan,
    }  # fmt: skip
    return [draft(file.stream, "RestorationRemedyRecorded", **data), *told]


def close(ask: Ask[CloseRestorationRemedy, PointsState]) -> list[Draft]:
    """RestorationRemedyClosed, and what becomes of the ruling and the doctor's standing.

    Refuses DATE_ORDER, BAD_VALUE for a change that the law does not know, FOUR_EYES to whoever put the paper in.
    """
    c, file = ask.command, ask.state
    required(document_no=c.document_no, reasons=c.reasons, paper_scan=c.paper_scan)
    one, found = waiting(file, c.remedy_id)
    day = received(found.filed_on, c.decided_on, c.received_on, ask.at)
    instance = instance_of(found.kind, c.outcome, c.instance)
    if c.outcome is RemedyOutcome.CHANGED:
        _changeable(one, found)
    scan, told = fell_by(ask, c.paper_scan, _paper(file, c.remedy_id, "decision"))
    data = {
        "application_id": one.application_id, "ruling": found.ruling, "remedy_id": c.remedy_id,
        "outcome": c.outcome, "document_no": c.document_no, "decided_on": c.decided_on,
        "received_on": day, "reasons": c.reasons, "decision": scan,
        **({"instance": instance} if instance else {}),
        **_period_after(one, found, c),
    }  # fmt: skip
    closed = draft(file.stream, "RestorationRemedyClosed", **data)
    return [*settle(file, [closed, *_follows(file, one, found, c)], ask.at), *told]


def _follows(
    file: PointsState, one: Restoration, found: Remedy, c: CloseRestorationRemedy
) -> list[Draft]:
    """What becomes of the application. One after which the doctor applied again is decided anew no more."""
    latest = one is file.restoration
    of: dict[str, Any] = {
        "application_id": one.application_id, "document_no": c.document_no, "reasons": c.reasons,
    }  # fmt: skip
    if c.outcome is RemedyOutcome.CHANGED:
        return [draft(file.stream, "RestorationApproved", review=c.document_no)] if latest else []
    if c.outcome not in FELL:
        return []
    if found.ruling is Ruling.REVOCATION:
        return [draft(file.stream, "RevocationAnnulled", **of)]
    until = {"redo_by": c.redo_by or last_day("restoration_anew", c.decided_on)}
    if one.step is Step.REFUSED:
        anew = {**of, **until, "step": _refused_at(one)}
        return [draft(file.stream, "RestorationReopened", **anew)] if latest else []
    number = f"R{len(file.restorations) + 1}"
    gone = {**of, "annulled_on": c.decided_on, **({"anew": number, **until} if latest else {})}
    return [draft(file.stream, "RestorationAnnulled", **gone)]


def _refused_at(one: Restoration) -> Step:
    """Where it is decided anew: with who refused it; ended while it rested, it rests again."""
    if one.dismissed:
        return Step.HALTED
    return Step(one.opinions[-1].body) if one.opinions else Step.BUREAU


def _period_after(one: Restoration, found: Remedy, c: CloseRestorationRemedy) -> dict[str, object]:
    """What begins the time to sue or to appeal; nothing of a ruling that fell."""
    day = c.received_on or c.decided_on
    if appeal := APPEALS.get(instance_of(found.kind, c.outcome, c.instance) or ""):
        return {"appeal_until": last_day(appeal, day)}
    if found.kind == RemedyKind.SUIT or c.outcome in (*FELL, RemedyOutcome.CHANGED):
        return {}
    if c.outcome is not RemedyOutcome.WITHDRAWN and c.outcome not in UNHEARD:
        return {"kind": found.kind}
    served = one.service_of(found.ruling)
    row, begun = "restoration_suit", served.on if served else found.filed_on
    if c.outcome is RemedyOutcome.WITHDRAWN:
        return {"suit_until": max(last_day(row, begun), c.decided_on)}
    return {"suit_until": suit_goes_on(row, begun, day, last_day)}


def _in_turn(one: Restoration, kind: RemedyKind) -> None:
    """One at a time; no review of what a court has, nor of what was reviewed (复议法 29, 10)."""
    standing = [r for r in one.remedies if not r.former]
    if any(r.outcome is None for r in standing):
        raise refuse(
            "STEP_MISSING", step="前一复议或诉讼办结", step_en="the end of the other remedy"
        )  # fmt: skip
    before = [r for r in standing if r.outcome not in _NOTHING_SAID or r.kind == RemedyKind.SUIT]
    if kind is RemedyKind.REVIEW and before:
        raise refuse(
            "BAD_VALUE", field="类型", field_en="the kind",
            why="已经复议或者法院已受理的，不得再申请行政复议（行政复议法第二十九条）；不服的请登记诉讼",
            why_en="what was reviewed, or is with a court, is not reviewed again (Review Law article 29): record "
            "the suit",
        )  # fmt: skip


def _changeable(one: Restoration, found: Remedy) -> None:
    """A review may restore who was refused (复议法 63); a court annuls, and orders a new decision."""
    if found.kind == RemedyKind.REVIEW and one.step is Step.REFUSED:
        return
    raise refuse(
        "BAD_VALUE", field="结果", field_en="the outcome",
        why="只有对不予恢复的复议可以直接变更为恢复（行政复议法第六十三条）；其他情形请选“撤销”或者“撤销并责令重新作出”",
        why_en="only a review of a refusal may change it (Review Law article 63): choose annulled, or annulled "
        "and to be decided anew",
    )  # fmt: skip


def _application(file: PointsState, number: str) -> Restoration:
    found = [r for r in file.restorations if number in ("", r.application_id)]
    if not found:
        what = number[:40] or "—"
        raise refuse("NOT_FOUND", what=f"恢复申请 {what}", what_en=f"application {what}")
    return found[-1]


def _service(one: Restoration) -> Service:
    service = one.service_of(one.ruling)
    if service is None:
        raise refuse(
            "STEP_MISSING", step="送达恢复（不予恢复、撤销恢复）决定",
            step_en="the service of the decision on the restoration",
        )  # fmt: skip
    return service


def waiting(file: PointsState, remedy_id: str) -> tuple[Restoration, Remedy]:
    """An open remedy and its application. Refuses NOT_FOUND, ALREADY_DONE."""
    for one in file.restorations:
        for remedy in one.remedies:
            if remedy.remedy_id == remedy_id and remedy.outcome is None:
                return one, remedy
            if remedy.remedy_id == remedy_id:
                raise refuse("ALREADY_DONE")
    what = remedy_id[:40]
    raise refuse("NOT_FOUND", what=f"复议、诉讼 {what}", what_en=f"review or suit {what}")


def _paper(file: PointsState, number: str, which: str) -> Serves:
    zh, en = {
        "notice": ("受理（应诉）通知书", "notice of acceptance"),
        "decision": ("复议决定书、裁判文书", "decision or judgment"),
    }[which]
    key = f"{file.stream}/remedy:{number}/{which}"
    return Serves(key, f"{zh}（{number}）", f"{en} ({number})")


def _served(file: PointsState, actor: Actor, at: datetime) -> None:
    """Something was served against which no remedy is open."""
    last = file.restoration
    if last is None:
        raise refuse("STEP_MISSING", step="恢复申请", step_en="an application for restoration")
    if not any(one.service_of(one.ruling) for one in file.restorations):
        _service(last)


def _open(file: PointsState, actor: Actor, at: datetime) -> None:
    if not remedies_open(file):
        raise refuse("STEP_MISSING", step="登记复议或诉讼", step_en="a review or suit")


def remedies_open(file: PointsState) -> tuple[Remedy, ...]:
    """Reviews and suits that nobody knows the outcome of yet."""
    return tuple(r for one in file.restorations for r in one.remedies if r.outcome is None)


def _of_papers(
    command: RecordRestorationRemedy | CloseRestorationRemedy,
    actor: Actor,
    states: Mapping[str, Any],
) -> tuple[str, ...]:
    return paper_streams(f"points:{command.prac_psn_code}", command)


ACTS = (
    Act(
        RecordRestorationRemedy, "登记对恢复决定的复议或诉讼", "record a review or suit on a restoration",
        RECORDERS, _of_papers, record, guards=(not_himself, _served), rank=88,
    ),
    Act(
        CloseRestorationRemedy, "登记恢复复议、诉讼结果", "record the outcome on a restoration", RECORDERS,
        _of_papers, close, guards=(not_himself, _open), rank=46,
        leads=lambda file: bool(remedies_open(file)), led=frozenset({Role.LEGAL_REVIEWER}),
    ),
)  # fmt: skip
