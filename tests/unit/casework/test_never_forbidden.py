"""No sequence of 200 random commands by random people reaches a state that the law forbids.

Forbidden: one person proposes and approves; a decision without notice, without legal review, not by
the head, by fewer than two officers; a multiple outside the band without ground and discussion; a
heavier penalty because of a defence; points below zero or revived by New Year while banned; a yuan
recovered twice, also through conversions; a measure past its end; a signature outside a mandate; money that does not add up; a refusal that writes.
"""

import sys
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from random_bureau import DOCTOR, HOSPITAL, choose, crowd, points, scans, seats
from random_measures import REGISTER

from casework.actors import BEAT, Actor, Role
from casework.cases.stages import INVESTIGATING, MOVES
from casework.commands import case as c
from casework.commands.measures import EndMeasures, MeasureType
from casework.decide import next_actions
from casework.delegation.rows import never
from casework.events import Event, Intact, verify_chain
from casework.hands import hand_from
from casework.law.collective import grounds
from casework.law.rows import article, parameter
from casework.ledger.check import check
from casework.ledger.fold import fold_ledger
from casework.measures.plan import meet
from casework.points.standing import Status, sanctions, standing, totals
from casework.refusal import Refusal

PATHS = (c.Path.ADMINISTRATIVE, c.Path.ADMINISTRATIVE, c.Path.ADMINISTRATIVE, c.Path.AGREEMENT)
BANNED = "(a national ban)"
WANTED = {
    BANNED,
    *("HearingHeld", "PaymentRecorded", "RemedyClosed", "CaseClosed", "FormVoided"),
    *(
        "CaseDecided",
        "DecisionServed",
        "HandlingDecided",
        "CaseDiscussed",
        "ScoreRecorded",
        "MeasureImposed",
    ),
    *("MeasureExpired", "SignatureDelegated", "CaseConverted", "ConvertedToHandling"),
}


def walk(bureau: Any, seed: int, steps: int = 200) -> Counter[str]:
    """Take a random walk, checking the law after each step; returns the events that happened.

    When a case is over, the next one is opened: one doctor's file runs through all of them.
    """
    rng = Random(seed)
    people = crowd(rng)
    seats(bureau, people)
    seen: Counter[str] = Counter()
    number, no, idle = 0, "", 0
    for _ in range(steps):
        if not no or not bureau.state(f"case:{no}").is_open or idle > 60:
            number, idle = number + 1, 0
            no = bureau.opened(f"C{number}", rng.choice(PATHS))
            for scan in scans(no):
                bureau.evidence(scan)
        stream = f"case:{no}"
        before = bureau.state(stream)
        lengths = {key: len(chain) for key, chain in bureau.streams.items() if chain}
        who, command = choose(bureau, rng, people, no)
        try:
            kinds = bureau.do(who, command)
        except Refusal:
            assert {key: len(chain) for key, chain in bureau.streams.items() if chain} == lengths
            bureau.at += timedelta(days=rng.choice((0, 0, 1, 3)))
            idle += 1
            continue
        seen.update(kinds)
        seen.update(_beat(bureau))
        _signed(bureau, command, lengths)
        _measures(bureau)
        after = bureau.state(stream)
        _moved(before, after)
        for event in bureau.streams[stream][lengths.get(stream, 0) :]:
            _event(event, who, before, after)
        _case(after)
        _money(after, bureau.streams[stream])
        _ledger(bureau, after)
        _order(bureau.streams[stream])
        file = bureau.state(f"points:{DOCTOR}")
        _points(file)
        seen.update(BANNED for one in sanctions(file) if one.national and one.until)
    for chain in bureau.streams.values():
        assert isinstance(verify_chain(chain), Intact)
    return seen


def walk_file(bureau: Any, seed: int, steps: int = 200) -> Counter[str]:
    """The same for one doctor's file over some years; the points are checked after each step."""
    rng = Random(seed)
    people = crowd(rng)
    seats(bureau, people)
    seen: Counter[str] = Counter()
    stream = f"points:{DOCTOR}"
    for _ in range(steps):
        length = len(bureau.streams[stream])
        who, commands = rng.choice(people), points("C1", rng, bureau)
        offered = {one.name for one in next_actions(bureau.state(stream), who, bureau.at)}
        likely = [command for command in commands if type(command).__name__ in offered]
        if likely and rng.random() < 0.7:
            commands = likely
        try:
            seen.update(bureau.do(who, rng.choice(commands)))
        except Refusal:
            assert len(bureau.streams[stream]) == length
        bureau.at += timedelta(days=rng.choice((0, 0, 0, 1, 9)))
        file = bureau.state(stream)
        _points(file)
        for event in bureau.streams[stream][length:]:
            _resolved(event, file)
        seen.update(BANNED for one in sanctions(file) if one.national and one.until)
    assert isinstance(verify_chain(bureau.streams[stream]), Intact)
    return seen


