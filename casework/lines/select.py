"""Which lines a filter meets: the same answer for the preview, the list and the verdict."""

from collections.abc import Iterable, Iterator

from casework.commands.case.lines import LineFilter
from casework.lines.state import Line, LinesState
from casework.refusal import refuse


def meets(line: Line, where: LineFilter) -> bool:
    """Whether a line is meant by the filter."""
    of = line.of
    return (
        (where.rule_id is None or of.rule_id == where.rule_id)
        and (where.finding_id is None or of.finding_id == where.finding_id)
        and (where.state is None or line.state == where.state)
        and (where.from_day is None or (of.on is not None and of.on >= where.from_day))
        and (where.to_day is None or (of.on is not None and of.on <= where.to_day))
        and (where.least is None or line.suspected >= where.least)
        and (where.most is None or line.suspected <= where.most)
        and (not where.text or _says(line, where.text))
    )


def _says(line: Line, text: str) -> bool:
    of, wanted = line.of, text.strip().casefold()
    return any(wanted in said.casefold() for said in (of.item, of.line_id, of.psn_no, of.who))


def matching(lines: LinesState, where: LineFilter | None) -> Iterator[Line]:
    """Lines in their order; all of them without a filter."""
    return (line for line in lines.lines.values() if where is None or meets(line, where))


def chosen(lines: LinesState, ids: Iterable[str], where: LineFilter | None) -> list[Line]:
    """The lines named, or all that the filter meets. Refuses NOT_FOUND and FIELD_REQUIRED."""
    named = list(dict.fromkeys(ids))
    unknown = next((one for one in named if one not in lines.lines), None)
    if unknown is not None:
        raise refuse("NOT_FOUND", what=f"本案明细 {unknown}", what_en=f"line {unknown}")
    if named:
        return [lines.lines[one] for one in named]
    if where is None:
        raise refuse("FIELD_REQUIRED", field="明细或筛选条件", field_en="lines or a filter")
    found = list(matching(lines, where))
    if not found:
        raise refuse("NOT_FOUND", what="符合筛选条件的明细", what_en="lines that match")
    return found
