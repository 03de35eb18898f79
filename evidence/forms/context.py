"""The values that a form prints. Every template of the bureau may use the names of `values`.

All values are text, lists of such values, or empty text where the case does not say: a template
never meets a missing name, and a name that is not here is a fault of the template.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from casework.cases.fold import fold_case
from casework.cases.parts import Hold
from casework.cases.public_text import public_text
from casework.cases.reporter import open_summary
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import (
    Defence,
    DiscussionSubject,
    Filing,
    HoldKind,
    Matter,
    Party,
    PartyKind,
    Path,
)
from casework.documents.about import RELEASES
from casework.documents.catalogue import form_of
from casework.documents.needs import transfer_of
from casework.documents.state import Issued
from casework.events import Event
from casework.hands import hand_from
from casework.points.parameters import BureauState
from evidence.dossier.formats import capitals, day, ended, formal_day, moment, money, yuan
from evidence.forms.closing import closing_values
from evidence.forms.internal import of_case, own_acts
from evidence.forms.opinions import OPINIONS, opinions
from evidence.forms.proofs import exclusions, proofs
from evidence.forms.rights import accruing, agency, looked_up, office, on_the_spot, rights
from evidence.forms.ruling import decided, proposed
from evidence.forms.set_off import set_off
from evidence.forms.steps import steps
from evidence.forms.talk import BLANK

Values = dict[str, Any]

_PARTY: Final = {PartyKind.INSTITUTION: "定点医药机构", PartyKind.PERSON: "个人"}
_HOLDS: Final = {HoldKind.PRESERVATION.value: "先行登记保存", HoldKind.SEALING.value: "封存"}


@dataclass(frozen=True)
class Print:
    """What is printed: the case's events up to the issue, the form, the bureau's name and parameters."""

    case_no: str
    events: Sequence[Event]
    form: Issued
    bureau: str
    settings: BureauState | None = None


def values(printed: Print) -> Values:
    """The values for a template. Raises ValueError for a case without events."""
    events = [event for event in printed.events if event.seq <= printed.form.seq]
    if not events:
        raise ValueError(f"案件 {printed.case_no} 没有事件 (case without events)")
    case = fold_case(printed.case_no, events)
    return values_of(case, events, printed.form, printed.bureau, printed.settings)


def values_of(
    case: CaseState,
    events: Sequence[Event],
    form: Issued,
    bureau: str,
    settings: BureauState | None = None,
) -> Values:
    """The values of a case as it stands, with the words that its events hold."""
    on = local_date(form.at)
    duties = looked_up(settings, form.at, on)
    return {
        "bureau": bureau,
        "agency": agency(settings, form.at, on) or bureau,
        **_house(case, agency(settings, form.at, on) or bureau, bureau),
        "form": form.title.zh,
        "number": form.number,
        "remarks": form.remarks,
        "day": day(form.at),
        "formal_day": formal_day(form.at),
        "issued_by": form.by.name,
        **_case(case, form_of(form.form_id).inner),
        "officers": _officers(case),
        "findings": _findings(case),
        "evidence": proofs(case, excluded=form.form_id == "evidence_list"),
        "exclusions": exclusions(case),
        "holds": _holds(case, form.form_id, form.about),
        "requests": _requests(case),
        "report": _report(case),
        "proposal": proposed(case, duties),
        "decision": decided(case, duties),
        "public_text": public_text(case),
        "on_spot": case.on_spot,
        "spot": on_the_spot(
            next((one for one in reversed(events) if one.type == "CaseDecidedOnSpot"), None)
        ),
        "owes_fine": bool(case.decision and case.decision.fine),
        "referral": _referral(case),
        "transfer": _transfer(case, form.form_id),
        "opinions": opinions(own_acts(events, form), form_of(form.form_id)),
        "approval": of_case(case, events, form),
        "rights": rights(on),
        "office": office(settings, form.at, on),
        "surcharge": accruing(case, on),
        "discussion": _discussion(events, form.about),
        "talk": BLANK,
        **_procedure(case, events, on),
        **steps(case, on),
    }


def _house(case: CaseState, agency: str, bureau: str) -> Values:
    """Whose papers those are that both paths have: a handling is the agency's own, its head ends it (条例 13)."""
    own = case.path is Path.AGREEMENT
    return {"by_agency": own, "house": agency if own else bureau}


