"""Each mutation's union against the errors that its own command can raise: none missing, none dead.

What can be raised is read from the source: from the functions of an act (its streams, guards and
answer) through everything they name, to each `refuse("CODE")` and each raised error of the API.
"""

import ast
import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLObjectType, GraphQLUnionType, get_named_type
from strawberry.types.field import StrawberryField

import api.schema
from api.account.acts import ACCOUNT_ACTS
from api.acts import Act
from api.answers import BY_KIND
from api.case.acts import CASE_ACTS
from api.course.acts import COURSE_ACTS
from api.delegation.queries import DELEGATION_ACTS
from api.document.queries import DOCUMENT_ACTS
from api.inspection.acts import INSPECTION_ACTS
from api.key.resolvers import KEY_ACTS
from api.lines.refunds import REFUND_ACTS
from api.measure.acts import MEASURE_ACTS
from api.message.queries import MESSAGE_ACTS
from api.parameter.queries import PARAMETER_ACTS
from api.points.acts import POINTS_ACTS
from api.questions.queries import QUESTION_ACTS
from api.restoration_batch.mutations import BATCH_ACTS
from api.study.acts import ANSWER_ACTS, EXAM_ACTS, LESSON_ACTS
from casework.acts import Act as LawAct
from casework.commands.access import RevealPersonalData
from casework.commands.accounts import (
    ChangePassword,
    CreateAccount,
    ResetPassword,
    UnlockAccount,
)
from casework.commands.base import Command
from casework.commands.batches import DrawUpBatch
from casework.commands.case import AttachEvidence, AttachFindings, OpenCase
from casework.commands.evidence import AccessEvidence, ReceiveEvidence, StateCollection
from casework.commands.judgement import (
    JudgeMark,
    JudgeMembers,
    NoteMark,
    TakeBackJudgement,
    TakeBackMembers,
)
from casework.commands.keys import IssueKey
from casework.commands.naming import FIELDS
from casework.refusal_texts import TEXTS
from casework.registry import ACTS

ROOT = Path(__file__).resolve().parents[3]
#: Where the sources of refusals are read; other rooms raise errors of their own, which the
#: resolvers turn into these.
ROOMS = ("casework", "graph", "api")
SCHEMA = api.schema.build_schema(open_operations=True)._schema
assert SCHEMA.mutation_type is not None
MUTATIONS = SCHEMA.mutation_type.fields
#: Commands that a mutation written by hand executes.
BY_HAND: dict[str, tuple[type[Command], ...]] = {
    "accountCreate": (CreateAccount,),
    "accountReset": (ResetPassword,),
    "accountUnlock": (UnlockAccount,),
    "caseAttachFindings": (AttachFindings,),
    "caseOpen": (OpenCase,),
    "restorationBatchDraw": (DrawUpBatch,),
    "evidenceAccess": (AccessEvidence,),
    "evidenceCollectionState": (StateCollection,),
    "evidenceUploadComplete": (ReceiveEvidence, AttachEvidence),
    "findingJudge": (JudgeMark,),
    "findingNote": (NoteMark,),
    "keyIssue": (IssueKey,),
    "personalDataReveal": (RevealPersonalData,),
    "ringJudge": (JudgeMark,),
    "ringNote": (NoteMark,),
    "ringMembersJudge": (JudgeMembers,),
    "ringMembersTakeBack": (TakeBackMembers,),
    "ringTakeBack": (TakeBackJudgement,),
    "sameJudge": (JudgeMark,),
    "sameTakeBack": (TakeBackJudgement,),
    "sessionChangePassword": (ChangePassword,),
}
STUDIES = (*COURSE_ACTS, *LESSON_ACTS, *EXAM_ACTS, *ANSWER_ACTS)
MEASURES = (*MEASURE_ACTS, *DELEGATION_ACTS, *KEY_ACTS, *PARAMETER_ACTS, *QUESTION_ACTS)
DERIVED: dict[str, Act] = {
    act.name: act
    for act in (
        *CASE_ACTS,
        *INSPECTION_ACTS,
        *MESSAGE_ACTS,
        *POINTS_ACTS,
        *STUDIES,
        *ACCOUNT_ACTS,
        *MEASURES,
        *DOCUMENT_ACTS,
        *REFUND_ACTS,
        *BATCH_ACTS,
    )
}
RAISED = {
    "BadCursor": "InvalidInput",
    "Invalid": "InvalidInput",
    "Missing": "NotFound",
    "PasswordChangeNeeded": "NotPermitted",
    "SignInNeeded": "NotPermitted",
}
Place = tuple[str, str]


