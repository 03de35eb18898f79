"""The graph page in a browser without a graphics card: how it moves with 800 elements.

`context` needs `settings` (with a home whose claims are imported) and the built desk. The picture is
one of the county's: patients, their institutions and doctors, cut at 800 nodes and edges. A mouse
drags it to and fro; `frames_per_second` are the browser's own frames in that time, so a frame that
takes long to draw makes the figure smaller. `idle_frames_per_second` is the same clock while nothing
moves: what this machine gives at best.
"""

import asyncio
import itertools
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import neo4j
import uvicorn
from playwright.async_api import Page, async_playwright

sys.path.insert(0, str(Path(__file__).parents[1] / "e2e"))
from chromium import launch_options

from api.app import build_app
from api.ids import to_global
from casework.actors import Viewer
from claims.store import ClaimStore
from cli.load.door import GUEST, guest
from graph.accounts.read import find_account
from graph.explore.subgraph import subgraph
from graph.investigations.save import save_investigation
from graph.load.run import load
from stack.clients import neo4j_driver
from stack.endpoints import Endpoints
from stack.ground import servers
from stack.settings import Settings

ELEMENTS = 800
SECONDS = 4.0
GOALS = {"frames_per_second": 20.0}
SCREEN = {"width": 1366, "height": 768}
BUSY = """
MATCH (i:Institution)<-[:VISITED]-(p:Patient) WITH i, count(p) AS n ORDER BY n DESC LIMIT 3
MATCH (i)<-[:VISITED]-(p:Patient) WITH collect(DISTINCT i) AS places, collect(DISTINCT p)[..400] AS people
UNWIND people AS p MATCH (p)-[:SEEN_BY]->(d:Doctor)
WITH places, people, d, count(p) AS n ORDER BY n DESC LIMIT 12
WITH places, people, collect('Doctor:' + d.prac_psn_code) AS doctors
RETURN [i IN places | 'Institution:' + i.fixmedins_code] + doctors
     + [p IN people | 'Patient:' + p.psn_no] AS ids
"""
COUNT_FRAMES = """
() => { window.frames_ = []; const tick = (t) => { window.frames_.push(t);
        window.ticking_ = requestAnimationFrame(tick); }; requestAnimationFrame(tick); }
"""
STOP = "() => { cancelAnimationFrame(window.ticking_); return window.frames_; }"


class Context(Protocol):
    """What the bench stands on."""

    @property
    def settings(self) -> Settings:
        """Settings whose home holds imported claims and no case."""
        ...


def run(context: Context) -> dict[str, Any]:
    """Draw 800 elements and drag them."""
    with servers(context.settings, ["neo4j", "valkey", "s3"], _say) as endpoints:
        asyncio.run(_load(context.settings, endpoints))
        with guest(endpoints, "bench") as password:
            return asyncio.run(_measure(context.settings, endpoints, password))


def _say(text: str) -> None:
    print(text, file=sys.stderr)


async def _load(settings: Settings, endpoints: Endpoints) -> None:
    store, at = ClaimStore(settings.home), datetime.now(UTC)
    async with neo4j_driver(endpoints) as driver:
        await load(driver, store, at=at, progress=lambda *_: None, way="online")


async def _measure(settings: Settings, endpoints: Endpoints, password: str) -> dict[str, Any]:
    async with neo4j_driver(endpoints) as driver:
        account = await find_account(driver, GUEST)
        if account is None:
            raise RuntimeError("the guest's account was not made")
        viewer, at = Viewer(account.actor), datetime.now(UTC)
        content, size = await _picture(driver, viewer)
        saved = await save_investigation(driver, viewer, name="800", content=content, at=at)
        with _served(settings, endpoints) as address, tempfile.TemporaryDirectory() as folder:
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(**launch_options(Path(folder)))
                page = await browser.new_page(viewport=SCREEN, locale="zh-CN")
                await _sign_in(page, address, password)
                key = to_global("Investigation", saved.id)
                await page.goto(f"{address}/graph?investigation={key}")
                drawn = await _drawn(page)
                figures = await _drag(page)
                await browser.close()
    return {"elements": size, "drawn": drawn, **figures, "goals": GOALS}


