"""Before a hearing the party is told of its day and place, seven working days ahead (处罚法 64)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.actors import Role
from casework.acts import PRIMARY
from casework.cases.fold import fold_case
from casework.cases.parts import Recusal
from casework.clocks.calendars import add_working_days, local_date, minute
from casework.clocks.deadlines import Clock, deadlines
from casework.commands import case as c
from casework.commands.accounts import DisableAccount
from casework.commands.documents import VoidForm
from casework.decide import next_actions, step_of
from casework.documents.due import lacking
from casework.events import Event
from casework.refusal import Refusal
from casework.registry import CASE_ACTS
from casework.waits import waits_for
from evidence.forms.context import Print, values


@pytest.fixture
def asked(bureau: Any) -> str:
    """A case whose party has just asked to be heard."""
    no: str = bureau.noticed(months=6)
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    bureau.chaired(no)
    return no


def announced(bureau: Any, no: str, days: int = 15) -> c.AnnounceHearing:
    at = bureau.at + timedelta(days=days)
    return c.AnnounceHearing(case_no=no, starts_at=at, place="三楼会议室")


def told(bureau: Any, no: str) -> c.ServePaper:
    way = c.ServiceWay.DIRECT
    return c.ServePaper(case_no=no, served=c.Served.HEARING, way=way, served_on=bureau.today)


def test_a_hearing_of_which_nobody_was_told_is_not_held(bureau: Any, asked: str) -> None:
    hold = bureau.held(asked)
    assert bureau.refused("ins1", hold) == "HEARING_UNTOLD"
    assert (
        step_of(bureau.state(f"case:{asked}"), bureau.people["ins1"], bureau.at).name
        == "AnnounceHearing"
    )
    bureau.do("ins1", announced(bureau, asked))
    # Set, but neither on paper nor with the party.
    assert bureau.refused("ins1", told(bureau, asked)) == "NOT_ISSUED"
    step = step_of(bureau.state(f"case:{asked}"), bureau.people["ins1"], bureau.at)
    assert (step.name, step.of) == ("IssueForm", ("行政处罚听证通知书", "Notice of the hearing"))
    assert bureau.refused("ins1", hold) == "HEARING_UNTOLD"
    bureau.hearing_told(asked)
    assert bureau.refused("ins1", hold) == "HEARING_TO_COME"
    bureau.wait(15)
    step = step_of(bureau.state(f"case:{asked}"), bureau.people["ins1"], bureau.at)
    assert step.name == "HoldHearing"
    assert "三楼会议室" in step.of[0]
    assert bureau.do("ins1", hold) == ["HearingHeld"]
    held = bureau.streams[f"case:{asked}"][-1].data
    assert (held["place"], held["chair"]["account"]) == ("三楼会议室", "legal")


def test_the_notice_comes_seven_working_days_before(bureau: Any, asked: str) -> None:
    assert bureau.refused("ins1", announced(bureau, asked, 5)) == "HEARING_TOO_SOON"
    # The day is far enough, until the notice lies in a drawer.
    bureau.do("ins1", announced(bureau, asked))
    bureau.issue(asked, "hearing_call")
    hearing = bureau.state(f"case:{asked}").hearing
    assert add_working_days(hearing.notify_by, 7) <= hearing.held_on
    assert add_working_days(hearing.notify_by + timedelta(days=1), 7) > hearing.held_on
    early = replace(told(bureau, asked), served_on=bureau.today - timedelta(days=1))
    assert bureau.refused("ins1", early) == "DATE_ORDER"
    bureau.wait(12)
    assert bureau.refused("ins1", told(bureau, asked)) == "HEARING_TOO_SOON"
    assert (
        step_of(bureau.state(f"case:{asked}"), bureau.people["ins1"], bureau.at).name
        == "AnnounceHearing"
    )
    # Put off: another day, another paper.
    bureau.do("ins1", announced(bureau, asked))
    assert bureau.refused("ins1", told(bureau, asked)) == "NOT_ISSUED"
    bureau.hearing_told(asked)
    bureau.wait(15)
    bureau.do("ins1", bureau.held(asked))


def test_the_days_of_a_hearing_are_clocks(bureau: Any, asked: str) -> None:
    bureau.do("ins1", announced(bureau, asked))
    found = {d.id: d for d in deadlines(bureau.streams[f"case:{asked}"], bureau.at)}
    hearing = bureau.state(f"case:{asked}").hearing
    assert local_date(found["hearing_service"].due) == hearing.notify_by
    bureau.hearing_told(asked)
    found = {d.id: d for d in deadlines(bureau.streams[f"case:{asked}"], bureau.at)}
    assert found["hearing_service"].clock is Clock.MET
    assert local_date(found["hearing_day"].due) == hearing.held_on
    assert local_date(found["hearing_notice"].due) == add_working_days(bureau.today, 7)
    bureau.wait(16)
    found = {d.id: d for d in deadlines(bureau.streams[f"case:{asked}"], bureau.at)}
    assert (found["hearing_notice"].clock, found["hearing_day"].clock) == (
        Clock.LAPSED,
        Clock.OVERDUE,
    )
    bureau.do("ins1", bureau.held(asked))
    found = {d.id: d for d in deadlines(bureau.streams[f"case:{asked}"], bureau.at)}
    assert found["hearing_day"].clock is Clock.LATE


def test_a_hearing_behind_closed_doors_says_why(bureau: Any, asked: str) -> None:
    closed = replace(announced(bureau, asked), is_public=False)
    assert bureau.refused("ins1", closed) == "FIELD_REQUIRED"
    bureau.do("ins1", replace(closed, closed_reason="个人隐私"))
    bureau.issue(asked, "hearing_call")
    events = bureau.streams[f"case:{asked}"]
    form = bureau.state(f"case:{asked}").forms[-1]
    printed = values(Print(asked, events, form, "示例县医疗保障局"))["hearing"]
    assert printed["place"] == "三楼会议室"
    assert printed["openness"] == "不公开举行（个人隐私）"
    starts = bureau.state(f"case:{asked}").hearing.starts_at
    assert printed["moment"].endswith(minute(starts)[-5:])


def test_whoever_took_up_the_investigation_since_does_not_chair(bureau: Any, asked: str) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    bureau.wait(15)
    chair = bureau.people["legal"]
    bureau.seed(replace(chair, roles=chair.roles | {Role.INSPECTOR}))
    officers = tuple(c.OfficerRef(who, f"皖{who}") for who in ("ins1", "legal"))
    bureau.do("sup", c.AssignOfficers(case_no=asked, officers=officers))
    assert bureau.refused("ins1", bureau.held(asked)) == "FOUR_EYES"


def test_a_hearing_of_before_the_notices_still_stands(bureau: Any, asked: str) -> None:
    chain = bureau.streams[f"case:{asked}"]
    chair = {"account": "legal", "person": "p", "name": "法制"}
    data = {"chair": chair, "held_on": "2026-04-01", "notified_on": "2026-03-20", "record": "笔录"}
    old = replace(chain[-1], type="HearingHeld", seq=chain[-1].seq + 1, data={**data, "by": chair})
    assert isinstance(old, Event)
    case = fold_case(asked, [*chain, old])
    assert (case.hearing_held, case.hearing, case.hearing_chair.name) == (True, None, "法制")
    assert "SubmitLegalReview" in {
        a.name for a in next_actions(case, bureau.people["ins1"], bureau.at)
    }


@pytest.mark.parametrize(
    ("chair", "code"), [("vice", None), ("sup", None), ("head", None), ("agency", "ACCOUNT_UNFIT")]
)
def test_whoever_leads_and_did_not_investigate_may_chair(
    bureau: Any, asked: str, chair: str, code: str | None
) -> None:
    said = c.DesignateChair(case_no=asked, chair=chair)
    if code:
        assert bureau.refused("head", said) == code
    else:
        assert bureau.do("head", said) == ["HearingChairDesignated"]
        assert bureau.do("ins1", announced(bureau, asked)) == ["HearingAnnounced"]
        assert bureau.state(f"case:{asked}").hearing.chair.account == chair


def test_only_the_head_names_the_chair(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    bureau.do("ins1", c.RequestHearing(case_no=no, requested_on=bureau.today))
    # Whoever investigates asks for no chair of his own choice (处罚法 64 (4)).
    assert bureau.refused("ins1", announced(bureau, no)) == "STEP_MISSING"
    named = c.DesignateChair(case_no=no, chair="legal")
    for who in ("ins1", "sup", "legal", "vice"):
        assert bureau.refused(who, named) == "ROLE_REQUIRED"
    assert bureau.refused("head", replace(named, chair="ins1")) in ("ACCOUNT_UNFIT", "FOUR_EYES")
    assert leads(bureau, no, "head")[0] == "DesignateChair"
    bureau.do("head", named)
    assert bureau.refused("head", named) == "ALREADY_DONE"
    assert leads(bureau, no, "ins1")[0] == "AnnounceHearing"
    # It prints on its approval form.
    assert ("指定听证主持人审批表", "IssueForm") in [
        (one.zh, one.act) for one in lacking(bureau.state(f"case:{no}"))
    ]


def unnamed(bureau: Any, no: str) -> None:
    """The case as it was before chairs were named."""
    stream = f"case:{no}"
    kept = [e for e in bureau.streams[stream] if e.type != "HearingChairDesignated"]
    bureau.streams[stream] = [replace(e, seq=n) for n, e in enumerate(kept, 1)]


def test_the_head_is_led_where_a_hearing_of_before_is_too_late_to_tell(
    bureau: Any, asked: str
) -> None:
    bureau.do("ins1", announced(bureau, asked))
    unnamed(bureau, asked)
    assert "DesignateChair" not in leads(bureau, asked, "head")
    bureau.wait(14)
    assert bureau.refused("ins1", announced(bureau, asked)) == "STEP_MISSING"
    assert leads(bureau, asked, "head")[0] == "DesignateChair"
    assert "AnnounceHearing" not in leads(bureau, asked, "ins1")
    bureau.chaired(asked)
    assert leads(bureau, asked, "ins1")[0] == "AnnounceHearing"


def test_the_head_is_led_where_whom_he_named_withdrew(bureau: Any, asked: str) -> None:
    case = bureau.state(f"case:{asked}")
    assert case.chair_named is not None
    chair = case.chair_named
    gone = Recusal("Q1", chair, "x", "x", chair, by_party=True, granted=True)
    seen = replace(case, recusals=(gone,))
    ranks = {
        act.command.__name__: act.rank_in(seen, bureau.at) < PRIMARY
        for act in CASE_ACTS
        if act.command in (c.DesignateChair, c.AnnounceHearing)
    }
    assert ranks == {"DesignateChair": True, "AnnounceHearing": False}


def test_a_hearing_of_before_stands_where_its_chair_is_named(bureau: Any, asked: str) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    unnamed(bureau, asked)
    before = bureau.state(f"case:{asked}").hearing
    # Also once its hour has come.
    bureau.wait(15)
    bureau.chaired(asked)
    case = bureau.state(f"case:{asked}")
    assert (case.hearing, case.chair_named.account) == (before, "legal")
    assert bureau.do("ins1", bureau.held(asked)) == ["HearingHeld"]


def test_once_its_hour_has_come_no_other_takes_the_hearing(bureau: Any, asked: str) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    other = c.DesignateChair(case_no=asked, chair="vice")
    bureau.wait(15)
    assert bureau.refused("head", other) == "STEP_MISSING"
    assert bureau.state(f"case:{asked}").hearing is not None
    # Set anew, its hour is still to come.
    bureau.do("ins1", announced(bureau, asked))
    assert bureau.do("head", other) == ["HearingChairDesignated"]


def test_another_is_named_for_a_chair_who_left_before_the_hearing_was_held(
    bureau: Any, asked: str
) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    bureau.wait(15)
    bureau.do("sec", DisableAccount(login="legal", reason="调离"))
    other = c.DesignateChair(case_no=asked, chair="vice")
    assert bureau.do("head", other) == ["HearingChairDesignated"]
    assert bureau.state(f"case:{asked}").hearing is None


def test_who_announces_is_told_that_the_chair_left(bureau: Any, asked: str) -> None:
    name = bureau.people["legal"].name
    bureau.do("sec", DisableAccount(login="legal", reason="调离"))
    with pytest.raises(Refusal) as refused:
        bureau.do("ins1", announced(bureau, asked))
    assert refused.value.code == "STEP_MISSING"
    assert f"另行指定听证主持人（{name}：账号已停用）" in refused.value.message_zh
    bureau.chaired(asked, "sup")
    assert bureau.do("ins1", announced(bureau, asked)) == ["HearingAnnounced"]


def test_a_chair_named_anew_puts_the_hearing_off(bureau: Any, asked: str) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    bureau.chaired(asked, "vice")
    assert bureau.state(f"case:{asked}").hearing is None
    assert bureau.refused("ins1", bureau.held(asked)) == "HEARING_UNTOLD"


def test_a_hearing_that_was_set_before_chairs_were_named_is_still_held(
    bureau: Any, asked: str
) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    stream = f"case:{asked}"
    bureau.streams[stream] = [
        e for e in bureau.streams[stream] if e.type != "HearingChairDesignated"
    ]
    bureau.wait(15)
    assert bureau.do("ins1", bureau.held(asked)) == ["HearingHeld"]


def heard(bureau: Any, no: str, **said: Any) -> None:
    """Set, told and held."""
    bureau.do("ins1", announced(bureau, no))
    bureau.hearing_told(no)
    bureau.wait(15)
    bureau.do("ins1", bureau.held(no, **said))


def leads(bureau: Any, no: str, who: str) -> tuple[str, str]:
    """What leads on somebody's page, and which paper it names."""
    step = step_of(bureau.state(f"case:{no}"), bureau.people[who], bureau.at)
    return ("", "") if step is None else (step.name, step.of[0] if step.of else "")


