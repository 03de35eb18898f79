"""A doctor's restoration: party organisation, centre, bureau, and back on the register."""

from typing import Any

from decided import done
from doctors import Doctors
from playwright.async_api import expect
from restoration_pages import brought, kept, served

from casework.clocks.calendars import local_date
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.commands.restoration import SubmitRestoration
from cli.demo.people import actor_of
from graph.commands import execute

VERIFIED = ("学习记录属实", "考试成绩属实", "应退基金已退回", "问题已整改到位")
DECISION = (
    "监管中心签名盖章的恢复审核表",
    "县局负责人签名的恢复审核表",
    "盖章的恢复（不予恢复）决定书",
)


async def test_doctor_is_restored_through_three_approvals(desk: Any) -> None:
    code = desk.hospital.doctors[0][0]
    doctor = await desk.sign_in("yishi1")
    await expect(doctor.page.get_by_text("不可结算").first).to_be_visible()
    await _apply(doctor)
    office = await desk.sign_in("yibaoban")
    await _learn(office, code)
    drawer = await office.start("提交医院党组织")
    await office.finish(drawer, "提交医院党组织")
    for account, act, word in (
        ("dangwei", "提出党组织意见", None),
        ("zhongxin", "审核恢复申请", None),
        ("juzhang", "审批恢复申请", code),
    ):
        await _agree(await desk.sign_in(account), account, code, act, word)
    await office.open(f"/points/{code}")
    await expect(office.page.get_by_text("决定尚未生效").first).to_be_visible()
    # The party organisation brings its minutes, the agency what the bureau signed and sealed.
    await brought(await desk.sign_in("dangwei"), code, "党组织会议纪要")
    agency = await desk.sign_in("jingban")
    await brought(agency, code, *DECISION)
    await served(agency, code)
    await expect(agency.page.get_by_text("恢复（不予恢复）决定送达").first).to_be_visible()
    await _register(office, code)
    # The doctor's own window has followed every step.
    await expect(doctor.page.get_by_text("可结算", exact=True)).to_be_visible()
    await expect(doctor.page.get_by_text("登记备案号 皖医师备〔2026〕0031")).to_be_visible()
    await expect(doctor.page.get_by_text("应退基金已退回：是").first).to_be_visible()
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (e:Event {stream: $stream}) RETURN e.type AS type ORDER BY e.seq",
        stream=f"points:{code}",
    )
    kinds = [row["type"] for row in rows]
    way = [
        "RestorationApplied",
        "RestorationSubmitted",
        "PartyOpinionGiven",
        "RestorationReviewed",
        "RestorationDecided",
        "RestorationApproved",
        "DoctorReRegistered",
    ]
    assert [kind for kind in kinds if kind in way] == way
    await desk.chains_hold()


async def _apply(doctor: Any) -> None:
    drawer = await doctor.start("申请恢复")
    await drawer.get_by_label("申请理由").fill("已整改，愿意学习并接受考核。")
    await drawer.get_by_label("已签署服务承诺书").check()
    await doctor.finish(drawer, "申请恢复")


async def _learn(office: Any, code: str) -> None:
    """Sixteen hours and an exam, each with its paper in the vault: twelve points."""
    await office.open(f"/points/{code}")
    drawer = await office.start("登记学时")
    await drawer.get_by_label("课程").fill("医疗保障基金使用监督管理条例")
    await drawer.get_by_label("学时").fill("16")
    await office.pick_day("学习日期", "2026-06-10", drawer)
    await kept(drawer, "学习证明.pdf", 1)
    await office.finish(drawer, "登记学时")
    drawer = await office.start("登记考试成绩")
    await drawer.get_by_label("考试", exact=True).fill("医保知识考试")
    await drawer.get_by_label("成绩（百分制）").fill("86")
    await office.pick_day("举行日期", "2026-06-20", drawer)
    await kept(drawer, "试卷.pdf", 2)
    await office.finish(drawer, "登记考试成绩")
    await expect(office.page.get_by_text("学习积分 12 / 12").first).to_be_visible()


