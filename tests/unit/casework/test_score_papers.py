"""Papers of a score that was objected to, and institutions on a doctor's papers by their name."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pypdf
import pytest

from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.decide import next_actions
from casework.points.entry import acts_of
from casework.points.papers import unused_certificate
from casework.refusal import Refusal
from evidence.doctors import restoration, scores
from evidence.doctors.forms import FORMS, form
from evidence.doctors.issued import Papers
from evidence.doctors.places import codes_of, with_names
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.test_score_review import appealed, closing
from tests.unit.casework.test_two_places import OTHER
from tests.unit.casework.verified import VERIFIED

HOSPITAL = "H34162300001"
BUREAU = "云溪县医疗保障局"


def notified(bureau: Any) -> dict[str, Any]:
    """A score of six points, of which the doctor was told."""
    basis = p.Basis(p.BasisKind.DOCUMENT, "3号", date(2026, 2, 1), "局")
    score = p.RecordScore(
        prac_psn_code="D1", prac_psn_name="李", fixmedins_code=HOSPITAL, act="tiaoli_38_39",
        responsibility=p.Responsibility.PRIMARY, points=6, conduct_on=date(2025, 3, 1), conduct_to=date(2025, 3, 1),
        basis=basis, reasons="主要责任",
    )  # fmt: skip
    own: dict[str, Any] = {"prac_psn_code": "D1", "entry_id": "S1"}
    bureau.do("agency", score)
    bureau.do("agency", p.NotifyScore(**own, way=c.ServiceWay.DIRECT, served_on=bureau.today))
    return own


def papers(bureau: Any) -> Papers:
    settings = bureau.state("bureau:parameters")
    return Papers("D1", bureau.streams[FILE], BUREAU, {HOSPITAL: "云溪县人民医院"}, settings)


def changed(bureau: Any) -> Any:
    """The file of a doctor whose objection brought four points instead of six."""
    own = notified(bureau)
    said: dict[str, Any] = {"text": "责任认定过重", "signed": True, "stamped": True}
    bureau.do("doc", p.ObjectToScore(**own, **said, objection_scan=bureau.evidence("异议书")))
    outcome = p.ObjectionOutcome.CHANGED
    bureau.do("chief", p.ResolveObjection(**own, outcome=outcome, reasons="一般责任", points=4))
    return with_names(bureau.state("points:D1"), {HOSPITAL: "云溪县人民医院"})


def test_the_review_says_what_became_of_the_score_and_who_reviewed_it(bureau: Any) -> None:
    file = changed(bureau)
    told = str(scores.review(file, file.entries[0], BUREAU))
    for words in ("责任认定过重", "由 6 分变更为 4 分", "一般责任", "复核人：CHIEF"):
        assert words in told, words
    asked = str(scores.objection(file, file.entries[0], BUREAU))
    assert "责任认定过重" in asked
    assert "云溪县人民医院（盖章）" in asked
    for name in ("objection", "review"):
        assert form(papers(bureau), name, "", bureau.at).pages == 1


def test_an_objection_brings_its_papers_to_the_file(bureau: Any) -> None:
    own = notified(bureau)
    for paper in ("排班表", "病历"):
        bureau.evidence(paper)
    said: dict[str, Any] = {**own, "text": "当日不在岗", "signed": True, "stamped": True}
    paper = bureau.evidence("异议书")
    objection = p.ObjectToScore(
        **said, objection_scan=paper, enclosures=("排班表", "病历", "排班表")
    )
    # What is evidence of a case, or is not in the vault, comes with no objection.
    no = bureau.opened()
    bureau.evidence("案卷")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id="案卷", proves="x"))
    for other in ("案卷", "没有"):
        assert bureau.refused("doc", replace(objection, enclosures=(other,))) == "NOT_FOUND"
    bureau.do("doc", objection)
    file = bureau.state(FILE)
    assert [one.name for one in file.entries[0].enclosures] == ["排班表.pdf", "病历.pdf"]
    assert {"排班表", "病历", "异议书"} <= file.certificates
    # The vault's renewal finds what files rest on by this field.
    assert bureau.streams[FILE][-1].data["enclosures"][0]["certificate"] == "排班表"
    assert "附件：1. 排班表.pdf；2. 病历.pdf" in str(
        scores.objection(file, file.entries[0], BUREAU)
    )
    with pytest.raises(Refusal) as taken:
        unused_certificate({"evidence:病历": bureau.state("evidence:病历")}, "病历", file)
    assert taken.value.code == "ALREADY_EXISTS"


def test_the_paper_of_a_repair_belongs_to_the_file(bureau: Any) -> None:
    notified(bureau)
    bureau.parameter("national_repair", "points")
    bureau.evidence("宣传")
    repair = p.RecordRepair(
        prac_psn_code="D1", activity=p.RepairKind.PUBLICITY, title="进社区", held_on=bureau.today,
        certificate="宣传",
    )  # fmt: skip
    bureau.do("office", repair)
    assert bureau.state(FILE).certificates == {"宣传"}


def test_institutions_stand_on_paper_by_their_name(bureau: Any) -> None:
    file = changed(bureau)
    assert codes_of(bureau.state("points:D1")) == (HOSPITAL,)
    told = str(
        [
            one.of_score(file, file.entries[0], BUREAU)
            for one in FORMS.values()
            if one.of_score and one.name not in ("correction", "annulled")
        ]
    )
    assert "云溪县人民医院" in told
    assert HOSPITAL not in told
    assert with_names(file, {}).fixmedins_code == "云溪县人民医院"


def test_the_registration_names_every_other_place_of_practice_once(bureau: Any) -> None:
    studied(bureau)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code="H34162300002"))
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    approved: dict[str, Any] = {"prac_psn_code": "D1", "outcome": c.Outcome.APPROVED}
    bureau.do("party", r.GivePartyOpinion(**approved))
    bureau.do(OTHER, r.GivePartyOpinion(**approved))
    bureau.do("sup", r.ReviewRestoration(**approved, **VERIFIED))
    bureau.do("head", r.DecideRestoration(**approved))
    bureau.do("office", r.ReRegister(prac_psn_code="D1", registration_no="DJ1"))
    names = {HOSPITAL: "云溪县人民医院", "H34162300002": "柳河镇卫生院"}
    file = with_names(bureau.state(FILE), names)
    told = str(restoration.registration(file, file.restorations[-1], BUREAU))
    assert "'登记备案机构', '云溪县人民医院'" in told
    assert "'其他执业机构', '柳河镇卫生院'" in told


def test_the_receipt_says_how_the_notice_was_served(bureau: Any) -> None:
    file = changed(bureau)
    entry = file.entries[0]
    assert entry.notified_by == "direct"
    assert "['送达方式', '直接送达']" in str(scores.notice(file, entry, BUREAU))
    # A service recorded before the way was kept is filled in by hand.
    blank = replace(entry, notified_by="")
    assert "['送达方式', '']" in str(scores.notice(file, blank, BUREAU))


def test_a_review_after_a_changed_decision_prints_what_stands_now(bureau: Any) -> None:
    no = appealed(bureau)
    before = bureau.state("points:D1")
    with pytest.raises(Refusal) as early:
        scores.after_change(before, before.entries[1], BUREAU)
    assert early.value.code == "STEP_MISSING"
    bureau.do("legal", closing(bureau, no, c.RemedyOutcome.CHANGED, "4113.00"))
    bureau.do(
        "chief",
        p.ReviewScore(
            prac_psn_code="D1", entry_id="S2", outcome=p.ScoreReviewOutcome.CHANGED,
            act="agreement_breach", points=2, reasons="责任减轻",
        ),
    )  # fmt: skip
    file = bureau.state("points:D1")
    told = str(scores.after_change(file, file.entries[1], BUREAU))
    for words in ("复决1号", "4,113.00 元", "记 2 分（幅度 1–3 分）", "责任减轻", "CHIEF"):
        assert words in told, words
    # The finding of who was responsible stays as it was made.
    first = str(scores.responsibility(file, file.entries[1], BUREAU))
    assert ("4–6 分" in first, "6 分" in first) == (True, True)
    assert form(papers(bureau), "correction", "S2", bureau.at).pages == 1


def told(bureau: Any, name: str, about: str = "S1") -> str:
    made = form(papers(bureau), name, about, bureau.at)
    pages = pypdf.PdfReader(io.BytesIO(made.pdf)).pages
    return "".join(page.extract_text() for page in pages).replace("\n", "").replace(" ", "")


def second(bureau: Any, points: int = 4) -> None:
    """Another score of the year, from another decision."""
    basis = p.Basis(p.BasisKind.DOCUMENT, "4号", date(2026, 2, 2), "局")
    score = p.RecordScore(
        prac_psn_code="D1", prac_psn_name="李", fixmedins_code=HOSPITAL, act="tiaoli_38_39",
        responsibility=p.Responsibility.GENERAL, points=points, conduct_on=date(2025, 4, 1), conduct_to=date(2025, 4, 1),
        basis=basis, reasons="一般责任",
    )  # fmt: skip
    bureau.do("agency", score)


def test_a_served_notice_is_printed_as_it_was_served(bureau: Any) -> None:
    own = notified(bureau)
    served = bureau.today
    first = told(bureau, "notice")
    assert "记6分" in first
    assert "年度累计记分6分" in first
    assert "本次记分未达到暂停或终止的分值" in first
    bureau.wait(2)
    # A later score of the year suspends him: the first notice said nothing of it.
    second(bureau)
    assert told(bureau, "notice") == first
    assert "年度累计记分10分" in told(bureau, "notice", "S2")
    paper = bureau.evidence("异议书")
    said: dict[str, Any] = {"text": "过重", "signed": True, "stamped": True}
    bureau.do("doc", p.ObjectToScore(**own, **said, objection_scan=paper))
    outcome = p.ObjectionOutcome.CHANGED
    bureau.do("chief", p.ResolveObjection(**own, outcome=outcome, reasons="一般责任", points=5))
    day = f"{bureau.today.year}年{bureau.today.month}月{bureau.today.day}日"
    marked = told(bureau, "notice")
    for words in (
        "告知书（已变更）", f"所载记分已于{day}变更为5分", "记6分", "年度累计记分6分",
        f"{served.year}年{served.month}月{served.day}日",
    ):  # fmt: skip
        assert words in marked, words
    assert "由6分变更为5分" in told(bureau, "review")
    assert "已变更" not in told(bureau, "review")
    bureau.do("sup", p.AnnulScore(**own, document_no="撤1号", reasons="依据撤销"))
    for name, words in (
        ("notice", "记6分"), ("responsibility", "认定记分6分"), ("review", "由6分变更为5分"),
    ):  # fmt: skip
        void = told(bureau, name)
        for one in (words, "（已撤销）", f"所载记分已于{day}撤销，本文书不再有效", "依据撤销"):
            assert one in void, (name, one)
    assert "已撤销" not in told(bureau, "objection")


def test_an_annulled_score_has_a_notice_to_doctor_and_institution(bureau: Any) -> None:
    second(bureau)
    own = {"prac_psn_code": "D1", "entry_id": "S1"}
    with pytest.raises(Refusal) as early:
        told(bureau, "annulled")
    assert early.value.code == "STEP_MISSING"
    bureau.do("sup", p.AnnulScore(**own, document_no="撤1号", reasons="依据撤销"))
    text = told(bureau, "annulled")
    day = f"{bureau.today.year}年{bureau.today.month}月{bureau.today.day}日"
    for words in ("依据：撤1号", "理由：依据撤销", "自始不计", f"{BUREAU}（印章）{day}"):
        assert words in text, words
    # It is no score's paper that fell with the score.
    assert "本文书不再有效" not in text


def test_a_notice_that_was_not_served_yet_tells_what_holds_now_and_has_no_date(bureau: Any) -> None:
    second(bureau)
    draft = told(bureau, "notice")
    assert "年度累计记分4分" in draft
    # The day of the decision is not that of the notice: it is written in when it goes out.
    assert draft.count("2026年2月2日") == 0
    bureau.do(
        "sup", p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="撤1号", reasons="误")
    )
    assert "（已撤销）" in told(bureau, "notice")


def test_the_agencys_own_papers_bear_its_name_and_those_of_before_the_bureaus(bureau: Any) -> None:
    bureau.parameter("agency_name", "云溪县医疗保障服务中心")
    changed(bureau)
    for name in ("notice", "responsibility", "review"):
        assert "云溪县医疗保障服务中心（印章）" in told(bureau, name), name
    # Who made a score was not kept of old: its paper stays the bureau's.
    stream = bureau.streams[FILE]
    stream[0] = replace(stream[0], data={k: v for k, v in stream[0].data.items() if k != "office"})
    assert f"{BUREAU}（印章）" in told(bureau, "notice")


def by_inspector() -> p.RecordScore:
    basis = p.Basis(p.BasisKind.DOCUMENT, "5号", date(2026, 2, 3), "局")
    return p.RecordScore(
        prac_psn_code="D1", prac_psn_name="李", fixmedins_code=HOSPITAL, act="tiaoli_38_39",
        responsibility=p.Responsibility.GENERAL, points=4, conduct_on=date(2025, 5, 1), conduct_to=date(2025, 5, 1),
        basis=basis, reasons="一般责任",
    )  # fmt: skip


def names(bureau: Any, who: str) -> set[str]:
    file = replace(
        bureau.state(FILE),
        score_recorders=bureau.state("bureau:parameters").value("score_recorders", bureau.today),
    )
    return {one.name for one in next_actions(file, bureau.people[who], bureau.at)}


def test_scores_are_the_agencys_unless_the_bureaus_parameter_says_otherwise(bureau: Any) -> None:
    assert bureau.refused("ins1", by_inspector()) == "SCORE_OF_AGENCY"
    second(bureau)
    own: dict[str, Any] = {"prac_psn_code": "D1", "entry_id": "S1"}
    serve = p.NotifyScore(**own, way=c.ServiceWay.DIRECT, served_on=bureau.today)
    assert not {"RecordScore", "NotifyScore"} & names(bureau, "ins1")
    assert {"RecordScore", "NotifyScore"} <= names(bureau, "agency")
    bureau.parameter("score_recorders", "bureau")
    # Whose score it is stays with it: the agency's notice is the agency's to serve.
    assert bureau.refused("ins1", serve) == "SCORE_OF_AGENCY"
    bureau.do("ins1", by_inspector())
    assert {"RecordScore", "NotifyScore"} <= names(bureau, "ins1")
    acts = [acts_of(e, bureau.people["ins1"], bureau.at) for e in bureau.state(FILE).entries]
    assert ["NotifyScore" in one for one in acts] == [False, True]
    bureau.do("ins1", replace(serve, entry_id="S2"))
    bureau.do("agency", serve)
    assert f"{BUREAU}（印章）" in told(bureau, "notice", "S2")


def test_the_agency_annuls_its_own_scores_by_other_eyes(bureau: Any) -> None:
    bureau.parameter("score_recorders", "bureau")
    second(bureau)
    bureau.do("ins1", by_inspector())
    annul = p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="撤1号", reasons="误记")
    assert bureau.refused("ins1", annul) == "ROLE_REQUIRED"
    assert bureau.refused(bureau.promoted("agency"), annul) == "FOUR_EYES"
    assert bureau.refused("chief", replace(annul, entry_id="S2")) == "ROLE_REQUIRED"
    assert "AnnulScore" in names(bureau, "chief")
    bureau.do("chief", annul)
    assert "AnnulScore" not in names(bureau, "chief")
    bureau.do("sup", replace(annul, entry_id="S2"))


def test_scores_of_before_their_office_was_kept_go_on_as_before(bureau: Any) -> None:
    second(bureau)
    stream = bureau.streams[FILE]
    stream[0] = replace(stream[0], data={k: v for k, v in stream[0].data.items() if k != "office"})
    own: dict[str, Any] = {"prac_psn_code": "D1", "entry_id": "S1"}
    annul = p.AnnulScore(**own, document_no="撤1号", reasons="误记")
    assert bureau.refused("chief", annul) == "ROLE_REQUIRED"
    bureau.do("ins1", p.NotifyScore(**own, way=c.ServiceWay.DIRECT, served_on=bureau.today))
