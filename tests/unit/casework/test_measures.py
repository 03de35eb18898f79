"""Measures: begun, ended to the minute, overlapping by rule, told once by the beat."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.measure.convert import lift_reasons
from casework.actors import BEAT
from casework.cases.impose import department_of, suspends_department
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import measures as m
from casework.commands.delegation import AttachLetter, EntrustCentre
from casework.commands.evidence import DamageKind, ReportDamage
from casework.events import GENESIS, seal
from casework.measures.act import fall
from casework.measures.area import meet
from casework.measures.consequences import fallen, subject_of
from casework.measures.eyes import acts_on
from casework.measures.plan import Plan, end_of
from casework.measures.rows import kinds, mode_of, terms
from casework.measures.state import Standing
from casework.refusal import Refusal

HOSPITAL = "H34162300001"
STREAM = f"measures:institution:{HOSPITAL}"
PLACE: dict[str, Any] = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": HOSPITAL}
MONTHS = m.MeasureType.SUSPEND_INSTITUTION


def proposed(bureau: Any, **given: Any) -> m.ProposeMeasure:
    values: dict[str, Any] = {
        "subject_kind": m.SubjectKind.INSTITUTION,
        "subject_key": HOSPITAL,
        "subject_name": "云溪县人民医院",
        "term": "payment-share-50",
        "document_no": "协处〔2026〕1号",
        "reasons": "多次违约",
        "months": 3,
    } | given
    return m.ProposeMeasure(**values)


def imposed(bureau: Any, who: str = "chief", **given: Any) -> str:
    """A proposal by the agency and its decision; returns the measure's id."""
    command = proposed(bureau, **given)
    bureau.do("agency", command)
    stream = f"measures:{command.subject_kind.value}:{command.subject_key}"
    found: str = bureau.state(stream).measures[-1].measure_id
    bureau.hear(command, found)
    bureau.do(who, deciding(found, command))
    bureau.measure_served(command, found)
    return found


def deciding(measure_id: str, of: m.MeasureCommand, **given: Any) -> m.DecideMeasure:
    values: dict[str, Any] = {
        "subject_kind": of.subject_kind,
        "subject_key": of.subject_key,
        "department": of.department,
        "measure_id": measure_id,
        "approve": True,
    } | given
    return m.DecideMeasure(**values)


def test_a_suspension_of_three_months_holds_until_midnight_after_its_last_day(bureau: Any) -> None:
    imposed(bureau)
    state = bureau.state(STREAM)
    one = state.measures[0]
    assert one.starts_at is not None
    assert one.starts_at.astimezone(UTC) == datetime(2026, 3, 2, 1, 3, tzinfo=UTC)
    # 2 March to 1 June, Shanghai: over with the first moment of 2 June.
    assert one.ends_at == datetime(2026, 6, 1, 16, 0, tzinfo=UTC)
    last = datetime(2026, 6, 1, 15, 59, 59, tzinfo=UTC)
    assert one.standing(last) is Standing.IN_FORCE
    assert one.standing(last + timedelta(seconds=1)) is Standing.EXPIRED
    assert one.standing(one.starts_at - timedelta(seconds=1)) is Standing.PENDING
    assert state.holding(last) == (one,)
    assert state.holding(one.ends_at) == ()


def test_an_end_to_the_minute(bureau: Any) -> None:
    ends = datetime(2026, 3, 9, 7, 30, tzinfo=UTC)
    imposed(bureau, months=0, ends_at=ends)
    one = bureau.state(STREAM).measures[0]
    assert one.holds(ends - timedelta(minutes=1))
    assert not one.holds(ends)


