"""The answer to a repair on paper: to the doctor and his institutions, with the totals and the law."""

import io
from typing import Any

import pypdf
import pytest

from casework.commands import points as p
from casework.refusal import Refusal
from evidence.doctors.forms import form
from evidence.doctors.issued import Papers
from evidence.doctors.places import codes_of
from evidence.doctors.repairs import ACTIVITIES, notice, repair_of
from tests.unit.casework.test_repair import FILE, decision, recorded, repaired, scored

BUREAU = "云溪县医疗保障局"
NAMES = {"H34162300001": "云溪县人民医院", "H34162300002": "柳河镇卫生院"}


def paper(bureau: Any, about: str = "") -> str:
    papers = Papers("D1", bureau.streams[FILE], BUREAU, NAMES)
    made = form(papers, "repair", about, bureau.at)
    assert made.pages == 1
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.pdf)).pages)
    return text.replace("\n", "").replace(" ", "")


def test_every_activity_has_its_word() -> None:
    assert ACTIVITIES.keys() == {kind.value for kind in p.RepairKind}


def test_it_tells_what_comes_off_and_that_no_score_is_deleted(bureau: Any) -> None:
    scored(bureau, 6)
    bureau.do("agency", p.AddPracticePoint(prac_psn_code="D1", fixmedins_code="H34162300002"))
    bureau.parameter("national_repair", "points")
    repaired(bureau, 2)
    assert set(codes_of(bureau.state(FILE))) == set(NAMES)
    told = paper(bureau, "X1")
    for words in (
        "修复减分认定通知书", "云溪县人民医院", "柳河镇卫生院", "政策宣传：医保政策进社区",
        "由6分减为5分", "原记分不删除", "认定人：SUP", "天津市",
    ):  # fmt: skip
        assert words in told, words
    assert "由5分减为4分" in paper(bureau)
    # A paper that was made once says the same after a later repair, and a later score.
    assert "由6分减为5分" in paper(bureau, "X1")


def test_it_tells_until_when_a_shortened_suspension_runs(bureau: Any) -> None:
    bureau.parameter("sanction_starts", "counted")
    scored(bureau, 5, 5)
    bureau.parameter("national_repair", "suspension")
    repaired(bureau, 1)
    told = paper(bureau)
    assert "由10分减为9分" in told
    assert "“暂停”，至2026年4月1日止" in told
    repaired(bureau, 1)
    assert "“正常”" in paper(bureau)


def test_it_tells_that_a_suspension_is_not_shortened(bureau: Any) -> None:
    scored(bureau, 5, 5)
    bureau.parameter("national_repair", "points")
    repaired(bureau, 1)
    assert "不缩短正在执行的暂停" in paper(bureau)


def test_a_refusal_has_its_reasons_and_what_may_be_done(bureau: Any) -> None:
    scored(bureau, 5)
    bureau.parameter("national_repair", "points")
    bureau.do("office", recorded(bureau))
    file = bureau.state(FILE)
    with pytest.raises(Refusal) as early:
        notice(file, repair_of(file, "X1"), BUREAU)
    assert early.value.code == "STEP_MISSING"
    bureau.do("sup", decision(1, approve=False, reasons="与医保无关"))
    told = paper(bureau)
    assert "不予认定，累计记分不变。" in told
    assert "与医保无关" in told
    assert "再次登记" in told
    with pytest.raises(Refusal) as none:
        repair_of(bureau.state(FILE), "X9")
    assert none.value.code == "NOT_FOUND"
