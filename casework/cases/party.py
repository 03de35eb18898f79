"""Where the party is and who stands for it: what papers name (处罚法 59), corrected as it becomes known."""

from casework.acts import Act, Ask, draft, required
from casework.cases.attach import WORKERS
from casework.cases.stages import TERMINAL, Stage
from casework.cases.state import CaseState
from casework.cases.streams import case_stream
from casework.commands.case import CorrectParty, PartyKind, represented_by, trades_alone
from casework.events import Draft
from casework.lines.guards import establishes
from casework.refusal import refuse


def correct(ask: Ask[CorrectParty, CaseState]) -> list[Draft]:
    """PartyCorrected with what stood before; papers issued from then on print it.

    Refuses FIELD_REQUIRED without a reason, ALREADY_DONE where nothing changes, BAD_VALUE for the
    representative of a person.
    """
    c, party = ask.command, ask.state.party
    required(reasons=c.reasons)
    if party is None:
        raise refuse("NOT_FOUND", what="当事人", what_en="the party")
    address = c.address.strip() or party.address
    representative = c.representative.strip() or party.representative
    if c.representative.strip() and party.kind is PartyKind.PERSON:
        raise refuse(
            "BAD_VALUE", field="法定代表人（负责人）", field_en="the representative",
            why="当事人是个人，没有法定代表人", why_en="the party is a person and has none",
        )  # fmt: skip
    # The number of whoever stood for it before is not that of whoever does now.
    kept = party.representative_no if representative == party.representative else ""
    number = represented_by(party.kind, c.representative_no) or kept
    alone = party.sole_trader if c.sole_trader is None else c.sole_trader
    if alone:
        trades_alone(party.kind)
    known = (party.address, party.representative, party.representative_no, party.sole_trader)
    if (address, representative, number, alone) == known:
        raise refuse("ALREADY_DONE")
    return [
        draft(
            ask.state.stream,
            "PartyCorrected",
            address=address,
            representative=representative,
            former_address=party.address,
            former_representative=party.representative,
            **_numbers(number, party.representative_no),
            **({"sole_trader": alone} if alone is not party.sole_trader else {}),
            reasons=c.reasons,
        )
    ]


def _numbers(number: str, former: str) -> dict[str, str]:
    """The identity number and the one before it; nothing where none was ever given."""
    if not number and not former:
        return {}
    return {"representative_no": number, "former_representative_no": former}


ACT = Act(
    command=CorrectParty,
    zh="更正当事人信息",
    en="correct the party's particulars",
    roles=WORKERS,
    streams=case_stream,
    answer=correct,
    # After the decision, too: it is served and pressed for where the party is by then.
    stages=frozenset(Stage) - TERMINAL,
    guards=(establishes,),
    rank=66,
)
