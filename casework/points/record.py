"""Record a score from a decision against the institution; annul it when the decision falls."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.state import CaseState
from casework.clocks.calendars import local_date
from casework.commands.case import Path
from casework.commands.points import (
    AddPracticePoint,
    AnnulScore,
    BasisKind,
    PointsCommand,
    RecordScore,
    Responsibility,
    StaffKind,
)
from casework.custody.state import Serves
from casework.documents.effect import papers
from casework.documents.internal import ON_FORM
from casework.events import Draft
from casework.hands import other_eyes
from casework.law.citation import in_english
from casework.law.own import own_setting
from casework.law.settable import COUNTY_STAFF, POINTS_MONTHS, SCORED_STAFF
from casework.points.day import day_of
from casework.points.office import may_annul, may_record, office_of, recorders
from casework.points.parameters import STREAM as PARAMETERS
from casework.points.parameters import BureauState
from casework.points.repeat import repeated_entry
from casework.points.rules import AGREEMENT, RuleSet, ScoredAct, rule_set_on, suggested
from casework.points.service import fell_by, of_service
from casework.points.state import PointsState
from casework.refusal import Refusal, refuse
from casework.restoration.eyes import not_himself
from casework.restoration.halt import halted_by, settle
from casework.restoration.parties import asked, of_event, turned_to
from casework.restoration.state import HaltKind, Party


def file_stream(command: PointsCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The doctor's file alone."""
    return (f"points:{command.prac_psn_code}",)


