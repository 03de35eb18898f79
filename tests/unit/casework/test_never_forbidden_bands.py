"""The same walks where a penalty is months or an amount: of an insured person, and of who refuses to correct."""

from collections import Counter
from contextlib import suppress
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.refusal import Refusal
from tests.unit.casework.forbidden_band import mitigated
from tests.unit.casework.test_never_forbidden import walk


def of_person(bureau: Any) -> Any:
    """A bureau whose every lead is against an insured person (条例 41)."""
    opened, party = bureau.opened, c.Party(c.PartyKind.PERSON, "P1", "张三")
    bureau.opened = lambda no, path: opened(no, c.Path.ADMINISTRATIVE, party)
    return bureau


def refusing(bureau: Any) -> Any:
    """A bureau whose every party is ordered to correct, and refuses, once it is investigated (条例 39)."""
    do, opened = bureau.do, bureau.opened

    def then_ordered(who: Any, command: Any, *rest: Any) -> Any:
        kinds = do(who, command, *rest)
        if "InvestigationStarted" in kinds:
            with suppress(Refusal):
                _in_vain(bureau, do, command.case_no)
        return kinds

    bureau.do = then_ordered
    bureau.opened = lambda no, path: opened(no, c.Path.ADMINISTRATIVE)
    return bureau


def _in_vain(bureau: Any, do: Any, no: str) -> None:
    who = bureau.people[bureau.state(f"case:{no}").officers[0].hand.account]
    scan, today = bureau.evidence(f"复查-{no}-{len(bureau.streams)}"), bureau.today
    way, refused = c.ServiceWay.DIRECT, c.CorrectionResult.REFUSED_TO_CORRECT
    for command in (
        c.AttachEvidence(case_no=no, evidence_id=scan, proves="x"),
        c.OrderCorrection(case_no=no, what="x", until=today, basis="x"),
        IssueForm(case_no=no, form_id="correction", number="1", serial=1, year=2026),
        c.ServePaper(case_no=no, served=c.Served.CORRECTION, way=way, served_on=today),
        c.RecordCorrection(case_no=no, result=refused, found_on=today, evidence_ids=(scan,)),
    ):
        do(who, command)


def reached(bureau: Any) -> Counter[str]:
    """What was proposed and decided by months or by amount, and how much of it below the band."""
    found: Counter[str] = Counter()
    for stream in [one for one in bureau.streams if one.startswith("case:")]:
        case = bureau.state(stream)
        for one in case.proposals:
            if one.no_penalty is None and one.article_id[:9] in ("tiaoli-41", "tiaoli-39"):
                found.update([one.article_id])
                found.update(["below"] if mitigated(case, one) else [])
                found.update(["months"] if one.suspension_months else [])
                found.update(["decided"] if case.decision else [])
    return found


@settings(max_examples=2)
@given(seed=st.integers(0, 2**32))
def test_two_hundred_random_commands_on_an_insured_person(new_bureau: Any, seed: int) -> None:
    walk(of_person(new_bureau()), seed)


@settings(max_examples=2)
@given(seed=st.integers(0, 2**32))
def test_two_hundred_random_commands_on_who_refuses_to_correct(new_bureau: Any, seed: int) -> None:
    walk(refusing(new_bureau()), seed)


def test_the_walks_come_to_months_and_amounts_below_the_band(new_bureau: Any) -> None:
    wanted = {"tiaoli-41-1", "tiaoli-39-1", "below", "months", "decided"}
    found: Counter[str] = Counter()
    for seed in range(40):
        for kind in (of_person, refusing):
            bureau = kind(new_bureau())
            walk(bureau, seed)
            found += reached(bureau)
        if found.keys() >= wanted:
            break
    assert found.keys() >= wanted
