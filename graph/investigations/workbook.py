"""The evidence list of a saved investigation as a workbook: objects, relations, settlements."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from graph.explore.present import SHANGHAI
from graph.explore.records import Records
from graph.explore.values import GraphEdge, GraphNode, Subgraph
from graph.investigations.model import Investigation
from graph.investigations.sieve import Sieve, sieve_of, sieved

KINDS: Final = {
    "Patient": "参保人",
    "Doctor": "医师",
    "Institution": "医药机构",
    "Settlement": "结算",
    "Phone": "电话",
    "Address": "住址",
    "Employer": "单位",
    "Bed": "床位",
    "Terminal": "刷卡终端",
}
#: The kinds that a picture's filter names.
DRAWN: Final = {
    **{kind.upper(): word for kind, word in KINDS.items()},
    "HOSPITAL": "医疗机构",
    "PHARMACY": "零售药店",
    "RING": "疑似团伙",
}
RELATIONS: Final = {
    "VISITED": "就诊",
    "SEEN_BY": "接诊",
    "WORKS_AT": "执业",
    "HAS_SETTLEMENT": "结算",
    "AT": "就诊机构",
    "TREATED_BY": "经治医师",
    "HAS_PHONE": "电话",
    "LIVES_AT": "住址",
    "EMPLOYED_BY": "单位",
    "IN_BED": "床位",
    "SWIPED_ON": "刷卡终端",
    "USED_BED": "住过的床位",
    "USED_TERMINAL": "用过的终端",
    "SAME_AS": "研判为同一",
}
#: Their key is a digest that says nothing to people.
DIGESTED: Final = frozenset({"Phone", "Address", "Employer"})
Cell = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Made:
    """Who made the list and when; it stands on every sheet."""

    by: str
    at: datetime


def evidence_list(
    saved: Investigation, drawn: Subgraph, found: Records, made: Made
) -> tuple[bytes, int]:
    """The workbook and its number of settlements: what the picture's filter shows, and which it is.

    Figures are the map's of today; masked as seen.
    """
    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        book.set_properties({"title": f"证据清单：{saved.name}", "author": made.by})
        book.set_properties({"created": made.at.replace(tzinfo=None)})
        names = {node.id: node.label for node in drawn.nodes}
        sieve = sieve_of(saved.content)
        shown = sieved(
            sieve,
            drawn.nodes,
            drawn.edges,
            found,
            # What the person had drawn, and nothing that was left out on purpose.
            drawn=frozenset(_mapping(saved.content, "edges")),
            kept=_kept(saved.content),
        )
        head = f"研判图：{saved.name}  制作人：{made.by}  制作时间：{_minute(made.at)}"
        if filtered := filter_words(sieve, names):
            head += f"  筛选条件：{filtered}（未列对象 {shown.held} 个）"
        notes, groups = _notes(saved.content), _groups(saved.content)
        _sheet(
            book,
            "对象",
            head + (f"  已不在图谱中：{len(drawn.missing)} 个" if drawn.missing else ""),
            ("类型", "编码", "名称", "备注", "分组"),
            (_node(node, notes, groups) for node in shown.nodes),
        )
        _sheet(
            book,
            "关系",
            head,
            ("起点", "关系", "终点", "次数", "金额（元）", "首次", "末次"),
            (_edge(edge, names) for edge in shown.edges),
        )
        total = sum((one.amount or Decimal(0) for one in shown.records), Decimal(0))
        _sheet(
            book,
            "结算明细",
            f"{head}  共 {len(shown.records)} 笔，合计 {total:,.2f} 元"
            + ("（未列全，请缩小研判图）" if found.truncated else ""),
            ("结算号", "就诊号", "结算时间", "人员编号", "姓名", "机构", "医师", "总费用（元）",
             "基金支付（元）"),
            (
                (
                    one.setl_id,
                    one.mdtrt_id,
                    _minute(one.at),
                    _key(one.patient),
                    one.patient.label,
                    one.institution.label if one.institution else None,
                    one.doctor.label if one.doctor else None,
                    one.amount,
                    one.fund,
                )
                for one in shown.records
            ),
        )  # fmt: skip
    return buffer.getvalue(), len(shown.records)


def filter_words(sieve: Sieve, names: Mapping[str, str]) -> str:
    """The filter as the sheet says it; empty without one."""
    parts = []
    if sieve.dated:
        parts.append(f"时间 {sieve.start or '最早'} 至 {sieve.end or '最近'}")
    if sieve.least is not None:
        parts.append(f"关系金额不低于 {sieve.least:,.2f} 元")
    if sieve.most is not None:
        parts.append(f"关系金额不高于 {sieve.most:,.2f} 元")
    if sieve.without:
        parts.append("不含" + "、".join(DRAWN.get(one, one) for one in sorted(sieve.without)))
    if sieve.institutions:
        called = sorted(names.get(one, one.partition(":")[2]) for one in sieve.institutions)
        parts.append("机构 " + "、".join(called))
    return "；".join(parts)


def _sheet(
    book: Any, name: str, head: str, titles: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> None:
    bold = book.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1})
    money = book.add_format({"num_format": "#,##0.00"})
    sheet = book.add_worksheet(name)
    sheet.write_string(0, 0, head)
    for column, title in enumerate(titles):
        sheet.set_column(column, column, 22 if column else 18)
        sheet.write_string(1, column, title, bold)
    for line, row in enumerate(rows, 2):
        for column, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(line, column, cell, money)
            elif isinstance(cell, int):
                sheet.write_number(line, column, cell)
            elif cell:
                sheet.write_string(line, column, cell)
    sheet.freeze_panes(2, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.set_footer("&L&A&R第 &P 页，共 &N 页")


def _node(
    node: GraphNode, notes: Mapping[str, str], groups: Mapping[str, list[str]]
) -> tuple[Cell, ...]:
    kind = KINDS.get(node.kind, node.kind)
    return kind, _key(node), node.label, notes.get(node.id), "、".join(groups.get(node.id, ()))


def _edge(edge: GraphEdge, names: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        names[edge.source],
        RELATIONS.get(edge.kind, edge.kind),
        names[edge.target],
        edge.count,
        edge.amount,
        _minute(edge.first),
        _minute(edge.last),
    )


def _key(node: GraphNode) -> str | None:
    return None if node.kind in DIGESTED else node.id.partition(":")[2]


def _minute(at: datetime | None) -> str | None:
    return at.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if at else None


def _mapping(content: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """A mapping of the desk's own JSON; whatever else stands there is no mapping."""
    picture = content.get("picture")
    found = picture.get(name) if isinstance(picture, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _notes(content: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(text) for key, text in _mapping(content, "notes").items()}


def _groups(content: Mapping[str, Any]) -> dict[str, list[str]]:
    picture = content.get("picture")
    hulls = picture.get("hulls") if isinstance(picture, Mapping) else None
    found: dict[str, list[str]] = {}
    for hull in hulls if isinstance(hulls, list) else ():
        if isinstance(hull, Mapping) and isinstance(hull.get("members"), list):
            for member in hull["members"]:
                found.setdefault(str(member), []).append(str(hull.get("label", "")))
    return found


def _kept(content: Mapping[str, Any]) -> frozenset[str]:
    """Pinned and noted objects stay, whatever the filter takes from around them."""
    picture = content.get("picture")
    pins = picture.get("pins") if isinstance(picture, Mapping) else None
    noted = {key for key, text in _notes(content).items() if text}
    return frozenset(noted | {str(one) for one in (pins if isinstance(pins, list) else ())})


def node_ids(saved: Investigation) -> list[str]:
    """Public ids of the nodes of a saved picture."""
    return list(_mapping(saved.content, "nodes"))
