"""The months of measures as the bureau set them, for people to read."""

from datetime import date

from casework.measures.longest import AGREEMENT_MONTHS, set_terms
from casework.measures.rows import terms
from casework.points.institution import SHARES
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


def test_a_term_names_the_share_that_the_bureau_set() -> None:
    own = Setting(SHARES, "30;60", date(2026, 3, 1), "湘医保发〔2025〕4号")
    bureau = BureauState(settings=(own,))

    def words(on: date) -> list[str]:
        return [one.zh for one in set_terms(bureau, on) if one.id.startswith("payment-share")]

    title = "支付资格管理（年度内 {}% 以上人员被暂停、终止）"
    assert words(DAY) == [title.format(30), title.format(60)]
    assert words(date(2026, 2, 1)) == [title.format(20), title.format(50)]
    changed = [one for one in set_terms(bureau, DAY) if own.basis in one.basis]
    assert {one.id for one in changed} == {"payment-share-20", "payment-share-50"}
    assert not any("{" in one.zh + one.en for one in (*terms(), *set_terms(bureau, DAY)))
