"""What stands beside a case's main path, as one list in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from api.case.types import CaseStep
from api.names import Language, pick
from api.timeline_words import IMPACT, INSTANCES, TRANSFER_ANSWERS, UNLESS_APPEALED
from casework.cases.parts import (
    AskedInstalments,
    Assistance,
    Correction,
    Dispute,
    Hold,
    Recusal,
    Remedy,
    Service,
    Transfer,
)
from casework.cases.recuse import answer_of, decided_by
from casework.cases.served import NAMES
from casework.cases.state import CaseState
from casework.cases.submissions import CENTRE, waiting
from casework.cases.submissions import NAMES as MATTERS
from casework.commands.case import Matter, RemedyKind
from casework.law.remedy import KINDS, OUTCOMES, PENDING
from casework.law.service import closings, way
from casework.ledger.instalments import Instalment, instalments
from graph.cases.ties import reason_in_english

HOLDS = {"preservation": ("先行登记保存", "preserved"), "sealing": ("封存", "sealed")}
HOLD_STATUS = {
    "requested": ("待审批", "to be approved"),
    "approved": ("已批准", "approved"),
    "refused": ("不批准", "refused"),
    "ending": ("已提请处理，待审批", "what becomes of it is proposed and to be approved"),
    "ended": ("已处理", "dealt with"),
}
CORRECTIONS = {
    None: ("改正期限内", "to be corrected"),
    "corrected": ("已改正", "corrected"),
    "not_corrected": ("逾期未改正", "not corrected by its day"),
    "refused_to_correct": ("拒不改正", "refused to correct"),
}
GROUNDS = {
    "kin": ("近亲属", "kin"),
    "interest": ("有利害关系", "an interest"),
    "former_workplace": ("曾在该机构任职", "former workplace"),
    "relation": ("其他关系", "another relation"),
}


PROPOSED = {
    "file": ("拟立案", "to file"),
    "not_file": ("拟不予立案", "not to file"),
}
REVIEWED = {
    None: ("待中心负责人审核", "waits for the centre's opinion"),
    "approved": ("中心负责人同意，待批准", "the centre agrees; to be decided"),
}


def steps_of(state: CaseState, on: date, language: Language) -> list[CaseStep]:
    """What is submitted, holds, requests for assistance, recusals, remedies, instalments as they stand on a day."""
    return list(_steps(state, on, language))


def steps_of_round(state: CaseState, number: int, language: Language) -> list[CaseStep]:
    """Services and remedies of the ``number``-th decision that fell."""
    one = state.former[number - 1]
    since = state.former[number - 2].services if number > 1 else 0
    services, names = _services(state, since, one.services), _names(state)
    remedies = (remedy for remedy in state.remedies if remedy.remedy_id in one.remedies)
    return [
        *(_service(service, n, names, language) for n, service in services),
        *(_remedy(remedy, language) for remedy in remedies),
    ]


def _names(state: CaseState) -> dict[str, str]:
    """The case's evidence by id, as the reader knows it; a party is shown none."""
    return {item.evidence_id: item.name for item in state.evidence}


def _services(state: CaseState, since: int, until: int | None) -> list[tuple[int, Service]]:
    """Services by their number in the case, from after ``since`` up to ``until``."""
    return list(enumerate(state.services, 1))[since:until]


def _steps(state: CaseState, on: date, language: Language) -> Iterator[CaseStep]:
    names = _names(state)
    yield from (_submission(one, state, language) for one in Matter if waiting(state, one))
    yield from (_hold(one, names, language) for one in state.holds)
    yield from (_correction(one, names, language) for one in state.corrections)
    yield from (_request(one, names, language) for one in state.requests)
    yield from (_recusal(one, language) for one in state.recusals)
    since = state.former[-1].services if state.former else 0
    yield from (_service(one, n, names, language) for n, one in _services(state, since, None))
    yield from (_transfer(one, names, language) for one in state.transfers)
    if state.dispute is not None:
        yield _dispute(state.dispute, language)
    yield from (
        _remedy(one, language, stopped=one.stopped_on(on)) for one in state.standing_remedies
    )
    if state.instalments_asked is not None:
        yield _asked(state.instalments_asked, language)
    if state.instalments:
        yield from (_part(one, n, language) for n, one in enumerate(instalments(state, on), 1))


def _kept(evidence_ids: Iterable[str], names: Mapping[str, str], language: Language) -> str:
    """What of it is evidence of the case, by name; empty where nothing is."""
    kept = pick(language, "、", ", ").join(names.get(one, one) for one in evidence_ids)
    return pick(language, f"证据：{kept}", f"evidence: {kept}") if kept else ""