def _case(case: CaseState, inner: bool) -> Values:
    """The case itself; its summary whole in what is bound into the 副卷 alone."""
    party = case.party
    return {
        "case_no": case.docket,
        "title": case.title,
        "summary": case.summary if inner else open_summary(case),
        "you": "你" if party and party.kind is PartyKind.PERSON else "你单位",
        "party": {
            "name": party.name if party else "",
            "key": party.key if party else "",
            "kind": _kind(party) if party else "",
            **_labels(person=bool(party and party.kind is PartyKind.PERSON)),
            **_particulars(party),
        },
        "conduct_from": day(case.conduct_from),
        "conduct_to": day(case.conduct_to),
        "opened_on": day(case.opened_at),
        "filed_on": day(case.filed_at),
        # Filing confirms all four conditions at once; on a form printed before, the hand ticks them.
        "filing_mark": "☑" if case.filed_at or _to_file(case) else "□",
        "amount": money(case.involved),
    }


def _kind(party: Party) -> str:
    return _PARTY[party.kind] + ("（个体工商户）" if party.sole_trader else "")


def _labels(*, person: bool) -> Values:
    """What a party's code and the field beside it are called: nobody represents a person before the law."""
    if person:
        return {"key_label": "人员编号", "representative_label": "证件号码"}
    return {"key_label": "代码", "representative_label": "法定代表人\n（负责人）"}


def _particulars(party: Party | None) -> Values:
    """Where the party is and who stands for it; what is unknown is said to be, as of the bureau's own."""
    if party is None:
        return {"address": "", "representative": ""}
    stands = party.kind is PartyKind.INSTITUTION
    return {
        "address": party.address or "（当事人地址未登记）",
        "representative": party.representative or ("（法定代表人未登记）" if stands else ""),
    }


def _transfer(case: CaseState, form_id: str) -> Values:
    """The transfer that the letter tells of."""
    one = transfer_of(case, form_id)
    if one is None:
        return dict.fromkeys(("recipient", "number", "reasons", "day", "what"), "")
    return {
        "recipient": one.recipient,
        "number": one.document_no,
        "reasons": one.reasons,
        "day": day(one.on),
        "what": "案件" if one.whole else "线索",
    }


def _officers(case: CaseState) -> list[Values]:
    return [{"name": o.hand.name, "certificate_no": o.certificate_no} for o in case.officers]


def _findings(case: CaseState) -> list[Values]:
    return [
        {"n": str(n), "sentence": f.sentence, "amount": f"{f.amount:,.2f}"}
        for n, f in enumerate(case.findings, 1)
    ]


#: Papers of one kind of hold; the others list all.
_ONE_KIND: Final = {
    "hold_register": HoldKind.PRESERVATION.value,
    "hold_seal": HoldKind.SEALING.value,
}


def _holds(case: CaseState, form_id: str, about: str = "") -> list[Values]:
    """Of a paper that tells of one hold that one; older papers told of all of their kind."""
    if form_id in RELEASES.values() or form_id == "hold_end_approval":
        return [_over(one) for one in case.holds if _tells_of_end(one, form_id, about)]
    only = _ONE_KIND.get(form_id)
    return [
        {
            "kind": _HOLDS.get(hold.kind, hold.kind),
            "items": hold.items,
            "place": hold.place,
            "approved_on": day(hold.approved_on),
        }
        for hold in case.holds
        if (hold.hold_id == about if about else hold.is_open and only in (None, hold.kind))
    ]


def _tells_of_end(hold: Hold, form_id: str, about: str) -> bool:
    """The approval form tells of every end that is proposed or approved, a decision of its own hold."""
    if form_id == "hold_end_approval":
        return bool(hold.ending or hold.end_seq)
    return hold.hold_id == about if about else bool(hold.end_seq) and RELEASES[hold.kind] == form_id


def _over(hold: Hold) -> Values:
    return {
        "kind": _HOLDS.get(hold.kind, hold.kind),
        "items": hold.items,
        "place": hold.place,
        "approved_on": day(hold.approved_on),
        "result": ended(hold.ending.result if hold.ending else hold.result),
    }