@dataclass
class Source:
    """A function or method: the members that it raises itself, and what it names."""

    members: set[str] = field(default_factory=set)
    names: set[Place] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)


@cache
def sources() -> dict[Place, Source]:
    """Every function and method of the rooms by module and name; methods are `Class.method`."""
    found: dict[Place, Source] = {}
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(
                ".__init__"
            )
            tree = ast.parse(path.read_text("utf-8"))
            imported = dict(_imports(tree))
            for name, node in _functions(tree):
                found[module, name] = _source(node, module, imported)
    return found


def _imports(tree: ast.Module) -> Iterator[tuple[str, Place]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield alias.asname or alias.name, (node.module, alias.name)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield f"{node.name}.{inner.name}", inner


def member_of(code: str) -> str:
    """The union member of a refusal's code."""
    return "StaleVersion" if code == "STALE_VERSION" else BY_KIND[TEXTS[code][0]].__name__


def _source(node: ast.AST, module: str, imported: dict[str, Place]) -> Source:
    source = Source()
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Name):
            code = one.args[0] if one.args else None
            if one.func.id == "refuse" and isinstance(code, ast.Constant):
                source.members.add(member_of(str(code.value)))
        if isinstance(one, ast.Name) and one.id in RAISED:
            source.members.add(RAISED[one.id])
        if isinstance(one, ast.Name):
            source.names.add(imported.get(one.id, (module, one.id)))
        if isinstance(one, ast.Attribute):
            source.attributes.add(one.attr)
    return source


@cache
def methods() -> dict[str, list[Place]]:
    """Methods and properties of the rooms' classes by their bare name."""
    found: dict[str, list[Place]] = {}
    for module, name in sources():
        if "." in name:
            found.setdefault(name.rpartition(".")[2], []).append((module, name))
    return found


#: Here a command begins; `BY_HAND` says which, and its act is read by itself.
COMMANDS = {
    ("graph.commands", "execute"),
    ("graph.commands", "execute_with"),
    ("casework.decide", "handle"),
}


#: Fields of commands that a query of the API happens to be called like: read here, and never called.
DATA = frozenset({"pattern"})


@cache
def members_from(roots: tuple[Place, ...], *, attributes: bool = True) -> frozenset[str]:
    """Union members for everything that can be raised from `roots` on.

    An attribute counts as every method of that name, which is too much for a resolver: `attributes`
    off follows plain names alone.
    """
    seen: set[Place] = set()
    waiting, members = list(roots), set()
    while waiting:
        place = waiting.pop()
        source = sources().get(place)
        if place in seen or source is None or (place in COMMANDS and not attributes):
            continue
        seen.add(place)
        members |= source.members
        waiting += source.names
        for attribute in source.attributes - DATA if attributes else ():
            waiting += methods().get(attribute, [])
    return frozenset(members)


def places_of(function: Callable[..., Any]) -> list[Place]:
    """Where a function stands; a guard made by a function counts as that function."""
    place = (function.__module__, function.__qualname__.partition(".<locals>")[0])
    if function.__name__ == "<lambda>":
        globals_, names = function.__globals__, function.__code__.co_names
        named: list[Any] = [globals_.get(name) for name in names]
        return [place for one in named if callable(one) for place in places_of(one)]
    assert place in sources(), f"{place} is no function of its own that can be read"
    return [place]


def door(act: LawAct) -> set[str]:
    """What `check`, `graph.sight` and the version say before and after an act answers."""
    names = {field.name for field in dataclasses.fields(act.command)}
    found = {"StaleVersion"}
    found |= {"NotPermitted"} if act.roles else set()
    found |= {"IllegalTransition"} if act.stages is not None or act.creates else set()
    found |= {"NotFound"} if act.creates is False or names & FIELDS.keys() else set()
    return found | ({member_of("ACCOUNT_UNFIT")} if "assignee" in names else set())


