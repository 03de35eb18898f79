"""Everything that `jicha up` keeps running, in the order of starting."""

from collections.abc import Iterable
from dataclasses import dataclass

from stack.apps import Api, Beat, Worker
from stack.ground import embedded
from stack.home import Home
from stack.service import EmbeddedServer, Service
from stack.settings import Settings

# Stopped in this order: first who writes, then what is written to.
STOP_ORDER = (("api",), ("beat", "worker"), ("neo4j", "s3"), ("valkey",))


@dataclass(frozen=True)
class Post:
    """A service and what has to be there before it starts.

    `spawned`: these have an address. `ready`: these answer.
    """

    service: Service
    spawned: tuple[str, ...] = ()
    ready: tuple[str, ...] = ()


def roster(settings: Settings) -> list[Post]:
    """The posts under these settings: embedded servers, the API, the worker, beat.

    The API needs only addresses, so it loads while Neo4j starts; the worker comes after.
    """
    home = Home(settings.home)
    grounds = embedded(settings)
    names = tuple(grounds)
    return [
        *(Post(server) for server in grounds.values()),
        Post(Api(home, settings), spawned=names),
        Post(Worker(home, settings), ready=(*names, "api")),
        Post(Beat(home, settings), ready=(*names, "api")),
    ]


def refuse_taken_ports(posts: Iterable[Post]) -> None:
    """Before anything starts: raises `ServerFailed` when another program has a configured port."""
    for post in posts:
        if not post.service.running():
            post.service.refuse_taken_port()


def is_server(service: Service) -> bool:
    """Whether other commands may use this service, too."""
    return isinstance(service, EmbeddedServer)
