"""What a paper that is served is called, in both languages, by its kind."""

from collections.abc import Mapping
from typing import Final

NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "notice": ("事先告知书", "the notice"),
    "decision": ("处罚决定书", "the decision"),
    "pressing": ("催告书", "the pressing letter"),
    "handling_notice": ("拟处理意见告知书", "the notice of the handling"),
    "handling": ("协议处理决定", "the handling"),
    "hearing": ("听证通知书", "the notice of the hearing"),
    "performance": ("要求履行协议决定书", "the decision to perform"),
    "hold": ("先行登记保存（封存）决定书", "the decision to hold things"),
    "hold_end": ("保存、封存物品处理决定书", "the decision on held things"),
    "instalments": ("延期（分期）缴纳罚款决定书", "the answer on instalments"),
    "correction": ("责令改正通知书", "the order to correct"),
}
