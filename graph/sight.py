"""What a person may act on and name: missing and hidden look the same.

Asked for every command in its own transaction, whoever calls. The object itself is judged from
its events; what the command names beside it is looked up here. The register of institutions,
doctors and insured persons is the bureau's own: it can deny a code only once it has been loaded.
"""

from collections.abc import Mapping
from typing import Final, LiteralString

import neo4j

from casework.accounts.state import AccountState
from casework.actors import BEAT, BUREAU, Actor, Role, Viewer
from casework.cases.state import CaseState
from casework.commands.base import Command
from casework.commands.naming import Named, Reference, references_of
from casework.decide import State, streams_of
from casework.delegation.state import MandatesState
from casework.hands import unfit
from casework.inspection.house import is_inspected
from casework.inspection.state import InspectionState
from casework.keys.state import KeyState
from casework.measures.state import MeasuresState
from casework.points.state import PointsState
from casework.refusal import refuse
from casework.registry import ACTS
from casework.restoration.police import behind
from graph.cases.read import visible
from graph.cases.scope import case_scope
from graph.points.page import file_visible

WHAT: Final[dict[Named, tuple[str, str]]] = {
    Named.CASE: ("案件", "case"),
    Named.COLLEAGUE: ("账号", "account"),
    Named.DEPUTY: ("账号", "account"),
    Named.ASSIGNEE: ("账号", "account"),
    Named.CERTIFICATE: ("证据", "evidence item"),
    Named.DOCTOR: ("医师", "doctor"),
    Named.INSTITUTION: ("定点机构", "institution"),
    Named.PATIENT: ("参保人", "insured person"),
    Named.PICTURE: ("图谱研判", "investigation of the graph"),
    Named.RING: ("疑似团伙", "suspected ring"),
    Named.RING_MEMBER: ("疑似团伙成员", "member of a suspected ring"),
    Named.STAFF: ("当事人机构的医师", "doctor of the party"),
}
#: Where to look for what was not found.
HINTS: Final[dict[Named, tuple[str, str]]] = {
    Named.INSTITUTION: (
        "按名称或编码查找；数据中没有的机构，先导入含该机构的数据",
        "look it up by name or code; import data that holds it where there is none",
    ),
    Named.STAFF: (
        "只能暂停登记在该机构或者由该机构结算过的医师，按姓名或编码查找",
        "look it up by name or code among those registered with the party, or whose services it billed",
    ),
}
_COLLEAGUE: Final[LiteralString] = """
MATCH (a:Account {account: $key}) WHERE any(role IN a.roles WHERE role IN $bureau)
RETURN a.disabled AS disabled, a.name AS name
"""
#: One row when the object is there for the person, none otherwise.
FIND: Final[dict[Named, LiteralString]] = {
    Named.CASE: """
        MATCH (c:Case {case_no: $key})
        WHERE $inside
           OR (c.notified AND c.party_kind = 'institution' AND c.party_key = $party_of)
        RETURN false AS disabled
    """,
    Named.COLLEAGUE: _COLLEAGUE,
    Named.ASSIGNEE: _COLLEAGUE,
    # Of the bureau, or of the secretary's own hospital.
    Named.DEPUTY: """
        MATCH (a:Account {account: $key})
        WHERE ($inside AND any(role IN a.roles WHERE role IN $bureau))
           OR a.fixmedins_code = $institution
        RETURN a.disabled AS disabled
    """,
    # A colleague of the house, or the doctor himself, handed the paper in.
    Named.CERTIFICATE: """
        MATCH (e:Evidence {evidence_id: $key})
        WHERE $inside OR e.received_by = $me OR EXISTS {
          MATCH (a:Account {account: e.received_by})
          WHERE a.fixmedins_code = $institution OR a.prac_psn_code = $doctor
        }
        RETURN false AS disabled
    """,
    Named.DOCTOR: """
        OPTIONAL MATCH (d:Doctor {prac_psn_code: $key})
        WITH d WHERE d IS NOT NULL OR NOT EXISTS { (:Doctor) }
        RETURN false AS disabled
    """,
    Named.INSTITUTION: """
        OPTIONAL MATCH (i:Institution {fixmedins_code: $key})
        WITH i WHERE i IS NOT NULL OR NOT EXISTS { (:Institution) }
        RETURN false AS disabled
    """,
    Named.PATIENT: """
        OPTIONAL MATCH (p:Patient {psn_no: $key})
        WITH p WHERE p IS NOT NULL OR NOT EXISTS { (:Patient) }
        RETURN false AS disabled
    """,
    Named.PICTURE: """
        MATCH (i:Investigation {id: $key}) WHERE i.owner = $me OR $me IN i.shared_with
        RETURN false AS disabled
    """,
    Named.RING: "MATCH (r:Ring {ring_id: $key}) WHERE $inside RETURN false AS disabled",
    Named.RING_MEMBER: """
        WITH split($key, '/')[0] AS ring
        MATCH (:Ring {ring_id: ring})<-[:MEMBER_OF]-(p:Patient)
        WHERE p.psn_no = substring($key, size(ring) + 1) AND $inside
        RETURN false AS disabled
    """,
    # Registered with the party, or whose services it billed: who left it may have to be suspended.
    Named.STAFF: """
        MATCH (c:Case {case_no: $case_no})
        WHERE NOT EXISTS { (:Doctor) }
           OR EXISTS {
             MATCH (:Doctor {prac_psn_code: $key})-[:WORKS_AT]->(i:Institution)
             WHERE i.fixmedins_code = c.party_key
           }
           OR EXISTS {
             MATCH (:Doctor {prac_psn_code: $key})<-[:TREATED_BY]-()-[:AT]->(i:Institution)
             WHERE i.fixmedins_code = c.party_key
           }
        RETURN false AS disabled
    """,
}


