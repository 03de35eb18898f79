"""Why a row is rejected, in the words that the bureau reads."""

from typing import Final

REASONS: Final[dict[str, str]] = {
    "too_many_fields": "字段数多于表头，可能分隔符或引号有误",
    "too_few_fields": "字段数少于表头，可能分隔符或引号有误",
    "bad_quotes": "引号未闭合或位置不当",
    "line_too_long": "单行超过长度上限",
    "malformed_row": "该行无法按 CSV 解析",
    "empty_key": "主键字段为空",
    "bad_number": "不是有效的数值或超出字段范围",
    "too_precise": "小数位数超出接口规范",
    "bad_date": "不是有效的日期",
    "bad_time": "不是有效的时间（应为北京时间，不带其他时区）",
    "date_too_early": "日期早于合理范围（业务日期自 1994-01-01，出生日期自 1900-01-01）",
    "date_in_future": "日期晚于导入时间",
    "text_too_long": "文本超过 4000 字",
    "duplicate_row": "与本批中的另一行完全相同",
    "duplicate_key": "主键与本批中的另一行重复而内容不同",
    "conflicts_with_batch": "主键已在先前批次中导入而内容不同",
}

REASONS_EN: Final[dict[str, str]] = {
    "too_many_fields": "more fields than the header has; perhaps a wrong separator or quote",
    "too_few_fields": "fewer fields than the header has; perhaps a wrong separator or quote",
    "bad_quotes": "a quote is not closed or in the wrong place",
    "line_too_long": "the line is longer than allowed",
    "malformed_row": "the line cannot be read as CSV",
    "empty_key": "a key field is empty",
    "bad_number": "no number, or outside the field's range",
    "too_precise": "more decimals than the interface allows",
    "bad_date": "no valid date",
    "bad_time": "no valid time (Beijing time without another zone)",
    "date_too_early": "the date is too early (business from 1994-01-01, birth from 1900-01-01)",
    "date_in_future": "the date is after the import",
    "text_too_long": "the text has more than 4,000 characters",
    "duplicate_row": "the same as another row of this batch",
    "duplicate_key": "the key of another row of this batch, with other content",
    "conflicts_with_batch": "the key came in an earlier batch, with other content",
}


def reason_en(code: str) -> str:
    """The reason in English; a code that nobody worded stands for itself."""
    return REASONS_EN.get(code, code)


# How DuckDB's reader names what breaks a line, and what we call it.
STRUCTURAL: Final[dict[str, str]] = {
    "TOO MANY COLUMNS": "too_many_fields",
    "MISSING COLUMNS": "too_few_fields",
    "UNQUOTED VALUE": "bad_quotes",
    "LINE SIZE OVER MAXIMUM": "line_too_long",
}