def _requests(case: CaseState) -> list[Values]:
    """The request that the letter makes: the newest that waits, each body gets one of its own."""
    waiting = [r for r in case.requests if r.result is None] or list(case.requests)
    return [
        {
            "recipient": r.recipient,
            "document_no": r.document_no,
            "text": r.text,
            "result": r.result or "",
        }
        for r in waiting[-1:]
    ]


def _report(case: CaseState) -> Values:
    parts = ("party", "measures", "facts", "evidence", "law", "proposal")
    return {part: ended((case.report or {}).get(part, "")) for part in parts}


def _referral(case: CaseState) -> Values:
    one = case.referral
    if one is None:
        return dict.fromkeys(
            [
                "crime",
                "facts",
                "amount",
                "amount_capitals",
                "amount_reasons",
                "recipient",
                "decided_by",
                "decided_on",
                "decision_reasons",
                "sanctions",
            ],
            "",
        )
    return {
        "crime": one.suspected_crime,
        "facts": ended(one.facts),
        "amount": money(one.amount),
        "amount_capitals": capitals(one.amount),
        "amount_reasons": one.amount_reasons,
        "recipient": one.recipient,
        "decided_by": one.decided_by.name if one.decided_by else "",
        "decided_on": day(one.decided_at),
        "decision_reasons": one.decision_reasons.rstrip("。"),
        "sanctions": set_off(case),
    }


def _procedure(case: CaseState, events: Sequence[Event], on: date) -> Values:
    last = {event.type: event for event in events}
    heard, legal = last.get("HearingHeld"), last.get("LegalityReviewed")
    proposed = last.get("ClosingProposed") if Matter.CLOSING in case.submissions else None
    closed = proposed or last.get("CaseClosed") or last.get("HandlingClosed")
    seen = last.get("InspectionRecorded")
    return {
        "notice_on": day(case.notice_on),
        "served_on": day(case.served_on),
        "pressed_on": day(case.pressed_on),
        "defence": _defence(case, events),
        "hearing": _ended(last["HearingEnded"])
        if case.hearing_ended
        else _hearing(case, heard, last.get("HearingReported")),
        "correction": _correction(case),
        "legal": {
            "opinion": OPINIONS.get(case.legal_opinion or "", ""),
            "text": _text(legal, "text"),
            "by": case.reviewer.name if case.reviewer else "",
            "day": day(legal.at) if legal else "",
        },
        "inspection": {
            "day": _date(seen, "held_on"),
            "place": _text(seen, "place"),
            "record": _text(seen, "record"),
        },
        "closing": {
            "situation": _text(closed, "situation"),
            "day": day(case.closed_at) if case.closed_at else "",
        },
        "closing_report": closing_values(case, closed, on),
        "paid": {
            "fine": yuan(case.fines_paid),
            "recovered": yuan(case.recovered),
            "damages": yuan(case.damages_kept),
        },
    }


def _to_file(case: CaseState) -> bool:
    """Whether the officers found all four conditions met: that is what they proposed."""
    one = case.submissions.get(Matter.FILING)
    return one is not None and one.filing == Filing.FILE


def _correction(case: CaseState) -> Values:
    """The latest order; what was printed before there were orders told of the report alone."""
    one = case.corrections[-1] if case.corrections else None
    if one is None:
        return dict.fromkeys(("what", "until", "basis"), "")
    return {"what": one.what, "until": day(one.until), "basis": one.basis}


def _hearing(case: CaseState, heard: Event | None, reported: Event | None) -> Values:
    """As announced, and what came of it; one held before there were notices has no place or hour."""
    plan, chair = case.hearing, case.hearing_chair
    known = chair or (plan.chair if plan else None)
    return {
        "chair": known.name if known else "",
        "day": _date(heard, "held_on") or (day(plan.held_on) if plan else ""),
        "moment": moment(plan.starts_at) if plan else "",
        "place": plan.place if plan else "",
        "openness": _openness(plan.is_public, plan.closed_reason) if plan else "",
        "record": _text(heard, "record"),
        "clerk": _text(heard, "clerk"),
        "attended": _text(heard, "attended"),
        "refusal": _refusal(heard),
        **_reported(reported),
    }


def _refusal(heard: Event | None) -> str:
    """What the chair notes where the party does not sign (处罚法 64 (8))."""
    what = _text(heard, "what_happened")
    if not what:
        return ""
    witness = _text(heard, "witness")
    seen = f"见证人：{witness}。" if witness else ""
    return ended(f"主持人注明：当事人（代理人）拒绝在笔录上签名。{ended(what)}{seen}")


