"""Missing and hidden look the same, whatever a command names; an attached picture stays as it was."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework.actors import Viewer
from casework.commands import agreement as g
from casework.commands import case as c
from casework.commands import points as p
from casework.commands.accounts import DisableAccount
from casework.commands.base import Command
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.commands.restoration import WithdrawRestoration
from casework.refusal import Refusal
from graph.cases.read import case_state
from graph.commands import execute
from graph.investigations.save import delete_investigation, save_investigation

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
SCORE = p.RecordScore(
    prac_psn_code="D1",
    prac_psn_name="医师",
    fixmedins_code="H34162300001",
    act="tiaoli_40",
    responsibility=p.Responsibility.PRIMARY,
    points=12,
    conduct_on=date(2025, 6, 5),
    conduct_to=date(2025, 6, 5),
    basis=p.Basis(p.BasisKind.DOCUMENT, "文号", date(2026, 2, 2), "局"),
    reasons="测试",
)


async def no(store: Any, command: Command, actor: Any) -> tuple[str, str]:
    with pytest.raises(Refusal) as caught:
        await execute(store, command, actor, AT)
    return caught.value.code, caught.value.message_zh


@pytest.mark.parametrize("version", [None, 1, 99])
@pytest.mark.parametrize("who", ["other", "doc", "sys", "aud", "office"])
async def test_a_hidden_case_answers_like_a_missing_one(
    store: Any, people: Any, lead: Any, who: str, version: int | None
) -> None:
    await execute(store, lead, people["ins1"], AT)
    for command in (
        g.StateDefence(case_no="C1", how=c.Defence.STATED, text="x", expected_version=version),
        c.AddNote(case_no="C1", text="x", expected_version=version),
        c.DecideCase(case_no="C1", ruling=c.Ruling.PENALTY, expected_version=version),
    ):
        code, message = await no(store, command, people[who])
        there = (code, message.replace("C1", "C?"))
        code, message = await no(store, replace(command, case_no="C7"), people[who])
        assert there == (code, message.replace("C7", "C?"))


@pytest.mark.parametrize("version", [None, 1, 99])
async def test_a_hidden_file_answers_like_a_missing_one(
    store: Any, people: Any, version: int | None
) -> None:
    await execute(store, SCORE, people["agency"], AT)
    for command in (
        WithdrawRestoration(prac_psn_code="D1", expected_version=version),
        p.ObjectToScore(
            prac_psn_code="D1",
            entry_id="S1",
            text="x",
            signed=True,
            stamped=True,
            objection_scan="E1",
            expected_version=version,
        ),
        replace(SCORE, expected_version=version),
    ):
        there = await no(store, command, people["other"])
        gone = await no(store, replace(command, prac_psn_code="D7"), people["other"])
        assert there == (gone[0], gone[1].replace("D7", "D1"))


async def test_a_role_is_asked_before_a_version_tells(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    command = c.FileCase(
        case_no="C1",
        preliminary_proof=True,
        penalty_possible=True,
        own_jurisdiction=True,
        within_limitation=True,
        reasons="x",
        expected_version=99,
    )
    assert (await no(store, command, people["legal"]))[0] == "ROLE_REQUIRED"
    account = DisableAccount(login="ins1", reason="x", expected_version=99)
    assert (await no(store, account, people["ins2"]))[0] == "ROLE_REQUIRED"
    assert (await no(store, account, people["office"]))[0] == "NOT_FOUND"


async def test_the_register_denies_a_code_once_it_is_loaded(
    store: Any, people: Any, lead: Any
) -> None:
    await store.execute_query(
        "CREATE (:Institution {fixmedins_code: $h}), (:Doctor {prac_psn_code: 'D1'}), "
        "(:Patient {psn_no: 'P1'})",
        h=lead.party.key,
    )
    await execute(store, replace(lead, case_no="C2"), people["ins1"], AT)
    person = c.Party(c.PartyKind.PERSON, "P1", "张三")
    await execute(store, replace(lead, case_no="C3", party=person), people["ins1"], AT)
    for party in (
        c.Party(c.PartyKind.INSTITUTION, "H9", "x"),
        c.Party(c.PartyKind.PERSON, "P9", "x"),
    ):
        code, _ = await no(store, replace(lead, case_no="C4", party=party), people["ins1"])
        assert code == "NOT_FOUND"
    # A doctor gets points, and is no party of a case; under an own number he is an insured person.
    doctor = c.Party(c.PartyKind.PERSON, "D1", "李四")
    code, _ = await no(store, replace(lead, case_no="C4", party=doctor), people["ins1"])
    assert code == "DOCTOR_SCORED"
    await store.execute_query("MERGE (:Patient {psn_no: 'D1'})")
    await execute(store, replace(lead, case_no="C5", party=doctor), people["ins1"], AT)
    await execute(store, SCORE, people["agency"], AT)
    for wrong in (
        replace(SCORE, prac_psn_code="D9"),
        replace(SCORE, fixmedins_code="H9"),
        replace(SCORE, basis=replace(SCORE.basis, kind=p.BasisKind.CASE, reference="C9")),
    ):
        assert (await no(store, wrong, people["agency"]))[0] in {"NOT_FOUND", "BASIS_MISSING"}


async def test_a_task_goes_to_a_colleague_who_is_there(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    task = c.AddTask(case_no="C1", title="核对", assignee="ins2")
    await execute(store, task, people["ins1"], AT)
    await store.execute_query("MATCH (a:Account {account: 'ins2'}) SET a.disabled = true")
    assert (await no(store, task, people["ins1"]))[0] == "ACCOUNT_UNFIT"


async def test_evidence_goes_to_a_case_that_its_giver_sees(
    store: Any, people: Any, lead: Any
) -> None:
    await execute(store, lead, people["ins1"], AT)
    received = ReceiveEvidence(
        evidence_id="E1",
        name="x.pdf",
        kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf",
        size=1,
        sha256="0" * 64,
        sm3="0" * 64,
        object_key="k",
        retain_until=date(2027, 1, 1),
        case_no="C1",
    )
    hidden = await no(store, received, people["office"])
    missing = await no(store, replace(received, case_no="C7"), people["office"])
    assert hidden == (missing[0], missing[1].replace("C7", "C1"))
    await execute(store, received, people["ins1"], AT)


async def test_an_attached_picture_stays_as_it_was(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    mine = Viewer(people["ins1"])
    saved = await save_investigation(store, mine, name="图", content={"nodes": ["a"]}, at=AT)
    attach = c.AttachPicture(case_no="C1", investigation_id=saved.id, title="团伙关系")
    assert (await no(store, attach, people["ins2"]))[0] == "NOT_FOUND"
    await execute(store, attach, people["ins1"], AT)
    await save_investigation(
        store, mine, name="图", content={"nodes": ["a", "b"]}, at=AT, id=saved.id
    )
    await delete_investigation(store, mine, saved.id)
    state = await case_state(store, Viewer(people["head"]), "C1")
    assert state is not None
    (picture,) = state.pictures
    assert (picture.picture_id, picture.title, picture.content) == (
        "G1",
        "团伙关系",
        '{"nodes":["a"]}',
    )


async def test_a_handling_suspends_the_partys_own_people(
    store: Any, people: Any, lead: Any
) -> None:
    """Registered with the party, or billed by it; another hospital's doctor is not there."""
    await store.execute_query(
        "CREATE (i:Institution {fixmedins_code: $h}), (o:Institution {fixmedins_code: 'H9'}), "
        "(:Doctor {prac_psn_code: 'D1'})-[:WORKS_AT]->(i), "
        "(:Doctor {prac_psn_code: 'D2'})-[:WORKS_AT]->(o), "
        "(:Doctor {prac_psn_code: 'D3'})<-[:TREATED_BY]-(:Settlement {setl_id: 'S1'})-[:AT]->(i)",
        h=lead.party.key,
    )
    await execute(store, replace(lead, path=c.Path.AGREEMENT), people["ins1"], AT)

    def suspending(code: str) -> g.ProposeHandling:
        measure = g.Measure(g.MeasureKind.SUSPEND_PERSON, months=3, target=code, clause="x")
        return g.ProposeHandling(case_no="C1", measures=(measure,), reasons="违约")

    for code in ("D2", "NO_SUCH"):
        refused, message = await no(store, suspending(code), people["agency"])
        assert refused == "NOT_FOUND"
        assert "登记在该机构" in message
    for code in ("D1", "D3"):
        await execute(store, suspending(code), people["agency"], AT)
