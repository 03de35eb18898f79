"""A measure that lifted itself while the servers were down; who signs for whom; a key shown once."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

from playwright.async_api import expect

from casework.clocks.calendars import SHANGHAI, local_date
from casework.commands import case as c
from casework.commands import measures as m
from casework.commands.agreement import ProposeConversion
from cli.demo.people import actor_of
from graph.clocks.beat import beat
from graph.commands import execute
from tests.sealing import measure_served, received

KEY = "P34160099999"
SIGNED = "DAIQIAN-1"


async def suspended(desk: Any, since: datetime, ends: datetime) -> None:
    """A pharmacy suspended in the past, on a decision on paper."""
    own = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": KEY}
    await desk.driver.execute_query(
        "MERGE (i:Institution {fixmedins_code: $key}) SET i.fixmedins_name = '惠民大药房'", key=KEY
    )
    propose = m.ProposeMeasure(
        **own,
        subject_name="惠民大药房",
        term="payment-share-50",
        document_no="云医保协〔2026〕7号",
        reasons="人员占比",
        ends_at=ends,
    )
    agency = await actor_of(desk.driver, "jingban")
    await execute(desk.driver, propose, agency, since)
    await execute(desk.driver, received(f"陈述-{KEY}"), agency, since)
    heard = m.HearMeasure(
        **own,
        measure_id="M1",
        told_on=local_date(since),
        how=c.Defence.WAIVED,
        text="无异议",
        evidence_id=f"陈述-{KEY}",
    )
    await execute(desk.driver, heard, agency, since)
    decide = m.DecideMeasure(**own, measure_id="M1", approve=True)
    await execute(desk.driver, decide, await actor_of(desk.driver, "jingbanzr"), since)
    await measure_served(desk.driver, own, agency, since, local_date(since))


async def test_a_measure_lifts_itself_while_the_servers_were_down(desk: Any) -> None:
    now = datetime.now(UTC)
    since, ends = now - timedelta(days=5), now - timedelta(days=2)
    await suspended(desk, since, ends)
    agency = await desk.sign_in("jingban")
    row = agency.page.locator(".ant-table-row").filter(has_text="惠民大药房")
    # No beat has run since: what holds at any moment is told by the decision itself.
    await agency.open("/measures")
    await expect(agency.page.get_by_role("heading", name="措施台账")).to_be_visible()
    await expect(agency.page.get_by_text("当前状态，到期即自动解除")).to_be_visible()
    await expect(row).to_have_count(0)
    before = (ends - timedelta(minutes=1)).isoformat().replace("+", "%2B")
    await agency.open(f"/measures?asOf={before}")
    await expect(row.get_by_text("执行中")).to_be_visible()
    await agency.open("/measures?show=all")
    await expect(row.get_by_text("到期自动解除")).to_be_visible()
    minute = ends.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    await expect(row.get_by_text(minute)).to_be_visible()
    # The servers are back: two beats at once tell the end exactly once.
    said = await asyncio.gather(beat(desk.driver, now), beat(desk.driver, now))
    assert sum(said, Counter())["MeasureExpired"] == 1
    rows, _, _ = await desk.driver.execute_query(
        "MATCH (e:Event {stream: $stream}) RETURN e.type AS type ORDER BY e.seq",
        stream=f"measures:institution:{KEY}",
    )
    assert [one["type"] for one in rows] == [
        "MeasureProposed",
        "MeasureHeard",
        "MeasureDecided",
        "MeasurePaperAttached",
        "MeasurePaperAttached",
        "MeasureServed",
        "MeasureImposed",
        "MeasureExpired",
    ]
    await desk.chains_hold()


async def test_a_deputy_signs_for_the_head_and_the_story_says_so(desk: Any) -> None:
    opened = c.OpenCase(
        case_no=SIGNED,
        title="代签测试协议处理",
        source=c.Source.INSPECTION,
        summary="日常稽核发现。",
        party=c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name),
        conduct_from=date(2025, 3, 1),
        conduct_to=date(2025, 9, 30),
        path=c.Path.AGREEMENT,
    )
    proposed = ProposeConversion(case_no=SIGNED, reasons="涉嫌骗保。")
    for command in (opened, proposed):
        await execute(desk.driver, command, await actor_of(desk.driver, "jicha1"), desk.demo.at)
    head = await desk.sign_in("juzhang")
    await head.open("/delegations")
    await expect(head.page.get_by_text("决定移送公安机关")).to_be_visible()
    await head.press("授权代签")
    drawer = head.page.get_by_role("dialog").filter(has_text="授权代签")
    await head.choose("代签人", "沈建平", drawer)
    await head.choose("授权事项", "转行政处罚程序", drawer)
    await head.page.keyboard.press("Escape")
    start = datetime.now(SHANGHAI)
    for label, moment in (("开始时间", start), ("截止时间", start + timedelta(days=3))):
        await head.pick_day(label, moment.strftime("%Y-%m-%d %H:%M"), drawer)
    await drawer.get_by_label("理由").fill("赴省局开会。")
    await head.finish(drawer, "授权代签", "授权")
    await expect(head.page.get_by_text("沈建平").first).to_be_visible()
    deputy = await desk.sign_in("fuju")
    await deputy.open(f"/cases/{SIGNED}")
    drawer = await deputy.start("转行政处罚程序")
    await drawer.get_by_label("理由").fill("涉嫌骗保。")
    await deputy.finish(drawer, "转行政处罚程序（代郑国栋签批）", SIGNED)
    await expect(deputy.page.get_by_text("（代 郑国栋 签批）").first).to_be_visible()
    await desk.chains_hold()