def _resolved(event: Event, file: Any) -> None:
    """Other eyes answer an objection or annul a score, and an answer never adds points."""
    if event.type in ("ObjectionResolved", "ScoreAnnulled"):
        entry = file.entry(event.data["entry_id"])
        assert not entry.by.same(hand_from(event.data))
        assert entry.points <= entry.original_points


def _moved(before: Any, after: Any) -> None:
    assert after.stage is before.stage or after.stage in MOVES[before.stage]


def _event(event: Event, who: Actor, before: Any, after: Any) -> None:
    if event.type == "CaseDecided":
        _decided(event, before)
    if event.type == "CaseDecidedOnSpot":
        limit = parameter("simple_amount_institution", date(2026, 1, 1)).value
        assert Decimal(str(event.data["fine"])) <= Decimal(limit)
        assert len({o.hand.person for o in before.officers}) >= 2
    if event.type == "ProposalReviewed":
        assert not before.proposal.by.is_actor(who)
        assert not any(hand.is_actor(who) for hand in before.ever_officers)
    if event.type == "HandlingDecided":
        assert not any(hand.is_actor(who) for hand in before.handling_hands)
    if event.type == "HandlingDefended":
        assert Role.INSURANCE_OFFICE in who.roles or event.data["how"] == "silent"
    if event.type == "ReferralDecided":
        assert Role.HEAD in who.roles
        assert "on_behalf_of" not in event.data["by"]
    if event.type == "LegalityReviewed":
        assert not any(hand.is_actor(who) for hand in before.ever_officers)
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
    if event.type in ("PenaltyProposed", "ReportWritten", "InspectionRecorded", "HoldRequested"):
        assert len({o.hand.person for o in before.officers}) >= 2
    if event.type == "CaseDecided":
        assert len({hand.person for hand in before.ever_officers}) >= 2
    if event.type == "ScoreLinked":
        # No score before the decision has effect.
        assert before.served_on is not None
    if event.type == "DecisionChanged":
        assert after.decision.fine < before.decision.fine


def _effective(case: Any) -> None:
    """Two papers of this decision came back: signed by the head, sealed by the bureau."""
    kept = [f for f in case.forms if f.seq >= case.decision.seq and f.signed and not f.void]
    made = {form.form_id: form.signed for form in kept}
    document = "decision" if case.decision.ruling == "penalty" else "no_penalty"
    signed = {made["decision_approval"], made[document]}
    assert len(signed) == 2
    assert signed <= {item.evidence_id for item in case.evidence}


def _decided(event: Event, case: Any) -> None:
    proposal, by = case.proposal, hand_from(event.data)
    assert case.notice_on is not None
    assert case.defence is not None or case.hearing_held
    assert case.legal_opinion == "agree"
    assert proposal.outcome == "approved"
    hands = [case.reviewer, proposal.reviewed_by, *(p.by for p in case.proposals)]
    assert not any(hand.same(by) for hand in (*hands, *case.ever_officers) if hand)
    if event.data["ruling"] == "no_penalty":
        assert case.discussed == proposal.proposal_id
        return
    if grounds(case, proposal):
        assert case.discussed == proposal.proposal_id
    row = article(proposal.article_id, case.conduct_to)
    assert proposal.multiple <= row.multiple_max
    if proposal.multiple < row.multiple_min:
        assert proposal.below_band
        assert case.discussed == proposal.proposal_id
    assert abs(proposal.fine - proposal.base_loss * proposal.multiple) <= Decimal("0.005")


def _beat(bureau: Any) -> list[str]:
    """What the minute's beat tells of measures that have run out, each once."""
    told: list[str] = []
    for stream in [key for key in bureau.streams if key.startswith("measures:")]:
        ends = bureau.state(stream).next_end()
        if ends is not None and ends <= bureau.at:
            told += bureau.do(BEAT, EndMeasures(stream=stream))
            assert bureau.do(BEAT, EndMeasures(stream=stream)) == []
    return told


