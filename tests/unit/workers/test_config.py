"""The Celery app as the stack starts it and as the API names its tasks."""

import pytest

from stack.endpoints import Endpoints
from stack.jobs import KINDS, task_name
from workers.config import CLOCKS, DELIVER, SWEEP_STAGING, TICK, celery_config
from workers.kinds import WORK
from workers.running import follow_up


def test_every_kind_of_job_has_its_task() -> None:
    assert set(WORK) == set(KINDS)


def test_the_app_registers_them_under_the_agreed_names() -> None:
    from workers.app import app

    assert {task_name(kind) for kind in KINDS} | {TICK, DELIVER, SWEEP_STAGING} <= set(app.tasks)


def test_tasks_are_acknowledged_late_and_taken_one_by_one() -> None:
    config = celery_config(Endpoints(broker_url="redis://127.0.0.1:1/0"))
    assert config["task_acks_late"] is True
    assert config["worker_prefetch_multiplier"] == 1
    scheduled = {entry["task"] for entry in config["beat_schedule"].values()}
    assert scheduled == {TICK, CLOCKS, DELIVER, SWEEP_STAGING}


@pytest.mark.parametrize(
    ("args", "kinds"),
    [
        ({}, []),
        ({"follow_up": False}, []),
        ({"follow_up": True}, ["graph_load", "audit", "rings"]),
        ({"then": ["audit", "rings"]}, ["audit", "rings"]),
        ({"then": []}, []),
    ],
)
def test_what_follows_a_job(args: dict[str, object], kinds: list[str]) -> None:
    assert follow_up(args) == kinds
