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


def letters(chosen: str) -> str:
    """Return chosen option letters in their normal form: capital, each once, in order."""
    return "".join(sorted(set(chosen.upper())))


def is_right(question: Question, chosen: str, correction: Correction | None) -> bool:
    """Whether the chosen letters are right; a void question counts for everybody."""
    if correction is not None and correction.void:
        return True
    given = letters(chosen)
    also = letters(correction.also) if correction is not None else ""
    return given != "" and given in {letters(question.answer), also}


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
