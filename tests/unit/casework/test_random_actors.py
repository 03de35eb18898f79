"""No sequence of random commands by random people reaches a state that the law forbids."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.actors import Actor, Mandate, Principal, Role
from casework.cases.stages import INVESTIGATING, MOVES, Stage
from casework.commands import case as c
from casework.commands.documents import IssueForm, SignForm
from casework.decide import next_actions, step_of
from casework.events import Intact, verify_chain
from casework.refusal import Refusal
from casework.registry import CASE_ACTS
from casework.waits import waits_for, waits_of

ROLES = (Role.INSPECTOR, Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.HEAD)
NO = "C1"
# Four humans with up to two accounts each; any role may sit on any account.
people = st.builds(
    lambda n, twin, roles: Actor(f"u{n}{'b' if twin else ''}", f"N{n}", frozenset(roles), f"p{n}"),
    st.integers(1, 4),
    st.booleans(),
    st.sets(st.sampled_from(ROLES), min_size=1, max_size=4),
)
YES = dict.fromkeys(
    ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation"), True
)
PARTS = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "x")


def commands(today: date) -> list[Any]:
    officer = [c.OfficerRef(f"u{n}", str(n)) for n in range(1, 5)]
    direct = c.ServiceWay.DIRECT
    return [
        c.AssignOfficers(case_no=NO, officers=(officer[0], officer[1])),
        c.AssignOfficers(case_no=NO, officers=(officer[0],)),
        c.ProposeFiling(case_no=NO, filing=c.Filing.FILE, **YES, reasons="x"),
        c.ReviewSubmission(case_no=NO, matter=c.Matter.FILING, outcome=c.Outcome.APPROVED),
        c.FileCase(case_no=NO, **YES, reasons="x"),
        c.StartInvestigation(case_no=NO, certificates_shown=True, recusal_settled=True),
        c.WriteReport(case_no=NO, **PARTS),
        c.ListLines(case_no=NO),
        c.JudgeLines(case_no=NO, verdict=c.LineVerdict.CONFIRMED, where=c.LineFilter(state="open")),
        c.ProposePenalty(
            case_no=NO,
            article_id="tiaoli-38-1",
            base_loss=Decimal("4113.00"),
            multiple=Decimal("1.5"),
            reasons="x",
        ),
        *(
            c.ReviewProposal(case_no=NO, proposal_id=f"P{n}", outcome=o, reasons="x")
            for n in (1, 2)
            for o in c.Outcome
        ),
        IssueForm(case_no=NO, form_id="notice", number="1", serial=1, year=2026),
        c.ServeNotice(case_no=NO, way=direct, served_on=today),
        c.RecordDefence(
            case_no=NO, how=c.Defence.WAIVED, text="x", waives_hearing=True, document="E2"
        ),
        c.SubmitLegalReview(case_no=NO),
        *(c.ReviewLegality(case_no=NO, opinion=o, text="x") for o in c.Opinion),
        *(c.DecideCase(case_no=NO, ruling=r, decision_no="1", reasons="x") for r in c.Ruling),
        *(
            IssueForm(case_no=NO, form_id=form_id, number="1", serial=1, year=2026)
            for form_id in ("filing", "decision_approval", "decision", "no_penalty")
        ),
        *(c.AttachEvidence(case_no=NO, evidence_id=f"E{n}", proves="x") for n in (1, 2, 3)),
        *(
            SignForm(case_no=NO, issue_id=f"W{n}", evidence_id=f"E{m}")
            for n in (1, 2, 3, 4)
            for m in (1, 2, 3)
        ),
        c.ServeDecision(case_no=NO, way=direct, served_on=today),
        c.ProposeClosing(case_no=NO, situation="x"),
        c.ReviewSubmission(case_no=NO, matter=c.Matter.CLOSING, outcome=c.Outcome.APPROVED),
        c.CloseCase(case_no=NO),
        c.TerminateCase(case_no=NO, reasons="x"),
    ]


@settings(max_examples=25)
@given(data=st.data())
def test_law_holds_whoever_does_whatever(new_bureau: Any, data: st.DataObject) -> None:
    bureau = new_bureau()
    for n in range(1, 5):
        for twin in ("", "b"):
            bureau.seed(Actor(f"u{n}{twin}", f"N{n}", frozenset({Role.INSPECTOR}), f"p{n}"))
    bureau.opened(NO)
    bureau.evidence("E1")
    bureau.evidence("E2")
    bureau.evidence("E3")
    before = bureau.state(f"case:{NO}")
    for _ in range(60):
        who = data.draw(people)
        # Offered acts are taken more often, else random walks never leave the clue.
        offered = {a.name for a in next_actions(before, who, bureau.at) if a.primary}
        pool = commands(bureau.today)
        likely = [cmd for cmd in pool if type(cmd).__name__ in offered] or pool
        command = data.draw(st.sampled_from(likely if data.draw(st.booleans()) else pool))
        length = len(bureau.streams[f"case:{NO}"])
        try:
            bureau.do(who, command)
        except Refusal:
            assert len(bureau.streams[f"case:{NO}"]) == length
            bureau.at += timedelta(days=1)
        after = bureau.state(f"case:{NO}")
        assert after.stage is before.stage or after.stage in MOVES[before.stage]
        lawful(after)
        found(after, who, bureau.at)
        before = after
    assert isinstance(verify_chain(bureau.streams[f"case:{NO}"]), Intact)


def lawful(case: Any) -> None:
    """What the law forbids has not happened."""
    if case.stage in INVESTIGATING:
        assert len({o.hand.person for o in case.officers}) >= 2
    for proposal in case.proposals:
        if proposal.reviewed_by is not None:
            assert not proposal.by.same(proposal.reviewed_by)
    if case.decision is not None:
        decider = case.decision.by
        assert case.notice_on is not None
        assert case.defence is not None
        assert case.legal_opinion == "agree"
        assert case.proposal.outcome == "approved"
        hands = [case.reviewer, *(p.by for p in case.proposals), *case.ever_officers]
        assert not any(decider.same(hand) for hand in hands if hand is not None)


def found(case: Any, who: Actor, at: datetime) -> None:
    """Lists that ask only for whom the case waits miss nobody who can take its next step."""
    deputy = Actor("d", "D", frozenset(), "pd", mandates=(lent_by(who, at),))
    for one in (who, deputy):
        if step_of(case, one, at) is not None:
            assert waits_for(case, at).concern(waits_of(one, at))


def lent_by(who: Actor, at: datetime) -> Mandate:
    acts = frozenset(act.name for act in CASE_ACTS)
    principal = Principal(who.account, who.person, who.name, "D1")
    return Mandate(principal, who.roles, acts, at - timedelta(days=1), at + timedelta(days=1))


def test_every_stage_but_the_ends_can_be_left() -> None:
    ends = {stage for stage, targets in MOVES.items() if not targets}
    # A closed case goes back where its decision fell and is to be made anew, a transferred one
    # where the other body sends it back.
    assert ends == {Stage.NOT_FILED, Stage.TERMINATED}