def of_record(command: RecordScore, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The doctor's file, the bureau's parameters, and the case that the score rests on."""
    file = f"points:{command.prac_psn_code}"
    if command.basis.kind is BasisKind.CASE:
        return (file, PARAMETERS, f"case:{command.basis.reference}")
    return (file, PARAMETERS)


def of_practise(
    command: AddPracticePoint, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The doctor's file and the bureau's parameters: who gives the opinion at the new place."""
    return (f"points:{command.prac_psn_code}", PARAMETERS)


def record(ask: Ask[RecordScore, PointsState]) -> list[Draft]:
    """ScoreRecorded under the rule set of the day of the conduct; linked to its case."""
    c = ask.command
    required(name=c.prac_psn_name, reasons=c.reasons)
    may_record(ask.states[PARAMETERS], ask.actor, local_date(ask.at))
    decided = _basis(c, ask.states, ask.at)
    rules = rule_set_on(c.conduct_on)
    if c.staff.value not in _scored(ask, rules):
        zh, en = STAFF_NAMES[c.staff]
        raise refuse(
            "STAFF_NOT_COVERED", staff=zh, staff_en=en, rule_set=rules.zh, rule_set_en=rules.en
        )
    act = rules.act(c.act)
    if not act.min <= c.points <= act.max:
        raise refuse("OUTSIDE_SCORE_BAND", band=f"{act.min}–{act.max}", points=c.points)
    _rests(c, act, rules, ask.states)
    repeats = _repeats(c, ask, act, decided)
    departure = _departs(c, act)
    day = day_of(c, _ended(c, ask.states))
    once(ask.state, c)
    entry_id = f"S{len(ask.state.entries) + 1}"
    events = [
        draft(
            ask.state.stream,
            "ScoreRecorded",
            entry_id=entry_id,
            rule_set=rules.id,
            act=act.id,
            responsibility=c.responsibility,
            points=c.points,
            conduct_on=c.conduct_on,
            counted_on=decided,
            counted_by=ask.states[PARAMETERS].value("score_counted_on", local_date(ask.at)),
            **_starts(ask),
            **_months(ask),
            basis={
                "kind": c.basis.kind,
                "reference": c.basis.reference.strip(),
                "issuer": c.basis.issuer,
            },
            prac_psn_name=c.prac_psn_name,
            fixmedins_code=c.fixmedins_code,
            reasons=c.reasons,
            staff=c.staff,
            office=office_of(ask.actor),
            # Where he did it need not be where he works by now: only a new file takes the place over.
            practises=not (ask.state.entries or ask.state.institutions),
            **departure,
            **day,
            **repeats,
        )
    ]
    events += halted_by(ask.state, HaltKind.SCORE, entry_id, c.reasons)
    if c.basis.kind is BasisKind.CASE:
        link = {"prac_psn_code": c.prac_psn_code, "entry_id": entry_id, "points": c.points}
        events.append(draft(f"case:{c.basis.reference}", "ScoreLinked", **link))
    return events


def _rests(c: RecordScore, act: ScoredAct, rules: RuleSet, states: Mapping[str, Any]) -> None:
    """Refuse ACT_NOT_ON_DECISION where the case was decided by another article, or another way."""
    if c.basis.kind is not BasisKind.CASE:
        return
    case: CaseState = states[f"case:{c.basis.reference}"]
    if case.decision is None:
        return
    agreed = case.path is Path.AGREEMENT
    decided = AGREEMENT if agreed else case.decision.article_id
    day = local_date(case.decision.at)
    # A decision of before articles were kept is not known: the person who records answers for it.
    if not decided or act.fits(decided, day):
        return
    fitting = [one for one in rules.acts if one.fits(decided, day)]
    raise refuse(
        "ACT_NOT_ON_DECISION",
        case_no=case.case_no,
        act_zh=act.zh,
        act_en=act.en,
        decided="协议处理决定" if agreed else case.decision.citation,
        decided_en="a decision under the agreement"
        if agreed
        else in_english(case.decision.citation),
        fitting="；".join(one.zh for one in fitting),
        fitting_en="; ".join(one.en for one in fitting),
    )


def _repeats(
    c: RecordScore, ask: Ask[RecordScore, PointsState], act: ScoredAct, counted: date
) -> dict[str, str]:
    """The earlier score of an act that repeats one."""
    if not act.repeats:
        return {}
    article, on = "", counted
    if c.basis.kind is BasisKind.CASE:
        case: CaseState = ask.states[f"case:{c.basis.reference}"]
        if case.decision is not None:
            agreed = case.path is Path.AGREEMENT
            article = AGREEMENT if agreed else case.decision.article_id
            on = local_date(case.decision.at)
    named = c.earlier_entry.strip()
    return {"repeats": repeated_entry(ask.state, act, named, counted, article, on)}


def _departs(c: RecordScore, act: ScoredAct) -> dict[str, str]:
    """The reason for other points than the share suggests. Refuses DEPARTURE_UNEXPLAINED."""
    usual = suggested(act, c.responsibility)
    if c.points == usual:
        return {}
    if not c.departure.strip():
        zh, en = SHARES[c.responsibility]
        raise refuse(
            "DEPARTURE_UNEXPLAINED", share=zh, share_en=en, suggested=usual, points=c.points
        )
    return {"departure": c.departure.strip()}


def _ended(c: RecordScore, states: Mapping[str, Any]) -> date:
    """The end of the conduct: by the case, else by the document as it was entered."""
    case: CaseState | None = (
        states[f"case:{c.basis.reference}"] if c.basis.kind is BasisKind.CASE else None
    )
    ended = (case.conduct_to if case is not None else None) or c.conduct_to
    if ended is None:
        raise refuse(
            "FIELD_REQUIRED",
            field="决定认定的违法行为终了日期",
            field_en="the end of the conduct as the decision states it",
        )
    return ended


SHARES: dict[Responsibility, tuple[str, str]] = {
    Responsibility.GENERAL: ("一般责任", "a general share of responsibility"),
    Responsibility.IMPORTANT: ("重要责任", "an important share of responsibility"),
    Responsibility.PRIMARY: ("主要责任", "the primary share of responsibility"),
}


def once(file: PointsState, c: RecordScore) -> None:
    """One decision scores one act of one person once; an annulled score may be recorded anew.

    Within a case the same conduct is scored once, whatever it is called: a handling that was turned
    into a penalty case has scored it already.
    """
    basis = (c.basis.kind.value, c.basis.reference.strip(), c.fixmedins_code)
    for entry in file.entries:
        if entry.void or basis != (entry.basis_kind, entry.basis, entry.fixmedins_code):
            continue
        conduct = c.basis.kind is BasisKind.CASE and entry.conduct_on == c.conduct_on
        if entry.act == c.act or conduct:
            raise refuse("SCORE_RECORDED", entry_id=entry.entry_id)


def _basis(c: RecordScore, states: Mapping[str, Any], at: datetime) -> date:
    """Return the day on which the points count. Refuses BASIS_MISSING, BASIS_NOT_SERVED."""
    required(document_no=c.basis.reference)
    bureau: BureauState = states[PARAMETERS]
    today = local_date(at)
    decided, served = c.basis.decided_on, c.basis.served_on
    if c.basis.kind is BasisKind.CASE:
        case: CaseState = states[f"case:{c.basis.reference}"]
        decided, served = _of_case(c, case), case.served_on
        if served is None and bureau.value("score_basis", today) == "served":
            raise not_served(case)
    counted = decided
    if bureau.value("score_counted_on", today) == "served":
        if served is None:
            raise refuse(
                "FIELD_REQUIRED",
                field="决定的送达日期",
                field_en="the day of service of the decision",
            )
        counted = served
    if not c.conduct_on <= decided <= counted <= today:
        raise refuse(
            "DATE_ORDER",
            what="行为日期、决定日期、送达日期、今天应先后有序",
            what_en="conduct, decision, service and today have to follow in this order",
        )
    return counted


def _scored(ask: Ask[RecordScore, PointsState], rules: RuleSet) -> frozenset[str]:
    """The kinds of staff that are scored: as province or county have them for that rule."""
    name = SCORED_STAFF if rules.national else COUNTY_STAFF
    own = own_setting(ask.states, name, ask.at)
    return frozenset(own.value.split(";")) if own is not None else rules.covers


def _starts(ask: Ask[RecordScore, PointsState]) -> dict[str, date]:
    """From when its suspension or termination runs, where that is not the day on which it counts."""
    today = local_date(ask.at)
    bureau: BureauState = ask.states[PARAMETERS]
    recorded = bureau.value("sanction_starts", today) == "recorded"
    return {"starts_on": today} if recorded else {}


def _months(ask: Ask[RecordScore, PointsState]) -> dict[str, object]:
    """The months of a suspension as the bureau set them, with what they rest on; nothing where it did not."""
    own = own_setting(ask.states, POINTS_MONTHS, ask.at)
    if own is None:
        return {}
    return {"months": [int(one) for one in own.value.split(";")], "months_basis": own.basis}


def _of_case(c: RecordScore, case: CaseState) -> date:
    """The day of the case's decision, if it stands and is against this institution."""
    if case.decision is None or case.decision.ruling != "penalty" or case.annulled:
        raise refuse(
            "BASIS_MISSING",
            why=f"案件 {c.basis.reference} 没有有效的处罚或协议处理决定",
            why_en=f"case {c.basis.reference} has no decision that stands",
        )
    if case.party is None or case.party.key != c.fixmedins_code:
        raise refuse(
            "BASIS_MISSING",
            why="该决定不是针对此机构作出的",
            why_en="that decision is not against this institution",
        )
    _within(c, case)
    return local_date(case.decision.at)


def _within(c: RecordScore, case: CaseState) -> None:
    """Scored is what the decision is about: an act of its period, whose day chooses the rules and the bans."""
    first, last = case.conduct_from or c.conduct_on, case.conduct_to or c.conduct_on
    if not first <= c.conduct_on <= last:
        raise refuse(
            "BAD_VALUE", field="行为日期", field_en="the day of the conduct",
            why=f"案件 {case.case_no} 认定的违法行为期间为 {first} 至 {last}，请填写该期间内的日期；"
            "期间以外的行为应另案处理后再记分",
            why_en=f"the conduct of case {case.case_no} lasted from {first} to {last}: enter a day of it; "
            "other conduct is decided in a case of its own before it is scored",
        )  # fmt: skip


def not_served(case: CaseState) -> Refusal:
    """BASIS_NOT_SERVED, with the step that brings the decision to its effect."""
    missing = next((paper.need for paper in papers(case) if not paper.evidence_id), None)
    step, step_en = (
        (f"附入{missing.zh}，再送达决定", f"attach {missing.en}, then serve the decision")
        if missing
        else ("送达决定并登记送达日期", "serve the decision and record the day")
    )
    return refuse("BASIS_NOT_SERVED", case_no=case.case_no, step=step, step_en=step_en)


def practise(ask: Ask[AddPracticePoint, PointsState]) -> list[Draft]:
    """PracticePointAdded: from now on that institution sees the file and answers for it."""
    c, file = ask.command, ask.state
    required(fixmedins_code=c.fixmedins_code)
    if c.fixmedins_code in file.institutions:
        raise refuse("ALREADY_DONE")
    if c.practised_from is not None and c.practised_from > local_date(ask.at):
        raise refuse(
            "DATE_ORDER",
            what="开始执业日期不得晚于今天",
            what_en="the first day of practice is not after today",
        )
    data: dict[str, Any] = {"fixmedins_code": c.fixmedins_code}
    if c.practised_from is not None:
        data["practised_from"] = c.practised_from
    parties: tuple[Party, ...] = ()
    # An application that rested for want of a place goes on at this one.
    if not file.institutions and file.restoration is not None and file.restoration.is_open:
        parties = asked(c.fixmedins_code, (), ask.states[PARAMETERS], local_date(ask.at))
        data["parties"] = of_event(parties)
    added = draft(file.stream, "PracticePointAdded", **data)
    return settle(file, [added, *turned_to(file, c.fixmedins_code, parties)], ask.at)


def _wants_place(file: PointsState) -> bool:
    """Whether an application rests until a new place of practice is recorded."""
    application = file.restoration
    halts = application.open_halts if application is not None and application.is_open else ()
    return any(one.for_want_of_a_place for one in halts)


STAFF_NAMES: dict[StaffKind, tuple[str, str]] = {
    StaffKind.MEDICAL: ("医疗、药学、护理、技术人员", "health staff"),
    StaffKind.BILLING: ("医疗费用和医保结算审核人员", "staff who review bills"),
    StaffKind.PHARMACY_PRINCIPAL: ("零售药店主要负责人", "principal of a pharmacy"),
    StaffKind.PHARMACY_STAFF: (
        "零售药店药师等相关人员",
        "pharmacists and other staff of a pharmacy",
    ),
}


def annul(ask: Ask[AnnulScore, PointsState]) -> list[Draft]:
    """ScoreAnnulled: void from the start; totals and standing follow by themselves.

    Two hands: who took the paper in that it falls by, and who records it, neither of whom scored.
    """
    c = ask.command
    required(document_no=c.document_no, reasons=c.reasons, paper_scan=c.paper_scan)
    entry = ask.state.entry(c.entry_id)
    if entry is None:
        raise refuse("NOT_FOUND", what=f"记分 {c.entry_id}", what_en=f"score {c.entry_id}")
    if entry.void:
        raise refuse("ALREADY_DONE")
    if not may_annul(entry, ask.actor):
        raise role_required(frozenset({Role.SUPERVISOR, Role.HEAD}), AnnulScore.__name__)
    other_eyes(ask.actor, entry.hands, *EYES)
    key = f"{ask.state.stream}/annulled:{c.entry_id}"
    why = f"撤销记分 {c.entry_id} 所依据的文书", f"paper by which score {c.entry_id} was annulled"
    scan, told = fell_by(ask, c.paper_scan, Serves(key, *why))
    data = {
        "entry_id": c.entry_id,
        "document_no": c.document_no,
        "reasons": c.reasons,
        "paper": scan,
        "office": office_of(ask.actor),
        **ON_FORM,
    }
    return [*settle(ask.state, [draft(ask.state.stream, "ScoreAnnulled", **data)], ask.at), *told]


def _another_hand(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some score that counts was neither recorded nor objected to by this human."""
    standing = [entry for entry in file.entries if not entry.void]
    if standing and not any(may_annul(entry, actor) for entry in standing):
        raise role_required(frozenset({Role.SUPERVISOR, Role.HEAD}), AnnulScore.__name__)
    standing = [entry for entry in standing if may_annul(entry, actor)]
    if standing and all(any(hand.is_actor(actor) for hand in one.hands) for one in standing):
        other_eyes(actor, (hand for one in standing for hand in one.hands), *EYES)


EYES = ("记分、申诉与撤销记分", "annulling the score")


ACTS = (
    Act(
        command=RecordScore,
        zh="登记记分",
        en="record a score",
        roles=frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR}),
        streams=of_record,
        answer=record,
        guards=(not_himself, recorders),
        creates=None,
        rank=60,
    ),
    Act(
        command=AddPracticePoint,
        zh="登记其他执业机构",
        en="add a place of practice",
        roles=frozenset({Role.AGENCY_OFFICER, Role.INSPECTOR}),
        streams=of_practise,
        answer=practise,
        rank=11,
        leads=_wants_place,
    ),
    Act(
        command=AnnulScore,
        zh="撤销记分",
        en="annul a score",
        roles=frozenset({Role.SUPERVISOR, Role.HEAD, Role.AGENCY_HEAD}),
        streams=of_service,
        answer=annul,
        guards=(not_himself, _another_hand),
        rank=90,
    ),
)
