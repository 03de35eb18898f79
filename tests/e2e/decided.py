"""A penalty case up to the head's decision; the pages on the way have journeys of their own."""

from decimal import Decimal
from typing import Any

from casework.actors import Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands.documents import IssueForm
from cli.demo.people import actor_of
from graph.cases.read import case_state
from graph.commands import execute

OFFICERS = ("jicha1", "jicha2")


async def decided(desk: Any, case_no: str, loss: str, multiple: str = "1.5") -> None:
    """File the opened case, confirm its lines, notify, review and decide."""
    logins = (*OFFICERS, "zhongxin", "fazhi", "juzhang")
    people = {login: await actor_of(desk.driver, login) for login in logins}
    officers = tuple(c.OfficerRef(login, login) for login in OFFICERS)
    yes = dict.fromkeys(
        ("preliminary_proof", "penalty_possible", "own_jurisdiction", "within_limitation"), True
    )
    parts = dict.fromkeys(("party", "measures", "facts", "evidence", "law", "proposal"), "已核实")
    today = local_date(desk.demo.at)
    own: dict[str, Any] = {"case_no": case_no}
    confirmed = c.JudgeLines(
        **own,
        verdict=c.LineVerdict.CONFIRMED,
        where=c.LineFilter(state="open"),
        reasons="已核实",
    )
    proposal = c.ProposePenalty(
        **own,
        article_id="tiaoli-38-3",
        base_loss=Decimal(loss),
        multiple=Decimal(multiple),
        reasons="情节一般",
    )
    listing = (("jicha1", c.ListLines(**own)), ("jicha1", confirmed))
    # A case that was handled under the agreement brings its judged lines along.
    known = await case_state(desk.driver, Viewer(people["juzhang"]), case_no)
    waived = c.RecordDefence(**own, how=c.Defence.WAIVED, text="放弃", waives_hearing=True)
    for who, command in (
        ("zhongxin", c.AssignOfficers(**own, officers=officers)),
        ("zhongxin", c.FileCase(**own, **yes, reasons="初步证据充分")),
        ("jicha1", c.StartInvestigation(**own, certificates_shown=True, recusal_settled=True)),
        *(() if known and known.lines.listed else listing),
        ("jicha1", c.WriteReport(**own, **parts)),
        ("jicha1", proposal),
        ("zhongxin", c.ReviewProposal(**own, proposal_id="P1", outcome=c.Outcome.APPROVED)),
        ("jicha1", IssueForm(**own, form_id="notice")),
        ("jicha1", c.ServeNotice(**own, way=c.ServiceWay.DIRECT, served_on=today)),
        ("jicha1", waived),
        ("jicha1", c.SubmitLegalReview(**own)),
        ("fazhi", c.ReviewLegality(**own, opinion=c.Opinion.AGREE, text="同意")),
        ("juzhang", c.DecideCase(**own, ruling=c.Ruling.PENALTY, decision_no="")),
    ):
        await execute(desk.driver, command, people[who], desk.demo.at)
