"""What a check of a dossier found: problems that name the place, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from casework.wording import in_en, in_zh

CONTAINER = "container"

_TEXTS = {
    "not_a_dossier": ("不是卷宗：{why}", "not a dossier: {why}"),
    "refused": ("{why}", "{why}"),
    "missing": ("清单中有、包内没有该文件", "listed in the manifest but not in the bag"),
    "unlisted": ("包内有、清单中没有该文件", "in the bag but not listed in the manifest"),
    "changed": (
        "内容已变（{what} 不符：应为 {expected}，实为 {found}）",
        "content changed ({what}: expected {expected}, found {found})",
    ),
    "malformed": ("格式不合规范：{why}", "not in canonical form: {why}"),
    "order": ("文件次序与规范不符", "members are not in canonical order"),
    "container_differs": (
        "压缩包结构与重新生成的不一致：{what}，第 {offset} 字节",
        "the archive differs from the rebuilt one: {what}, byte {offset}",
    ),
    "chain_broken": ("事件链断裂：{why}", "the event chain is broken: {why}"),
    "catalogue_differs": ("与目录不符：{why}", "differs from the catalogue: {why}"),
    "custody_differs": ("与保管记录不符：{why}", "differs from the custody record: {why}"),
    "unexpected_hash": (
        "压缩包哈希与给定值 {expected} 不符",
        "the archive's hashes differ from the given {expected}",
    ),
}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: a stable code, the member (or ``container``), and two sentences."""

    code: str
    where: str
    message_zh: str
    message_en: str


def problem(code: str, where: str, **facts: object) -> Problem:
    """The problem of that code, its texts filled in; a fact made of words is `Both`."""
    zh, en = _TEXTS[code]
    return Problem(code, where, zh.format(**in_zh(facts)), en.format(**in_en(facts)))
