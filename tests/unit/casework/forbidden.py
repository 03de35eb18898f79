"""What the law forbids, asserted of a step, of an event and of the states that they leave."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any

from random_bureau import DOCTOR, HOSPITAL
from random_measures import REGISTER

from casework.actors import BEAT, Actor, Role
from casework.cases.guards import damages_open, owed
from casework.cases.remedy import suspended_months
from casework.cases.stages import INVESTIGATING, MOVES
from casework.clocks.calendars import add_working_days, local_date
from casework.commands.case import DecideOnSpot, MitigationGround
from casework.commands.measures import EndMeasures, MeasureType
from casework.delegation.rows import never
from casework.documents.catalogue import form_of
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.law.collective import grounds
from casework.law.rows import parameter
from casework.law.surcharge import surcharge
from casework.ledger.accounts import Account
from casework.ledger.check import check
from casework.ledger.fold import fold_ledger
from casework.ledger.write_off import TO_PARTY, overpaid
from casework.lines.settle import netted
from casework.measures.area import meet
from casework.points.standing import Status, sanctions, standing, totals
from tests.unit.casework.forbidden_band import mitigated

#: What fewer than two officers never do (条例 29, 处罚法 42).
OF_TWO = frozenset(
    {"CaseFiled", "PenaltyProposed", "ReportWritten", "InspectionRecorded", "HoldRequested"}
    | {"NoticeServed", "DefenceRecorded", "LegalReviewSubmitted", "HearingHeld", "CaseDecided"}
)

#: What demands money back, or proposes to.
DEMANDS = frozenset(
    {"PenaltyProposed", "CaseDecided", "CaseDecidedOnSpot", "HandlingProposed", "HandlingDecided"}
)

BY_THE_HEAD = frozenset(
    {
        "CaseFiled",
        "CaseDeclined",
        "ClueExtended",
        "CaseClosed",
        "CaseDecided",
        "DecisionExtended",
        "CaseTerminated",
        "CourtApplied",
        "InstalmentsGranted",
    }
    | {"ReferralDecided", "InstalmentsRefused", "CaseTransferred", "ClueTransferred"}
)
#: What a leader decides of the officers' work (四眼原则): longer periods, rest and return, what is made
#: public, the way to the court, and what comes free or turns into another procedure.
OF_OTHERS = frozenset(
    {"ExtendClue", "ExtendDecision", "ExtendHold", "SuspendCase", "ContinueCase", "ConvertCase"}
    | {"ConvertToHandling", "ReleaseLines", "ReturnReferral", "DecidePublication", "ApplyToCourt"}
    | {"WithdrawPublication", "CloseCase", "TerminateCase", "FileCase", "DeclineCase", "WriteOff"}
    | {"DecideHold", "DecideHoldEnd", "ReversePayment", "CorrectService", "CorrectAnnouncement"}
    | {"TransferCase"}
)
#: What is decided on a proposal of an officer and the centre's opinion, and how those events begin.
SUBMITTED = {
    **dict.fromkeys(("CaseFiled", "CaseDeclined"), "Filing"),
    **dict.fromkeys(("ClueExtended", "DecisionExtended"), "Extension"),
    "CaseClosed": "Closing",
}
#: Ends of a case that no referral is passed by (310号 5, 11), and the steps at which it waits.
ENDS = frozenset(
    {"CaseDecided", "CaseDecidedOnSpot", "CaseTerminated", "CaseConverted", "ConvertedToHandling"}
    | {"HandlingDecided", "CaseDeclined", "CaseTransferred"}
)
WITH_OTHERS = frozenset({"reported", "approved", "sent", "received"})


def apart(one: Hand, other: Hand) -> bool:
    """Whether two hands belong to different humans; told here anew, not as the guards tell it."""
    return humans(one).isdisjoint(humans(other))


def humans(hand: Hand) -> set[str]:
    """Whoever signed, and whose signature it was."""
    return {hand.person} | ({hand.behalf.person} if hand.behalf else set())


def judge(bureau: Any, who: Actor, command: Any, before: Any, lengths: dict[str, int]) -> None:
    """All of it, for a command that was let through; `before` is the case, `lengths` the chains."""
    stream = before.stream
    by_other_eyes(bureau, command, before, lengths)
    signed(bureau, command, lengths)
    if isinstance(command, DecideOnSpot):
        here = {o.hand.person for o in before.officers if o.hand.account in command.officers}
        assert len(here) >= 2
    measures_lawful(bureau)
    after, chain = bureau.state(stream), bureau.streams[stream]
    moved(before, after)
    for event in chain[lengths.get(stream, 0) :]:
        event_lawful(event, who, before, after)
        if event.type in DEMANDS:
            still_lost(bureau, after)
        if event.type == "CaseDiscussed":
            _members(event, chain)
        if event.type in SUBMITTED:
            _three_hands(event, chain)
        if event.type == "ReferralSent":
            _with_letter(event, chain)
    case_lawful(after)
    appealable(bureau, after)
    money_adds_up(after, chain)
    ledger_balances(bureau, after)
    in_order(chain)
    file = bureau.state(f"points:{DOCTOR}")
    points_lawful(file)
    for event in bureau.streams[file.stream][lengths.get(file.stream, 0) :]:
        answered(bureau, event, file)


def by_other_eyes(bureau: Any, command: Any, before: Any, lengths: dict[str, int]) -> None:
    """What the leaders approve is none of their own work, whatever roles they hold beside."""
    if type(command).__name__ not in OF_OTHERS:
        return
    earlier = [*before.ever_officers]
    if type(command).__name__ in ("ConvertCase", "ReleaseLines"):
        earlier += before.handling_hands
    for event in bureau.streams[before.stream][lengths.get(before.stream, 0) :]:
        # The paper that an act rests on is brought by whoever has it.
        if event.type != "EvidenceAttached":
            assert all(apart(hand, hand_from(event.data)) for hand in earlier), event.type


def _three_hands(event: Event, chain: list[Event]) -> None:
    """Nobody decides what he proposed or reviewed, nor before others did both (局令4 第十四、十五、四十五、五十六条)."""
    matter = SUBMITTED[event.type]
    earlier = chain[: event.seq - 1]
    proposed = next(one for one in reversed(earlier) if one.type == f"{matter}Proposed")
    reviewed = next(one for one in reversed(earlier) if one.type == f"{matter}Reviewed")
    assert proposed.seq < reviewed.seq
    assert reviewed.data["outcome"] == "approved"
    hands = [hand_from(one.data) for one in (proposed, reviewed, event)]
    assert all(apart(one, other) for one, other in combinations(hands, 2)), event.type


def _members(event: Event, chain: list[Event]) -> None:
    """Neither officer nor legal reviewer of the case counts among those who discuss it (处罚法 57, 58)."""
    earlier = chain[: event.seq - 1]
    officers = (one for e in earlier if e.type == "OfficersAssigned" for one in e.data["officers"])
    reviewers = (e.data for e in earlier if e.type == "LegalityReviewed")
    worked = [hand_from(one) for one in (*officers, *reviewers)]
    for member in map(hand_from, event.data["members"]):
        assert all(apart(member, one) for one in worked)


def _with_letter(event: Event, chain: list[Event]) -> None:
    """The letter that goes to the police was issued since the head decided, stands, and is sealed (310号 6)."""
    earlier = chain[: event.seq - 1]
    decided = max(e.seq for e in earlier if e.type == "ReferralDecided")
    void = {e.data["issue_id"] for e in earlier if e.type == "FormVoided"}
    letters = [
        e.data["issue_id"]
        for e in earlier[decided:]
        if e.type == "FormIssued" and e.data["form_id"] == "crime_transfer"
    ]
    letter = next(one for one in reversed(letters) if one not in void)
    signed = {e.data["issue_id"]: e.data["evidence_id"] for e in earlier if e.type == "FormSigned"}
    dossier = next(e.data for e in reversed(earlier) if e.type == "DossierRecorded")
    assert (dossier["letter"], dossier["letter_scan"]) == (letter, signed[letter])
    assert event.data["letter"] == letter


def still_lost(bureau: Any, case: Any) -> None:
    """Nothing is demanded that came back of the lines before, whoever told of it."""
    lines = bureau.state(f"lines:{case.case_no}")
    at = {one.of.fixmedins_code for one in lines.lines.values()} if case.lines.listed else set()
    assert netted(lines, {code: bureau.state(f"refunds:{code}") for code in at}) == []


def answered(bureau: Any, event: Event, file: Any) -> None:
    """Other eyes answer an objection or annul a score, and an answer never adds points.

    Neither the recorder, nor whoever objected, nor the doctor himself under another account.

    A score that falls with its decision is nobody's judgement: a court's, or a review's.
    """
    if event.type in ("ObjectionResolved", "ScoreReviewed", "ScoreAnnulled"):
        entry = file.entry(event.data["entry_id"])
        assert entry.points <= entry.original_points
        if event.type != "ScoreAnnulled" or not _fell(bureau, file, entry.entry_id):
            by = hand_from(event.data)
            assert apart(entry.by, by)
            assert entry.objected_by is None or apart(entry.objected_by, by)
            assert not humans(by) & _doctor(bureau, file)
    if event.type in ("RestorationBarLifted", "RepairDecided"):
        assert not humans(hand_from(event.data)) & _doctor(bureau, file)


def _doctor(bureau: Any, file: Any) -> set[str]:
    """The human whose file it is."""
    code = file.prac_psn_code
    return {one.person for one in bureau.people.values() if one.prac_psn_code == code}


def _fell(bureau: Any, file: Any, entry_id: str) -> bool:
    """Whether the decision that the score rests on was set aside, or is to be made anew."""
    cases = (bureau.state(stream) for stream in list(bureau.streams) if stream.startswith("case:"))
    score = (file.prac_psn_code, entry_id)
    return any(score in case.scores and (case.annulled or case.former) for case in cases)


def moved(before: Any, after: Any) -> None:
    assert after.stage is before.stage or after.stage in MOVES[before.stage]


def event_lawful(event: Event, who: Actor, before: Any, after: Any) -> None:
    if event.type == "CaseDecided":
        _decided(event, before)
    if event.type == "HearingHeld":
        told, held = (date.fromisoformat(event.data[name]) for name in ("notified_on", "held_on"))
        assert add_working_days(told, 7) <= held
        assert before.hearing_requested_on <= told
        assert all(apart(hand_from(event.data["chair"]), hand) for hand in before.ever_officers)
    if event.type in ("CaseFiled", "CaseDeclined"):
        one, by = before.submissions["filing"], hand_from(event.data["by"])
        assert (one.outcome, one.decided_by) == ("approved", "head")
        assert len({hand.person for hand in (one.by, one.reviewed_by, by)}) == 3
    if event.type == "HearingReported":
        assert before.hearing_chair.same(hand_from(event.data["by"]))
    if event.type in ("LegalReviewSubmitted", "CaseDecided") and before.hearing_seq:
        signed = {form.form_id for form in before.forms if form.signed and not form.void}
        assert {"hearing_record", "hearing_report"} <= signed
    if event.type == "CaseDecidedOnSpot":
        limit = parameter("simple_amount_institution", date(2026, 1, 1)).value
        assert Decimal(str(event.data["fine"])) <= Decimal(limit)
        assert len({o.hand.person for o in before.officers}) >= 2
    if event.type in ("ProposalReviewed", "HandlingDecided", "LegalityReviewed"):
        _other_eyes(event, before)
    if event.type == "HandlingDefended":
        assert Role.INSURANCE_OFFICE in who.roles or event.data["how"] == "silent"
    if event.type == "ReferralDecided":
        assert Role.HEAD in who.roles
        assert "on_behalf_of" not in event.data["by"]
    if event.type == "PenaltyProposed" and before.contested is not None:
        proposal, earlier = after.proposal, before.contested
        assert proposal.fine <= earlier.fine or proposal.new_facts
        assert (proposal.suspension_months or 0) <= (earlier.suspension_months or 0) or (
            proposal.new_facts
        )
    recovered = event.type == "PaymentRecorded" and event.data["kind"] == "recovery"
    if recovered and before.decision is not None:
        assert after.recovered <= before.decision.recovery
    if event.type == "DecisionServed":
        _effective(before)
    if event.type in OF_TWO:
        assert len({o.hand.person for o in before.officers}) >= 2
    if event.type == "InvestigationStarted":
        # The form under which the case was filed came back signed (局令4 第十五条).
        assert any(f.form_id == "filing" and f.signed and not f.void for f in before.forms)
    if event.type == "OfficersAssigned":
        assert len({o.hand.person for o in after.officers}) >= 2
    if event.type == "PenaltyProposed":
        _inside_the_band(after)
    if event.type == "NoticeServed":
        assert before.proposal.outcome == "approved"
        _issued(event, before, before.proposal.at)
    if event.type == "FinePressed":
        _issued(event, before, before.decision.at)
    if event.type == "HandlingNotified":
        _issued(event, before, before.opened_at)
    if event.type == "HandlingServed":
        _issued(event, before, before.decision.at)
    if event.type == "CaseDecided":
        assert len({hand.person for hand in before.ever_officers}) >= 2
    if event.type == "ScoreLinked":
        # No score before the decision has effect.
        assert before.served_on is not None
    if event.type == "DecisionChanged":
        _lowered(before, after)
    if event.type in ENDS:
        assert before.referral is None or before.referral.status not in WITH_OTHERS
    if event.type == "CourtApplied":
        _in_time(event, before)
    if event.type == "MoneyPaidBack":
        _paid_back_once(event, before, after)
    if event.type == "InstalmentsGranted":
        granted = sum(Decimal(str(one["amount"])) for one in event.data["instalments"])
        assert granted == before.decision.fine - before.fines_paid - before.fines_written_off


def _in_time(event: Event, case: Any) -> None:
    """The demand's ten working days and the time to sue are over, the court's three months are not."""
    today = local_date(event.at)
    assert add_working_days(case.pressed_on, 10) < today
    kept = case.surcharges_paid - case.surcharges_back
    assert kept + Decimal(str(event.data["surcharge"])) <= case.decision.fine
    if case.remedies or case.court_refused_on or case.put_off_days:
        return
    # Six months to sue (on the spot sixty days to ask for the review that comes first) and three to
    # apply, either with days off at its end.
    least = timedelta(days=60 if case.on_spot else 180)
    assert least < today - case.served_on <= timedelta(days=9 * 31 + 20)


def _paid_back_once(event: Event, before: Any, after: Any) -> None:
    """Of what came in nothing goes back twice, and nothing that a standing decision asks for."""
    name = {"fine": "fines_paid", "recovery": "recovered", "damages": "damages_paid"}.get(
        str(event.data["kind"]), "surcharges_paid"
    )
    was, now = getattr(before, name), getattr(after, name)
    assert Decimal(0) <= now < was
    if before.decision is not None and not before.annulled and name in ("fines_paid", "recovered"):
        asked = before.decision.fine if name == "fines_paid" else before.decision.recovery
        assert now >= min(was, asked)


def _lowered(before: Any, after: Any) -> None:
    """Review and suit never aggravate, and what they change gets less somewhere (处罚法 45; 复议法)."""
    was, now = before.decision, after.decision
    pairs = [(was.fine, now.fine), (was.recovery, now.recovery), (was.damages, now.damages)]
    pairs.append((suspended_months(before), suspended_months(after)))
    assert all(lower <= higher for higher, lower in pairs)
    assert any(lower < higher for higher, lower in pairs)


def _issued(event: Event, before: Any, since: Any) -> None:
    """What is served was issued since then, numbered where it has a series, and is not void."""
    [paper] = [one for one in before.forms if one.issue_id == event.data["issue_id"]]
    assert not paper.void
    assert paper.at >= since
    assert paper.number or not form_of(paper.form_id).series


def _other_eyes(event: Event, before: Any) -> None:
    """Nobody approves or reviews what he worked on or proposed, under whatever account."""
    earlier = {
        "ProposalReviewed": lambda: (before.proposal.by, *before.ever_officers),
        "HandlingDecided": lambda: before.handling_hands,
        "LegalityReviewed": lambda: before.ever_officers,
    }[event.type]()
    assert all(apart(hand, hand_from(event.data)) for hand in earlier)


def _inside_the_band(case: Any) -> None:
    proposal = case.proposal
    if proposal.no_penalty is not None:
        assert (proposal.fine, proposal.multiple, proposal.suspension_months) == (0, None, None)
        return
    if mitigated(case, proposal):
        _below_on_a_ground(case)


def _below_on_a_ground(case: Any) -> None:
    """A penalty below the band rests on a worksheet that names its ground and says why (处罚法 32)."""
    proposal = case.proposal
    assert proposal.below_band
    [sheet] = [one for one in case.worksheets if one.worksheet_id == proposal.worksheet_id]
    assert sheet.basis.mitigation in {one.value for one in MitigationGround}
    assert sheet.basis.departure.strip()
    assert (sheet.basis.multiple, sheet.fine) == (proposal.multiple, proposal.fine)


def _effective(case: Any) -> None:
    """Two papers of this decision came back: signed by the head, sealed by the bureau."""
    kept = [f for f in case.forms if f.seq >= case.decision.seq and f.signed and not f.void]
    made = {form.form_id: form.signed for form in kept}
    document = "decision" if case.decision.ruling == "penalty" else "no_penalty"
    signed = {made.get("decision_approval"), made.get(document)}
    assert None not in signed
    assert len(signed) == 2
    assert signed <= {item.evidence_id for item in case.evidence}


def _decided(event: Event, case: Any) -> None:
    proposal, by = case.proposal, hand_from(event.data)
    if proposal.no_penalty is None:
        assert case.notice_on is not None
        assert case.defence is not None or case.hearing_held
    else:
        assert event.data["ruling"] == "no_penalty"
    assert case.legal_opinion == "agree"
    assert proposal.outcome == "approved"
    hands = [case.reviewer, proposal.reviewed_by, *(p.by for p in case.proposals)]
    assert all(apart(hand, by) for hand in (*hands, *case.ever_officers) if hand)
    if event.data["ruling"] == "no_penalty":
        assert case.discussed == proposal.proposal_id
        return
    if grounds(case, proposal):
        assert case.discussed == proposal.proposal_id
    if mitigated(case, proposal):
        _below_on_a_ground(case)
        assert case.discussed == proposal.proposal_id


def beat(bureau: Any) -> list[str]:
    """What the minute's beat tells of measures that have run out, each once."""
    told: list[str] = []
    for stream in [key for key in bureau.streams if key.startswith("measures:")]:
        ends = bureau.state(stream).next_end()
        if ends is not None and ends <= bureau.at:
            told += bureau.do(BEAT, EndMeasures(stream=stream))
            assert bureau.do(BEAT, EndMeasures(stream=stream)) == []
    return told


