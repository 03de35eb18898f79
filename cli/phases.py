"""What a command says of a phase: the rooms name phases for programs, a person reads words."""

import re
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from cli.language import say

Words: TypeAlias = Mapping[str, tuple[str, str]]

IMPORT: Final = {
    "stage": ("接收文件", "receiving files"),
    "read": ("装载与校验", "reading and checking"),
    "check": ("重复记录", "looking for duplicates"),
    "write": ("写入", "writing"),
    "quality": ("质量检查", "checking quality"),
    "done": ("完成", "finishing"),
}
GENERATE: Final = {
    "plan": ("安排就诊", "planning visits"),
    "write": ("写出文件", "writing files"),
    "cut": ("按月分开", "cutting by month"),
}
GRAPH: Final = {
    "stage": ("整理数据", "preparing"),
    "compare": ("与现有图谱比对", "comparing with the map"),
    "export": ("写出导入文件", "writing files to load"),
    "stop": ("停止 Neo4j", "stopping Neo4j"),
    "import": ("离线导入", "loading offline"),
    "swap": ("换入新库", "putting the new store in place"),
    "start": ("启动 Neo4j", "starting Neo4j"),
    "schema": ("建立约束与索引", "constraints and indexes"),
    "sweep": ("清除已撤回的数据", "clearing withdrawn data"),
    "ledger": ("更新台账", "updating the ledger"),
}
AUDIT: Final = {
    "audit:prepare": ("准备数据", "preparing data"),
    "audit:rules": ("审核规则", "applying rules"),
    "audit:write": ("写入疑点", "writing findings"),
}
#: Evidence on its way into the vault, and what is done with what lies there.
VAULT: Final = {
    "hash": ("计算校验值", "computing the hashes"),
    "known": ("核对已存的同一文件", "checking the copy that is there"),
    "copy": ("存入证据库", "putting it into the vault"),
    "read_back": ("读回核对", "reading it back"),
    "recheck": ("重新校验", "checking again"),
    "retention": ("续锁", "extending locks"),
    "dossier": ("写出案卷", "writing the dossier"),
    "verify": ("核对案卷", "verifying the dossier"),
    "bind": ("装订", "binding"),
}
BACKUP: Final = {"backup": ("备份", "backing up"), "restore": ("恢复", "restoring")}
SAME: Final = {
    "same:Patient": ("比对人员", "comparing persons"),
    "same:Doctor": ("比对医师", "comparing doctors"),
    "same:Institution": ("比对机构", "comparing institutions"),
}
#: What the map is written in is named as the map names it: labels and relationship types.
LABEL: Final = re.compile(r"[A-Z][A-Za-z]+")
LINK: Final = re.compile(r"[A-Z][A-Z_]+")

Progress = Callable[[str, int, int | None], None]


def in_words(progress: Progress, words: Words) -> Progress:
    """`progress` that hears the words of a phase in the reader's language; a phase without words keeps
    its name."""

    def told(phase: str, done: int, total: int | None) -> None:
        progress(say(*(words.get(phase) or _written(phase))), done, total)

    return told


def _written(phase: str) -> tuple[str, str]:
    if LINK.fullmatch(phase):
        return f"写入关联 {phase}", f"writing links {phase}"
    if LABEL.fullmatch(phase):
        return f"写入 {phase}", f"writing {phase}"
    return phase, phase
