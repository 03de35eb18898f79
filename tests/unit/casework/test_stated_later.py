"""How an item was taken, said later: appended with a reason, what stood before stays, lists use the newest."""

from datetime import timedelta
from typing import Any

import pytest

from casework.commands import case as c
from casework.commands.evidence import Collection, StateCollection
from casework.events import Event

ITEM = "E9"


def item(bureau: Any) -> str:
    """An item of a case that was accepted without a word of how it was taken."""
    no: str = bureau.filed()
    bureau.evidence(ITEM)
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=ITEM, proves="收费"))
    return no


def state(reason: str = "入库时漏填", **said: Any) -> StateCollection:
    return StateCollection(evidence_id=ITEM, collection=Collection(**said), reason=reason)


def chain(bureau: Any) -> list[Event]:
    events: list[Event] = bureau.streams[f"evidence:{ITEM}"]
    return events


def test_it_is_appended_and_the_newest_counts(bureau: Any) -> None:
    item(bureau)
    first = state(place="病案室", holder="云溪县人民医院", officers=("ins1", "ins2"))
    assert bureau.do("ins1", first) == ["CollectionStated"]
    taken = bureau.state(f"evidence:{ITEM}")
    assert (taken.collection["place"], taken.earlier) == ("病案室", ())
    assert taken.takers == {"ins1": "INS1", "ins2": "INS2"}
    bureau.do("ins2", state("地点写错", place="收费处", pages=3))
    taken = bureau.state(f"evidence:{ITEM}")
    # What the second leaves out is as the first said; what it replaced is still there to read.
    assert (taken.collection["place"], taken.collection["holder"]) == ("收费处", "云溪县人民医院")
    assert [one["place"] for one in taken.earlier] == ["病案室"]
    assert chain(bureau)[-1].data["reason"] == "地点写错"


@pytest.mark.parametrize(
    ("said", "reason", "code"),
    [
        ({}, "漏填", "FIELD_REQUIRED"),
        ({"place": "病案室"}, "", "FIELD_REQUIRED"),
        ({"officers": ("ins1",)}, "漏填", "TWO_OFFICERS"),
        ({"officers": ("ins1", "legal")}, "漏填", "ACCOUNT_UNFIT"),
        ({"pages": 0}, "漏填", "BAD_VALUE"),
    ],
)
def test_it_says_something_that_can_be(
    bureau: Any, said: dict[str, Any], reason: str, code: str
) -> None:
    item(bureau)
    assert bureau.refused("ins1", state(reason, **said)) == code


def test_nothing_is_taken_after_it_came_in_and_nothing_said_twice(bureau: Any) -> None:
    item(bureau)
    received = chain(bureau)[0].at
    bureau.at = received + timedelta(hours=2)
    late = state(collected_at=received + timedelta(hours=1))
    assert bureau.refused("ins1", late) == "BAD_VALUE"
    bureau.do("ins1", state(place="病案室"))
    assert bureau.refused("ins1", state(place="病案室")) == "ALREADY_DONE"


@pytest.mark.parametrize("who", ["ins3", "legal", "head", "vice"])
def test_only_who_works_on_the_case_says_so(bureau: Any, who: str) -> None:
    item(bureau)
    assert bureau.refused(who, state(place="病案室")) in (
        "NOT_AN_OFFICER",
        "ROLE_REQUIRED",
        "NOT_YOURS",
    )