def signed(bureau: Any, command: Any, lengths: dict[str, int]) -> None:
    """Who decided held the role, or signed for one who does: within his mandate, never the never."""
    act = type(command).__name__
    register = {x.delegation_id: x for x in bureau.state(REGISTER).delegations}
    for stream, chain in bureau.streams.items():
        for event in chain[lengths.get(stream, 0) :]:
            by = event.data.get("by")
            if not isinstance(by, dict):
                continue
            roles = bureau.people[event.actor].roles if event.actor in bureau.people else set()
            if "delegation_id" in by:
                mandate = register[by["delegation_id"]]
                assert mandate.holds(event.at)
                assert act in mandate.acts
                assert act not in never()
                assert by["person"] != by["on_behalf_of"]["person"]
                roles = bureau.people[mandate.principal.account].roles
            if event.type in BY_THE_HEAD:
                assert Role.HEAD in roles, event.type


def measures_lawful(bureau: Any) -> None:
    """No measure holds past its end, decided by its proposer, or against the rule of overlaps."""
    for stream in [key for key in bureau.streams if key.startswith("measures:")]:
        state = bureau.state(stream)
        for one in state.measures:
            decided = one.decided_at is not None and not one.refused
            if decided and one.case_no is None:
                assert apart(one.by, one.decided_by)
            if one.row.personal and decided:
                assert Role.HEAD in bureau.people[one.decided_by.account].roles
                assert one.decided_by.behalf is None
            if one.over_at is not None:
                assert not one.holds(one.over_at)
        told = [e.data["ended_at"] for e in bureau.streams[stream] if e.type == "MeasureExpired"]
        assert len(told) == len(
            {e.data["measure_id"] for e in bureau.streams[stream] if e.type == "MeasureExpired"}
        )
        held = [m for m in state.holding(bureau.at) if m.row.timed]
        for n, one in enumerate(held):
            for other in held[n + 1 :]:
                assert one.kind is not other.kind or not meet(one.area, other.area)
        ended = [m for m in state.holding(bureau.at) if m.kind is MeasureType.TERMINATE]
        assert len(ended) <= 1 or not meet(ended[0].area, ended[1].area)