def test_the_legal_review_waits_for_the_record_and_the_report(bureau: Any, asked: str) -> None:
    heard(bureau, asked)
    submit = c.SubmitLegalReview(case_no=asked)
    with pytest.raises(Refusal) as found:
        bureau.do("ins1", submit)
    assert (
        found.value.code,
        "听证笔录（未出具）、听证报告（未撰写）" in found.value.message_zh,
    ) == (
        "HEARING_UNSIGNED",
        True,
    )
    assert leads(bureau, asked, "ins1") == ("IssueForm", "听证笔录")
    record = bureau.issue(asked, "hearing_record")
    assert leads(bureau, asked, "ins1") == ("SignForm", "听证笔录")
    bureau.sign(asked, record)
    assert bureau.refused("ins1", submit) == "HEARING_UNSIGNED"
    assert leads(bureau, asked, "ins1")[0] != "SubmitLegalReview"
    assert leads(bureau, asked, "legal") == ("WriteHearingReport", "")
    assert "legal" in waits_for(bureau.state(f"case:{asked}"), bureau.at).people
    bureau.do("legal", c.WriteHearingReport(case_no=asked, heard="双方意见", advice="维持"))
    assert leads(bureau, asked, "ins1") == ("IssueForm", "听证报告")
    report = bureau.issue(asked, "hearing_report")
    assert bureau.refused("ins1", submit) == "HEARING_UNSIGNED"
    bureau.sign(asked, report)
    assert leads(bureau, asked, "ins1")[0] == "SubmitLegalReview"
    assert bureau.do("ins1", submit) == ["LegalReviewSubmitted"]


