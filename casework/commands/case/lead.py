"""From the lead to the filing: register, name officers, file or decline."""

from dataclasses import dataclass
from datetime import date

from casework.commands.base import Command
from casework.commands.case.base import CaseCommand
from casework.commands.case.kinds import FindingRef, OfficerRef, Party, Path, Source
from casework.commands.case.recuse import Tie


@dataclass(frozen=True, kw_only=True)
class OpenCase(Command):
    """Register a lead (线索登记). Without `case_no` the store allots the next number.

    `inspection_no` is the inspection that it comes from: it is tied to the case, and its signed papers
    become evidence, at once or when it ends. `discovered_on` and `discovered_by`: when the bureau learnt of
    the conduct, and from what paper, where that was before the lead is registered (处罚法 36); of an
    inspection the day on which it began. `real_name`: whoever reported it gave his name, and is told
    whether the case is filed (局令5). `of_doctor` is what the store finds: the party's code is that of a doctor of the map.
    """

    case_no: str | None = None
    title: str
    source: Source
    summary: str
    party: Party
    conduct_from: date
    conduct_to: date
    path: Path = Path.ADMINISTRATIVE
    findings: tuple[FindingRef, ...] = ()
    ring_ids: tuple[str, ...] = ()
    inspection_no: str = ""
    real_name: bool = False
    discovered_on: date | None = None
    discovered_by: str = ""
    of_doctor: bool = False


@dataclass(frozen=True, kw_only=True)
class AssignOfficers(CaseCommand):
    """Name the officers in charge: at least two certified persons (条例 29, 处罚法 42).

    `ties` is what the store finds between the party and them, or who acts on the case by his role
    (`acting`, by account); `undeclared`, by account, of which officer it could compare nothing because he
    declared nothing.
    """

    officers: tuple[OfficerRef, ...]
    reason: str = ""
    ties: tuple[Tie, ...] = ()
    acting: tuple[str, ...] = ()
    undeclared: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ExtendClue(CaseCommand):
    """Extend the clue check by 15 working days, once (局令4 第十四条)."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class FileCase(CaseCommand):
    """File the case (立案). The four conditions of 局令4 第十五条 are confirmed one by one.

    The limitation is also reckoned: `harmful_result` claims the longer term of 处罚法 36. The store allots
    the case's number (案号) of the series with its `serial` and `year`.
    """

    preliminary_proof: bool
    penalty_possible: bool
    own_jurisdiction: bool
    within_limitation: bool
    harmful_result: bool = False
    reasons: str
    docket_no: str = ""
    serial: int | None = None
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class DeclineCase(CaseCommand):
    """Do not file (不予立案), with reasons."""

    reasons: str
