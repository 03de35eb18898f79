"""Random steps about a refusal of the police, and the end of a review or suit, for both walks."""

from datetime import date
from random import Random
from typing import Any

from casework.commands import case as c
from casework.commands import referral as r


def disputes(no: str, rng: Random, day: date, referral: Any) -> list[Any]:
    """What follows the police's answer; one of it at a time, so that other steps keep their turn."""
    if referral is None or referral.answer is None:
        return []
    answer, paper = rng.choice(list(r.PoliceAnswer)), {"document_no": "x", "reasons": "x"}
    asked = {**paper, "asked_on": day}
    every = [
        r.HandOverItems(case_no=no, items="x", handed_on=day),
        r.ObjectToRefusal(case_no=no, **asked),
        r.RecordPoliceReview(case_no=no, answer=answer, **paper),
        r.AskSupervision(case_no=no, recipient="x", **asked),
        r.RecordSupervision(case_no=no, answer=answer, **paper),
    ]
    return [rng.choice(every)]


#: Of each outcome by which the decision stands, the others that say so in other words.
ALIKE = {
    c.RemedyOutcome.UPHELD: (
        c.RemedyOutcome.UPHELD,
        c.RemedyOutcome.DISMISSED,
        c.RemedyOutcome.INADMISSIBLE,
        c.RemedyOutcome.NOT_ACCEPTED,
    )
}


def ended(rng: Random, case: Any) -> c.RemedyOutcome:
    """How a review or suit came out: a sixth of them leaves the decision, each time in another way."""
    apart = [one for one in c.RemedyOutcome if one not in ALIKE[c.RemedyOutcome.UPHELD][1:]]
    outcome = rng.choice(apart)
    alike = ALIKE.get(outcome, (outcome,))
    return alike[case.version % len(alike)]
