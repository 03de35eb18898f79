"""How surely a party's representative is somebody who is barred from managing (条例 43), and what is said of it.

By the identity number he is for certain; by the name alone it is a hint to compare the cards.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from casework.clocks.calendars import local_date
from casework.commands.case import Party
from casework.measures.state import MANAGER_ROLES, Measured


class Likeness(StrEnum):
    """What a party's representative has in common with who is barred."""

    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True)
class Barred:
    """One bar that runs; the identity number as the reader may see it. Times are UTC."""

    name: str
    institution: str
    measure: Measured
    identity_no: str
    by: Likeness

    @property
    def certain(self) -> bool:
        """Whether the representative is the barred person."""
        return self.by is Likeness.NUMBER


SAME = (
    "证件号码相同，为同一人：请责令该机构更换管理人员，并依服务协议处理。",
    "The numbers are the same: have the institution replace him, and act under its agreement.",
)
NAMESAKE = (
    "仅姓名相同，不能认定为同一人：请核对证件，并在“更正当事人信息”中登记证件号码。",
    "Only the name is the same, which proves nothing: compare the card and enter its number "
    "under 'correct the party's particulars'.",
)


def title_of(one: Barred) -> tuple[str, str]:
    """What it is, in both languages."""
    if one.certain:
        return (
            "法定代表人（负责人）受从业禁止",
            "The representative is barred from managing institutions",
        )
    return (
        "法定代表人（负责人）与受从业禁止的人员同名",
        "Somebody of the representative's name is barred",
    )


def text_of(one: Barred) -> tuple[str, str]:
    """Who is barred, until when, and what to do."""
    measure = one.measure
    role = MANAGER_ROLES[measure.manager_role] if measure.manager_role else ("", "manager")
    since, last = _day(measure.starts_at), _last(measure.ends_at)
    who = f"{one.name}（{one.institution}{role[0]}，居民身份证号码 {one.identity_no}）"
    bar = f"自 {since} 至 {last} 禁止从事定点医药机构管理活动（条例第四十三条）。"
    who_en = f"{one.name}, {role[1]} of {one.institution} (identity number {one.identity_no}), "
    bar_en = (
        f"may manage no designated institution from {since} to {last} (Regulation article 43). "
    )
    then, then_en = SAME if one.certain else NAMESAKE
    return who + bar + then, who_en + bar_en + then_en


def likeness(party: Party, name: str, identity_no: str) -> Likeness | None:
    """None where it is another person: the names differ, or both numbers are known and differ."""
    if party.representative_no and identity_no:
        return Likeness.NUMBER if party.representative_no == identity_no else None
    return Likeness.NAME if names_one(party.representative, name) else None


def names_one(representative: str, name: str) -> bool:
    """Whether a party's representative, as it was typed, bears a name: blanks and titles do not matter."""
    typed, known = "".join(representative.split()), "".join(name.split())
    return len(known) > 1 and known in typed


def _day(at: datetime | None) -> str:
    return local_date(at).isoformat() if at else ""


def _last(ends_at: datetime | None) -> str:
    """The last day: a bar ends with the first moment after it."""
    return _day(ends_at - timedelta(seconds=1)) if ends_at else ""