def test_the_beat_tells_each_end_once_and_in_order(bureau: Any) -> None:
    second = datetime(2026, 3, 20, 0, 0, tzinfo=UTC)
    imposed(bureau, months=0, ends_at=second, area="341623")
    first = datetime(2026, 3, 9, 7, 30, tzinfo=UTC)
    imposed(bureau, months=0, ends_at=first, area="341602")
    assert bureau.state(STREAM).next_end() == first
    bureau.at = datetime(2026, 4, 1, tzinfo=UTC)
    assert bureau.do(BEAT, m.EndMeasures(stream=STREAM)) == ["MeasureExpired", "MeasureExpired"]
    told = [e.data["measure_id"] for e in bureau.streams[STREAM] if e.type == "MeasureExpired"]
    assert told == ["M2", "M1"]
    assert bureau.do(BEAT, m.EndMeasures(stream=STREAM)) == []
    assert bureau.state(STREAM).next_end() is None


def test_an_end_is_told_three_days_before_once_and_never_after_it(bureau: Any) -> None:
    ends = datetime(2026, 3, 20, 0, 0, tzinfo=UTC)
    imposed(bureau, months=0, ends_at=ends, area="341623")
    assert bureau.state(STREAM).next_mark() == ends - timedelta(days=3)
    bureau.at = ends - timedelta(days=3, seconds=1)
    assert bureau.do(BEAT, m.EndMeasures(stream=STREAM)) == []
    bureau.at = ends - timedelta(days=3)
    assert bureau.do(BEAT, m.EndMeasures(stream=STREAM)) == ["MeasureWarned"]
    assert bureau.do(BEAT, m.EndMeasures(stream=STREAM)) == []
    assert bureau.state(STREAM).next_mark() == ends
    # Two days only: there is nothing to tell beforehand. The beat was down: the end alone is told.
    imposed(bureau, months=0, ends_at=bureau.at + timedelta(days=2), area="341602")
    bureau.at = ends + timedelta(days=9)
    assert bureau.do(BEAT, m.EndMeasures(stream=STREAM)) == ["MeasureExpired", "MeasureExpired"]
    assert bureau.state(STREAM).next_mark() is None


def test_only_the_beat_ends_measures(bureau: Any) -> None:
    imposed(bureau)
    assert bureau.refused("head", m.EndMeasures(stream=STREAM)) == "NOT_YOURS"


def test_two_suspensions_of_one_institution_run_one_after_the_other(bureau: Any) -> None:
    imposed(bureau, months=1)
    imposed(bureau, months=2)
    first, second = bureau.state(STREAM).measures
    assert second.starts_at == first.ends_at
    assert second.ends_at == datetime(2026, 6, 1, 16, 0, tzinfo=UTC)


def test_other_areas_do_not_meet(bureau: Any) -> None:
    imposed(bureau, months=1, area="341623")
    imposed(bureau, months=1, area="341602")
    first, second = bureau.state(STREAM).measures
    assert second.starts_at < first.ends_at


def test_termination_absorbs_a_suspension_and_refuses_a_later_one(bureau: Any) -> None:
    imposed(bureau)
    bureau.imposes(STREAM, "tiaoli-13-terminate")
    first, second = bureau.state(STREAM).measures
    assert first.standing(bureau.at) is Standing.LIFTED
    assert second.standing(bureau.at) is Standing.IN_FORCE
    assert second.ends_at is None
    assert lift_reasons(first, "zh") == "由解除医保协议吸收"
    assert lift_reasons(first, "en") == "Absorbed by: termination of the agreement"
    assert lift_reasons(second, "en") == ""
    assert first.proposed_at is not None
    assert first.lifted_by is not None
    again = proposed(bureau)
    bureau.do("agency", again)
    bureau.hear(again, "M3")
    with pytest.raises(Refusal) as refused:
        bureau.do("chief", deciding("M3", again))
    assert refused.value.code == "MEASURE_CONFLICT"
    assert "协议已解除，无协议可中止" in refused.value.message_zh
    assert "the agreement is terminated, there is none to suspend" in refused.value.message_en


