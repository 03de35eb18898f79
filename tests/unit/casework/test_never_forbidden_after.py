"""No random acts on the spot, upon a served decision or beside the police reach what the law forbids.

Forbidden: a fine on the spot above its limit; a surcharge above the fine; the court before the demand's
ten days or after its own time; a referral by anyone but the head; another end while a referral waits; a
yuan paid back more than once, or one that is owed.
"""

import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from forbidden import judge
from random_after import PEOPLE, STARTS, acts, letters

from casework.decide import next_actions
from casework.refusal import Refusal

WANTED = {
    *("CaseDecidedOnSpot", "SpotReported", "ConductCorrected", "PartyCorrected"),
    *("InstalmentsRequested", "InstalmentsGranted", "InstalmentsRefused", "InstalmentMet"),
    *("FinePressed", "CourtApplied", "CourtRuled", "MoneyPaidBack", "DecisionChanged"),
    *("ReferralReported", "ReferralDecided", "DossierRecorded", "ReferralSent"),
    *("ReferralReceived", "PoliceAnswered", "ReferralReturned"),
}
#: Walks that together come past all of them, tried first: others are for when the acts change.
FAR = (596, 1247, 422, 613, 488, 2078)


def walk_on(bureau: Any, seed: int, steps: int = 60) -> Counter[str]:
    """Bring a case somewhere, then try acts on it; what is let through is judged, a refusal writes nothing."""
    rng = Random(seed)
    no = STARTS[seed % len(STARTS)](bureau, rng)
    for scan in letters(no):
        bureau.evidence(scan)
    stream = f"case:{no}"
    seen: Counter[str] = Counter()
    for _ in range(steps):
        before = bureau.state(stream)
        lengths = {key: len(chain) for key, chain in bureau.streams.items() if chain}
        commands = acts(bureau, rng, no)
        who = bureau.people[rng.choice(PEOPLE)]
        if rng.random() < 0.7:
            offered = {one.name for one in next_actions(before, who, bureau.at)}
            commands = [one for one in commands if type(one).__name__ in offered] or commands
        command = rng.choice(commands)
        try:
            seen.update(bureau.do(who, command))
        except Refusal:
            assert {key: len(chain) for key, chain in bureau.streams.items() if chain} == lengths
        else:
            judge(bureau, who, command, before, lengths)
        bureau.at += timedelta(days=rng.choice((0, 0, 0, 1, 4, 16, 40)))
    return seen


@settings(max_examples=8)
@given(seed=st.integers(0, 2**32))
def test_sixty_random_acts_from_a_later_stage(new_bureau: Any, seed: int) -> None:
    walk_on(new_bureau(), seed)


def test_they_reach_every_one_of_these_acts(new_bureau: Any) -> None:
    seen: Counter[str] = Counter()
    for seed in (*FAR, *range(120)):
        seen += walk_on(new_bureau(), seed)
        if seen.keys() >= WANTED:
            break
    assert seen.keys() >= WANTED
