"""What a command says of a phase: the rooms name phases for programs, a person reads words."""

from collections.abc import Callable, Mapping
from typing import Final

IMPORT: Final = {
    "stage": "接收文件",
    "read": "装载与校验",
    "check": "重复记录",
    "write": "写入",
    "quality": "质量检查",
    "done": "完成",
}
GENERATE: Final = {"plan": "安排就诊", "write": "写出文件", "cut": "按月分开"}
GRAPH: Final = {
    "stage": "整理数据",
    "compare": "与现有图谱比对",
    "export": "写出导入文件",
    "stop": "停止 Neo4j",
    "import": "离线导入",
    "swap": "换入新库",
    "start": "启动 Neo4j",
    "schema": "建立约束与索引",
    "sweep": "清除已撤回的数据",
    "ledger": "更新台账",
}
AUDIT: Final = {
    "audit:prepare": "准备数据",
    "audit:rules": "审核规则",
    "audit:write": "写入疑点",
}

Progress = Callable[[str, int, int | None], None]


def in_words(progress: Progress, words: Mapping[str, str]) -> Progress:
    """`progress` that hears the words of a phase; a phase without words keeps its name."""

    def told(phase: str, done: int, total: int | None) -> None:
        progress(words.get(phase, phase), done, total)

    return told
