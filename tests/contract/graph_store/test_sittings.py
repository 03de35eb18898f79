"""Sittings on the real store: marked without their writers, and again when a question was wrong."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal

import neo4j
import pytest
from conftest import AT, HOSPITAL

from casework.actors import Actor, Role, Viewer
from casework.commands import courses as k
from casework.commands import points as p
from casework.commands import restoration as r
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.commands.parameters import DecideParameter, ProposeParameter
from casework.courses.study import StudyState, fold_study
from graph.clocks.beat import beat
from graph.commands import execute
from graph.events.load import load
from graph.migrate import read_migrations
from graph.notices.read import list_notices

WAITS = """
MATCH (s:Study) RETURN s.prac_psn_code AS code, s.next_mark AS mark, s.recheck AS recheck
ORDER BY code
"""


async def course(store: neo4j.AsyncDriver, people: dict[str, Actor]) -> None:
    """A bank of twenty, so that every paper has every question; and the county rule in force."""
    kind, options = k.QuestionKind.SINGLE, (("A", "对"), ("B", "错"))
    book = k.ImportCourse(
        course_id="C-1",
        title="医保政策",
        hours=Decimal(2),
        pages=(k.Page("一", "第 1 页", "正文"),),
        questions=tuple(k.Question(f"Q{n:02}", kind, f"题 {n}", options, "A") for n in range(20)),
        rejects=(),
        file_name="课程.xlsx",
        sha256="a" * 64,
    )
    await execute(store, book, people["agency"], AT)
    propose = ProposeParameter(
        name="local_restoration",
        value="enabled",
        valid_from=date(2026, 1, 1),
        basis="县局文件",
        reason="本地规则",
    )
    (proposed,) = await execute(store, propose, people["legal"], AT)
    proposal_id = str(proposed.data["proposal_id"])
    await execute(store, DecideParameter(proposal_id=proposal_id, approve=True), people["head"], AT)


async def studied(
    store: neo4j.AsyncDriver, people: dict[str, Actor], code: str, until: date | None = None
) -> Actor:
    """A terminated doctor who applied and studied for eight points, proven `until` a day."""
    score = p.RecordScore(
        prac_psn_code=code,
        prac_psn_name="李医生",
        fixmedins_code=HOSPITAL,
        act="tiaoli_40",
        responsibility=p.Responsibility.PRIMARY,
        points=12,
        conduct_on=date(2024, 6, 1),
        conduct_to=date(2024, 6, 1),
        basis=p.Basis(p.BasisKind.DOCUMENT, "3号", date(2025, 12, 1), "局"),
        reasons="主要责任",
    )
    await execute(store, score, people["agency"], AT)
    doctor = Actor(code, code, frozenset({Role.PHYSICIAN}), code, code, HOSPITAL)
    apply = r.ApplyRestoration(prac_psn_code=code, statement="改正", commitment=True)
    await execute(store, apply, doctor, AT)
    paper = ReceiveEvidence(
        evidence_id=f"S-{code}",
        name="证明.pdf",
        kind=EvidenceKind.DOCUMENTARY,
        media_type="application/pdf",
        size=10,
        sha256="a" * 64,
        sm3="b" * 64,
        object_key=f"S-{code}",
        retain_until=date(2036, 1, 1),
    )
    await execute(store, paper, people["office"], AT)
    study = r.RecordStudy(
        prac_psn_code=code,
        course="培训",
        hours=Decimal(16),
        studied_on=date(2026, 2, 1),
        certificate=f"S-{code}",
        valid_until=until,
    )
    await execute(store, study, people["office"], AT)
    return doctor


async def sat(store: neo4j.AsyncDriver, doctor: Actor, right: int, *, hands_in: bool) -> None:
    """A paper begun, `right` of its questions answered right and saved, and perhaps handed in."""
    code = doctor.account
    start = k.StartExam(prac_psn_code=code, course_id="C-1", seed=code)
    await execute(store, start, doctor, AT)
    paper = (await study_of(store, code)).attempts[-1]
    given = tuple(
        k.Answer(q, "A" if n < right else "B") for n, q in enumerate(sorted(paper.questions))
    )
    own = {"prac_psn_code": code, "attempt_id": paper.attempt_id}
    await execute(store, k.SaveAnswers(**own, answers=given), doctor, AT)
    if hands_in:
        await execute(store, k.SubmitExam(**own, answers=given), doctor, AT)


async def study_of(store: neo4j.AsyncDriver, code: str) -> StudyState:
    stream = f"study:{code}"
    return fold_study(code, (await load(store, stream))[stream])


async def disputes_told(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> dict[str, tuple[str, str, str, str, bool]]:
    """Who was told of a disputed question, in which words, and whether it is settled."""
    return {
        name: (one.zh, one.title, one.detail, one.target, one.settled_at is not None)
        for name, who in people.items()
        for one in (await list_notices(store, Viewer(who))).notices
        if "试题异议" in one.zh
    }


async def waiting(store: neo4j.AsyncDriver) -> dict[str, tuple[str | None, str | None]]:
    rows, _, _ = await store.execute_query(WAITS)
    return {row["code"]: (row["mark"], row["recheck"]) for row in rows}


@pytest.mark.asyncio(loop_scope="session")
async def test_a_closed_window_is_marked_once_by_the_beat(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await course(store, people)
    await sat(store, await studied(store, people, "D7"), 14, hands_in=False)
    assert await beat(store, AT + timedelta(minutes=60)) == Counter()
    late = AT + timedelta(days=2)
    assert await beat(store, late) == Counter({"ExamMarked": 1, "ExamRecorded": 1})
    assert await beat(store, late) == Counter()
    attempt = (await study_of(store, "D7")).attempts[0]
    assert (attempt.mark, attempt.passed, attempt.late) == (70, True, True)
    assert await waiting(store) == {"D7": (None, None)}


@pytest.mark.asyncio(loop_scope="session")
async def test_a_withdrawn_question_betters_the_marks_of_all_who_had_it(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await course(store, people)
    doctors = [await studied(store, people, code) for code in ("D7", "D8", "D9")]
    for doctor, right in zip(doctors, (11, 11, 18), strict=True):
        await sat(store, doctor, right, hands_in=True)
    disputed = {"prac_psn_code": "D7", "attempt_id": "A1", "question_id": "Q15"}
    await execute(store, k.AppealQuestion(**disputed, text="已过时"), doctors[0], AT)
    await store.execute_query("MATCH (a:Account {account: 'doc'}) SET a.prac_psn_code = 'D7'")
    # The agency's officer brought the questions in: they are another's to answer.
    assert await disputes_told(store, people) == {
        "sup": ("试题异议待答复", "医保政策", "已过时", "/courses", False)
    }
    void = k.ResolveAppeal(**disputed, outcome=k.AppealOutcome.VOID, reasons="同意，本题作废")
    await execute(store, void, people["sup"], AT)
    told = await disputes_told(store, people)
    assert told == {
        "sup": ("试题异议待答复", "医保政策", "已过时", "/courses", True),
        "doc": ("试题异议已答复", "医保政策", "同意，本题作废", "/study", False),
    }
    assert {code: mark for code, (_, mark) in (await waiting(store)).items()} == dict.fromkeys(
        ("D7", "D8", "D9"), "C-1:2"
    )
    said = await beat(store, AT + timedelta(minutes=1))
    assert said == Counter({"ExamRemarked": 1, "ExamRecorded": 1})
    marks = {code: (await study_of(store, code)).attempts[0].mark for code in ("D7", "D8", "D9")}
    assert marks == {"D7": 60, "D8": 60, "D9": 90}
    assert set((await waiting(store)).values()) == {(None, None)}
    assert await beat(store, AT + timedelta(minutes=2)) == Counter()


@pytest.mark.asyncio(loop_scope="session")
async def test_sittings_from_before_are_looked_at_once(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await course(store, people)
    await sat(store, await studied(store, people, "D7"), 14, hands_in=False)
    await store.execute_query("MATCH (s:Study) REMOVE s.next_mark, s.banks")
    (anew,) = [one for one in read_migrations() if one.id == "0210_sittings"]
    for statement in anew.statements:
        await store.execute_query(statement)  # pyright: ignore[reportArgumentType]
    assert await beat(store, AT + timedelta(minutes=5)) == Counter()
    ((mark, recheck),) = (await waiting(store)).values()
    assert mark is not None
    assert recheck is None
    said = await beat(store, AT + timedelta(hours=2))
    assert said == Counter({"ExamMarked": 1, "ExamRecorded": 1})