def case_lawful(case: Any) -> None:
    if case.stage in INVESTIGATING and not case.recusals:
        assert len({o.hand.person for o in case.officers}) >= 2
    for proposal in case.proposals:
        if proposal.reviewed_by is not None:
            assert apart(proposal.by, proposal.reviewed_by)
    # What a served decision rests on is neither void nor exchanged.
    standing_papers = {form.signed for form in case.forms if not form.void}
    assert set(case.effect) <= standing_papers


def appealable(bureau: Any, case: Any) -> None:
    """What a judgment that may be appealed leaves stopped stays so, and nothing is added to the fine."""
    for one in case.standing_remedies:
        if one.instance not in ("appealable_judgment", "appealable_ruling"):
            continue
        last = one.in_force_on - timedelta(days=1)
        assert (last - (one.received_on or one.decided_on)).days >= 10
        assert surcharge(case, last) == surcharge(case, one.filed_on)
        if one.carries_stop and bureau.today < one.in_force_on:
            for stream in case.measured:
                found = bureau.state(stream).measures
                mine = [m for m in found if m.case_no == case.case_no and m.penal]
                assert not any(m.holds(bureau.at) for m in mine)


def money_adds_up(case: Any, events: list[Event]) -> None:
    """What came in is what was recorded, kind by kind, and never more than is owed."""
    paid = {kind: Decimal(0) for kind in ("fine", "recovery", "surcharge", "damages")}
    for event in events:
        if event.type in ("PaymentRecorded", "MoneyPaidBack", "PaymentReversed"):
            sign = 1 if event.type == "PaymentRecorded" else -1
            paid[str(event.data["kind"])] += sign * Decimal(str(event.data["amount"]))
    assert paid == {
        "fine": case.fines_paid,
        "recovery": case.recovered,
        "surcharge": case.surcharges_paid,
        "damages": case.damages_paid,
    }
    gone = [e.data["amount"] for e in events if e.type == "MoneyPaidBack"]
    assert sum(one.amount for one in case.payments) == sum(paid.values()) + sum(map(Decimal, gone))
    if case.decision is not None and not case.changed:
        # Of a handling the state keeps no event of its decision.
        handled = [event.seq for event in events if event.type == "HandlingDecided"]
        decided = case.decision.seq or max(handled, default=0)
        # What was paid upon a decision that fell may be more than one made anew asks: then nothing joins it.
        for kind, all_paid in (("fine", case.fines_paid), ("surcharge", case.surcharges_paid)):
            since = sum(
                Decimal(str(event.data["amount"]))
                for event in events
                if event.type == "PaymentRecorded"
                and event.data["kind"] == kind
                and event.seq > decided
            )
            assert all_paid <= max(case.decision.fine, all_paid - since)


