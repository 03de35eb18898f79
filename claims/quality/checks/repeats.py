"""Rows that differ in their key alone: perhaps one event, sent twice under two numbers."""

from collections.abc import Iterator

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.checks.completeness import accepted
from claims.quality.subject import Subject

SAME = {
    "mdtrt_d": ("psn_no", "fixmedins_code", "med_type", "begntime", "endtime"),
    "setl_d": ("psn_no", "fixmedins_code", "med_type", "setl_time", "medfee_sumamt"),
}


def checks(subject: Subject) -> Iterator[Check]:
    """Visits and settlements that another row repeats to the second and the cent."""
    for table, columns in SAME.items():
        if not subject.brought(table, *columns):
            continue
        listed = ", ".join(columns)
        match = " AND ".join(f"t.{c} = d.{c}" for c in columns)
        yield Check(
            *(Kind.REPEAT, table, "", "same"),
            f"batch.{table} t SEMI JOIN (SELECT {listed} FROM main.{table} "
            f"GROUP BY {listed} HAVING count(*) > 1) d ON {match}",
            tuple(f"t.{column}" for column in columns),
            "除编号外内容相同的记录（疑似重复上传）",
            f"{said.table(table)}: rows that are equal but for their number",
            accepted(subject, table),
        )
