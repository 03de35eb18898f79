"""A penalty case up to the head's decision; the pages on the way have journeys of their own."""

from datetime import date
from decimal import Decimal
from typing import Any

from vault import signed_and_sealed

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands.base import Command
from casework.commands.documents import IssueForm
from cli.demo.people import actor_of
from graph.cases.read import case_state
from graph.commands import execute
from tests import filing as steps

OFFICERS = ("jicha1", "jicha2")
Step = tuple[str, Command]
"""Who does what."""


async def done(desk: Any, *steps: Step) -> None:
    """Take the steps, one after the other."""
    for who, command in steps:
        await execute(desk.driver, command, await actor_of(desk.driver, who), desk.demo.at)


def on_a_finding(desk: Any, case_no: str, title: str, sentence: str, loss: str) -> c.OpenCase:
    """A case of the hospital that rests on one finding."""
    return c.OpenCase(
        case_no=case_no,
        title=title,
        source=c.Source.INSPECTION,
        summary="日常稽核发现。",
        party=c.Party(c.PartyKind.INSTITUTION, desk.hospital.fixmedins_code, desk.hospital.name),
        conduct_from=date(2025, 3, 1),
        conduct_to=date(2025, 9, 30),
        findings=(c.FindingRef(f"F-{case_no}", "duplicate_charge", Decimal(loss), sentence),),
    )


async def decided(desk: Any, case_no: str, loss: str, multiple: str = "1.5") -> None:
    """File the opened case, confirm its lines, notify, review and decide."""
    await investigated(desk, case_no)
    own: dict[str, Any] = {"case_no": case_no}
    await proposed(desk, case_no, loss, multiple)
    stated = c.RecordDefence(**own, how=c.Defence.STATED, text="没有异议")
    await done(desk, *told(desk, case_no, "notice"), ("jicha1", stated))
    await done(desk, *reviewed(case_no), head_decides(case_no))


async def investigated(desk: Any, case_no: str) -> None:
    """Assigned, filed, begun; the lines of its findings listed and confirmed, unless they were before."""
    officers = tuple(c.OfficerRef(login, login) for login in OFFICERS)
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "已核实")
    own: dict[str, Any] = {"case_no": case_no}
    confirmed = c.JudgeLines(
        **own,
        verdict=c.LineVerdict.CONFIRMED,
        where=c.LineFilter(state="open"),
        reasons="已核实",
    )
    # A case that was handled under the agreement brings its judged lines along.
    eyes = Viewer(await actor_of(desk.driver, "juzhang"))
    known = await case_state(desk.driver, eyes, case_no)
    listing = (("jicha1", c.ListLines(**own)), ("jicha1", confirmed))
    await done(
        desk,
        ("zhongxin", c.AssignOfficers(**own, officers=officers)),
        *steps.filed(case_no, "jicha1", "zhongxin", "juzhang"),
    )
    await signed_and_sealed(desk, case_no, "filing")
    await done(
        desk,
        ("jicha1", c.StartInvestigation(**own, certificates_shown=True, recusal_settled=True)),
        *(() if known and known.lines.listed else listing),
        ("jicha1", c.WriteReport(**own, **parts)),
    )


async def proposed(desk: Any, case_no: str, loss: str, multiple: str = "1.5", **more: Any) -> None:
    """Propose a fine, and what `more` says of a suspension; it is approved."""
    own: dict[str, Any] = {"case_no": case_no}
    proposal = c.ProposePenalty(
        **own,
        article_id="tiaoli-38-3",
        base_loss=Decimal(loss),
        multiple=Decimal(multiple),
        reasons="情节一般",
        **more,
    )
    approved = c.ReviewProposal(**own, proposal_id="P1", outcome=c.Outcome.APPROVED)
    await done(desk, ("jicha1", proposal), ("zhongxin", approved))


def told(desk: Any, case_no: str, form_id: str) -> tuple[Step, ...]:
    """The notice is issued and handed over."""
    served = c.ServeNotice(
        case_no=case_no, way=c.ServiceWay.DIRECT, served_on=local_date(desk.demo.at)
    )
    return ("jicha1", IssueForm(case_no=case_no, form_id=form_id)), ("jicha1", served)


def reviewed(case_no: str) -> tuple[Step, ...]:
    """The legal review agrees."""
    agreed = c.ReviewLegality(case_no=case_no, opinion=c.Opinion.AGREE, text="同意")
    return ("jicha1", c.SubmitLegalReview(case_no=case_no)), ("fazhi", agreed)


def head_decides(case_no: str) -> Step:
    """The head imposes what was proposed."""
    return "juzhang", c.DecideCase(case_no=case_no, ruling=c.Ruling.PENALTY, decision_no="")
