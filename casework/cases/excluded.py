"""What a case says of an item that was ruled out, or is proposed to be (处罚法 46)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from casework.clocks.calendars import local_date
from casework.events import Event
from casework.hands import Hand, hand_from
from casework.wording import Both

#: The grounds, in words.
GROUNDS: Final[Mapping[str, Both]] = {
    "illegal_means": Both("以非法手段取得", "taken by unlawful means"),
    "unverified": Both("未经查证属实", "not verified"),
    "form_lacking": Both(
        "形式、程序有欠缺且未能补正", "lacking in form or procedure and not made good"
    ),
    "original_missing": Both(
        "未出示原件、原物且无法核对", "original not shown, and nothing to compare it with"
    ),
    "altered": Both(
        "经修改、增减，真实性无法确认", "altered, so that nobody can tell what is genuine"
    ),
}


@dataclass(frozen=True)
class Doubt:
    """What is proposed of an item and waits: that it be ruled out, or (`back`) taken back."""

    back: bool
    ground: str
    reasons: str
    by: Hand
    by_party: bool = False


@dataclass(frozen=True)
class Excluded:
    """That an item was ruled out: on what ground, why, by whom, when."""

    ground: str
    reasons: str
    by: Hand
    on: date

    @property
    def mark(self) -> Both:
        """How lists mark it."""
        ground = GROUNDS[self.ground]
        return Both(f"已排除：{ground.zh}", f"ruled out: {ground.en}")


def excluded_from(e: Event, d: Mapping[str, Any]) -> Excluded:
    """As the event of the decision tells it."""
    return Excluded(d["ground"], d["reasons"], hand_from(d), local_date(e.at))


def doubt_from(d: Mapping[str, Any]) -> Doubt:
    """As the event of the proposal tells it."""
    ground = d.get("ground", "")
    return Doubt(not ground, ground, d["reasons"], hand_from(d), bool(d.get("by_party")))
