"""Whose inspection it is: other officers, a recusal decided first, and calling it off."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.actors import Role
from casework.acts import offer
from casework.commands import case as c
from casework.commands import inspection as i
from casework.inspection.state import Step
from casework.notices.tell import hears, told
from casework.refusal import Refusal
from casework.registry import INSPECTION_ACTS
from tests.unit.casework.conftest import Bureau, actor
from tests.unit.casework.test_inspection import NO, paper, planned, refused, started

KIN = c.RecusalGround.KIN


def officers(*pairs: str) -> tuple[c.OfficerRef, ...]:
    return tuple(c.OfficerRef(*one.split("=")) for one in pairs)


def changed(*pairs: str, reason: str = "调整分工") -> i.ChangeInspectors:
    return i.ChangeInspectors(inspection_no=NO, officers=officers(*pairs), reason=reason)


def asked(officer: str = "ins1", **more: Any) -> i.RequestInspectorRecusal:
    told = {"ground": KIN, "reason": "亲属", "by_party": True, **more}
    return i.RequestInspectorRecusal(inspection_no=NO, officer=officer, **told)


def decided(approve: bool, **more: Any) -> i.DecideInspectorRecusal:
    told = {"recusal_id": "B1", "reasons": "属实", **more}
    return i.DecideInspectorRecusal(inspection_no=NO, approve=approve, **told)


def begun(bureau: Any) -> i.StartInspection:
    shown = {"certificates_shown": True, "recusal_told": True}
    day = {"started_on": bureau.today, "place": "病案室", "received_by": "王某"}
    return i.StartInspection(inspection_no=NO, **day, **shown)


def off(**more: Any) -> i.CancelInspection:
    return i.CancelInspection(inspection_no=NO, **{"reason": "机构已停业", **more})


def offered(bureau: Any, who: str) -> list[str]:
    state = bureau.state(f"inspection:{NO}")
    return [one.name for one in offer(INSPECTION_ACTS, state, bureau.people[who], bureau.at)]


def test_other_officers_are_two_and_the_earlier_are_kept(bureau: Any) -> None:
    planned(bureau)
    assert refused(bureau, changed("ins1=皖01"), "sup") == "TWO_OFFICERS"
    assert refused(bureau, changed("ins1=皖01", "ins3=皖01"), "sup") == "BAD_VALUE"
    assert refused(bureau, changed("ins2=皖02", "ins1=皖01"), "sup") == "ALREADY_DONE"
    assert refused(bureau, changed("ins1=皖01", "ins3=皖03", reason=" "), "sup") == "FIELD_REQUIRED"
    assert refused(bureau, changed("ins1=皖01", "ins3=皖03"), "ins1") == "ROLE_REQUIRED"
    assert bureau.do("sup", changed("ins1=皖01", "ins3=皖03")) == ["InspectionOfficersChanged"]
    state = bureau.state(f"inspection:{NO}")
    assert [one.hand.account for one in state.officers] == ["ins1", "ins3"]
    (earlier,) = state.changes
    assert [one.hand.account for one in earlier.officers] == ["ins1", "ins2"]
    assert earlier.reason == "调整分工"
    assert earlier.on == bureau.today
    # Who is one no more does nothing in it, and hears that he is not.
    assert refused(bureau, begun(bureau), "ins2") == "NOT_AN_OFFICER"
    (one,) = told(state, bureau.streams[f"inspection:{NO}"][-1:])
    hear = [who for who, person in bureau.people.items() if hears(state, one, person, bureau.at)]
    assert hear == ["ins1", "ins2", "ins3"]


def test_recusal_is_decided_first_and_takes_the_officer_off(bureau: Any) -> None:
    planned(bureau)
    assert refused(bureau, asked("ins3"), "sup") == "NOT_FOUND"
    assert bureau.do("ins2", asked()) == ["InspectionRecusalRequested"]
    assert refused(bureau, asked(), "sup") == "ALREADY_DONE"
    assert refused(bureau, begun(bureau), "ins2") == "STEP_MISSING"
    stay = i.AnswerInspectorRecusal(
        inspection_no=NO, recusal_id="B1", withdraw=False, reasons="并无关系"
    )
    assert refused(bureau, stay, "ins2") == "NOT_YOURS"
    assert bureau.do("ins1", stay) == ["InspectionRecusalAnswered"]
    assert refused(bureau, decided(True), "sup") == "ROLE_REQUIRED"
    assert "DecideInspectorRecusal" in offered(bureau, "head")
    assert bureau.do("head", decided(True)) == ["InspectionRecusalDecided"]
    state = bureau.state(f"inspection:{NO}")
    assert [one.hand.account for one in state.officers] == ["ins2"]
    assert [(one.answer, one.granted, one.decided_by.name) for one in state.recusals] == [
        ("并无关系", True, "HEAD")
    ]
    # One officer alone does not begin; nor is he who withdrew named again.
    assert refused(bureau, begun(bureau), "ins2") == "TWO_OFFICERS"
    assert refused(bureau, changed("ins1=皖01", "ins2=皖02"), "sup") == "ACCOUNT_UNFIT"
    assert offered(bureau, "sup")[0] == "ChangeInspectors"
    bureau.do("sup", changed("ins3=皖03", "ins2=皖02"))
    bureau.do("ins2", begun(bureau))


def test_a_request_stops_no_work_on_site_but_the_end(bureau: Any) -> None:
    started(bureau)
    bureau.do("ins1", asked("ins2"))
    bureau.do("ins1", paper())
    end = i.CloseInspection(inspection_no=NO, situation="无问题")
    assert refused(bureau, end) == "STEP_MISSING"
    withdraw = i.AnswerInspectorRecusal(
        inspection_no=NO, recusal_id="B1", withdraw=True, reasons="系亲属"
    )
    assert bureau.do("ins2", withdraw) == ["InspectionRecusalAnswered"]
    bureau.do("ins1", paper())
    bureau.do("head", decided(True))
    assert refused(bureau, paper()) == "TWO_OFFICERS"


def test_on_a_head_the_leaders_decide_together(bureau: Any) -> None:
    planned(bureau)
    bureau.people["deputy"] = actor("deputy", Role.HEAD)
    bureau.seed(bureau.people["deputy"])
    bureau.do("ins1", asked("head"))
    assert refused(bureau, decided(True), "sup") == "FIELD_REQUIRED"
    meeting = {"held_on": bureau.today, "record": "一致同意"}
    short = decided(True, members=("sup",), **meeting)
    assert refused(bureau, short, "sup") == "TOO_FEW_MEMBERS"
    own = decided(True, members=("sup", "vice", "head"), **meeting)
    assert refused(bureau, own, "sup") == "ACCOUNT_UNFIT"
    bureau.do("sup", decided(True, members=("sup", "vice", "deputy"), **meeting))
    # Of the head it changes no officer; but he does not call it off.
    assert len(bureau.state(f"inspection:{NO}").officers) == 2
    assert refused(bureau, off(), "head") == "ACCOUNT_UNFIT"
    bureau.do("deputy", off())


def test_a_request_on_a_head_reaches_the_leaders_who_decide_it(bureau: Any) -> None:
    planned(bureau)

    def hearing() -> set[str]:
        state = bureau.state(f"inspection:{NO}")
        [one] = told(state, bureau.streams[f"inspection:{NO}"][-1:])
        people = bureau.people.items()
        return {name for name, who in people if hears(state, one, who, bureau.at)}

    bureau.do("ins1", asked("ins2"))
    assert "head" in hearing()
    assert not hearing() & {"sup", "legal", "agency"}
    bureau.do("head", decided(False))
    bureau.do("ins1", asked("head"))
    assert {"sup", "legal", "vice", "head"} <= hearing()
    assert "agency" not in hearing()


def test_who_declared_nothing_is_named_until_others_are_officers(bureau: Any) -> None:
    planned(bureau)
    assert not bureau.state(f"inspection:{NO}").undeclared
    other = replace(changed("ins3=皖03", "ins2=皖02"), undeclared=("ins3", "ins1"))
    bureau.do("sup", other)
    assert [one.account for one in bureau.state(f"inspection:{NO}").undeclared] == ["ins3"]
    bureau.do("sup", changed("ins1=皖01", "ins2=皖02"))
    assert not bureau.state(f"inspection:{NO}").undeclared


def test_who_planned_it_calls_it_off_before_it_begins(bureau: Any) -> None:
    planned(bureau)
    assert refused(bureau, off(), "ins1") == "NOT_YOURS"
    assert refused(bureau, off(reason=""), "sup") == "FIELD_REQUIRED"
    assert bureau.do("sup", off()) == ["InspectionCancelled"]
    state = bureau.state(f"inspection:{NO}")
    assert state.stage is Step.CANCELLED
    assert state.cancelled.reason == "机构已停业"
    assert {tuple(offered(bureau, who)) for who in bureau.people} == {()}
    assert refused(bureau, off(), "sup") == "ILLEGAL_MOVE"


def test_on_site_a_leader_and_with_a_paper_the_head_alone(bureau: Any) -> None:
    started(bureau)
    assert refused(bureau, off(), "ins1") == "ROLE_REQUIRED"
    assert refused(bureau, off(), "sup") == "FIELD_REQUIRED"
    bureau.do("ins1", paper())
    assert refused(bureau, off(document_no="检撤1号"), "sup") == "ROLE_REQUIRED"
    bureau.do("head", off(document_no="检撤1号"))
    state = bureau.state(f"inspection:{NO}")
    assert state.cancelled.document_no == "检撤1号"
    assert len(state.papers) == 1


def test_what_cannot_be_done_now_names_what_can(bureau: Any) -> None:
    planned(bureau)
    with pytest.raises(Refusal) as answer:
        bureau.do("ins1", paper())
    assert answer.value.code == "ILLEGAL_MOVE"
    assert "您目前可办理：“进场检查”" in answer.value.message_zh
    assert "You may now: 'begin on site'" in answer.value.message_en


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["ins1", "ins2", "ins3", "sup", "legal", "head"]),
        st.sampled_from(["change", "ask", "yes", "no", "withdraw", "start", "paper", "off"]),
        st.sampled_from(["ins1", "ins2", "ins3"]),
    ),
    max_size=25,
)


@settings(max_examples=40)
@given(moves=MOVES)
def test_no_walk_works_with_one_officer_or_over_an_open_request(moves: Any) -> None:
    bureau = Bureau()
    planned(bureau)
    for who, what, whom in moves:
        before = bureau.state(f"inspection:{NO}")
        number = f"B{max(len(before.recusals), 1)}"
        others = [f"{one}=皖{one}" for one in ("ins1", "ins2", "ins3") if one != whom]
        command: Any = {
            "change": changed(*others),
            "ask": asked(whom),
            "yes": replace(decided(True), recusal_id=number),
            "no": replace(decided(False), recusal_id=number),
            "withdraw": i.AnswerInspectorRecusal(
                inspection_no=NO, recusal_id=number, withdraw=True, reasons="系亲属"
            ),
            "start": begun(bureau),
            "paper": paper(),
            "off": off(document_no="检撤1号"),
        }[what]
        try:
            kinds = bureau.do(who, command)
        except Refusal:
            assert bureau.state(f"inspection:{NO}") == before
            continue
        if kinds[0] in ("InspectionStarted", "PaperWritten"):
            assert len({one.hand.person for one in before.officers}) >= 2
            assert who in {one.hand.account for one in before.officers}
        if kinds == ["InspectionStarted"]:
            assert not before.asked
        after = bureau.state(f"inspection:{NO}")
        assert set(before.ever_officers) <= set(after.ever_officers)
        gone = {one.officer for one in after.recusals if one.granted}
        assert not gone & {one.hand for one in after.officers}
        assert before.stage is not Step.CANCELLED


def test_a_tie_told_by_the_map_is_asked_of_whoever_is_named(bureau: Any) -> None:
    planned(bureau)
    tie = c.Tie("ins3", c.RecusalGround.KIN, "与当事人或其职工登记同一住址（张*）")
    other = c.Tie("ins9", c.RecusalGround.KIN, "另一人")
    change = replace(changed("ins1=皖01", "ins3=皖03"), ties=(tie, other))
    both = ["InspectionOfficersChanged", "InspectionRecusalRequested"]
    assert bureau.do("sup", change) == both
    (one,) = bureau.state(f"inspection:{NO}").recusals
    assert (one.officer.account, one.suggested, one.of_head) == ("ins3", True, False)
    assert refused(bureau, begun(bureau), "ins1") == "STEP_MISSING"
    no = replace(decided(False), recusal_id="B1")
    assert bureau.do("head", no) == ["InspectionRecusalDecided"]
    # Named again, the same tie is not asked about twice.
    again = replace(changed("ins2=皖02", "ins3=皖03"), ties=(tie,))
    assert bureau.do("sup", again) == ["InspectionOfficersChanged"]


def test_ties_are_looked_for_again_while_the_inspection_is_open(bureau: Any) -> None:
    planned(bureau)
    tie = c.Tie("ins1", c.RecusalGround.FORMER_WORKPLACE, "本人申报曾在当事人单位任职")
    check = i.CheckInspectorTies(inspection_no=NO, ties=(tie,), undeclared=("ins2",))
    assert refused(bureau, check, "legal") == "ROLE_REQUIRED"
    # The agency asks in nothing of the bureau's.
    assert refused(bureau, check, "agency") == "ROLE_REQUIRED"
    both = ["InspectionTiesChecked", "InspectionRecusalRequested"]
    assert bureau.do("ins2", check) == both
    state = bureau.state(f"inspection:{NO}")
    assert [one.name for one in state.undeclared] == ["INS2"]
    assert [(one.officer.account, one.suggested) for one in state.asked] == [("ins1", True)]
    assert refused(bureau, begun(bureau), "ins1") == "STEP_MISSING"
    # What was asked once is not asked again.
    assert bureau.do("sup", replace(check, undeclared=())) == ["InspectionTiesChecked"]
    state = bureau.state(f"inspection:{NO}")
    assert (state.undeclared, len(state.recusals)) == ((), 1)
    told = bureau.streams[f"inspection:{NO}"][-1].data
    assert (told["found"], told["new"], told["officers"]) == (1, 0, 2)


def test_over_is_over_for_ties(bureau: Any) -> None:
    planned(bureau)
    bureau.do("sup", i.CancelInspection(inspection_no=NO, reason="机构停业"))
    assert refused(bureau, i.CheckInspectorTies(inspection_no=NO), "sup") == "ILLEGAL_MOVE"
