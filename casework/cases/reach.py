"""Whether an institution is the bureau's own to punish, and what is to be done where it is not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from casework.actors import named
from casework.cases.place import BASIS, BASIS_EN, area_of, located
from casework.cases.state import CaseState
from casework.commands.case import Path
from casework.points.parameters import BureauState, parameters
from casework.points.setting import APPROVERS, PROPOSERS


class Standing(StrEnum):
    """What is known of an institution's place.

    OUTSIDE was judged when the case was opened; LATE is outside by what was set since; UNSET cannot
    be judged, because the bureau has not said which division is its own.
    """

    OUTSIDE = "outside"
    LATE = "late"
    UNSET = "unset"


@dataclass(frozen=True)
class Reach:
    """An institution that is, or may be, outside the bureau's area: why, and what to do."""

    standing: Standing
    area: str

    @property
    def outside(self) -> bool:
        """Whether the case belongs to the bureau of the place of care."""
        return self.standing is not Standing.UNSET

    @property
    def title(self) -> tuple[str, str]:
        """In one line, Chinese and English."""
        return TITLES[self.standing]

    @property
    def text(self) -> tuple[str, str]:
        """What it means and the lawful next step, Chinese and English."""
        row = parameters()["own_area"]
        who, by = named(PROPOSERS), named(APPROVERS)
        either, either_en = who["roles"].replace("、", "或"), who["roles_en"].replace(", ", " or ")
        zh, en = TEXTS[self.standing]
        return (
            zh.format(
                area=self.area, basis=BASIS, parameter=row.zh, who=either, by=by["roles"]
            ),
            en.format(
                area=self.area, basis=BASIS_EN, parameter=row.en, who=either_en,
                by=by["roles_en"],
            ),
        )  # fmt: skip


TITLES: Final[dict[Standing, tuple[str, str]]] = {
    Standing.OUTSIDE: (
        "县外机构，本局不能处罚",
        "Outside the county: no penalty by this bureau",
    ),
    Standing.LATE: (
        "县外机构，登记时未作判断",
        "Outside the county, which was not judged when the case was opened",
    ),
    Standing.UNSET: (
        "尚未设置本局行政区划，无法判断该机构是否在县外",
        "This bureau's own area is not set: nobody can tell whether the institution is outside",
    ),
}
TEXTS: Final[dict[Standing, tuple[str, str]]] = {
    Standing.OUTSIDE: (
        "该机构属地 {area}，不在本县：本局可登记疑点、拒付、发协查函，不能处罚；"
        "处罚由就医地医保部门作出（{basis}）。",
        "The institution is in {area}, outside this county: findings, refused payment and requests "
        "for assistance are possible, a penalty is for the bureau of the place of care ({basis}).",
    ),
    Standing.LATE: (
        "该机构属地 {area}，按现行“{parameter}”不在本县；本案登记时尚未设置，未作判断。"
        "处罚由就医地医保部门作出（{basis}），请移送就医地。",
        "The institution is in {area}, outside by the '{parameter}' that is set now; it was not set "
        "when the case was opened. A penalty is for the bureau of the place of care ({basis}): "
        "transfer the case there.",
    ),
    Standing.UNSET: (
        "该机构编码属地为 {area}。请由{who}在“本局参数”中提出设置“{parameter}”，由{by}批准；"
        "此后县外机构的案件不能在本局处罚，本页提供移送就医地（{basis}）。",
        "The institution's code says {area}. Under Parameters, {who} may propose the '{parameter}', "
        "and {by} approves it; from then on a case against an institution outside is not punished "
        "here, and this page offers its transfer to the place of care ({basis}).",
    ),
}


def reach(case: CaseState, bureau: BureauState, on: date) -> Reach | None:
    """None where the party may be punished here, or is a person.

    What cannot be judged, or was not, matters while a penalty may still be wanted.
    """
    now = located(case, bureau, on).outside_area
    if case.outside_area is not None:
        return Reach(Standing.OUTSIDE, now) if now else None
    area = area_of(case.party) if case.party else None
    penal = case.is_open and case.path is Path.ADMINISTRATIVE
    if area is None or not penal:
        return None
    if not bureau.value("own_area", on):
        return Reach(Standing.UNSET, area)
    return Reach(Standing.LATE, area) if now else None
