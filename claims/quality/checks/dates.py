"""Impossible dates: each is lawful by itself, together they cannot be."""

from collections.abc import Iterator
from typing import Final

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.checks.completeness import accepted
from claims.quality.subject import Subject
from claims.views import name

# (table, first, then): the second never lies before the first.
ORDERS: Final = (
    ("mdtrt_d", "begntime", "endtime", "结束时间早于开始时间", "ends before it begins"),
    ("mdtrt_d", "brdy", "begntime", "就诊早于出生", "a visit before birth"),
    ("mdtrt_d", "begntime", "die_date", "死亡早于就诊", "a death before the visit"),
    ("setl_d", "begndate", "enddate", "结束日期早于开始日期", "ends before it begins"),
    ("setl_d", "begndate", "setl_time", "结算早于就诊开始", "settled before the visit began"),
    ("purc_d", "manu_date", "expy_end", "有效期早于生产日期", "expires before it was made"),
)


def checks(subject: Subject) -> Iterator[Check]:
    """The orders for which the batch brought both dates, and lines before birth."""
    for table, first, then, zh, en in ORDERS:
        if not subject.brought(table, first, then):
            continue
        yield Check(
            *(Kind.DATE, table, then, first),
            # A day ends at midnight: compare whole days where one of the two has no hours.
            f"batch.{table} t WHERE t.{name(then)} < {_floor(first, then)}",
            (f"t.{name(first)}", f"t.{name(then)}"),
            zh,
            f"{said.table(table)}: {en}",
            accepted(subject, table),
        )
    if subject.brought("setl_d"):
        yield _settled_before(subject)


def _floor(first: str, then: str) -> str:
    """A death is dated by the day alone."""
    day = then == "die_date"
    return f"date_trunc('day', t.{name(first)})" if day else f"t.{name(first)}"


def _settled_before(subject: Subject) -> Check:
    return Check(
        *(Kind.DATE, "setl_d", "setl_time", "visit"),
        "(SELECT s.*, m.begntime FROM batch.setl_d s JOIN main.mdtrt_d m USING (mdtrt_id)) t "
        "WHERE t.setl_time < date_trunc('day', t.begntime)",
        ("t.setl_time", "t.begntime"),
        "结算时间早于就诊开始之日",
        f"{said.table('setl_d')}: settled before the day on which the visit began",
        accepted(subject, "setl_d"),
    )
