"""The knowledge tables: what rules have to know of items, and the one place that declares it.

Every row carries `valid_from`, `valid_to` (inclusive; empty = open) and `source`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

# NULL in the source text; an empty cell of an optional column.
EMPTY: Final = ""


def _text(cell: str) -> str:
    return cell


def _days(cell: str) -> Decimal:
    number = _decimal(cell)
    if not 0 < number <= 3660:
        raise ValueError("须大于 0 且不超过 3660")
    return number


def _price(cell: str) -> Decimal:
    number = _decimal(cell)
    if not 0 < number < Decimal("1e9"):
        raise ValueError("须为正数")
    return number


def _age(cell: str) -> Decimal:
    number = _decimal(cell)
    if not 0 <= number <= 150:
        raise ValueError("须在 0 与 150 之间")
    return number


def _decimal(cell: str) -> Decimal:
    try:
        number = Decimal(cell)
    except InvalidOperation as error:
        raise ValueError("不是数字") from error
    if not number.is_finite():
        raise ValueError("不是数字")
    return number


def one_of(*allowed: str) -> Callable[[str], str]:
    """A reader that accepts only the listed codes."""

    def read(cell: str) -> str:
        if cell not in allowed:
            raise ValueError("只能是 " + "、".join(allowed))
        return cell

    return read


@dataclass(frozen=True)
class Field:
    """One column: its SQL type, the reader that checks a cell, whether it may be empty."""

    name: str
    title: str
    sql_type: str = "VARCHAR"
    read: Callable[[str], object] = _text
    optional: bool = False


@dataclass(frozen=True)
class KnowledgeTable:
    """One knowledge table; rows are unique by `key` and valid days."""

    name: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """The table's own fields and the three that every row carries."""
        return (*self.fields, *VALIDITY)


VALIDITY: Final = (
    Field("valid_from", "生效日", "DATE", date.fromisoformat),
    Field("valid_to", "失效日", "DATE", date.fromisoformat, optional=True),
    Field("source", "来源"),
)
_CODE: Final = Field("hilist_code", "医保目录编码")
_NAME: Final = Field("hilist_name", "医保目录名称")
_LEVEL: Final = Field("level_group", "医院级别", read=one_of("3", "2", "1"))

_DECLARED: Final = (
    KnowledgeTable(
        "price_limit",
        "分级限价",
        (_CODE, _NAME, _LEVEL, Field("price_limit", "最高限价（元）", "DECIMAL(16,6)", _price)),
        ("hilist_code", "level_group"),
    ),
    KnowledgeTable(
        "sex_limit",
        "限性别项目",
        (_CODE, _NAME, Field("gend", "限定性别", read=one_of("1", "2"))),
        ("hilist_code",),
    ),
    KnowledgeTable(
        "age_limit",
        "限年龄项目",
        (
            _CODE,
            _NAME,
            Field("age_min", "最小周岁（含）", "DECIMAL(4,1)", _age, optional=True),
            Field("age_max", "最大周岁（含）", "DECIMAL(4,1)", _age, optional=True),
        ),
        ("hilist_code",),
    ),
    KnowledgeTable(
        "days_supply",
        "每单位可用天数",
        (_CODE, _NAME, Field("days_per_unit", "每单位可用天数", "DECIMAL(8,2)", _days)),
        ("hilist_code",),
    ),
    KnowledgeTable(
        "daily_limit",
        "每日计费次数",
        (_CODE, _NAME, Field("max_per_day", "每日最多数量", "DECIMAL(16,4)", _price)),
        ("hilist_code",),
    ),
    KnowledgeTable(
        "care_item",
        "视为诊疗的项目",
        (
            Field("kind", "按收费类别或项目", read=one_of("type", "item")),
            Field("code", "编码"),
            Field("name", "名称"),
            Field("care", "是否诊疗", read=one_of("0", "1")),
        ),
        ("kind", "code"),
    ),
    KnowledgeTable(
        "course_item",
        "按疗程反复使用的项目",
        (_CODE, _NAME, Field("course", "疗程")),
        ("hilist_code",),
    ),
    KnowledgeTable(
        "course_diagnosis",
        "按疗程反复就诊的诊断",
        (Field("diag_prefix", "诊断编码前缀"), Field("diag_name", "诊断")),
        ("diag_prefix",),
    ),
    KnowledgeTable(
        "hospital_level",
        "医院等级归类",
        (Field("hosp_lv", "医院等级"), _LEVEL),
        ("hosp_lv",),
    ),
)
TABLES: Final[dict[str, KnowledgeTable]] = {table.name: table for table in _DECLARED}