def ledger_balances(bureau: Any, case: Any) -> None:
    """Every entry balances, nothing is below nothing, and all agrees to the cent."""
    ledger = fold_ledger(case.case_no, bureau.streams[case.stream])
    assert all(entry.balanced for entry in ledger.entries)
    assert overpaid(case) == sum(ledger.of(one) for one in TO_PARTY.values())
    assert damages_open(case) == ledger.of(Account.DAMAGES_DUE)
    assert owed(case) == ledger.of(Account.DEMANDED) + ledger.of(Account.FINE_DUE)
    lines, book = bureau.state(f"lines:{case.case_no}"), bureau.state(f"refunds:{HOSPITAL}")
    # A refund that is entered after the demand is told by the check, and written off by the head.
    late = "一条明细只追回一次"
    wrong = [one for one in check(ledger, case, lines, [book]) if not one.agrees]
    assert [one for one in wrong if not one.zh.startswith(late)] == []
    _once(book)


def _once(book: Any) -> None:
    """Cases together never claim more of a line than the fund paid for it."""
    for line_id, claims in book.claims.items():
        whole = {"M1/1": Decimal(400), "M1/2": Decimal(400)}.get(line_id, Decimal(4113))
        assert sum(claims.values()) <= whole


def in_order(events: list[Event]) -> None:
    """Between the latest return and each decision stand notice, legal review and approval, in order."""
    for end, event in enumerate(events):
        if event.type == "CaseDecided":
            _led_to(events[:end])


