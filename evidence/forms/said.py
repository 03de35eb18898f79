"""That a filled record says what was asked and answered: a template could leave it out."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any, Final

import docx

from evidence.forms.errors import TemplateInvalidError

_WORDS: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_SPACE: Final = re.compile(r"\s+")


def must_say(filled: bytes, talk: Mapping[str, Any]) -> None:
    """Raises TemplateInvalidError unless each question and answer stands in the filled record."""
    document = docx.Document(io.BytesIO(filled))
    text = _SPACE.sub("", "".join(one.text or "" for one in document.element.body.iter(_WORDS)))
    for pair in talk["answers"]:
        if any(_SPACE.sub("", pair[part]) not in text for part in ("question", "answer")):
            raise TemplateInvalidError(
                "询问笔录的模板没有列出问答，不能据以签字。请在“文书与编号”下载系统自带的模板，"
                "保留其中的 talk.answers 循环后修改上传。",
                "The template of the interview does not list questions and answers, so nobody can sign "
                "it. Take the shipped template under “Forms and numbers”, keep its loop over "
                "talk.answers, and upload it again.",
            )
