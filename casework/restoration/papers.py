"""Papers of a restoration as they were signed and sealed: of each level, and of what was decided.

A decision, and a revocation, have effect with the signed papers of every level that spoke and with their own,
sealed. Of a list that is handled together one scan stands for all who are on it.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from casework.actors import BUREAU, Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.restoration import AttachRestorationPaper, RestorationPaper
from casework.custody.scans import ANEW, Wanted
from casework.custody.state import Serves
from casework.events import Draft
from casework.points.service import attached, paper_streams
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.restoration.eyes import not_himself
from casework.restoration.state import Restoration, Ruling, Step

#: What a paper is, and whether one may be that of a whole list.
NAMES: Final[dict[RestorationPaper, tuple[str, str, bool]]] = {
    RestorationPaper.MINUTES: ("党组织会议纪要", "minutes of the party organisation", True),
    RestorationPaper.REVIEW_FORM: (
        "监管中心签名盖章的恢复审核表", "the review form signed by the centre", True,
    ),
    RestorationPaper.APPROVAL: (
        "县局负责人签名的恢复审核表", "the review form signed by the bureau's head", True,
    ),
    RestorationPaper.SEALED_DECISION: (
        "盖章的恢复（不予恢复）决定书", "the sealed decision on the restoration", True,
    ),
    RestorationPaper.REVOCATION_APPROVAL: (
        "县局负责人签名的撤销恢复审批表", "the approval form of the revocation, signed by the head", False,
    ),
    RestorationPaper.REVOCATION: ("盖章的撤销恢复决定书", "the sealed decision to revoke", False),
    RestorationPaper.RECEIPT: ("送达回证", "the receipt of the service", False),
}  # fmt: skip
#: The bodies that spoke, and the paper of each beside the party's.
SIGNED_BY: Final = {"centre": RestorationPaper.REVIEW_FORM, "bureau": RestorationPaper.APPROVAL}
Key = tuple[RestorationPaper, str]


def wanted_of(one: Restoration, ruling: Ruling) -> Iterator[Key]:
    """The papers that a ruling has effect with, in the order in which they come about."""
    if ruling is Ruling.REVOCATION:
        yield RestorationPaper.REVOCATION_APPROVAL, ""
        yield RestorationPaper.REVOCATION, ""
        return
    spoke = [o for o in one.opinions if o.outcome != "returned"]
    for party in dict.fromkeys(o.party for o in spoke if o.body == "party"):
        yield RestorationPaper.MINUTES, party
    bodies = {o.body for o in spoke} | ({"bureau"} if one.dismissed else set())
    yield from ((paper, "") for body, paper in SIGNED_BY.items() if body in bodies)
    if one.ruling is Ruling.DECISION or one.step is Step.REVOKED:
        yield RestorationPaper.SEALED_DECISION, ""


def lacking(one: Restoration) -> tuple[Key, ...]:
    """What the latest ruling lacks to have effect; nothing of one of before its papers were kept."""
    if one.ruling is None or one.ruling not in one.papered:
        return ()
    return tuple(key for key in wanted_of(one, one.ruling) if one.paper_of(*key) is None)


def missing(one: Restoration) -> tuple[Key, ...]:
    """The papers that there can be by now and are not there, whether anything was decided yet or not."""
    found = attachable(one)
    return tuple(
        k for k in found if k[0] is not RestorationPaper.RECEIPT and one.paper_of(*k) is None
    )


def in_effect(one: Restoration) -> None:
    """Refuse RESTORATION_PAPERS while its latest ruling lacks a signed paper."""
    found = lacking(one)
    if found:
        named = [named_paper(one, *key) for key in found]
        what, what_en = "、".join(zh for zh, _ in named), ", ".join(en for _, en in named)
        raise refuse("RESTORATION_PAPERS", what=what, what_en=what_en)


def named_paper(one: Restoration, paper: RestorationPaper, party: str = "") -> tuple[str, str]:
    """What a paper is called, of minutes with their institution where several are asked."""
    zh, en, _ = NAMES[paper]
    if party and len(one.parties) > 1:
        return f"{zh}（{party}）", f"{en} ({party})"
    return zh, en


def attachable(one: Restoration) -> tuple[Key, ...]:
    """The papers that there can be by now; the receipt is one of the latest service."""
    found = list(wanted_of(one, Ruling.DECISION))
    if one.step is Step.REVOKED:
        found += wanted_of(one, Ruling.REVOCATION)
    if one.service_of(one.ruling) is not None:
        found.append((RestorationPaper.RECEIPT, ""))
    return tuple(found)


def attach(ask: Ask[AttachRestorationPaper, PointsState]) -> list[Draft]:
    """RestorationPaperAttached: one scan of each paper; a wrong one gives way with a reason.

    Refuses STEP_MISSING for a paper that cannot be there yet.
    """
    c, file = ask.command, ask.state
    required(paper_scan=c.paper_scan)
    one = _latest(file)
    key = _key(one, c)
    if key not in attachable(one):
        zh, en = named_paper(one, *key)
        raise refuse("STEP_MISSING", step=f"{zh}所依据的意见或决定", step_en=f"what {en} rests on")
    had = _had(one, key)
    shared = bool(one.batch) and NAMES[c.paper][2]
    paper = (
        receipt_of(file, one)
        if c.paper is RestorationPaper.RECEIPT
        else _paper(file, one, key, shared=shared)
    )
    said, events = attached(ask, c.paper_scan, Wanted(paper, had, ANEW, c.reason))
    told = {
        "application_id": one.application_id,
        "paper": c.paper,
        "party": key[1],
        "shared": shared,
    }
    if c.paper is RestorationPaper.RECEIPT:
        told["ruling"] = one.ruling
    # What the scan is of is told by `title`: `paper` is which of them.
    told["title"] = paper.zh
    said.pop("paper", None)
    return [draft(file.stream, "RestorationPaperAttached", **told, **said), *events]


def _latest(file: PointsState) -> Restoration:
    if file.restoration is None:
        raise refuse("STEP_MISSING", step="恢复申请", step_en="an application for restoration")
    return file.restoration


def _key(one: Restoration, c: AttachRestorationPaper) -> Key:
    """Minutes are of a party organisation: of the only one where none is named."""
    if c.paper is not RestorationPaper.MINUTES:
        return c.paper, ""
    spoke = tuple(dict.fromkeys(o.party for o in one.opinions if o.body == "party"))
    if c.fixmedins_code or len(spoke) != 1:
        return c.paper, c.fixmedins_code
    return c.paper, spoke[0]


def _had(one: Restoration, key: Key) -> str | None:
    if key[0] is RestorationPaper.RECEIPT:
        service = one.service_of(one.ruling)
        return service.receipt.certificate if service and service.receipt else None
    there = one.paper_of(*key)
    return there.scan.certificate if there else None


def _paper(file: PointsState, one: Restoration, key: Key, *, shared: bool) -> Serves:
    zh, en = named_paper(one, *key)
    of = f"batch:{one.batch}" if shared else f"{file.stream}/{one.application_id}"
    about = one.batch if shared else f"{file.prac_psn_code} {one.application_id}"
    return Serves(f"{of}/{key[0]}:{key[1]}", f"{zh}（{about}）", f"{en} ({about})")


def receipt_of(file: PointsState, one: Restoration, *, shared: bool = False) -> Serves:
    """The receipt of the service of its latest ruling; `shared`: one of the whole list."""
    number = one.application_id
    if shared:
        return Serves(
            f"batch:{one.batch}/receipt", f"恢复名单 {one.batch} 决定的送达回证",
            f"receipt of the decisions on list {one.batch}",
        )  # fmt: skip
    key = f"{file.stream}/{number}/receipt:{one.ruling}"
    return Serves(
        key, f"恢复申请 {number} 决定的送达回证", f"receipt of the decision on application {number}"
    )


def of_paper(
    command: AttachRestorationPaper, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The file, the scan and, once it is known, the one that the paper has."""
    own = f"points:{command.prac_psn_code}"
    file: PointsState | None = states.get(own)
    one = file.restoration if file else None
    had = _had(one, _key(one, command)) if one else None
    streams = paper_streams(own, command)
    return streams if had is None else tuple(dict.fromkeys((*streams, f"evidence:{had}")))


