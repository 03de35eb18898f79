"""Rows as lists: what travels for settlements and sums."""

from hypothesis import given
from hypothesis import strategies as st

from graph.load.lists import by_position, columns_of, ends_of
from graph.schema import SETTLEMENT, VISITED

KEYS = st.none() | st.sampled_from(["H1", "H2", "D1", "长|A|1"])


@given(st.lists(st.tuples(KEYS, KEYS, KEYS, KEYS, KEYS), max_size=20))
def test_positions_lead_back_to_every_key(ends: list[tuple[str | None, ...]]) -> None:
    rest = tuple(columns_of(SETTLEMENT)[5:])
    sent = by_position(SETTLEMENT, [(*row, *rest) for row in ends])
    names = ends_of(SETTLEMENT)
    assert names[0] == "psn_no"
    assert "psn_no" not in sent
    for row, cells in zip(ends, sent["rows"], strict=True):
        # The patient, whom few rows share, travels by key.
        assert cells[0] == row[0]
        back = [
            None if at is None else sent[name][at]
            for name, at in zip(names[1:], cells[1:5], strict=True)
        ]
        assert tuple(back) == row[1:]
        assert tuple(cells[5:]) == rest
    for name in names[1:]:
        assert len(set(sent[name])) == len(sent[name])


def test_a_sum_names_its_patient_by_key_and_its_place_by_position() -> None:
    sent = by_position(VISITED, [("1", "H1", 2), ("2", "H2", 3), ("3", "H1", 4)])
    assert sent == {"rows": [["1", 0, 2], ["2", 1, 3], ["3", 0, 4]], "fixmedins_code": ["H1", "H2"]}
