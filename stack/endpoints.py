"""The addresses and keys of the three servers, as one value."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Endpoints:
    """Where the graph, the broker and the object store answer.

    An empty string means that this server was not asked for. Secrets stay out of `repr`,
    so a logged or raised value never shows them.
    """

    neo4j_uri: str = ""
    neo4j_user: str = "neo4j"
    neo4j_password: str = field(default="", repr=False)
    broker_url: str = field(default="", repr=False)
    s3_endpoint: str = ""
    s3_access_key: str = field(default="", repr=False)
    s3_secret_key: str = field(default="", repr=False)
