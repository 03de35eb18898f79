"""Reviews on the real store: what is new since the last look, and approvals each on its own."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import neo4j
import pytest
from filing import AT, investigated

from casework.actors import Actor, Viewer
from casework.clocks.calendars import local_date
from casework.commands import case as c
from casework.commands.documents import IssueForm
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.refusal import Refusal
from graph.cases.read import case_state
from graph.commands import execute
from graph.reviews.approve import MOST, Asked, approve_all
from graph.reviews.looks import note_look
from graph.reviews.read import list_reviews

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def proposed(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase, number: str
) -> None:
    """A case whose penalty proposal waits for the supervisor."""
    at, ins = AT, people["ins1"]
    # Nothing confirmed line by line: a fixed amount, which rests on no loss.
    await investigated(store, people, replace(lead, case_no=number, findings=(), ring_ids=()))
    report = c.WriteReport(
        case_no=number, party="x", measures="x", facts="x", evidence="x", law="x", proposal="x"
    )
    await execute(store, report, ins, at)
    await refused_to_correct(store, number, ins, at)
    await execute(store, proposal(number), ins, at)


async def refused_to_correct(
    store: neo4j.AsyncDriver, number: str, ins: Actor, at: datetime
) -> None:
    """Ordered, served, and refused: what a fine under article 39 rests on."""
    on = local_date(at)
    order = c.OrderCorrection(
        case_no=number, what="建立内部管理制度", until=on, basis="条例第三十九条"
    )
    await execute(store, order, ins, at)
    form = IssueForm(case_no=number, form_id="correction", number="1", serial=1, year=2026)
    await execute(store, form, ins, at)
    serve = c.ServePaper(
        case_no=number, served=c.Served.CORRECTION, way=c.ServiceWay.DIRECT, served_on=on
    )
    await execute(store, serve, ins, at)
    item = ReceiveEvidence(
        evidence_id=f"E{number}",
        name="拒绝改正说明.pdf",
        kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf",
        size=10,
        sha256="a" * 64,
        sm3="b" * 64,
        object_key=f"E{number}",
        retain_until=date(2036, 1, 1),
    )
    await execute(store, item, ins, at)
    attach = c.AttachEvidence(case_no=number, evidence_id=f"E{number}", proves="拒不改正")
    await execute(store, attach, ins, at)
    found = c.RecordCorrection(
        case_no=number,
        result=c.CorrectionResult.REFUSED_TO_CORRECT,
        found_on=on,
        evidence_ids=(f"E{number}",),
    )
    await execute(store, found, ins, at)


def proposal(number: str) -> c.ProposePenalty:
    """A fine of a fixed amount."""
    return c.ProposePenalty(
        case_no=number,
        article_id="tiaoli-39-1",
        base_loss=Decimal(0),
        fixed_amount=Decimal(20000),
        reasons="拒不改正",
    )


async def versions(store: neo4j.AsyncDriver, people: dict[str, Actor]) -> dict[str, int]:
    page = await list_reviews(store, Viewer(people["sup"]), AT)
    return {one.case.case_no: one.case.version for one in page.reviews}


async def test_the_differences_are_those_since_the_last_look(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await proposed(store, people, lead, "C1")
    sup = Viewer(people["sup"])
    (one,) = (await list_reviews(store, sup, AT)).reviews
    # He agreed to the filing: what stood before he has seen.
    assert (one.action.name, one.looked_at, one.bulk) == ("ReviewProposal", AT, True)
    assert [e.type for e in one.since] == [
        "CaseFiled",
        "FormIssued",
        "EvidenceAttached",
        "FormSigned",
        "InvestigationStarted",
        "ReportWritten",
        "CorrectionOrdered",
        "FormIssued",
        "CorrectionServed",
        "EvidenceAttached",
        "CorrectionRecorded",
        "WorksheetDrawn",
        "PenaltyProposed",
    ]
    await note_look(store, sup, "C1", one.case.version, AT)
    note = c.AddNote(case_no="C1", text="补充说明")
    await execute(store, note, people["ins2"], AT + timedelta(hours=1))
    (one,) = (await list_reviews(store, sup, AT + timedelta(hours=2))).reviews
    assert [(e.type, e.actor) for e in one.since] == [("NoteAdded", "ins2")]
    # An older page beside it takes nothing away; a version that is not there yet is none.
    await note_look(store, sup, "C1", 1, AT)
    await note_look(store, sup, "C1", 999, AT)
    (one,) = (await list_reviews(store, sup, AT)).reviews
    assert one.since == ()
    await execute(store, note, people["ins2"], AT + timedelta(hours=3))
    (one,) = (await list_reviews(store, sup, AT)).reviews
    assert len(one.since) == 1


async def test_a_second_proposal_tells_what_it_changed(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await proposed(store, people, lead, "C1")
    back = c.ReviewProposal(
        case_no="C1", proposal_id="P1", outcome=c.Outcome.RETURNED, reasons="再核"
    )
    await execute(store, back, people["sup"], AT)
    await execute(store, replace(proposal("C1"), fixed_amount=Decimal(15000)), people["ins1"], AT)
    (one,) = (await list_reviews(store, Viewer(people["sup"]), AT)).reviews
    told = {change.name.en: (change.before.en, change.after.en) for change in one.changes}
    assert told["fine proposed"] == ("20,000.00 yuan", "15,000.00 yuan")
    assert "article" not in told


async def test_a_look_at_what_is_not_ones_own_is_refused(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await execute(store, lead, people["ins1"], AT)
    for name, number in (("office", "C1"), ("doc", "C1"), ("sup", "C9")):
        with pytest.raises(Refusal) as refused:
            await note_look(store, Viewer(people[name]), number, 1, AT)
        assert refused.value.code == "NOT_FOUND"
    rows, _, _ = await store.execute_query("MATCH (l:Look) RETURN l")
    assert rows == []
    for name in ("office", "doc", "sys"):
        assert (await list_reviews(store, Viewer(people[name]), AT)).reviews == ()


async def test_each_is_approved_or_refused_for_itself(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    for number in ("C1", "C2", "C3"):
        await proposed(store, people, lead, number)
    await execute(store, replace(lead, case_no="C4"), people["ins1"], AT)
    seen = await versions(store, people)
    # Somebody writes in the second one meanwhile; the fourth still waits for its officers.
    await execute(store, c.AddNote(case_no="C2", text="x"), people["ins2"], AT)
    asked = [Asked(number, seen[number]) for number in ("C1", "C2", "C3", "C4")]
    asked.append(Asked("C9", 1))
    outcomes = await approve_all(store, people["sup"], asked, "同意", AT)
    assert {one.case_no: one.refusal.code if one.refusal else None for one in outcomes} == {
        "C1": None,
        "C2": "STALE_VERSION",
        "C3": None,
        "C4": "NOT_IN_BULK",
        "C9": "NOT_FOUND",
    }
    for number, outcome in (("C1", "approved"), ("C2", None), ("C3", "approved")):
        state = await case_state(store, Viewer(people["sup"]), number)
        assert state is not None
        assert state.proposal is not None
        assert state.proposal.outcome == outcome


async def test_four_eyes_hold_in_bulk(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    await proposed(store, people, lead, "C1")
    (seen,) = (await versions(store, people)).values()
    # The same human in the supervisor's seat: an account of its own changes nothing.
    twin = replace(people["sup"], account="sup2", person="p-ins1")
    for actor, code in (
        (twin, "NOTHING_TO_APPROVE"),
        (people["legal"], "NOTHING_TO_APPROVE"),
        (people["ins1"], "NOTHING_TO_APPROVE"),
    ):
        (one,) = await approve_all(store, actor, [Asked("C1", seen)], "同意", AT)
        assert one.refusal is not None, actor.account
        assert one.refusal.code == code
    assert await versions(store, people) == {"C1": seen}


@pytest.mark.parametrize(
    ("who", "opinion", "count", "code"),
    [
        ("sup", " ", 1, "FIELD_REQUIRED"),
        ("sup", "同意", MOST + 1, "BULK_TOO_MANY"),
        ("office", "同意", 1, "ROLE_REQUIRED"),
    ],
)
async def test_what_cannot_be_meant_is_refused_as_a_whole(
    store: neo4j.AsyncDriver,
    people: dict[str, Actor],
    lead: c.OpenCase,
    who: str,
    opinion: str,
    count: int,
    code: str,
) -> None:
    await proposed(store, people, lead, "C1")
    (seen,) = (await versions(store, people)).values()
    with pytest.raises(Refusal) as refused:
        await approve_all(store, people[who], [Asked("C1", seen)] * count, opinion, AT)
    assert refused.value.code == code
    assert await versions(store, people) == {"C1": seen}


async def test_an_insured_person_is_masked_without_a_purpose(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    person = c.Party(c.PartyKind.PERSON, "P9", "王小明")
    opened = replace(
        lead,
        title="王小明冒名就医案",
        summary="王小明出借凭证",
        party=person,
        findings=(),
        ring_ids=(),
    )
    await execute(store, opened, people["ins1"], AT)
    (hidden,) = (await list_reviews(store, Viewer(people["sup"]), AT)).reviews
    assert hidden.case.title == "王**冒名就医案"
    assert hidden.since
    assert not any("王小明" in str(event.data) for event in hidden.since)
    (shown,) = (await list_reviews(store, Viewer(people["sup"], "核查"), AT)).reviews
    assert shown.case.title == "王小明冒名就医案"
