"""A server that dies is started again after growing pauses, and `jicha status` shows it."""

import errno
import json
import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from stack.errors import ServerFailed
from stack.home import Home, write_json
from stack.keeper import LONGEST_PAUSE_SECONDS, STABLE_SECONDS, Keeper
from stack.process import identity
from stack.settings import Settings
from stack.supervision import status


@dataclass
class Fake:
    """A service without a process: the test says when it runs and whether it can start."""

    home: Home
    name: str = "valkey"
    title: str = "Valkey"
    live: Any = None
    broken: bool = False
    starts: int = 0
    moved: bool = False

    def outdated(self) -> bool:
        return self.moved

    def stop(self, _say: Any) -> None:
        self.live = None

    def running(self) -> Any:
        return self.live

    def start(self, _say: Any) -> bool:
        if self.broken:
            raise ServerFailed("没有启动成功", "did not start")
        self.starts += 1
        self.moved = False
        self.live = SimpleNamespace(pid=4000 + self.starts)
        return True


@dataclass
class World:
    """A keeper, its service, and a clock that the test turns."""

    service: Fake
    now: float = 0.0
    published: list[dict[str, Any]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    full: bool = False

    def __post_init__(self) -> None:
        self.keeper = Keeper(
            self.service,  # type: ignore[arg-type]
            may_start=lambda: True,
            changed=self.publish,
            say=self.said.append,
            halt=threading.Event(),
            clock=lambda: self.now,
        )

    def publish(self) -> None:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        self.published.append(dict(self.keeper.snapshot()))

    def look(self) -> float:
        """One look; the clock then goes on by what the keeper waits."""
        wait = self.keeper.look()
        self.now += wait
        return wait

    def die(self) -> float:
        """The process ends; returns the pause that the keeper makes of it."""
        self.service.live = None
        return self.look()


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(Fake(Home(tmp_path / "home")))


def test_pauses_double_up_to_the_longest(world: World) -> None:
    world.look()
    pauses = []
    for _ in range(8):
        pauses.append(world.die())
        world.look()
    assert pauses == [1, 2, 4, 8, 16, 32, LONGEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS]
    assert world.keeper.report.restarts == 8
    assert world.service.starts == 9


def test_one_that_ran_long_enough_starts_with_the_first_pause_again(world: World) -> None:
    world.look()
    for _ in range(4):
        world.die()
        world.look()
    world.now += STABLE_SECONDS + 1
    world.look()
    assert world.die() == 1


def test_a_start_that_fails_rests_longer_each_time_and_counts_no_restart(world: World) -> None:
    world.service.broken = True
    assert [world.look() for _ in range(3)] == [1, 2, 4]
    assert world.keeper.report.state == "backing_off"
    assert world.keeper.report.restarts == 0
    world.service.broken = False
    world.look()
    assert (world.keeper.report.state, world.keeper.report.pause_seconds) == ("running", 0.0)


def test_one_whose_addresses_moved_is_started_again_at_once(world: World) -> None:
    world.look()
    world.service.moved = True
    assert world.look() == 0
    world.look()
    assert (world.service.starts, world.keeper.report.state) == (2, "running")
    assert world.keeper.report.restarts == 0
    world.look()
    assert world.service.starts == 2


def test_every_change_is_published(world: World) -> None:
    world.look()
    world.die()
    world.look()
    told = [(one["state"], one["restarts"], one["pause_seconds"]) for one in world.published]
    assert told == [
        ("starting", 0, 0.0),
        ("running", 0, 0.0),
        ("backing_off", 0, 1.0),
        ("starting", 0, 0.0),
        ("running", 1, 0.0),
    ]
    assert "restart in 1 s" in world.said[0]


def test_a_full_disk_ends_no_watch_and_the_state_is_told_once_there_is_room(world: World) -> None:
    world.look()
    world.full = True
    world.die()
    assert world.keeper.report.state == "backing_off"
    assert [one["state"] for one in world.published] == ["starting", "running"]
    world.look()
    assert world.service.starts == 1
    world.full = False
    world.look()
    assert world.service.starts == 2
    assert [one["state"] for one in world.published][2:] == ["backing_off", "starting", "running"]


def test_status_shows_what_rests_and_what_came_back(world: World) -> None:
    home = world.service.home
    world.look()
    world.die()
    write_json(
        home.run / "supervisor.json",
        {**identity(os.getpid()), "services": [world.keeper.snapshot()]},
    )
    settings = Settings(home=home.root)
    rows = {row["name"]: row for row in status(settings)["services"]}
    row = json.loads(json.dumps(rows["valkey"]))
    assert (row["state"], row["pause_seconds"], row["healthy"]) == ("backing_off", 1.0, False)
    assert (row["error"], row["error_en"]) == ("进程结束", "process ended")
