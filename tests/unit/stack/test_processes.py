"""Pid files, ports, notes of users and maintenance after a `kill -9`."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from stack import users
from stack.apps import Beat
from stack.errors import UnderMaintenance
from stack.home import Home, read_json, write_json
from stack.maintenance import held_by, maintenance, refuse_if_held
from stack.ports import choose_ports, known_ports
from stack.process import Launch, identity, listens, recorded, spawn, stop, wait_until
from stack.settings import Settings


def sleeper(home: Home) -> psutil.Process:
    launch = Launch([sys.executable, "-c", "import time; time.sleep(60)"], home.tmp, {})
    spawn(launch, home.run / "s.json", home.logs / "s.log")
    found = recorded(home.run / "s.json")
    assert found is not None
    return found


def dead_identity() -> dict[str, float | int]:
    child = subprocess.Popen([sys.executable, "-c", "pass"])
    who = identity(child.pid)
    child.wait()
    return who


def test_a_process_is_found_again_and_gone_after_its_end(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    found = sleeper(home)
    stop(found, 5)
    assert recorded(home.run / "s.json") is None


@pytest.mark.parametrize("manners", ["", "signal.signal(signal.SIGTERM, signal.SIG_IGN); "])
def test_a_family_ends_with_its_head(tmp_path: Path, manners: str) -> None:
    home = Home(tmp_path / "home")
    program = (
        "import signal, subprocess, sys, time; "
        f"{manners}"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        "print('ready', flush=True); time.sleep(60)"
    )
    log = home.logs / "s.log"
    spawn(Launch([sys.executable, "-c", program], home.tmp, {}), home.run / "s.json", log)
    assert wait_until(lambda: "ready" in log.read_text("utf-8"), 30)
    head = recorded(home.run / "s.json")
    assert head is not None
    family = [head, *head.children(recursive=True)]
    assert len(family) == 2
    stop(head, 0.5)
    for one in family:
        assert not one.is_running() or one.status() == psutil.STATUS_ZOMBIE
    stop(head, 0.5)  # gone already: nothing to do


def test_a_pid_that_was_given_to_another_program_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    write_json(path, {"pid": os.getpid(), "started": 12345.0})
    assert recorded(path) is None
    path.write_text('{"pid": 12')  # cut off by a crash
    assert recorded(path) is None


def test_ports_are_kept_and_exchanged_when_taken(tmp_path: Path) -> None:
    import socket

    home = Home(tmp_path / "home")
    first = choose_ports(home, "x", ("a", "b"))
    assert choose_ports(home, "x", ("a", "b")) == first == known_ports(home, "x")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first["a"]))
        taken.listen()
        second = choose_ports(home, "x", ("a", "b"))
    assert second["a"] != first["a"]
    assert choose_ports(home, "y", ("a",))["a"] not in second.values()
    assert (home.run / "endpoints.json").stat().st_mode & 0o777 == 0o600


def test_a_port_that_another_process_answers_on_is_not_this_one_s(tmp_path: Path) -> None:
    import socket

    home = Home(tmp_path / "home")
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        assert listens(psutil.Process(), port)
        other = sleeper(home)
        assert not listens(other, port)
        stop(other, 5)
    assert not listens(psutil.Process(), port)
    assert not listens(other, port)


def test_our_own_apps_hear_of_a_server_that_moved(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    choose_ports(home, "neo4j", ("bolt",))
    beat = Beat(home, Settings(home=home.root))
    assert not beat.outdated()  # one found running: nothing is known of it
    beat.remember_addresses()
    choose_ports(home, "api", ("http",))
    assert not beat.outdated()
    write_json(home.run / "endpoints.json", {"neo4j": {"bolt": 1}})
    assert beat.outdated()


def test_the_last_user_is_told_and_the_dead_do_not_count(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    mine, again = users.register(home, "neo4j"), users.register(home, "neo4j")
    write_json(mine.parent / "1-0.json", dead_identity())
    assert users.leave(mine) is False
    assert users.leave(again) is True
    assert not users.in_use(home, "neo4j")


def test_maintenance_holds_against_others_and_ends_with_its_owner(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with maintenance(home, ["neo4j"], "offline import"):
        assert held_by(home, "neo4j") == (os.getpid(), "offline import")
        refuse_if_held(home, "neo4j")  # not against ourselves
        assert held_by(home, "s3") is None
    assert held_by(home, "neo4j") is None
    write_json(home.run / "maintenance.json", {**identity(1), "services": ["s3"], "reason": "x"})
    with pytest.raises(UnderMaintenance):
        refuse_if_held(home, "s3")
    with pytest.raises(UnderMaintenance), maintenance(home, ["neo4j"], "backup"):
        pass
    dead = {**dead_identity(), "services": ["s3"], "reason": "x"}
    write_json(home.run / "maintenance.json", dead)
    refuse_if_held(home, "s3")


def test_secrets_are_made_once_and_private(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    first = home.secret("neo4j")
    assert home.secret("neo4j") == first != home.secret("valkey")
    assert len(first) == 48
    assert (tmp_path / "home" / "secrets" / "neo4j").stat().st_mode & 0o777 == 0o600
    assert read_json(tmp_path / "none.json") == {}
