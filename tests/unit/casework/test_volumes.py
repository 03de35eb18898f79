"""正卷 and 副卷: what goes where, in which order, for how long, and again after later papers."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from casework.actors import BEAT
from casework.cases.state import CaseState
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.documents import IssueForm, SignForm, VoidForm
from casework.commands.evidence import DamageKind
from casework.commands.measures import LiftMeasure, SubjectKind
from casework.commands.volumes import (
    BoundVolume,
    HoldVolumes,
    RecordBinding,
    RecordVolumeCheck,
)
from casework.decide import next_actions, step_of
from casework.measures.state import NoticeService
from casework.refusal import Refusal
from casework.volumes.measured import with_sheets
from casework.volumes.plan import plan
from casework.volumes.retention import retention_of, retentions
from casework.volumes.state import VolumeKind
from casework.volumes.supplement import supplement
from evidence.forms.context import Print, values
from tests.unit.casework.test_measures_unsigned import suspended

MAIN, INNER = VolumeKind.MAIN, VolumeKind.INNER


def issue(bureau: Any, no: str, form_id: str) -> str:
    bureau.do("ins1", IssueForm(case_no=no, form_id=form_id, number="1", serial=1, year=2026))
    return bureau.state(f"case:{no}").forms[-1].issue_id


def scanned(bureau: Any, no: str, evidence_id: str, proves: str = "事实") -> None:
    bureau.evidence(evidence_id)
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=evidence_id, proves=proves))


def closed(bureau: Any) -> str:
    """A case to the end: evidence, signed approvals, sealed decision, receipts."""
    no = bureau.decided()
    scanned(bureau, no, "E1")
    issue(bureau, no, "legal_opinion")
    bureau.sealed(no)
    bureau.do("ins1", c.ServeDecision(case_no=no, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    bureau.receipts(no)
    for kind, amount in ((c.PaymentKind.FINE, "8226.00"), (c.PaymentKind.RECOVERY, "4113.00")):
        gone = {"ground": c.WriteOffGround.PARTY_GONE, "document_no": "核1", "reasons": "已注销"}
        bureau.do("head", c.WriteOff(case_no=no, kind=kind, amount=Decimal(amount), **gone))
    bureau.approvals_signed(no)
    bureau.close(no)
    bureau.approvals_signed(no)
    return no


def binding(bureau: Any, no: str, seen: CaseState | None = None, **wrong: Any) -> RecordBinding:
    """The command as the binder writes it, one page for each row."""
    case = seen or bureau.state(f"case:{no}")
    volumes = tuple(
        BoundVolume(
            kind, "a" * 64, "b" * 64, 10, len(rows) + 3, tuple((n, n) for n in _count(rows))
        )
        for kind, rows in plan(case).items()
    )
    said = {"case_no": no, "bound_at": case.version, "volumes": volumes}
    return RecordBinding(**{**said, "retain_until": date(2056, 3, 2), **wrong})


def _count(rows: Any) -> range:
    return range(1, len(rows) + 1)


def test_legal_review_and_approvals_are_inner_and_the_decision_leads(bureau: Any) -> None:
    no = closed(bureau)
    rows = plan(bureau.state(f"case:{no}"))
    main = [entry.title for entry in rows[MAIN]]
    assert main[0] == "行政处罚决定书"
    assert main[1:3] == ["送达回证（行政处罚事先告知书）", "送达回证（行政处罚决定书）"]
    assert main[3:] == ["立案审批表", "行政处罚事先告知书", "E1.pdf（事实）"]
    assert [entry.title for entry in rows[INNER]] == [
        *("调查终结审批表", "行政处罚告知审批表", "法制审核意见书", "行政处罚决定审批表"),
        "核销（退付）审批表",
        "结案报告",
        "结案审批表",
    ]
    # The signed paper stands in for the print, and is bound once.
    assert all(entry.scan for entry in rows[INNER] if entry.title != "结案报告")
    bound = [one for entries in rows.values() for one in entries]
    scans = [one.scan or one.source.partition(":")[2] for one in bound]
    assert len(scans) == len(set(scans))


def test_what_tells_who_reported_lies_in_the_inner_volume_and_on_no_list(bureau: Any) -> None:
    no = bureau.filed()
    for name in ("张三的举报信", "E2", "E3"):
        bureau.evidence(name)
    attach = {"case_no": no, "proves": "线索来源"}
    bureau.do("ins1", c.AttachEvidence(evidence_id="张三的举报信", from_reporter=True, **attach))
    bureau.do("ins1", c.AttachEvidence(evidence_id="E2", **attach))
    bureau.do("ins1", c.AttachEvidence(evidence_id="E3", **attach))
    protect = c.ProtectReporter(case_no=no, evidence_id="E2")
    assert bureau.do("ins2", protect) == ["ReporterProtected"]
    refused(bureau, "ins1", protect, "ALREADY_DONE")
    refused(bureau, "ins1", c.ProtectReporter(case_no=no, evidence_id="E9"), "NOT_FOUND")
    refused(bureau, "ins3", c.ProtectReporter(case_no=no, evidence_id="E3"), "NOT_AN_OFFICER")
    refused(bureau, "office", c.ProtectReporter(case_no=no, evidence_id="E3"), "ROLE_REQUIRED")
    rows = plan(bureau.state(f"case:{no}"))
    assert [one.source for one in rows[MAIN]] == ["evidence:E3"]
    assert [one.source for one in rows[INNER]] == ["evidence:张三的举报信", "evidence:E2"]
    # The catalogue does not tell the name either, and the list of evidence has neither item.
    assert {one.title for one in rows[INNER]} == {"举报材料"}
    issue(bureau, no, "evidence_list")
    case, events = bureau.state(f"case:{no}"), bureau.streams[f"case:{no}"]
    listed = values(Print(no, events, case.forms[-1], "云溪县医保局"))["evidence"]
    assert [one["name"] for one in listed] == ["E3.pdf"]


def test_a_void_form_is_not_bound(bureau: Any) -> None:
    no = bureau.filed()
    first = issue(bureau, no, "filing")
    issue(bureau, no, "filing")
    bureau.do("ins1", VoidForm(case_no=no, issue_id=first, reason="错印"))
    assert [one.source for one in plan(bureau.state(f"case:{no}"))[MAIN]] == ["form:W2"]


def test_only_what_is_over_is_bound_and_only_as_it_stands(bureau: Any) -> None:
    no = bureau.filed()
    issue(bureau, no, "filing")
    refused(bureau, "ins1", binding(bureau, no), "ILLEGAL_MOVE")
    bureau = type(bureau)()
    no = closed(bureau)
    good = binding(bureau, no)
    refused(bureau, "agency", good, "ROLE_REQUIRED")
    refused(bureau, "ins1", binding(bureau, no, bound_at=good.bound_at - 1), "STALE_VERSION")
    refused(bureau, "ins1", binding(bureau, no, volumes=good.volumes[:1]), "BAD_VALUE")
    assert bureau.do("ins1", good) == ["CaseBound"]


def test_a_binding_keeps_catalogue_hashes_and_retention(bureau: Any) -> None:
    no = closed(bureau)
    bureau.do("ins1", binding(bureau, no))
    (bound,) = bureau.state(f"case:{no}").bindings
    assert bound.version == 1
    assert bound.retention_zh == "30年"
    assert "国家档案局令第8号" in bound.basis
    assert [volume.kind for volume in bound.volumes] == [MAIN, INNER]
    row = bound.volumes[0].rows[3]
    assert (row.first, row.last, row.entry.on) == (4, 4, bureau.today)


def test_a_later_paper_gives_a_new_version_and_nothing_new_gives_none(bureau: Any) -> None:
    no = closed(bureau)
    bureau.do("ins1", binding(bureau, no))
    refused(bureau, "ins1", binding(bureau, no), "ALREADY_BOUND")
    issue_id = issue(bureau, no, "closing")
    bureau.do("ins1", binding(bureau, no))
    case = bureau.state(f"case:{no}")
    assert [one.version for one in case.bindings] == [1, 2]
    assert case.bindings[1].volume(INNER).rows[-1].entry.source == f"form:{issue_id}"
    # The signed approval of the closing comes after the end; the volume is bound with it.
    scanned(bureau, no, "E9", "结案审批")
    bureau.do("ins1", SignForm(case_no=no, issue_id=issue_id, evidence_id="E9"))
    bureau.do("ins1", binding(bureau, no))
    assert bureau.state(f"case:{no}").bindings[2].volume(INNER).rows[-1].entry.scan == "E9"


def test_a_case_that_is_over_takes_the_papers_it_waits_for_and_no_more(bureau: Any) -> None:
    no = closed(bureau)
    for name in ("E5", "E6", "E7", "E9"):
        bureau.evidence(name)

    def attach(name: str) -> c.AttachEvidence:
        return c.AttachEvidence(case_no=no, evidence_id=name, proves="签字件")

    waiting = [form for form in bureau.state(f"case:{no}").forms if not form.signed]
    assert [form.form_id for form in waiting] == ["notice", "closing_report"]
    # And one that others may write of a decision that stands: notice of a review, of a suit, of its fall.
    for name in ("E5", "E6", "E7"):
        assert bureau.do("ins1", attach(name))[0] == "EvidenceAttached"
    # One paper, one scan: another would be new evidence.
    refused(bureau, "ins1", attach("E9"), "PAPERS_ONLY")
    issue_id = issue(bureau, no, "closing")
    refused(bureau, "ins2", SignForm(case_no=no, issue_id=issue_id, evidence_id="E9"), "NOT_FOUND")
    # Its decision was served before anybody asked if it is published, which would come first.
    case = replace(bureau.state(f"case:{no}"), publishable=False)
    offered = next_actions(case, bureau.people["ins1"], bureau.at)
    assert next(one.name for one in offered if one.primary) == "SignForm"
    assert bureau.do("ins1", attach("E9"))[0] == "EvidenceAttached"
    refused(bureau, "ins3", attach("E9"), "NOT_AN_OFFICER")


def refused(bureau: Any, who: Any, command: Any, code: str) -> None:
    before = {key: len(chain) for key, chain in bureau.streams.items()}
    with pytest.raises(Refusal) as answer:
        bureau.do(who, command)
    assert answer.value.code == code
    assert {key: len(chain) for key, chain in bureau.streams.items() if chain} == {
        key: size for key, size in before.items() if size
    }


def test_the_rounds_of_the_vault_put_locks_and_damage_on_record(bureau: Any) -> None:
    no = closed(bureau)
    bureau.do("ins1", binding(bureau, no))
    hold = HoldVolumes(case_no=no, binding=1, retain_until=date(2080, 1, 1))
    damage = RecordVolumeCheck(case_no=no, volume_sha256="a" * 64, damage=DamageKind.CHANGED)
    for command in (hold, damage):
        refused(bureau, "office", command, "ROLE_REQUIRED")
    refused(bureau, BEAT, replace(hold, binding=2), "NOT_FOUND")
    refused(bureau, BEAT, replace(hold, retain_until=date(2056, 3, 2)), "RETENTION_SHORTER")
    assert bureau.do(BEAT, hold) == ["VolumesHeld"]
    assert bureau.do(BEAT, damage) == ["VolumeDamaged"]
    refused(bureau, BEAT, damage, "ALREADY_DONE")
    (bound,) = bureau.state(f"case:{no}").bindings
    assert (bound.retain_until, bound.permanent) == (date(2080, 1, 1), False)
    assert bound.damaged == {"a" * 64}
    assert bureau.do(BEAT, replace(damage, damage=None)) == ["VolumeSound"]
    assert not bureau.state(f"case:{no}").bindings[0].damaged


@pytest.mark.parametrize("day", [date(2021, 5, 1), date(2026, 3, 2), date(2040, 1, 1)])
def test_every_case_has_a_term_of_keeping(day: date) -> None:
    spot = CaseState("C1", on_spot=True)
    assert retention_of(spot, day).years == 10
    assert retention_of(CaseState("C1"), day).id == "other"
    for row in retentions():
        assert all((row.zh, row.en, row.basis, row.mark))


def test_before_the_first_row_nothing_is_invented() -> None:
    with pytest.raises(LookupError):
        retention_of(CaseState("C1"), datetime(2000, 1, 1, tzinfo=UTC).date())


def test_the_agency_binds_what_it_handled_and_no_penalty_case(bureau: Any) -> None:
    handled = bureau.established(bureau.opened(path=c.Path.AGREEMENT))
    bureau.evidence("E1")
    bureau.do("agency", c.AttachEvidence(case_no=handled, evidence_id="E1", proves="事实"))
    measures = (a.Measure(a.MeasureKind.RECOVERY, Decimal("4113.00"), clause="第三十条"),)
    bureau.do("agency", a.ProposeHandling(case_no=handled, measures=measures, reasons="违约"))
    bureau.handling_told(handled)
    bureau.do("office", a.StateDefence(case_no=handled, how=c.Defence.WAIVED, text="无异议"))
    nothing = a.DecideHandling(
        case_no=handled, ruling=c.Ruling.NO_PENALTY, decision_no="1", reasons="已纠正"
    )
    bureau.do("chief", nothing)
    bureau.handling_served(handled)
    bureau.receipts(handled, "agency")
    bureau.approvals_signed(handled, "agency")
    bureau.do("agency", a.CloseHandling(case_no=handled, situation="不予处理"))
    refused(bureau, "agency", binding(bureau, handled), "BINDING_UNSIGNED")
    bureau.approvals_signed(handled, "agency")
    offered = next_actions(bureau.state(f"case:{handled}"), bureau.people["agency"], bureau.at)
    assert "RecordBinding" in {act.name for act in offered}
    assert bureau.do("agency", binding(bureau, handled)) == ["CaseBound"]


@pytest.mark.parametrize("end", ["terminated", "not_filed", "transferred"])
def test_missing_approvals_lead_where_a_case_ended_and_bar_its_binding(
    bureau: Any, end: str
) -> None:
    if end == "not_filed":
        no = bureau.opened()
        officers = (c.OfficerRef("ins1", "皖01"), c.OfficerRef("ins2", "皖02"))
        bureau.do("sup", c.AssignOfficers(case_no=no, officers=officers))
        bureau.declined(no, "没有违法事实")
    else:
        no = bureau.investigated()
        reasons = {"reasons": "违法事实不能成立"}
        sent = {"recipient": "市医保局", "document_no": "移1"}
        bureau.do(
            "head",
            c.TerminateCase(case_no=no, **reasons)
            if end == "terminated"
            else c.TransferCase(case_no=no, to=c.Authority.OTHER_BUREAU, **sent, **reasons),
        )
    case = bureau.state(f"case:{no}")
    assert case.stage.value == end
    step = step_of(case, bureau.people["ins1"], bureau.at)
    assert (step.name, step.of is not None) == ("IssueForm", True)
    bind = RecordBinding(case_no=no, bound_at=case.version, volumes=(), retain_until=None)
    refused(bureau, "ins1", bind, "BINDING_UNSIGNED")
    bureau.approvals_signed(no)
    step = step_of(bureau.state(f"case:{no}"), bureau.people["ins1"], bureau.at)
    assert step is None or step.name != "IssueForm" or "函" in step.of[0]
    with pytest.raises(Refusal) as answer:
        bureau.do("ins1", bind)
    assert answer.value.code != "BINDING_UNSIGNED"


def test_papers_of_a_cases_measures_are_bound_with_it_and_a_later_one_gives_a_new_version(
    bureau: Any,
) -> None:
    no = suspended(bureau)
    bureau.measures_signed(no)
    bureau.do("agency", a.CloseHandling(case_no=no, situation="办结"))
    bureau.approvals_signed(no, "agency")
    case = seen(bureau, no)
    name, notice = "云溪县人民医院", "暂停（中止）医保服务通知书"
    own = [one.title for one in plan(case)[MAIN] if notice in one.title]
    assert own[0] == f"{notice}（{name} 骨科）"
    assert len(own) == 2
    # Whoever plans without a look at the measures binds nothing.
    assert bureau.refused("agency", binding(bureau, no)) == "BAD_VALUE"
    assert bureau.do("agency", binding(bureau, no, case)) == ["CaseBound"]
    assert bureau.refused("agency", binding(bureau, no, seen(bureau, no))) == "ALREADY_BOUND"
    assert not offered_to_bind(bureau, no)

    place = {
        "subject_kind": SubjectKind.DEPARTMENT,
        "subject_key": "H34162300001",
        "department": "骨科",
    }
    bureau.do("chief", LiftMeasure(**place, measure_id="M1", reasons="已整改"))
    bureau.measures_signed(no)
    assert offered_to_bind(bureau, no)
    again = seen(bureau, no)
    told = supplement(again, MAIN, plan(again)[MAIN])
    assert [one.partition("《")[2].partition("（")[0] for one in told] == [
        "解除措施通知书",
        "解除措施通知书的送达回证",
    ]
    assert bureau.do("agency", binding(bureau, no, again)) == ["CaseBound"]


def test_the_approval_of_a_measure_is_inner_and_what_its_subject_signed_is_not(bureau: Any) -> None:
    no = suspended(bureau)
    bureau.measures_signed(no)
    case = bureau.state(f"case:{no}")
    states = {one: bureau.state(one) for one in case.measured}
    stream = "measures:doctor:D1"
    [one] = states[stream].measures
    apart = replace(
        one,
        signed=(*one.signed, ("measure_approval", "审批件")),
        statements=("陈述件",),
        told_on=bureau.today,
        services=(
            NoticeService("measure", bureau.today, "direct", one.by, "回证件", consent="同意书"),
        ),
    )
    other = replace(one, measure_id="M2", case_no="另案", signed=(("suspension_notice", "他案件"),))
    states[stream] = replace(states[stream], measures=(apart, other))
    sheets = with_sheets(case, states).measure_sheets
    mine = [(kind, row.source) for kind, row in sheets if "骨科" not in row.title]
    assert [source for _, source in mine] == [
        *("evidence:审批件", "evidence:陈述件"),
        f"evidence:{one.scan_of('suspension_notice')}",
        *("evidence:回证件", "evidence:同意书"),
    ]
    assert [kind for kind, _ in mine] == [INNER, MAIN, MAIN, MAIN, MAIN]


def seen(bureau: Any, no: str) -> CaseState:
    case = bureau.state(f"case:{no}")
    return with_sheets(case, {one: bureau.state(one) for one in case.measured})


def offered_to_bind(bureau: Any, no: str) -> bool:
    offered = next_actions(seen(bureau, no), bureau.people["agency"], bureau.at)
    return "RecordBinding" in {act.name for act in offered}
