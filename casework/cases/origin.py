"""Where an item comes from that a case cites."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework.clocks.calendars import local_date
from casework.wording import Both


@dataclass(frozen=True)
class Origin:
    """The home case, the item's number in it, who took it, when, how, and why it is cited."""

    case_no: str
    number: int
    reason: str
    takers: tuple[str, ...] = ()
    collected_at: datetime | None = None
    method: str = ""

    @property
    def brief(self) -> Both:
        """How lists name it."""
        return Both(
            f"引自案件 {self.case_no} 第 {self.number} 号证据",
            f"cited from case {self.case_no}, item {self.number}",
        )

    @property
    def said(self) -> Both:
        """The same with who took it and how, and why it is cited."""
        day = local_date(self.collected_at).isoformat() if self.collected_at else ""
        zh = "，".join(one for one in (day, "、".join(self.takers), self.method) if one)
        en = ", ".join(one for one in (day, ", ".join(self.takers), self.method) if one)
        return Both(
            f"{self.brief.zh}{f'（收集：{zh}）' if zh else ''}；引用理由：{self.reason}",
            f"{self.brief.en}{f' (taken: {en})' if en else ''}; because: {self.reason}",
        )


def origin_from(d: Mapping[str, Any]) -> Origin:
    """The origin as the event of the citation tells it."""
    home, taken = d["home"], d["home"]["collection"]
    names = home["takers"]
    at = taken.get("collected_at")
    return Origin(
        case_no=home["case_no"],
        number=home["number"],
        reason=d["reason"],
        takers=tuple(names.get(one, one) for one in taken.get("officers") or ()),
        collected_at=datetime.fromisoformat(at) if at else None,
        method=taken.get("method") or "",
    )
