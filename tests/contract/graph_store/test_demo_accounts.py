"""The accounts of a first start are handed over even when that start was killed in between."""

from datetime import UTC, datetime, timedelta
from typing import Any

import neo4j
import pytest

from casework.refusal import Refusal
from cli.demo import people
from cli.demo.people import Hospital, make_accounts
from graph.accounts.sign_in import sign_in
from graph.events.verify import verify_all
from graph.migrate import migrate

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSPITAL = Hospital("H1", "云溪县人民医院", (("D1", "王一"), ("D2", "李二")))


class Killed(BaseException):
    """The process ended here."""


async def test_a_start_that_was_killed_hands_its_accounts_over_at_the_next(
    clean_graph: neo4j.AsyncDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    await migrate(clean_graph)
    real, calls = people.change_password, 0

    async def dying(*given: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise Killed
        return await real(*given)

    monkeypatch.setattr(people, "change_password", dying)
    with pytest.raises(Killed):
        await make_accounts(clean_graph, HOSPITAL, "root", AT, shown=False)
    monkeypatch.undo()

    # Killed once more, after all were made and before they were printed.
    lost = await make_accounts(clean_graph, HOSPITAL, "root", AT, shown=False)
    assert len({person.password for person in lost}) == len(lost) == 15
    await sign_in(clean_graph, "jicha1", password_of(lost, "jicha1"), AT)

    given = await make_accounts(clean_graph, HOSPITAL, "root", AT + timedelta(hours=1), shown=False)
    # Who has signed in knows his password; nobody takes it from him.
    assert password_of(given, "jicha1") == ""
    for login in ("anquan", "juzhang"):
        with pytest.raises(Refusal):
            await sign_in(clean_graph, login, password_of(lost, login), AT)
        account = await sign_in(clean_graph, login, password_of(given, login), AT)
        assert not account.must_change_password

    again = await make_accounts(clean_graph, HOSPITAL, "root", AT, shown=True)
    assert {person.password for person in again} == {""}
    assert (await verify_all(clean_graph)).intact


def password_of(made: list[people.Person], login: str) -> str:
    return next(person.password for person in made if person.account == login)
