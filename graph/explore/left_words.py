"""What was left out of an answer, in a sentence of the reader's language."""

from __future__ import annotations

from typing import Final

from graph.explore.values import LeftOut, Why

#: Parts of answers and relations, as a reader calls them.
PARTS: Final[dict[str, tuple[str, str]]] = {
    "name": ("按姓名名称的查找", "the search by name"),
    "code": ("按编号的查找", "the search by code"),
    "certno": ("按证件号的查找", "the search by ID number"),
    "counts": ("关联数量", "the numbers of neighbours"),
    "totals": ("部分角标的数量", "some of the badges' numbers"),
    "days": ("逐日记录", "records by day"),
    "common": ("共同关联", "common neighbours"),
    "timeline": ("时间线", "the timeline"),
    "edges": ("连线", "edges"),
    "nodes": ("节点", "nodes"),
    "paths": ("路径", "paths"),
    "hubs": ("枢纽节点", "hubs"),
    "pattern": ("模板查询的结果", "rows of the saved question"),
    "rows": ("行", "rows"),
    "characters": ("字符", "characters"),
    "geo": ("机构", "institutions"),
    "betweenness": ("中介中心度", "betweenness"),
    "VISITED": ("就诊", "visits"),
    "SEEN_BY": ("接诊", "doctors and patients"),
    "WORKS_AT": ("执业", "registrations"),
    "HAS_PHONE": ("电话", "phones"),
    "LIVES_AT": ("住址", "addresses"),
    "EMPLOYED_BY": ("单位", "employers"),
    "USED_BED": ("床位", "beds"),
    "SAME_AS": ("研判为同一", "judged to be one"),
    "USED_TERMINAL": ("终端", "terminals"),
    "HAS_SETTLEMENT": ("结算", "settlements"),
    "TREATED_BY": ("经治", "treatments"),
    "AT": ("机构的结算", "settlements of the institution"),
    "IN_BED": ("床位的结算", "settlements of the bed"),
    "SWIPED_ON": ("终端的结算", "settlements of the terminal"),
}


def sentence(left: LeftOut, language: str) -> str:
    """What is missing and what to do about it, in Chinese (`zh`) or English."""
    zh, en = PARTS.get(left.part, (left.part, left.part))
    chinese = language == "zh"
    number = f"{left.count:,}" if left.count is not None else ""
    if left.why is Why.TIME:
        return (
            f"{zh}超过时限，未列出。请缩小时间范围或减少关系种类后再查。"
            if chinese
            else f"The time ran out: {en} are not shown. Narrow the time or use fewer relations."
        )
    if left.why is Why.LIMIT:
        return (
            f"{zh}超出上限 {left.bound:,}，其余{number and f' {number} 个'}未取。"
            if chinese
            else f"More than {left.bound:,} {en}; the rest{number and f' ({number})'} was left out."
        )
    if left.why is Why.HUB:
        return (
            f"超过 {left.bound:,} 人共用的枢纽节点{number and f'（{number} 个）'}没有穿过。"
            if chinese
            else f"Hubs shared by more than {left.bound:,} people{number and f' ({number})'} were not passed."
        )
    if left.why is Why.PLACE:
        return (
            f"{number} 家机构没有经纬度，未画在图上。"
            if chinese
            else f"{number} institutions have no coordinates and are not drawn."
        )
    return (
        f"{zh}由 {number} 个节点抽样估计。"
        if chinese
        else f"{en.capitalize()} was estimated from {number} nodes."
    )
