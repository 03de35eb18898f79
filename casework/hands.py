"""Hands: who did something, as an event keeps it, so that four eyes can be compared later."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casework.actors import Actor
from casework.events import Json
from casework.refusal import Refusal, refuse


@dataclass(frozen=True)
class Hand:
    """The person and account behind an earlier act; `behalf` whose signature it was, if another's.

    Four eyes see both: an act signed for somebody is his and the signer's.
    """

    account: str
    person: str
    name: str
    behalf: "Hand | None" = None

    @property
    def signed(self) -> str:
        """The name as it stands under a paper, with whose signature it was."""
        return f"{self.name}（受{self.behalf.name}委托代签）" if self.behalf else self.name

    @property
    def signed_en(self) -> str:
        """The same in English."""
        return f"{self.name} (for {self.behalf.name})" if self.behalf else self.name

    def is_actor(self, actor: Actor) -> bool:
        """Return whether `actor` is this human, by account or by person, or acts for him."""
        return any(actor.same_hand(one.account, one.person) for one in self._both())

    def same(self, other: "Hand") -> bool:
        """Return whether two hands belong to one human."""
        return any(
            one.account == two.account or one.person == two.person
            for one in self._both()
            for two in other._both()
        )

    def _both(self) -> tuple["Hand", ...]:
        return (self,) if self.behalf is None else (self, self.behalf)


def hand_json(hand: Hand) -> dict[str, Json]:
    """Write a hand into an event."""
    return {"account": hand.account, "person": hand.person, "name": hand.name}


def hand_from(data: Mapping[str, Json]) -> Hand:
    """Read the hand of an event (its `by`), or of any object with the three fields."""
    by = data.get("by", data)
    if not isinstance(by, Mapping):
        raise TypeError("事件缺少经手人 (event without a hand)")
    behalf = by.get("on_behalf_of")
    of = hand_from(behalf) if isinstance(behalf, Mapping) else None
    return Hand(str(by["account"]), str(by["person"]), str(by["name"]), of)


def other_eyes(actor: Actor, earlier: Iterable[Hand | None], what: str, what_en: str) -> None:
    """Refuse FOUR_EYES when `actor` is one of the `earlier` hands."""
    for hand in earlier:
        if hand is not None and hand.is_actor(actor):
            raise refuse(
                "FOUR_EYES",
                what=what,
                what_en=what_en,
                earlier_account=hand.account,
                account=actor.account,
            )


def unfit(name: str, account: str, why: str, why_en: str) -> Refusal:
    """ACCOUNT_UNFIT of a person by name; where nobody has the account, by what was typed."""
    who, who_en = (name, name) if name else (f"账号 {account}", f"account {account}")
    return refuse("ACCOUNT_UNFIT", who=who, who_en=who_en, why=why, why_en=why_en)
