"""Who holds a ring together, by the events that its members shared."""

from graph.rings.roles import meetings, roles_of


def test_members_meet_from_two_shared_events_on() -> None:
    assert meetings([[0, 1, 2], [1, 2, 2], [2]]) == [(0, 1, 2)]


def test_who_always_came_together_is_the_core() -> None:
    assert roles_of([[0, 1, 2]] * 5) == ["core"] * 5


def test_one_between_two_circles_is_the_bridge() -> None:
    one, two = [[0, 1, 2]] * 3, [[5, 6, 7]] * 4
    assert roles_of([*one, [0, 1, 5, 6], *two]) == [*["member"] * 3, "bridge", *["core"] * 4]


def test_three_people_have_no_roles() -> None:
    assert roles_of([[0, 1]] * 3) == ["member"] * 3
