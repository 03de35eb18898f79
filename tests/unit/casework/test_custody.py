"""Who may give evidence on a case, and what the chain says of damage."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from casework.actors import BEAT
from casework.commands.evidence import (
    AccessEvidence,
    Collection,
    CopyEvidence,
    DamageKind,
    EvidenceKind,
    ExtendRetention,
    ReceiveEvidence,
    RecordUnrecorded,
    ReportDamage,
    VerifyEvidence,
)
from casework.custody.collected import ASKED, NAMES, from_event, missing, stated
from casework.custody.give import permit
from casework.custody.state import fold_evidence
from casework.custody.unrecorded import STREAM
from casework.refusal import Refusal

ITEM = ReceiveEvidence(
    evidence_id="E1",
    name="病历.pdf",
    kind=EvidenceKind.DOCUMENTARY,
    media_type="application/pdf",
    size=10,
    sha256="a" * 64,
    sm3="b" * 64,
    object_key="E1",
    retain_until=date(2036, 1, 1),
)
NOBODY = {"legal", "head", "party", "sec", "sys", "aud"}


def code_of(bureau: Any, who: str, command: Any) -> str:
    """The refusal's code, or an empty string; a refusal writes nothing."""
    before = {stream: len(chain) for stream, chain in bureau.streams.items()}
    try:
        bureau.do(who, command)
    except Refusal as error:
        assert {s: len(chain) for s, chain in bureau.streams.items() if chain} == before
        return error.code
    return ""


@pytest.mark.parametrize("stage", ["lead", "filed"])
def test_only_officers_of_the_case_give_evidence_on_it(bureau: Any, stage: str) -> None:
    case_no = bureau.opened() if stage == "lead" else bureau.filed()
    # Before officers are named anybody of the bureau may add; then they alone, and the agency.
    may = {"ins1", "ins2", "sup", "agency", "chief"} | (
        {"ins3", "agency2"} if stage == "lead" else {"agency2"}
    )
    for number, who in enumerate(bureau.people):
        command = replace(ITEM, evidence_id=f"E{number}", case_no=case_no)
        code = code_of(bureau, who, command)
        assert (code == "") == (who in may), (who, code)
        case, actor = bureau.state(f"case:{case_no}"), bureau.people[who]
        try:
            permit(case, actor, bureau.at, attach=False)
            said = ""
        except Refusal as error:
            said = error.code
        assert said == code, f"{who}: asked beforehand {said!r}, on the record {code!r}"


def test_a_case_that_does_not_exist_or_is_over_takes_nothing(bureau: Any) -> None:
    assert code_of(bureau, "ins1", replace(ITEM, case_no="NONE")) == "NOT_FOUND"
    case_no = bureau.opened()

    bureau.declined(case_no, "证据不足")
    assert code_of(bureau, "ins1", replace(ITEM, case_no=case_no)) == "PAPERS_ONLY"


def test_damage_is_told_once_and_ends_with_a_sound_check(bureau: Any) -> None:
    bureau.evidence("E1")
    lost = ReportDamage(evidence_id="E1", what=DamageKind.MISSING)
    assert bureau.do(BEAT, lost) == ["EvidenceDamaged"]
    item = bureau.state("evidence:E1")
    assert (item.intact, item.damage) == (False, "missing")
    with pytest.raises(Refusal, match="已办结"):
        bureau.do(BEAT, lost)
    other = ReportDamage(evidence_id="E1", what=DamageKind.CHANGED, sha256="c" * 64, sm3="d" * 64)
    assert bureau.do(BEAT, other) == ["EvidenceDamaged"]
    sound = VerifyEvidence(evidence_id="E1", sha256="a" * 64, sm3="b" * 64)
    assert bureau.do(BEAT, sound) == ["EvidenceVerified"]
    item = bureau.state("evidence:E1")
    assert (item.intact, item.damage, item.damaged_sha256) == (True, None, "")


def test_a_short_lock_is_damage_but_the_bytes_are_whole(bureau: Any) -> None:
    bureau.evidence("E1")
    loose = ReportDamage(evidence_id="E1", what=DamageKind.UNLOCKED, sha256="a" * 64)
    bureau.do(BEAT, loose)
    assert (bureau.state("evidence:E1").intact, bureau.state("evidence:E1").damage) == (
        True,
        "unlocked",
    )


@pytest.mark.parametrize(
    ("command", "may"),
    [
        (ReportDamage(evidence_id="E1", what=DamageKind.MISSING), "bureau"),
        (VerifyEvidence(evidence_id="E1", sha256="a" * 64), "bureau"),
        (
            ExtendRetention(evidence_id="E1", retain_until=date(2040, 1, 1), reason="续期"),
            "keepers",
        ),
    ],
)
def test_keeping_is_for_the_beat_and_for_the_bureau(bureau: Any, command: Any, may: str) -> None:
    keepers = {"ins1", "ins2", "ins3", "sup", "agency", "agency2", "chief"}
    allowed = keepers if may == "keepers" else keepers | {"legal", "head", "vice"}
    for who in bureau.people:
        if who not in allowed:
            bureau.streams["evidence:E1"] or bureau.evidence("E1")
            assert code_of(bureau, who, command) == "ROLE_REQUIRED", who
    assert code_of(bureau, BEAT, command) == ""


