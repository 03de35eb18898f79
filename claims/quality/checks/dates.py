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
    if subject.brought("fee_list_d", "fee_ocur_time"):
        yield _line_outside(
            subject,
            "begntime",
            "费用早于就诊开始之日（预住院、急诊留观转住院除外）",
            "charged before the day on which the visit began (unless examined before admission)",
        )
        yield _line_outside(
            subject,
            "endtime",
            "费用晚于就诊结束之日",
            "charged after the day on which the visit ended",
        )


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


# What lies outside of a line's visit, by the bound of the visit.
OUTSIDE: Final = {
    "begntime": "t.fee_ocur_time < date_trunc('day', t.begntime)",
    "endtime": "t.fee_ocur_time >= date_trunc('day', t.endtime) + INTERVAL 1 DAY",
}


def _line_outside(subject: Subject, bound: str, zh: str, en: str) -> Check:
    return Check(
        *(Kind.DATE, "fee_list_d", "fee_ocur_time", bound),
        f"(SELECT l.*, m.{bound} FROM batch.fee_list_d l JOIN main.mdtrt_d m USING (mdtrt_id)) t "
        f"WHERE {OUTSIDE[bound]}",
        ("t.fee_ocur_time", f"t.{bound}"),
        zh,
        f"{said.table('fee_list_d')}: {en}",
        accepted(subject, "fee_list_d"),
        counted=lambda: subject.once(_lines_outside)[bound],
    )


def _lines_outside(subject: Subject) -> dict[str, int]:
    """How many lines lie outside of their visit, by bound: to look up the visits is the dear part."""
    counts = ", ".join(f"count(*) FILTER ({outside})" for outside in OUTSIDE.values())
    bounds = ", ".join(f"m.{bound}" for bound in OUTSIDE)
    found = subject.one(
        f"SELECT {counts} FROM (SELECT l.fee_ocur_time, {bounds} FROM batch.fee_list_d l "
        "JOIN main.mdtrt_d m USING (mdtrt_id)) t"
    )
    return dict(zip(OUTSIDE, found, strict=True))
