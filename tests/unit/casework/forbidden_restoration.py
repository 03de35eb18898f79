"""What restoration forbids, told here anew from the chain of events and not as the guards tell it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from forbidden import apart
from random_restoration import DECIDED

from casework.clocks.calendars import local_date
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.points.standing import Sanction, Status, sanctions, standing

#: Who asks (applies, records, sends in), and the three bodies that answer.
PARTS = {
    **dict.fromkeys(("RestorationApplied", "StudyRecorded", "ExamRecorded"), "asks"),
    **dict.fromkeys(
        (f"RestorationResubmittedTo{x}" for x in ("Party", "Centre", "Bureau")), "asks"
    ),
    "RestorationSubmitted": "asks",
    "PartyOpinionGiven": "party",
    "RestorationReviewed": "centre",
    "RestorationDecided": "bureau",
}
#: What nobody does who is the applicant or has withdrawn as related.
UNRELATED = frozenset(
    {
        *("PartyOpinionGiven", "RestorationReviewed", "RestorationDecided"),
        *("RestorationDismissed", "RestorationRevoked", "StudyRecorded", "ExamRecorded"),
        "RestorationRecusalDecided",
    }
)
#: What a pending criminal case or a lost licence keeps from happening.
BARRED = frozenset({"RestorationApplied", "RestorationApproved", "DoctorReRegistered"})
OPINIONS = ("PartyOpinionGiven", "RestorationReviewed", "RestorationDecided")


def restoration_lawful(
    bureau: Any, chain: Sequence[Event], length: int, before: Any, file: Any
) -> None:
    """All of it, for what was written since `length`; `before` is the file as it then was."""
    for n in range(length, len(chain)):
        event = chain[n]
        application = _current(chain[: n + 1])
        if event.type in PARTS:
            _apart(application)
        if event.type in UNRELATED:
            _unrelated(bureau, event, application)
        if event.type in BARRED:
            assert not _bars(chain[:n]), event.type
        if event.type == "RestorationBarLifted":
            _lifted_by_another(event, chain[:n])
        if event.type == "RestorationApproved":
            _approved(event, application, before)
        if event.type == "RestorationReviewed" and event.data["verified"].get("refund"):
            _refunded(bureau, _covers(application), before)
        if event.type == "RepairDecided":
            _repaired(event, chain[:n], before, file)
        if event.type == "DoctorReRegistered":
            _registered(bureau, event, chain[:n], before)
    _not_normal(chain, file, bureau)
    decided = bureau.state(f"case:{DECIDED}")
    if decided.annulled:
        fallen = {entry_id for _, entry_id in decided.scores}
        assert not [e for e in file.entries if e.entry_id in fallen and e.counts]


def _refunded(bureau: Any, covers: set[str], before: Any) -> None:
    """What the decisions behind the scores demand came back, or was written off."""
    for entry in before.entries:
        if entry.entry_id in covers and entry.counts and entry.basis_kind == "case":
            case = bureau.state(f"case:{entry.basis}")
            back = case.recovered + case.recovery_written_off
            assert case.decision is None or back >= case.decision.recovery, entry.entry_id


def _repaired(event: Event, earlier: Sequence[Event], before: Any, file: Any) -> None:
    """Other eyes, once, one point and four a year at most; no score falls and no ban gets shorter."""
    own = event.data["repair_id"]
    recorded = {e.data["repair_id"]: e for e in earlier if e.type == "RepairRecorded"}
    decided = [e for e in earlier if e.type == "RepairDecided"]
    assert apart(hand_from(recorded[own].data), hand_from(event.data))
    assert own not in {e.data["repair_id"] for e in decided}
    papers = [e.data["certificate"] for e in recorded.values()]
    assert len(papers) == len(set(papers))
    assert [(e.points, e.void) for e in file.entries] == [
        (e.points, e.void) for e in before.entries
    ]
    bans, still = (
        [one for one in sanctions(state) if one.kind is Status.TERMINATED]
        for state in (before, file)
    )
    assert bans == still
    if event.data["outcome"] == "refused":
        assert event.data["points"] == 0
        return
    today = local_date(event.at)
    assert standing(before, today).status in (Status.NORMAL, Status.SUSPENDED)
    year = [e for e in (*decided, event) if local_date(e.at).year == today.year]
    assert 0 < event.data["points"] <= 1
    assert sum(e.data["points"] for e in year) <= 4


def _current(chain: Sequence[Event]) -> list[Event]:
    """The events since the latest application."""
    starts = [n for n, event in enumerate(chain) if event.type == "RestorationApplied"]
    return list(chain[starts[-1] :]) if starts else []


def _apart(application: list[Event]) -> None:
    """No human stands in two of: those who ask, party organisation, centre, bureau."""
    hands = [(PARTS[e.type], hand_from(e.data)) for e in application if e.type in PARTS]
    for part, hand in hands:
        assert all(apart(hand, other) for what, other in hands if what != part), (part, hand)


def _unrelated(bureau: Any, event: Event, application: list[Event]) -> None:
    by = hand_from(event.data)
    for earlier in application:
        if earlier.type in ("RestorationApplied", "RestorationRecused"):
            assert apart(by, hand_from(earlier.data)), event.type
    assert not _himself(bureau, by, event.stream)
    asked = {
        e.data["recusal_id"]: e for e in application if e.type == "RestorationRecusalRequested"
    }
    said = {e.data["recusal_id"]: e for e in application if e.type == "RestorationRecusalDecided"}
    for key, one in asked.items():
        whom = hand_from(one.data["officer"])
        if key in said:
            decided = hand_from(said[key].data)
            assert apart(decided, whom), key
            assert apart(decided, hand_from(one.data)), key
        if key not in said or said[key].data["approve"]:
            assert apart(by, whom), (event.type, key)


def _bars(chain: Sequence[Event]) -> dict[str, Event]:
    """The recorded bars that nobody has lifted."""
    found = {e.data["bar_id"]: e for e in chain if e.type == "RestorationBarred"}
    gone = {e.data["bar_id"] for e in chain if e.type == "RestorationBarLifted"}
    return {key: event for key, event in found.items() if key not in gone}


def _lifted_by_another(event: Event, earlier: Sequence[Event]) -> None:
    """Whoever recorded a bar does not lift it; a score's own bar is recorded nowhere."""
    bar = _bars(earlier).get(event.data["bar_id"])
    assert bar is None or apart(hand_from(bar.data), hand_from(event.data))


