"""Fold of the restoration's events inside a doctor's file."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from casework.clocks.calendars import local_date
from casework.commands.case import RecusalGround
from casework.commands.restoration import BarGround, RestorationPaper
from casework.copying import replace
from casework.custody.enclosure import Enclosure
from casework.events import Event
from casework.hands import hand_from
from casework.points.state import LearningEntry, PointsState
from casework.restoration.state import (
    Announced,
    AskedRecusal,
    Bar,
    Body,
    Halt,
    HaltKind,
    Opinion,
    Party,
    Remedy,
    Restoration,
    Ruling,
    Service,
    SignedPaper,
    Step,
    Stop,
)
from casework.restoration.verify import in_order, ledgers_of

Fold = Callable[[PointsState, Event, Mapping[str, Any]], PointsState]


def _applied(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    hand = hand_from(d)
    application = Restoration(
        application_id=d["application_id"],
        step=Step.STUDYING,
        applied_by=hand,
        applied_at=e.at,
        statement=d["statement"],
        rule_set=d["rule_set"],
        covers=frozenset(d["covers"]),
        hands=(("apply", hand),),
        each_refuses=d.get("refusal_by", "each") == "each",
    )
    return replace(s, restorations=(*s.restorations, application))


def _learned(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    application = s.restoration
    entry = LearningEntry(
        kind=d["kind"],
        title=d["title"],
        on=date.fromisoformat(d["on"]),
        certificate=d["certificate"],
        hours=Decimal(d["hours"]),
        mark=d["mark"],
        passed=d["passed"],
        points=d["points"],
        by=hand_from(d),
        application=application.application_id if application else "",
        valid_until=date.fromisoformat(d["valid_until"]) if d.get("valid_until") else None,
        at=e.at,
    )
    return _hand(replace(s, learning=(*s.learning, entry)), e, d, "study")


def _struck(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    why = {"struck_by": hand_from(d), "struck_at": e.at, "struck_why": d["reasons"]}
    learning = tuple(
        replace(one, **why) if one.certificate == d["certificate"] else one for one in s.learning
    )
    return replace(s, learning=learning)


def _hand(s: PointsState, e: Event, d: Mapping[str, Any], what: str) -> PointsState:
    if s.restoration is None:
        return s
    return s.with_restoration(hands=(*s.restoration.hands, (what, hand_from(d))))


def _to(step: Step, what: str = "") -> Fold:
    def fold(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
        moved = s.with_restoration(step=step)
        return _hand(moved, e, d, what) if what else moved

    return fold


def _submitted(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    to_party = _to(Step.PARTY, "submit")(s, e, d)
    asked = parties_from(d, s.fixmedins_code)
    return to_party.with_restoration(parties=asked, refusal_ends=d.get("refusal_ends", False))


def _turned(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    return s.with_restoration(parties=parties_from(d, d["fixmedins_code"]))


def parties_from(d: Mapping[str, Any], place: str) -> tuple[Party, ...]:
    """The party organisations an event names; one of before named whoever stood in for `place`."""
    if "parties" in d:
        return tuple(Party(one["body"], tuple(one["places"])) for one in d["parties"])
    return (Party(d["party_body"], (place,)),) if d.get("party_body") else ()


def _asked_again(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    """Corrected: who approved need not speak again, who returned or refused it does."""
    again = _back_to(Step.PARTY, RestorationPaper.REVIEW_FORM, RestorationPaper.APPROVAL)(s, e, d)
    application = again.restoration
    if application is None:
        return again
    last = {body: application.party_opinion(body) for body in application.spoken}
    stands = tuple(body for body, one in last.items() if one and one.outcome == "approved")
    minutes = RestorationPaper.MINUTES
    papers = (p for p in application.papers if p.paper is not minutes or p.party in stands)
    return again.with_restoration(spoken=stands, papers=tuple(papers))


def _opinion(what: str) -> Fold:
    def fold(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
        if s.restoration is None:
            return s
        hand = hand_from(d)
        party = d.get("party", "")
        opinion = Opinion(what, d["outcome"], hand.name, d["reasons"], e.at, party, hand)
        given = s.with_restoration(opinions=(*s.restoration.opinions, opinion))
        if party:
            given = given.with_restoration(spoken=(*s.restoration.spoken, party))
        return _hand(given, e, d, what)

    return fold


def _reviewed(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    # A review of before the four matters were asked for says nothing about them.
    given = _opinion("centre")(s, e, d)
    return given.with_restoration(
        verified=in_order(d.get("verified") or {}), ledgers=ledgers_of(d.get("ledgers"))
    )


def _returned(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    return s.with_restoration(step=Step.RETURNED, returned_from=Step(d["from"]))


def _approved(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    approved = s.with_restoration(step=Step.REGISTRATION, approved_on=local_date(e.at))
    return _papered(approved, d, Ruling.DECISION)


def _papered(s: PointsState, d: Mapping[str, Any], ruling: Ruling) -> PointsState:
    """A ruling that has effect only with its signed papers, as those of before were not."""
    if s.restoration is None or not d.get("papered"):
        return s
    return s.with_restoration(papered=s.restoration.papered | {ruling})


def _refused(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    # The day is kept of refusals that are served; of a party's or the centre's of before, their opinion tells it.
    over: dict[str, Any] = {"over_on": local_date(e.at)} if d.get("papered") else {}
    return _papered(s.with_restoration(step=Step.REFUSED, **over), d, Ruling.DECISION)


def _enclosed(d: Mapping[str, Any], name: str) -> Enclosure | None:
    one = d.get(name)
    return Enclosure(one["certificate"], one["name"]) if one else None


def _paper(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    one, scan = s.restoration, _enclosed(d, "scan")
    if one is None or scan is None:
        return s
    paper = RestorationPaper(d["paper"])
    if paper is RestorationPaper.RECEIPT:
        return _service(s, Ruling(d["ruling"]), receipt=scan, shared=False)
    signed = SignedPaper(paper, scan, d["party"], d["shared"])
    rest = (p for p in one.papers if (p.paper, p.party) != (signed.paper, signed.party))
    return s.with_restoration(papers=(*rest, signed))


def _served(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    if s.restoration is None:
        return s
    ruling, on = Ruling(d["ruling"]), date.fromisoformat(d["served_on"])
    service = Service(
        ruling, on, d["way"], hand_from(d), d.get("particulars", ""), d.get("served_by", ""),
        _day(d, "posted_on"), _enclosed(d, "receipt"), _enclosed(d, "consent"),
        d.get("shared", False),
    )  # fmt: skip
    served = s.with_restoration(services=(*s.restoration.services, service))
    return _in_effect(served, ruling, on)


def _in_effect(s: PointsState, ruling: Ruling, on: date) -> PointsState:
    """A revocation has effect from its service; one of before from its day."""
    return s.with_restoration(revoked_on=on) if ruling is Ruling.REVOCATION else s


def _service_corrected(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    ruling, on = Ruling(d["ruling"]), date.fromisoformat(d["served_on"])
    named = {n: _enclosed(d, n) for n in ("receipt", "consent") if d.get(n)}
    own = {"shared": False} if "receipt" in named else {}
    now = _service(
        s, ruling, on=on, way=d["way"], by=hand_from(d), particulars=d.get("particulars", ""),
        posted_on=_day(d, "posted_on"), **named, **own,
    )  # fmt: skip
    return _in_effect(now, ruling, on)


def _service(s: PointsState, ruling: Ruling, **changes: Any) -> PointsState:
    services = s.restoration.services if s.restoration else ()
    now = (replace(one, **changes) if one.ruling is ruling else one for one in services)
    return s.with_restoration(services=tuple(now))


def _day(d: Mapping[str, Any], name: str) -> date | None:
    return date.fromisoformat(d[name]) if d.get(name) else None


def _back_to(step: Step, *gone: RestorationPaper) -> Fold:
    """Corrected and sent back: what the bodies that are asked anew had signed says nothing any more."""

    def fold(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
        sent = _to(step, "submit")(s, e, d)
        papers = sent.restoration.papers if sent.restoration else ()
        return sent.with_restoration(papers=tuple(p for p in papers if p.paper not in gone))

    return fold


def _registered(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    day, number = local_date(e.at), d["registration_no"]
    if s.restoration is None or s.restoration.step is not Step.REGISTRATION:
        # A national ban that ran out: registered without an application.
        return replace(s, restorations=(*s.restorations, _expired(s, e, d)))
    done = s.with_restoration(step=Step.RESTORED, registered_on=day, registration_no=number)
    return _hand(done, e, d, "register")


def _expired(s: PointsState, e: Event, d: Mapping[str, Any]) -> Restoration:
    hand = hand_from(d)
    return Restoration(
        application_id=f"R{len(s.restorations) + 1}",
        step=Step.RESTORED,
        applied_by=hand,
        applied_at=e.at,
        statement="终止期满，重新登记备案",
        rule_set=d["rule_set"],
        covers=frozenset(d["covers"]),
        hands=(("register", hand),),
        approved_on=local_date(e.at),
        registered_on=local_date(e.at),
        registration_no=d["registration_no"],
    )


def _revoked(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    day = local_date(e.at)
    over = s.with_restoration(
        step=Step.REVOKED, over_on=day, over_why=d["reasons"],
        # With its papers it has effect once it is served.
        revoked_on=None if d.get("papered") else day,
    )  # fmt: skip
    return _papered(over, d, Ruling.REVOCATION)


def _dismissed(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    over = _to(Step.REFUSED)(s, e, d).with_restoration(
        over_why=d["reasons"], over_on=local_date(e.at), dismissed=True
    )
    return _papered(over, d, Ruling.DECISION)


def _moot(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    return _to(Step.MOOT)(s, e, d).with_restoration(over_on=local_date(e.at))


def _revocation(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    until = date.fromisoformat(d["heard_until"]) if d.get("heard_until") else None
    return s.with_restoration(
        revocation_by=hand_from(d), revocation_reasons=d["reasons"], revocation_until=until,
        revocation_said=(),
    )  # fmt: skip


def _revocation_said(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    said = s.restoration.revocation_said if s.restoration else ()
    return s.with_restoration(revocation_said=(*said, d["text"]))


def _revocation_over(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    """Refused or taken back: nothing waits, and another may be proposed."""
    return s.with_restoration(
        revocation_by=None, revocation_reasons="", revocation_until=None, revocation_said=()
    )


def _remedy(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    notice, one = _enclosed(d, "notice"), _named(s, d)
    if notice is None or one is None:
        return s
    remedy = Remedy(
        d["remedy_id"], Ruling(d["ruling"]), d["kind"], d["body"], date.fromisoformat(d["filed_on"]),
        d["document_no"], d["fixmedins_code"], notice,
    )  # fmt: skip
    return s.with_restoration(one.application_id, remedies=(*one.remedies, remedy))


def _announced(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    if s.restoration is None:
        return s
    one = Announced(Ruling(d["ruling"]), date.fromisoformat(d["posted_on"]), d["where"])
    return s.with_restoration(announced=(*s.restoration.announced, one))


def _stopped(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    order, one = _enclosed(d, "order"), _named(s, d)
    if order is None or one is None:
        return s
    stop = Stop(date.fromisoformat(d["decided_on"]), d["document_no"], order)
    stops = (*_remedy_of(one, d).stops, stop)
    return s.with_restoration(one.application_id, remedies=_with_stops(one, d, stops))


def _goes_on(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    one = _named(s, d)
    if one is None or not _remedy_of(one, d).stopped:
        return s
    *before, last = _remedy_of(one, d).stops
    until = date.fromisoformat(d["decided_on"])
    ended = (*before, replace(last, until=until, resumed=_enclosed(d, "order")))
    return s.with_restoration(one.application_id, remedies=_with_stops(one, d, ended))


def _remedy_of(one: Restoration, d: Mapping[str, Any]) -> Remedy:
    return next(r for r in one.remedies if r.remedy_id == d["remedy_id"])


def _with_stops(
    one: Restoration, d: Mapping[str, Any], stops: tuple[Stop, ...]
) -> tuple[Remedy, ...]:
    return tuple(
        replace(r, stops=stops) if r.remedy_id == d["remedy_id"] else r for r in one.remedies
    )


def _remedy_closed(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    said = {
        "outcome": d["outcome"], "decided_on": _day(d, "decided_on"), "outcome_no": d["document_no"],
        "reasons": d["reasons"], "decision": _enclosed(d, "decision"),
    }  # fmt: skip
    # What an order had stopped goes on.
    s = _goes_on(s, e, d)
    one = _named(s, d)
    remedies = (
        replace(each, **said) if each.remedy_id == d["remedy_id"] else each
        for each in (one.remedies if one else ())
    )
    return s.with_restoration(d["application_id"], remedies=tuple(remedies))


def _named(s: PointsState, d: Mapping[str, Any]) -> Restoration | None:
    return next((r for r in s.restorations if r.application_id == d["application_id"]), None)


def _fell(one: Restoration, ruling: Ruling) -> dict[str, Any]:
    """A ruling that fell in review or suit: it was served for nothing, and remedies against it are done."""
    return {
        "services": tuple(each for each in one.services if each.ruling is not ruling),
        "announced": tuple(each for each in one.announced if each.ruling is not ruling),
        "papered": one.papered - {ruling},
        "remedies": tuple(
            replace(each, former=True) if each.ruling is ruling else each for each in one.remedies
        ),
    }


#: What the bodies sign that are asked anew, once a refusal at their step fell.
SIGNED_FROM: dict[Step, frozenset[RestorationPaper]] = {
    Step.PARTY: frozenset({RestorationPaper.REVIEW_FORM}),
    Step.CENTRE: frozenset({RestorationPaper.REVIEW_FORM}),
}
DECIDED = frozenset({RestorationPaper.APPROVAL, RestorationPaper.SEALED_DECISION})


def _reopened(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    """The refusal fell: whoever refused speaks anew; it rests again where it was ended while it rested."""
    one, step = _named(s, d), Step(d["step"])
    if one is None:
        return s
    opinions = tuple(o for o in one.opinions if o.body != step.value or o.outcome == "approved")
    spoken = {o.party for o in opinions if o.body == "party"}
    gone = DECIDED | SIGNED_FROM.get(step, frozenset())
    papers = (p for p in one.papers if p.paper not in gone and (not p.party or p.party in spoken))
    return s.with_restoration(
        one.application_id, step=step, opinions=opinions, papers=tuple(papers), dismissed=False,
        over_on=None, over_why="", spoken=tuple(body for body in one.spoken if body in spoken),
        **_fell(one, Ruling.DECISION),
    )  # fmt: skip


def _annulled(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    """The restoration fell, and holds for the days before; it goes on as another, to be decided anew."""
    one, on = _named(s, d), date.fromisoformat(d["annulled_on"])
    if one is None:
        return s
    over = {"step": Step.ANNULLED, "over_on": on, "over_why": d["reasons"], "revoked_on": on}
    fallen = s.with_restoration(one.application_id, **over)
    if "anew" not in d:
        return fallen
    anew = replace(
        one, application_id=d["anew"], continues=(*one.continues, one.application_id),
        step=Step.BUREAU, approved_on=None, registered_on=None, registration_no="", batch="",
        opinions=tuple(o for o in one.opinions if o.body != "bureau"),
        papers=tuple(p for p in one.papers if p.paper not in DECIDED),
        revocation_by=None, revocation_reasons="", revocation_until=None, revocation_said=(),
        services=(), papered=frozenset(), remedies=(),
    )  # fmt: skip
    return replace(fallen, restorations=(*fallen.restorations, anew))


def _revocation_annulled(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    """The revocation fell: the restoration stands as if it had not been."""
    one = _named(s, d)
    if one is None:
        return s
    gone = (RestorationPaper.REVOCATION_APPROVAL, RestorationPaper.REVOCATION)
    back = s.with_restoration(
        one.application_id, step=Step.RESTORED, revoked_on=None, over_on=None, over_why="",
        papers=tuple(p for p in one.papers if p.paper not in gone), **_fell(one, Ruling.REVOCATION),
    )  # fmt: skip
    return _revocation_over(back, e, d) if one is s.restoration else back


def _halted(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    application = s.restoration
    if application is None:
        return s
    halt = Halt(d["key"], HaltKind(d["kind"]), d["reference"], d["reasons"], e.at)
    resting = application.step is Step.HALTED
    return s.with_restoration(
        step=Step.HALTED,
        halted_from=application.halted_from if resting else application.step,
        halts=(*application.halts, halt),
    )


def _ground_ended(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    if s.restoration is None:
        return s
    halts = tuple(
        replace(h, ended_at=e.at) if h.key == d["key"] and h.ended_at is None else h
        for h in s.restoration.halts
    )
    return s.with_restoration(halts=halts)


def _resumed(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    covers = frozenset(d["covers"])
    resumed = s.with_restoration(step=Step(d["back"]), halted_from=None, covers=covers)
    # Corrected, it goes to the body that is asked anew because of a score in between.
    if "returned_from" in d:
        return _unheard(resumed).with_restoration(returned_from=Step(d["returned_from"]))
    return resumed


def _asked_anew(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    anew = _unheard(s)
    return anew.with_restoration(step=Step.PARTY, covers=frozenset(d["covers"]), approved_on=None)


def _unheard(s: PointsState) -> PointsState:
    """Without the approvals given so far: they stay in the chain and say nothing any more."""
    application = s.restoration
    if application is None:
        return s
    left = tuple(one for one in application.opinions if not _outdated(one))
    return s.with_restoration(opinions=left, spoken=(), verified=(), ledgers=(), papers=())


def _outdated(one: Opinion) -> bool:
    """An approval; and a refusal that ended nothing: others outvoted it, or it went up as an opinion."""
    return one.outcome != "returned"


def _recused(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    if s.restoration is None:
        return s
    return s.with_restoration(recused=(*s.restoration.recused, (hand_from(d), d["relation"])))


def _recusal_asked(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    if s.restoration is None:
        return s
    one = AskedRecusal(
        d["recusal_id"], hand_from(d["officer"]), Body(d["body"]), RecusalGround(d["ground"]),
        d["reason"], hand_from(d), on=local_date(e.at),
        # Who acts for the bureau is a head, as requests of before did not say.
        of_head=d.get("of_head", d["body"] == Body.BUREAU),
    )  # fmt: skip
    return s.with_restoration(recusals=(*s.restoration.recusals, one))


def _recusal_decided(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    application = s.restoration
    if application is None:
        return s
    said = {"granted": d["approve"], "decided_by": hand_from(d), "answer": d["reasons"]}
    recusals = tuple(
        replace(one, **said) if one.recusal_id == d["recusal_id"] else one
        for one in application.recusals
    )
    gone = [
        (r.officer, r.reason) for r in recusals if r.recusal_id == d["recusal_id"] and r.granted
    ]
    named = {"decider": hand_from(d["decider"])} if d.get("decider") else {}
    return s.with_restoration(recusals=recusals, recused=(*application.recused, *gone), **named)


def _barred(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    bar = Bar(
        d["bar_id"], BarGround(d["ground"]), d["document_no"], d["reasons"], hand_from(d), e.at,
        date.fromisoformat(d["issued_on"]), paper=_enclosed(d, "paper"),
    )  # fmt: skip
    return replace(s, bars=(*s.bars, bar))


def _bar_lifted(s: PointsState, e: Event, d: Mapping[str, Any]) -> PointsState:
    lifted = {
        "lifted_by": hand_from(d),
        "lifted_at": e.at,
        "lifted_document_no": d["document_no"],
        "lifted_reasons": d["reasons"],
        "lifted_paper": _enclosed(d, "paper"),
    }
    own = next((bar for bar in s.bars if bar.bar_id == d["bar_id"]), None)
    if own is not None:
        rest = (replace(b, **lifted) if b.bar_id == own.bar_id else b for b in s.bars)
        return replace(s, bars=tuple(rest))
    # A bar by the case that the police had is known by the event alone.
    if of_case := d.get("of_case"):
        day = date.fromisoformat(of_case["issued_on"])
        at = datetime.fromisoformat(of_case["at"])
        ground, number = BarGround(d["ground"]), of_case["document_no"]
        bar = Bar(d["bar_id"], ground, number, of_case["reasons"], hand_from(of_case), at, day)
        return replace(s, bars=(*s.bars, replace(bar, **lifted)))
    # A bar that a score brought about was not on the list before.
    entry = s.entry(d["bar_id"])
    if entry is None:
        return s
    of_score = entry.bar(BarGround(d["ground"]))
    return replace(s, bars=(*s.bars, replace(of_score, **lifted)))


RESTORATION_FOLDS: dict[str, Fold] = {
    "RestorationApplied": _applied,
    "RestorationUnlisted": lambda s, e, d: s.with_restoration(batch=""),
    "RestorationListed": lambda s, e, d: s.with_restoration(batch=d["batch_id"]),
    "RestorationRecused": _recused,
    "RestorationRecusalRequested": _recusal_asked,
    "RestorationRecusalDecided": _recusal_decided,
    "StudyRecorded": _learned,
    "ExamRecorded": _learned,
    "LearningStruck": _struck,
    "RestorationSubmitted": _submitted,
    "PartyOpinionGiven": _opinion("party"),
    "RestorationSentToCentre": _to(Step.CENTRE),
    "RestorationReviewed": _reviewed,
    "RestorationSentToBureau": _to(Step.BUREAU),
    "RestorationDecided": _opinion("bureau"),
    "RestorationApproved": _approved,
    "RestorationReturned": _returned,
    "RestorationTurnedToParty": _turned,
    "RestorationResubmittedToParty": _asked_again,
    "RestorationResubmittedToCentre": _back_to(
        Step.CENTRE, RestorationPaper.REVIEW_FORM, RestorationPaper.APPROVAL
    ),
    "RestorationResubmittedToBureau": _back_to(Step.BUREAU, RestorationPaper.APPROVAL),
    "RestorationRefused": _refused,
    "RestorationPaperAttached": _paper,
    "RestorationServed": _served,
    "RestorationServiceCorrected": _service_corrected,
    "RestorationWithdrawn": _to(Step.WITHDRAWN),
    "RevocationProposed": _revocation,
    "RevocationStated": _revocation_said,
    "RevocationRefused": _revocation_over,
    "RevocationWithdrawn": _revocation_over,
    "RestorationRevoked": _revoked,
    "RestorationRemedyRecorded": _remedy,
    "RestorationRemedyClosed": _remedy_closed,
    "RestorationAnnounced": _announced,
    "RevocationStopped": _stopped,
    "RevocationResumed": _goes_on,
    "RestorationReopened": _reopened,
    "RestorationAnnulled": _annulled,
    "RevocationAnnulled": _revocation_annulled,
    "RestorationBarred": _barred,
    "RestorationBarLifted": _bar_lifted,
    "RestorationHalted": _halted,
    "HaltGroundEnded": _ground_ended,
    "RestorationResumed": _resumed,
    "RestorationAskedAnew": _asked_anew,
    "RestorationMoot": _moot,
    "RestorationDismissed": _dismissed,
    "DoctorReRegistered": _registered,
}
