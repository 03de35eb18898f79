"""The months of measures as the bureau set them, for people to read."""

from datetime import date

from casework.measures.longest import AGREEMENT_MONTHS, set_terms
from casework.measures.rows import terms
from casework.points.parameters import BureauState, Setting

DAY = date(2026, 6, 1)


def test_terms_are_read_with_the_bureaus_own_months() -> None:
    own = Setting(AGREEMENT_MONTHS, "5", date(2026, 3, 1), "本县服务协议第四十条")
    bureau = BureauState(settings=(own,))
    theirs = {one.id for one in terms() if one.parameter == AGREEMENT_MONTHS}
    assert theirs
    for packaged, found in zip(terms(), set_terms(bureau, DAY), strict=True):
        if found.id in theirs and found.parameter == AGREEMENT_MONTHS:
            assert found.max_months == 5
            assert own.basis in found.basis
        else:
            assert found == packaged
    # Before its day, and where nobody set anything, the packaged rows stand.
    assert set_terms(bureau, date(2026, 2, 1)) == set_terms(BureauState(), DAY) == tuple(terms())
