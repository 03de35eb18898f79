"""A profile's mapping as SQL: from a file's text columns to the text of a canonical table."""

import re
from dataclasses import dataclass

from claims.errors import HeaderInvalid
from claims.expressions import expression_columns
from claims.intake.load import Loaded
from claims.intake.typed import as_it_is
from claims.profile import Profile, Source, Target
from claims.tables import TABLES, Table
from claims.views import name, quoted

DECORATION = re.compile(r"[\s*＊:：]|[（(][^（）()]*[)）]$")


@dataclass(frozen=True, slots=True)
class Projection:
    """SQL that yields ``operand``, ``t:<column>`` for each brought column and, where the cells were
    kept, ``src_row``; ``fields`` says which source column each canonical one came from, ``typed``
    which ones are no text but the value that the file itself keeps."""

    table: Table
    sql: str
    fields: dict[str, str]
    distinct: bool
    keeps_row: bool
    typed: frozenset[str] = frozenset()


def needed_columns(profile: Profile, source: Source) -> set[str]:
    """Header names without which a file cannot be imported under this profile."""
    needed = set(source.types)
    for target in source.targets:
        if target.same:
            needed |= set(TABLES[target.table].required) - set(target.rules)
        needed |= {rule.column for rule in target.rules.values() if rule.column}
        if target.unpivot:
            needed |= set(target.unpivot.columns)
        needed |= _operands(target)
    return needed


def canonical_header(profile: Profile, source: Source, header: tuple[str, ...]) -> tuple[str, ...]:
    """The header with aliases replaced by canonical names, for sources that keep their names."""
    if not any(target.same for target in source.targets):
        return header
    present = {column.lower() for column in header}
    titles = _titles(source) if profile.titles else {}
    translated: list[str] = []
    for column in header:
        lowered = column.lower()
        known = profile.aliases.get(lowered) or titles.get(plain_title(column), lowered)
        # A file that has both the alias and the field itself keeps the field; the alias is unknown.
        taken = known in present or known in translated
        translated.append(column if known != lowered and taken else known)
    return tuple(translated)


def plain_title(title: str) -> str:
    """A column's title without spaces, the star of a required one, and a unit behind it."""
    return DECORATION.sub("", title)


def _titles(source: Source) -> dict[str, str]:
    """Canonical names by the interface's Chinese titles; of two with one title the first counts."""
    found: dict[str, str] = {}
    for target in source.targets:
        for column in TABLES[target.table].columns:
            found.setdefault(plain_title(column.title), column.name)
    return found


def unknown_columns(profile: Profile, source: Source, header: tuple[str, ...]) -> tuple[str, ...]:
    """Columns of the header that no rule reads."""
    known = {column.lower() for column in needed_columns(profile, source)}
    for target in source.targets:
        if target.same:
            known |= set(TABLES[target.table].names)
    names = canonical_header(profile, source, header)
    return tuple(o for o, n in zip(header, names, strict=True) if n.lower() not in known)


def brought_by(
    profile: Profile, source: Source, target: Target, header: tuple[str, ...]
) -> set[str]:
    """The canonical columns that a file with this header brings to a target's table."""
    spread = {target.unpivot.value, target.unpivot.number} - {None} if target.unpivot else set()
    at = _places(profile, source, header)
    cells, _ = _cells(target, TABLES[target.table], at, header)
    return {*cells, *(str(column) for column in spread)}


def project(profile: Profile, source: Source, target: Target, loaded: Loaded) -> Projection:
    """The projection of one target over a loaded piece."""
    table = TABLES[target.table]
    at = _places(profile, source, loaded.header)
    cells, fields = _cells(target, table, at, loaded.header)
    inner = f"SELECT {_environment(profile, source, at, loaded)} FROM {loaded.relation}"
    if target.unpivot:
        inner = _unpivoted(target, at, inner)
        fields[target.unpivot.value] = target.unpivot.columns[0]
        cells[target.unpivot.value] = name(target.unpivot.value)
        if target.unpivot.number:
            fields[target.unpivot.number] = target.unpivot.number
            cells[target.unpivot.number] = f"{name(target.unpivot.number)}::VARCHAR"
    typed = {
        column: f"value__{i}"
        for i, kind in loaded.typed.items()
        for column, cell in cells.items()
        if cell == f"cell__{i}" and as_it_is(table.column(column), kind)
    }
    cells |= typed
    listed = "".join(f", {cell} AS {name('t:' + column)}" for column, cell in cells.items())
    keeps_row = loaded.row != "rowid"
    row, operand = f"{loaded.row}, " if keeps_row else "", _operand_problem(source, target, at)
    sql = f"SELECT {row}{operand} AS operand{listed} FROM ({inner})"
    return Projection(table, sql, fields, target.distinct, keeps_row, frozenset(typed))


