"""No sequence of 200 random commands by random people reaches a state that the law forbids.

Forbidden: one person proposes and approves; a case filed, prolonged or closed by who proposed it, or before
the centre's opinion; an investigation before the signed form of the filing; a decision without notice, without legal review, not by
the head, by fewer than two officers; a multiple outside the band without ground and discussion; a
heavier penalty because of a defence; points below zero or revived by New Year while banned; a doctor
restored by fewer than three bodies, by himself, without registration or while his institution owes the
refund; points repaired by one hand, twice, or beyond the year's four; a yuan recovered twice, also
through conversions; a measure past its end; a signature outside a mandate; money that does not add up;
a refusal that writes.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from forbidden import answered, beat, judge, points_lawful
from forbidden_restoration import restoration_lawful
from random_bureau import DOCTOR, by_others, choose, crowd, points, pool, scans, seats
from random_measures import mandated
from random_restoration import (
    BACK,
    DECIDED,
    REST,
    choose_on_file,
    county,
    places,
    ready,
    restorations,
    thinned,
    twins,
)

from casework.actors import Actor
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import measures as m
from casework.commands import points as p
from casework.commands import referral as r
from casework.events import Event, Intact, verify_chain
from casework.points.standing import sanctions
from casework.refusal import Refusal

PATHS = (c.Path.ADMINISTRATIVE, c.Path.ADMINISTRATIVE, c.Path.ADMINISTRATIVE, c.Path.AGREEMENT)
#: Acts that could bring about what the law forbids.
DECISIVE = (
    *(c.AssignOfficers, c.FileCase, c.WriteReport, c.RecordInspection, c.RequestHold),
    *(c.DrawWorksheet, c.ProposePenalty, c.ReviewProposal, c.ServeNotice, c.SubmitLegalReview),
    *(c.ReviewLegality, c.DecideCase, c.DecideOnSpot, c.TerminateCase, c.ServeDecision),
    *(c.JudgeLines, c.RecordPayment, c.WriteOff, c.CloseRemedy, a.DecideHandling),
    *(p.RecordScore, p.ResolveObjection, p.AnnulScore, r.DecideReferral, c.CloseCase),
)
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
#: A walk that comes to the end of a case, tried first: others are for when the acts change.
FAR = 462


def walk(bureau: Any, seed: int, steps: int = 200, *, restoring: bool = False) -> Counter[str]:
    """Take a random walk, checking the law after each step; returns the events that happened.

    When a case is over, the next one is opened: one doctor's file runs through all of them. With
    `restoring` the county rule is enabled, and half of the steps are taken on the file.
    """
    rng, tries = Random(seed), Random(seed)
    people = crowd(rng)
    seats(bureau, people)
    if restoring:
        county(bureau)
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
        file = bureau.state(f"points:{DOCTOR}")
        if restoring and rng.random() < 0.5:
            commands = [*points(no, rng, bureau), *restorations(rng, bureau)]
            commands = thinned(commands, rng, file, national=False)
            who, command = choose_on_file(file, bureau.at, rng, people, commands)
        else:
            who, command = choose(bureau, rng, people, no)
        try:
            kinds = bureau.do(who, command)
        except Refusal:
            assert {key: len(chain) for key, chain in bureau.streams.items() if chain} == lengths
            bureau.at += timedelta(days=rng.choice((0, 0, 1, 3)))
            idle += 1
            continue
        seen.update(kinds)
        seen.update(beat(bureau))
        judge(bureau, who, command, before, lengths)
        if restoring:
            file_lawful(bureau, lengths.get(file.stream, 0), file)
            bureau.restoration_signed(DOCTOR)
        turned = _turning(bureau.state(stream)) != _turning(before)
        if tries.random() < (0.4 if turned else 0.02):
            tries.choice((attack, attack, attack_by_one, attack_on_settlement))(
                bureau, tries, people, no
            )
        file = bureau.state(f"points:{DOCTOR}")
        seen.update(BANNED for one in sanctions(file) if one.national and one.until)
    for chain in bureau.streams.values():
        assert isinstance(verify_chain(chain), Intact)
    return seen


def _turning(case: Any) -> tuple[Any, ...]:
    """What changes when other acts become possible."""
    closing = case.submissions.get(c.Matter.CLOSING)
    return case.stage, case.officers, len(case.proposals), case.discussed, closing


def attack(bureau: Any, rng: Random, people: list[Actor], no: str) -> None:
    """Everybody tries every decisive act as things stand: what is let through has to be lawful.

    Nothing of it stays. So a guard that is missing is found in every walk that comes past it, and not
    only in one that happens to send the wrong person there.
    """
    before, states = bureau.state(f"case:{no}"), dict[str, Any]()
    lengths = {key: len(chain) for key, chain in bureau.streams.items() if chain}
    commands = [one for one in pool(bureau, rng, people, no) if isinstance(one, DECISIVE)]
    commands += by_others(no, before, bureau.today)
    for who in mandated(bureau, people):
        for command in commands:
            try:
                events = bureau.would(who, command, states)
            except Refusal:
                continue
            with kept(bureau, events):
                judge(bureau, who, command, before, lengths)


def attack_by_one(bureau: Any, rng: Random, people: list[Actor], no: str) -> None:
    """The same, had an officer just withdrawn, so that one alone is left in charge."""
    case = bureau.state(f"case:{no}")
    if not case.officers:
        return
    out = c.RequestRecusal(
        case_no=no, officer=case.officers[0].hand.account, ground=c.RecusalGround.KIN, reason="x"
    )
    for asked in allowed(bureau, people, out):
        with kept(bureau, asked):
            gone = f"B{len(case.recusals) + 1}"
            yes = c.DecideRecusal(case_no=no, recusal_id=gone, approve=True, reasons="x")
            for decided in allowed(bureau, people, yes):
                with kept(bureau, decided):
                    attack(bureau, rng, people, no)


def attack_on_settlement(bureau: Any, rng: Random, people: list[Actor], no: str) -> None:
    """The same, had somebody just proposed to stop settlement for refusal: the head alone decides that."""
    before = bureau.state(f"case:{no}")
    own = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": "H34162300077"}
    lengths = {key: len(chain) for key, chain in bureau.streams.items() if chain}
    asked = m.ProposeMeasure(
        **own, subject_name="x", term="tiaoli-30-refusal", document_no="x", reasons="x"
    )
    for proposed in allowed(bureau, people, asked):
        with kept(bureau, proposed):
            for who in mandated(bureau, people):
                for act in (m.StopSettlement, m.DecideMeasure):
                    try:
                        events = bureau.would(who, act(**own, measure_id="M1", approve=True))
                    except Refusal:
                        continue
                    with kept(bureau, events):
                        judge(
                            bureau, who, act(**own, measure_id="M1", approve=True), before, lengths
                        )


def allowed(bureau: Any, people: list[Actor], command: Any) -> list[list[Event]]:
    """The events of the first who may do it; empty where nobody may."""
    for who in people:
        with suppress(Refusal):
            return [bureau.would(who, command)]
    return []


@contextmanager
def kept(bureau: Any, events: list[Event]) -> Iterator[None]:
    """As if they had happened."""
    for event in events:
        bureau.streams[event.stream].append(event)
    yield
    for event in reversed(events):
        bureau.streams[event.stream].pop()


def walk_file(bureau: Any, seed: int, steps: int = 200, *, moving: bool = False) -> Counter[str]:
    """The same for one doctor's file over some years: points and restoration are checked each step.

    `moving`: the doctor takes up a second place of practice and leaves one or the other.
    """
    rng, tries = Random(seed), Random(seed)
    people = [*crowd(rng), *twins()]
    seats(bureau, people)
    ready(bureau)
    seen: Counter[str] = Counter()
    stream, national = f"points:{DOCTOR}", rng.random() < 0.4
    file = bureau.state(stream)
    for _ in range(steps):
        before, length = file, len(bureau.streams[stream])
        commands = [*points(DECIDED, rng, bureau), *restorations(rng, bureau)]
        if moving:
            commands += places(file)
        commands = thinned(commands, rng, file, national)
        who, command = choose_on_file(file, bureau.at, rng, people, commands)
        try:
            seen.update(bureau.do(who, command))
            if isinstance(command, c.AnnulDecision):
                seen.update(f"fall:{one.type}" for one in bureau.streams[stream][length:])
        except Refusal:
            assert len(bureau.streams[stream]) == length
        file_lawful(bureau, length, before)
        # Nobody's turn comes while papers are being signed.
        bureau.restoration_signed(DOCTOR)
        file = bureau.state(stream)
        if file.stage != before.stage and tries.random() < 0.5:
            attack_file(bureau, tries, people)
            attack_next(bureau, tries, people)
        bureau.at += timedelta(days=rng.choice((0, 0, 0, 1, 9, 9 if rng.random() < 0.9 else 190)))
        seen.update(BANNED for one in sanctions(file) if one.national and one.until)
        asked = file.restoration.parties if file.restoration else ()
        seen.update(["both approved"] if len(asked) > 1 and file.stage == "registration" else [])
    assert isinstance(verify_chain(bureau.streams[stream]), Intact)
    bureau.at += timedelta(days=4 * 365)
    attack_file(bureau, tries, people)
    return seen


def file_lawful(bureau: Any, length: int, before: Any) -> Any:
    """What the law says of the file and of what was written to it since it had `length` events."""
    chain, file = bureau.streams[before.stream], bureau.state(before.stream)
    points_lawful(file)
    for event in chain[length:]:
        answered(bureau, event, file)
    restoration_lawful(bureau, chain, length, before, file)
    return file


def attack_file(bureau: Any, rng: Random, people: list[Actor]) -> None:
    """Many try every act on the application as things stand; nothing of it stays."""
    stream, states = f"points:{DOCTOR}", dict[str, Any]()
    before, length = bureau.state(stream), len(bureau.streams[stream])
    commands = restorations(rng, bureau)
    for who in rng.sample(people, 10):
        for command in commands:
            try:
                events = bureau.would(who, command, states)
            except Refusal:
                continue
            with kept(bureau, events):
                file_lawful(bureau, length, before)


def attack_next(bureau: Any, rng: Random, people: list[Actor]) -> None:
    """The same, had the application just been sent back, or come to rest after its approval."""
    turns = {"centre": BACK, "bureau": BACK, "registration": REST}
    for command in turns.get(bureau.state(f"points:{DOCTOR}").stage, ()):
        for events in allowed(bureau, people, command):
            with kept(bureau, events):
                attack_file(bureau, rng, people)


@settings(max_examples=4)
@given(seed=st.integers(0, 2**32), restoring=st.booleans())
@example(seed=100, restoring=False)  # one scan for two papers, once a third that bore it was void
@example(seed=3752, restoring=False)  # damages paid under the agreement, then a penalty decision
def test_two_hundred_random_commands(new_bureau: Any, seed: int, restoring: bool) -> None:
    walk(new_bureau(), seed, restoring=restoring)


@settings(max_examples=3)
@given(seed=st.integers(0, 2**32))
@example(seed=5)  # the centre asked whether money came back that is still owed
@example(seed=23)  # approved, withdrawn, and registered all the same
def test_two_hundred_random_commands_on_a_doctors_file(new_bureau: Any, seed: int) -> None:
    walk_file(new_bureau(), seed)


@settings(max_examples=2)
@given(seed=st.integers(0, 2**32))
def test_two_hundred_random_commands_on_a_doctor_who_moves(new_bureau: Any, seed: int) -> None:
    walk_file(new_bureau(), seed, moving=True)


def test_the_walks_of_a_doctor_who_moves_pass_two_party_organisations(new_bureau: Any) -> None:
    wanted = {"both approved", "PracticeLeft", "RestorationTurnedToParty"}
    seen: Counter[str] = Counter()
    for seed in range(30):
        seen += walk_file(new_bureau(), seed, moving=True)
        if seen.keys() >= wanted:
            break
    assert seen.keys() >= wanted


def test_the_walks_on_a_file_reach_bans_changed_scores_and_restorations(new_bureau: Any) -> None:
    wanted = {
        *(BANNED, "ScoreRecorded", "ObjectionResolved", "ScoreAnnulled", "ScoreObjected"),
        *("PartyOpinionGiven", "RestorationReturned", "RestorationApproved", "DoctorReRegistered"),
        *("RestorationRecused", "RestorationHalted", "RestorationResumed", "RestorationRevoked"),
        *("RestorationMoot", "RestorationDismissed", "RestorationRefused"),
        *("RestorationBarred", "RestorationBarLifted"),
        *("fall:ScoreAnnulled", "fall:RestorationMoot"),
        *("RestorationRecusalRequested", "RestorationRecusalDecided"),
        *("RepairRecorded", "RepairDecided"),
    }
    seen: Counter[str] = Counter()
    for seed in range(60):
        seen += walk_file(new_bureau(), seed)
        if seen.keys() >= wanted:
            break
    assert seen.keys() >= wanted


def test_the_walks_get_far_enough_to_mean_something(new_bureau: Any) -> None:
    """Among them are decisions, handlings, referrals, scores: the checks above were really asked."""
    seen: Counter[str] = Counter()
    for seed in (FAR, *range(150)):
        seen += walk(new_bureau(), seed)
        if seen.keys() >= WANTED:
            break
    assert seen.keys() >= WANTED


def test_a_case_and_the_county_rule_together_lead_to_a_restoration(new_bureau: Any) -> None:
    wanted = {"CaseDecided", "RestorationApplied", "RestorationApproved", "DoctorReRegistered"}
    seen: Counter[str] = Counter()
    for seed in range(80):
        seen += walk(new_bureau(), seed, restoring=True)
        if seen.keys() >= wanted:
            break
    assert seen.keys() >= wanted
