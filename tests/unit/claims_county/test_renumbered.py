"""Who goes on under a new number: only ordinary visits change, and only before the day of change."""

import numpy as np

from claims.county.margins import Margins
from claims.county.plan import build_county
from claims.county.renumbered import renumbered


def test_only_ordinary_visits_before_the_change_carry_the_old_number() -> None:
    county, _ = build_county(5, Margins(20_000))
    pairs = renumbered(county.places)
    numbers = {
        "doctors_renumbered": ("doctor", "staff_code"),
        "institutions_renamed": ("place", "code"),
    }
    for name, (column, codes) in numbers.items():
        assert pairs[name], name
        number = getattr(county.places, codes)[getattr(county.visits, column)]
        for old, new in pairs[name]:
            before, after = (number == code for code in (old, new))
            assert before.any(), (old, new)
            assert county.visits.begin[before].max() < county.visits.begin[after].min()
            assert (county.visits.group[before | after] < 0).all()


def test_a_county_of_a_fixed_number_of_institutions_renames_none() -> None:
    county, _ = build_county(5, Margins(6_000, fixed_institutions=True))
    assert renumbered(county.places)["institutions_renamed"] == []
    assert len(np.unique(county.places.code)) == 87