def _places(profile: Profile, source: Source, header: tuple[str, ...]) -> dict[str, int]:
    names = canonical_header(profile, source, header)
    return {column.lower(): i for i, column in enumerate(names) if column}


def _cells(
    target: Target, table: Table, at: dict[str, int], header: tuple[str, ...]
) -> tuple[dict[str, str], dict[str, str]]:
    """SQL and source column of each canonical column that the file or a rule brings."""
    cells: dict[str, str] = {}
    fields: dict[str, str] = {}
    for column in table.names:
        rule = target.rules.get(column)
        if rule is None and target.same and column in at:
            cells[column], fields[column] = f"cell__{at[column]}", header[at[column]]
        elif rule is not None and rule.column is not None:
            index = _at(at, rule.column)
            cells[column], fields[column] = f"cell__{index}", header[index]
        elif rule is not None:
            fields[column] = column
            const = quoted(rule.const or "")
            cells[column] = f"({rule.compute}\n)::VARCHAR" if rule.compute else const
    return cells, fields


def _environment(profile: Profile, source: Source, at: dict[str, int], loaded: Loaded) -> str:
    """Cleaned text as ``cell__<i>``, and each column by its name (typed if declared) for expressions."""
    nulls = ", ".join(quoted(value) for value in ("", *profile.null_values))
    types = {column.lower(): kind.sql_type for column, kind in source.types.items()}
    named = {column.lower() for target in source.targets for column in _operands(target)}
    cells = [loaded.row] if loaded.row != "rowid" else []
    cells += [f"v{i} AS value__{i}" for i in loaded.typed]
    for column, i in at.items():
        cells.append(f"{f'c{i}' if loaded.clean(i) else _trimmed(f'c{i}', nulls)} AS cell__{i}")
        if column in named:
            kind = types.get(column)
            value = f"TRY_CAST(cell__{i} AS {kind})" if kind else f"cell__{i}"
            cells.append(f"{value} AS {name(column)}")
    return ", ".join(cells)


def _trimmed(cell: str, nulls: str) -> str:
    """A cell without white space around it, none for a word that means nothing. Few have any: whether
    one may is seen from its first byte, its last one, and from characters of several bytes."""
    edge = f"{cell} < '!' OR suffix({cell}, ' ') OR strlen({cell}) <> length({cell})"
    return (
        f"CASE WHEN {cell} IN ({nulls}) THEN NULL WHEN {edge} THEN "
        f"CASE WHEN trim({cell}) IN ({nulls}) THEN NULL ELSE trim({cell}) END ELSE {cell} END"
    )


def _unpivoted(target: Target, at: dict[str, int], inner: str) -> str:
    assert target.unpivot is not None
    number = target.unpivot.number or "src_number"
    value = target.unpivot.value
    listed = ", ".join(f"cell__{_at(at, column)}" for column in target.unpivot.columns)
    spread = (
        f"SELECT *, unnest(range(1, {len(target.unpivot.columns) + 1})) AS {name(number)}, "
        f"unnest([{listed}]) AS {name(value)} FROM ({inner})"
    )
    return f"SELECT * FROM ({spread}) WHERE {name(value)} IS NOT NULL"


def _operands(target: Target) -> set[str]:
    """Source columns that the target's expressions read."""
    own = {target.unpivot.value, target.unpivot.number} if target.unpivot else set()
    computed = [rule.compute for rule in target.rules.values() if rule.compute]
    return {column for text in computed for column in expression_columns(text)} - own


def _operand_problem(source: Source, target: Target, at: dict[str, int]) -> str:
    """A typed operand that does not parse is a fault of the row, not an empty value."""
    read = {column.lower() for column in _operands(target)}
    cases = [
        f"WHEN cell__{_at(at, column)} IS NOT NULL AND {name(column.lower())} IS NULL "
        f"THEN {quoted(column + '|bad_number')}"
        for column in source.types
        if column.lower() in read
    ]
    return f"CASE {' '.join(cases)} END" if cases else "NULL::VARCHAR"


def _at(at: dict[str, int], column: str) -> int:
    if column.lower() not in at:
        raise HeaderInvalid(f"缺少列 {column}", f"column {column} is missing")
    return at[column.lower()]