async def _agree(visitor: Any, account: str, code: str, act: str, word: str | None) -> None:
    await visitor.open(f"/points/{code}")
    drawer = await visitor.start(act)
    await drawer.get_by_label("同意", exact=True).check()
    if account == "zhongxin":
        await _verify(visitor, drawer, act)
    await drawer.get_by_label("理由").fill("材料齐全，同意。")
    await visitor.finish(drawer, act, word)


async def _verify(visitor: Any, drawer: Any, act: str) -> None:
    """The centre answers for each of the four matters; without an answer nothing is sent."""
    await visitor.press(act, drawer)
    await expect(drawer.locator(".ant-form-item-explain-error")).to_have_count(4)
    for matter in VERIFIED:
        asked = drawer.get_by_role("radiogroup", name=matter)
        await asked.get_by_label("是", exact=True).check()


async def _register(office: Any, code: str) -> None:
    await office.open(f"/points/{code}")
    drawer = await office.start("重新登记备案")
    await drawer.get_by_label("登记备案号").fill("皖医师备〔2026〕0031")
    await office.finish(drawer, "重新登记备案", code)


async def test_who_leaves_his_place_rests_until_the_next_whose_party_is_stood_in_for(
    desk: Any,
) -> None:
    hospital, doctors = desk.hospital, Doctors(desk)
    ((code, name),) = await doctors.free(1)
    await doctors.learned(code, name)
    await done(desk, ("yibaoban", SubmitRestoration(prac_psn_code=code)))
    village = await _without_a_party(desk)
    agency = await desk.sign_in("jingban")
    page, today = agency.page, local_date(desk.demo.at).isoformat()
    await agency.open(f"/points/{code}")
    drawer = await agency.start("登记离开执业机构")
    # The only place there is stands there by its name.
    await expect(
        drawer.get_by_text(f"{hospital.name}（{hospital.fixmedins_code}）")
    ).to_be_visible()
    await agency.pick_day("离开日期", today, drawer)
    await agency.finish(drawer, "登记离开执业机构", code)
    await expect(page.get_by_text("医师已离开全部执业机构，登记新的执业机构后继续")).to_be_visible()
    await expect(page.get_by_text("无执业机构", exact=True)).to_be_visible()
    await expect(page.get_by_test_id("primary-act")).to_have_text("登记其他执业机构")
    assert "恢复办理" not in await agency.offered()
    drawer = await agency.start("登记其他执业机构")
    await drawer.get_by_label("所在机构").fill(village)
    await agency.finish(drawer, "登记其他执业机构")
    stands_in = f"所在机构没有党组织，由{hospital.name}党组织代提意见"
    await expect(page.get_by_text(stands_in)).to_be_visible()
    await _agree(await desk.sign_in("dangwei"), "dangwei", code, "提出党组织意见", None)
    await expect(page.get_by_text("党委 蒋正").first).to_be_visible()


async def _without_a_party(desk: Any) -> str:
    """Another institution, for which the bureau lets the hospital's party organisation speak."""
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (i:Institution) WHERE i.fixmedins_code <> $own "
        "RETURN i.fixmedins_code AS code ORDER BY code LIMIT 1",
        own=desk.hospital.fixmedins_code,
    )
    code = str(rows[0]["code"])
    proposed = ProposeParameter(
        name="no_party_organisation",
        value=f"{code}={desk.hospital.fixmedins_code}",
        valid_from=local_date(desk.demo.at),
        basis="云医保办〔2026〕21号",
        reason="村卫生室没有党组织",
    )
    legal = await actor_of(desk.driver, "fazhi")
    (asked, *_) = await execute(desk.driver, proposed, legal, desk.demo.at)
    approved = DecideParameter(proposal_id=str(asked.data["proposal_id"]), approve=True)
    await done(desk, ("juzhang", approved))
    return code
