"""A bureau's own tables of a pharmacy's points: from their day on, and nothing of before changes."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from casework.agreement.pharmacy import total
from casework.agreement.table import CANCELS, SUSPENDS, named, packaged
from casework.clocks.calendars import add_months, day_start, local_date
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands.parameters import ProposeParameter
from casework.measures.state import Standing
from casework.points.parameters import STREAM, parameters
from casework.points.setting import foreseen
from casework.points.table import from_sheet
from casework.refusal import Refusal
from casework.wording import Both
from tests.unit.casework.test_agreement_path import PHARMACY, decided, pharmacy_case, told

MEASURES = f"measures:institution:{PHARMACY}"
BASIS = "云医保〔2026〕7号"
ACTS = "1 | 药师不在岗 | 4 | no | 附件一第1项\n2 | 串换药品 | 8 | yes"
LEVELS = "4 | 2\n8 | 5\n10 | 0"
#: The act of the packaged table, and the same of the bureau's own.
PACKAGED, OWN = "pharmacist_absent", "1"


def set_tables(bureau: Any, ahead: int = 0, **values: str) -> None:
    """Both tables, or those given, from some days ahead on."""
    for name, value in (values or {"pharmacy_acts": ACTS, "pharmacy_levels": LEVELS}).items():
        bureau.parameter(name, value, bureau.today + timedelta(days=ahead), BASIS)


def handling(no: str, act: str) -> a.ProposeHandling:
    return a.ProposeHandling(case_no=no, measures=(), reasons="违约", pharmacy_acts=(act,))


def test_a_table_holds_from_its_day_on_and_not_the_day_before(bureau: Any) -> None:
    set_tables(bureau, ahead=1)
    no = pharmacy_case(bureau, "C1")
    assert bureau.refused("agency", handling(no, OWN)) == "NOT_FOUND"
    told(bureau, no, pharmacy_acts=(PACKAGED,))
    assert total(bureau.state(MEASURES), 2026) == 2
    bureau.wait(1)
    later = pharmacy_case(bureau, "C2")
    assert bureau.refused("agency", handling(later, PACKAGED)) == "NOT_FOUND"
    told(bureau, later, pharmacy_acts=(OWN,))
    state = bureau.state(MEASURES)
    # Two of before and four: the first row of the own table, with its own months and its document.
    assert total(state, 2026) == 6
    (one,) = state.holding(bureau.at)
    assert (one.term, one.months) == (SUSPENDS, 2)
    assert BASIS in one.reasons
    assert one.over_at == day_start(add_months(bureau.today, 2))


def test_what_was_proposed_before_is_scored_by_the_table_of_its_day(bureau: Any) -> None:
    no = pharmacy_case(bureau, "C1")
    decided(bureau, no, pharmacy_acts=("out_of_scope", PACKAGED))
    set_tables(bureau)
    bureau.wait(1)
    assert bureau.handling_served(no) == ["HandlingServed", "PharmacyScored"]
    state = bureau.state(MEASURES)
    assert total(state, 2026) == 5
    # Four of the own table would have suspended; five of the packaged one do not.
    assert not state.measures


def test_the_own_table_of_a_proposal_stays_when_another_follows(bureau: Any) -> None:
    set_tables(bureau)
    no = pharmacy_case(bureau, "C1")
    decided(bureau, no, pharmacy_acts=(OWN,))
    set_tables(bureau, pharmacy_acts="9 | 其他 | 1 | no", pharmacy_levels="90 | 0")
    bureau.wait(1)
    assert bureau.handling_served(no) == ["HandlingServed", "PharmacyScored", "MeasureImposed"]
    kept = bureau.state(f"case:{no}").handling
    assert [row.zh for row in named(kept.pharmacy_tables, kept.pharmacy_acts)] == ["药师不在岗"]
    assert [row.basis for row in named(kept.pharmacy_tables, (OWN, "2"))] == [
        "附件一第1项", BASIS,
    ]  # fmt: skip


def test_fees_are_refused_by_the_table_of_the_day(bureau: Any) -> None:
    found = (c.FindingRef("F1", "pharmacy_card_cluster", Decimal("500.00"), "集中刷卡"),)
    no = pharmacy_case(bureau, "C1")
    bureau.do("agency", c.AttachFindings(case_no=no, findings=found))
    bureau.established(no)
    assert bureau.refused("agency", handling(no, "substitution")) == "REFUSAL_DUE"
    set_tables(bureau, pharmacy_acts="substitution | 串换药品 | 6 | no")
    less = {"less_ground": c.LessGround.ELSEWHERE, "less_reasons": "已由飞检追回"}
    given = {**vars(handling(no, "substitution")), **less}
    assert bureau.do("agency", a.ProposeHandling(**given)) == ["HandlingProposed"]


def cancelled(bureau: Any) -> None:
    """Four points suspend for two months, eight more cancel, each by the bureau's own table."""
    set_tables(bureau)
    told(bureau, pharmacy_case(bureau, "C1"), pharmacy_acts=(OWN,))
    told(bureau, pharmacy_case(bureau, "C2"), pharmacy_acts=("1", "2"))
    assert [one.term for one in bureau.state(MEASURES).holding(bureau.at)] == [CANCELS]


