"""Reads which approvals may be given at once, and puts an approval as the command that it is."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from casework.cases.state import CaseState
from casework.commands.case import (
    CaseCommand,
    CloseCase,
    ClosingGround,
    Matter,
    Outcome,
    ReviewProposal,
)
from casework.refusal import Refusal, refuse

FILE: Final = Path(__file__).parent / "rows.toml"


@dataclass(frozen=True)
class Bulk:
    """An approval that may be given for several cases at once, by its command's name."""

    act: str
    basis: str
    basis_en: str
    mark: str
    valid_from: date


@dataclass(frozen=True)
class Alone:
    """An act that is done case by case, with the law that says so."""

    act: str
    zh: str
    en: str
    basis: str
    basis_en: str
    mark: str

    def refusal(self) -> Refusal:
        """NOT_IN_BULK with its law."""
        return refuse(
            "NOT_IN_BULK", act=self.zh, act_en=self.en, basis=self.basis, basis_en=self.basis_en
        )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text("utf-8"))


@cache
def bulk_rows() -> dict[str, Bulk]:
    """What may be approved at once, by act."""
    return {raw["act"]: Bulk(**raw) for raw in _table()["bulk"]}


@cache
def alone_rows() -> dict[str, Alone]:
    """What the law wants case by case, by act."""
    return {raw["act"]: Alone(**raw) for raw in _table()["alone"]}


def may_bulk(act: str, on: date) -> bool:
    """Whether an act may be approved together with others on a day."""
    row = bulk_rows().get(act)
    return row is not None and row.valid_from <= on


def refuse_bulk(act: str, zh: str, en: str) -> Refusal:
    """Why an act is not approved in bulk: its law, or that no row allows it."""
    row = alone_rows().get(act)
    if row is not None:
        return row.refusal()
    return refuse(
        "NOT_IN_BULK",
        act=zh,
        act_en=en,
        basis="没有允许批量办理的规定",
        basis_en="no row allows it in bulk",
    )


def approval_of(act: str, case: CaseState, version: int, opinion: str) -> CaseCommand:
    """The approval of one case as its command; raises KeyError for an act without a row."""
    return _APPROVALS[act](case, version, opinion)


def _review(case: CaseState, version: int, opinion: str) -> CaseCommand:
    proposal = case.proposal
    return ReviewProposal(
        case_no=case.case_no,
        proposal_id=proposal.proposal_id if proposal else "",
        outcome=Outcome.APPROVED,
        reasons=opinion,
        expected_version=version,
    )


def _close(case: CaseState, version: int, opinion: str) -> CaseCommand:
    one = case.submissions.get(Matter.CLOSING)
    # What is unpaid, annulled or never punished has a ground of its own, and is looked at alone.
    if one is not None and one.ground != ClosingGround.EXECUTED:
        raise refuse("CLOSED_ALONE")
    return CloseCase(case_no=case.case_no, reasons=opinion, expected_version=version)


_APPROVALS: Final[dict[str, Callable[[CaseState, int, str], CaseCommand]]] = {
    "ReviewProposal": _review,
    "CloseCase": _close,
}
