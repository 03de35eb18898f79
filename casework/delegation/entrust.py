"""The bureau's 委托书: under it the centre acts in the bureau's name (处罚法 20, 21; 条例 28)."""

from casework.actors import Role
from casework.acts import Act, Ask, draft, required
from casework.clocks.calendars import local_date
from casework.commands.delegation import EndEntrustment, EntrustCentre
from casework.delegation.delegate import by_oneself, register_of
from casework.delegation.state import STREAM, MandatesState
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
    letter = next((one for one in ask.state.letters if one.document_no == c.document_no), None)
    if letter is None:
        raise refuse("NOT_FOUND", what=f"委托书 {c.document_no}", what_en=f"letter {c.document_no}")
    if letter.ends_on <= local_date(ask.at):
        raise refuse("ALREADY_DONE")
    return [draft(STREAM, "EntrustmentEnded", document_no=c.document_no, reason=c.reason)]


HEAD = frozenset({Role.HEAD})
ACTS = (
    Act(
        EntrustCentre, "登记委托书", "record the centre's letter", HEAD, register_of, entrust,
        guards=(by_oneself,), creates=None,
    ),
    Act(
        EndEntrustment, "终止委托书", "end a letter", HEAD, register_of, end, guards=(by_oneself,),
        creates=None,
    ),
)  # fmt: skip
