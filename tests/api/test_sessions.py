"""Signing in and out, one session for each account, one-time passwords, and proof of origin."""

from typing import Any

from api.sessions.store import COOKIE

SIGN_IN = (
    "mutation($a: String!, $p: String!) { r: sessionSignIn(input: {account: $a, password: $p}) "
    "{ __typename ... on SignInFailed { code message retryAfterSeconds } } }"
)
ME = "{ session { me { account roles pages } csrfToken mustChangePassword } }"
ELSEWHERE = "{ session { endedElsewhere } }"
NOTE = {"caseNo": "NOPE", "text": "x"}


async def test_without_a_session_nobody_is_anybody(world: Any) -> None:
    found = await world.browser().ask(ME)
    assert found["session"] == {"me": None, "csrfToken": None, "mustChangePassword": False}


async def test_wrong_password_says_nothing_about_the_account(world: Any) -> None:
    known = await world.browser().ask(SIGN_IN, a="head", p="wrong-Wrong-1")
    unknown = await world.browser().ask(SIGN_IN, a="nobody-here", p="wrong-Wrong-1")
    assert known["r"] == unknown["r"]
    assert known["r"]["__typename"] == "SignInFailed"


async def test_guessing_is_slowed_down(world: Any) -> None:
    desk = world.browser()
    answers = [await desk.ask(SIGN_IN, a="guessed", p=f"Guess-{n}-word") for n in range(7)]
    assert answers[-1]["r"]["code"] == "TOO_MANY_TRIES"
    assert answers[-1]["r"]["retryAfterSeconds"] > 0


async def test_the_cookie_is_out_of_reach_of_scripts(world: Any) -> None:
    desk = await world.sign_in("legal")
    cookie = next(c for c in desk.http.cookies.jar if c.name == COOKIE)
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "strict"
    world.people["legal"] = desk


async def test_a_second_sign_in_ends_the_first(world: Any) -> None:
    first = await world.sign_in("system")
    second = await world.sign_in("system")
    assert (await first.ask(ME))["session"]["me"] is None
    assert (await first.ask(ELSEWHERE))["session"] == {"endedElsewhere": True}
    assert (await second.ask(ELSEWHERE))["session"] == {"endedElsewhere": False}
    assert (await world.browser().ask(ELSEWHERE))["session"] == {"endedElsewhere": False}
    assert (await second.ask(ME))["session"]["me"]["account"] == "system"
    world.people["system"] = second


async def test_changes_need_the_token_of_our_own_page(world: Any) -> None:
    desk, before = world.people["inspector"], await world.events()
    forged = await desk.http.post(
        "/graphql",
        json={
            "query": "mutation($input: CaseAddNoteInput!) { r: caseAddNote(input: $input) "
            "{ __typename } }",
            "variables": {"input": NOTE},
        },
    )
    assert forged.status_code == 403
    assert forged.json()["code"] == "CSRF"
    assert await world.events() == before


async def test_a_one_time_password_opens_only_its_replacement(world: Any) -> None:
    made = await world.people["security"].ask(
        "mutation($input: AccountCreateInput!) { r: accountCreate(input: $input) { __typename "
        "... on AccountSuccess { oneTimePassword account { mustChangePassword } } } }",
        input={"login": "newcomer", "name": "新人", "person": "newcomer", "roles": ["INSPECTOR"]},
    )
    once = made["r"]["oneTimePassword"]
    desk = await world.sign_in("newcomer", once)
    refused = await desk.raw("{ cases { nodes { caseNo } } }")
    assert refused["data"] is None
    changed = await desk.ask(
        "mutation($o: String!, $n: String!) { r: sessionChangePassword(input: {oldPassword: $o, "
        "newPassword: $n}) { __typename ... on SessionSuccess { session { csrfToken "
        "mustChangePassword } } } }",
        o=once,
        n="Eigenes-Wort-2468",
    )
    assert changed["r"]["session"]["mustChangePassword"] is False
    desk.csrf = changed["r"]["session"]["csrfToken"]
    assert (await desk.ask("{ cases { nodes { caseNo } } }"))["cases"]["nodes"] is not None
    disabled = await world.people["security"].act("accountDisable", login="newcomer", reason="离岗")
    assert disabled["__typename"] == "AccountSuccess"
    assert (await desk.ask(ME))["session"]["me"] is None


async def test_a_weak_password_is_refused_with_the_rule(world: Any) -> None:
    desk = world.people["legal"]
    answer = await desk.ask(
        'mutation { r: sessionChangePassword(input: {oldPassword: "Pruefung-weiss-7391", '
        'newPassword: "short"}) { __typename ... on UserError { code message } } }'
    )
    assert answer["r"]["__typename"] == "InvalidInput"
    assert answer["r"]["code"] == "WEAK_PASSWORD"
