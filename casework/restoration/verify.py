"""What the centre verifies of an application: study, exam, refund of the fund, rectification.

The four are words of its own in every review; an approval that leaves one open or denies one would
hand the bureau a file that nobody has looked through.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from casework.commands.case import Outcome
from casework.commands.restoration import ReviewRestoration
from casework.refusal import refuse

#: The matters in the order in which they are looked through, and what a yes says of each.
MATTERS: Final[dict[str, tuple[str, str]]] = {
    "study": ("学习记录属实", "study record genuine"),
    "exam": ("考试成绩属实", "exam result genuine"),
    "refund": ("应退基金已退回", "fund money refunded"),
    "rectification": ("问题已整改到位", "rectification done"),
}


def verified(command: ReviewRestoration) -> dict[str, bool]:
    """Return what the review says of each matter, as far as it says something.

    Refuses an approval FIELD_REQUIRED for a matter left open, NOT_VERIFIED for those denied.
    """
    said = {
        "study": command.study_verified,
        "exam": command.exam_verified,
        "refund": command.refund_verified,
        "rectification": command.rectification_verified,
    }
    answers = {matter: answer for matter, answer in said.items() if answer is not None}
    if command.outcome is Outcome.APPROVED:
        _all_verified(answers)
    return answers


def _all_verified(answers: Mapping[str, bool]) -> None:
    for matter, (zh, en) in MATTERS.items():
        if matter not in answers:
            raise refuse("FIELD_REQUIRED", field=f"{zh}（是或否）", field_en=f"{en} (yes or no)")
    wanting = [names for matter, names in MATTERS.items() if not answers[matter]]
    if wanting:
        raise refuse(
            "NOT_VERIFIED",
            what="、".join(zh for zh, _ in wanting),
            what_en=", ".join(en for _, en in wanting),
        )


def ledgers_of(kept: object) -> tuple[tuple[str, Decimal, Decimal, Decimal], ...]:
    """The ledgers that a review saw: case, yuan demanded, returned and outstanding."""
    rows = kept if isinstance(kept, list) else []
    names = ("demanded", "returned", "outstanding")
    return tuple(
        (str(row["case_no"]), *(Decimal(str(row[name])) for name in names))  # type: ignore[misc]
        for row in rows
    )


def in_order(answers: Mapping[str, bool]) -> tuple[tuple[str, bool], ...]:
    """The answers as they are read: in the order of the matters."""
    return tuple((matter, answers[matter]) for matter in MATTERS if matter in answers)
