"""Take the guides' pictures anew: a demo county of its own, every page in Chinese and in English.

`make pictures` starts the demo in a folder that is removed again; `--desk ADDRESS --accounts FILE` uses a
desk that runs (FILE is what its first start printed), `--only NAME` takes some of them.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, TimeoutError, async_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests" / "e2e")]

from chromium import launch_options  # noqa: E402
from small_png import small_png  # noqa: E402

OUT = ROOT / "docs" / "images"
SCREEN = {"width": 1366, "height": 768}
TONGUES = {"zh": "zh-CN", "en": "en-US"}
#: A demo of its own needs a minute or two; a busy machine more.
READY_SECONDS = 900
ACCOUNT = re.compile(r"^\s+(\w+)\s+(\S{4}-\S{4}-\d{4})\s", re.MULTILINE)
NUMBER = re.compile(r"R[0-9A-F]{10}")
#: What is counted in the corner of the graph page: the picture stands.
COUNTED = re.compile(r"\d+ 个对象|\d+ nodes?")
#: The registry of a delivery that the preview shows, with a row that an import would refuse.
PEOPLE = "psn_no,psn_name,gend,brdy,tel\n" + "".join(
    f"340000{n:08d},{name},{n % 2 + 1},{1940 + n % 60}-0{n % 9 + 1}-1{n % 9},1380000{n:04d}\n"
    for n, name in enumerate(("王建国", "李秀英", "张伟", "欧阳芳", "刘洋", "陈静") * 12)
)
REFUSED = "34000099999999,赵磊,1,1850-01-01,13800009999\n"

LOAD = """async (data) => {
  const image = new Image();
  image.src = data;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data: pixels } = pen.getImageData(0, 0, image.width, image.height);
  let text = '';
  for (let n = 0; n < pixels.length; n += 32768)
    text += String.fromCharCode(...pixels.subarray(n, n + 32768));
  return [image.width, image.height, btoa(text)];
}"""


@dataclass
class Desk:
    """A desk that runs, and who may sign in."""

    address: str
    passwords: dict[str, str]


@dataclass
class Sight:
    """One reader's window in one language."""

    page: Page
    desk: Desk
    tongue: str

    async def go(self, path: str, wait: str = "main") -> None:
        """Open a page and wait until it stands still."""
        await self.page.goto(self.desk.address + path)
        await self.page.locator(wait).first.wait_for()
        await self.rest()

    async def rest(self, seconds: float = 1.5) -> None:
        """Nothing is on the way any more, and nothing moves."""
        with contextlib.suppress(Exception):
            await self.page.wait_for_load_state("networkidle", timeout=8000)
        await self.page.wait_for_timeout(1000 * seconds)

    async def press(self, zh: str, en: str, role: str = "button") -> None:
        """Press what bears this word in the reader's language."""
        word = re.escape(zh if self.tongue == "zh" else en)
        found = self.page.get_by_role(role, name=re.compile(rf"(^|\s){word}$"))  # type: ignore[arg-type]
        await found.first.click()

    async def keys(self, *keys: str) -> None:
        """Keys of the picture."""
        await self.page.locator(".graph-canvas").focus()
        for key in keys:
            await self.page.keyboard.press(key)
            await self.rest(0.8)

    async def keep(self, name: str) -> None:
        """Keep what is seen as a small file of the guides."""
        await self.page.mouse.move(2, 2)
        taken = base64.b64encode(await self.page.screenshot()).decode()
        blank = await self.page.context.new_page()
        width, height, pixels = await blank.evaluate(LOAD, f"data:image/png;base64,{taken}")
        await blank.close()
        file = OUT / f"{name}-{self.tongue}.png"
        file.write_bytes(small_png(base64.b64decode(pixels), width, height))
        print(f"{file.relative_to(ROOT)}  {file.stat().st_size / 1000:.0f} kB", flush=True)


async def _first_ring(sight: Sight) -> str:
    """Open the list's first ring of people who meet at a doctor's; its number."""
    await sight.go("/rings?channel=outpatient", ".ant-table-row")
    found = NUMBER.search(await sight.page.locator(".ant-table-row").first.inner_text())
    assert found is not None
    await sight.go(f"/rings/{found[0]}", ".ring-network")
    return found[0]


async def rings(sight: Sight) -> None:
    """The list of rings, a ring's page, what chance would do, and the record of the channels."""
    await sight.go("/rings", ".ant-table-row")
    await sight.keep("rings")
    await sight.press("准确记录", "Precision record")
    await sight.page.get_by_role("dialog").get_by_role("row").nth(2).wait_for()
    await sight.rest()
    await sight.keep("ring-precision")
    await _first_ring(sight)
    chance = sight.page.locator(
        ".panel", has_text=re.compile("只凭偶然会怎样|What chance alone")
    ).first
    await chance.wait_for()
    await sight.rest()
    await sight.keep("ring")
    await chance.evaluate("one => one.scrollIntoView({block: 'start'})")
    await sight.rest()
    await sight.keep("ring-chance")


