"""A crowd of users: each asks, reads, thinks and asks again; their times are kept."""

import json
import random
import statistics
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cli.load.door import Door


@dataclass(frozen=True)
class Question:
    """A GraphQL document; of the key it takes what it names: `id` (a patient's public id), `key`, `caseNo`.

    `fixed` are variables that are the same for every key.
    """

    query: str
    fixed: Mapping[str, Any] = field(default_factory=dict)

    def body(self, key: str) -> bytes:
        """The request for a key; a variable that the document does not name is left out."""
        every = {"id": f"Patient:{key}", "key": key, "caseNo": key, **self.fixed}
        given = {name: value for name, value in every.items() if f"${name}" in self.query}
        return json.dumps({"query": self.query, "variables": given}).encode()


@dataclass
class Figures:
    """Milliseconds by question, how many answers were errors, over how many seconds."""

    taken: dict[str, list[float]] = field(default_factory=dict)
    errors: int = 0
    first_error: str = ""
    seconds: float = 0.0

    def report(self) -> dict[str, Any]:
        """Percentiles and answers a second."""
        number = sum(len(times) for times in self.taken.values())
        found: dict[str, Any] = {
            "questions": {name: _percentiles(times) for name, times in self.taken.items()},
            "requests_per_second": round(number / self.seconds, 1) if self.seconds else 0.0,
            "errors": self.errors,
        }
        return found | ({"first_error": self.first_error} if self.first_error else {})


def crowd(
    at: Door,
    asked: dict[str, Question],
    keys: list[str],
    *,
    users: int,
    seconds: float,
    think: float,
) -> Figures:
    """Let `users` ask for so many seconds, pausing `think` seconds (±50 %, evenly) in between."""
    figures = Figures({name: [] for name in asked})
    lock, until = threading.Lock(), time.monotonic() + seconds
    began = time.monotonic()

    def user(number: int) -> None:
        rng = random.Random(number)  # noqa: S311  (a fair spread, nothing secret)
        # Nobody starts at the same moment.
        time.sleep(rng.random() * think)
        with at.connection() as ask:
            turn = number
            while time.monotonic() < until:
                name = list(asked)[turn % len(asked)]
                turn += 1
                start = time.perf_counter()
                error = ask(asked[name].body(rng.choice(keys)))
                spent = (time.perf_counter() - start) * 1000
                with lock:
                    figures.taken[name].append(spent)
                    figures.errors += bool(error)
                    figures.first_error = figures.first_error or error
                time.sleep(think * (0.5 + rng.random()))

    threads = [threading.Thread(target=user, args=(n,), daemon=True) for n in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + 60)
    figures.seconds = time.monotonic() - began
    return figures


def _percentiles(times: list[float]) -> dict[str, Any]:
    if len(times) < 2:
        return {"n": len(times), "p50_ms": None, "p95_ms": None}
    cuts = statistics.quantiles(times, n=100)
    return {"n": len(times), "p50_ms": round(cuts[49], 1), "p95_ms": round(cuts[94], 1)}
