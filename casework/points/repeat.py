"""The same act again within a natural year: which earlier score it repeats, and what becomes of it.

The heavier points rest on the earlier score. Where that falls or is corrected, nothing is recomputed
by itself: the repeated one waits for a review by other eyes.
"""

from collections.abc import Iterable
from datetime import date, datetime

from casework.acts import draft
from casework.events import Draft
from casework.points.consequences import after
from casework.points.rules import ScoredAct, rule_set
from casework.points.state import PointsState, ScoreEntry
from casework.refusal import refuse


def repeated_entry(
    file: PointsState, act: ScoredAct, named: str, counted: date, decided: str, on: date
) -> str:
    """The earlier score of the same act in the natural year that an act repeats.

    `decided` is the article of the new decision, where it is known: an act that cannot rest on it
    was another. Refuses NOT_REPEATED without one, REPEATS_WHICH where there are several.
    """
    before = [
        entry
        for entry in _earlier(file.entries, counted)
        if entry.counts and (not decided or _root(file, entry).fits(decided, on))
    ]
    found = [entry for entry in before if entry.entry_id == named] if named else before
    if not found:
        raise refuse("NOT_REPEATED", act_zh=act.zh, act_en=act.en, year=counted.year)
    if len(found) > 1:
        entries = "、".join(f"{one.entry_id}（{_root(file, one).zh}）" for one in found)
        entries_en = ", ".join(f"{one.entry_id} ({_root(file, one).en})" for one in found)
        raise refuse("REPEATS_WHICH", entries=entries, entries_en=entries_en)
    return found[0].entry_id


def _earlier(entries: Iterable[ScoreEntry], counted: date) -> list[ScoreEntry]:
    return [e for e in entries if e.counted_on.year == counted.year and e.counted_on <= counted]


def _root(file: PointsState, entry: ScoreEntry) -> ScoredAct:
    """The act itself of a score, also of one that repeats another."""
    act = rule_set(entry.rule_set).act(entry.act)
    earlier = repeats(file, entry) if act.repeats else None
    return _root(file, earlier) if earlier is not None else act


def repeats(file: PointsState, entry: ScoreEntry) -> ScoreEntry | None:
    """The earlier score that one repeats; of before that was kept, the only one that it can be."""
    if not rule_set(entry.rule_set).act(entry.act).repeats:
        return None
    if entry.repeats:
        return file.entry(entry.repeats)
    index = file.entries.index(entry)
    before = _earlier(file.entries[:index], entry.counted_on)
    return before[0] if len(before) == 1 else None


def repeated_due(file: PointsState, drafts: list[Draft], at: datetime) -> list[Draft]:
    """ScoreReviewDue of what repeats a score that the drafts void or correct."""
    changed, events = after(file, drafts, at), []
    for entry in file.entries:
        earlier = repeats(file, entry) if entry.counts else None
        own, new = (
            changed.entry(entry.entry_id),
            changed.entry(earlier.entry_id) if earlier else None,
        )
        if earlier is None or new is None or own is None or not own.counts:
            continue
        if (new.void, new.act, new.points) == (earlier.void, earlier.act, earlier.points):
            continue
        why = f"所重复的记分 {earlier.entry_id} 已{'撤销' if new.void else '更正'}"
        said = {"document_no": new.basis, "reasons": why, "fine_before": "0.00", "fine": "0.00"}
        data = {"entry_id": entry.entry_id, "case_no": entry.basis, "repeats": earlier.entry_id}
        events.append(draft(file.stream, "ScoreReviewDue", **data, **said))
    return events