async def graph(sight: Sight) -> None:
    """The graph of a ring with its timeline, and the map of the county."""
    await _in_graph(sight)
    await sight.keys("b")
    reading = sight.page.get_by_text(
        re.compile("正在读取每日结算|正在读取各日结算|Reading settlements by day")
    )
    await reading.first.wait_for(state="hidden")
    await sight.rest()
    await sight.keep("graph")
    await sight.keys("b", "o")
    await sight.rest(2)
    await sight.keep("graph-map")


async def compare(sight: Sight) -> None:
    """Two saved states of a ring's graph, and what the later one has more."""
    ring = await _in_graph(sight)
    names = [f"{ring} 1", f"{ring} 2"]
    await _save(sight, ("保存研判图", "Save the investigation"), names[0])
    before = await _counted(sight).first.inner_text()
    await sight.keys("]")
    await sight.press("最密切的 10 个", "Ten heaviest")
    await _counted(sight).filter(has_not_text=before).first.wait_for()
    await sight.rest(2)
    await _save(sight, ("另存为新的研判图", "Save as a new one"), names[1])
    await sight.press("打开", "Open")
    drawer = sight.page.get_by_role("dialog")
    for name in names:
        await drawer.get_by_role("row", name=name).first.get_by_role("checkbox").check()
    await sight.press("比较所选两份", "Compare the two")
    await sight.page.get_by_text(re.compile('”与“|From “|From "')).first.wait_for()
    await sight.rest(3)
    await sight.keep("graph-compare")


def _counted(sight: Sight) -> Locator:
    return sight.page.get_by_role("status").filter(has_text=COUNTED)


async def _in_graph(sight: Sight) -> str:
    """Open the first ring in the graph; its number."""
    ring = await _first_ring(sight)
    await sight.press("在图谱中查看", "See in the graph", "link")
    await _counted(sight).first.wait_for()
    await sight.rest(3)
    return ring


async def _save(sight: Sight, way: tuple[str, str], name: str) -> None:
    await sight.press("更多保存方式", "More ways to save")
    await sight.press(*way, "menuitem")
    dialog = sight.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").first.fill(name)
    await dialog.get_by_role("button").last.click()
    await dialog.wait_for(state="hidden")


async def case(sight: Sight) -> None:
    """The page of a case."""
    await sight.go("/cases/DEMO-2", "[role=tab]")
    await sight.keep("case")


async def console(sight: Sight) -> None:
    """A question to the map in Cypher."""
    await sight.go("/console")
    examples = sight.page.get_by_role("button", name=re.compile("频繁就诊于同一医师|one doctor"))
    await examples.first.click()
    await sight.rest()
    await sight.page.locator("textarea").first.press("Control+Enter")
    await sight.rest(3)
    await sight.keep("console")


async def quality(sight: Sight) -> None:
    """What is wrong with a batch, a line in hand, and the worklist."""
    await sight.go("/quality", ".ant-table-row")
    await sight.keep("quality")
    row = sight.page.get_by_role("tabpanel").locator(".ant-table-row").nth(1)
    await row.get_by_role("button").click()
    drawer = sight.page.get_by_role("dialog")
    await drawer.locator(".ant-table-row").first.wait_for()
    await drawer.locator("button[type=submit]").click()
    # The message that it was kept has gone again.
    await sight.rest(5)
    await sight.keep("quality-line")
    await sight.go("/quality?view=worklist&owner=*", ".ant-table-row")
    await sight.keep("worklist")


async def sameness(sight: Sight) -> None:
    """Two records that may be one person, side by side."""
    await sight.go("/sameness")
    rows = sight.page.locator(".ant-table-row")
    if not await rows.count():
        await sight.press("开始比对", "Search now")
        await rows.first.wait_for(timeout=180_000)
    await sight.rest()
    await sight.keep("sameness")


async def intake(sight: Sight) -> None:
    """A delivery before it is imported, and an import on its way."""
    await sight.go("/imports")
    await sight.press("导入", "Import")
    dialog = sight.page.get_by_role("dialog")
    body = (PEOPLE.replace("\n", "\n" + REFUSED, 1)).encode()
    await dialog.locator("input[type=file]").set_input_files(
        {"name": "psn_info_b.csv", "mimeType": "text/csv", "buffer": body}
    )
    await dialog.locator(".ant-select", has_text="desk-").wait_for()
    await sight.press("预览前 100 行", "Preview 100 rows")
    await sight.page.locator(".ant-modal .ant-table-row").first.wait_for()
    await sight.rest()
    await sight.keep("import-preview")
    await sight.go("/imports")
    await sight.press("导入", "Import")
    dialog = sight.page.get_by_role("dialog")
    with _months(sight.tongue) as delivery:
        await dialog.locator("input[type=file]").set_input_files(delivery)
        await dialog.locator(".ant-select", has_text="desk-").wait_for(timeout=120_000)
    await dialog.get_by_role("checkbox").uncheck()
    await dialog.locator(".ant-modal-footer button").last.click()
    await dialog.wait_for(state="hidden")
    bar = sight.page.locator("main .ant-progress")
    await bar.first.wait_for(timeout=60_000)
    # On its way, and the messages of its start have gone; a fast machine may be done before.
    with contextlib.suppress(TimeoutError):
        await bar.filter(has_not_text=re.compile(r"^0%")).first.wait_for(timeout=15_000)
    await sight.keep("import")


