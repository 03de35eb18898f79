"""Two windows on one case: one answers, the other is told what changed, and may go on."""

from datetime import date
from decimal import Decimal
from typing import Any

from playwright.async_api import expect

from casework.commands import case as c
from cli.demo.people import actor_of
from graph.commands import execute
from tests import filing as steps

NO = "LIANGCHUANG-1"
ACT = "审核处罚建议"


async def proposed(desk: Any) -> None:
    """A case whose proposal waits for the supervisor."""
    who = {
        login: await actor_of(desk.driver, login)
        for login in ("jicha1", "jicha2", "zhongxin", "juzhang")
    }
    own: dict[str, Any] = {"case_no": NO}
    code = desk.hospital.fixmedins_code
    party = c.Party(c.PartyKind.INSTITUTION, code, desk.hospital.name)
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "已核实")
    loss = Decimal("1000.00")
    for login, command in (
        ("jicha1", c.OpenCase(
            **own, title="涉嫌重复收费案", source=c.Source.TIP, summary="举报", party=party,
            conduct_from=date(2025, 3, 1), conduct_to=date(2025, 9, 30),
        )),
        ("zhongxin", c.AssignOfficers(
            **own, officers=(c.OfficerRef("jicha1", "1"), c.OfficerRef("jicha2", "2"))
        )),
        *steps.filed(NO, "jicha1", "zhongxin", "juzhang"),
        *steps.begun(NO, "jicha1"),
        ("jicha1", c.AddLine(
            **own, bill="纸质两窗", title="理疗", fixmedins_code=code, amount=loss, inside_policy=loss
        )),
        ("jicha1", c.JudgeLines(
            **own, verdict=c.LineVerdict.CONFIRMED, where=c.LineFilter(state="open"), reasons="已核实"
        )),
        ("jicha1", c.WriteReport(**own, **parts)),
        ("jicha1", c.ProposePenalty(
            **own, article_id="tiaoli-38-3", base_loss=loss, multiple=Decimal("1.5"), reasons="一般"
        )),
    ):  # fmt: skip
        await execute(desk.driver, command, who[login], desk.demo.at)


async def test_the_second_answer_is_told_what_the_first_one_did(desk: Any) -> None:
    await proposed(desk)
    # An account has one session: the second window is another page of the same browser.
    first = await desk.sign_in("zhongxin")
    second = type(first)(await first.page.context.new_page(), desk)
    for window in (first, second):
        await window.open(f"/cases/{NO}")
    winner, loser = await first.start(ACT), await second.start(ACT)
    await loser.get_by_label("退回补正", exact=True).check()
    await loser.get_by_label("理由").fill("第二个窗口的意见")
    await winner.get_by_label("同意", exact=True).check()
    await first.finish(winner, ACT)
    # The page behind the form has gone on by itself; the form still answers to what was seen.
    await expect(second.page.get_by_test_id("primary-act")).to_have_count(0)
    await second.press(ACT, loser)
    told = second.page.get_by_role("dialog").filter(has_text="内容已被他人更新")
    await expect(told).to_contain_text("第二个窗口的意见")
    await second.press("在新版本上重做", told)
    await second.press(ACT, loser)
    await expect(loser.get_by_role("alert").first).to_be_visible()
