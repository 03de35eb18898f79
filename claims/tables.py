"""The canonical tables: the one place that names them, their columns, types and keys.

Types follow the interface: codes and text stay text, also where they look like numbers; amounts are
``DECIMAL(16,2)`` yuan, quantities ``DECIMAL(16,4)``, unit prices ``DECIMAL(16,6)``; times are naive
wall time of Asia/Shanghai, as the interface transmits them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claims import columns as spec
from claims import columns_stock as stock


class Kind(StrEnum):
    """What a column holds; it decides the stored type and the checks."""

    TEXT = "text"
    MONEY = "money"
    COUNT = "count"
    PRICE = "price"
    RATIO = "ratio"
    DEGREE = "degree"
    AGE = "age"
    DAYS = "days"
    WHOLE = "whole"
    DATE = "date"
    BIRTH = "birth"
    UNTIL = "until"
    TIME = "time"

    @property
    def sql_type(self) -> str:
        """The DuckDB type in which values of this kind are stored."""
        return _SQL_TYPES[self]

    @property
    def scale(self) -> int | None:
        """Decimal places that the type keeps; ``None`` where the kind is no number."""
        return _SCALES.get(self)


_SQL_TYPES: Final[dict[Kind, str]] = {
    Kind.TEXT: "VARCHAR",
    Kind.MONEY: "DECIMAL(16,2)",
    Kind.COUNT: "DECIMAL(16,4)",
    Kind.PRICE: "DECIMAL(16,6)",
    Kind.RATIO: "DECIMAL(5,4)",
    Kind.DEGREE: "DECIMAL(9,6)",
    Kind.AGE: "DECIMAL(4,1)",
    Kind.DAYS: "DECIMAL(8,2)",
    Kind.WHOLE: "INTEGER",
    Kind.DATE: "DATE",
    Kind.BIRTH: "DATE",
    Kind.UNTIL: "DATE",
    Kind.TIME: "TIMESTAMP",
}
_SCALES: Final[dict[Kind, int]] = {
    Kind.MONEY: 2,
    Kind.COUNT: 4,
    Kind.PRICE: 6,
    Kind.RATIO: 4,
    Kind.DEGREE: 6,
    Kind.AGE: 1,
    Kind.DAYS: 2,
    Kind.WHOLE: 0,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One canonical column; ``required`` speaks of the header, not of the cells."""

    name: str
    kind: Kind
    title: str
    required: bool = False

    @property
    def sql_type(self) -> str:
        """The DuckDB type of the stored column."""
        return self.kind.sql_type


@dataclass(frozen=True, slots=True)
class Table:
    """One canonical table.

    ``key`` makes a row unique; of its columns those in ``not_empty`` must have a value.
    ``master`` tables are upserted (the newest batch wins); the others only grow.
    ``month_of`` names the time column by whose month the rows are stored.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    not_empty: tuple[str, ...]
    master: bool = False
    month_of: str | None = None

    def column(self, name: str) -> Column:
        """Return the column of that name; ``KeyError`` when the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def has(self, name: str) -> bool:
        """Tell whether the table declares a column of that name."""
        return any(column.name == name for column in self.columns)

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in declared order."""
        return tuple(column.name for column in self.columns)

    @property
    def required(self) -> tuple[str, ...]:
        """Columns whose header a file has to bring."""
        return tuple(column.name for column in self.columns if column.required)

    @property
    def money(self) -> tuple[str, ...]:
        """Amount columns; their sums are a batch's control totals."""
        return tuple(column.name for column in self.columns if column.kind is Kind.MONEY)


def _columns(text: str) -> tuple[Column, ...]:
    """Read the ``name kind title [*]`` lines of ``claims.columns``."""
    rows = (line.split() for line in text.splitlines() if line)
    return tuple(Column(row[0], Kind(row[1]), row[2], row[3:] == ["*"]) for row in rows)


def _table(
    name: str,
    title: str,
    text: str,
    *key: str,
    master: bool = False,
    month_of: str | None = None,
    not_empty: tuple[str, ...] | None = None,
) -> Table:
    return Table(name, title, _columns(text), key, not_empty or key, master, month_of)