def _led_to(events: list[Event]) -> None:
    """The way to a decision, since the investigation was opened again or another was made."""
    kinds = [event.type for event in events]
    anew = ("InvestigationReopened", "CaseDecided")
    start = max((n for n, kind in enumerate(kinds) if kind in anew), default=0)
    path = kinds[start:]
    proposed = [event for event in events[start:] if event.type == "PenaltyProposed"]
    # Nobody is told of a penalty that is not proposed.
    told = [] if proposed and proposed[-1].data.get("no_penalty") else ["NoticeServed"]
    steps = [
        "PenaltyProposed",
        "ProposalReviewed",
        *told,
        "LegalReviewSubmitted",
        "LegalityReviewed",
    ]
    # Of each the last: what was told, submitted or reviewed again counts.
    places = [len(path) - 1 - path[::-1].index(step) for step in steps]
    assert places == sorted(places)
    opinion = events[start + places[-1]]
    assert opinion.data["opinion"] == "agree"
    _heard_before(path, places[-2])


def _heard_before(path: list[str], submitted: int) -> None:
    """Whoever asked to be heard was heard, or gave it up, before the legal review (处罚法 58)."""
    asked = [n for n, kind in enumerate(path) if kind == "HearingRequested"]
    if not asked:
        return
    ends = [n for n, kind in enumerate(path) if kind in ("HearingHeld", "HearingEnded")]
    assert ends
    assert asked[-1] < ends[-1] < submitted
    if path[ends[-1]] == "HearingHeld":
        named = path.index("HearingChairDesignated")
        assert named < ends[-1]
        assert ends[-1] < path.index("HearingReported", ends[-1]) < submitted


def points_lawful(file: Any) -> None:
    for year in totals(file):
        # A total stops at nothing; so what was taken off is set against all that was ever recorded.
        scored = sum(e.original_points for e in file.entries if e.counted_on.year == year)
        off = [r.points for r in file.repairs if r.decided_on and r.decided_on.year == year]
        assert sum(off) <= scored
    assert all(entry.points >= 0 for entry in file.entries)
    for sanction in sanctions(file):
        if sanction.kind is not Status.TERMINATED or not sanction.national or not sanction.until:
            continue
        new_year = date(sanction.starts.year + 1, 1, 1)
        for day in (sanction.starts, new_year, sanction.until):
            if sanction.starts <= day <= sanction.until:
                assert standing(file, day).status is not Status.NORMAL
