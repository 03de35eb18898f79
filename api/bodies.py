"""The JSON body of a request, read without trusting who sent it."""

from __future__ import annotations

import json
import re
from typing import Any

#: The escape of half a character (a lone surrogate): lawful JSON, but no text that can be stored.
_HALF = re.compile(rb"\\u[dD][89a-fA-F]")


def read_json(body: bytes) -> Any:
    """The value of a body; no body is an empty object.

    Raises ValueError for what no page sends: bytes that are no UTF-8, no JSON, half a character, and
    lists or objects inside each other without end.
    """
    try:
        value = json.loads(body.decode("utf-8") or "{}")
        if _HALF.search(body):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value
