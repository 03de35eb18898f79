"""The sets of questions in force: those shipped, and the bureau's own files in its data home."""

from pathlib import Path
from typing import Final

from casework.interview.questions import QuestionSet, read_set, shipped_sets

FOLDER: Final = "questions"


def question_sets(home: Path) -> dict[str, QuestionSet]:
    """By id; a file `questions/*.toml` of the data home replaces the shipped set of its id.

    Refuses BAD_VALUE naming the file that cannot be read.
    """
    found = dict(shipped_sets())
    for file in sorted((home / FOLDER).glob("*.toml")):
        own = read_set(file.read_text("utf-8"), file.name)
        found[own.id] = own
    return found
