"""The second rows of a county large enough that Arrow cuts its columns."""

import pyarrow as pa

from claims.county.twice import FIRST, with_second_rows


def test_cut_columns_are_put_together() -> None:
    size = FIRST + 5
    whole = {
        "psn_no": pa.array([f"3{i:013d}" for i in range(size)]),
        "psn_name": pa.array(["王芳", "李建国"] * (size // 2)),
        "tel": pa.array(["13800000000"] * size),
        "certno": pa.array([f"c{i}" for i in range(size)]),
    }
    cut = {
        name: pa.chunked_array([column[:4], column[4:]]) if name != "psn_no" else column
        for name, column in whole.items()
    }
    expected = {name: column.to_pylist() for name, column in with_second_rows(whole).items()}
    assert {name: column.to_pylist() for name, column in with_second_rows(cut).items()} == expected
    assert expected["psn_no"][size:] == [f"9{FIRST:013d}"]
    assert expected["psn_name"][size:] == ["李建国"]
