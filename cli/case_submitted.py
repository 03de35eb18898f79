"""Receipts of what the party handed in on its own page, for a terminal."""

from collections.abc import Iterator, Sequence

from casework.cases.submitted import submitted
from casework.events import Event
from cli.language import say
from cli.person import local


def receipt_lines(events: Sequence[Event]) -> Iterator[str]:
    """Each with its files by their hash, and what comes next."""
    for one in submitted(events):
        late = say("（逾期提交）", " (late)") if one.late else ""
        yield f"  {local(one.at)}  {say(one.what.zh, one.what.en)}{late}  {one.by}  {one.hash[:16]}"
        for file in one.files:
            yield f"    {file.name}  SHA-256 {file.sha256}"
        yield f"    → {say(one.next.zh, one.next.en)}"