def check_sight(command: Command, actor: Actor, states: Mapping[str, State]) -> None:
    """Refuse NOT_FOUND when the command's own object, or a case beside it, is not this person's to see.

    Asked before roles, stage and version, which would tell that the object exists.
    """
    act = ACTS.get(type(command))
    if act is None:
        return
    own, *beside = [states[stream] for stream in streams_of(command, actor, states)]
    gone = not act.creates and (not _seen(own, actor) or (act.creates is False and not own.version))
    # Cases that the file itself rests on are read for its rules: nobody named them.
    read = behind(own) if isinstance(own, PointsState) else ()
    named = [one for one in beside if not (isinstance(one, CaseState) and one.case_no in read)]
    hidden = [own] if gone else [one for one in named if _a_hidden_case(one, actor)]
    if hidden:
        raise refuse("NOT_FOUND", what=hidden[0].label, what_en=hidden[0].label_en)


def _a_hidden_case(state: State, actor: Actor) -> bool:
    """Whether a command reads a case beside its own object that is not there for this person."""
    return isinstance(state, CaseState) and not (state.version and _seen(state, actor))


def _seen(state: State, actor: Actor) -> bool:
    if actor == BEAT:
        return True
    viewer = Viewer(actor)
    match state:
        case CaseState():
            return visible(state, viewer)
        case PointsState():
            return file_visible(state, viewer)
        case AccountState():
            inside = actor.holds(*BUREAU) and not state.roles.isdisjoint(BUREAU)
            rules = actor.holds(Role.SECURITY_ADMIN, Role.AUDITOR)
            house = actor.fixmedins_code
            own = house is not None and state.fixmedins_code == house
            signs = own and actor.holds(Role.PARTY_SECRETARY)
            return rules or inside or signs or state.login == actor.account
        case MeasuresState():
            return actor.holds(*BUREAU)
        case InspectionState():
            return actor.holds(*BUREAU) or is_inspected(state, actor)
        case MandatesState():
            return actor.holds(*BUREAU, Role.PARTY_SECRETARY)
        case KeyState():
            return actor.holds(Role.SECURITY_ADMIN)
    # Marks, parameters, courses and custody: the roles of the act decide before anything is told.
    return True


async def check_names(tx: neo4j.AsyncManagedTransaction, command: Command, actor: Actor) -> None:
    """Refuse NOT_FOUND for the first object that `command` names and that is not there for `actor`.

    ACCOUNT_UNFIT for a task given to a colleague whose account is disabled.
    """
    for reference in references_of(command):
        await _check(tx, reference, actor, getattr(command, "prac_psn_code", None))


async def _check(
    tx: neo4j.AsyncManagedTransaction, reference: Reference, actor: Actor, doctor: str | None
) -> None:
    if reference.kind is Named.PATIENT and not actor.holds(*BUREAU):
        # Outside the bureau nobody learns by trying numbers who is insured.
        return
    found = await tx.run(
        FIND[reference.kind],
        key=reference.key,
        case_no=reference.case_no,
        me=actor.account,
        inside=actor.holds(*BUREAU),
        institution=actor.fixmedins_code,
        party_of=case_scope(actor).institution,
        doctor=doctor,
        bureau=[role.value for role in BUREAU],
    )
    row = await found.single()
    if row is None:
        zh, en = (f"{word} {reference.key[:40]}" for word in WHAT[reference.kind])
        hint = HINTS.get(reference.kind)
        if hint is not None:
            zh, en = f"{zh}（{hint[0]}）", f"{en} ({hint[1]})"
        raise refuse("NOT_FOUND", what=zh, what_en=en)
    if reference.kind is Named.ASSIGNEE and row["disabled"]:
        raise unfit(row["name"], reference.key, "账号已停用", "the account is disabled")