def _signed(bureau: Any, command: Any, lengths: dict[str, int]) -> None:
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
            if event.type in ("CaseDecided", "DecisionExtended", "CaseTerminated"):
                assert Role.HEAD in roles, event.type


def _measures(bureau: Any) -> None:
    """No measure holds past its end, decided by its proposer, or against the rule of overlaps."""
    for stream in [key for key in bureau.streams if key.startswith("measures:")]:
        state = bureau.state(stream)
        for one in state.measures:
            if one.imposed and one.case_no is None:
                assert not one.by.same(one.decided_by)
            if one.row.personal and one.imposed:
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


def _case(case: Any) -> None:
    if case.stage in INVESTIGATING and not case.recusals:
        assert len({o.hand.person for o in case.officers}) >= 2
    for proposal in case.proposals:
        if proposal.reviewed_by is not None:
            assert not proposal.by.same(proposal.reviewed_by)
    # What a served decision rests on is neither void nor exchanged.
    standing_papers = {form.signed for form in case.forms if not form.void}
    assert set(case.effect) <= standing_papers


def _money(case: Any, events: list[Event]) -> None:
    """What came in is what was recorded, kind by kind, and never more than is owed."""
    paid = {kind: Decimal(0) for kind in ("fine", "recovery", "surcharge", "damages")}
    for event in events:
        if event.type == "PaymentRecorded":
            paid[str(event.data["kind"])] += Decimal(str(event.data["amount"]))
    assert paid == {
        "fine": case.fines_paid,
        "recovery": case.recovered,
        "surcharge": case.surcharges_paid,
        "damages": case.damages_paid,
    }
    assert sum(one.amount for one in case.payments) == sum(paid.values())
    if case.decision is not None and not case.changed:
        assert case.fines_paid <= case.decision.fine
        assert case.surcharges_paid <= case.decision.fine


def _ledger(bureau: Any, case: Any) -> None:
    """Every entry balances, nothing is below nothing, and all agrees to the cent."""
    ledger = fold_ledger(case.case_no, bureau.streams[case.stream])
    assert all(entry.balanced for entry in ledger.entries)
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


def _order(events: list[Event]) -> None:
    """Between the latest return and a decision stand notice, legal review and approval, in order."""
    kinds = [event.type for event in events]
    if "CaseDecided" not in kinds:
        return
    end = kinds.index("CaseDecided")
    start = max(
        (n for n, kind in enumerate(kinds[:end]) if kind == "InvestigationReopened"), default=0
    )
    path = kinds[start:end]
    steps = ["PenaltyProposed", "ProposalReviewed", "NoticeServed", "LegalReviewSubmitted"]
    places = [path.index(step) for step in steps]
    assert places == sorted(places)


def _points(file: Any) -> None:
    assert all(total >= 0 for total in totals(file).values())
    assert all(entry.points >= 0 for entry in file.entries)
    for sanction in sanctions(file):
        if sanction.kind is not Status.TERMINATED or not sanction.national or not sanction.until:
            continue
        new_year = date(sanction.starts.year + 1, 1, 1)
        for day in (sanction.starts, new_year, sanction.until):
            if sanction.starts <= day <= sanction.until:
                assert standing(file, day).status is not Status.NORMAL


@settings(max_examples=6)
@given(seed=st.integers(0, 2**32))
@example(seed=3752)  # damages paid under the agreement, then a penalty decision
def test_two_hundred_random_commands(new_bureau: Any, seed: int) -> None:
    walk(new_bureau(), seed)


@settings(max_examples=6)
@given(seed=st.integers(0, 2**32))
def test_two_hundred_random_commands_on_a_doctors_file(new_bureau: Any, seed: int) -> None:
    walk_file(new_bureau(), seed)


def test_the_walks_on_a_file_reach_bans_and_changed_scores(new_bureau: Any) -> None:
    wanted = {BANNED, "ScoreRecorded", "ObjectionResolved", "ScoreAnnulled", "ScoreObjected"}
    seen: Counter[str] = Counter()
    for seed in range(12):
        seen += walk_file(new_bureau(), seed)
        if seen.keys() >= wanted:
            break
    assert seen.keys() >= wanted


def test_the_walks_get_far_enough_to_mean_something(new_bureau: Any) -> None:
    """Among them are decisions, handlings, referrals, scores: the checks above were really asked."""
    seen: Counter[str] = Counter()
    for seed in range(30):
        seen += walk(new_bureau(), seed)
        if seen.keys() >= WANTED:
            break
    assert seen.keys() >= WANTED
