"""A restoration got by fraud: proposed, told, heard, revoked, signed, sealed and served, all on the page."""

from typing import Any

from decided import done
from doctors import Doctors
from playwright.async_api import expect
from restoration_pages import brought, served

from casework.clocks.calendars import local_date
from casework.commands import restoration as r
from casework.commands.case import Outcome, ServiceWay

PAPERS = ("县局负责人签名的撤销恢复审批表", "盖章的撤销恢复决定书")
AGREED: dict[str, Any] = {"outcome": Outcome.APPROVED, "reasons": "材料齐全，同意。"}


async def test_a_restoration_is_revoked_on_signed_papers(desk: Any) -> None:
    doctors = Doctors(desk)
    [(code, name)] = await doctors.free(1)
    await doctors.learned(code, name)
    await _restored(desk, doctors, code)
    await doctors.account("chexiao", name, code)
    centre = await desk.sign_in("zhongxin")
    await centre.open(f"/points/{code}")
    drawer = await centre.start("建议撤销恢复")
    await drawer.get_by_label("理由").fill("结业证书系伪造。")
    await centre.finish(drawer, "建议撤销恢复")
    doctor = await desk.sign_in("chexiao", phone=True)
    await doctor.open("/my-points")
    drawer = await doctor.start("对撤销恢复陈述申辩")
    await drawer.get_by_label("内容").fill("证书由培训单位发给，本人不知情。")
    await doctor.finish(drawer, "对撤销恢复陈述申辩")
    head = await desk.sign_in("juzhang")
    await head.open(f"/points/{code}")
    await expect(head.page.get_by_text("本人不知情").first).to_be_visible()
    drawer = await head.start("撤销恢复")
    await drawer.get_by_label("理由").fill("以伪造证书骗取恢复。")
    await head.finish(drawer, "撤销恢复", code)
    agency = await desk.sign_in("jingban")
    await brought(agency, code, *PAPERS)
    await served(agency, code)
    await expect(agency.page.get_by_text("撤销恢复决定送达").first).to_be_visible()
    await expect(agency.page.get_by_text("不可结算").first).to_be_visible()
    await desk.chains_hold()


async def _restored(desk: Any, doctors: Doctors, code: str) -> None:
    """Through the three approvals, on signed papers and served, back on the register."""
    own: dict[str, Any] = {"prac_psn_code": code}
    verified = dict.fromkeys(
        ("study_verified", "exam_verified", "refund_verified", "rectification_verified"), True
    )
    await done(
        desk,
        ("yibaoban", r.SubmitRestoration(**own)),
        ("dangwei", r.GivePartyOpinion(**own, **AGREED)),
        ("zhongxin", r.ReviewRestoration(**own, **AGREED, **verified)),
        ("juzhang", r.DecideRestoration(**own, **AGREED)),
    )
    await doctors.signed(code)
    handed = {"way": ServiceWay.DIRECT, "served_on": local_date(desk.demo.at)}
    await done(
        desk,
        ("jingban", r.ServeRestoration(**own, **handed)),
        ("yibaoban", r.ReRegister(**own, registration_no="皖医师备〔2026〕0077")),
    )
