"""The crowd of `jicha bench`: every answer is timed, an error is counted and told."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cli.load.crowd import Question, crowd
from cli.load.door import Door

ASKED: list[dict[str, object]] = []


class Answer(BaseHTTPRequestHandler):
    """Answers with data, and with an error for the patient `bad`."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        ASKED.append({**body, "cookie": self.headers.get("Cookie")})
        bad = body["variables"].get("id") == "Patient:bad"
        text = json.dumps({"errors": [{"message": "no"}]} if bad else {"data": {}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture
def url() -> Iterator[str]:
    ASKED.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/graphql"
        server.shutdown()


def test_every_question_is_timed_and_sent_with_its_own_variables(url: str) -> None:
    asked = {
        "a": Question("query($id: ID!) { a(id: $id) { x } }"),
        "b": Question("query($key: String!) { b(key: $key) { x } }"),
    }
    door = Door(url, {"Cookie": "jicha_session=x"})
    figures = crowd(door, asked, ["1"], users=2, seconds=0.5, think=0.01)
    report = figures.report()
    assert report["errors"] == 0
    assert all(found["n"] >= 2 and found["p95_ms"] > 0 for found in report["questions"].values())
    assert sum(found["n"] for found in report["questions"].values()) == len(ASKED)
    assert {json.dumps(one["variables"]) for one in ASKED} == {
        '{"id": "Patient:1"}',
        '{"key": "1"}',
    }
    assert {one["cookie"] for one in ASKED} == {"jicha_session=x"}


def test_errors_are_counted_and_the_first_is_told(url: str) -> None:
    asked = {"a": Question("query($id: ID!) { a(id: $id) { x } }")}
    report = crowd(Door(url), asked, ["bad"], users=1, seconds=0.2, think=0.01).report()
    assert report["errors"] == report["questions"]["a"]["n"] > 0
    assert "no" in report["first_error"]


def test_a_door_that_nobody_opens_is_an_error_not_a_crash() -> None:
    asked = {"a": Question("{ a }")}
    door = Door("http://127.0.0.1:9/graphql")
    report = crowd(door, asked, ["1"], users=1, seconds=0.2, think=0.05).report()
    assert report["errors"] == report["questions"]["a"]["n"] > 0
