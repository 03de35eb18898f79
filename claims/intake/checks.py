"""The checks of a row as SQL: each cell's typed value, and the first thing wrong with the row."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from claims.intake.limits import EARLIEST_BIRTH, EARLIEST_CLAIM, ImportLimits
from claims.intake.project import Projection
from claims.tables import Column, Kind
from claims.views import name, quoted

SHANGHAI = ZoneInfo("Asia/Shanghai")
# What bureaus write besides ISO; %m and %d also read one digit.
FORMATS = (
    *("%Y%m%d", "%Y%m%d%H%M%S", "%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"),
    *("%Y-%m-%d %H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S", "%Y/%m/%d"),
    *("%Y/%m/%d %H:%M", "%Y/%m/%d %H:%M:%S", "%Y年%m月%d日"),
)
# A row's fate besides a "field|code" problem: already stored, or a repeated master.
UNCHANGED = "=unchanged"
REPEATED = "=repeated"


def checked(
    projection: Projection, brought: tuple[str, ...], at: datetime, limits: ImportLimits
) -> str:
    """SELECT of the typed row with ``problem`` ("field|code" or NULL).

    ``brought`` are the columns of the result in order; those that this projection lacks are NULL.
    ``at`` is the time of import; later dates (with a day's grace) are refused.
    """
    cells, cases = [], ["WHEN operand IS NOT NULL THEN operand"]
    for column_name in brought:
        column = projection.table.column(column_name)
        if column_name not in projection.fields:
            cells.append(f"NULL::{column.sql_type} AS {name(column_name)}")
            continue
        cells.append(f"{_typed(column)} AS {name(column_name)}")
        if column_name in projection.table.not_empty:
            cases.append(_case(projection, column, f"{_text(column)} IS NULL", "empty_key"))
    for column_name in projection.fields:
        cases += _cases(projection, projection.table.column(column_name), at, limits)
    return (
        f"SELECT src_file, src_row, src_part, {projection.distinct} AS src_distinct, "
        f"{', '.join(cells)}, CASE {' '.join(cases)} END AS problem FROM ({projection.sql})"
    )


def _text(column: Column) -> str:
    return name("t:" + column.name)


def _typed(column: Column) -> str:
    text = _text(column)
    if column.kind is Kind.TEXT:
        return text
    if column.kind.scale is not None:
        return f"TRY_CAST({text} AS {column.sql_type})"
    # The cast reads ISO at full speed, but also words and foreign offsets: let it see only plain
    # forms. Beijing's own offset is dropped; any other leaves the value unread.
    formats = ", ".join(quoted(item) for item in FORMATS)
    bare = f"regexp_replace({text}, '[+]08(:?00)?$', '')"
    moment = (
        f"CASE WHEN length({text}) IN (10, 19) AND {text}[5] = '-' AND {text}[8] = '-' "
        f"THEN TRY_CAST({text} AS TIMESTAMP) "
        f"WHEN {text}[1] BETWEEN '0' AND '9' THEN try_strptime({bare}, [{formats}]) END"
    )
    return f"({moment})::{column.sql_type}"


def _cases(projection: Projection, column: Column, at: datetime, limits: ImportLimits) -> list[str]:
    text, value = _text(column), name(column.name)
    if column.kind is Kind.TEXT:
        # Bytes first: counting characters is dearer and almost never needed.
        long = f"strlen({text}) > {limits.max_text} AND length({text}) > {limits.max_text}"
        return [_case(projection, column, long, "text_too_long")]
    if column.kind.scale is not None:
        # Float noise far below the last place is rounded; anything that matters is refused.
        wide = f"TRY_CAST({text} AS DECIMAL(18,{column.kind.scale + 2}))"
        unread = f"{text} IS NOT NULL AND ({value} IS NULL OR contains({text}, '_'))"
        return [
            _case(projection, column, unread, "bad_number"),
            _case(projection, column, f"{wide} <> {value}", "too_precise"),
        ]
    code = "bad_time" if column.kind is Kind.TIME else "bad_date"
    earliest = EARLIEST_BIRTH if column.kind is Kind.BIRTH else EARLIEST_CLAIM
    latest = (at.astimezone(SHANGHAI) + timedelta(days=1)).replace(tzinfo=None, microsecond=0)
    return [
        _case(projection, column, f"{text} IS NOT NULL AND {value} IS NULL", code),
        _case(projection, column, f"{value} < DATE '{earliest}'", "date_too_early"),
        _case(projection, column, f"{value} > TIMESTAMP '{latest}'", "date_in_future"),
    ]


def _case(projection: Projection, column: Column, condition: str, code: str) -> str:
    return f"WHEN {condition} THEN {quoted(projection.fields[column.name] + '|' + code)}"
