"""Codes that the national lists (domain F7) do not know: local extensions, or wrong columns."""

from collections.abc import Iterator

from claims.intake.tally import OTHERS
from claims.quality import said
from claims.quality.check import Check, Kind
from claims.quality.checks.completeness import filled_cells
from claims.quality.codes import CODED
from claims.quality.subject import Subject
from claims.tables import TABLES
from claims.views import name, quoted


def checks(subject: Subject) -> Iterator[Check]:
    """One check for each coded column with unknown codes."""
    for table, columns in subject.columns.items():
        for column in (column for column in columns if column in CODED):
            counts = _counts(subject, table, column)
            unknown = {code: n for code, n in counts.items() if not CODED[column].knows(code)}
            if not unknown:
                continue
            known = ", ".join(quoted(c) for c in counts if c not in unknown) or "''"
            seen = "、".join(sorted(unknown, key=lambda code: -unknown[code])[:6])
            yield Check(
                *(Kind.CODE, table, column, ""),
                f"batch.{table} t WHERE t.{name(column)} NOT IN ({known})",
                (f"t.{name(column)}",),
                f"{TABLES[table].title}的{CODED[column].title}不在国家代码表中：{seen}",
                f"{said.column(column)} of {said.table(table)} has codes outside the national list: "
                f"{seen.replace('、', ', ')}",
                filled_cells(subject, table)[column],
                sum(unknown.values()),
            )


def _counts(subject: Subject, table: str, column: str) -> dict[str, int]:
    known = subject.batch.tallies.get(table)
    if known is not None and column in known.codes and OTHERS not in known.codes[column]:
        return known.codes[column]
    found = subject.connection.execute(
        f"SELECT {name(column)}, count(*) FROM batch.{table} "
        f"WHERE {name(column)} IS NOT NULL GROUP BY 1"
    ).fetchall()
    return dict(found)
