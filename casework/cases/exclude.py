"""Rule evidence out, and take it back (处罚法 46).

The item stays in the vault, in its chain and in the list, with its mark; it shows no fact any more. What had
been written with it, or told, is established anew before the decision.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required, role_required
from casework.cases.guards import not_officer
from casework.cases.rests import anew, rests
from casework.cases.stages import INVESTIGATING, OPEN_HANDLING, Stage
from casework.cases.state import Attachment, CaseState
from casework.cases.streams import case_stream
from casework.commands.case import DecideExclusion, Path, ProposeExclusion, ProposeReinstatement
from casework.custody.state import EvidenceState
from casework.documents.scans import of_procedure
from casework.events import Draft
from casework.hands import other_eyes
from casework.lines.guards import establishes
from casework.refusal import Refusal, refuse


def propose(ask: Ask[ProposeExclusion, CaseState]) -> list[Draft]:
    """ExclusionProposed. Refuses NOT_FOUND, ALREADY_DONE, BAD_VALUE for a paper of the procedure."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    item = _undoubted(case, c.evidence_id)
    if item.excluded is not None:
        raise refuse("ALREADY_DONE")
    if item.evidence_id in of_procedure(case):
        raise refuse(
            "BAD_VALUE", field="证据", field_en="the item",
            why="该件是文书的签字件、回证，不是证明案件事实的证据；附错的，请在该文书处更换",
            why_en="it is the signed scan of a paper and shows no fact: a wrong one is replaced at its paper",
        )  # fmt: skip
    said = {**_named(item), "ground": c.ground, "reasons": c.reasons}
    party = {"by_party": True} if c.by_party else {}
    return [draft(case.stream, "ExclusionProposed", **said, **party)]


def propose_back(ask: Ask[ProposeReinstatement, CaseState]) -> list[Draft]:
    """ReinstatementProposed. Refuses NOT_FOUND, ALREADY_DONE for an item that is not ruled out."""
    c, case = ask.command, ask.state
    required(reasons=c.reasons)
    item = _undoubted(case, c.evidence_id)
    if item.excluded is None:
        raise refuse("ALREADY_DONE")
    return [draft(case.stream, "ReinstatementProposed", **_named(item), reasons=c.reasons)]


def decide(ask: Ask[DecideExclusion, CaseState]) -> list[Draft]:
    """EvidenceExcluded, EvidenceReinstated or ExclusionRefused, in the item's chain and where it is cited too.

    Ruled out, the investigation is open again where what was written or told had the item before it.
    """
    c, case = ask.command, ask.state
    item = _item(case, c.evidence_id)
    doubt = item.doubt
    if doubt is None:
        raise _nothing_proposed()
    other_eyes(ask.actor, (doubt.by,), "提出与决定排除证据", "deciding on ruling evidence out")
    told = _named(item)
    if not c.approve:
        required(reasons=c.reasons)
        return [draft(case.stream, "ExclusionRefused", **told, back=doubt.back, reasons=c.reasons)]
    reasons = c.reasons.strip() or doubt.reasons
    if doubt.back:
        own = draft(case.stream, "EvidenceReinstated", **told, reasons=reasons)
        return [own, *_elsewhere(ask, "ReinstatedInCase", "HomeReinstated", reasons=reasons)]
    why = {"ground": doubt.ground, "reasons": reasons}
    again = anew(case, item)
    fallen = {
        "anew": again,
        "rests": [{"zh": one.zh, "en": one.en} for one in rests(case, item)],
    }
    own = draft(case.stream, "EvidenceExcluded", **told, **why, **fallen)
    return [
        own,
        *_elsewhere(ask, "ExcludedInCase", "HomeExcluded", **why),
        *(_reopened(case, item, reasons) if again else ()),
    ]


def _named(item: Attachment) -> dict[str, Any]:
    """The item and its name, unless that may be a reporter's."""
    name = {} if item.reporter else {"name": item.name}
    return {"evidence_id": item.evidence_id, **name}


def _reopened(case: CaseState, item: Attachment, reasons: str) -> Iterator[Draft]:
    """Back to where facts are established; of a handling to where one is proposed."""
    name = "" if item.reporter else f"“{item.name}”"
    event = "HandlingReturned" if case.path is Path.AGREEMENT else "InvestigationReopened"
    yield draft(case.stream, event, reasons=f"证据{name}已排除：{reasons}")


