"""What the party may know of its case is listed: a new field of the case is the bureau's until it is."""

from dataclasses import fields, replace
from typing import Any, Final

from casework.cases.state import CaseState
from graph.cases.page import _for_party

#: What it is told, or said itself, and how far the case has come.
TOLD: Final = [
    "case_no",
    "version",
    "stage",
    "path",
    "title",
    "party",
    "outside_area",
    "handling_court",
    "conduct_from",
    "conduct_to",
    "harmful_result",
    "opened_by",
    "opened_at",
    "filed_at",
    "own_area",
    "docket_no",
    "filing_seq",
    "officers",
    "ever_officers",
    "inspections",
    "notified_at",
    "notice_on",
    "hearing_right",
    "hearing_waived",
    "hearing_requested",
    "hearing_requested_on",
    "hearing_chair",
    "hearing_held",
    "hearing_seq",
    "hearing_report_seq",
    "hearing_ended",
    "defence",
    "contested",
    "contested_at",
    "clue_extensions",
    "decision_extensions",
    "extension_discussed",
    "decision",
    "handling",
    "served_on",
    "services",
    "announcements",
    "dispute",
    "court_applied_on",
    "court_ruled",
    "court_refused_on",
    "court_withdrawn_on",
    "recovered",
    "fines_paid",
    "surcharges_paid",
    "recovery_written_off",
    "fines_written_off",
    "fine_write_offs",
    "surcharges_written_off",
    "returned_before",
    "damages_paid",
    "damages_written_off",
    "written_off_on",
    "surcharges_back",
    "damages_back",
    "rectification",
    "former_addresses",
    "former_numbers",
    "measured",
    "payments",
    "instalments",
    "earlier_plans",
    "put_off_days",
    "instalments_asked",
    "spot_seq",
    "instalments_answer",
    "pressed_on",
    "performance",
    "performance_on",
    "remedies",
    "publishable",
    "published",
    "published_on",
    "published_former",
    "on_spot",
    "spot_reported",
    "annulled",
    "fall",
    "changed",
    "paused",
    "periods",
    "return_to",
    "closed_at",
]
#: Of these it is told a part.
IN_PART: Final = ["corrections", "forms", "bindings", "proposals", "hearing", "former"]


def test_what_is_not_told_to_the_party_is_left_out_of_its_case() -> None:
    kept = {*TOLD, *IN_PART}
    own = [one.name for one in fields(CaseState) if one.name not in kept]
    filled: dict[str, Any] = dict.fromkeys(own, ("only for the bureau",))
    shown, _ = _for_party(replace(CaseState("C1"), **filled), [])
    empty = CaseState("C1")
    assert [name for name in own if getattr(shown, name) != getattr(empty, name)] == []
    assert {"other_frauds", "referral_group", "chair_named", "measure_sheets"} <= set(own)
    assert kept <= {one.name for one in fields(CaseState)}