def test_the_decision_waits_for_a_record_that_was_taken_back(bureau: Any, asked: str) -> None:
    heard(bureau, asked)
    bureau.heard_on_paper(asked)
    bureau.do("ins1", c.SubmitLegalReview(case_no=asked))
    bureau.do("legal", c.ReviewLegality(case_no=asked, opinion=c.Opinion.AGREE, text="合法"))
    forms = bureau.state(f"case:{asked}").forms
    record = next(form.issue_id for form in forms if form.form_id == "hearing_record")
    bureau.do("ins1", VoidForm(case_no=asked, issue_id=record, reason="印错"))
    decide = c.DecideCase(case_no=asked, ruling=c.Ruling.PENALTY, reasons="同意")
    assert bureau.refused("head", decide) == "HEARING_UNSIGNED"


@pytest.mark.parametrize("who", ["sup", "head", "vice"])
def test_the_chair_alone_reports_on_the_hearing(bureau: Any, asked: str, who: str) -> None:
    report = c.WriteHearingReport(case_no=asked, heard="双方意见", advice="维持")
    assert bureau.refused("legal", report) == "STEP_MISSING"
    heard(bureau, asked)
    assert bureau.refused(who, report) == "NOT_THE_CHAIR"
    assert bureau.refused("legal", replace(report, advice=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("ins1", report) == "ROLE_REQUIRED"


def test_a_report_written_anew_is_issued_anew(bureau: Any, asked: str) -> None:
    heard(bureau, asked)
    bureau.heard_on_paper(asked)
    bureau.do("legal", c.WriteHearingReport(case_no=asked, heard="补充", advice="变更"))
    assert bureau.refused("ins1", c.SubmitLegalReview(case_no=asked)) == "HEARING_UNSIGNED"
    assert leads(bureau, asked, "ins1") == ("IssueForm", "听证报告")


def test_a_party_that_does_not_sign_is_noted_in_the_record(bureau: Any, asked: str) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    bureau.wait(15)
    refused = bureau.held(asked, how=c.SignatureHow.REFUSED_TO_SIGN)
    assert bureau.refused("ins1", refused) == "FIELD_REQUIRED"
    bureau.do("ins1", replace(refused, what_happened="称记录不全", witness="王某"))
    bureau.issue(asked, "hearing_record")
    events = bureau.streams[f"case:{asked}"]
    form = bureau.state(f"case:{asked}").forms[-1]
    printed = values(Print(asked, events, form, "示例县医疗保障局"))["hearing"]
    assert "拒绝在笔录上签名。称记录不全。见证人：王某。" in printed["refusal"]
    assert (printed["clerk"], printed["attended"]) == ("书记员", "当事人、承办人")


@pytest.mark.parametrize("blank", ["clerk", "attended", "record"])
def test_a_record_says_who_wrote_it_and_who_took_part(bureau: Any, asked: str, blank: str) -> None:
    bureau.do("ins1", announced(bureau, asked))
    bureau.hearing_told(asked)
    bureau.wait(15)
    assert bureau.refused("ins1", bureau.held(asked, **{blank: " "})) == "FIELD_REQUIRED"


def test_a_hearing_whose_chair_left_before_his_report_is_held_anew(bureau: Any, asked: str) -> None:
    heard(bureau, asked)
    anew = c.DesignateChair(case_no=asked, chair="sup")
    # Who chaired it can write his report: nobody takes the hearing from him.
    assert bureau.refused("head", anew) == "NOT_THE_CHAIR"
    assert bureau.refused("ins1", announced(bureau, asked)) == "NOT_THE_CHAIR"
    bureau.do("sec", DisableAccount(login="legal", reason="调离"))
    bureau.do("head", anew)
    assert bureau.do("ins1", announced(bureau, asked)) == ["HearingAnnounced"]
    case = bureau.state(f"case:{asked}")
    assert (case.hearing_held, case.hearing_chair, case.hearing.chair.account) == (
        False,
        None,
        "sup",
    )
    # What was recorded before counts no more: the party is told, and heard, anew.
    assert bureau.refused("ins1", bureau.held(asked)) == "HEARING_UNTOLD"
    bureau.hearing_told(asked)
    bureau.wait(15)
    bureau.do("ins1", bureau.held(asked))
    report = c.WriteHearingReport(case_no=asked, heard="双方意见", advice="维持")
    assert bureau.refused("legal", report) == "NOT_THE_CHAIR"
    assert bureau.do("sup", report) == ["HearingReported"]
    assert bureau.refused("ins1", announced(bureau, asked)) == "ALREADY_DONE"
