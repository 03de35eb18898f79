"""The bureau's leaders who discuss something of a case together (处罚法 57; 局令4 第五、四十四条).

The members are the head and the deputies, and whoever the bureau's own rule names beside them. Whoever was an
officer of the case or reviewed its legality reports and attends, and is no member.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, Protocol

from casework.accounts.state import AccountState
from casework.actors import PRINCIPALS, Role, named
from casework.cases.parts import Recusal
from casework.hands import Hand, unfit
from casework.law.own import figure
from casework.refusal import Refusal, refuse

#: Who takes part in a collective discussion, as a member or beside them, and may record it.
LEADERS = PRINCIPALS | {Role.SUPERVISOR, Role.LEGAL_REVIEWER}
#: The rule that names members beside the head and deputies; its values are `ALSO`.
MEMBERS_RULE: Final = "collective_also"
ALSO: Final[dict[str, frozenset[Role]]] = {
    "none": frozenset(),
    "supervisor": frozenset({Role.SUPERVISOR}),
    "supervisor_legal": frozenset({Role.SUPERVISOR, Role.LEGAL_REVIEWER}),
}


class Staffed(Protocol):
    """A case or an inspection: whoever was its officer or reviewer, now or before, and was asked to withdraw."""

    @property
    def ever_officers(self) -> tuple[Hand, ...]:
        """Their hands."""
        ...

    @property
    def ever_reviewers(self) -> tuple[Hand, ...]:
        """Whoever reviewed its legality."""
        ...

    @property
    def recusals(self) -> tuple[Recusal, ...]:
        """Every request, the oldest first."""
        ...


def withdrawn(case: Staffed, one: Hand) -> bool:
    """Whether it was decided that this human withdraws (处罚法 43)."""
    return any(r.granted and r.officer.same(one) for r in case.recusals)


def member_roles(states: Mapping[str, Any], at: datetime) -> frozenset[Role]:
    """Who is a member: head and deputies, and whom the bureau's rule of that day names."""
    return PRINCIPALS | ALSO[figure(states, MEMBERS_RULE, at).value]


def present(
    case: Staffed, accounts: Iterable[AccountState], need: int, members: frozenset[Role]
) -> list[Hand]:
    """The members present: at least `need` different persons, none who worked on it, nobody withdrawn.

    `members` are the roles that make a member. Refuses ACCOUNT_UNFIT, TOO_FEW_MEMBERS.
    """
    known = tuple(accounts)
    for account in known:
        _attends(case, Hand(account.login, account.person, account.name))
        _member(account, members)
    return gathered(known, need, members)


def gathered(accounts: Iterable[AccountState], need: int, members: frozenset[Role]) -> list[Hand]:
    """At least `need` different members, whatever they had to do with the matter.

    Refuses ACCOUNT_UNFIT, TOO_FEW_MEMBERS.
    """
    hands = []
    for account in accounts:
        _member(account, members)
        hands.append(Hand(account.login, account.person, account.name))
    people = len({hand.person for hand in hands})
    if people < need or people < len(hands):
        raise refuse("TOO_FEW_MEMBERS", need=need, count=people, **named(members))
    return hands


def _attends(case: Staffed, hand: Hand) -> None:
    """Whoever worked on the case is heard, and has no vote; whoever withdrew is not there."""
    if any(hand.same(officer) for officer in case.ever_officers):
        raise _unfit(hand, "承办人员汇报，不参加表决", "its officers report and do not vote")
    if any(hand.same(one) for one in case.ever_reviewers):
        raise _unfit(
            hand,
            "本案法制审核人员列席并说明审核意见，不参加表决，请在讨论记录中写明列席，不列为参加人员",
            "who reviewed its legality attends and explains the opinion without a vote: say so in the "
            "record, and leave him out of the members",
        )
    if withdrawn(case, hand):
        raise _unfit(
            hand,
            "已决定回避，不参加讨论",
            "withdrawn by decision, and takes no part in the discussion",
        )


def _member(account: AccountState, members: frozenset[Role]) -> None:
    """At work, and head, deputy or whom the bureau's rule names."""
    may_attend = not LEADERS.isdisjoint(account.roles) and not account.disabled
    if may_attend and account.roles.isdisjoint(members):
        who = named(members)
        raise unfit(
            account.name,
            account.login,
            f"不是参加集体讨论的负责人（{who['roles']}）；可以列席，请在讨论记录中写明",
            f"no member of the discussion ({who['roles_en']}); he may attend: say so in the record",
        )
    account.must_hold(*members)


def _unfit(hand: Hand, why: str, why_en: str) -> Refusal:
    return unfit(hand.name, hand.account, why, why_en)
