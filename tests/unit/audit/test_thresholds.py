"""Parameters are dated rows within a range; the bureau's own win while they are in force."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from audit.errors import ParameterInvalid
from audit.model import Rule
from audit.registry import all_rules
from audit.thresholds import parameters_of, periods_of, shipped_rows

OWN = """
[[row]]
name = "min_visits"
value = 20
valid_from = 2025-01-01
valid_to = 2025-12-31
basis = "云医保〔2025〕1号"
"""


def own(home: Path, text: str) -> Path:
    folder = home / "findings" / "parameters"
    folder.mkdir(parents=True)
    (folder / "excessive_outpatient_frequency.toml").write_text(text, encoding="utf-8")
    return home


def test_every_rule_has_its_parameters_with_a_basis() -> None:
    for rule in all_rules():
        rows = parameters_of(rule.id, date(2026, 1, 5))
        assert set(rows) == {
            n for n in rows if re.search(rf"\bparam_{n}\(", rule.find + rule.population)
        }, rule.id
        assert all(row.basis and row.low <= row.value <= row.high for row in rows.values())


@pytest.mark.parametrize(
    ("day", "visits"),
    [
        (date(2024, 12, 31), 15),
        (date(2025, 1, 1), 20),
        (date(2025, 12, 31), 20),
        (date(2026, 1, 1), 15),
    ],
)
def test_own_rows_hold_on_their_days(tmp_path: Path, day: date, visits: int) -> None:
    rows = parameters_of("excessive_outpatient_frequency", day, own(tmp_path, OWN))
    assert rows["min_visits"].value == visits
    assert rows["window_days"].value == 30


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not toml", "无法读取"),
        (OWN.replace("20\n", "500\n"), "超出允许范围"),
        (OWN.replace("20\n", '"20"\n'), "须为数字"),
        (OWN.replace("min_visits", "max_visits"), "没有名为 max_visits 的参数"),
        (OWN.replace('basis = "云医保〔2025〕1号"', ""), "缺少依据"),
        (OWN.replace("valid_from = 2025-01-01", ""), "缺少生效日"),
    ],
)
def test_bad_rows_are_refused(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ParameterInvalid, match=said):
        parameters_of("excessive_outpatient_frequency", date(2025, 5, 5), own(tmp_path, text))


def test_before_any_row_is_in_force() -> None:
    with pytest.raises(ParameterInvalid, match="没有有效的取值"):
        parameters_of("split_admission", date(1999, 1, 1))


def test_values_are_exact() -> None:
    assert parameters_of("over_price_limit", date(2026, 1, 1))["tolerance"].value == Decimal("0.01")


def test_periods_change_where_a_row_begins_or_ends(tmp_path: Path) -> None:
    found = periods_of("excessive_outpatient_frequency", own(tmp_path, OWN))
    assert [(p.begins, p.rows["min_visits"].value) for p in found] == [
        (date(2000, 1, 1), 15),
        (date(2025, 1, 1), 20),
        (date(2026, 1, 1), 15),
    ]
    assert periods_of("duplicate_charge")[0].begins == date.min


def test_no_screening_figure_claims_to_be_the_law() -> None:
    """The articles name acts, not thresholds: the figures are the bureau's own."""
    for rule in all_rules():
        for row in parameters_of(rule.id, date(2026, 1, 5)).values():
            assert "本局筛查参数" in row.basis, (rule.id, row.name)
            assert "条例第" not in row.basis


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
def test_every_parameter_speaks_both_languages(rule: Rule) -> None:
    for row in shipped_rows(rule.id):
        for text in (row.title_en, row.unit_en, row.basis_en):
            assert text
            assert text.isascii()
