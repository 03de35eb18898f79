"""The acts of study and exams. The seed of a paper comes from the server."""

from __future__ import annotations

import secrets
from typing import Any

from api.acts import Act
from api.context import Info
from casework.commands import courses


async def _seed(info: Info, input: Any) -> dict[str, Any]:
    return {"seed": secrets.token_hex(16)}


LESSON_ACTS = (
    Act("lessonOpen", courses.OpenLesson),
    Act("lessonBeat", courses.BeatLesson),
)
EXAM_ACTS = (
    Act("examStart", courses.StartExam, frozenset({"seed"}), _seed),
    Act("examSave", courses.SaveAnswers),
    Act("examSubmit", courses.SubmitExam),
    Act("questionAppeal", courses.AppealQuestion),
)
#: What the bureau answers; it sees the study, never a paper that is being written.
ANSWER_ACTS = (
    Act("questionAppealResolve", courses.ResolveAppeal),
    Act("examRemark", courses.RemarkExam),
)
