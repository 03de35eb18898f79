"""A lead that has its officers is filed, each step on the page of whoever takes it."""

from typing import Any

CONDITIONS = (
    "有初步证据证明违法行为",
    "依法可能给予行政处罚",
    "属于本机关管辖",
    "在追责时效内",
)
REASONS = "初步证据表明存在违法使用医疗保障基金行为。"


async def filed_on_pages(desk: Any, officer: Any, supervisor: Any, no: str) -> None:
    """The officer proposes, the supervisor gives his opinion, the head files the case."""
    await officer.open(f"/cases/{no}")
    drawer = await officer.start("提请立案审批")
    await drawer.get_by_label("拟立案", exact=True).check()
    await _confirmed(officer, drawer, "提请立案审批")
    await supervisor.open(f"/cases/{no}")
    drawer = await supervisor.start("审核呈批事项")
    await drawer.get_by_label("立案审批", exact=True).check()
    await drawer.get_by_label("同意", exact=True).check()
    await supervisor.finish(drawer, "审核呈批事项")
    head = await desk.sign_in("juzhang")
    await head.open(f"/cases/{no}")
    await _confirmed(head, await head.start("批准立案"), "批准立案")


async def _confirmed(visitor: Any, drawer: Any, act: str) -> None:
    """All four conditions, and why."""
    for condition in CONDITIONS:
        await drawer.get_by_label(condition).check()
    await drawer.get_by_label("理由").fill(REASONS)
    await visitor.finish(drawer, act)
