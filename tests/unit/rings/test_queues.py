"""Every group that a channel found is shown once, told by another, or put aside with the reason."""

from decimal import Decimal

import pytest

from graph.rings.model import Group, Ring, Route
from graph.rings.queues import one_each

FAMILY = "同住一处的一家人。"


def group(channel: str, members: str, score: float) -> Group:
    return Group(
        channel=channel,
        members=tuple(members),
        events=(("H1", 20100),),
        score=score,
        seen=len(members),
        expected_days=(0.1,),
        evidence=(5.0,) * len(members),
        p_value=0.001,
        q_value=0.001,
        threshold=20.0,
        attend=1.0,
        exact=1.0,
        timely=0.0,
        beat=0.0,
    )


def ring(of: Group, route: Route) -> Ring:
    why = FAMILY if route is Route.HOUSEHOLD else ""
    return Ring(
        "R-" + "".join(of.members), route, why, "A family at one address." if why else "", of.channel,
        of.score, 0.1, of.seen, Decimal(0), (), (), (), (), (), (), threshold=of.threshold, brief=True,
    )  # fmt: skip


def shown(*found: tuple[Group, Route]) -> list[Ring]:
    groups = [one for one, _ in found]
    return list(one_each(groups, [ring(one, route) for one, route in found]).values())


def test_two_channels_of_the_same_people_are_one_ring_that_says_so() -> None:
    (one,) = shown(
        (group("pharmacy", "ABCDE", 40), Route.RING),
        (group("outpatient", "ABCDEF", 90), Route.RING),
    )
    assert one.channel == "outpatient"
    (told,) = one.reasons
    assert (told.code, told.supports, told.value) == ("elsewhere", True, 40)
    assert "一个 5 人的群体" in told.zh
    assert "A group of 5" in told.en


def test_what_speaks_against_from_another_channel_is_said_as_plainly() -> None:
    (one,) = shown(
        (group("outpatient", "ABCDEF", 90), Route.RING),
        (group("pharmacy", "ABCDE", 40), Route.HOUSEHOLD),
    )
    assert one.route is Route.RING
    assert not one.reasons[0].supports
    assert FAMILY in one.reasons[0].zh


def test_a_suspicion_of_people_who_were_put_aside_is_put_aside_with_them() -> None:
    first, second = shown(
        (group("outpatient", "ABCDEF", 90), Route.HOUSEHOLD),
        (group("pharmacy", "ABCDXY", 40), Route.RING),
    )
    assert (first.route, second.route) == (Route.HOUSEHOLD, Route.HOUSEHOLD)
    assert second.channel == "pharmacy"
    assert second.route_reason.endswith(FAMILY)
    assert second.route_reason_en.endswith("A family at one address.")


@pytest.mark.parametrize("route", [Route.RING, Route.PERIODIC])
def test_others_stand_in_their_own_queue(route: Route) -> None:
    family = (group("outpatient", "ABCDEF", 90), Route.HOUSEHOLD)
    others = (group("pharmacy", "EFGHIJ", 40), route)
    assert [one.route for one in shown(others, family)] == [Route.HOUSEHOLD, route]


def test_people_put_aside_for_two_reasons_stand_in_both_queues() -> None:
    found = shown(
        (group("outpatient", "ABCDEF", 90), Route.HOUSEHOLD),
        (group("pharmacy", "ABCDEF", 40), Route.PERIODIC),
    )
    assert [one.route for one in found] == [Route.HOUSEHOLD, Route.PERIODIC]
