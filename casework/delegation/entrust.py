"""The bureau's 委托书: under it the centre acts in the bureau's name (处罚法 20, 21; 条例 28)."""

from collections.abc import Iterator, Mapping
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.delegation import AttachLetter, EndEntrustment, EntrustCentre
from casework.custody.scans import ANEW, Wanted, former, free_scan, replaced, serves, with_scans
from casework.custody.state import Serves
from casework.delegation.delegate import by_oneself, register_of
from casework.delegation.state import STREAM, Entrustment, MandatesState
from casework.events import Draft
from casework.refusal import refuse


def entrust(ask: Ask[EntrustCentre, MandatesState]) -> list[Draft]:
    """CentreEntrusted: published before it begins, each number once."""
    c = ask.command
    required(document_no=c.document_no, text=c.scope, place=c.where)
    if any(one.document_no == c.document_no for one in ask.state.letters):
        raise refuse(
            "ALREADY_EXISTS", what=f"委托书 {c.document_no}", what_en=f"letter {c.document_no}"
        )
    if not c.published_on <= c.starts_on <= c.ends_on:
        raise refuse(
            "DATE_ORDER", what="委托书应先公布后施行，起止日期先后有序",
            what_en="a letter is published before it begins, and begins before it ends",
        )  # fmt: skip
    if c.published_on > local_date(ask.at):
        raise refuse("DATE_ORDER", what="公布日期不得晚于今天", what_en="published after today")
    return [
        draft(
            STREAM,
            "CentreEntrusted",
            document_no=c.document_no,
            scope=c.scope,
            published_on=c.published_on,
            where=c.where,
            starts_on=c.starts_on,
            ends_on=c.ends_on,
        )
    ]


def end(ask: Ask[EndEntrustment, MandatesState]) -> list[Draft]:
    """EntrustmentEnded: today is its last day."""
    c = ask.command
    required(reason=c.reason)
    letter = _known(ask.state, c.document_no)
    if letter.ends_on <= local_date(ask.at):
        raise refuse("ALREADY_DONE")
    return [draft(STREAM, "EntrustmentEnded", document_no=c.document_no, reason=c.reason)]


def attach(ask: Ask[AttachLetter, MandatesState]) -> list[Draft]:
    """LetterScanAttached: the paper under which the centre acts; also of a letter that is over."""
    c = ask.command
    letter = _known(ask.state, c.document_no)
    wanted = Wanted(_paper(letter), letter.scan, ANEW, c.reason)
    item = free_scan(ask.states, c.evidence_id, wanted, letter_scans(ask.state))
    told = {"evidence_id": c.evidence_id, "sha256": item.sha256}
    told |= {"document_no": c.document_no, **former(wanted)}
    kept = draft(STREAM, "LetterScanAttached", **told)
    return [kept, *replaced(wanted, c.evidence_id), serves(c.evidence_id, wanted.paper)]


def letter_scans(state: MandatesState) -> Iterator[tuple[str, Serves]]:
    """The scans of the centre's letters, each with its letter."""
    return ((one.scan, _paper(one)) for one in state.letters if one.scan)


def _paper(letter: Entrustment) -> Serves:
    number = letter.document_no
    return Serves(f"{STREAM}/letter:{number}", f"委托书 {number}", f"letter {number}")


def of_letter(command: AttachLetter, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The register, the scan, and the scan that the letter has, once that is known."""
    state: MandatesState | None = states.get(STREAM)
    letter = state.letter(command.document_no) if state else None
    return with_scans(STREAM, command.evidence_id, letter.scan if letter else None)


def _known(state: MandatesState, document_no: str) -> Entrustment:
    letter = state.letter(document_no)
    if letter is None:
        raise refuse("NOT_FOUND", what=f"委托书 {document_no}", what_en=f"letter {document_no}")
    return letter


HEAD = frozenset({Role.HEAD})
#: The centre keeps its letter: its leader puts the scan into the vault, which the head does not.
KEEPERS = frozenset({Role.SUPERVISOR, Role.HEAD})
ACTS = (
    Act(
        EntrustCentre, "登记委托书", "record the centre's letter", HEAD, register_of, entrust,
        guards=(by_oneself,), creates=None,
    ),
    Act(
        AttachLetter, "附入委托书盖章件", "attach the sealed letter", KEEPERS, of_letter, attach,
        guards=(by_oneself,), creates=None,
    ),
    Act(
        EndEntrustment, "终止委托书", "end a letter", HEAD, register_of, end, guards=(by_oneself,),
        creates=None,
    ),
)  # fmt: skip
