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
#: What two fee lines of one visit have in common where one of them was sent twice; the last ones where
#: they are sent.
LINE = ("mdtrt_id", "hilist_code", "fee_ocur_time", "cnt", "det_item_fee_sumamt")
LINE_TOO = ("medins_list_codg", "pric", "bilg_dr_codg")


def checks(subject: Subject) -> Iterator[Check]:
    """Visits, settlements and fee lines that another row repeats to the second and the cent."""
    yield from _whole(subject)
    yield from _lines(subject)


def _lines(subject: Subject) -> Iterator[Check]:
    """Fee lines of the batch alone, by a number of 64 bits: to group thirty million lines by eight columns
    takes four times as long, and that two different ones share a number is to be expected once in forty
    thousand such batches."""
    table = "fee_list_d"
    if not subject.brought(table, *LINE):
        return
    columns = [*LINE, *(one for one in LINE_TOO if subject.brought(table, one))]
    listed, asked = ", ".join(columns), ", ".join(f"t.{one}" for one in columns)
    yield Check(
        *(Kind.REPEAT, table, "", "same"),
        f"batch.{table} t SEMI JOIN (SELECT hash({listed}) AS line FROM batch.{table} "
        f"GROUP BY 1 HAVING count(*) > 1) d ON hash({asked}) = d.line",
        tuple(f"t.{column}" for column in columns),
        "除编号外内容相同的费用明细（疑似重复上传或重复收费）",
        f"{said.table(table)}: lines that are equal but for their number",
        accepted(subject, table),
    )


def _whole(subject: Subject) -> Iterator[Check]:
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
