"""Opening a case: findings are named by id, the server takes their snapshot and allots the number."""

from __future__ import annotations

from api.inputs import input_of
from casework.commands.case import OpenCase

CaseOpenInput = input_of(
    OpenCase,
    "CaseOpenInput",
    frozenset({"findings", "case_no", "of_doctor"}),
    extra=(("finding_ids", list[str]),),
)
