"""Notice of a score by each way with its receipt, and objections that come as letters."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casework.clocks.calendars import day_start, local_date
from casework.clocks.runs import fold_runs
from casework.commands import points as p
from casework.commands.case import ServiceWay
from casework.points.periods import objection_ends
from evidence.doctors import scores
from tests.unit.casework.test_points_path import FILE, score

OWN: dict[str, Any] = {"prac_psn_code": "D1", "entry_id": "S1"}


@pytest.fixture
def recorded(bureau: Any) -> Any:
    """A score of two months ago, not served yet."""
    bureau.do("agency", score(6, "tiaoli_38_39", date(2025, 3, 1), date(2026, 2, 1)))
    return bureau


def notice(bureau: Any, **said: Any) -> p.NotifyScore:
    given = {"way": ServiceWay.DIRECT, "served_on": bureau.today, **said}
    return p.NotifyScore(**OWN, **given)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"way": ServiceWay.MAIL}, "FIELD_REQUIRED"),
        ({"way": ServiceWay.LEFT, "particulars": "  "}, "FIELD_REQUIRED"),
        ({"way": ServiceWay.ELECTRONIC, "particulars": "a@b.cn"}, "FIELD_REQUIRED"),
        ({"way": ServiceWay.DIRECT, "served_on": None}, "FIELD_REQUIRED"),
        ({"way": ServiceWay.ANNOUNCEMENT, "particulars": "公告栏"}, "FIELD_REQUIRED"),
        ({"receipt_scan": "没有"}, "NOT_FOUND"),
    ],
)
def test_a_service_tells_what_its_way_asks_for(
    recorded: Any, said: dict[str, Any], code: str
) -> None:
    before = len(recorded.streams[FILE])
    assert recorded.refused("agency", notice(recorded, **said)) == code
    assert len(recorded.streams[FILE]) == before


def test_the_particulars_consent_and_receipt_are_kept_and_printed(recorded: Any) -> None:
    recorded.evidence("同意书")
    recorded.evidence("回证")
    said = {
        "way": ServiceWay.ELECTRONIC, "particulars": "a@b.cn", "consent_scan": "同意书",
        "receipt_scan": "回证", "served_by": "何雅琴、李敏",
    }  # fmt: skip
    recorded.do("agency", notice(recorded, **said))
    (entry,) = recorded.state(FILE).entries
    assert (entry.particulars, entry.served_by) == ("a@b.cn", "何雅琴、李敏")
    assert {one.certificate for one in entry.papers} == {"同意书", "回证"}
    assert recorded.state("evidence:回证").serves.key.endswith("electronic")
    told = str(scores.notice(recorded.state(FILE), entry, "局"))
    assert "何雅琴、李敏" in told
    assert "a@b.cn" in told


def test_an_announcement_serves_when_its_time_is_over(recorded: Any) -> None:
    posted = recorded.today
    said = {"way": ServiceWay.ANNOUNCEMENT, "particulars": "本局公告栏", "served_on": None}
    announced = notice(recorded, **said, posted_on=posted)
    assert recorded.refused("agency", announced) == "PERIOD_RUNNING"
    recorded.wait(31)
    recorded.do("agency", announced)
    (entry,) = recorded.state(FILE).entries
    assert entry.posted_on == posted
    assert entry.notified_on == posted + timedelta(days=30)
    # The time to object runs from then, not from the announcement.
    assert local_date(objection_ends(entry.notified_on)) > entry.notified_on + timedelta(days=10)


def test_a_receipt_comes_later_and_a_wrong_one_gives_way_with_a_reason(recorded: Any) -> None:
    for one in ("回证", "新回证", "案卷"):
        recorded.evidence(one)
    attach = p.AttachScoreReceipt(**OWN, receipt_scan="回证")
    assert recorded.refused("agency", attach) == "STEP_MISSING"
    recorded.do("agency", notice(recorded))
    assert recorded.do("agency", attach) == ["ScoreReceiptAttached", "ScanServes"]
    assert recorded.state(FILE).entries[0].receipt.name == "回证.pdf"
    new = replace(attach, receipt_scan="新回证")
    assert recorded.refused("agency", new) == "SCAN_STANDS"
    recorded.do("agency", replace(new, reason="附错"))
    assert recorded.state(FILE).entries[0].receipt.certificate == "新回证"
    # A receipt is no objection.
    letter = letter_of(recorded, objection_scan="新回证")
    assert recorded.refused("agency", letter) == "SCAN_TAKEN"


def letter_of(bureau: Any, **said: Any) -> p.RecordPaperObjection:
    given = {
        "received_on": bureau.today, "objector": p.Objector.DOCTOR, "text": "过重",
        "signed": True, "stamped": True, "objection_scan": "异议书", **said,
    }  # fmt: skip
    return p.RecordPaperObjection(**OWN, **given)


def test_a_letter_counts_from_the_day_it_came_in(recorded: Any) -> None:
    recorded.evidence("异议书")
    assert recorded.refused("agency", letter_of(recorded)) == "STEP_MISSING"
    recorded.do("agency", notice(recorded))
    served = recorded.today
    ends = local_date(objection_ends(served))
    recorded.wait((ends - served).days + 3)
    assert recorded.refused("agency", letter_of(recorded)) == "PERIOD_OVER"
    late = letter_of(recorded, received_on=ends + timedelta(days=1))
    assert recorded.refused("agency", late) == "PERIOD_OVER"
    for day in (served - timedelta(days=1), recorded.today + timedelta(days=1)):
        assert recorded.refused("agency", letter_of(recorded, received_on=day)) == "DATE_ORDER"
    recorded.do("agency", letter_of(recorded, received_on=ends))
    (entry,) = recorded.state(FILE).entries
    assert (entry.received_on, entry.objector) == (ends, "doctor")
    assert entry.objection_paper.certificate == "异议书"
    # Who enters a letter objects to nothing, and may answer it; who recorded the score may not.
    assert entry.objected_by is None
    # The time to answer runs from the day it came in.
    answer = [one for one in fold_runs(recorded.streams[FILE]) if one.row.id == "objection_answer"]
    assert [one.start for one in answer] == [day_start(ends)]
    assert "收到的书面异议申诉书" in str(scores.objection(recorded.state(FILE), entry, "局"))


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"signed": False}, "FIELD_REQUIRED"),
        ({"stamped": False}, "FIELD_REQUIRED"),
        ({"objection_scan": ""}, "FIELD_REQUIRED"),
        ({"fixmedins_code": "H9"}, "NOT_FOUND"),
        ({"enclosures": ("异议书",)}, "SCAN_TAKEN"),
    ],
)
def test_a_letter_is_written_signed_and_stamped(
    recorded: Any, said: dict[str, Any], code: str
) -> None:
    recorded.evidence("异议书")
    recorded.do("agency", notice(recorded))
    assert recorded.refused("agency", letter_of(recorded, **said)) == code
    # The agency records letters; the doctor objects himself.
    assert recorded.refused("doc", letter_of(recorded)) == "ROLE_REQUIRED"
    assert recorded.state(FILE).entries[0].objection is None


def test_on_the_desk_the_signed_paper_is_asked_for_too(recorded: Any) -> None:
    recorded.do("agency", notice(recorded))
    bare = p.ObjectToScore(**OWN, text="过重", signed=True, stamped=True)
    assert recorded.refused("doc", bare) == "FIELD_REQUIRED"