def _himself(bureau: Any, by: Hand, stream: str) -> bool:
    account = bureau.people.get(by.account)
    return account is not None and f"points:{account.prac_psn_code}" == stream


def _approved(event: Event, application: list[Event], before: Any) -> None:
    """Three bodies agreed, in order; the centre said yes to each matter; sixteen hours and an exam;
    no national ban stands. Of several party organisations each spoke, and one at least agreed."""
    last = {e.type: e for e in application if e.type in OPINIONS}
    _each_spoke(application)
    others = [kind for kind in OPINIONS[1:] if last[kind].data["outcome"] == "approved"]
    assert others == list(OPINIONS[1:])
    assert [last[kind].seq for kind in OPINIONS] == sorted(last[kind].seq for kind in OPINIONS)
    assert list(last["RestorationReviewed"].data["verified"].values()) == [True] * 4
    hours = [Decimal(e.data["hours"]) for e in application if e.type == "StudyRecorded"]
    marks = [e.data["mark"] for e in application if e.type == "ExamRecorded"]
    assert sum(hours) >= 16
    assert max(marks) >= 60
    now = standing(before, local_date(event.at))
    assert now.sanction is None or not now.sanction.national


def _each_spoke(application: list[Event]) -> None:
    """Nobody who was asked when the opinions of the party organisations were closed was passed over."""
    closed = max(n for n, e in enumerate(application) if e.type == "RestorationSentToCentre")
    said: dict[str, str] = {}
    asked: set[str] = set()
    for event in application[:closed]:
        if "parties" in event.data:
            asked = {one["body"] for one in event.data["parties"]}
        if event.type == "RestorationAskedAnew":
            said = {}
        if event.type == "PartyOpinionGiven":
            said[event.data["party"]] = event.data["outcome"]
    assert asked
    assert asked <= said.keys()
    assert "returned" not in {said[one] for one in asked}
    assert "approved" in {said[one] for one in asked}


def _registered(bureau: Any, event: Event, earlier: Sequence[Event], before: Any) -> None:
    """Every termination in force was approved away or is over; nothing rests; not by the doctor."""
    by, application = hand_from(event.data), _current(earlier)
    assert not _himself(bureau, by, event.stream)
    assert before.stage in ("registration", "none", "restored", "refused", "withdrawn", "revoked", "moot")  # fmt: skip
    if before.stage == "registration":
        others = [e for e in application if e.type in OPINIONS or e.type == "RestorationApplied"]
        assert all(apart(by, hand_from(e.data)) for e in others)
    answered = _covers(application) if before.stage == "registration" else set()
    if answered:
        _judged(answered, earlier, application)
    today = local_date(event.at)
    for one in _open(earlier, before):
        if one.starts <= today:
            over = one.until is not None and one.until < today
            assert over or answered.issuperset(one.entry_ids), one


def _judged(answered: set[str], earlier: Sequence[Event], application: list[Event]) -> None:
    """Whatever score the restoration answers for, all three bodies spoke after it was recorded."""
    spoke = {e.type: e.seq for e in application if e.type in OPINIONS}
    scored = {e.data["entry_id"]: e.seq for e in earlier if e.type == "ScoreRecorded"}
    assert len(spoke) == len(OPINIONS)
    assert max(scored[one] for one in answered) < min(spoke.values())


def _covers(application: list[Event]) -> set[str]:
    """The scores for which an application answers: those of its start, or of its going on."""
    covers: set[str] = set()
    for event in application:
        if event.type in ("RestorationApplied", "RestorationResumed", "RestorationAskedAnew"):
            covers = set(event.data["covers"])
    return covers


def _lifted(chain: Sequence[Event]) -> set[str]:
    """Scores answered for by re-registrations that stand."""
    standing_ones: list[set[str]] = []
    for n, event in enumerate(chain):
        if event.type == "DoctorReRegistered":
            application = _current(chain[:n])
            approved = any(e.type == "RestorationApproved" for e in application)
            fresh = approved and not any(e.type == event.type for e in application)
            standing_ones.append(_covers(application) if fresh else set(event.data["covers"]))
        elif event.type == "RestorationRevoked":
            standing_ones.pop()
    return set().union(*standing_ones)


def _open(chain: Sequence[Event], file: Any) -> list[Sanction]:
    """Terminations that no re-registration has lifted."""
    lifted = _lifted(chain)
    found = [one for one in sanctions(file) if one.kind is Status.TERMINATED]
    return [one for one in found if not lifted.issuperset(one.entry_ids)]


def _not_normal(chain: Sequence[Event], file: Any, bureau: Any) -> None:
    """After a termination nobody is normal again without having been registered anew."""
    if any(one.starts <= bureau.today for one in _open(chain, file)):
        assert standing(file, bureau.today).status not in (Status.NORMAL, Status.SUSPENDED)
