"""Which columns of a Parquet file are taken as they are, without becoming text in between."""

import re

from claims.tables import Column, Kind

WHOLE = ("BIGINT", "INTEGER", "SMALLINT")
MOMENTS = ("DATE", "TIMESTAMP")
DECIMAL = re.compile(r"DECIMAL\(\d+,(\d+)\)")


def as_it_is(column: Column, kind: str) -> bool:
    """Whether a file's values of this kind say the same as their text would: binary fractions, times
    with a zone or finer than microseconds, and places that text would round do not."""
    if column.kind is Kind.TEXT:
        return False
    if column.kind.scale is None:
        return kind in MOMENTS
    places = DECIMAL.fullmatch(kind)
    return kind in WHOLE or bool(places and int(places[1]) <= column.kind.scale + 2)
