"""Reviews and suits of any outcome, with payments between: what the law forbids is never reached.

The long walks come to a review seldom; these begin where a decision with months, a fine and money to
return was served.
"""

import sys
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from forbidden import judge

from casework.commands import case as c
from casework.measures.state import Standing
from casework.refusal import Refusal
from tests.unit.casework.test_measures_stopped import STREAM, suspended

PEOPLE = ("ins1", "legal", "head", "sup")


def moves(rng: Random, bureau: Any, no: str) -> list[Any]:
    """What may be tried at a moment: of the amounts some are too high, some nothing."""
    case = bureau.state(f"case:{no}")
    decision = case.decision
    fine, recovery = (decision.fine, decision.recovery) if decision else (Decimal(9), Decimal(9))

    def amount(whole: Decimal) -> Decimal | None:
        return rng.choice((None, None, Decimal(0), whole / 2, whole, whole + 1))

    order = {"case_no": no, "remedy_id": f"F{len(case.remedies)}", "document_no": "x"}
    order |= {"decided_on": bureau.today, "reasons": "x"}
    return [
        c.RecordRemedy(
            case_no=no, kind=rng.choice(list(c.RemedyKind)), body="市局", filed_on=bureau.today,
            document_no="x", stops_execution=rng.random() < 0.5,
        ),
        c.CloseRemedy(
            **order, outcome=rng.choice([*c.RemedyOutcome, *[c.RemedyOutcome.CHANGED] * 4]),
            fine=amount(fine), recovery=amount(recovery),
            months=rng.choice((None, None, 0, 1, 3, 6, 12)),
        ),
        c.StopExecution(**order),
        c.ResumeExecution(**order),
        *(
            c.RecordPayment(
                case_no=no, kind=kind, amount=rng.choice((Decimal(100), fine, recovery)),
                paid_on=bureau.today, voucher=f"v{rng.random()}",
            )
            for kind in (c.PaymentKind.FINE, c.PaymentKind.RECOVERY)
        ),
        *(
            c.PayBack(
                case_no=no, kind=kind, amount=rng.choice((Decimal(100), fine)), paid_on=bureau.today,
                voucher=f"b{rng.random()}",
            )
            for kind in (c.PaymentKind.FINE, c.PaymentKind.RECOVERY)
        ),
    ]  # fmt: skip


def walk(bureau: Any, seed: int) -> set[str]:
    """Forty moves by random people; returns the kinds of events that came of them."""
    rng, seen = Random(seed), set[str]()
    no = suspended(bureau)
    (first,) = bureau.state(STREAM).measures
    for _ in range(40):
        bureau.wait(rng.choice((0, 0, 1, 10)))
        command, who = rng.choice(moves(rng, bureau, no)), rng.choice(PEOPLE)
        before = bureau.state(f"case:{no}")
        lengths = {stream: len(chain) for stream, chain in bureau.streams.items()}
        try:
            seen.update(bureau.do(who, command))
        except Refusal:
            continue
        judge(bureau, bureau.people[who], command, before, lengths)
        measure_lawful(bureau, first, no)
    return seen


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_no_outcome_aggravates_unbalances_or_revives(new_bureau: Any, seed: int) -> None:
    walk(new_bureau(), seed)


def test_the_walks_change_months_and_money(new_bureau: Any) -> None:
    wanted = {"DecisionChanged", "DecisionAnnulled", "MeasureShortened", "MeasureRested"}
    wanted |= {"MeasureResumed", "MoneyPaidBack", "InvestigationReopened"}
    seen: set[str] = set()
    for seed in range(60):
        seen |= walk(new_bureau(), seed)
        if seen >= wanted:
            break
    assert seen >= wanted


def measure_lawful(bureau: Any, first: Any, no: str) -> None:
    """What the decision suspends never lasts longer than it was decided, but for what it rested."""
    (one,) = bureau.state(STREAM).measures
    assert one.ends_at is not None
    assert one.ends_at <= first.ends_at + one.rested
    case = bureau.state(f"case:{no}")
    stopped = any(remedy.stops_execution for remedy in case.standing_remedies)
    running = one.runs_after(bureau.at)
    assert not running or (one.standing(bureau.at) is Standing.RESTING) == stopped
    if case.annulled or case.decision is None:
        assert not running
    assert one.ends_at >= one.starts_at
