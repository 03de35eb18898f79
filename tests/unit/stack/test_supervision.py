"""What a killed supervisor left behind is not taken for the present."""

import socket
from pathlib import Path

import pytest

from stack.errors import ServerFailed
from stack.home import Home, write_json
from stack.settings import Settings
from stack.supervision import reported, status, supervisor_process, up
from stack.supervisor import supervise


def test_the_record_of_a_killed_supervisor_says_nothing(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    home = Home(settings.home)
    services = [{"name": "neo4j", "title": "Neo4j", "state": "running", "restarts": 3}]
    record = {"pid": 1, "started": 5.0, "services": services}
    write_json(home.run / "supervisor.json", record)
    assert reported(home) == []
    assert supervisor_process(home) is None
    rows = {row["name"]: row for row in status(settings)["services"]}
    assert (rows["neo4j"]["state"], rows["neo4j"]["restarts"]) == ("stopped", 0)


def test_a_taken_port_is_told_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        settings = Settings(home=tmp_path / "home", api_port=port)
        for start in (
            lambda: up(settings, print),
            lambda: supervise(settings, print, lambda _: None),
        ):
            with pytest.raises(ServerFailed) as told:
                start()
            assert f"port {port} is used" in told.value.message_en
            assert "JICHA_API_PORT" in told.value.message_zh
            assert told.value.message_en.isascii()
    assert not list((tmp_path / "home" / "logs").iterdir()), "no server was started"
