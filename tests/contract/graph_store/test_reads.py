"""What each person sees: cases, files, evidence, the log, the inbox; paging; sign-in."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from filing import declined

from casework.actors import Role, Viewer, console
from casework.commands import agreement as g
from casework.commands import case as c
from casework.commands import points as p
from casework.commands.accounts import CreateAccount, DisableAccount, UnlockAccount
from casework.commands.documents import IssueForm
from casework.refusal import Refusal
from graph.accounts.passwords import (
    change_password,
    create_account,
    reset_password,
    unlock_account,
)
from graph.accounts.read import every_account, find_account, list_accounts
from graph.accounts.sign_in import sign_in
from graph.accounts.tokens import actor_of_token, issue_token, revoke_token
from graph.cases.file import case_file
from graph.cases.inbox import inbox
from graph.cases.list import CaseFilter, count_cases, list_cases
from graph.cases.page import case_page
from graph.commands import execute
from graph.events.log import LogFilter, cursor_of, read_log
from graph.points.list import list_files
from graph.points.page import points_page
from tests import filing as steps

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


async def notified(store: Any, people: Any, lead: Any) -> None:
    """An agreement handling that the institution has been told of."""
    await execute(store, replace(lead, path=c.Path.AGREEMENT), people["agency"], AT)
    measure = g.Measure(g.MeasureKind.RECOVERY, lead.findings[0].amount, clause="第八十二条")
    await execute(store, c.ListLines(case_no="C1"), people["agency"], AT)
    judge = c.JudgeLines(
        case_no="C1", verdict=c.LineVerdict.CONFIRMED, where=c.LineFilter(state="open")
    )
    await execute(store, judge, people["agency"], AT)
    propose = g.ProposeHandling(case_no="C1", measures=(measure,), reasons="x")
    await execute(store, propose, people["agency"], AT)
    await execute(store, IssueForm(case_no="C1", form_id="handling_notice"), people["agency"], AT)
    tell = g.NotifyHandling(case_no="C1", way=c.ServiceWay.DIRECT, served_on=date(2026, 3, 2))
    await execute(store, tell, people["agency"], AT)


async def test_institution_sees_its_case_only_once_told(store: Any, people: Any, lead: Any) -> None:
    await execute(store, replace(lead, path=c.Path.AGREEMENT), people["agency"], AT)
    assert await case_page(store, Viewer(people["office"]), "C1", AT) is None
    await store.execute_query("MATCH (n:Case|Stream|Event) DETACH DELETE n")
    await notified(store, people, lead)
    page = await case_page(store, Viewer(people["office"]), "C1", AT)
    assert page is not None
    assert [e.type for e in page.events] == ["HandlingNotified"]
    assert page.state.findings == ()
    assert page.actions[0].name == "StateDefence"
    for login in ("other", "doc", "sys", "aud"):
        assert await case_page(store, Viewer(people[login]), "C1", AT) is None
        assert (await list_cases(store, Viewer(people[login]))).rows == ()
    (row,) = (await list_cases(store, Viewer(people["office"]))).rows
    # Where the lead came from would tell that somebody reported.
    assert (row.source, page.state.source) == ("", "")


async def test_lists_page_by_keyset(store: Any, people: Any, lead: Any) -> None:
    for n in range(7):
        command = replace(lead, case_no=f"K{n}", findings=(), ring_ids=())
        await execute(store, command, people["ins1"], AT + timedelta(minutes=n // 2))
    viewer, seen, after = Viewer(people["sup"]), [], None
    while True:
        page = await list_cases(store, viewer, first=2, after=after)
        seen += [row.case_no for row in page.rows]
        if not page.has_more:
            break
        after = page.rows[-1].cursor
    assert seen == ["K6", "K5", "K4", "K3", "K2", "K1", "K0"]
    found = await list_cases(store, viewer, CaseFilter(text="K3"))
    assert [row.case_no for row in found.rows] == ["K3"]


async def test_a_party_goes_by_the_name_that_its_code_has(
    store: Any, people: Any, lead: Any
) -> None:
    typed = replace(lead, party=replace(lead.party, name="县医院"), findings=(), ring_ids=())
    await execute(store, replace(typed, case_no="C1"), people["ins1"], AT)
    await store.execute_query(
        "CREATE (:Institution {fixmedins_code: $code, fixmedins_name: '云溪县人民医院'})",
        code=lead.party.key,
    )
    await execute(store, replace(typed, case_no="C2"), people["ins1"], AT)
    rows = (await list_cases(store, Viewer(people["sup"]))).rows
    # What the map does not know keeps the name that was typed.
    assert {row.case_no: row.party_name for row in rows} == {"C1": "县医院", "C2": "云溪县人民医院"}


async def test_work_goes_into_open_cases_of_mine_or_of_nobody_yet(
    store: Any, people: Any, lead: Any
) -> None:
    officers = (c.OfficerRef("ins1", "皖1"), c.OfficerRef("ins2", "皖2"))
    for number in ("C1", "C2", "C3"):
        bare = replace(lead, case_no=number, findings=(), ring_ids=())
        await execute(store, bare, people["ins1"], AT)
    await execute(store, c.AssignOfficers(case_no="C1", officers=officers), people["sup"], AT)
    await declined(store, people, "C3", AT, "查无此事")

    async def into(login: str) -> set[str]:
        wanted = CaseFilter(workable_by=people[login].account)
        return {
            row.case_no for row in (await list_cases(store, Viewer(people[login]), wanted)).rows
        }

    assert await into("ins1") == {"C1", "C2"}
    assert await into("agency") == {"C2"}


async def test_inbox_shows_what_waits_for_each(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    items = await inbox(store, Viewer(people["sup"]), AT)
    assert [(i.key, i.action) for i in items] == [("C1", "AssignOfficers")]
    assert items[0].deadline is not None
    assert items[0].deadline.id == "clue_check"
    assert await inbox(store, Viewer(people["ins2"]), AT) == ()
    for login in ("sys", "aud", "other"):
        assert await inbox(store, Viewer(people[login]), AT) == ()


async def test_inbox_reads_on_past_cases_that_wait_for_somebody_else(
    store: Any, people: Any, lead: Any
) -> None:
    officers = (c.OfficerRef("ins1", "皖1"), c.OfficerRef("ins2", "皖2"))
    for number, later in (("C1", 0), ("C2", 1)):
        at = AT + timedelta(days=later)
        await execute(store, replace(lead, case_no=number, findings=()), people["ins1"], at)
        await execute(store, c.AssignOfficers(case_no=number, officers=officers), people["sup"], at)
        await execute(store, steps.proposed(number), people["ins1"], at)
    task = c.AddTask(case_no="C2", title="调取病历", assignee="ins1")
    await execute(store, task, people["ins1"], AT + timedelta(days=1))
    # C1 is due first and names ins1 as its officer, but what it waits for is the supervisor's act.
    found = await inbox(store, Viewer(people["ins1"]), AT + timedelta(days=1), limit=1)
    assert [(item.key, item.action) for item in found] == [("C2", "FinishTask")]
    waiting = await inbox(store, Viewer(people["sup"]), AT + timedelta(days=1), limit=1)
    assert [item.key for item in waiting] == ["C1"]


async def test_person_is_masked_without_purpose(store: Any, people: Any, lead: Any) -> None:
    party = c.Party(c.PartyKind.PERSON, "P1", "张三丰")
    named = replace(lead, party=party, title="张三丰涉嫌出借医保凭证案", summary="举报张三丰借卡。")
    await execute(store, named, people["ins1"], AT)
    masked = await case_page(store, Viewer(people["ins1"]), "C1", AT)
    assert masked is not None
    assert masked.state.party is not None
    assert masked.state.party.name == "张**"
    assert "张三丰" not in str(masked.events)
    assert "张三丰" not in str(masked.state)
    assert masked.state.title == "张**涉嫌出借医保凭证案"
    (row,) = (await list_cases(store, Viewer(people["ins1"]))).rows
    assert row.title == "张**涉嫌出借医保凭证案"
    assert "张三丰" not in str(await inbox(store, Viewer(people["sup"]), AT))
    assert masked.intact
    clear = await case_page(store, Viewer(people["ins1"], "询问当事人"), "C1", AT)
    assert clear is not None
    assert "张三丰" in str(clear.events)


async def test_points_files_by_scope(store: Any, people: Any) -> None:
    record = p.RecordScore(
        prac_psn_code="D1",
        prac_psn_name="李医生",
        fixmedins_code="H34162300001",
        act="tiaoli_40",
        responsibility=p.Responsibility.PRIMARY,
        points=12,
        conduct_on=date(2025, 6, 1),
        conduct_to=date(2025, 6, 1),
        basis=p.Basis(p.BasisKind.DOCUMENT, "处〔2026〕1号", date(2026, 1, 15), "县局"),
        reasons="虚构医药服务",
    )
    await execute(store, record, people["agency"], AT)
    await execute(
        store, replace(record, prac_psn_code="D2", fixmedins_code="H2"), people["agency"], AT
    )
    seen = {}
    for login in people:
        files = await list_files(store, Viewer(people[login]), AT)
        seen[login] = [f.state.prac_psn_code for f in files.rows]
    assert seen["sup"] == ["D1", "D2"]
    assert seen["office"] == ["D1"]
    assert seen["doc"] == ["D1"]
    assert seen["other"] == ["D2"]
    assert seen["sys"] == seen["aud"] == []
    page = await points_page(store, Viewer(people["doc"]), "D1", AT)
    assert page is not None
    assert (page.standing.zh, str(page.standing.until)) == ("终止", "2029-03-01")
    assert await points_page(store, Viewer(people["other"]), "D1", AT) is None


async def test_only_the_auditor_reads_the_log(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    viewer, seen, after = Viewer(people["aud"]), [], None
    while True:
        page = await read_log(store, viewer, first=3, after=after)
        seen += [(e.stream, e.seq) for e in page.events]
        if not page.has_more:
            break
        after = cursor_of(page.events[-1])
    assert len(seen) == len(set(seen)) == 16
    cases = await read_log(store, viewer, LogFilter(stream="case:"))
    assert [e.type for e in cases.events] == ["CaseOpened"]
    for login in ("sup", "head", "sys", "office"):
        with pytest.raises(Refusal) as refused:
            await read_log(store, Viewer(people[login]))
        assert refused.value.code == "ROLE_REQUIRED"


async def test_case_file_gathers_events_and_clocks(store: Any, people: Any, lead: Any) -> None:
    await execute(store, lead, people["ins1"], AT)
    viewer = Viewer(people["ins1"], "制作卷宗")
    file = await case_file(store, viewer, "C1", AT, bureau_name="云溪县医疗保障局")
    assert file is not None
    assert (file.case_no, str(file.amount), len(file.events)) == ("C1", "4113.00", 1)


async def test_password_life(store: Any, people: Any) -> None:
    security = replace(
        people["sys"], account="sec", person="p-sec", roles=frozenset({Role.SECURITY_ADMIN})
    )
    command = CreateAccount(
        login="neu", name="新人", person="p-neu", roles=frozenset({Role.INSPECTOR})
    )
    first = await create_account(store, command, security, AT)
    account = await sign_in(store, "neu", first, AT)
    assert account.must_change_password
    with pytest.raises(Refusal) as refused:
        await actor_of_token(store, await issue_token(store, "neu", AT), AT)
    assert refused.value.code == "PASSWORD_CHANGE_REQUIRED"
    for weak in ("short1A", "neu-Passwort-1", "alllowercase"):
        with pytest.raises(Refusal) as refused:
            await change_password(store, account.actor, first, weak, AT)
        assert refused.value.code == "WEAK_PASSWORD"
    await change_password(store, account.actor, first, "Jicha-2026-ok", AT)
    token = await issue_token(store, "neu", AT)
    assert (await actor_of_token(store, token, AT)).account == "neu"
    with pytest.raises(Refusal):
        await actor_of_token(store, token, AT + timedelta(hours=13))
    await revoke_token(store, token)
    with pytest.raises(Refusal):
        await actor_of_token(store, token, AT)
    second = await reset_password(store, _reset("neu"), security, AT)
    with pytest.raises(Refusal):
        await sign_in(store, "neu", "Jicha-2026-ok", AT)
    assert (await sign_in(store, "neu", second, AT)).must_change_password
    rows, _, _ = await store.execute_query("MATCH (e:Event) RETURN e.data AS d")
    assert not any(secret in row["d"] for row in rows for secret in (first, second, "argon2"))


async def test_failures_lock_and_unlocking_is_an_event(store: Any, people: Any) -> None:
    security = replace(
        people["sys"], account="sec", person="p-sec", roles=frozenset({Role.SECURITY_ADMIN})
    )
    command = CreateAccount(
        login="neu", name="新人", person="p-neu", roles=frozenset({Role.INSPECTOR})
    )
    password = await create_account(store, command, security, AT)
    for _ in range(5):
        with pytest.raises(Refusal) as refused:
            await sign_in(store, "neu", "wrong", AT)
        assert refused.value.code == "BAD_CREDENTIALS"
    with pytest.raises(Refusal) as refused:
        await sign_in(store, "neu", password, AT)
    assert refused.value.code == "ACCOUNT_LOCKED"
    await unlock_account(store, UnlockAccount(login="neu", reason="本人申请"), security, AT)
    assert (await sign_in(store, "neu", password, AT)).actor.account == "neu"
    await execute(store, DisableAccount(login="neu", reason="离职"), security, AT)
    with pytest.raises(Refusal) as refused:
        await sign_in(store, "neu", password, AT)
    assert refused.value.code == "ACCOUNT_DISABLED"
    log = await read_log(store, Viewer(people["aud"]), LogFilter(stream="access:neu"))
    assert [e.type for e in log.events].count("SignInFailed") == 7
    with pytest.raises(Refusal) as refused:
        await sign_in(store, "nobody", "x", AT)
    assert refused.value.code == "BAD_CREDENTIALS"
    assert await find_account(store, "nobody") is None


async def test_who_lists_accounts(store: Any, people: Any) -> None:
    bureau = await list_accounts(store, Viewer(people["sup"]))
    own = {"ins1", "ins2", "sup", "legal", "head", "agency", "chief"}
    assert {a.actor.account for a in bureau} == own
    for login in ("sys", "office", "doc"):
        with pytest.raises(Refusal):
            await list_accounts(store, Viewer(people[login]))


def _reset(login: str) -> Any:
    from casework.commands.accounts import ResetPassword

    return ResetPassword(login=login, reason="遗失")


async def test_counts_and_accounts_do_not_end_at_a_page(store: Any, people: Any) -> None:
    await store.execute_query(
        "UNWIND range(1, 250) AS n CREATE (:Case {case_no: 'N' + n, opened_at: "
        "'2026-01-01T00:00:00.000000+00:00', is_open: n % 2 = 0, notified: false, "
        "party_kind: 'institution', party_key: $h, stage: 'clue'})",
        h=people["office"].fixmedins_code,
    )
    await store.execute_query(
        "UNWIND range(1, 1100) AS n CREATE (:Account {account: 'many' + n, name: 'x', person: 'x', "
        "roles: [CASE n % 2 WHEN 0 THEN 'inspector' ELSE 'physician' END], version: 1, "
        "disabled: false, must_change: false})"
    )
    assert await count_cases(store, Viewer(people["ins1"])) == 250
    assert await count_cases(store, Viewer(people["ins1"]), CaseFilter(is_open=True)) == 125
    assert await count_cases(store, Viewer(people["office"])) == 0
    assert await count_cases(store, Viewer(people["sys"])) == 0
    everyone = await every_account(store, Viewer(console("tester")))
    assert len(everyone) == 1100 + len(people)
    colleagues = await every_account(store, Viewer(people["ins1"]))
    assert sum(a.actor.account.startswith("many") for a in colleagues) == 550
