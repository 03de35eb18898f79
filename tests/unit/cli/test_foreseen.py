"""What an act on scores brings about is foreseen at the terminal wherever the desk foresees it."""

from api.points.acts import POINTS_ACTS
from api.points.preview import CHANGING
from cli.main import build_app
from cli.points import FORESEEN, foreseen


def test_the_terminal_foresees_what_the_desk_does() -> None:
    on_the_desk = {act.command for act in POINTS_ACTS if act.name in CHANGING}
    assert {kind for _, kind, *_ in FORESEEN} == on_the_desk


def test_each_is_a_verb_that_asks_no_reason() -> None:
    build_app()
    verbs = {one.name: one.callback.__signature__ for one in foreseen.registered_commands}  # type: ignore[union-attr]
    assert set(verbs) == {
        *("record", "annul", "resolve", "review", "repair", "revoke", "close-remedy")
    }
    assert all("reasons" not in asked.parameters for asked in verbs.values())
    assert "to_points" not in verbs["resolve"].parameters
    assert "points" in verbs["resolve"].parameters