@pytest.mark.parametrize("again", [False, True])
def test_a_decision_that_falls_is_measured_by_the_table_of_its_score(
    bureau: Any, again: bool
) -> None:
    cancelled(bureau)
    if again:
        # What is set since then changes nothing of what was scored before.
        set_tables(bureau, pharmacy_levels="1 | 24")
        bureau.wait(1)
    kinds = bureau.convert("head", a.ConvertCase(case_no="C2", reasons="涉嫌骗保"))
    assert kinds == ["CaseConverted", "PharmacyScoreVoided", "MeasureLifted", "MeasureRestored"]
    (one,) = bureau.state(MEASURES).holding(bureau.at)
    assert (one.term, one.months, one.case_no) == (SUSPENDS, 2, "C1")
    bureau.convert("head", a.ConvertCase(case_no="C1", reasons="涉嫌骗保"))
    assert not bureau.state(MEASURES).holding(bureau.at)


def test_a_lower_row_of_its_own_table_ends_it_sooner(bureau: Any) -> None:
    set_tables(bureau)
    told(bureau, pharmacy_case(bureau, "C1"), pharmacy_acts=(OWN,))
    bureau.wait(70)
    told(bureau, pharmacy_case(bureau, "C2"), pharmacy_acts=(OWN,))
    (before,) = bureau.state(MEASURES).holding(bureau.at)
    assert before.months == 5
    # The four that are left suspend for two months, not for five.
    bureau.convert("head", a.ConvertCase(case_no="C1", reasons="涉嫌骗保"))
    one = bureau.state(MEASURES).measures[-1]
    assert one.over_at == day_start(add_months(local_date(before.starts_at), 2))
    assert one.standing(bureau.at) is not Standing.LIFTED


def test_scores_of_before_go_by_the_packaged_table(bureau: Any) -> None:
    told(bureau, pharmacy_case(bureau, "C1"), pharmacy_acts=("substitution",))
    kept = bureau.state("case:C1").handling
    assert (kept.pharmacy_tables, bureau.state(MEASURES).scores[0].tables) == ({}, {})
    set_tables(bureau)
    kinds = bureau.convert("head", a.ConvertCase(case_no="C1", reasons="涉嫌骗保"))
    assert kinds == ["CaseConverted", "PharmacyScoreVoided", "MeasureLifted"]


@pytest.mark.parametrize("name", ["pharmacy_acts", "pharmacy_levels"])
def test_what_is_packaged_can_be_written_and_read(name: str) -> None:
    row, value = parameters()[name], packaged(name)["default"]
    assert row.default == value
    assert row.takes(value)
    assert row.kept(value) == value
    assert row.mark == "M"


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("pharmacy_acts", "", "应有 1 至"),
        ("pharmacy_acts", "1 | 串换药品 | 0 | yes", "第 1 行“扣分”"),
        ("pharmacy_acts", "1 | 串换药品 | 3 | yes\n2 | 套现 | 3 | 也许", "第 2 行“费用拒付”"),
        ("pharmacy_acts", "1 | 串换药品 | 3 | yes\n1 | 套现 | 3 | no", "编号 1 出现了两次"),
        ("pharmacy_acts", "1 | 串换药品 | 3 | yes | a | b | c", "多于 6 栏"),
        ("pharmacy_levels", "6 | 1\n6 | 3", "出现了两次"),
        ("pharmacy_levels", "9 | 1\n6 | 3", "应逐行增加"),
        ("pharmacy_levels", "6 | 13", "第 1 行“后果”"),
        ("pharmacy_levels", "6 | 注销\n12 | 暂停 1 个月", "“注销”的应为最后一行"),
        ("pharmacy_levels", "6 | 0\n12 | 0", "“注销”的应为最后一行"),
        ("pharmacy_levels", "6 | 3\n9 | 1", "不得逐行减轻"),
        ("pharmacy_levels", "6 | 3\n9 | 1\n12 | 0", "不得逐行减轻"),
    ],
)  # fmt: skip
def test_a_table_that_is_none_is_refused_with_its_row(
    bureau: Any, name: str, value: str, said: str
) -> None:
    change = ProposeParameter(
        name=name, value=value, valid_from=bureau.today, basis=BASIS, reason="本地"
    )
    with pytest.raises(Refusal) as refused:
        bureau.do("legal", change)
    assert refused.value.code == "BAD_VALUE"
    assert said in refused.value.message_zh


def test_a_table_is_kept_as_it_is_read_and_its_changes_are_told_row_by_row(bureau: Any) -> None:
    set_tables(bureau, pharmacy_levels=" 4|暂停 2 个月 \n\n8 ｜ 5\n10|注销|第九条 ")
    kept = bureau.state(STREAM).value("pharmacy_levels", bureau.today)
    assert kept == "4 | 2\n8 | 5\n10 | 0 | 第九条"
    after = ProposeParameter(
        name="pharmacy_levels", value="4 | 3\n9 | 5\n10 | 0 | 第九条", valid_from=bureau.today,
        basis=BASIS, reason="本地",
    )  # fmt: skip
    told_zh = [zh for zh, _ in foreseen(bureau.state(STREAM), after, bureau.today)]
    assert told_zh[1:5] == [
        "新增：9 分 暂停 5 个月",
        "改动：4 分 暂停 2 个月 → 4 分 暂停 3 个月",
        "删去：8 分 暂停 5 个月",
        "不变：1 行",
    ]


def test_a_sheet_is_read_by_the_names_of_its_columns() -> None:
    row = parameters()["pharmacy_levels"]
    of = Both(row.zh, row.en)
    sheet = [["后果", "年度累计扣分", "备注"], ["暂停 1 个月", "6", "x"], ["", "", ""], ["0", "12"]]
    assert from_sheet(sheet, row.columns, of) == (("6", "1", ""), ("12", "0", ""))
    for bad in ([["后果"], ["1"]], [], [["后果", "年度累计扣分"], ["1|2", "6"]]):
        with pytest.raises(Refusal):
            from_sheet(bad, row.columns, of)