def members_of_command(command: type[Command]) -> frozenset[str]:
    """Members for everything that the command can be refused for."""
    act: LawAct = ACTS[command]
    functions = (act.streams, act.answer, *act.guards)
    places = [place for function in functions for place in places_of(function)]
    # Whoever asks has signed in, or is told so.
    return frozenset(members_from(tuple(places)) | door(act) | {"NotPermitted"})


def union_of(name: str) -> GraphQLUnionType:
    kind = MUTATIONS[name].type
    union = getattr(kind, "of_type", kind)
    assert isinstance(union, GraphQLUnionType)
    return union


def errors_of(union: GraphQLUnionType) -> set[str]:
    """The members that are errors."""
    return {
        member.name
        for member in union.types
        if isinstance(member, GraphQLObjectType)
        and "UserError" in {interface.name for interface in member.interfaces}
    }


def resolvers() -> dict[str, Place]:
    """The resolver of every mutation that is written by hand, by the schema's name."""
    found = {}
    for field_ in api.schema.Mutation.__strawberry_definition__.fields:  # type: ignore[attr-defined]
        assert isinstance(field_, StrawberryField)
        resolver = field_.base_resolver
        assert resolver is not None
        name = field_.graphql_name or _camel(field_.python_name)
        if name not in DERIVED:
            function = resolver.wrapped_func
            found[name] = (function.__module__, function.__qualname__)
    return found


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.title() for word in rest)


def needed(name: str) -> set[str]:
    """The error members that a mutation's commands and resolver can bring about."""
    act = DERIVED.get(name)
    if act is not None:
        prepared = places_of(act.prepare) if act.prepare else []
        return set(members_of_command(act.command)) | members_from(tuple(prepared))
    surely = members_from((resolvers()[name],), attributes=False)
    perhaps = members_from((resolvers()[name],)) & errors_of(union_of(name))
    found = set(surely | perhaps)
    takes_version = any(
        "expectedVersion" in getattr(get_named_type(argument.type), "fields", {})
        for argument in MUTATIONS[name].args.values()
    )
    for command in BY_HAND.get(name, ()):
        found |= members_of_command(command) - (set() if takes_version else {"StaleVersion"})
    return found


@pytest.mark.parametrize("name", sorted(MUTATIONS))
def test_every_refusal_has_a_member(name: str) -> None:
    assert needed(name) <= errors_of(union_of(name))


@pytest.mark.parametrize("union", sorted({union_of(name).name for name in MUTATIONS}))
def test_no_member_is_dead(union: str) -> None:
    names = [name for name in MUTATIONS if union_of(name).name == union]
    raised: set[str] = set()
    for name in names:
        raised |= needed(name)
    # Answers of the sign-in itself, returned and never raised.
    assert errors_of(union_of(names[0])) - {"SignInFailed"} <= raised


def test_commands_are_told_apart() -> None:
    """The reading is no constant: acts differ in what they can be refused for."""
    found = {command: members_of_command(command) for command in ACTS}
    assert "LawRefused" in found[DERIVED["casePenaltyPropose"].command]
    assert "LawRefused" not in found[DERIVED["keyRevoke"].command]
    assert len(set(found.values())) > 2


def test_every_mutation_is_read() -> None:
    assert DERIVED.keys() | resolvers().keys() == MUTATIONS.keys()
    assert BY_HAND.keys() <= resolvers().keys()
    for place in resolvers().values():
        assert place in sources(), place


def test_every_command_of_the_law_can_be_asked_for() -> None:
    from casework.commands import agreement, clocks, courses, points, referral, restoration

    offered = {act.command for act in DERIVED.values()} | {c for cs in BY_HAND.values() for c in cs}
    # The dossier is recorded by the job that seals it, passed deadlines and sittings are marked by
    # the beat; a course and earlier refunds come in as files.
    own = {
        "RecordDossier",
        "MarkDeadlines",
        "MarkSittings",
        "RecordUnrecorded",
        "ImportCourse",
        "ImportRefunds",
        "RecordSettled",
    }
    modules = {
        module.__name__ for module in (agreement, clocks, courses, points, referral, restoration)
    }
    for command in ACTS:
        of_a_desk = command.__module__ in modules or ".case" in command.__module__
        assert not of_a_desk or command.__name__ in own or command in offered, command
