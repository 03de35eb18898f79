"""What is different in a doctor's file since a reviewer saw it."""

from typing import Any

from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.points.differences import between
from tests.unit.casework.test_points_path import FILE, FRAUD_2024, apply, studied


def changed(bureau: Any, since: int) -> dict[str, tuple[str, str]]:
    found = between("D1", bureau.streams[FILE], since, bureau.today)
    return {one.name.zh: (one.before.zh, one.after.zh) for one in found}


def seen(bureau: Any) -> int:
    return len(bureau.streams[FILE])


def test_a_score_that_was_seen_is_told_by_what_became_of_it(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    at = seen(bureau)
    assert changed(bureau, at) == {}
    served = {"way": c.ServiceWay.DIRECT, "served_on": bureau.today}
    bureau.do("agency", p.NotifyScore(prac_psn_code="D1", entry_id="S1", **served))
    assert changed(bureau, at) == {"记分 S1": ("12 分", "12 分；已送达")}
    bureau.do("head", p.AnnulScore(prac_psn_code="D1", entry_id="S1", document_no="1", reasons="x"))
    found = changed(bureau, at)
    assert found["记分 S1"] == ("12 分", "已撤销")
    assert found["资格状态"][0].startswith("终止")
    assert found["资格状态"][1] == "正常"


def test_a_restoration_is_told_by_step_points_and_opinions(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    at = seen(bureau)
    bureau.parameter("local_restoration", "enabled")
    apply(bureau)
    assert changed(bureau, at) == {"恢复申请": ("未申请恢复", "学习考试")}


def test_what_the_centre_saw_is_held_against_what_came_since(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(prac_psn_code="D1"))
    at = seen(bureau)
    no = r.GivePartyOpinion(prac_psn_code="D1", outcome=c.Outcome.RETURNED, reasons="补充学习记录")
    bureau.do("party", no)
    found = changed(bureau, at)
    assert found["恢复申请"] == ("医院党组织意见", "退回补正")
    assert found["各方意见"] == ("无", "医院党组织意见：退回补正（补充学习记录）")
    bureau.wait(1)
    more = r.ResubmitRestoration(prac_psn_code="D1", answer="已补充")
    bureau.do("doc", more)
    assert changed(bureau, seen(bureau)) == {}
