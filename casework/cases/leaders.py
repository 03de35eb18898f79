"""The bureau's leaders who discuss something of a case together (处罚法 57; 局令4 第五、四十四条)."""

from collections.abc import Iterable
from typing import Protocol

from casework.accounts.state import AccountState
from casework.actors import Role
from casework.cases.parts import Recusal
from casework.hands import Hand
from casework.refusal import refuse

#: Who takes part in a collective discussion, and may record it.
LEADERS = frozenset({Role.HEAD, Role.SUPERVISOR, Role.LEGAL_REVIEWER})


class Staffed(Protocol):
    """A case or an inspection: whoever was its officer, now or before, and who was asked to withdraw."""

    @property
    def ever_officers(self) -> tuple[Hand, ...]:
        """Their hands."""
        ...

    @property
    def recusals(self) -> tuple[Recusal, ...]:
        """Every request, the oldest first."""
        ...


def withdrawn(case: Staffed, one: Hand) -> bool:
    """Whether it was decided that this human withdraws (处罚法 43)."""
    return any(r.granted and r.officer.same(one) for r in case.recusals)


def present(case: Staffed, accounts: Iterable[AccountState], need: int) -> list[Hand]:
    """Those present: at least `need` different persons, no officer of what they discuss, nobody withdrawn.

    Refuses ACCOUNT_UNFIT, TOO_FEW_MEMBERS.
    """
    hands = []
    for account in accounts:
        account.must_hold(*LEADERS)
        hand = Hand(account.login, account.person, account.name)
        if any(hand.same(officer) for officer in case.ever_officers):
            raise refuse(
                "ACCOUNT_UNFIT",
                login=hand.account,
                why="承办人员汇报，不参加表决",
                why_en="its officers report and do not vote",
            )
        if withdrawn(case, hand):
            raise refuse(
                "ACCOUNT_UNFIT", login=hand.account, why="已决定回避，不参加讨论",
                why_en="withdrawn by decision, and takes no part in the discussion",
            )  # fmt: skip
        hands.append(hand)
    people = len({hand.person for hand in hands})
    if people < need or people < len(hands):
        raise refuse("TOO_FEW_MEMBERS", need=need, count=people)
    return hands
