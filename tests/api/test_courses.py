"""Courses come in as workbooks; study and exams are the doctor's own; a refusal writes nothing."""

import io
from functools import cache
from typing import Any

import pytest
import xlsxwriter

COURSE = "API-1"


@cache
def workbook(questions: int = 24, bad: int = 1, title: str = "医保政策") -> bytes:
    """Two pages to be read in a minute, and a bank of judgements that are all right."""
    buffer = io.BytesIO()
    sheets = {
        "课程信息": [["课程编号", COURSE], ["课程名称", title], ["学时", "0.01"]],
        "课程内容": [["章节", "标题", "正文"], ["一", "甲", "正文"], ["一", "乙", "正文"]],
        "题库": [
            ["题号", "题型", "题干", "答案"],
            *([f"{n:02}", "判断", f"第 {n} 题", "对"] for n in range(questions)),
            *([f"X{n}", "填空", "不收", "对"] for n in range(bad)),
        ],
    }
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return buffer.getvalue()


async def send(world: Any, who: str, method: str, body: bytes) -> Any:
    desk = world.people[who] if who != "anonymous" else world.browser()
    headers = {"X-CSRF-Token": desk.csrf}
    return await desk.http.request(
        method, "/workbook/course/kecheng.xlsx", content=body, headers=headers
    )


async def take_in(world: Any) -> None:
    """The course stands once, whichever test comes first."""
    answer = await send(world, "agency", "PUT", workbook())
    assert answer.status_code in (201, 409), answer.text


@pytest.fixture
async def student(world: Any) -> str:
    """A doctor who is terminated under the county rule, at study with eight points earned."""
    code, name = world.doctors[4]
    await take_in(world)
    if getattr(world, "_student", None):
        return str(code)
    await world.county_rule()
    scored = await world.people["agency"].act(
        "pointsRecordScore",
        pracPsnCode=code,
        pracPsnName=name,
        fixmedinsCode=world.hospital,
        act="tiaoli_40",
        responsibility="PRIMARY",
        points=12,
        conductOn="2024-05-05",
        conductTo="2024-05-05",
        reasons="主要责任",
        basis={"kind": "DOCUMENT", "reference": "K", "decidedOn": "2026-02-02", "issuer": "局"},
    )
    assert scored["__typename"] == "PointsSuccess", scored
    applied = await world.people["student"].act(
        "restorationApply", pracPsnCode=code, statement="改正", commitment=True
    )
    assert applied["__typename"] == "PointsSuccess", applied
    world._student = code
    return str(code)


@pytest.mark.parametrize("who", ["anonymous", "inspector", "office", "doctor", "auditor"])
@pytest.mark.parametrize("method", ["POST", "PUT"])
async def test_only_teachers_bring_a_course_in(world: Any, who: str, method: str) -> None:
    before = await world.events()
    answer = await send(world, who, method, workbook())
    assert answer.status_code in (401, 403, 404), answer.text
    assert await world.events() == before


async def test_a_workbook_is_looked_at_before_it_is_taken_in(world: Any) -> None:
    await take_in(world)
    before = await world.events()
    new = workbook(questions=26, bad=2, title="新版")
    looked = await send(world, "agency", "POST", new)
    assert looked.status_code == 200, looked.text
    told = looked.json()
    assert (told["number"], told["questions"], told["added"]) == (2, 26, 2)
    assert [row["reason"] for row in told["rejects"]] == ["题型“填空”应为单选、多选或判断"] * 2
    assert await world.events() == before
    broken = await send(world, "agency", "POST", b"no workbook")
    assert broken.status_code == 400
    assert "XLSX" in broken.json()["message"]
    again = await send(world, "agency", "PUT", workbook())
    assert again.status_code == 409
    assert await world.events() == before


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("agency", True),
        ("inspector", True),
        ("legal", True),
        ("office", False),
        ("student", False),
        ("auditor", False),
    ],
)
async def test_the_keys_stay_in_the_bureau(world: Any, who: str, sees: bool) -> None:
    await take_in(world)
    asked = "query($id: String!) { courses { courseId } course(courseId: $id) { questions { answer } } }"
    found = await world.people[who].ask(asked, id=COURSE)
    assert bool(found["courses"]) is sees
    assert (found["course"] is not None) is sees


