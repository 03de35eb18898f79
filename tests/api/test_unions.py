"""Each mutation's union holds a member for every refusal that its command can raise."""

import ast
from pathlib import Path

import pytest
from graphql import GraphQLObjectType, GraphQLUnionType

from api.account.acts import ACCOUNT_ACTS
from api.answers import BY_KIND
from api.case.acts import CASE_ACTS
from api.points.acts import POINTS_ACTS
from api.schema import build_schema
from casework.refusal_texts import TEXTS

ROOM = Path(__file__).resolve().parents[2] / "casework"
SCHEMA = build_schema(open_operations=True)._schema


def raised_codes() -> set[str]:
    """Codes of every `refuse("CODE", …)` in the law's room."""
    found = set()
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "refuse"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                found.add(str(node.args[0].value))
    return found


@pytest.mark.parametrize("act", [*CASE_ACTS, *POINTS_ACTS, *ACCOUNT_ACTS], ids=lambda act: act.name)
def test_every_refusal_of_an_act_has_a_member(act: object) -> None:
    mutation = SCHEMA.mutation_type
    assert isinstance(mutation, GraphQLObjectType)
    field_type = mutation.fields[act.name].type  # type: ignore[attr-defined]
    union = getattr(field_type, "of_type", field_type)
    assert isinstance(union, GraphQLUnionType)
    members = {member.name for member in union.types}
    kinds = {TEXTS[code][0] for code in raised_codes()}
    needed = {BY_KIND[kind].__name__ for kind in kinds} | {"StaleVersion"}
    assert needed <= members


def test_every_raised_code_has_its_texts() -> None:
    assert raised_codes() <= TEXTS.keys()


def test_every_command_of_the_law_can_be_asked_for() -> None:
    from casework.commands import agreement, case, clocks, points, referral, restoration
    from casework.commands.base import Command

    offered = {act.command for act in (*CASE_ACTS, *POINTS_ACTS, *ACCOUNT_ACTS)}
    # These have a mutation of their own, because the server fills in what a client must not say.
    own = {"OpenCase", "AttachFindings", "RecordDossier", "SetParameter", "MarkDeadlines"}
    for module in (agreement, case, clocks, points, referral, restoration):
        for value in vars(module).values():
            concrete = (
                isinstance(value, type)
                and issubclass(value, Command)
                and value.__module__.startswith(module.__name__)
                and value.__doc__
                and not value.__doc__.startswith("A command on")
            )
            if concrete and value.__name__ not in own:
                assert value in offered, value
