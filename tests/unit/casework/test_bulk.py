"""Which approvals may be given at once: every step of a reviewer has a row, for or against."""

from datetime import date, timedelta

import pytest

from casework.actors import Role
from casework.acts import PRIMARY
from casework.registry import CASE_ACTS
from casework.reviews.bulk import _APPROVALS, alone_rows, bulk_rows, may_bulk, refuse_bulk

REVIEWERS = {Role.SUPERVISOR, Role.LEGAL_REVIEWER, Role.HEAD, Role.AGENCY_HEAD}
STEPS = {a.name: a for a in CASE_ACTS if a.offered and a.rank < PRIMARY and a.roles & REVIEWERS}


def test_every_step_of_a_reviewer_has_its_row_and_no_row_is_idle() -> None:
    assert bulk_rows().keys() | alone_rows().keys() == STEPS.keys()
    assert not bulk_rows().keys() & alone_rows().keys()
    assert bulk_rows().keys() == _APPROVALS.keys()


@pytest.mark.parametrize("act", sorted(STEPS))
def test_a_row_names_the_act_as_the_desk_does_and_says_why(act: str) -> None:
    row = bulk_rows().get(act) or alone_rows()[act]
    assert row.basis
    assert row.basis_en.isascii()
    assert row.mark in {"V", "S", "M"}
    if act in alone_rows():
        refusal = refuse_bulk(act, STEPS[act].zh, STEPS[act].en)
        assert refusal.code == "NOT_IN_BULK"
        assert alone_rows()[act].basis in refusal.message_zh


def test_nothing_is_approved_at_once_before_its_row_is_valid() -> None:
    for row in bulk_rows().values():
        assert may_bulk(row.act, row.valid_from)
        assert not may_bulk(row.act, row.valid_from - timedelta(days=1))
    assert not any(may_bulk(act, date(2099, 1, 1)) for act in alone_rows())