def test_who_proposed_does_not_decide_and_a_refusal_holds_nothing(bureau: Any) -> None:
    command = proposed(bureau)
    bureau.do("agency", command)
    assert bureau.refused("agency", deciding("M1", command)) == "ROLE_REQUIRED"
    no = deciding("M1", command, approve=False, reasons="证据不足")
    assert bureau.do("chief", no) == ["MeasureRefused"]
    assert bureau.state(STREAM).holding(bureau.at) == ()
    assert bureau.refused("chief", deciding("M1", command)) == "ALREADY_DONE"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"months": 0}, "BAD_VALUE"),
        ({"months": 13}, "OUTSIDE_BAND"),
        ({"term": "tiaoli-41-person"}, "PENAL_MEASURE"),
        ({"term": "none"}, "NOT_FOUND"),
        ({"subject_kind": m.SubjectKind.DOCTOR, "subject_key": "D1"}, "BAD_VALUE"),
        ({"reasons": " "}, "FIELD_REQUIRED"),
        ({"months": 0, "ends_at": datetime(2026, 1, 1, tzinfo=UTC)}, "DATE_ORDER"),
        ({"months": 0, "ends_at": datetime(2028, 1, 1, tzinfo=UTC)}, "OUTSIDE_BAND"),
        (
            {
                "subject_kind": m.SubjectKind.DEPARTMENT,
                "department": "骨科",
                "term": "tiaoli-38-department",
                "months": 6,
            },
            "PENAL_MEASURE",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(bureau: Any, given: Any, code: str) -> None:
    assert bureau.refused("agency", proposed(bureau, **given)) == code


@pytest.mark.parametrize("term", [row for row in terms() if row.handled], ids=lambda row: row.id)
def test_what_rests_on_the_agreement_is_imposed_by_its_handling_alone(
    bureau: Any, term: Any
) -> None:
    kind = sorted(kinds()[term.kind].subjects)[0]
    subject = {"subject_kind": kind, "subject_key": HOSPITAL, "department": "骨科"}
    months = 3 if kinds()[term.kind].timed else 0
    command = proposed(bureau, term=term.id, months=months, **subject)
    for who in ("ins1", "agency"):
        assert bureau.refused(who, command) == "HANDLED_MEASURE"


def test_one_of_the_agreement_that_was_proposed_before_that_was_asked_can_only_be_refused(
    bureau: Any,
) -> None:
    command = proposed(bureau)
    bureau.do("agency", command)
    [event] = bureau.streams[STREAM]
    old = {**event.data, "term": "tiaoli-13-agreement"}
    bureau.streams[STREAM] = [seal(STREAM, 1, "MeasureProposed", old, "agency", event.at, GENESIS)]
    assert bureau.refused("chief", deciding("M1", command)) == "HANDLED_MEASURE"
    no = deciding("M1", command, approve=False, reasons="请按协议处理办理")
    assert bureau.do("chief", no) == ["MeasureRefused"]


def heard(
    of: m.MeasureCommand, told_on: date, how: c.Defence, text: str = "", scan: str = ""
) -> m.HearMeasure:
    return m.HearMeasure(
        subject_kind=of.subject_kind, subject_key=of.subject_key, measure_id="M1", told_on=told_on,
        department=of.department, how=how, text=text, evidence_id=scan,
    )  # fmt: skip


def test_what_no_handling_stands_behind_is_decided_once_its_subject_was_told_and_heard(
    bureau: Any,
) -> None:
    command = proposed(bureau)
    bureau.do("agency", command)
    first = bureau.today
    with pytest.raises(Refusal, match="记录告知与陈述申辩") as refused:
        bureau.do("chief", deciding("M1", command))
    assert refused.value.code == "STEP_MISSING"
    silent = heard(command, first, c.Defence.SILENT)
    scan = bureau.evidence("S1")
    stated = heard(command, first, c.Defence.STATED, "人员占比计算有误（6 月 3 日盖章说明）", scan)
    assert bureau.refused("agency", silent) == "PERIOD_RUNNING"
    assert bureau.refused("agency", replace(stated, text=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("agency", replace(stated, evidence_id="")) == "FIELD_REQUIRED"
    assert bureau.refused("agency", replace(stated, evidence_id="S9")) == "NOT_FOUND"
    for day in (first - timedelta(days=1), first + timedelta(days=1)):
        assert bureau.refused("agency", replace(stated, told_on=day)) == "DATE_ORDER"
    assert bureau.refused("sup", stated) == "ROLE_REQUIRED"
    offered = acts_on(bureau.state(STREAM).measures[0], bureau.people["agency"], bureau.at)
    assert offered == ("HearMeasure", "NoteMeasure")
    bureau.wait(30)
    assert bureau.do("agency", silent) == ["MeasureHeard"]
    # What comes later is heard all the same, until the decision; that nothing came is said once.
    assert bureau.refused("agency", silent) == "ALREADY_DONE"
    assert bureau.do("agency", stated) == ["MeasureHeard", "ScanServes"]
    one = bureau.state(STREAM).measures[0]
    assert (one.heard, one.told_on, one.statement) == ("stated", first, stated.text)
    assert one.statements == (scan,)
    # A further statement is a paper of its own.
    assert bureau.refused("agency", stated) == "SCAN_TAKEN"
    assert bureau.do("chief", deciding("M1", command)) == ["MeasureDecided"]
    assert bureau.refused("agency", stated) == "ALREADY_DONE"


def test_a_talk_needs_no_hearing(bureau: Any) -> None:
    command = proposed(bureau, term="tiaoli-38-talk", months=0)
    bureau.do("agency", command)
    asked = heard(command, bureau.today, c.Defence.WAIVED, "x", bureau.evidence("S1"))
    assert bureau.refused("agency", asked) == "BAD_VALUE"
    assert bureau.do("sup", deciding("M1", command)) == ["MeasureDecided"]


@pytest.mark.parametrize("term", [row for row in terms() if row.penal], ids=lambda row: row.id)
def test_a_penalty_is_imposed_by_its_case_alone(bureau: Any, term: Any) -> None:
    insured = term.kind is m.MeasureType.SUSPEND_SETTLEMENT
    subject = {
        "subject_kind": m.SubjectKind.INSURED if insured else m.SubjectKind.DEPARTMENT,
        "subject_key": "P1" if insured else HOSPITAL,
        "department": "" if insured else "骨科",
    }
    command = proposed(bureau, term=term.id, months=6, **subject)
    assert bureau.refused("ins1", command) == "PENAL_MEASURE"


def test_settlement_is_stopped_for_refusal_by_the_head_alone(bureau: Any) -> None:
    command = proposed(bureau, term="tiaoli-30-refusal", months=0)
    bureau.do("ins1", command)
    for who in ("sup", "head"):
        assert bureau.refused(who, deciding("M1", command)) == "HEAD_ALONE"
    own = {"subject_kind": command.subject_kind, "subject_key": HOSPITAL, "measure_id": "M1"}
    stop = m.StopSettlement(**own, approve=True)
    assert bureau.refused("sup", stop) == "ROLE_REQUIRED"
    assert bureau.do("head", stop) == ["MeasureDecided"]
    assert bureau.state(STREAM).holding(bureau.at) == ()
    assert bureau.measure_served(command, "M1") == ["MeasureServed", "ScanServes", "MeasureImposed"]
    assert bureau.state(STREAM).holding(bureau.at)[0].ends_at is None
    assert bureau.refused("sup", m.LiftMeasure(**own, reasons="已配合")) == "HEAD_ALONE"
    bureau.do("head", m.LiftMeasure(**own, reasons="已配合调查"))
    assert bureau.state(STREAM).holding(bureau.at) == ()


def test_an_annulled_penalty_takes_its_suspension_with_it(bureau: Any) -> None:
    no = bureau.noticed(months=6)
    assert not suspends_department(bureau.state(f"case:{no}"))
    defence = bureau.waived(no)
    bureau.do("ins1", defence)
    bureau.do("ins1", c.SubmitLegalReview(case_no=no))
    bureau.do("legal", c.ReviewLegality(case_no=no, opinion=c.Opinion.AGREE, text="同意"))
    bureau.do(
        "head",
        c.DiscussCase(
            case_no=no,
            members=("head", "vice", "sup"),
            subject=c.DiscussionSubject.DECISION,
            held_on=bureau.today,
            record="同意",
            agreed=True,
            ruling=c.Ruling.PENALTY,
        ),
    )
    bureau.do("head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1号"))
    bureau.sealed(no)
    # The decision names the department; one of before left it to the service.
    case = bureau.state(f"case:{no}")
    assert not suspends_department(case)
    old = case.with_proposal(replace(case.proposal, department=""))
    assert suspends_department(old)
    assert department_of(old, " 内科 ") == "内科"
    assert department_of(case, "内科") == "骨科"
    served = c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert bureau.do("ins1", served) == ["DecisionServed", "MeasureImposed"]
    stream = f"measures:department:{HOSPITAL}/骨科"
    (one,) = bureau.state(stream).holding(bureau.at)
    assert bureau.state(stream).name == bureau.state(f"case:{no}").party.name
    assert (one.kind, one.case_no) == (m.MeasureType.SUSPEND_DEPARTMENT, no)
    assert one.ends_at == datetime(2026, 9, 1, 16, 0, tzinfo=UTC)
    annul = c.AnnulDecision(
        case_no=no,
        by="市医保局",
        document_no="复决1号",
        annulled_on=bureau.today,
        reasons="程序违法",
    )
    # It is a penalty: nobody lifts it for good behaviour, the head only on a paper that ended it.
    lift = m.LiftMeasure(
        subject_kind=m.SubjectKind.DEPARTMENT, subject_key=HOSPITAL, department="骨科",
        measure_id=one.measure_id, reasons="已整改",
    )  # fmt: skip
    for who in ("sup", "head"):
        assert bureau.refused(who, lift) == "PENALTY_STANDS"
    assert bureau.refused("sup", replace(lift, document_no="复决1号")) == "PENALTY_STANDS"
    (ended,) = bureau.would("head", replace(lift, document_no="复决1号"))
    assert (ended.type, ended.data["document_no"]) == ("MeasureLifted", "复决1号")
    # The list of what follows names the measure before anything is done.
    drafts = [(one.stream, one.type, one.data) for one in bureau.would("head", annul)]
    ((subject, (told,)),) = fallen([bureau.state(stream)], drafts, bureau.at)
    assert subject_of(subject) == f"{case.party.name} 骨科"
    assert (told.kind, told.starts, told.until) == ("measure", date(2026, 3, 2), date(2026, 9, 2))
    for words in (told.zh, told.en):
        assert "2026-09-02" in words
    assert "随决定解除" in told.zh
    assert "ends with the decision" in told.en
    assert fallen([bureau.state(stream)], drafts[:1], bureau.at) == ()
    assert bureau.do("head", annul) == ["DecisionAnnulled", "MeasureLifted"]
    assert bureau.state(stream).holding(bureau.at) == ()


def test_a_measure_of_a_handling_ends_in_its_case_too(bureau: Any) -> None:
    no = bureau.opened(path=c.Path.AGREEMENT)
    measure = a.Measure(a.MeasureKind.SUSPEND_AGREEMENT, Decimal(0), 1, "", "协议第四十条")
    bureau.do("agency", a.ProposeHandling(case_no=no, measures=(measure,), reasons="违约"))
    bureau.handling_told(no)
    bureau.do("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="无异议"))
    decide = a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="协处1号")
    assert bureau.do("chief", decide) == ["HandlingDecided"]
    assert bureau.handling_served(no) == ["HandlingServed", "MeasureImposed"]
    decided = next(e for e in bureau.streams[f"case:{no}"] if e.type == "HandlingDecided")
    assert [m["kind"] for m in decided.data["measures"]] == ["suspend_agreement"]
    # Who signed the decision did not propose it: the case says who did.
    assert bureau.state(STREAM).measures[-1].proposed_at is None
    # A penalty that falls in the case it became takes nothing of the agreement with it.
    running = bureau.state(STREAM)
    assert fall(running, no, bureau.at, "x", penal=True) == []
    assert [kind for _, kind, _ in fall(running, no, bureau.at, "x", penal=False)] == [
        "MeasureLifted"
    ]
    bureau.wait(40)
    assert bureau.do(BEAT, m.EndMeasures(stream=STREAM)) == ["MeasureExpired", "MeasureEnded"]
    assert bureau.streams[f"case:{no}"][-1].data["title"] == "中止医保协议"


@given(
    start=st.integers(0, 34_000).map(
        lambda hours: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
    ),
    months=st.integers(1, 12),
)
def test_months_end_at_midnight_and_never_early(start: datetime, months: int) -> None:
    term = "tiaoli-13-agreement"
    ends = end_of(Plan(MONTHS, term, "x", "x", start, months))
    assert ends is not None
    local = ends + timedelta(hours=8)
    assert (local.hour, local.minute, local.second) == (0, 0, 0)
    first = (start + timedelta(hours=8)).date()
    assert timedelta(days=28 * months - 1) < ends - start <= timedelta(days=31 * months)
    assert local.day == first.day or local.date() + timedelta(days=1) == date(
        local.year + local.month // 12, local.month % 12 + 1, 1
    )


def test_areas_meet_where_one_lies_in_the_other() -> None:
    assert meet("", "341623")
    assert meet("3416", "341623")
    assert meet("341623", "341623100")
    assert not meet("341602", "341623")
    # Codes of before were kept as they were typed, with their empty parts.
    assert meet("341600", "341623")
    assert meet(" 340000 ", "341623100000")
    assert not meet("341600", "341723")
    # Words of before say nothing that can be compared: nobody may run side by side on them.
    assert meet("城关镇", "利辛县城关镇")
    assert meet("341623", "利辛县")


@pytest.mark.parametrize(
    ("given", "kept"),
    [("", ""), (" 341623 ", "341623"), ("341600", "3416"), ("340000", "34"), ("341623000000", "341623"),
     ("341623100000", "341623100"), ("341623100201", "341623100201")],
)  # fmt: skip
def test_an_area_is_kept_as_the_code_of_its_division(bureau: Any, given: str, kept: str) -> None:
    bureau.do("agency", proposed(bureau, area=given))
    assert bureau.state(STREAM).measures[0].area == kept


@pytest.mark.parametrize(
    "given", ["利辛县", "34162", "341623000000000", "3416x3", "000000", "00", "３４１６"]
)
def test_an_area_in_words_is_refused(bureau: Any, given: str) -> None:
    assert bureau.refused("agency", proposed(bureau, area=given)) == "BAD_VALUE"


def test_a_measure_that_was_proposed_with_words_for_its_area_is_still_decided(bureau: Any) -> None:
    first = imposed(bureau, months=1, area="341623")
    bureau.do("agency", proposed(bureau, months=1, area="341602"))
    chain = bureau.streams[STREAM]
    at = next(n for n, one in enumerate(chain) if one.seq == len(chain))
    chain[at] = replace(chain[at], data={**chain[at].data, "area": "利辛县"})
    second = bureau.state(STREAM).measures[-1]
    assert (second.area, second.measure_id != first) == ("利辛县", True)
    of = proposed(bureau)
    bureau.hear(of, second.measure_id)
    bureau.do("chief", deciding(second.measure_id, of))
    bureau.measure_served(of, second.measure_id)
    # It may lie in the other's area, so it waits for its end.
    one, two = bureau.state(STREAM).measures
    assert two.starts_at == one.ends_at


def test_every_row_says_its_law_and_every_timed_kind_has_a_term() -> None:
    for row in terms():
        assert row.basis
        assert row.mark in "VSM"
        assert bool(row.max_months) == kinds()[row.kind].timed, row.id
    assert {row.kind for row in terms()} == set(m.MeasureType)
    today = date(2026, 3, 2)
    assert mode_of(m.MeasureType.TERMINATE, MONTHS, today) is not None
    assert mode_of(m.MeasureType.TALK, MONTHS, today) is None


def test_what_was_absorbed_before_it_began_never_held(bureau: Any) -> None:
    """A suspension that was to begin in June gives way to the termination of March."""
    later = bureau.at + timedelta(days=90)
    imposed(bureau, starts_at=later)
    bureau.imposes(STREAM, "tiaoli-13-terminate")
    first, second = bureau.state(STREAM).measures
    for moment in (bureau.at, later, later + timedelta(days=200)):
        assert first.standing(moment) is Standing.ABSORBED
        assert bureau.state(STREAM).holding(moment) == (second,)


def paper(measure_id: str, form_id: str, evidence_id: str) -> m.AttachMeasurePaper:
    return m.AttachMeasurePaper(
        subject_kind=m.SubjectKind.INSTITUTION, subject_key=HOSPITAL, measure_id=measure_id,
        form_id=form_id, evidence_id=evidence_id,
    )  # fmt: skip


def test_the_centres_letter_is_no_paper_of_a_measure(bureau: Any) -> None:
    """Also one that was attached before the vault's item said which paper it is."""
    imposed(bureau)
    day = bureau.today
    letter = EntrustCentre(
        document_no="委1号", scope="监督检查", where="县政府网站", published_on=day, starts_on=day,
        ends_on=day + timedelta(days=300),
    )  # fmt: skip
    bureau.do("head", letter)
    bureau.do("chief", m.LiftMeasure(**PLACE, measure_id="M1", reasons="已整改"))
    notice = paper("M1", "lift_notice", bureau.evidence("E1"))
    bureau.do("head", AttachLetter(document_no="委1号", evidence_id="E1"))
    assert bureau.refused("agency", notice) == "SCAN_TAKEN"
    chain = bureau.streams["evidence:E1"]
    assert chain.pop().type == "ScanServes"
    with pytest.raises(Refusal, match="委托书 委1号"):
        bureau.would("agency", notice)


def test_each_paper_of_a_measure_keeps_its_signed_scan(bureau: Any) -> None:
    bureau.do("agency", proposed(bureau))
    notice = paper("M1", "suspension_notice", bureau.evidence("E1"))
    # What is not decided yet has no notice, and one of its kind never has a record of a talk.
    assert bureau.refused("agency", notice) == "STEP_MISSING"
    bureau.hear(notice, "M1")
    bureau.do("chief", deciding("M1", proposed(bureau)))
    assert bureau.refused("agency", replace(notice, form_id="talk_record")) == "STEP_MISSING"
    assert bureau.refused("agency", replace(notice, evidence_id="E9")) == "NOT_FOUND"
    assert bureau.refused("agency", replace(notice, measure_id="M9")) == "NOT_FOUND"
    bureau.do("agency", notice)
    approval = replace(notice, form_id="measure_approval")
    assert bureau.refused("agency", approval) == "SCAN_TAKEN"
    bureau.do("agency", replace(approval, evidence_id=bureau.evidence("E2")))
    again = replace(notice, evidence_id=bureau.evidence("E3"))
    assert bureau.refused("agency", again) == "SCAN_STANDS"
    bureau.do("ins1", ReportDamage(evidence_id="E1", what=DamageKind.UNREADABLE))
    bureau.do("agency", again)
    [one] = bureau.state(STREAM).measures
    assert dict(one.signed) == {"suspension_notice": "E3", "measure_approval": "E2"}