STUDY = "query($c: String!) { study(pracPsnCode: $c) { own application examBarred courses { courseId } } }"


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("student", True),
        ("office", True),
        ("head", True),
        ("doctor2", False),
        ("other_office", False),
    ],
)
async def test_who_sees_a_study(world: Any, student: str, who: str, sees: bool) -> None:
    found = await world.people[who].ask(STUDY, c=student)
    assert (found["study"] is not None) is sees
    if sees:
        assert found["study"]["own"] is (who == "student")
        assert "须先学满 8 分" in found["study"]["examBarred"]
        assert COURSE in [one["courseId"] for one in found["study"]["courses"]]


LESSON = (
    "mutation($input: LessonBeatInput!) { r: lessonBeat(input: $input) { __typename "
    "... on UserError { code } ... on LessonSuccess { lesson { page seconds furthest } } } }"
)


async def test_a_lesson_is_counted_by_the_server(world: Any, student: str) -> None:
    doctor = world.people["student"]
    opened = await doctor.ask(
        "mutation($input: LessonOpenInput!) { r: lessonOpen(input: $input) { __typename "
        "... on LessonSuccess { lesson { sessionId page leastSeconds idleSeconds } } } }",
        input={"pracPsnCode": student, "courseId": COURSE},
    )
    lesson = opened["r"]["lesson"]
    assert (lesson["page"], lesson["leastSeconds"], lesson["idleSeconds"]) == (1, 9, 180)
    sign = {"pracPsnCode": student, "sessionId": lesson["sessionId"], "page": 2, "visible": True}
    # Nothing has been read yet: the page is not turned, whatever the window asks for.
    beaten = (await doctor.ask(LESSON, input=sign))["r"]["lesson"]
    assert (beaten["page"], beaten["furthest"]) == (1, 1)
    before = await world.events()
    for who in ("doctor2", "office", "agency"):
        refused = (await world.people[who].ask(LESSON, input=sign))["r"]
        assert refused["__typename"] in ("NotPermitted", "NotFound"), refused
    stale = (await doctor.ask(LESSON, input={**sign, "sessionId": "L0"}))["r"]
    assert stale["code"] == "LESSON_ELSEWHERE"
    assert await world.events() == before


SITTING = (
    "query($c: String!, $a: String!) { sitting(pracPsnCode: $c, attemptId: $a) { mark secondsLeft "
    "mayAppeal questions { questionId chosen right options { letter } } } }"
)