def _spoke(file: PointsState, actor: Actor, at: datetime) -> None:
    """Some paper can be there by now; of a party organisation its own minutes."""
    one = _latest(file)
    found = attachable(one)
    if not actor.holds(*BUREAU):
        own = actor.fixmedins_code
        if own is None or own not in file.party_bodies:
            raise refuse("NOT_YOURS")
        found = tuple(key for key in found if key[0] is RestorationPaper.MINUTES)
    if not found:
        raise refuse("STEP_MISSING", step="各级意见或决定", step_en="an opinion or a decision")


def _own_paper(ask: Ask[AttachRestorationPaper, PointsState]) -> list[Draft]:
    """Whoever is outside the bureau brings the minutes of his own party organisation alone."""
    c = ask.command
    if not ask.actor.holds(*BUREAU):
        own = ask.actor.fixmedins_code
        if c.paper is not RestorationPaper.MINUTES or _key(_latest(ask.state), c)[1] not in (
            "",
            own,
        ):
            raise refuse("NOT_YOURS")
    return attach(ask)


def wants_papers(file: PointsState) -> bool:
    """Whether what was decided waits for its signed papers."""
    return file.restoration is not None and bool(lacking(file.restoration))


ACTS = (
    Act(
        AttachRestorationPaper, "附入恢复文书签章件", "attach a signed paper of a restoration",
        BUREAU | {Role.PARTY_SECRETARY}, of_paper, _own_paper, guards=(not_himself, _spoke), rank=12,
        leads=wants_papers, led=frozenset({Role.AGENCY_OFFICER}),
    ),
)  # fmt: skip