def _reported(reported: Event | None) -> Values:
    """The chair's report; one from before it was an act has only what was typed beside the form."""
    return {"heard": _text(reported, "heard"), "advice": _text(reported, "advice")}


#: Why a hearing was ended before its end (处罚法 64 (6)).
_ENDS: Final = {
    "withdrawn": "当事人撤回听证申请",
    "not_attended": "当事人及其代理人无正当理由拒不出席听证",
    "left_midway": "当事人及其代理人未经许可中途退出听证",
}


def _ended(ended: Event) -> Values:
    """The note that a hearing was ended; one that was not announced yet has no place or chair."""
    starts = _text(ended, "starts_at")
    why = _ENDS[_text(ended, "ground")]
    return {
        "chair": _text(ended, "chair"),
        "day": _date(ended, "held_on") or _date(ended, "ended_on"),
        "moment": moment(datetime.fromisoformat(starts)) if starts else "",
        "place": _text(ended, "place"),
        "clerk": "",
        "attended": "",
        "refusal": "",
        **_reported(None),
        "openness": _openness(bool(ended.data["is_public"]), _text(ended, "closed_reason"))
        if starts
        else "",
        "record": f"终止听证：{_date(ended, 'ended_on')}，{why}，视为放弃听证权利，听证终止"
        f"（《中华人民共和国行政处罚法》第六十四条第（六）项）。{_text(ended, 'reasons')}",
    }


#: What the leaders agreed on, as the record of their discussion ends.
_AGREED: Final = {
    "penalty": "\n讨论结论：同意给予行政处罚。",
    "no_penalty": "\n讨论结论：同意不予行政处罚。",
}
_SUBJECTS: Final = {
    DiscussionSubject.DECISION.value: "案件处理决定",
    DiscussionSubject.EXTENSION.value: "延长办案期限",
}


def _discussion(events: Sequence[Event], about: str) -> Values:
    """The discussion that the paper records; an older paper, and others, tell of the latest."""
    talks = [one for one in events if one.type == "CaseDiscussed"]
    talked = next((one for one in talks if str(one.seq) == about), talks[-1] if talks else None)
    data: Mapping[str, Any] = talked.data if talked else {}
    members = [hand_from(one).name for one in data.get("members", ())]
    return {
        "subject": _SUBJECTS.get(_text(talked, "subject"), ""),
        "day": _date(talked, "held_on"),
        "members": "、".join(members),
        "record": _text(talked, "record") + _agreed(talked),
    }


def _agreed(talked: Event | None) -> str:
    if talked is not None and _text(talked, "subject") == DiscussionSubject.EXTENSION.value:
        return f"\n讨论结论：{'同意' if talked.data.get('agreed') else '不同意'}延长办案期限。"
    return _AGREED.get(_text(talked, "ruling"), "")


def _openness(is_public: bool, reason: str) -> str:
    return "公开举行" if is_public else f"不公开举行（{reason}）"


#: What is printed of a party that did not speak.
_SILENT: Final = {
    Defence.WAIVED: "书面放弃陈述、申辩。",
    Defence.SILENT: "在规定期限内没有提出陈述、申辩。",
}


def _defence(case: CaseState, events: Sequence[Event]) -> str:
    """What the party said on the notice that stands, in its own words, each time it spoke."""
    if not case.defence:
        return ""
    handled = case.path is Path.AGREEMENT
    kind, told = (
        ("HandlingDefended", "HandlingNotified") if handled else ("DefenceRecorded", "NoticeServed")
    )
    since = max((event.seq for event in events if event.type == told), default=0)
    said = [
        _text(event, "text")
        for event in events
        if event.type == kind
        and event.seq > since
        and event.data.get("how", "stated") == Defence.STATED
    ]
    return _SILENT.get(Defence(case.defence)) or "\n".join(filter(None, said)) or "已陈述、申辩。"


def _text(event: Event | None, field: str) -> str:
    return str(event.data.get(field) or "") if event else ""


def _date(event: Event | None, field: str) -> str:
    text = _text(event, field)
    return day(date.fromisoformat(text)) if text else ""
