"""The party hears of a review's decision later than it was taken: its days to sue run from then (行诉法 45)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from casework.actors import Actor
from casework.clocks.calendars import local_date
from casework.clocks.periods import foreseen
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.documents import IssueForm
from graph.accounts.read import find_account
from graph.commands import execute
from tests.api.test_binding import came_in
from tests.api.test_procedure import do, refused
from tests.sealing import handling_served

CLOCKS = "query($n: String!) { caseFile(caseNo: $n) { deadlines { id dueAt isOpen } } }"


async def actor_of(world: Any, login: str) -> Actor:
    account = await find_account(world.driver, login)
    assert account is not None
    found: Actor = account.actor
    return found


async def reviewed(world: Any, at: datetime) -> str:
    """A handling that was decided, served and taken to review at that moment; returns its number."""
    day = local_date(at)
    number = f"复议{at:%H%M%S%f}"
    party = c.Party(c.PartyKind.INSTITUTION, world.hospital, "测试医院")
    lead = c.OpenCase(
        case_no=number, title="复议案", source=c.Source.INSPECTION, summary="x", party=party,
        conduct_from=date(2025, 3, 1), conduct_to=date(2025, 9, 30), path=c.Path.AGREEMENT,
    )  # fmt: skip
    own: dict[str, Any] = {"case_no": number}
    way = c.ServiceWay.DIRECT
    month = a.Measure(a.MeasureKind.SUSPEND_DEPARTMENT, months=1, target=number, clause="第30条")
    for login, command in (
        ("agency", lead),
        ("agency", a.ProposeHandling(**own, measures=(month,), reasons="多收费")),
        ("agency", IssueForm(**own, form_id="handling_notice")),
        ("agency", a.NotifyHandling(**own, way=way, served_on=day)),
        ("office", a.StateDefence(**own, how=c.Defence.WAIVED, text="无异议")),
        ("chief", a.DecideHandling(**own, ruling=c.Ruling.PENALTY, decision_no=f"协{number}")),
    ):
        await execute(world.driver, command, await actor_of(world, login), at)
    await handling_served(world.driver, number, await actor_of(world, "agency"), at, day)
    notice = await came_in(world, number, "受理通知书", "agency")
    filed = {
        "caseNo": number, "kind": "REVIEW", "body": "市局", "filedOn": day.isoformat(),
        "documentNo": "受1号",
    }  # fmt: skip
    await refused(world, "legal", "caseRemedyRecord", "PAPER_NOT_THERE", **filed)
    await do(world, "legal", "caseRemedyRecord", **filed, document=notice)
    return number


async def test_the_days_to_sue_run_from_the_day_of_receipt(world: Any) -> None:
    now = datetime.now(UTC)
    number = await reviewed(world, now - timedelta(days=20))
    decided, received = (local_date(now - timedelta(days=n)) for n in (9, 2))
    close = {
        "caseNo": number, "remedyId": "F1", "outcome": "UPHELD", "documentNo": "复决1号",
        "decidedOn": decided.isoformat(), "reasons": "维持",
    }  # fmt: skip
    for day in (decided - timedelta(days=1), local_date(now) + timedelta(days=1)):
        wrong = close | {"receivedOn": day.isoformat()}
        await refused(world, "legal", "caseRemedyClose", "DATE_ORDER", **wrong)
    told = close | {"receivedOn": received.isoformat()}
    await refused(world, "legal", "caseRemedyClose", "PAPER_NOT_THERE", **told)
    told["document"] = await came_in(world, number, "复议决定书", "agency")
    await refused(world, "head", "caseRemedyClose", "ROLE_REQUIRED", **told)
    await refused(world, "other_office", "caseRemedyClose", "NOT_FOUND", **told)
    await do(world, "legal", "caseRemedyClose", **told)
    page = (await world.people["legal"].ask(CLOCKS, n=number))["caseFile"]
    (suit,) = [
        one for one in page["deadlines"] if one["id"].startswith("handling_suit") and one["isOpen"]
    ]
    ends = [foreseen("suit_after_review", day) for day in (received, decided)]
    assert datetime.fromisoformat(suit["dueAt"]) == ends[0] != ends[1]
    await refused(world, "legal", "caseRemedyClose", "STEP_MISSING", **told)
