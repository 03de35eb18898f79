"""Every text of every command is either an id that is looked up, its own object, or prose."""

import dataclasses
import typing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.accounts import CreateAccount
from casework.commands.base import Command
from casework.commands.judgement import JudgeMark, MarkKind, Verdict
from casework.commands.naming import FIELDS, OWN, Named, references_of
from casework.commands.points import Basis, BasisKind, RecordScore, Responsibility
from casework.registry import ACTS

# Read by a rule of their own in `naming`, by the kind that stands beside them.
BY_KIND = {"account", "key", "reference", "person"}
PROSE = {
    "discovered_by",
    "address",
    "representative",
    # Held against its own check digit: whoever is barred need not be insured here.
    "identity_no",
    "representative_no",
    "amount_reason",
    "amount_reasons",
    "documents",
    # Put in by the store, from the codes that the measures name.
    "target_names",
    "consequence",
    "less_reasons",
    "relation",
    "shared_reason",
    "particulars",
    "served_by",
    "closed_reason",
    *("clerk", "attended", "heard", "advice"),
    *("act", "answer", "article_id", "basis", "by", "certificate_no", "chosen", "clause", "code"),
    *(
        "command_id",
        "content",
        "course",
        "decision_no",
        "docket_no",
        "document_no",
        "dossier_sha256",
        "exam",
    ),
    *("item", "state", "who", "scope", "notice_no", "received_by", "problem", "reply", "post"),
    *("replied_by", "signer", "witness_unit", "what_happened", "unit", "pattern", "questions"),
    *("question", "township", "village", "tie"),
    *(
        "departure",
        "day_departure",
        "factors",
        "declared_sha256",
        "period",
        "items",
        "body",
        "court",
        "defence",
    ),
    *("evidence", "facts", "fields", "file_name", "file_sha256", "holder", "issuer", "law"),
    *(
        "measures",
        "media_type",
        "method",
        "missing_parts",
        "name",
        "no_original_reason",
        "no_witness_reason",
        "new_facts",
        "note",
    ),
    *("opinion", "options", "original_medium", "party", "place", "prac_psn_name", "process"),
    *("proposal", "proves", "purpose", "raw", "reason", "reasons", "receipt", "receipt_no"),
    *("reason_en", "sentence_en"),
    *(
        "recipient",
        "record",
        "registration_no",
        "remarks",
        "result",
        "rule_id",
        "sentence",
        "sha256",
        "situation",
        "sm3",
    ),
    *("seed", "statement", "subject", "summary", "suspected_crime", "target", "text", "title"),
    *("channel", "q_value", "route", "score"),
    *("parameters", "query", "refused", "department", "acts", "pharmacy_acts", "rectify", "scope"),
    *("area", "term", "subject_name", "other"),
    *("materials_show", "materials_closed", "expert", "expert_unit", "expert_opinion"),
    *("form_id", "number", "template", "volume_sha256", "zh", "en"),
    *(
        "to",
        "value",
        "voucher",
        "what",
        "where",
        "witness",
        "present",
        "address",
        "chapter",
        "med_type",
        "sheet",
        "field",
    ),
}


def texts(kind: Any) -> Iterator[str]:
    """Names of the text fields of a dataclass and of what it contains."""
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        yield from _texts(field.name, hints[field.name])


def _texts(name: str, hint: Any) -> Iterator[str]:
    if hint is str:
        yield name
    elif dataclasses.is_dataclass(hint):
        yield from texts(hint)
    elif isinstance(hint, UnionType) or typing.get_origin(hint) is not None:
        for inner in typing.get_args(hint):
            yield from _texts(name, inner)


@pytest.mark.parametrize("kind", ACTS, ids=lambda kind: kind.__name__)
def test_every_text_of_a_command_is_classified(kind: type[Command]) -> None:
    unknown = set(texts(kind)) - FIELDS.keys() - OWN - BY_KIND - PROSE
    assert not unknown, f"{kind.__name__}: say in casework/commands/naming.py what {unknown} name"


def test_no_word_is_both_an_id_and_prose() -> None:
    assert not (FIELDS.keys() | OWN) & PROSE
    assert not FIELDS.keys() & OWN


def named(command: Command) -> set[tuple[Named, str]]:
    return {(one.kind, one.key) for one in references_of(command)}


def test_a_lead_names_party_rings_and_nothing_of_its_own() -> None:
    command = c.OpenCase(
        case_no="C1",
        title="t",
        source=c.Source.RING,
        summary="s",
        party=c.Party(c.PartyKind.INSTITUTION, "H1", "n"),
        conduct_from=date(2025, 1, 1),
        conduct_to=date(2025, 1, 2),
        findings=(c.FindingRef("F1", "r", Decimal("1.00")),),
        ring_ids=("R1", "R2"),
    )
    assert named(command) == {
        (Named.INSTITUTION, "H1"),
        (Named.RING, "R1"),
        (Named.RING, "R2"),
    }


def test_people_are_named_wherever_they_stand() -> None:
    officers = c.AssignOfficers(
        case_no="C1", officers=(c.OfficerRef("a", "1"), c.OfficerRef("b", "2"))
    )
    assert named(officers) == {(Named.COLLEAGUE, "a"), (Named.COLLEAGUE, "b")}
    task = c.AddTask(case_no="C1", title="t", assignee="a")
    assert named(task) == {(Named.ASSIGNEE, "a")}


@pytest.mark.parametrize(
    ("basis", "kinds"), [(BasisKind.CASE, {Named.CASE}), (BasisKind.DOCUMENT, set())]
)
def test_a_score_names_doctor_house_and_case(basis: BasisKind, kinds: set[Named]) -> None:
    command = RecordScore(
        prac_psn_code="D1",
        prac_psn_name="n",
        fixmedins_code="H1",
        act="a",
        responsibility=Responsibility.PRIMARY,
        points=1,
        conduct_on=date(2025, 1, 1),
        basis=Basis(basis, "X", date(2025, 1, 1)),
        reasons="r",
    )
    assert {one.kind for one in references_of(command)} == {Named.DOCTOR, Named.INSTITUTION} | kinds


def test_a_verdict_names_a_ring_and_an_account_may_await_its_codes() -> None:
    ring = JudgeMark(kind=MarkKind.RING, key="R1", verdict=Verdict.CONFIRMED)
    finding = JudgeMark(kind=MarkKind.FINDING, key="F1", verdict=Verdict.CONFIRMED)
    assert named(ring) == {(Named.RING, "R1")}
    assert named(finding) == set()
    account = CreateAccount(login="x", name="x", person="x", roles=frozenset(), fixmedins_code="H9")
    assert named(account) == set()
