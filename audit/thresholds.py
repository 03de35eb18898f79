"""Dated parameters of the rules: shipped rows, and above them the rows of a bureau.

`audit/parameters/<rule_id>.toml` holds the shipped rows with their allowed range;
`JICHA_HOME/findings/parameters/<rule_id>.toml` may hold rows of the same shape (name, value,
valid_from, basis, optionally valid_to and basis_en), which win on the days on which they are in force.

The row of the day of the conduct applies (the charge, the visit), never that of the run: what was
lawful when it was done stays so, and a rerun of last year's claims finds the same.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from audit.errors import ParameterInvalid

SHIPPED = Path(__file__).parent / "parameters"
Value = int | Decimal
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Parameter:
    """One dated row. `low` and `high` bound what a bureau may set."""

    name: str
    title: str
    title_en: str
    value: Value
    unit: str
    unit_en: str
    low: Decimal
    high: Decimal
    valid_from: date
    valid_to: date | None
    basis: str
    basis_en: str
    own: bool = False

    def in_force(self, on: date) -> bool:
        """Tell whether the row holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class Period:
    """From `begins` on these rows hold, until the next period. No rows: nothing is judged."""

    begins: date
    rows: Mapping[str, Parameter]


def parameters_of(rule_id: str, on: date, home: Path | None = None) -> dict[str, Parameter]:
    """The parameter rows of a rule in force on a day, by name.

    Raises `ParameterInvalid` for an unreadable file, an unknown name, a value outside of its
    range, or a day on which a parameter has no row.
    """
    rows, names = _rows(rule_id, home)
    chosen = _latest(rows, on)
    missing = names - chosen.keys()
    if missing:
        raise _invalid(
            rule_id,
            f"参数 {'、'.join(sorted(missing))} 在 {on} 没有有效的取值",
            f"{', '.join(sorted(missing))} has no value on {on}",
        )
    return chosen


def periods_of(rule_id: str, home: Path | None = None) -> tuple[Period, ...]:
    """The stretches of days on which a rule's parameters stay the same, in order, without end.

    Days on which a parameter has no row are no part of any period: conduct of those days is not
    judged. A rule without parameters has one period of all time. Raises `ParameterInvalid` as
    `parameters_of`, and where no day is left.
    """
    rows, names = _rows(rule_id, home)
    if not names:
        return (Period(date.min, {}),)
    turns = {row.valid_from for row in rows}
    turns |= {row.valid_to + DAY for row in rows if row.valid_to and row.valid_to < date.max}
    periods: list[Period] = []
    for day in sorted(turns):
        chosen = _latest(rows, day)
        whole = chosen if chosen.keys() == names else {}
        if not periods or periods[-1].rows != whole:
            periods.append(Period(day, whole))
    if not any(period.rows for period in periods):
        raise _invalid(
            rule_id, "参数没有一天同时有效", "there is no day on which all parameters have values"
        )
    return tuple(periods)


def shipped_rows(rule_id: str) -> list[Parameter]:
    """The rows that ship with a rule, of all times."""
    return [_shipped(rule_id, raw) for raw in _raw_rows(SHIPPED / f"{rule_id}.toml")]


def _rows(rule_id: str, home: Path | None) -> tuple[list[Parameter], set[str]]:
    """Every row of a rule, shipped and own, and the names it needs."""
    shipped = shipped_rows(rule_id)
    by_name = {row.name: row for row in shipped}
    own = []
    path = home / "findings" / "parameters" / f"{rule_id}.toml" if home else None
    if path is not None and path.is_file():
        own = [_own(rule_id, raw, by_name) for raw in _raw_rows(path)]
    return [*shipped, *own], set(by_name)


def _latest(rows: Iterable[Parameter], on: date) -> dict[str, Parameter]:
    """Of the rows in force the bureau's own win, then those that began last."""
    live = sorted((r for r in rows if r.in_force(on)), key=lambda r: (r.own, r.valid_from))
    return {row.name: row for row in live}


def _raw_rows(path: Path) -> list[Mapping[str, Any]]:
    try:
        with path.open("rb") as file:
            rows = tomllib.load(file, parse_float=Decimal)["row"]
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise ParameterInvalid(
            f"参数文件 {path} 无法读取：{error}；请改正后重试",
            f"parameter file {path} cannot be read: {error}",
        ) from error
    if not isinstance(rows, list):
        raise ParameterInvalid(f"参数文件 {path} 应由 [[row]] 组成", f"{path} needs [[row]] tables")
    return rows


def _shipped(rule_id: str, raw: Mapping[str, Any]) -> Parameter:
    return _row(rule_id, raw, raw, Decimal(raw["min"]), Decimal(raw["max"]), own=False)


def _own(rule_id: str, raw: Mapping[str, Any], known: Mapping[str, Parameter]) -> Parameter:
    name = raw.get("name")
    if not isinstance(name, str) or name not in known:
        raise _invalid(
            rule_id,
            f"没有名为 {name} 的参数，可用：{'、'.join(known)}",
            f"no parameter {name}; there are {', '.join(known)}",
        )
    base = known[name]
    return _row(rule_id, raw, asdict(base), base.low, base.high, own=True)


def _row(
    rule_id: str,
    raw: Mapping[str, Any],
    told: Mapping[str, Any],
    low: Decimal,
    high: Decimal,
    *,
    own: bool,
) -> Parameter:
    """A row of checked values; `told` holds the words of the parameter in both languages."""
    name, value, basis = raw["name"], raw.get("value"), raw.get("basis")
    begins, ends = raw.get("valid_from"), raw.get("valid_to")
    if not isinstance(value, int | Decimal) or isinstance(value, bool):
        raise _invalid(
            rule_id, f"参数 {name} 的取值须为数字", f"the value of {name} has to be a number"
        )
    if not low <= value <= high:
        raise _invalid(
            rule_id,
            f"参数 {name} 的取值 {value} 超出允许范围 {low} 至 {high}",
            f"{name} = {value} is outside {low} to {high}",
        )
    if not isinstance(begins, date) or not (ends is None or isinstance(ends, date)):
        raise _invalid(
            rule_id,
            f"参数 {name} 缺少生效日 valid_from，或失效日不是日期",
            f"{name} lacks valid_from, or an end is no date",
        )
    if not isinstance(basis, str) or not basis.strip():
        raise _invalid(rule_id, f"参数 {name} 缺少依据 basis", f"{name} lacks its basis")
    return Parameter(
        name=name,
        title=told["title"],
        title_en=told["title_en"],
        value=value,
        unit=told["unit"],
        unit_en=told["unit_en"],
        low=low,
        high=high,
        valid_from=begins,
        valid_to=ends,
        basis=basis,
        # A bureau's own row need not be written twice.
        basis_en=str(raw.get("basis_en") or basis),
        own=own,
    )


def _invalid(rule_id: str, why_zh: str, why_en: str) -> ParameterInvalid:
    return ParameterInvalid(f"规则 {rule_id} 的{why_zh}", f"rule {rule_id}: {why_en}")