def test_every_link_of_custody_carries_its_hash(bureau: Any) -> None:
    bureau.do("ins1", replace(ITEM, declared_sha256="a" * 64))
    bureau.do("ins1", AccessEvidence(evidence_id="E1", purpose="核对"))
    bureau.do(
        "head", CopyEvidence(evidence_id="E1", purpose="移送", to="县公安局", sha256="a" * 64)
    )
    bureau.do("ins1", VerifyEvidence(evidence_id="E1", sha256="c" * 64, sm3="d" * 64))
    told = [
        (e.type, e.data.get("before") or e.data.get("declared_sha256"), e.data.get("after"))
        for e in bureau.streams["evidence:E1"]
    ]
    assert told == [
        ("EvidenceReceived", "a" * 64, None),
        ("EvidenceAccessed", "a" * 64, None),
        ("EvidenceCopied", "a" * 64, None),
        ("EvidenceVerified", "a" * 64, "c" * 64),
    ]


def test_what_has_no_record_is_told_once_and_once_more_when_settled(bureau: Any) -> None:
    def keys() -> set[str]:
        return set(bureau.state(STREAM).keys)

    two = RecordUnrecorded(object_keys=("sha256/b", "sha256/a"))
    for who in bureau.people:
        assert code_of(bureau, who, two) == "NOT_YOURS", who
    assert bureau.do(BEAT, two) == ["UnrecordedObjectFound"] * 2
    assert code_of(bureau, BEAT, two) == "ALREADY_DONE"
    other = RecordUnrecorded(object_keys=("sha256/b", "sha256/c"))
    assert bureau.do(BEAT, other) == ["UnrecordedObjectFound", "UnrecordedObjectSettled"]
    assert keys() == {"sha256/b", "sha256/c"}
    bureau.do(BEAT, RecordUnrecorded(object_keys=()))
    assert keys() == set()
    assert code_of(bureau, BEAT, RecordUnrecorded(object_keys=())) == "ALREADY_DONE"


TAKEN = Collection(
    collected_at=datetime(2026, 3, 2, 2, tzinfo=UTC),
    place="住院部",
    method="现场提取",
    process="在医院信息系统中导出",
    holder="医院信息科",
    original_medium="服务器",
    officers=("ins1", "ins2"),
    no_witness_reason="夜间无其他人员在场",
)


def test_who_took_an_item_is_kept_by_name(bureau: Any) -> None:
    case_no = bureau.filed()
    bureau.do("ins1", replace(ITEM, case_no=case_no, collection=TAKEN))
    item = fold_evidence("E1", bureau.streams["evidence:E1"])
    assert set(item.takers) == {"ins1", "ins2"}
    assert all(item.takers.values())
    assert from_event(item.collection) == TAKEN


@pytest.mark.parametrize(
    ("who", "taken", "code"),
    [
        pytest.param("ins1", {"officers": ("ins1",)}, "TWO_OFFICERS", id="one officer"),
        pytest.param("ins1", {"officers": ("ins1", "none")}, "ACCOUNT_UNFIT", id="nobody"),
        pytest.param("ins1", {"officers": ("ins1", "legal")}, "ACCOUNT_UNFIT", id="no inspector"),
        pytest.param(
            "ins1", {"collected_at": datetime(2099, 1, 1, tzinfo=UTC)}, "BAD_VALUE", id="ahead"
        ),
        pytest.param("ins1", {"pages": 0}, "BAD_VALUE", id="no pages"),
        pytest.param("ins1", {}, "", id="as it was"),
        pytest.param("ins1", {"officers": ()}, "", id="nobody named"),
    ],
)
def test_what_cannot_be_is_not_put_on_record(
    bureau: Any, who: str, taken: dict[str, Any], code: str
) -> None:
    case_no = bureau.filed()
    given = replace(ITEM, case_no=case_no, collection=replace(TAKEN, **taken))
    assert code_of(bureau, who, given) == code


def test_each_kind_asks_for_what_it_needs() -> None:
    assert set(ASKED) == set(EvidenceKind)
    assert missing(EvidenceKind.ELECTRONIC, TAKEN) == ()
    assert missing(EvidenceKind.DOCUMENTARY, TAKEN) == ("original", "pages")
    copy = replace(TAKEN, original=False, pages=3)
    assert missing(EvidenceKind.DOCUMENTARY, copy) == ("no_original_reason",)
    assert missing(EvidenceKind.ELECTRONIC, replace(TAKEN, no_witness_reason="")) == ("witness",)
    handed_in = replace(TAKEN, officers=(), no_witness_reason="")
    assert missing(EvidenceKind.ELECTRONIC, handed_in, by_officer=False) == ()
    assert {one for fields in ASKED.values() for one in fields} <= set(NAMES)


def test_an_item_older_than_a_field_says_nothing_of_it() -> None:
    told = {"place": "病案室", "officers": ["a", "b"], "collected_at": "2026-03-02T02:00:00Z"}
    assert from_event(told) == Collection(
        collected_at=datetime(2026, 3, 2, 2, tzinfo=UTC), place="病案室", officers=("a", "b")
    )
    assert not stated(from_event(None))