def _submission(matter: Matter, state: CaseState, language: Language) -> CaseStep:
    """What was proposed by whom, in which words, and what it waits for."""
    one = state.submissions[matter]
    days = pick(language, "拟延长 {} 日", "{} days").format(one.days) if one.days else ""
    ground = next((row for row in closings() if row.id == one.ground), None)
    stands = pick(language, *REVIEWED[one.outcome])
    if one.decided_by == CENTRE and matter in (Matter.PUBLICATION, Matter.CONVERSION):
        stands = pick(language, "待批准（与承办人员不同的人）", "to be decided by other eyes")
    elif one.decided_by == CENTRE:
        stands = pick(language, "待中心负责人批准", "to be decided by the centre")
    parts = (
        one.by.name,
        pick(language, *PROPOSED.get(one.filing, ("", ""))),
        days,
        pick(language, ground.zh, ground.en) if ground else "",
        pick(language, *IMPACT[one.impact]) if matter is Matter.PUBLICATION else "",
        one.reasons,
        stands,
    )
    zh, en = MATTERS[matter]
    title = pick(language, f"提请{zh}", f"proposed: {en}")
    return CaseStep(
        kind="submission", key=matter.value, title=title, text=" · ".join(filter(None, parts)),
        is_open=True, on=None, amount=None,
    )  # fmt: skip


def _hold(one: Hold, names: Mapping[str, str], language: Language) -> CaseStep:
    state = "ending" if one.ending else one.status
    status = pick(language, *HOLD_STATUS[state])
    kept = _kept(one.ending.evidence_ids if one.ending else one.evidence_ids, names, language)
    result = one.ending.result if one.ending else one.result
    text = " · ".join(p for p in (one.items, one.place, status, result, kept) if p)
    title = pick(language, *HOLDS[one.kind])
    return CaseStep(
        kind="hold", key=one.hold_id, title=title, text=text, is_open=one.is_open,
        on=one.approved_on, amount=None, state=state,
    )  # fmt: skip


def _correction(one: Correction, names: Mapping[str, str], language: Language) -> CaseStep:
    if one.served_on is None:
        status = pick(language, "未送达", "not served yet")
    else:
        status = pick(language, *CORRECTIONS[one.result])
    by = pick(language, f"限 {one.until} 前", f"by {one.until}")
    found = f"{one.found_on}" if one.found_on else ""
    kept = _kept(one.evidence_ids, names, language)
    text = " · ".join(p for p in (one.what, one.basis, by, status, found, kept) if p)
    return CaseStep(
        kind="correction", key=one.order_id, title=pick(language, "责令改正", "order to correct"),
        text=text, is_open=one.result != "corrected",
        on=one.served_on, amount=None,
    )  # fmt: skip


def _request(one: Assistance, names: Mapping[str, str], language: Language) -> CaseStep:
    answer = one.result or pick(language, "未回复", "no answer yet")
    title = pick(language, "协助调查函", "request for assistance")
    kept = _kept(one.evidence_ids, names, language)
    text = " · ".join(p for p in (f"{one.recipient} {one.document_no}", answer, kept) if p)
    return CaseStep(
        kind="request", key=one.request_id, title=title, text=text, is_open=one.result is None,
        on=None, amount=None,
    )  # fmt: skip


def _transfer(one: Transfer, names: Mapping[str, str], language: Language) -> CaseStep:
    """To whom it went, and what was answered by which letter."""
    said = pick(language, *TRANSFER_ANSWERS.get(one.answer, ("待答复", "no answer yet")))
    kept = _kept((one.document,), names, language) if one.document else ""
    parts = (f"{one.recipient} {one.document_no}", said, one.answer_no, kept)
    title = pick(language, "移送", "transfer of the case" if one.whole else "transfer of a clue")
    return CaseStep(
        kind="transfer", key=one.document_no, title=title,
        text=" · ".join(part for part in parts if part), is_open=one.waits,
        on=one.answered_on or one.on, amount=None,
    )  # fmt: skip


