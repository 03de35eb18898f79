"""Rows that differ in their key alone: perhaps one event, sent twice under two numbers."""

from collections.abc import Iterator

import numpy as np

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.checks.completeness import accepted
from claims.quality.subject import Subject

SAME = {
    "mdtrt_d": ("psn_no", "fixmedins_code", "med_type", "begntime", "endtime"),
    "setl_d": ("psn_no", "fixmedins_code", "med_type", "setl_time", "medfee_sumamt"),
}
#: Numbers that are sorted at once: 800 MB.
AT_ONCE = 100_000_000
#: What two fee lines of one visit have in common where one of them was sent twice; the last ones where
#: they are sent.
LINE = ("mdtrt_id", "hilist_code", "fee_ocur_time", "cnt", "det_item_fee_sumamt")
LINE_TOO = ("medins_list_codg", "pric", "bilg_dr_codg")


def checks(subject: Subject) -> Iterator[Check]:
    """Visits, settlements and fee lines that another row repeats to the second and the cent."""
    yield from _whole(subject)
    yield from _lines(subject)


def _lines(subject: Subject) -> Iterator[Check]:
    """Fee lines of the batch alone, by a number of 64 bits: that two different ones of thirty million share
    one is to be expected once in forty thousand such batches."""
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
        counted=lambda: _again(subject, listed),
    )


def _again(subject: Subject, columns: str) -> int:
    """Lines whose number another one has, too. Sorted they are counted in a quarter of the time that it
    takes to group them; more than can be held at a time in turns."""
    turns = 1 + accepted(subject, "fee_list_d") // AT_ONCE
    again = 0
    for turn in range(turns):
        found = subject.connection.execute(
            f"SELECT line FROM (SELECT hash({columns}) AS line FROM batch.fee_list_d) "
            f"WHERE line % {turns} = {turn}"
        ).fetchnumpy()
        lines = np.sort(np.asarray(found["line"], np.uint64))
        same = lines[1:] == lines[:-1]
        # Each equals the one before it, or else the one behind.
        again += int(np.count_nonzero(same) + np.count_nonzero(same & ~np.append(False, same[:-1])))
    return again


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
