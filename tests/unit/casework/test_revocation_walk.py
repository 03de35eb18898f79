"""Random acts on a restoration after its decision: revoked, heard, stopped, announced, reviewed, sued.

The long walks on a file come to a revocation seldom; these begin where a restoration, or its refusal, was
signed and served. What stands is told anew from the chain alone, and held against what the file shows.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from casework.actors import Actor
from casework.commands import points as p
from casework.commands import restoration as r
from casework.commands.case import Instance, RemedyKind, RemedyOutcome, ServiceWay
from casework.decide import next_actions
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.points.standing import Status, standing, totals
from casework.refusal import Refusal
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_served import NO, OWN, REGISTER, YES, up_to

#: Those who have most to do come oftener.
PEOPLE = (
    *("legal",) * 5, *("sup",) * 3, *("head",) * 2, *("agency2",) * 2,
    *("agency", "doc", "office", "party", "ins1"),
)  # fmt: skip


def begun(bureau: Any, rng: Random) -> None:
    """A restoration that was refused, registered, or revoked since; the papers came back and it was served."""
    how = rng.choice(("refused", "restored", "restored", "revoked", "revoked"))
    up_to(bureau, NO if how == "refused" else YES)
    bureau.restoration_served()
    if how != "refused":
        bureau.do("office", REGISTER)
    if how == "revoked":
        bureau.do("sup", r.ProposeRevocation(**OWN, reasons="x"))
        bureau.do("doc", r.StateOnRevocation(**OWN, text="x"))
        bureau.do("head", r.RevokeRestoration(**OWN, reasons="x"))
        bureau.restoration_served()


def moves(rng: Random, bureau: Any) -> list[Any]:
    """What may be tried at a moment; days before, of and after it, and scans taken in by anybody."""
    file = bureau.state(FILE)
    remedies = [one.remedy_id for each in file.restorations for one in each.remedies] or ["F1"]
    day = bureau.today + timedelta(days=rng.choice((0, 0, 0, 0, -1, -9, 1)))
    scan = {"paper_scan": "?"}
    why: dict[str, Any] = {**OWN, "reasons": "x"}
    order = {**why, **scan, "remedy_id": rng.choice(remedies[-2:]), "decided_on": day}
    order |= {"document_no": f"n{rng.randrange(9)}"}
    way = rng.choice((ServiceWay.DIRECT, ServiceWay.DIRECT, ServiceWay.ANNOUNCEMENT))
    on = {"posted_on": day - timedelta(days=40)} if way is ServiceWay.ANNOUNCEMENT else {}
    forms = [one.about for one in file.approvals] or ["1"]
    acts = [
        r.ProposeRevocation(**why),
        r.StateOnRevocation(**OWN, text="x"),
        r.RevokeRestoration(**why),
        r.RevokeRestoration(**why),
        r.ServeRestoration(
            **OWN, way=way, particulars="x", **(on or {"served_on": day}),
        ),
        r.AnnounceRestoration(**why, posted_on=day, where="县政府网站"),
        r.RecordRestorationRemedy(
            **OWN, **scan, kind=rng.choice(list(RemedyKind)), body="x", filed_on=day, document_no="x"
        ),
        r.StopRevocation(**order),
        r.ResumeRevocation(**order),
        r.CloseRestorationRemedy(
            **order, outcome=rng.choice((*RemedyOutcome, RemedyOutcome.ANNULLED)),
            instance=rng.choice((None, *Instance)),
        ),
        p.AttachFileApproval(**OWN, **scan, about=rng.choice(forms)),
    ]  # fmt: skip
    acts += [r.WithdrawRevocation(**why)]
    if rng.random() < 0.3:
        acts += [r.RefuseRevocation(**why)]
    if rng.random() < 0.05:
        acts.append(p.AnnulScore(**why, **scan, entry_id="S1", document_no="x"))
    return acts


def walk(bureau: Any, seed: int, steps: int = 40) -> Counter[str]:
    """Random moves by random people; returns the kinds of events that came of them."""
    rng, seen = Random(seed), Counter[str]()
    begun(bureau, rng)
    # The hand that takes every scan in has another account, with a role that records what they say.
    twin = replace(bureau.people["legal"], account="legal2", person=bureau.people["ins1"].person)
    people = [bureau.people[one] for one in PEOPLE]
    scores = [(one.entry_id, one.original_points) for one in bureau.state(FILE).entries]
    for _ in range(steps):
        acts, who = moves(rng, bureau), rng.choice((*people, twin))
        likely = offered(bureau, who)
        wanted = [one for one in acts if type(one).__name__ in likely] or acts
        length = len(bureau.streams[FILE])
        if rng.random() < 0.4:
            bureau.restoration_signed()
            length = len(bureau.streams[FILE])
        try:
            seen.update(bureau.do(who, taken_in(bureau, rng.choice(wanted))))
        except Refusal:
            assert len(bureau.streams[FILE]) == length
        lawful(bureau, length)
        file = bureau.state(FILE)
        assert [(one.entry_id, one.original_points) for one in file.entries] == scores
        bureau.wait(rng.choice((0, 0, 1, 4, 12)))
        bureau_stands(bureau)
        if revoked_now(bureau.streams[FILE], bureau.today):
            seen["revoked"] += 1
        if stopped(bureau.streams[FILE], bureau.today):
            seen["stopped"] += 1
    return seen


def taken_in(bureau: Any, command: Any) -> Any:
    """The same with a scan of its own, where it names one."""
    if getattr(command, "paper_scan", "") != "?":
        return command
    return replace(command, paper_scan=bureau.evidence(f"文书{len(bureau.streams)}"))


def offered(bureau: Any, who: Actor) -> set[str]:
    return {one.name for one in next_actions(bureau.state(FILE), bureau.human(who), bureau.at)}


def bureau_stands(bureau: Any) -> None:
    """What the file shows today is what the chain says; no total is below nothing."""
    chain, file, today = bureau.streams[FILE], bureau.state(FILE), bureau.today
    assert all(total >= 0 for total in totals(file).values())
    assert standing(file, today).total >= 0
    now, counts = standing(file, today).status, file.entries[0].counts
    if not counts:
        assert now is Status.NORMAL
        return
    approved = [one for one in chain if one.type == "DoctorReRegistered"]
    if revoked_now(chain, today) or annulled(chain):
        assert now is not Status.NORMAL, [one.type for one in chain[-6:]]
    elif approved:
        assert now is Status.NORMAL, [one.type for one in chain[-6:]]


def revoked_now(chain: Sequence[Event], today: date) -> bool:
    """Whether the revocation of the first application has effect: served, not fallen, not stopped today."""
    on: date | None = None
    revoking = False
    for one in chain:
        if one.type == "RestorationRevoked":
            revoking = True
        elif one.type == "RestorationServed" and one.data["ruling"] == "revocation" and revoking:
            on = date.fromisoformat(str(one.data["served_on"]))
        elif one.type == "RevocationAnnulled":
            on, revoking = None, False
    return on is not None and on <= today and not stopped(chain, today)


def stopped(chain: Sequence[Event], today: date) -> bool:
    """Whether an order stops the revocation today: the last one that is not over."""
    since: date | None = None
    of = ""
    for one in chain:
        day = str(one.data.get("decided_on") or "")
        if one.type == "RevocationStopped":
            since, of = date.fromisoformat(day), str(one.data["remedy_id"])
        elif one.type in ("RevocationResumed", "RestorationRemedyClosed"):
            over = one.data["remedy_id"] == of and date.fromisoformat(day) <= today
            since = None if over else since
        elif one.type == "RevocationAnnulled":
            since = None
    return since is not None and since <= today


def annulled(chain: Sequence[Event]) -> bool:
    """Whether the restoration itself fell in review or suit."""
    return any(one.type == "RestorationAnnulled" for one in chain)


def lawful(bureau: Any, length: int) -> None:
    """What was written since the file had `length` events, each by who may and after what it needs."""
    chain = bureau.streams[FILE]
    for n in range(length, len(chain)):
        event, before = chain[n], chain[:n]
        by = hand_from(event.data) if "by" in event.data else None
        check = _CHECKS.get(event.type)
        if check is not None and by is not None:
            check(bureau, event, by, before)


def _last(chain: Sequence[Event], *kinds: str) -> Event | None:
    return next((one for one in reversed(chain) if one.type in kinds), None)


def _revoked(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    """By another than proposed it, once the doctor spoke or his days were over."""
    proposed = _last(before, "RevocationProposed", "RevocationWithdrawn", "RevocationRefused")
    assert proposed is not None
    assert proposed.type == "RevocationProposed"
    assert not hand_from(proposed.data).same(by)
    since = before[proposed.seq :]
    spoke = any(one.type == "RevocationStated" for one in since)
    assert spoke or bureau.today > date.fromisoformat(str(proposed.data["heard_until"]))


def _proposed(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    """Nothing else waits, and nothing was revoked."""
    waits = _last(before, "RevocationProposed", "RevocationWithdrawn", "RevocationRefused")
    gone = _last(before, "RestorationRevoked", "RevocationAnnulled")
    if waits is not None and waits.type == "RevocationProposed":
        # What was revoked and fell was decided: it waits no longer.
        assert gone is not None
        assert gone.seq > waits.seq
    assert gone is None or gone.type == "RevocationAnnulled"


def _taken_back(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    proposed = _last(before, "RevocationProposed")
    assert proposed is not None
    assert hand_from(proposed.data).same(by)


def _refused(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    proposed = _last(before, "RevocationProposed")
    assert proposed is not None
    assert not hand_from(proposed.data).same(by)


def _open(before: Sequence[Event]) -> set[str]:
    """Reviews and suits that nobody knows the outcome of."""
    told = {str(e.data["remedy_id"]) for e in before if e.type == "RestorationRemedyRecorded"}
    over = {str(e.data["remedy_id"]) for e in before if e.type == "RestorationRemedyClosed"}
    return told - over


def _went(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    """One at a time, against what was served."""
    assert not _open(before)
    assert _last(before, "RestorationServed") is not None
    assert event.data["remedy_id"] not in {e.data.get("remedy_id") for e in before}


def _on_scan(bureau: Any, event: Event, by: Hand, scan: str) -> None:
    """Who took a paper in does not record it, and one scan is one paper."""
    paper: Any = event.data[scan]
    item = bureau.state(f"evidence:{paper['certificate']}")
    assert not item.giver.same(by)
    assert item.serves.key.startswith(FILE)


def _ordered(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    """An order comes while its review or suit is open, against a revocation, by turns."""
    _on_scan(bureau, event, by, "order")
    number = event.data["remedy_id"]
    assert number in _open(before)
    of = next(
        e for e in before if e.type == "RestorationRemedyRecorded" and e.data["remedy_id"] == number
    )
    assert of.data["ruling"] == "revocation"
    own = [e for e in before if e.data.get("remedy_id") == number]
    last = _last(own, "RevocationStopped", "RevocationResumed")
    stops = last is not None and last.type == "RevocationStopped"
    assert stops == (event.type == "RevocationResumed")


def _closed(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    _on_scan(bureau, event, by, "decision")
    assert event.data["remedy_id"] in _open(before)


def _served(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    """Once for each ruling that stands; by announcement once its time is over; on all signed papers."""
    fell = _last(before, "RestorationReopened", "RestorationAnnulled", "RevocationAnnulled")
    since = before[fell.seq :] if fell else before
    ruling = event.data["ruling"]
    assert not any(e.type == "RestorationServed" and e.data["ruling"] == ruling for e in since)
    if event.data["way"] == "announcement":
        posted = date.fromisoformat(str(event.data["posted_on"]))
        assert (bureau.today - posted).days >= 30
    kinds = {e.data["paper"] for e in before if e.type == "RestorationPaperAttached"}
    assert {"revocation", "revocation_approval"} <= kinds or ruling != "revocation"


def _posted(bureau: Any, event: Event, by: Hand, before: Sequence[Event]) -> None:
    fell = _last(before, "RestorationReopened", "RestorationAnnulled", "RevocationAnnulled")
    since = before[fell.seq :] if fell else before
    of = [e for e in since if e.data.get("ruling") == event.data["ruling"]]
    assert not any(e.type in ("RestorationAnnounced", "RestorationServed") for e in of)


_CHECKS = {
    "RevocationProposed": _proposed,
    "RestorationRevoked": _revoked,
    "RevocationWithdrawn": _taken_back,
    "RevocationRefused": _refused,
    "RestorationRemedyRecorded": _went,
    "RestorationRemedyClosed": _closed,
    "RevocationStopped": _ordered,
    "RevocationResumed": _ordered,
    "RestorationServed": _served,
    "RestorationAnnounced": _posted,
}


@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32))
@example(seed=1)
def test_no_restoration_stands_while_its_revocation_has_effect(new_bureau: Any, seed: int) -> None:
    walk(new_bureau(), seed)


def test_the_walks_come_to_what_they_are_about(new_bureau: Any) -> None:
    wanted = {
        *("RevocationProposed", "RevocationStated", "RevocationWithdrawn", "RevocationRefused"),
        *("RestorationRevoked", "RevocationStopped", "RevocationResumed", "RevocationAnnulled"),
        *("RestorationAnnounced", "RestorationServed", "RestorationRemedyRecorded"),
        *("RestorationRemedyClosed", "RestorationAnnulled", "revoked", "stopped"),
    }
    seen: Counter[str] = Counter()
    for seed in range(60):
        seen += walk(new_bureau(), seed)
        if seen.keys() >= wanted:
            break
    assert wanted - seen.keys() == set()
