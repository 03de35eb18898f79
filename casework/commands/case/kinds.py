"""What the penalty procedure's commands speak of: parties, findings, opinions, rulings."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from casework.id_number import typed
from casework.refusal import refuse


class Source(StrEnum):
    """Where a clue came from; letters, tips and superiors are registered by hand."""

    FINDING = "finding"
    RING = "ring"
    TIP = "tip"
    LETTER = "letter"
    SUPERIOR = "superior"
    TRANSFER = "transfer"
    INSPECTION = "inspection"


class Path(StrEnum):
    """Which procedure a case runs in: administrative penalty, or handling under agreement."""

    ADMINISTRATIVE = "administrative"
    AGREEMENT = "agreement"


class PartyKind(StrEnum):
    """Articles 38–40 are for institutions, article 41 for persons."""

    INSTITUTION = "institution"
    PERSON = "person"


class Outcome(StrEnum):
    """Said of a review."""

    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"


class Opinion(StrEnum):
    """The five opinions of a legal review (局令4 第三十九条)."""

    AGREE = "agree"
    CONTINUE = "continue_investigation"
    CHANGE = "change"
    CORRECT = "correct_procedure"
    OTHER = "other"


class Ruling(StrEnum):
    """What the head of the bureau decides."""

    PENALTY = "penalty"
    NO_PENALTY = "no_penalty"
    RETURNED = "returned"


class LessGround(StrEnum):
    """Why less is asked back than the confirmed loss: it came back before, the party is gone, or
    another procedure or body recovers it."""

    RETURNED_BEFORE = "returned_before"
    PARTY_GONE = "party_gone"
    ELSEWHERE = "elsewhere"


class NoPenaltyGround(StrEnum):
    """Why nobody is punished (处罚法 30, 31, 33, 36, 37, 57); never "no ground"."""

    MINOR_CORRECTED = "minor_corrected"
    FIRST_MINOR = "first_minor"
    NO_FAULT = "no_fault"
    NOT_PROVEN = "not_proven"
    LIMITATION = "limitation"
    NO_LONGER_PUNISHED = "no_longer_punished"
    UNDER_FOURTEEN = "under_fourteen"
    INCAPABLE = "incapable"


class HearingEnd(StrEnum):
    """Why a hearing that was asked for is not held to its end (处罚法 64 (6))."""

    WITHDRAWN = "withdrawn"
    NOT_ATTENDED = "not_attended"
    LEFT_MIDWAY = "left_midway"


class DiscussionSubject(StrEnum):
    """What the leaders discuss together: the decision itself, or a longer time for it."""

    DECISION = "decision"
    EXTENSION = "extension"


class ClosingGround(StrEnum):
    """Situations in which a case may be closed (局令4 第五十六条; rows in `law/service.toml`)."""

    EXECUTED = "executed"
    COURT = "court"
    NO_EXECUTION = "no_execution"
    OTHER = "other"


class Defence(StrEnum):
    """How the party used its right to state and defend."""

    STATED = "stated"
    WAIVED = "waived"
    SILENT = "silent"


class ServiceWay(StrEnum):
    """Ways of service (送达)."""

    DIRECT = "direct"
    LEFT = "left"
    ELECTRONIC = "electronic"
    ENTRUSTED = "entrusted"
    MAIL = "mail"
    FORWARDED = "forwarded"
    ANNOUNCEMENT = "announcement"


class SignatureHow(StrEnum):
    """Signed (and stamped), or refused before a witness."""

    SIGNED = "signed"
    REFUSED_TO_SIGN = "refused_to_sign"


class PaymentKind(StrEnum):
    """Returned fund money goes to the fund's account, fines to the treasury (条例 45).

    Damages are owed under the agreement: neither fund money that came back nor a fine.
    """

    RECOVERY = "recovery"
    FINE = "fine"
    SURCHARGE = "surcharge"
    DAMAGES = "damages"


@dataclass(frozen=True)
class Party:
    """The party: `key` is fixmedins_code of an institution or psn_no of a person.

    `address` is where it is or lives, `representative` who stands for an institution (法定代表人,
    负责人): what a decision names (处罚法 59), `representative_no` his identity number, by which one who
    is barred from managing is known (条例 43). Empty in older cases, and where nobody knows.
    `sole_trader`: the institution is a 个体工商户, which is heard from a lower fine on.
    """

    kind: PartyKind
    key: str
    name: str
    address: str = ""
    representative: str = ""
    representative_no: str = ""
    sole_trader: bool = False

    @property
    def heard_as(self) -> str:
        """Whose threshold of a hearing is this party's."""
        return "sole_trader" if self.sole_trader else self.kind.value


def party_json(party: Party) -> dict[str, Any]:
    """The party as an event keeps it: what nobody knows of it is left out. Refuses BAD_VALUE."""
    told = {
        "address": party.address.strip(),
        "representative": party.representative.strip(),
        "representative_no": represented_by(party.kind, party.representative_no),
    }
    known: dict[str, Any] = {name: text for name, text in told.items() if text}
    if party.sole_trader:
        trades_alone(party.kind)
        known["sole_trader"] = True
    return {"kind": party.kind, "key": party.key, "name": party.name, **known}


def trades_alone(kind: PartyKind) -> None:
    """Refuses BAD_VALUE for a person: as an insured person nobody is a 个体工商户."""
    if kind is PartyKind.PERSON:
        raise refuse(
            "BAD_VALUE", field="个体工商户", field_en="the sole trader",
            why="当事人是个人，不是定点医药机构", why_en="the party is a person and no institution",
        )  # fmt: skip


def represented_by(kind: PartyKind, number: str) -> str:
    """The identity number of who stands for an institution; empty where it was not given. Refuses BAD_VALUE."""
    if not number.strip():
        return ""
    if kind is PartyKind.PERSON:
        raise refuse(
            "BAD_VALUE", field="法定代表人（负责人）", field_en="the representative",
            why="当事人是个人，没有法定代表人", why_en="the party is a person and has none",
        )  # fmt: skip
    return typed(number)


def party_from(data: Mapping[str, Any]) -> Party:
    """The party as an event keeps it; events of before know neither address nor representative."""
    return Party(
        PartyKind(data["kind"]),
        data["key"],
        data["name"],
        address=data.get("address", ""),
        representative=data.get("representative", ""),
        representative_no=data.get("representative_no", ""),
        sole_trader=data.get("sole_trader", False),
    )


@dataclass(frozen=True)
class FindingRef:
    """Snapshot of a finding as it was when it entered the case; amounts in yuan.

    `sentence_en`: the same in English; a case that is older has the Chinese one alone.
    `places`: the amount cut to the institutions that billed it, where there are several.
    `elsewhere`: what the case left out because others than its party billed it.
    """

    finding_id: str
    rule_id: str
    amount: Decimal
    sentence: str = ""
    places: tuple[tuple[str, Decimal], ...] = ()
    elsewhere: Decimal = Decimal("0.00")
    sentence_en: str = ""


@dataclass(frozen=True)
class OfficerRef:
    """An officer by account; name and person are read from the account itself."""

    account: str
    certificate_no: str
