"""Over HTTP: who records review and suit of a restoration, stops a revocation, and posts a decision."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from casework.clocks.calendars import local_date
from casework.commands import restoration as r
from casework.commands.case import Outcome, ServiceWay
from graph.commands import execute
from tests.api.test_restoration_lists import _scan, learned, person, without_file

YES = Outcome.APPROVED
TODAY = local_date(datetime.now(UTC)).isoformat()
#: Who is kept out of an act of the legal reviewer's, and of one of the agency's.
NOT_LEGAL = ("agency", "office", "other_office", "doctor", "party", "head", "auditor", "system")
NOT_AGENCY = ("office", "other_office", "doctor", "party", "head", "legal", "auditor", "system")
PAGE = """query($c: String!) { pointsDetail(pracPsnCode: $c) { file { status } restoration { step
  announced { ruling postedOn where }
  remedies { remedyId outcome stops { since until documentNo } } } } }"""


async def done(world: Any, code: str, *acts: tuple[str, Any]) -> None:
    for who, command in acts:
        await execute(world.driver, command, await person(world, who), datetime.now(UTC))


async def signed(world: Any, code: str) -> None:
    """Every paper that the latest ruling lacks comes back."""
    lacks = """query($c: String!) { pointsDetail(pracPsnCode: $c) { restoration {
      papers { paper lacking } } } }"""
    found = (await world.people["agency"].ask(lacks, c=code))["pointsDetail"]["restoration"]
    for paper in (one["paper"] for one in found["papers"] if one["lacking"]):
        scan = await _scan(world, f"{code}-{paper}", "agency")
        kept = r.AttachRestorationPaper(
            prac_psn_code=code, paper=r.RestorationPaper(paper), paper_scan=scan
        )
        await done(world, code, ("agency", kept))


async def decided(world: Any, outcome: Outcome) -> str:
    """A doctor whose restoration was decided, on signed papers."""
    code = await without_file(world)
    await world.county_rule()
    await learned(world, code, datetime.now(UTC))
    own = {"prac_psn_code": code}
    matters = dict.fromkeys(
        ("study_verified", "exam_verified", "refund_verified", "rectification_verified"), True
    )
    await done(
        world, code,
        ("office", r.SubmitRestoration(**own)),
        ("party", r.GivePartyOpinion(**own, outcome=YES)),
        ("supervisor", r.ReviewRestoration(**own, outcome=YES, **matters)),
        ("head", r.DecideRestoration(**own, outcome=outcome, reasons="理由")),
    )  # fmt: skip
    await signed(world, code)
    return code


async def kept_out(world: Any, who: tuple[str, ...], act: str, values: dict[str, Any]) -> None:
    """Nobody of them may, nor who is not signed in; nothing is written."""
    before = await world.events()
    for one in who:
        answer = await world.people[one].act(act, **values)
        assert answer["__typename"] in ("NotPermitted", "NotFound"), (act, one, answer)
    kind = f"{act[0].upper()}{act[1:]}Input"
    query = f"mutation($i: {kind}!) {{ r: {act}(input: $i) {{ __typename ... on UserError {{ code }} }} }}"
    answer = await world.browser().raw(query, i=values)
    assert answer["data"]["r"]["code"] == "SIGN_IN_NEEDED", answer
    assert await world.events() == before, act


async def page(world: Any, code: str) -> Any:
    return (await world.people["office"].ask(PAGE, c=code))["pointsDetail"]


async def test_a_decision_is_posted_by_the_agency_once(world: Any) -> None:
    code = await decided(world, Outcome.REFUSED)
    values = {"pracPsnCode": code, "postedOn": TODAY, "where": "县政府网站", "reasons": "下落不明"}
    await kept_out(world, NOT_AGENCY, "restorationAnnounce", values)
    agency, before = world.people["agency"], await world.events()
    bare = await agency.act("restorationAnnounce", **{**values, "where": " "})
    assert bare["code"] == "FIELD_REQUIRED"
    assert await world.events() == before
    assert (await agency.act("restorationAnnounce", **values))["__typename"] == "PointsSuccess"
    assert (await agency.act("restorationAnnounce", **values))["code"] == "ALREADY_DONE"
    assert (await page(world, code))["restoration"]["announced"] == [
        {"ruling": "decision", "postedOn": TODAY, "where": "县政府网站"}
    ]


@pytest.fixture
async def revoked(world: Any) -> str:
    """A doctor whose restoration was revoked; served."""
    code = await decided(world, YES)
    own, today = {"prac_psn_code": code}, local_date(datetime.now(UTC))
    serve = r.ServeRestoration(**own, way=ServiceWay.DIRECT, served_on=today)
    await done(
        world, code,
        ("agency", serve),
        ("office", r.ReRegister(**own, registration_no="备1号")),
        ("supervisor", r.ProposeRevocation(**own, reasons="证书造假")),
    )  # fmt: skip
    said = r.StateOnRevocation(**own, text="不知情")
    one = await person(world, "doctor")
    himself = replace(one, account=code, person=code, prac_psn_code=code, doctors=frozenset({code}))
    await execute(world.driver, said, himself, datetime.now(UTC))
    await done(world, code, ("head", r.RevokeRestoration(**own, reasons="骗取恢复")))
    await signed(world, code)
    await done(world, code, ("agency", serve))
    return code


async def test_review_and_the_stop_of_a_revocation_are_the_legal_reviewers(
    world: Any, revoked: str
) -> None:
    legal, own = world.people["legal"], {"pracPsnCode": revoked}
    notice = {
        **own, "kind": "REVIEW", "body": "云溪县人民政府", "filedOn": TODAY, "documentNo": "受1号",
        "paperScan": await _scan(world, f"{revoked}-受理", "agency"),
    }  # fmt: skip
    await kept_out(world, NOT_LEGAL, "restorationRemedyRecord", notice)
    assert (await legal.act("restorationRemedyRecord", **notice))["__typename"] == "PointsSuccess"
    order = {
        **own, "remedyId": "F1", "decidedOn": TODAY, "documentNo": "停1号", "reasons": "难以弥补",
        "paperScan": await _scan(world, f"{revoked}-停止", "agency"),
    }  # fmt: skip
    await kept_out(world, NOT_LEGAL, "restorationRevocationStop", order)
    before = await world.events()
    early = await legal.act("restorationRevocationResume", **order)
    assert early["code"] == "STEP_MISSING"
    assert await world.events() == before
    assert (await page(world, revoked))["file"]["status"] == "terminated"
    assert (await legal.act("restorationRevocationStop", **order))["__typename"] == "PointsSuccess"
    found = await page(world, revoked)
    assert found["file"]["status"] == "normal"
    assert found["restoration"]["remedies"][0]["stops"] == [
        {"since": TODAY, "until": None, "documentNo": "停1号"}
    ]
    resume = {
        **order, "documentNo": "恢1号", "paperScan": await _scan(world, f"{revoked}-恢复", "agency"),
    }  # fmt: skip
    await kept_out(world, NOT_LEGAL, "restorationRevocationResume", resume)
    assert (await legal.act("restorationRevocationResume", **resume))["__typename"] == (
        "PointsSuccess"
    )
    assert (await page(world, revoked))["file"]["status"] == "terminated"
    outcome = {
        **own, "remedyId": "F1", "outcome": "UPHELD", "decidedOn": TODAY, "documentNo": "决1号",
        "reasons": "事实清楚", "paperScan": await _scan(world, f"{revoked}-决定", "agency"),
    }  # fmt: skip
    await kept_out(world, NOT_LEGAL, "restorationRemedyClose", outcome)
    assert (await legal.act("restorationRemedyClose", **outcome))["__typename"] == "PointsSuccess"
