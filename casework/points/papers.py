"""Papers of a doctor's file: items of the vault that belong to no case."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from casework.actors import AGENCY, Actor
from casework.acts import draft, required
from casework.events import Draft
from casework.points.state import PointsState
from casework.refusal import refuse


class Certified(Protocol):
    """A command that records what a certificate proves."""

    @property
    def certificate(self) -> str:
        """The evidence id of the certificate."""

    @property
    def named_doctors(self) -> tuple[str, ...]:
        """The doctors that a group certificate names; none for one of one person."""


def streams_of(command: Certified) -> tuple[str, ...]:
    """The certificate's custody chain, and the files of those whom it names."""
    named = (f"points:{code}" for code in dict.fromkeys(command.named_doctors))
    return (f"evidence:{command.certificate}", *named)


def certified(
    command: Certified, actor: Actor, states: Mapping[str, Any], file: PointsState
) -> tuple[str, ...]:
    """Check the certificate for this file, and return the doctors that it is said here to name.

    A group certificate says whom it names where it proves something for the first time; it proves
    something for each of them and for nobody else, and that list is never changed.
    """
    named = tuple(sorted(set(command.named_doctors)))
    if named:
        _known(named, actor, states, file)
        item = states[f"evidence:{command.certificate}"]
        if item.doctors and named != item.group:
            raise refuse("CERTIFICATE_OF_ANOTHER", evidence_id=command.certificate)
    unused_certificate(states, command.certificate, file)
    return named


def _known(
    named: tuple[str, ...], actor: Actor, states: Mapping[str, Any], file: PointsState
) -> None:
    """The doctor himself and others, each with a file; for a hospital its own doctors."""
    if file.prac_psn_code not in named or len(named) < 2:
        raise refuse(
            "BAD_VALUE",
            field="证明所列医师",
            field_en="doctors named by the certificate",
            why="应包括本医师和至少另一名医师；只证明一人的不填",
            why_en="this doctor and at least one other; leave it empty for a certificate of one person",
        )
    for code in named:
        one: PointsState = states[f"points:{code}"]
        his = actor.holds(*AGENCY) or actor.fixmedins_code in one.institutions
        if not one.version or not his:
            raise refuse("NOT_FOUND", what=f"医师 {code[:40]}", what_en=f"doctor {code[:40]}")


def unused_certificate(states: Mapping[str, Any], evidence_id: str, file: PointsState) -> None:
    """The certificate is in the vault, of no case, and proves nothing else on this file or another.

    What one person learnt is nobody else's; of a group certificate it is that of those it names.
    """
    required(certificate=evidence_id)
    item = states[f"evidence:{evidence_id}"]
    # Whoever sees the doctor's file may open its papers, so evidence of a case cannot become one.
    if not item.version or item.case_no is not None:
        raise refuse(
            "NOT_FOUND", what=f"证据 {evidence_id}", what_en=f"evidence item {evidence_id}"
        )
    if evidence_id in file.certificates:
        raise refuse(
            "ALREADY_EXISTS",
            what=f"附有材料 {evidence_id} 的记录",
            what_en=f"an entry of this file with paper {evidence_id}",
        )
    if item.serves is not None:
        raise refuse("SCAN_TAKEN", title=item.serves.zh, title_en=item.serves.en)
    others = any(code != file.prac_psn_code for code in item.doctors)
    if others and file.prac_psn_code not in item.group:
        raise refuse("CERTIFICATE_OF_ANOTHER", evidence_id=evidence_id)


def used_twice(
    file: PointsState,
    others: Mapping[str, Iterable[str]],
    groups: Mapping[str, Iterable[str]],
) -> dict[str, tuple[str, ...]]:
    """Certificates of the file that prove something on another, too: each with the doctors' codes.

    `others` are the proofs of other files by doctor, `groups` whom a group certificate names. Until a
    custody chain remembered whose paper it is, nothing kept one from being named on two files.
    """
    elsewhere = {code: frozenset(proofs) for code, proofs in others.items()}
    found: dict[str, tuple[str, ...]] = {}
    for one in sorted(file.proofs):
        named = frozenset(groups.get(one, ()))
        codes = sorted(code for code, proofs in elsewhere.items() if one in proofs)
        strangers = tuple(code for code in codes if not named >= {code, file.prac_psn_code})
        if strangers:
            found[one] = strangers
    return found


def proves(evidence_id: str, file: PointsState, what: str, named: tuple[str, ...] = ()) -> Draft:
    """ProvedOnFile in the paper's custody chain: whose it is, is known wherever it is named again."""
    said: dict[str, Any] = {"prac_psn_code": file.prac_psn_code, "what": what}
    if named:
        said["group"] = list(named)
    return draft(f"evidence:{evidence_id}", "ProvedOnFile", **said)
