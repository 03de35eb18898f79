"""A revocation whose execution is stopped in review or suit, and a decision that stands in an announcement."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.clocks.deadlines import Clock
from casework.commands import restoration as r
from casework.commands.case import RemedyOutcome, ServiceWay
from casework.points.freed import freed
from casework.points.history import history
from casework.points.standing import Status, standing
from tests.unit.casework.test_points_path import FILE
from tests.unit.casework.test_restoration_remedy import (
    came,
    clock,
    refused,
    restored,
    revoked,
    went,
)
from tests.unit.casework.test_restoration_served import NO, OWN, offered, up_to

__all__ = ["refused", "restored", "revoked"]
DAY = timedelta(days=1)


def order(
    bureau: Any, kind: type[r.StopRevocation | r.ResumeRevocation] = r.StopRevocation, **more: Any
) -> r.StopRevocation | r.ResumeRevocation:
    given = {
        "remedy_id": "F1", "decided_on": bureau.today, "document_no": "停1号", "reasons": "难以弥补的损失",
        "paper_scan": bureau.evidence(f"停止-{len(bureau.streams)}"), **more,
    }  # fmt: skip
    return kind(**OWN, **given)


def status(bureau: Any) -> Status:
    return standing(bureau.state(FILE), bureau.today).status


def test_while_the_execution_is_stopped_the_restoration_stands(revoked: Any) -> None:
    revoked.wait(1)
    assert status(revoked) is Status.TERMINATED
    assert revoked.refused("legal", order(revoked)) == "STEP_MISSING"
    revoked.do("legal", went(revoked))
    assert "StopRevocation" in offered(revoked, "legal")
    stop = order(revoked)
    for who in ("agency", "doc", "office", "party", "ins1"):
        assert revoked.refused(who, stop) in ("ROLE_REQUIRED", "NOT_YOURS"), who
    for change, code in (
        ({"decided_on": revoked.today + DAY}, "DATE_ORDER"),
        ({"decided_on": revoked.today - DAY}, "DATE_ORDER"),
        ({"paper_scan": ""}, "FIELD_REQUIRED"),
        ({"remedy_id": "F9"}, "NOT_FOUND"),
    ):
        assert revoked.refused("legal", replace(stop, **change)) == code, change
    assert revoked.do("legal", stop) == ["RevocationStopped", "ScanServes"]
    assert revoked.refused("legal", order(revoked)) in ("ALREADY_DONE", "STEP_MISSING")
    assert status(revoked) is Status.NORMAL
    since = revoked.today
    revoked.wait(20)
    assert status(revoked) is Status.NORMAL
    resume = order(revoked, r.ResumeRevocation)
    assert revoked.do("legal", resume) == ["RevocationResumed", "ScanServes"]
    until = revoked.today
    assert status(revoked) is Status.TERMINATED
    file = revoked.state(FILE)
    spans = [(one.starts, one.until) for one in history(file) if one.status is Status.NORMAL]
    assert (since, until - DAY) in spans
    assert {stop.paper_scan, resume.paper_scan} <= file.certificates
    # Fees withheld on days that were barred until somebody entered the order are settled.
    assert [(one.starts, one.until) for one in freed("D1", revoked.streams[FILE])] == [
        (since, since)
    ]


@pytest.mark.parametrize("outcome", [RemedyOutcome.UPHELD, RemedyOutcome.WITHDRAWN])
def test_the_outcome_ends_the_stop(revoked: Any, outcome: RemedyOutcome) -> None:
    revoked.do("legal", went(revoked))
    revoked.do("legal", order(revoked))
    revoked.wait(5)
    assert status(revoked) is Status.NORMAL
    revoked.do("legal", came(revoked, outcome))
    assert status(revoked) is Status.TERMINATED
    assert revoked.refused("legal", order(revoked, r.ResumeRevocation)) == "STEP_MISSING"


def test_of_a_refusal_there_is_nothing_to_stop(refused: Any) -> None:
    refused.do("legal", went(refused))
    assert "StopRevocation" not in offered(refused, "legal")
    assert refused.refused("legal", order(refused)) == "STEP_MISSING"


def posted(bureau: Any, **more: Any) -> r.AnnounceRestoration:
    given = {"posted_on": bureau.today, "where": "县政府网站", "reasons": "下落不明", **more}
    return r.AnnounceRestoration(**OWN, **given)


def test_an_announcement_in_time_leaves_the_days_of_service_at_rest(bureau: Any) -> None:
    up_to(bureau, NO)
    assert bureau.refused("agency", posted(bureau)) == "RESTORATION_PAPERS"
    bureau.restoration_signed()
    bureau.wait(2)
    for day in (-10, 1):
        wrong = posted(bureau, posted_on=bureau.today + timedelta(days=day))
        assert bureau.refused("agency", wrong) == "DATE_ORDER"
    assert bureau.refused("agency", posted(bureau, where=" ")) == "FIELD_REQUIRED"
    assert bureau.refused("office", posted(bureau)) == "ROLE_REQUIRED"
    assert bureau.do("agency", posted(bureau)) == ["RestorationAnnounced"]
    assert bureau.refused("agency", posted(bureau)) == "ALREADY_DONE"
    posted_on = bureau.today
    given = {"way": ServiceWay.ANNOUNCEMENT}
    serve = r.ServeRestoration(**OWN, **given)
    bureau.wait(25)
    assert bureau.refused("agency", serve) == "PERIOD_RUNNING"
    running = clock(bureau, "restoration_service")
    assert running is not None
    assert running.clock is Clock.PAUSED
    bureau.wait(6)
    # The announcement that is on record tells the day: another one is refused, and none is asked for.
    other = replace(serve, posted_on=posted_on - timedelta(days=1))
    assert bureau.refused("agency", other) == "BAD_VALUE"
    bureau.do("agency", serve)
    one = bureau.state(FILE).restoration
    served = one.service_of(one.ruling)
    assert (served.posted_on, served.particulars) == (posted_on, "县政府网站")
    done = clock(bureau, "restoration_service")
    assert done is not None
    assert done.clock is Clock.MET
    assert (
        bureau.state(FILE).restoration.service_of(bureau.state(FILE).restoration.ruling).on
        > posted_on
    )


def test_without_an_announcement_the_days_of_service_run_out(bureau: Any) -> None:
    up_to(bureau, NO)
    bureau.restoration_signed()
    bureau.wait(25)
    late = clock(bureau, "restoration_service")
    assert late is not None
    assert late.clock is Clock.OVERDUE


@pytest.mark.parametrize("kind", [r.StopRevocation, r.ResumeRevocation])
def test_an_order_is_not_recorded_by_who_took_its_scan_in(
    revoked: Any, kind: type[r.StopRevocation | r.ResumeRevocation]
) -> None:
    revoked.do("legal", went(revoked))
    if kind is r.ResumeRevocation:
        revoked.do("legal", order(revoked))
    wanted = order(revoked, kind)
    took = replace(revoked.people["legal"], person=revoked.people["ins1"].person)
    before = len(revoked.streams[FILE])
    assert revoked.refused(took, wanted) == "FOUR_EYES"
    assert len(revoked.streams[FILE]) == before
    revoked.do("legal", wanted)
