"""The register of delegations, and the acts on it."""

from __future__ import annotations

from collections.abc import Mapping

import strawberry

from api.acts import Act
from api.context import Context, Info
from api.delegation import types as gql
from api.names import Language, pick
from api.results import DelegationSuccess
from casework.actors import BUREAU, Role
from casework.clocks.calendars import local_date
from casework.commands import delegation as d
from casework.commands.base import Command
from casework.custody.state import EvidenceState
from casework.delegation.absence import LEADERS
from casework.delegation.rows import delegable_by, never, receivers
from casework.delegation.state import Absence, Delegation, Entrustment
from casework.events import Event
from casework.registry import ACTS
from graph.custody.read import items_of
from graph.delegation.read import register

DELEGATION_ACTS = (
    Act("delegationGive", d.DelegateSignature),
    Act("delegationEnd", d.EndDelegation),
    Act("entrustmentRecord", d.EntrustCentre),
    Act("entrustmentScanAttach", d.AttachLetter),
    Act("entrustmentEnd", d.EndEntrustment),
    Act("absenceRecord", d.RecordAbsence),
    Act("absenceEnd", d.EndAbsence),
)
EVERY = frozenset(Role)
TITLES = {act.name: (act.zh, act.en) for act in ACTS.values()}


async def register_of(context: Context) -> gql.MandateRegister:
    """The register as this person reads it."""
    state, _ = await register(context.driver, context.viewer)
    scans = await items_of(context.driver, (one.scan for one in state.letters if one.scan))
    language = context.language
    return gql.MandateRegister(
        delegations=[_delegation(one, context) for one in reversed(state.delegations)],
        letters=[_letter(one, scans, context) for one in reversed(state.letters)],
        absences=[_absence(one, context) for one in reversed(state.absences)],
        may_record_others=context.actor.holds(*LEADERS),
        mine=[
            _act(act, language, context.actor.roles) for act in delegable_by(context.actor.roles)
        ],
        never=[
            gql.NeverDelegated(
                title=pick(language, row.zh, row.en), basis=pick(language, row.basis, row.basis_en)
            )
            for row in never().values()
        ],
        version=state.version,
    )


def _act(name: str, language: Language, of: frozenset[Role] = EVERY) -> gql.DelegableAct:
    title = pick(language, *TITLES[name])
    to = sorted(receivers(name, of))
    return gql.DelegableAct(act=name, title=title, to=to)


def _delegation(one: Delegation, context: Context) -> gql.Delegation:
    return gql.Delegation(
        delegation_id=one.delegation_id,
        principal=one.principal.name,
        principal_account=one.principal.account,
        deputy=one.deputy.name,
        deputy_account=one.deputy.account,
        acts=[_act(act, context.language) for act in one.acts],
        starts_at=one.starts_at,
        over_at=one.over_at,
        reason=one.reason,
        holds=one.holds(context.at),
        ended=one.ended_at is not None,
    )


def _letter(
    one: Entrustment, scans: Mapping[str, EvidenceState], context: Context
) -> gql.Entrustment:
    # Who opens it must be of the bureau, like all that lies in the vault.
    scan = scans[one.scan] if one.scan and context.actor.holds(*BUREAU) else None
    return gql.Entrustment(
        document_no=one.document_no,
        scope=one.scope,
        published_on=one.published_on,
        where=one.where,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        by=one.by.name,
        scan=scan.evidence_id if scan else None,
        scan_name=scan.name if scan else None,
        scan_lost=scan is not None and scan.intact is False,
        holds=one.starts_on <= local_date(context.at) <= one.ends_on,
    )


def _absence(one: Absence, context: Context) -> gql.Absence:
    today, actor = local_date(context.at), context.actor
    own = one.who.is_actor(actor) or actor.holds(*LEADERS)
    open_still = one.ended_on is None and one.ends_on >= today
    return gql.Absence(
        absence_id=one.absence_id,
        who=one.who.name,
        who_account=one.who.account,
        stand_in=one.stand_in.name if one.stand_in else None,
        starts_on=one.starts_on,
        over_on=one.over_on,
        # Why somebody is away may be his illness: it is told to him and to who leads.
        reason=one.reason if own else "",
        holds=one.meets(today, today),
        ended=one.ended_on is not None,
        may_end=open_still and own,
    )


async def after_act(info: Info, command: Command, events: list[Event]) -> DelegationSuccess:
    """Answer of every act: the register as it stands."""
    return DelegationSuccess(register=await register_of(info.context))


@strawberry.type
class DelegationQueries:
    """The page of delegations."""

    @strawberry.field
    async def mandates(self, info: Info) -> gql.MandateRegister | None:
        """The register; null for whom it is not."""
        if not info.context.actor.holds(*BUREAU, Role.AUDITOR, Role.PARTY_SECRETARY):
            return None
        return await register_of(info.context)
