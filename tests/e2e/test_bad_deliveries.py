"""Deliveries that cannot be taken in, sent through the page: the reason and its cure stand there."""

import asyncio
import gzip
import re
from typing import Any

from playwright.async_api import expect

from stack import jobs
from stack.clients import valkey
from stack.endpoints import Endpoints
from stack.settings import Settings
from workers.kinds import WORK
from workers.running import run_job

VISITS = b"mdtrt_id,psn_no,fixmedins_code,med_type,begntime,endtime\n"
ROW = b"M1,1,H1,11,2025-01-01 08:00:00,\n"
SETTLED = (
    b"setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,fund_pay_sumamt\n"
)
PAID = b"S%d,M1,1,H1,11,2025-03-01 10:00:00,%s,10.00\n"
#: File, bytes, what the page says in Chinese, and what the English desk would say.
REFUSED: dict[str, tuple[str, bytes, str, str]] = {
    "truncated gzip": (
        "mdtrt_d.csv.gz", gzip.compress(VISITS + ROW * 50)[:40], "重新传送该文件", "transfer it again",
    ),
    "wrong encoding": (
        "psn_info_b.csv", b"psn_no,psn_name\n1,\xff\xfe\x80\n", "以 UTF-8 重新导出", "again as UTF-8",
    ),
    "wrong delimiter": (
        "mdtrt_d.csv", (VISITS + ROW).replace(b",", b";"), "改用英文逗号", "with commas",
    ),
    "missing column": (
        "mdtrt_d.csv", VISITS.replace(b",endtime", b"") + b"M1,1,H1,11,2025-01-01\n",
        "缺少必需的列：endtime", "lacks required columns: endtime",
    ),
    "zip bomb": (
        "mdtrt_d.csv.gz", gzip.compress(VISITS + ROW * 4_000_000, 9), "疑似压缩炸弹", "a zip bomb",
    ),
    "empty file": ("mdtrt_d.csv", b"", "第一行应为字段名", "line 1 must hold field names"),
}  # fmt: skip
#: Rows that are kept as rejects, each with its reason.
KEPT: dict[str, tuple[str, bytes, int]] = {
    "long field": ("psn_info_b.csv", b"psn_no,psn_name\n1," + b"x" * 10**6 + b"\n", 1),
    "dates": (
        "mdtrt_d.csv",
        VISITS + ROW.replace(b"2025", b"1900") + ROW.replace(b"2025", b"2999").replace(b"M1", b"M2"),
        2,
    ),
    "amounts": ("setl_d.csv", SETTLED + PAID % (1, b"NaN") + PAID % (2, b"1e308"), 2),
    "duplicate keys": ("mdtrt_d.csv", VISITS + ROW + ROW.replace(b",1,H1", b",2,H1"), 1),
}  # fmt: skip


async def test_each_bad_delivery_is_told_with_its_cure(
    desk: Any, endpoints: Endpoints, elsewhere: Settings
) -> None:
    visitor = await desk.sign_in("jicha1")
    page = visitor.page
    await visitor.open("/imports")
    # Nothing of these comes into the county of the other journeys.
    store = elsewhere.home / "claims"

    async def delivered(name: str, body: bytes) -> jobs.Job:
        await visitor.press("导入")
        dialog = page.get_by_role("dialog")
        sent = {"name": name, "mimeType": "application/octet-stream", "buffer": body}
        await dialog.locator("input[type=file]").set_input_files([sent])
        # The message of the delivery before may still stand: the folder chosen is this one's.
        await expect(dialog.locator(".ant-select", has_text="desk-")).to_be_visible()
        await dialog.get_by_role("checkbox").uncheck()
        await expect(dialog.locator(".ant-progress")).to_have_count(0)
        await visitor.press("导入", dialog)
        await expect(dialog).to_be_hidden()
        with valkey(endpoints) as client:
            (job, *_) = jobs.recent(client, 1)
            await asyncio.to_thread(run_job, elsewhere, job.job_id, WORK["import"], lambda _: None)
            return jobs.get(client, job.job_id)

    for what, (name, body, zh, en) in REFUSED.items():
        job = await delivered(name, body)
        assert job.state == "failed", what
        assert job.error is not None
        assert en in job.error["message_en"], what
        await expect(page.locator("main .danger").filter(has_text=zh)).to_be_visible()
        assert not list(store.glob("batches/*")), what
        assert not (store / "drafts").exists(), what
    await page.get_by_role("button", name="语言").click()
    last = page.locator("main .danger").filter(has_text=re.compile(en))
    await expect(last).to_be_visible()
    await page.get_by_role("button", name="Language").click()

    for number, (what, (name, body, rejects)) in enumerate(KEPT.items(), 1):
        job = await delivered(name, body)
        assert job.state == "done", (what, job.error)
        assert (job.result or {})["rejects"] == rejects, what
        assert len(list(store.glob("batches/*"))) == number
