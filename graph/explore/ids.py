"""Public node ids: the kind, a colon and the key."""

from dataclasses import dataclass
from typing import Final, LiteralString

from casework.refusal import refuse
from graph.schema import KINDS

# The start of every query that begins at one known node.
FIND: Final[dict[str, LiteralString]] = {
    "Patient": "MATCH (a:Patient {psn_no: $key}) ",
    "Doctor": "MATCH (a:Doctor {prac_psn_code: $key}) ",
    "Institution": "MATCH (a:Institution {fixmedins_code: $key}) ",
    "Settlement": "MATCH (a:Settlement {setl_id: $key}) ",
    "Phone": "MATCH (a:Phone {key: $key}) ",
    "Address": "MATCH (a:Address {key: $key}) ",
    "Employer": "MATCH (a:Employer {key: $key}) ",
    "Bed": "MATCH (a:Bed {key: $key}) ",
    "Terminal": "MATCH (a:Terminal {key: $key}) ",
}
# The same for many keys at once.
FIND_MANY: Final[dict[str, LiteralString]] = {
    "Patient": "MATCH (a:Patient) WHERE a.psn_no IN $keys ",
    "Doctor": "MATCH (a:Doctor) WHERE a.prac_psn_code IN $keys ",
    "Institution": "MATCH (a:Institution) WHERE a.fixmedins_code IN $keys ",
    "Settlement": "MATCH (a:Settlement) WHERE a.setl_id IN $keys ",
    "Phone": "MATCH (a:Phone) WHERE a.key IN $keys ",
    "Address": "MATCH (a:Address) WHERE a.key IN $keys ",
    "Employer": "MATCH (a:Employer) WHERE a.key IN $keys ",
    "Bed": "MATCH (a:Bed) WHERE a.key IN $keys ",
    "Terminal": "MATCH (a:Terminal) WHERE a.key IN $keys ",
}


@dataclass(frozen=True, slots=True)
class NodeRef:
    """A public id taken apart."""

    kind: str
    key: str

    def __str__(self) -> str:
        """The public id."""
        return f"{self.kind}:{self.key}"


def parse_ref(text: str) -> NodeRef:
    """Read a public id; raises the refusal NOT_FOUND for one that can name nothing."""
    kind, colon, key = text.partition(":")
    if not colon or kind not in KINDS or not key or len(text) > 300:
        raise not_found(text)
    return NodeRef(kind, key)


def not_found(text: str) -> Exception:
    """The refusal for an id that names no node of the map."""
    return refuse("NOT_FOUND", what=text[:80])
