"""Draw a paper by a recorded seed, and mark it. Anybody can repeat both from the events."""

import hashlib
from collections.abc import Iterable, Mapping

from casework.commands.courses import Question
from casework.courses.course import Correction


def draw(questions: Iterable[Question], count: int, seed: str) -> tuple[str, ...]:
    """Return `count` question ids in the order of the paper: by SHA-256 of seed and id."""
    return tuple(sorted((q.question_id for q in questions), key=lambda i: _rank(seed, i))[:count])


def shuffled(question: Question, seed: str) -> tuple[tuple[str, str], ...]:
    """Return a question's options in the order in which this paper shows them."""
    own = f"{seed}:{question.question_id}"
    return tuple(sorted(question.options, key=lambda option: _rank(own, option[0])))


def _rank(seed: str, key: str) -> str:
    return hashlib.sha256(f"{seed}:{key}".encode()).hexdigest()


def is_right(question: Question, chosen: str, correction: Correction | None) -> bool:
    """Whether the chosen letters are right; a void question counts for everybody."""
    if correction is not None and correction.void:
        return True
    letters = "".join(sorted(set(chosen.upper())))
    if not letters:
        return False
    also = (
        {"".join(sorted(correction.also))} if correction is not None and correction.also else set()
    )
    return letters in {"".join(sorted(question.answer)), *also}


def marked(
    questions: Iterable[Question],
    answers: Mapping[str, str],
    corrections: Mapping[str, Correction],
) -> tuple[int, frozenset[str]]:
    """Return the mark out of 100 (rounded half up) and the questions that are right."""
    paper = list(questions)
    right = frozenset(
        q.question_id
        for q in paper
        if is_right(q, answers.get(q.question_id, ""), corrections.get(q.question_id))
    )
    return (200 * len(right) + len(paper)) // (2 * len(paper)), right