async def test_a_paper_is_saved_marked_and_disputed(world: Any, student: str) -> None:
    doctor = world.people["student"]
    before = await world.events()
    early = await doctor.act("examStart", pracPsnCode=student, courseId=COURSE)
    assert early["code"] == "EXAM_BARRED"
    assert await world.events() == before
    assert "学习积分 0 分，学满 8 分后" in await _next_step(world)
    await _sixteen_hours(world, student)
    assert await _next_step(world) == "可以参加考试"
    begun = await doctor.act("examStart", pracPsnCode=student, courseId=COURSE)
    assert begun["__typename"] == "SittingSuccess", begun
    paper = (await doctor.ask(SITTING, c=student, a="A1"))["sitting"]
    ids = [one["questionId"] for one in paper["questions"]]
    assert len(set(ids)) == 20
    assert 3590 <= paper["secondsLeft"] <= 3600
    assert {one["right"] for one in paper["questions"]} == {None}
    # A paper that is being written is the doctor's alone.
    for who in ("head", "agency", "office", "doctor2"):
        hidden = await world.people[who].ask(SITTING, c=student, a="A1")
        assert hidden["sitting"] is None, who
    own = {"pracPsnCode": student, "attemptId": "A1"}
    right = [{"questionId": one, "chosen": "A"} for one in ids[:11]]
    saved = await doctor.act("examSave", **own, answers=right)
    assert saved["__typename"] == "SittingSuccess", saved
    kept = (await doctor.ask(SITTING, c=student, a="A1"))["sitting"]
    assert sum(one["chosen"] == "A" for one in kept["questions"]) == 11
    assert "考试进行中" in await _next_step(world)
    second = await doctor.act("examStart", pracPsnCode=student, courseId=COURSE)
    assert second["code"] == "EXAM_OPEN"
    await doctor.act("examSubmit", **own, answers=[])
    marked = (await doctor.ask(SITTING, c=student, a="A1"))["sitting"]
    assert (marked["mark"], marked["mayAppeal"]) == (55, True)
    assert (await world.people["agency"].ask(SITTING, c=student, a="A1"))["sitting"]["mark"] == 55
    sheet = f"/export/certificate/{student}/EXAM-{student}-A1"
    for who, status in (("office", 200), ("head", 200), ("other_office", 404), ("doctor2", 404)):
        opened = await world.people[who].take(sheet, purpose="核对成绩")
        assert opened.status_code == status, (who, opened.text)
    assert "起再次考试" in await _next_step(world)
    wrong = next(one["questionId"] for one in marked["questions"] if one["right"] is False)
    appealed = await doctor.act("questionAppeal", **own, questionId=wrong, text="题意不清")
    assert appealed["__typename"] == "SittingSuccess", appealed
    await _waits(world, student)
    await _answer(world, own, wrong)
    await _waits(world, student, nobody=True)
    after = (await doctor.ask(SITTING, c=student, a="A1"))["sitting"]
    assert after["mark"] == 60
    # Who has learnt it all is told once: by the act that waits for him.
    asked = "{ inbox { waiting { kind detail } } }"
    waiting = (await world.people["student"].ask(asked))["inbox"]["waiting"]
    assert len([one for one in waiting if "提交医院党组织" in one["detail"]]) == 1
    assert "study" not in {one["kind"] for one in waiting}
    for who in ("doctor2", "office", "supervisor"):
        kinds = (await world.people[who].ask("{ inbox { waiting { kind } } }"))["inbox"]["waiting"]
        assert "study" not in {one["kind"] for one in kinds}, who


async def _next_step(world: Any) -> str:
    """What a doctor who studies reads in his inbox."""
    asked = "{ inbox { waiting { kind detail target } } }"
    waiting = (await world.people["student"].ask(asked))["inbox"]["waiting"]
    (one,) = [item for item in waiting if item["kind"] == "study"]
    assert one["target"] == "/study"
    return str(one["detail"])


async def _waits(world: Any, code: str, *, nobody: bool = False) -> None:
    """A disputed question stands in the inbox of whoever is to answer it, and of nobody else."""
    asked = "{ inbox { waiting { kind title detail target } } }"
    for who in ("agency", "inspector", "student", "office", "supervisor"):
        waiting = (await world.people[who].ask(asked))["inbox"]["waiting"]
        found = [one for one in waiting if one["kind"] == "dispute"]
        if nobody or who != "supervisor":
            assert found == [], who
            continue
        (one,) = found
        assert one["detail"] == "答复试题异议 · 题意不清"
        assert one["title"] == f"试题异议：{dict(world.doctors)[code]}，医保政策"
        assert one["target"] == "/courses"


async def _answer(world: Any, own: dict[str, Any], question: str) -> None:
    asked = "{ questionDisputes { attemptId mayAnswer question { questionId answer } } }"
    for who, may in (("agency", False), ("supervisor", True)):
        found = (await world.people[who].ask(asked))["questionDisputes"]
        assert [(one["question"]["questionId"], one["mayAnswer"]) for one in found] == [
            (question, may)
        ]
    assert (await world.people["student"].ask(asked))["questionDisputes"] == []
    before = await world.events()
    answer = {**own, "questionId": question, "outcome": "VOID", "reasons": "题意不清"}
    # Whoever brought the bank in does not judge it.
    refused = await world.people["agency"].act("questionAppealResolve", **answer)
    assert refused["code"] == "FOUR_EYES"
    assert await world.events() == before
    done = await world.people["supervisor"].act("questionAppealResolve", **answer)
    assert done["__typename"] == "StudySuccess", done


async def _sixteen_hours(world: Any, code: str) -> None:
    study = await world.people["office"].act(
        "restorationRecordStudy",
        pracPsnCode=code,
        course="集中培训",
        hours="16",
        studiedOn="2026-03-01",
        certificate=await world.people["office"].certificate(),
    )
    assert study["__typename"] == "PointsSuccess", study