def _recusal(one: Recusal, language: Language) -> CaseStep:
    said = {None: ("待决定", "to be decided"), True: ("已回避", "withdrawn")}
    status = said.get(one.granted, ("不予回避", "refused"))
    who = decided_by(one)
    decides = pick(language, who.zh, who.en) if one.granted is None else ""
    ground = pick(language, *GROUNDS[one.ground])
    told = pick(language, "系统提示", "told by the map") if one.suggested else ""
    reason = one.reason
    if one.suggested:
        reason = pick(language, reason, reason_in_english(reason))
    answer = answer_of(one)
    said_of = pick(language, answer.zh, answer.en)
    parts = (told, one.officer.name, ground, reason, said_of, pick(language, *status), decides)
    text = " · ".join(part for part in parts if part)
    return CaseStep(
        kind="recusal", key=one.recusal_id, title=pick(language, "回避", "recusal"), text=text,
        is_open=one.granted is None, on=None, amount=None, of_head=one.of_head,
        account=one.officer.account,
    )  # fmt: skip


def _service(one: Service, number: int, names: Mapping[str, str], language: Language) -> CaseStep:
    row = way(one.way, one.on)
    title = pick(language, f"送达{NAMES[one.served][0]}", f"service of {NAMES[one.served][1]}")
    proof = (
        pick(
            language,
            f"送达回证：{names.get(one.receipt, '已附')}",
            f"receipt: {names.get(one.receipt, 'attached')}",
        )
        if one.receipt
        else pick(language, f"回证未附：{row.proof}", f"no receipt yet: {row.proof_en}")
    )
    said = (one.number, pick(language, row.zh, row.en), one.particulars, proof)
    return CaseStep(
        kind="service", key=f"{one.served}-{number}", title=title,
        text=" · ".join(part for part in said if part),
        is_open=one.receipt is None, on=one.on, amount=None,
    )  # fmt: skip


def _dispute(one: Dispute, language: Language) -> CaseStep:
    said = {
        None: ("协商或报请指定中", "being negotiated or designated"),
        True: ("由本机关管辖", "it is ours"),
        False: ("由对方管辖", "it is theirs"),
    }
    parts = (one.other, one.document_no, pick(language, *said[one.ours]))
    return CaseStep(
        kind="dispute", key="J", title=pick(language, "管辖争议", "jurisdiction"),
        text=" · ".join(part for part in parts if part), is_open=one.ours is None, on=None,
        amount=None,
    )  # fmt: skip


def _remedy(one: Remedy, language: Language, *, stopped: bool = False) -> CaseStep:
    said = [
        f"{one.body} {one.document_no}",
        pick(language, *(OUTCOMES[one.outcome] if one.outcome else PENDING)),
    ]
    if one.instance in INSTANCES:
        said.append(pick(language, *INSTANCES[one.instance]))
    if one.in_force_on:
        said.append(pick(language, *UNLESS_APPEALED).format(one.in_force_on))
    for stop in one.stops:
        until = stop.until or pick(language, "今", "now")
        said.append(
            pick(
                language, "停止执行 {} 至 {}，期限中止", "execution stopped {} to {}, periods rest"
            ).format(stop.since, until)
        )
    text = " · ".join(said)
    return CaseStep(
        kind="remedy", key=one.remedy_id, title=pick(language, *KINDS[one.kind]), text=text,
        # What it stops can be let go on though it is decided.
        is_open=one.outcome is None or stopped, on=one.filed_on, amount=None,
        of_court=one.kind == RemedyKind.SUIT.value,
    )  # fmt: skip


def _asked(one: AskedInstalments, language: Language) -> CaseStep:
    waits = pick(language, "待负责人决定", "waits for the head")
    return CaseStep(
        kind="instalments_asked", key="F",
        title=pick(language, "延期、分期申请", "request for instalments"),
        text=f"{one.reasons} · {waits}", is_open=True, on=one.on, amount=None,
    )  # fmt: skip


def _part(one: Instalment, number: int, language: Language) -> CaseStep:
    """What was paid of an instalment, and whether the rest is overdue."""
    title = pick(language, f"第 {number} 期缴款", f"instalment {number}")
    paid = pick(language, f"已缴 {one.paid:,} 元", f"{one.paid:,} yuan paid")
    said = (pick(language, *_standing(one)), paid if one.is_open and one.paid else "")
    return CaseStep(
        kind="instalment", key=str(number), title=title, text=" · ".join(filter(None, said)),
        is_open=one.is_open, on=one.due, amount=one.amount,
    )  # fmt: skip


def _standing(one: Instalment) -> tuple[str, str]:
    if not one.is_open:
        return "已缴清", "paid"
    if one.resting:
        return "停止执行，期限中止", "execution stopped, the period rests"
    return ("已逾期", "overdue") if one.overdue else ("未到期", "not due yet")
