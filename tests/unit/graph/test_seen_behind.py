"""Cases behind a doctor's scores are read for the rules; a case that somebody names has to be his to see."""

from dataclasses import replace
from typing import Any

import pytest

from casework.commands import restoration as r
from casework.decide import streams_of
from casework.refusal import Refusal
from graph.sight import check_sight
from tests.unit.casework.conftest import bureau
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_ledgers import centre

__all__ = ["bureau", "centre"]

APPLY = r.ApplyRestoration(prac_psn_code="D1", statement="已改正", commitment=True)


def states(bureau: Any, command: Any, who: str) -> dict[str, Any]:
    known = {FILE: bureau.state(FILE)}
    return {s: bureau.state(s) for s in streams_of(command, bureau.people[who], known)}


def test_the_doctor_applies_though_he_sees_no_case(centre: Any) -> None:
    read = states(centre, APPLY, "doc")
    assert "case:C1" in read
    check_sight(APPLY, centre.people["doc"], read)


def test_another_doctor_is_told_of_nothing(centre: Any) -> None:
    read = states(centre, APPLY, "doc")
    with pytest.raises(Refusal) as refused:
        check_sight(APPLY, replace(centre.people["doc"], prac_psn_code="D9"), read)
    assert refused.value.code == "NOT_FOUND"
