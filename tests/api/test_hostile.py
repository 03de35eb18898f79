"""Every question and every act of the schema with poisonous values: refused in words, never a 500."""

import base64
import json
import logging
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_leaf_type,
)

from tests.api.test_every_mutation import ANONYMOUS, OPEN_TO_ALL, SCHEMA, TABLE

assert SCHEMA.query_type is not None
assert SCHEMA.mutation_type is not None
QUERIES, MUTATIONS = SCHEMA.query_type.fields, SCHEMA.mutation_type.fields


def packed(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


#: Each poison is a value for every scalar of the schema.
POISONS: dict[str, dict[str, Any]] = {
    "zero bytes and negative numbers": {
        "String": "a\x00b",
        "ID": packed("Case:\x00"),
        "Int": -1,
        "Float": -1.0,
        "Boolean": False,
        "Decimal": "-0.01",
        "Date": "1900-01-01",
        "DateTime": "1900-01-01T00:00:00+08:00",
        "JSON": {"nodes": [{"id": "\x00"}], "\x00": None},
    },
    "very long and very large": {
        "String": "长" * 100_000,
        "ID": "x" * 100_000,
        "Int": 2_147_483_647,
        "Float": 1e308,
        "Boolean": True,
        "Decimal": "1e308",
        "Date": "2999-12-31",
        "DateTime": "2999-12-31T23:59:59+08:00",
        "JSON": {"nodes": ["x" * 100_000]},
    },
    "words of other languages and times out of range": {
        "String": "'\"`}) MATCH (n) DETACH DELETE n // ; DROP TABLE mdtrt_d; {psn} %s ../../etc/passwd",
        "ID": packed("Patient:'\"`}) MATCH (n) DETACH DELETE n //"),
        "Int": 0,
        "Float": 0.0,
        "Boolean": True,
        "Decimal": "NaN",
        "Date": "9999-12-31",
        "DateTime": "0001-01-01T00:00:00+00:00",
        "JSON": [[[[]]], None, 1e308],
    },
    "half a character": {
        "String": "\ud800",
        "ID": "\ud800",
        "Int": 1,
        "Float": 1.0,
        "Boolean": True,
        "Decimal": "Infinity",
        "Date": "2025-06-05",
        "DateTime": "2025-06-05T08:00:00+08:00",
        "JSON": {"nodes": [{"id": "\udfff"}]},
    },
    "an id of something else": {
        "String": "none",
        "ID": packed("Nothing:none"),
        "Int": 1,
        "Float": 1.0,
        "Boolean": True,
        "Decimal": "",
        "Date": "2025-02-30",
        "DateTime": "yesterday",
        "JSON": None,
    },
}


def filled(kind: GraphQLInputType, poison: dict[str, Any], depth: int = 0) -> Any:
    """A value of an input type in which everything that can be set is poison."""
    if isinstance(kind, GraphQLNonNull):
        return filled(kind.of_type, poison, depth)
    if isinstance(kind, GraphQLList):
        return [filled(kind.of_type, poison, depth)]
    if isinstance(kind, GraphQLInputObjectType):
        deep = {} if depth > 3 else kind.fields
        return {key: filled(one.type, poison, depth + 1) for key, one in deep.items()}
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    return poison[kind.name]


def written(word: str, name: str, field: GraphQLField, poison: dict[str, Any]) -> dict[str, Any]:
    """The request that asks for one field with every argument given."""
    heads = ", ".join(f"${key}: {argument.type}" for key, argument in field.args.items())
    uses = ", ".join(f"{key}: ${key}" for key in field.args)
    leaf = is_leaf_type(get_named_type(field.type))
    query = (
        f"{word}{f'({heads})' if heads else ''} {{ r: {name}{f'({uses})' if uses else ''}"
        f"{'' if leaf else ' { __typename }'} }}"
    )
    values = {key: filled(argument.type, poison) for key, argument in field.args.items()}
    return {"query": query, "variables": values}


async def trouble(desk: Any, name: str, request: dict[str, Any]) -> list[str]:
    """What no answer may be: a status of 500 and above, or an error that nobody foresaw."""
    answer = await sent(desk, json.dumps(request).encode())
    if answer.status_code != 200:
        # Too large, or no text at all: turned away at the door.
        return [] if answer.status_code in (400, 413) else [f"{name}: HTTP {answer.status_code}"]
    codes = [
        (error.get("extensions") or {}).get("code") for error in answer.json().get("errors", [])
    ]
    return [f"{name}: {code}" for code in codes if code == "INTERNAL"]


async def sent(desk: Any, body: bytes, kind: str = "application/json") -> Any:
    headers = {"X-CSRF-Token": desk.csrf, "Content-Type": kind}
    return await desk.http.post("/graphql", content=body, headers=headers)


@pytest.mark.parametrize("poison", POISONS)
async def test_every_question(world: Any, poison: str) -> None:
    wrong = []
    for name, field in QUERIES.items():
        for who in ("inspector", "doctor"):
            request = written("query", name, field, POISONS[poison])
            wrong += await trouble(world.people[who], f"{who} {name}", request)
    assert wrong == []


@pytest.mark.parametrize("poison", POISONS)
async def test_every_act(world: Any, poison: str, caplog: pytest.LogCaptureFixture) -> None:
    wrong = []
    with caplog.at_level(logging.ERROR, "jicha.api"):
        for name, field in MUTATIONS.items():
            row = TABLE[name]
            stranger = row.right in (ANONYMOUS, OPEN_TO_ALL)
            desk = world.browser() if stranger else world.people[row.right]
            request = written("mutation", name, field, POISONS[poison])
            wrong += await trouble(desk, f"{row.right} {name}", request)
    assert wrong == [], caplog.text[-3000:]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"42",
        b'"query"',
        b"{",
        b"{}",
        b'{"query": null}',
        b'{"query": 7}',
        b'{"query": ["{ session { serverTime } }"]}',
        b'{"query": "{ session { serverTime } }", "variables": [1]}',
        b'{"query": "{ session { serverTime } }", "variables": "x"}',
        b'{"query": "{ session { serverTime } }", "operationName": {"a": 1}}',
        b'{"query": "{ session { serverTime } }", "operationName": "nobody"}',
        b'{"query": "{ session { serverTime } }", "extensions": 5}',
        b'{"query": "query($a: Int!) { cases(first: $a) { nodes { caseNo } } }", "variables": {"a": "x"}}',
        b'{"query": "query($a: Int!) { cases(first: $a) { nodes { caseNo } } }", "variables": {"a": NaN}}',
        b'{"query": "{ session { serverTime } }", "variables": {"a": 1e999}}',
        b'{"query": "\xff\xfe"}',
        b"\x00" * 100,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"variables": ' + b'{"a":' * 20_000 + b"1" + b"}" * 20_000 + b', "query": "{ a }"}',
        b'{"query": "' + b"{ a " * 5_000 + b"}" * 5_000 + b'"}',
        b'[{"query": "{ session { serverTime } }"}, {"query": "{ session { serverTime } }"}]',
    ],
    ids=lambda body: body[:40].decode("latin-1"),
)
@pytest.mark.parametrize("who", ["inspector", ANONYMOUS])
async def test_what_is_no_request(world: Any, body: bytes, who: str) -> None:
    desk = world.browser() if who == ANONYMOUS else world.people[who]
    answer = await sent(desk, body)
    assert answer.status_code < 500, answer.text[:300]
    told = answer.json() if answer.headers["content-type"].startswith("application/json") else {}
    codes = [(one.get("extensions") or {}).get("code") for one in told.get("errors", [])]
    assert "INTERNAL" not in codes


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data", "application/xml", "x"])
async def test_a_form_of_another_site_is_no_request(world: Any, kind: str) -> None:
    answer = await sent(world.people["inspector"], b'{"query": "{ session { serverTime } }"}', kind)
    assert 400 <= answer.status_code < 500, answer.text[:300]
