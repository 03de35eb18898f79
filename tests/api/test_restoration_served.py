"""What was decided on a restoration: its signed papers, its service, and the fees to settle once a score fell."""

from datetime import UTC, datetime
from typing import Any

import pytest

from casework.clocks.calendars import local_date
from casework.commands import restoration as r
from casework.commands.case import Outcome
from graph.commands import execute
from tests.api.test_restoration_lists import learned, person, without_file

PAGE = """query($c: String!) { pointsDetail(pracPsnCode: $c) {
  nextActions { act } deadlines { id dueAt }
  restoration { step unserved papers { paper title lacking shared scan { certificate name } }
    services { ruling on way receipt { certificate } } } } }"""
SETTLE = "query($c: String!) { settleFees(pracPsnCode: $c) { pracPsnCode entryId lines cases } }"
TODAY = local_date(datetime.now(UTC)).isoformat()


@pytest.fixture
async def refused(world: Any) -> str:
    """A doctor whose restoration the head refused."""
    code, at = await without_file(world), datetime.now(UTC)
    await world.county_rule()
    await learned(world, code, at)
    own, yes = {"prac_psn_code": code}, Outcome.APPROVED
    matters = dict.fromkeys(
        ("study_verified", "exam_verified", "refund_verified", "rectification_verified"), True
    )
    for who, command in (
        ("office", r.SubmitRestoration(**own)),
        ("party", r.GivePartyOpinion(**own, outcome=yes)),
        ("supervisor", r.ReviewRestoration(**own, outcome=yes, **matters)),
        ("head", r.DecideRestoration(**own, outcome=Outcome.REFUSED, reasons="退款未缴清")),
    ):
        await execute(world.driver, command, await person(world, who), at)
    return code


async def _page(world: Any, who: str, code: str) -> Any:
    return (await world.people[who].ask(PAGE, c=code))["pointsDetail"]


async def test_a_refusal_is_signed_served_and_open_to_review(world: Any, refused: str) -> None:
    own = {"pracPsnCode": refused}
    serve = {**own, "way": "DIRECT", "servedOn": TODAY}
    early = await world.people["agency"].act("restorationServe", **serve)
    assert early.get("code") == "RESTORATION_PAPERS", early
    page = await _page(world, "agency", refused)
    papers = [one["paper"] for one in page["restoration"]["papers"] if one["lacking"]]
    assert papers == ["minutes", "review_form", "approval", "sealed_decision"]
    for n, paper in enumerate(papers):
        scan = await world.people["agency"].certificate()
        wanted = {**own, "paper": paper.upper(), "paperScan": scan}
        if not n:
            for who in ("doctor", "office", "other_office", "auditor"):
                before = await world.events()
                kept = await world.people[who].act("restorationAttachPaper", **wanted)
                assert kept["__typename"] in ("NotPermitted", "NotFound"), (who, kept)
                assert await world.events() == before, who
        done = await world.people["agency"].act("restorationAttachPaper", **wanted)
        assert done["__typename"] == "PointsSuccess", done
    for who in ("doctor", "party", "office", "auditor"):
        before = await world.events()
        kept = await world.people[who].act("restorationServe", **serve)
        assert kept["__typename"] in ("NotPermitted", "NotFound"), (who, kept)
        assert await world.events() == before, who
    served = await world.people["agency"].act("restorationServe", **serve)
    assert served["__typename"] == "PointsSuccess", served
    page = await _page(world, "office", refused)
    assert [one["ruling"] for one in page["restoration"]["services"]] == ["decision"]
    assert "restoration_review/decision" in {one["id"] for one in page["deadlines"]}
    assert not page["restoration"]["unserved"]


async def test_fees_to_settle_are_the_bureaus_to_see(world: Any, refused: str) -> None:
    for who in ("doctor", "office", "party"):
        assert (await world.people[who].ask(SETTLE, c=""))["settleFees"] == []
        answer = await world.people[who].http.get("/export/settle-fees.csv")
        assert answer.status_code == 404, who
    assert (await world.people["agency"].ask(SETTLE, c=refused))["settleFees"] == []
    listed = await world.people["agency"].http.get("/export/settle-fees.csv")
    assert listed.status_code == 200, listed.text
    assert "补结" not in listed.text
    assert "尚未结算（元）" in listed.text
    logged = await world.people["auditor"].ask(
        '{ log(filter: {type: "Exported"}, first: 1) { nodes { actor summary } } }'
    )
    (export,) = logged["log"]["nodes"]
    assert export["actor"] == "agency"
    assert "办理补结" in export["summary"]
