"""Who holds a ring together, by the events that its members shared."""

from decimal import Decimal

from graph.rings.model import Mark
from graph.rings.network import network_of
from graph.rings.roles import meetings, roles_of


def marks(days_of: list[list[int]]) -> list[Mark]:
    return [
        Mark(member, day, 0, None, None, Decimal(0), f"{member}-{day}")
        for member, days in enumerate(days_of)
        for day in days
    ]


def test_members_meet_from_two_shared_events_on() -> None:
    assert meetings([[0, 1, 2], [1, 2, 2], [2]]) == [(0, 1, 2)]


def test_who_always_came_together_is_the_core() -> None:
    assert roles_of([[0, 1, 2]] * 5) == ["core"] * 5


def test_one_between_two_circles_is_the_bridge() -> None:
    one, two = [[0, 1, 2]] * 3, [[5, 6, 7]] * 4
    assert roles_of([*one, [0, 1, 5, 6], *two]) == [*["member"] * 3, "bridge", *["core"] * 4]


def test_three_people_have_no_roles() -> None:
    assert roles_of([[0, 1]] * 3) == ["member"] * 3


def test_who_holds_two_circles_together_is_in_both() -> None:
    one, two = [[0, 1, 2]] * 3, [[5, 6, 7]] * 4
    found = network_of(8, marks([*one, [0, 1, 5, 6], *two]))
    assert found.circles == ((3, 4, 5, 6, 7), (0, 1, 2, 3))
    assert (0, 1, 3) in found.ties
    assert (0, 7) not in {(a, b) for a, b, _ in found.ties}


def test_a_ring_of_one_circle_is_laid_out_and_its_circle_not_named() -> None:
    together = marks([[0, 1, 2]] * 5)
    found = network_of(5, together)
    assert found.circles == ()
    assert len(found.spots) == len(set(found.spots)) == 5
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in found.spots)
    assert network_of(5, together) == found
    assert len(network_of(60, marks([[0, 1, 2]] * 60)).ties) == 600
    assert network_of(1, []).spots == network_of(5000, []).spots == ()
