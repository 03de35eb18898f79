"""Reads which acts may be signed by delegation, and which never."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casework.actors import Role
from casework.refusal import Refusal, refuse

FILE = Path(__file__).parent / "rows.toml"


@dataclass(frozen=True)
class Never:
    """An act that is for the person alone."""

    act: str
    zh: str
    en: str
    basis: str
    basis_en: str
    mark: str

    def refusal(self) -> Refusal:
        """NEVER_DELEGATED with its law."""
        return refuse(
            "NEVER_DELEGATED", act=self.zh, act_en=self.en, basis=self.basis, basis_en=self.basis_en
        )


@dataclass(frozen=True)
class Delegable:
    """Acts whose signature may be given away: of which roles, and to which."""

    acts: tuple[str, ...]
    of: frozenset[Role]
    to: frozenset[Role]
    basis: str
    mark: str


@cache
def _raw() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads(FILE.read_text("utf-8"))


def _roles(names: Iterable[str]) -> frozenset[Role]:
    return frozenset(Role(name) for name in names)


@cache
def never() -> dict[str, Never]:
    """Acts that can never be delegated."""
    return {row["act"]: Never(**row) for row in _raw()["never"]}


@cache
def delegable() -> tuple[Delegable, ...]:
    """Acts that can."""
    return tuple(
        Delegable(tuple(r["acts"]), _roles(r["of"]), _roles(r["to"]), r["basis"], r["mark"])
        for r in _raw()["delegable"]
    )


def delegable_by(roles: frozenset[Role]) -> tuple[str, ...]:
    """The acts whose signature somebody with these roles may give away."""
    return tuple(act for row in delegable() if row.of & roles for act in row.acts)


def receivers(act: str, of: frozenset[Role]) -> frozenset[Role]:
    """Who may be given the signature of an act by somebody with the roles `of`: one of these roles."""
    return frozenset().union(*(row.to for row in delegable() if act in row.acts and row.of & of))
