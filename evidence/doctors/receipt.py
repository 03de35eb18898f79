"""送达回证 of a paper of a doctor's file: what is known of the service, and places to sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.law.service import way
from casework.points.state import PointsState
from evidence.doctors import blocks as b


@dataclass(frozen=True)
class Told:
    """What was told of the service; empty before it, and where nobody kept it."""

    on: date | None = None
    way: str = ""
    particulars: str = ""
    served_by: str = ""
    posted_on: date | None = None


def page(file: PointsState, title: str, place: str, told: Told) -> list[b.Block]:
    """The page of a receipt, filled in by hand where nothing is known."""
    posted = f"{b.chinese(told.posted_on)}公告：" if told.posted_on else ""
    return [
        b.new_page("送达回证"),
        b.facts(
            ("送达文书", title),
            ("受送达人", f"{file.name}（{file.prac_psn_code}）"),
            ("所在机构", place),
            ("送达日期", b.chinese(told.on)),
            ("送达方式", way(told.way, told.on).zh if told.way and told.on else ""),
            ("受送达人签名", ""),
            ("代收人签名及与受送达人关系", ""),
            ("送达人签名（两人）", told.served_by),
            ("备注（拒收事由、见证人）", posted + told.particulars),
        ),
    ]
