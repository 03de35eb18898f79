"""Which streams a case command reads or writes; the first is the one it is about."""

from collections.abc import Mapping
from typing import Any

from casework.actors import Actor
from casework.commands.case import (
    AnnounceHearing,
    AssignOfficers,
    AttachEvidence,
    AttachFindings,
    AttachRing,
    CaseCommand,
    CheckTies,
    DecideRecusal,
    DesignateChair,
    DiscussCase,
    OpenCase,
    RequestRecusal,
)
from casework.inspection.follow import of_lead
from casework.refusal import refuse


def case_stream(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case alone."""
    return (f"case:{command.case_no}",)


def of_penal(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case, and the bureau's own area: outside of it nobody is punished here."""
    return (f"case:{command.case_no}", "bureau:parameters")


def of_open(command: OpenCase, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The new case, what it starts from (findings, rings, an inspection), and the bureau's own area."""
    if not command.case_no:
        raise refuse("FIELD_REQUIRED", field="案件编号", field_en="case number")
    findings = (f"finding:{f.finding_id}" for f in command.findings)
    rings = (f"ring:{ring_id}" for ring_id in command.ring_ids)
    own = (f"case:{command.case_no}", *findings, *rings, "bureau:parameters")
    return (*own, *of_lead(command, states))


def of_assign(command: AssignOfficers, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and the accounts of officers and who acts by his role, from which their persons are read."""
    named = (*(o.account for o in command.officers), *command.acting)
    return (f"case:{command.case_no}", *dict.fromkeys(f"account:{one}" for one in named))


def of_acting(command: CheckTies, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and the accounts of who acts on it by his role."""
    return (f"case:{command.case_no}", *(f"account:{one}" for one in command.acting))


def of_findings(
    command: AttachFindings, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case and the findings' marks."""
    return (f"case:{command.case_no}", *(f"finding:{f.finding_id}" for f in command.findings))


def of_ring(command: AttachRing, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and the ring's mark."""
    return (f"case:{command.case_no}", f"ring:{command.ring_id}")


def of_evidence(
    command: AttachEvidence, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case and the evidence item."""
    return (f"case:{command.case_no}", f"evidence:{command.evidence_id}")


def of_hearing(
    command: AnnounceHearing | DesignateChair, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, the account of the chair to be, that of the chair of a hearing that is set, and of who chaired one that was held."""
    stream = f"case:{command.case_no}"
    case = states.get(stream)
    named = case.chair_named.account if case and case.chair_named else ""
    chair = command.chair if isinstance(command, DesignateChair) else named
    before = case.hearing_chair.account if case and case.hearing_chair else ""
    plan = case.hearing.chair.account if case and case.hearing else ""
    return (stream, *(f"account:{one}" for one in dict.fromkeys((chair, plan, before)) if one))


def of_asked(command: RequestRecusal, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and the account of whom is asked to withdraw."""
    return (f"case:{command.case_no}", f"account:{command.officer}")


def of_members(
    command: DiscussCase | DecideRecusal, actor: Actor, states: Mapping[str, Any]
) -> tuple[str, ...]:
    """The case, the accounts of those who discuss it, and how many the bureau asks for."""
    accounts = (f"account:{login}" for login in command.members)
    return (f"case:{command.case_no}", *accounts, "bureau:parameters")


def of_measured(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and, once it is known, the measures that rest on its decisions."""
    stream = f"case:{command.case_no}"
    case = states.get(stream)
    return (stream, *(case.measured if case is not None else ()))


def of_resting(command: CaseCommand, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    """The case and, once it is known, the doctors' files and measures that rest on its decisions."""
    stream = f"case:{command.case_no}"
    case = states.get(stream)
    if case is None:
        return (stream,)
    files = dict.fromkeys(f"points:{code}" for code, _ in case.scores)
    return (stream, *files, *case.measured)
