"""Acts of looking: reveals, searches by ID number, exports, sign-ins. All are on record."""

from dataclasses import dataclass

from casework.commands.base import Command


@dataclass(frozen=True, kw_only=True)
class RevealPersonalData(Command):
    """See unmasked data of `subject` (such as 'patient:P1') for a stated purpose."""

    subject: str
    fields: tuple[str, ...]
    purpose: str


@dataclass(frozen=True, kw_only=True)
class SearchByIdNumber(Command):
    """Search by the last digits of an ID number; only their count and hits are kept."""

    digits: int
    hits: int


@dataclass(frozen=True, kw_only=True)
class RecordExport(Command):
    """An export left the system: what, how many rows, masked or with a purpose, its hash."""

    what: str
    rows: int
    masked: bool
    purpose: str = ""
    sha256: str = ""
    sm3: str = ""


@dataclass(frozen=True, kw_only=True)
class AskCypher(Command):
    """A query typed into the console, with its parameters' names; `refused` says why it did not run."""

    query: str
    parameters: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class RecordSignIn(Command):
    """A sign-in succeeded or failed; `login` is what was typed, `where` desk or terminal."""

    login: str
    ok: bool
    where: str
    address: str = ""
