"""What a killed supervisor left behind is not taken for the present."""

from pathlib import Path

from stack.home import Home, write_json
from stack.settings import Settings
from stack.supervision import reported, status, supervisor_process


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
