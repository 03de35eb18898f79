"""Small bureaus for the tests of the intake: rows as dictionaries, written as a bureau would."""

import csv
import gzip
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claims.intake.report import ImportReport
from claims.intake.run import run_import

Row = Mapping[str, Any]
AT = datetime(2026, 3, 1, 8, tzinfo=UTC)


def _small() -> dict[str, list[dict[str, Any]]]:
    """One hospital, one doctor, two persons, two visits, two settlements, four fee lines."""
    visit = {"fixmedins_code": "H1", "med_type": "11", "endtime": "2026-01-05 09:30:00"}
    settled = {"fixmedins_code": "H1", "med_type": "11", "setl_time": "2026-01-05 10:00:00"}
    line = {"fee_ocur_time": "2026-01-05 09:10:00", "hilist_code": "X1", "pric": "2.5"}
    return {
        "medins_info_b": [{"fixmedins_code": "H1", "fixmedins_name": "县医院", "beds": "120"}],
        "staff_info_b": [
            {"prac_psn_code": "D1", "prac_psn_name": "王医生", "fixmedins_code": "H1"},
            {"prac_psn_code": "D2", "prac_psn_name": "李医生", "fixmedins_code": "H1"},
        ],
        "psn_info_b": [
            {"psn_no": "P1", "psn_name": "张三", "brdy": "1900-01-01"},
            {"psn_no": "P2", "psn_name": "李四", "brdy": "1980-02-03"},
        ],
        "mdtrt_d": [
            {"mdtrt_id": "M1", "psn_no": "P1", "begntime": "2026-01-05 09:00:00", **visit},
            {"mdtrt_id": "M2", "psn_no": "P2", "begntime": "2026-01-05 09:05:00", **visit},
        ],
        "setl_d": [
            {"setl_id": "S1", "mdtrt_id": "M1", "psn_no": "P1", "medfee_sumamt": "10.00"}
            | {"fund_pay_sumamt": "8.00"}
            | settled,
            {"setl_id": "S2", "mdtrt_id": "M2", "psn_no": "P2", "medfee_sumamt": "20.50"}
            | {"fund_pay_sumamt": "12.30"}
            | settled,
        ],
        "fee_list_d": [
            {"feedetl_sn": sn, "mdtrt_id": m, "cnt": n, "det_item_fee_sumamt": amount}
            | {"bilg_dr_codg": doctor}
            | line
            for sn, m, n, amount, doctor in [
                ("1", "M1", "2", "5.00", "D2"),
                ("2", "M1", "2", "5.00", "D1"),
                ("1", "M2", "4", "10.00", "D1"),
                ("2", "M2", "4.2", "10.50", "D2"),
            ]
        ],
    }


def as_csv(rows: Sequence[Row]) -> str:
    """Rows as CSV text; the header is the union of their keys."""
    header = list(dict.fromkeys(key for row in rows for key in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, header, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


class Bureau:
    """A directory of export files and a data home to import them into."""

    def __init__(self, root: Path) -> None:
        self.home = root / "home"
        self.files = root / "files"
        self.files.mkdir(parents=True)
        self.tables = _small()

    def write(self, encoding: str = "utf-8", packed: bool = False) -> Path:
        """Write all tables as CSV files; returns the directory."""
        for table, rows in self.tables.items():
            self.put(f"{table}.csv{'.gz' if packed else ''}", as_csv(rows), encoding)
        return self.files

    def put(self, name: str, text: str | bytes, encoding: str = "utf-8") -> Path:
        """Write one file, packed if its name says so."""
        content = text if isinstance(text, bytes) else text.encode(encoding)
        path = self.files / name
        path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
        return path

    def load(self, profile: str = "national", **more: Any) -> ImportReport:
        """Import the directory."""
        return run_import(self.home, self.files, profile, "tester", more.pop("at", AT), **more)


@pytest.fixture
def bureau(tmp_path: Path) -> Bureau:
    """An empty home and the small bureau, not yet written."""
    return Bureau(tmp_path)


@pytest.fixture
def csv_text() -> Callable[[Sequence[Row]], str]:
    """`as_csv` for the tests."""
    return as_csv
