"""The values that each document prints; every number comes from the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.cases.state import Officer
from casework.commands.referral import PackagePart
from casework.events import Json
from casework.referral.refer import PART_NAMES, missing_parts
from casework.referral.state import Referral
from evidence.dossier import formats
from evidence.dossier.bag import PROFILE
from evidence.dossier.content import Content, Item, Letter
from evidence.dossier.report import report_rows

Sheet = dict[str, Json]

KIND_ZH = {
    "documentary": "书证",
    "physical": "物证",
    "audiovisual": "视听资料",
    "electronic": "电子数据",
    "testimony": "证人证言",
    "party_statement": "当事人陈述",
    "expert_opinion": "鉴定意见",
    "scene_record": "勘验、现场笔录",
}
_MARKS = "①②③④⑤"


@dataclass(frozen=True)
class Entry:
    """One line of the catalogue, numbered by its place there; ``pages`` is the range within the dossier,
    if it is numbered."""

    title: str
    reference: str
    path: str
    pages: str = ""


def common(content: Content) -> Sheet:
    """What stands on every sheet."""
    return {
        "bureau": content.bureau,
        "case_no": content.case.case_no,
        "title": content.case.title,
        "profile": PROFILE,
    }


def referral_of(content: Content) -> Referral:
    """The referral, which a checked case has."""
    if content.case.referral is None:
        raise ValueError("尚未提出移送报告 (no referral): check() must be empty first")
    return content.case.referral


def officers_of(content: Content) -> list[Officer]:
    """The special group, with certificates."""
    group = {hand.person for hand in referral_of(content).officers}
    return [officer for officer in content.case.officers if officer.hand.person in group]


def _officer_rows(content: Content) -> list[Json]:
    return [
        {"name": officer.hand.name, "certificate_no": officer.certificate_no}
        for officer in officers_of(content)
    ]


def letter_of(content: Content) -> Letter:
    """The signed letter, which a checked case has."""
    if content.letter is None:
        raise ValueError("移送书尚未附签字件 (no signed letter): check() must be empty first")
    return content.letter


def receipt(content: Content) -> Sheet:
    """移送案件回执, which the police sign and give back (第七条)."""
    return {
        **common(content),
        "number": f"移送书文号：{letter_of(content).issued.number}",
        "recipient": referral_of(content).recipient,
    }


def report(content: Content) -> Sheet:
    """调查报告."""
    referral = referral_of(content)
    return {
        **common(content),
        **report_rows(content),
        "party": {"name": content.case.party.name if content.case.party else ""},
        "evidence_count": len(content.items),
        "officers": _officer_rows(content),
        "reported_formal": formats.formal_day(referral.reported_at),
    }


def items(content: Content) -> Sheet:
    """涉案物品清单: physical evidence only; if there is none, that is said."""
    referral = referral_of(content)
    physical = [item for item in content.items if item.state.kind == "physical"]
    why = referral.missing_parts.get(PackagePart.ITEMS_LIST.value, "").strip()
    rows: list[Json] = [
        {
            "number": number,
            "name": item.name,
            "holder": _collected(item, "holder"),
            "place": _collected(item, "place"),
            "collectors": _takers(content, item),
            "witness": _stood_by(item),
            "evidence_id": item.state.evidence_id,
        }
        for number, item in enumerate(physical, 1)
    ]
    return {
        **common(content),
        "items": rows,
        "no_items": f"本案截至移送未扣押、提取涉案物品。{why}",
        "officers": _officer_rows(content),
        "decided_formal": formats.formal_day(referral.decided_at or content.sealed_at),
    }


def evidence(content: Content) -> Sheet:
    """证据清单 with both hashes of every item."""
    referral = referral_of(content)
    rows: list[Json] = [
        {
            "number": item.number,
            "name": item.name,
            "evidence_id": item.state.evidence_id,
            "size": formats.size(item.state.size),
            "path": item.path,
            "kind": KIND_ZH.get(item.state.kind, item.state.kind),
            "collected": _collection(content, item),
            "sha256": item.state.sha256,
            "sm3": item.state.sm3,
            "proves": item.proves,
        }
        for item in content.items
    ]
    return {
        **common(content),
        "evidence": rows,
        "evidence_size": formats.size(sum(item.state.size for item in content.items)),
        "officers": _officer_rows(content),
        "decided_formal": formats.formal_day(referral.decided_at or content.sealed_at),
    }


def catalogue(content: Content, entries: Sequence[Entry]) -> Sheet:
    """卷内目录."""
    rows: list[Json] = [
        {
            "number": number,
            "title": entry.title,
            "reference": entry.reference,
            "pages": entry.pages,
            "path": entry.path,
        }
        for number, entry in enumerate(entries, 1)
    ]
    return {
        **common(content),
        "recipient": referral_of(content).recipient,
        "sealed_at": formats.moment(content.sealed_at),
        "chain_length": len(content.events),
        "chain_head": content.events[-1].hash,
        "entries": rows,
        "parts": _parts(content),
    }


def _parts(content: Content) -> list[Json]:
    missing = missing_parts(content.case)
    explained = referral_of(content).missing_parts
    rows: list[Json] = []
    for mark, part in zip(_MARKS, PackagePart, strict=True):
        state = "已附"
        if part in missing:
            state = f"未附：{explained.get(part.value, '')}"
        rows.append({"mark": mark, "name": PART_NAMES[part][0], "state": state})
    return rows


def _collected(item: Item, field: str) -> str:
    """A field of how it was collected; of a reporter's item none: holder and place are his."""
    if item.reporter:
        return ""
    return str((item.state.collection or {}).get(field) or "")


def _takers(content: Content, item: Item) -> str:
    """Who took it, by name; older items name them among the officers of the case alone."""
    names = {o.hand.account: o.hand.name for o in content.case.officers} | dict(item.state.takers)
    taken = (item.state.collection or {}).get("officers") or ()
    return "、".join(names.get(str(taker), str(taker)) for taker in taken)


def _stood_by(item: Item) -> str:
    if name := _collected(item, "witness"):
        return name
    why = _collected(item, "no_witness_reason")
    return f"无（{why}）" if why else ""


def _original(item: Item) -> str:
    """Whether it is the original, and why it is not."""
    match (item.state.collection or {}).get("original"):
        case None:
            return ""
        case True:
            return "原件"
    why = _collected(item, "no_original_reason")
    return f"复制件（{why}）" if why else "复制件"


def _collection(content: Content, item: Item) -> str:
    """When, where, how, of whom, by whom, and who stood by."""
    collection = item.state.collection or {}
    when, pages = collection.get("collected_at"), collection.get("pages")
    parts = [
        ("收集", formats.moment(datetime.fromisoformat(str(when))) if when else ""),
        ("接收", formats.moment(item.state.received_at)),
        ("地点", _collected(item, "place")),
        ("方法", _collected(item, "method")),
        ("过程", _collected(item, "process")),
        ("提供人", _collected(item, "holder")),
        ("原始介质", _collected(item, "original_medium")),
        ("原件或者复制件", _original(item)),
        ("页数", str(pages) if pages else ""),
        ("收集人", _takers(content, item)),
        ("见证人", _stood_by(item)),
    ]
    return "；".join(f"{label}：{value}" for label, value in parts if value)