def _elsewhere(
    ask: Ask[DecideExclusion, CaseState], chain: str, home: str, **why: object
) -> Iterator[Draft]:
    """In the item's own chain; and of its home case in every case that cites it."""
    case, evidence_id = ask.state, ask.command.evidence_id
    held: EvidenceState = ask.states[f"evidence:{evidence_id}"]
    yield draft(f"evidence:{evidence_id}", chain, case_no=case.case_no, **why)
    if held.case_no != case.case_no:
        return
    for other in held.cited_by:
        yield draft(f"case:{other}", home, evidence_id=evidence_id, home_case=case.case_no, **why)


def _item(case: CaseState, evidence_id: str) -> Attachment:
    found = next((one for one in case.evidence if one.evidence_id == evidence_id), None)
    if found is None:
        raise refuse(
            "NOT_FOUND",
            what=f"本案证据 {evidence_id}",
            what_en=f"evidence {evidence_id} of this case",
        )
    return found


def _undoubted(case: CaseState, evidence_id: str) -> Attachment:
    """The item, of which nothing is proposed yet."""
    item = _item(case, evidence_id)
    if item.doubt is not None:
        raise refuse(
            "STEP_MISSING", step=f"决定已提出的对证据“{item.name}”的意见",
            step_en=f"deciding what is proposed of “{item.name}” already",
        )  # fmt: skip
    return item


def exclusions_settled(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: what is proposed of the evidence is decided before the case is."""
    for item in case.evidence:
        if item.doubt is not None:
            raise refuse(
                "STEP_MISSING", step=f"决定是否排除（恢复）证据“{item.name}”",
                step_en=f"deciding whether “{item.name}” is ruled out or taken back",
            )  # fmt: skip


def _proposes(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: whoever establishes the facts of the case, or reviews its legality."""
    if not actor.holds(Role.LEGAL_REVIEWER):
        establishes(case, actor, at)


def _some(case: CaseState, actor: Actor, at: datetime) -> None:
    if all(one.excluded is not None or one.doubt is not None for one in case.evidence):
        raise refuse("STEP_MISSING", step="附入证据", step_en="an attached item of evidence")


def _some_out(case: CaseState, actor: Actor, at: datetime) -> None:
    if not any(one.excluded is not None and one.doubt is None for one in case.evidence):
        raise refuse("STEP_MISSING", step="排除证据", step_en="an item that was ruled out")


def _nothing_proposed() -> Refusal:
    return refuse(
        "STEP_MISSING",
        step="提请排除（恢复）证据",
        step_en="a proposal that an item be ruled out or taken back",
    )


def _waits(case: CaseState, actor: Actor, at: datetime) -> None:
    if not _doubted(case):
        raise _nothing_proposed()


def _doubted(case: CaseState) -> bool:
    return any(one.doubt is not None for one in case.evidence)


def _whose(case: CaseState, actor: Actor, at: datetime) -> None:
    """Guard: of a penalty the centre's or the bureau's head decides, of a handling the agency's."""
    roles = AGREED if case.path is Path.AGREEMENT else PENAL
    if not actor.holds(*roles):
        raise role_required(roles, "DecideExclusion")


def of_ruling(command: DecideExclusion, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, the item's chain, and every other case that cites it."""
    stream = f"evidence:{command.evidence_id}"
    item: EvidenceState | None = states.get(stream)
    others = item.cited_by if item is not None else ()
    found = (f"case:{command.case_no}", stream, *(f"case:{one}" for one in others))
    return tuple(dict.fromkeys(found))


PROPOSERS: Final = frozenset({Role.INSPECTOR, Role.LEGAL_REVIEWER, Role.AGENCY_OFFICER})
PENAL: Final = frozenset({Role.SUPERVISOR, Role.HEAD})
AGREED: Final = frozenset({Role.AGENCY_HEAD})
#: Until the decision: afterwards a review or a court says what its evidence was worth.
OPEN: Final = frozenset({Stage.CLUE, Stage.FILED, *INVESTIGATING, *OPEN_HANDLING})
ACTS = (
    Act(
        ProposeExclusion, "提请排除证据", "propose to rule evidence out", PROPOSERS, case_stream,
        propose, OPEN, (_proposes, _some), rank=93,
    ),
    Act(
        ProposeReinstatement, "提请恢复证据", "propose to take evidence back", PROPOSERS, case_stream,
        propose_back, OPEN, (_proposes, _some_out), rank=94,
    ),
    Act(
        DecideExclusion, "决定排除（恢复）证据", "decide on ruling evidence out", PENAL | AGREED,
        of_ruling, decide, OPEN,
        (_whose, _waits, not_officer("承办与决定排除证据", "deciding on ruling evidence out")),
        rank=9, leads=_doubted,
    ),
)  # fmt: skip
