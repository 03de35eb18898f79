"""What a later binding adds to the one before, as its 卷内备考表 tells it: the former volume stays as it is."""

from collections.abc import Iterator, Sequence

from casework.cases.state import CaseState
from casework.volumes.state import Entry, VolumeKind


def supplement(case: CaseState, kind: VolumeKind, rows: Sequence[Entry]) -> tuple[str, ...]:
    """Against the latest binding: papers that came in, signed copies that were attached or replaced, and why.

    Nothing for a first binding, nor for a volume in which nothing changed.
    """
    if not case.bindings:
        return ()
    last = case.bindings[-1].volume(kind)
    before = {row.entry.source: row.entry for row in last.rows} if last else {}
    now = {entry.source for entry in rows}
    gone = [entry for source, entry in before.items() if source not in now]
    return (*_come(case, before, rows), *(f"《{one.title}》不再列入本卷" for one in gone))


def _come(case: CaseState, before: dict[str, Entry], rows: Sequence[Entry]) -> Iterator[str]:
    why = {one.now: one.reason for one in case.replaced}
    for number, entry in enumerate(rows, 1):
        known = before.get(entry.source)
        name = f"第 {number} 件《{entry.title}》{entry.number}".rstrip()
        if known is None:
            reason = why.get(entry.source.partition(":")[2], "")
            yield f"补入{name}" + (f"（更换件，原因：{reason}）" if reason else "")
        elif known.scan != entry.scan and known.scan:
            reason = why.get(entry.scan, "原件经核验损坏、缺失")
            yield f"{name}的签字件由 {known.scan} 更换为 {entry.scan}（原因：{reason}）"
        elif known.scan != entry.scan:
            yield f"{name}补附签字件 {entry.scan}"
