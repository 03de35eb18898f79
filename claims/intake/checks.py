"""The checks of a row as SQL: each cell's typed value, and the first thing wrong with the row."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from claims.intake.limits import EARLIEST_BIRTH, EARLIEST_CLAIM, LONGEST_AHEAD, ImportLimits
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
# Years that text can say in these forms, too.
YEARS = "TIMESTAMP '0001-01-01' AND TIMESTAMP '9999-12-31 23:59:59.999999'"
# A row's fate besides a "field|code" problem: already stored, a repeated master, or a key that was
# seen before, in this batch or in the store, to be settled when all pieces are there.
UNCHANGED = "=unchanged"
REPEATED = "=repeated"
SUSPECT = "=suspect"
STORED = "=stored"


def checked(
    projection: Projection, brought: tuple[str, ...], at: datetime, limits: ImportLimits
) -> str:
    """SELECT of the typed row with ``src_distinct`` and ``problem`` ("field|code" or NULL).

    ``brought`` are the columns of the result in order; those that this projection lacks are NULL.
    ``at`` is the time of import; later dates (with a day's grace) are refused.
    """
    given = [projection.table.column(column) for column in projection.fields]
    kept = "src_row, " if projection.keeps_row else ""
    # Values are made once, below: inside CASE the engine would make them anew for each condition.
    read = [
        f"{_text(c)}, {_read(c, c.name in projection.typed)} AS {_value(c)}"
        for c in given
        if c.kind is not Kind.TEXT
    ]
    read += [_text(column) for column in given if column.kind is Kind.TEXT]
    cells = [
        _cell(column) if column.name in projection.fields else _nothing(column)
        for column in (projection.table.column(name_) for name_ in brought)
    ]
    cases = _all_cases(projection, given, at, limits)
    return (
        f"SELECT {kept}{', '.join(cells)}, {projection.distinct} AS src_distinct, "
        f"CASE {' '.join(cases)} END AS problem "
        f"FROM (SELECT {kept}operand, {', '.join(read)} FROM ({projection.sql}))"
    )


def _all_cases(
    projection: Projection, given: list[Column], at: datetime, limits: ImportLimits
) -> list[str]:
    cases = ["WHEN operand IS NOT NULL THEN operand"]
    for column in given:
        if column.name in projection.table.not_empty:
            cases.append(_case(projection, column, f"{_text(column)} IS NULL", "empty_key"))
    for column in given:
        if column.kind is not Kind.TEXT:
            cases += _cases(projection, column, at)
    return cases + _length_cases(projection, given, limits)


def _text(column: Column) -> str:
    return name("t:" + column.name)


def _value(column: Column) -> str:
    return name("v:" + column.name)


def _nothing(column: Column) -> str:
    return f"NULL::{column.sql_type} AS {name(column.name)}"


def _cell(column: Column) -> str:
    if column.kind is Kind.TEXT:
        return f"{_text(column)} AS {name(column.name)}"
    return f"TRY_CAST({_value(column)} AS {column.sql_type}) AS {name(column.name)}"


def _read(column: Column, typed: bool) -> str:
    """The text, or the file's own value, as a value: a number with two places more than the column
    keeps, or a time."""
    text = _text(column)
    if column.kind.scale is not None:
        return f"TRY_CAST({text} AS DECIMAL(18,{column.kind.scale + 2}))"
    if typed:
        return f"CASE WHEN {text} BETWEEN {YEARS} THEN CAST({text} AS TIMESTAMP) END"
    # The cast reads ISO at full speed, but also words and foreign offsets: let it see only plain
    # forms. Beijing's own offset is dropped; any other leaves the value unread.
    formats = ", ".join(quoted(item) for item in FORMATS)
    bare = f"regexp_replace({text}, '[+]08(:?00)?$', '')"
    return (
        f"CASE WHEN length({text}) IN (10, 19) AND {text}[5] = '-' AND {text}[8] = '-' "
        f"THEN TRY_CAST({text} AS TIMESTAMP) "
        f"WHEN {text}[1] BETWEEN '0' AND '9' THEN try_strptime({bare}, [{formats}]) END"
    )


def _cases(projection: Projection, column: Column, at: datetime) -> list[str]:
    text, value = _text(column), _value(column)
    if column.kind.scale is not None:
        # Float noise far below the last place is rounded; anything that matters is refused.
        stored = f"TRY_CAST({value} AS {column.sql_type})"
        # The cast takes 1_000 for a number.
        odd = "" if column.name in projection.typed else f" OR contains({text}, '_')"
        unread = f"{text} IS NOT NULL AND ({stored} IS NULL{odd})"
        return [
            _case(projection, column, unread, "bad_number"),
            _case(projection, column, f"{value} <> {stored}", "too_precise"),
        ]
    code = "bad_time" if column.kind is Kind.TIME else "bad_date"
    earliest = EARLIEST_BIRTH if column.kind is Kind.BIRTH else EARLIEST_CLAIM
    ahead = LONGEST_AHEAD if column.kind is Kind.UNTIL else timedelta(days=1)
    latest = (at.astimezone(SHANGHAI) + ahead).replace(tzinfo=None, microsecond=0)
    return [
        _case(projection, column, f"{text} IS NOT NULL AND {value} IS NULL", code),
        _case(projection, column, f"{value} < TIMESTAMP '{earliest}'", "date_too_early"),
        _case(projection, column, f"{value} > TIMESTAMP '{latest}'", "date_in_future"),
    ]


def _length_cases(projection: Projection, given: list[Column], limits: ImportLimits) -> list[str]:
    """Bytes of the whole row first: counting characters is dearer and almost never needed."""
    texts = [column for column in given if column.kind is Kind.TEXT]
    if not texts:
        return []
    cases = [
        _case(projection, c, f"length({_text(c)}) > {limits.max_text}", "text_too_long")
        for c in texts
    ]
    bytes_ = " + ".join(f"coalesce(strlen({_text(c)}), 0)" for c in texts)
    return [f"WHEN {bytes_} > {limits.max_text} THEN CASE {' '.join(cases)} END"]


def _case(projection: Projection, column: Column, condition: str, code: str) -> str:
    return f"WHEN {condition} THEN {quoted(projection.fields[column.name] + '|' + code)}"