MEDINS_INFO_B: Final = _table(
    "medins_info_b", "定点医药机构", spec.MEDINS_INFO_B, "fixmedins_code", master=True
)
STAFF_INFO_B: Final = _table(
    "staff_info_b", "医护人员", spec.STAFF_INFO_B, "prac_psn_code", master=True
)
PSN_INFO_B: Final = _table("psn_info_b", "参保人员", spec.PSN_INFO_B, "psn_no", master=True)
MDTRT_D: Final = _table("mdtrt_d", "就诊", spec.MDTRT_D, "mdtrt_id", month_of="begntime")
# One visit may carry the same code as admission and discharge diagnosis, western and Chinese.
SETL_DIAG_LIST_D: Final = _table(
    "setl_diag_list_d",
    "诊断",
    spec.SETL_DIAG_LIST_D,
    *("mdtrt_id", "inout_diag_type", "diag_type", "diag_srt_no", "diag_code"),
    not_empty=("mdtrt_id", "diag_code"),
)
SETL_D: Final = _table("setl_d", "结算", spec.SETL_D, "setl_id", month_of="setl_time")
# feedetl_sn is unique within its visit only.
FEE_LIST_D: Final = _table(
    "fee_list_d", "费用明细", spec.FEE_LIST_D, "mdtrt_id", "feedetl_sn", month_of="fee_ocur_time"
)
# What each fund paid of a settlement (setldetail of 5203).
SETL_DETAIL_D: Final = _table(
    "setl_detail_d", "结算分项", spec.SETL_DETAIL_D, "setl_id", "fund_pay_type"
)
PSN_OPSP_D: Final = _table(
    "psn_opsp_d", "慢特病备案", spec.PSN_OPSP_D, "psn_no", "opsp_dise_code", master=True
)
DEPT_INFO_B: Final = _table(
    "dept_info_b", "科室", spec.DEPT_INFO_B, "fixmedins_code", "dept_codg", master=True
)
BED_INFO_B: Final = _table(
    "bed_info_b", "床位", spec.BED_INFO_B, "fixmedins_code", "bed_no", master=True
)
TERMINAL_INFO_B: Final = _table(
    "terminal_info_b", "结算终端", spec.TERMINAL_INFO_B, "terminal_no", master=True
)
HILIST_B: Final = _table("hilist_b", "医保目录", spec.HILIST_B, "hilist_code", master=True)
MEDINS_HILIST_B: Final = _table(
    "medins_hilist_b",
    "机构目录",
    spec.MEDINS_HILIST_B,
    *("fixmedins_code", "medins_list_codg"),
    master=True,
)


def _stock_table(name: str, title: str, text: str, month_of: str) -> Table:
    """A stock movement: the institution's running number is unique within institution and item."""
    key = ("fixmedins_code", "fixmedins_bchno", "fixmedins_hilist_id")
    return _table(name, title, text, *key, month_of=month_of)


INV_D: Final = _stock_table("inv_d", "盘存（3501）", stock.INV_D, "invdate")
INV_CHG_D: Final = _stock_table("inv_chg_d", "库存变更（3502）", stock.INV_CHG_D, "inv_chg_time")
PURC_D: Final = _stock_table("purc_d", "采购（3503）", stock.PURC_D, "purc_retn_stoin_time")
PURC_RETN_D: Final = _stock_table(
    "purc_retn_d", "采购退货（3504）", stock.PURC_RETN_D, "purc_retn_stoin_time"
)
SEL_D: Final = _stock_table("sel_d", "销售（3505）", stock.SEL_D, "sel_retn_time")
SEL_RETN_D: Final = _stock_table(
    "sel_retn_d", "销售退货（3506）", stock.SEL_RETN_D, "sel_retn_time"
)

TABLES: Final[dict[str, Table]] = {
    table.name: table
    for table in (
        MEDINS_INFO_B,
        STAFF_INFO_B,
        PSN_INFO_B,
        MDTRT_D,
        SETL_DIAG_LIST_D,
        SETL_D,
        FEE_LIST_D,
        SETL_DETAIL_D,
        PSN_OPSP_D,
        DEPT_INFO_B,
        BED_INFO_B,
        TERMINAL_INFO_B,
        HILIST_B,
        MEDINS_HILIST_B,
        INV_D,
        INV_CHG_D,
        PURC_D,
        PURC_RETN_D,
        SEL_D,
        SEL_RETN_D,
    )
}