@contextlib.contextmanager
def _months(tongue: str) -> Iterator[list[Path]]:
    """A small delivery of another county, large enough to be seen on its way; the same files a second
    time would not be imported."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "months"
        command = [
            str(ROOT / ".venv/bin/jicha"),
            "generate",
            "county",
            str(out),
            "--persons",
            "12000",
        ]
        command += ["--seed", str(ord(tongue[0])), "--months", "3", "--rings", "0", "--plain"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        wanted = ("mdtrt_d", "setl_d", "fee_list_d", "psn_info_b", "medins_info_b", "staff_info_b")
        yield [out / f"{name}.csv" for name in wanted]


#: Pictures by what they show. The import comes last: it changes the county.
SIGHTS: dict[str, tuple[str, Callable[[Sight], Awaitable[None]]]] = {
    "rings": ("jicha1", rings),
    "graph": ("jicha1", graph),
    "compare": ("jicha1", compare),
    "case": ("jicha1", case),
    "console": ("jicha1", console),
    "quality": ("jicha1", quality),
    "sameness": ("jicha1", sameness),
    "intake": ("jicha1", intake),
}


@contextlib.asynccontextmanager
async def _signed_in(browser: Browser, desk: Desk, who: str, tongue: str) -> AsyncIterator[Sight]:
    context = await browser.new_context(
        viewport={**SCREEN},  # type: ignore[arg-type]
        locale=TONGUES[tongue],
        timezone_id="Asia/Shanghai",
    )
    context.set_default_timeout(40_000)
    page = await context.new_page()
    await page.goto(f"{desk.address}/sign-in")
    await page.locator("input").first.fill(who)
    await page.locator("input[type=password]").fill(desk.passwords[who])
    await page.keyboard.press("Enter")
    await page.wait_for_url(lambda url: "sign-in" not in url)
    other = page.get_by_role("button", name=re.compile("English" if tongue == "en" else "中文"))
    await page.locator("main").first.wait_for()
    if await other.count():
        await other.first.click()
        await page.wait_for_timeout(1000)
    yield Sight(page, desk, tongue)
    await context.close()


async def take(desk: Desk, only: list[str]) -> None:
    """Take the pictures, or those of these names."""
    with tempfile.TemporaryDirectory() as folder:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(**launch_options(Path(folder)))
            for name, (who, sight) in SIGHTS.items():
                for tongue in TONGUES if not only or name in only else ():
                    async with _signed_in(browser, desk, who, tongue) as seen:
                        await sight(seen)
            await browser.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def demo() -> Iterator[Desk]:
    """A demo county of its own, stopped and removed at the end."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        port, log = _free_port(), Path(folder) / "up.log"
        env = {**os.environ, "JICHA_HOME": f"{folder}/home", "JICHA_API_PORT": str(port)}
        command = [str(ROOT / ".venv/bin/jicha"), "up", "--foreground", "--demo"]
        with log.open("w") as said:
            running = subprocess.Popen(command, env=env, stdout=said, stderr=said)
        try:
            address = f"http://127.0.0.1:{port}"
            give_up = time.monotonic() + READY_SECONDS
            while address not in log.read_text(encoding="utf-8"):
                if running.poll() is not None or time.monotonic() > give_up:
                    sys.exit(f"演示县没有就绪 / the demo is not ready:\n{log.read_text()}")
                time.sleep(1)
            yield Desk(address, dict(ACCOUNT.findall(log.read_text(encoding="utf-8"))))
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(60)


def main() -> None:
    """Take them."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--desk", help="address of a desk that runs")
    asked.add_argument("--accounts", type=Path, help="what its first start printed")
    asked.add_argument("--only", action="append", default=[], choices=list(SIGHTS))
    given = asked.parse_args()
    if given.desk:
        told = given.accounts.read_text(encoding="utf-8")
        asyncio.run(take(Desk(given.desk, dict(ACCOUNT.findall(told))), given.only))
        return
    with demo() as desk:
        asyncio.run(take(desk, given.only))


if __name__ == "__main__":
    main()