async def _picture(driver: neo4j.AsyncDriver, viewer: Viewer) -> tuple[dict[str, Any], int]:
    """The desk's JSON of a picture with exactly 800 nodes and edges."""
    found = await driver.execute_query(BUSY)
    part = await subgraph(driver, viewer, found.records[0]["ids"])
    nodes: dict[str, Any] = {}
    edges: dict[str, Any] = {}
    known = {node.id: node for node in part.nodes}
    for edge in part.edges:
        fresh = {edge.source, edge.target} - nodes.keys()
        if len(nodes) + len(edges) + len(fresh) + 1 > ELEMENTS:
            continue
        for one in fresh:
            node = known[one]
            nodes[one] = {
                "id": one, "kind": _kind(node.kind, node.props), "label": node.label,
                "sharers": None, "crowded": False, "inOpenCase": False, "properties": [],
            }  # fmt: skip
        name = f"{edge.source}>{edge.kind}>{edge.target}"
        edges[name] = {
            "id": name, "source": edge.source, "target": edge.target, "kind": edge.kind,
            "count": edge.count, "amount": str(edge.amount) if edge.amount is not None else None,
            "first": None, "last": None,
        }  # fmt: skip
    undrawn = [f"{e.source}>{e.kind}>{e.target}" for e in part.edges]
    picture = {"nodes": nodes, "edges": edges}
    content = {"version": 2, "picture": picture, "undrawn": [e for e in undrawn if e not in edges]}
    return content, len(nodes) + len(edges)


def _kind(kind: str, props: Any) -> str:
    if kind == "Institution":
        return "PHARMACY" if str(props.get("fixmedins_type")) == "2" else "HOSPITAL"
    return kind.upper()


@contextmanager
def _served(settings: Settings, endpoints: Endpoints) -> Iterator[str]:
    """The desk as `make run` serves it."""
    app = build_app(settings.model_copy(update={"operations": "persisted"}), endpoints)
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the front door did not start")
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(20)


async def _sign_in(page: Page, address: str, password: str) -> None:
    await page.goto(f"{address}/sign-in")
    await page.get_by_label("账号", exact=True).fill(GUEST)
    await page.get_by_label("密码", exact=True).fill(password)
    await page.locator("button[type=submit]").click()
    await page.get_by_role("navigation").first.wait_for()


async def _drawn(page: Page) -> str:
    """Waits until the picture is laid out; returns what the page says it shows."""
    status = page.get_by_role("status").filter(has_text="个对象")
    await status.wait_for(timeout=60_000)
    await page.wait_for_timeout(8_000)
    return await status.inner_text()


async def _drag(page: Page) -> dict[str, Any]:
    idle = await _frames(page, _wait)
    moving = await _frames(page, _pan)
    return {
        "frames_per_second": moving["per_second"],
        "frame_ms_p95": moving["ms_p95"],
        "idle_frames_per_second": idle["per_second"],
    }


async def _wait(page: Page) -> None:
    await page.wait_for_timeout(SECONDS * 1000)


async def _pan(page: Page) -> None:
    """Press the empty ground and move to and fro."""
    box = await page.locator(".graph-canvas").bounding_box()
    if box is None:
        raise RuntimeError("there is no drawing")
    x, y = box["x"] + 12, box["y"] + 60
    await page.mouse.move(x, y)
    await page.mouse.down()
    until, step = time.monotonic() + SECONDS, 0
    while time.monotonic() < until:
        step += 1
        swing = abs(step % 60 - 30) * 8
        await page.mouse.move(x + swing, y + swing / 2)
    await page.mouse.up()


async def _frames(page: Page, act: Any) -> dict[str, float]:
    await page.evaluate(COUNT_FRAMES)
    await act(page)
    times: list[float] = await page.evaluate(STOP)
    gaps = sorted(b - a for a, b in itertools.pairwise(times))
    seconds = (times[-1] - times[0]) / 1000
    return {
        "per_second": round((len(times) - 1) / seconds, 1),
        "ms_p95": round(gaps[int(len(gaps) * 0.95)], 1),
    }
