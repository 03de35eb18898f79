"""Saved investigations: a picture of the graph page, to be reopened and shared."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from casework.refusal import refuse

MAX_BYTES: Final = 1_000_000
MAX_NAME: Final = 80


#: Earlier states that are kept of an investigation.
KEPT_STATES: Final = 50


@dataclass(frozen=True, slots=True)
class State:
    """What an investigation was before it was saved anew: the version that it had, and when it was saved."""

    version: int
    name: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Investigation:
    """One saved picture. `content` is the desk's JSON object: nodes (public ids), positions, pins,
    groups, notes. It names nodes only, so reopening reads the map anew under the reader's masking.
    `states` are the earlier ones, latest first, for its owner alone: who is given an investigation to read
    is given what it is now, not what was taken out of it before. `saved_at` is when this content was saved.
    """

    id: str
    name: str
    owner: str
    shared_with: tuple[str, ...]
    version: int
    created_at: datetime
    updated_at: datetime
    content: Mapping[str, Any]
    saved_at: datetime
    states: tuple[State, ...] = ()


def checked_name(name: str) -> str:
    """The name without surrounding blanks. Refusals: FIELD_REQUIRED, BAD_VALUE."""
    clean = " ".join(name.split())
    if not clean:
        raise refuse("FIELD_REQUIRED", field="名称", field_en="name")
    if len(clean) > MAX_NAME:
        raise refuse(
            "BAD_VALUE",
            field="名称",
            field_en="name",
            why=f"最多 {MAX_NAME} 个字",
            why_en=f"{MAX_NAME} characters at most",
        )
    return clean


def packed(content: Mapping[str, Any]) -> str:
    """The content as JSON text. Refusal BAD_VALUE when it is none or larger than 1 MB."""
    try:
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError) as error:
        raise refuse(
            "BAD_VALUE",
            field="content",
            why="不是有效的 JSON 对象",
            why_en="not a valid JSON object",
        ) from error
    if len(text.encode()) > MAX_BYTES:
        raise refuse(
            "BAD_VALUE",
            field="content",
            why="图面过大，请拆分后保存",
            why_en="the picture is too large; split it and save the parts",
        )
    return text
