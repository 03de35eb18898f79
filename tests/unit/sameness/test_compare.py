"""Two records: what speaks for one being, and what against."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.id_number import check_digit, normal, valid
from graph.sameness.compare import compare
from graph.sameness.groups import derive
from graph.sameness.model import SameKind, pair_key, pair_of
from graph.sameness.weights import weights

WANG = {
    "psn_name": "王建国",
    "certno": "11010519491231002X",
    "brdy": date(1949, 12, 31),
    "gend": "1",
    "tel": "13800000021",
    "live_addr": "云溪县河湾镇三组12号",
    "namesakes": 3,
}


def bits(**changed: object) -> float:
    found = compare(SameKind.PATIENT, WANG, {**WANG, **changed}, 20_000, weights())
    return sum(one.bits for one in found)


def level(field: str, **changed: object) -> str:
    found = compare(SameKind.PATIENT, WANG, {**WANG, **changed}, 20_000, weights())
    return next(one.level for one in found if one.field == field)


@pytest.mark.parametrize(
    ("certno", "expected"),
    [
        ("11010519491231002x ", "equal"),
        ("110105491231002", "equal"),  # the old number of fifteen digits
        ("11010519491231003X", "one_off"),  # the check digit tells that it is a slip
        ("440524188001010014", "differ"),
        ("not a number", "differ_unsure"),
    ],
)
def test_id_numbers(certno: str, expected: str) -> None:
    assert level("certno", certno=certno) == expected


@given(st.from_regex(r"[1-9]\d{5}19\d{2}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])\d{3}", fullmatch=True))
def test_the_check_digit_finds_every_single_slip(first: str) -> None:
    number = first + check_digit(first)
    assert valid(number)
    assert normal(number) == number
    for place in (0, 7, 16):
        other = str((int(number[place]) + 1) % 10)
        assert not valid(number[:place] + other + number[place + 1 :])


def test_a_changed_number_and_phone_is_still_the_same_person() -> None:
    assert bits(tel="13900000001") >= weights().review_bits


def test_two_people_of_one_household_are_not() -> None:
    wife = {
        "psn_name": "李秀英",
        "certno": "110105195001010023",
        "brdy": date(1950, 1, 1),
        "gend": "2",
    }
    assert bits(**wife) < weights().review_bits


def test_namesakes_weigh_less_the_more_there_are() -> None:
    alone = {"certno": None, "tel": None, "live_addr": None}
    rare = compare(SameKind.PATIENT, {**WANG, **alone}, {**WANG, **alone}, 20_000, weights())
    common = {**WANG, **alone, "namesakes": 400}
    usual = compare(SameKind.PATIENT, common, common, 20_000, weights())
    assert sum(e.bits for e in rare) > sum(e.bits for e in usual)


@pytest.mark.parametrize(
    ("brdy", "expected"),
    [(date(1949, 12, 30), "swapped"), (date(1950, 6, 1), "differ"), (date(1949, 12, 31), "equal")],
)
def test_birthdays(brdy: date, expected: str) -> None:
    assert level("brdy", brdy=brdy) == expected


def test_a_shorter_name_of_an_institution_is_similar() -> None:
    a = {"fixmedins_name": "云溪县人民医院", "fixmedins_type": "1", "namesakes": 1}
    b = {**a, "fixmedins_name": "人民医院"}
    found = compare(SameKind.INSTITUTION, a, b, 90, weights())
    assert next(e.level for e in found if e.field == "fixmedins_name") == "similar"


@given(st.text("AB1", min_size=1), st.text("AB1", min_size=1))
def test_keys_do_not_depend_on_the_order(a: str, b: str) -> None:
    key = pair_key(SameKind.DOCTOR, a, b)
    assert key == pair_key(SameKind.DOCTOR, b, a)
    assert (pair_of(key) is None) == (a == b)


@pytest.mark.parametrize("text", ["", "Patient|b|a", "Claim|a|b", "Patient|a", "Patient|a|"])
def test_other_texts_name_no_pair(text: str) -> None:
    assert pair_of(text) is None


def test_groups_follow_from_confirmed_pairs() -> None:
    found = derive([("a", "b"), ("b", "c"), ("x", "y")], [("c", "x")])
    assert found.head == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}
    assert found.contradictory == ()


def test_a_group_that_contradicts_itself_merges_nobody() -> None:
    found = derive([("a", "b"), ("b", "c")], [("a", "c")])
    assert found.head == {}
    assert found.contradictory == (frozenset("abc"),)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("王健国", "sounds"), ("王建帼", "sounds"), ("王建", "similar"), ("李大山", "differ")],
)
def test_a_name_that_sounds_the_same_speaks_for_the_same_person(name: str, expected: str) -> None:
    assert level("psn_name", psn_name=name) == expected


def test_who_was_registered_by_ear_without_an_id_number_is_shown_to_people() -> None:
    assert bits(psn_name="王健国", certno=None, tel="13900000000") >= weights().review_bits
    assert bits(psn_name="李大山", certno=None, tel="13900000000") < weights().review_bits
