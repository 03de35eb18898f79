"""Opening a case: findings are named by id, the server takes their snapshot."""

from __future__ import annotations

from api.inputs import input_of
from casework.commands.case import OpenCase

CaseOpenInput = input_of(
    OpenCase, "CaseOpenInput", frozenset({"findings"}), extra=(("finding_ids", list[str]),)
)
