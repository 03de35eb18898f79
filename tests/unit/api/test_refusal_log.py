"""What the log says of refusals and of faults."""

import logging
from types import SimpleNamespace
from typing import Any

import pytest

from api.errors import SignInNeeded
from api.schema import build_schema


class Visitor:
    """A request without a session, or one behind which something is broken."""

    language = "zh"

    def __init__(self, problem: Exception) -> None:
        self.problem = problem
        self.request = SimpleNamespace(state=SimpleNamespace())

    @property
    def actor(self) -> Any:
        raise self.problem


async def log_of(problem: Exception, query: str, caplog: pytest.LogCaptureFixture) -> list[Any]:
    with caplog.at_level(logging.INFO):
        answer = await build_schema(open_operations=True).execute(
            query, context_value=Visitor(problem)
        )
    assert answer.errors
    return [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("query", ["{ jobs { id } }", "{ nothingOfTheKind }", "{ jobs("])
async def test_a_refusal_is_no_fault(query: str, caplog: pytest.LogCaptureFixture) -> None:
    assert await log_of(SignInNeeded(), query, caplog) == []
    assert any(record.getMessage().startswith("refused") for record in caplog.records)


async def test_a_fault_keeps_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    faults = await log_of(RuntimeError("broken"), "{ jobs { id } }", caplog)
    assert any(record.exc_info and record.exc_info[1] for record in faults)
