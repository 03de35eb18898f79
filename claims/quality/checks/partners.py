"""Keys without partner: a row names something that neither the batch nor the store holds."""

from collections.abc import Iterator
from typing import Final

from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.checks.completeness import filled_cells
from claims.quality.subject import Subject
from claims.tables import TABLES
from claims.views import name

# (table, its column, the table in which the partner should be, the partner's column)
PARTNERS: Final = (
    ("staff_info_b", "fixmedins_code", "medins_info_b", "fixmedins_code"),
    ("mdtrt_d", "psn_no", "psn_info_b", "psn_no"),
    ("mdtrt_d", "fixmedins_code", "medins_info_b", "fixmedins_code"),
    ("mdtrt_d", "atddr_no", "staff_info_b", "prac_psn_code"),
    ("setl_d", "mdtrt_id", "mdtrt_d", "mdtrt_id"),
    ("setl_d", "psn_no", "psn_info_b", "psn_no"),
    ("setl_d", "fixmedins_code", "medins_info_b", "fixmedins_code"),
    ("setl_diag_list_d", "mdtrt_id", "mdtrt_d", "mdtrt_id"),
    ("setl_detail_d", "setl_id", "setl_d", "setl_id"),
    ("fee_list_d", "mdtrt_id", "mdtrt_d", "mdtrt_id"),
    ("fee_list_d", "setl_id", "setl_d", "setl_id"),
    ("fee_list_d", "bilg_dr_codg", "staff_info_b", "prac_psn_code"),
    ("sel_d", "setl_id", "setl_d", "setl_id"),
    ("sel_d", "fixmedins_code", "medins_info_b", "fixmedins_code"),
)


def checks(subject: Subject) -> Iterator[Check]:
    """One check for each reference that the batch brought."""
    for table, column, other, key in PARTNERS:
        if not subject.brought(table, column):
            continue
        title, partner = TABLES[table].column(column).title, TABLES[other].title
        yield Check(
            *(Kind.PARTNER, table, column, ""),
            f"batch.{table} t ANTI JOIN main.{other} p ON t.{name(column)} = p.{name(key)} "
            f"WHERE t.{name(column)} IS NOT NULL",
            (f"t.{name(column)}",),
            f"{TABLES[table].title}的{title}在“{partner}”中没有对应记录",
            f"{said.column(column)} of {said.table(table)} has no partner in {said.table(other)}",
            filled_cells(subject, table)[column],
        )
