"""A city made of copies of a county: as many times everything, and nothing in common."""

from pathlib import Path
from typing import Any

from cli.load.copies import copied, key_of
from graph.rings.detect import detect
from graph.rings.score import score_of


def test_a_city_of_two_counties_has_the_rings_of_both(county: Any, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    city = copied(county.store, tmp_path, 2, lambda *what: told.append(what))
    assert told[-1] == ("copies", 2, 2)
    ask = "SELECT count(*), count(DISTINCT psn_no), count(DISTINCT fixmedins_code) FROM mdtrt_d"
    with county.store.connect() as one, city.connect() as two:
        once, twice = (c.execute(ask).fetchone() for c in (one, two))
        assert twice == tuple(2 * n for n in once)
        assert two.execute("SELECT count(*) FROM fee_list_d").fetchone() == (0,)
        shared = "SELECT max(n) FROM (SELECT count(*) n FROM psn_info_b GROUP BY {})"
        for name in ("tel", "live_addr"):
            assert (
                one.execute(shared.format(name)).fetchone()
                == two.execute(shared.format(name)).fetchone()
            )
    key = key_of(county.key, 2)
    assert len(key["rings"]) == 2 * len(county.key["rings"])
    rings = detect(city).rings
    # Doctor shopping is in the fee lines, which stay behind.
    scores = {s.channel: s for s in score_of(rings, key)}
    for channel in ("outpatient", "inpatient", "pharmacy"):
        assert scores[channel].found == scores[channel].planted > 0
