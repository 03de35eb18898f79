"""A county is as large as it was asked to be, and looks like the county and the city of the sources."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims.county.generate import generate
from claims.county.margins import PRESETS, Margins, MarginsImpossible

# Domain figures: 1,024,782,200 yuan over 3,487,100 settlements; 249 lines a bill.
SIZED = Margins(12_000, fee_lines=362_000, settlements=40_000, rings=12)
FUND_PER_SETTLEMENT = 1_024_782_200 / 3_487_100
LINES_PER_BILL = 249


def test_settlements_are_exact_and_lines_near(sized: Any) -> None:
    assert sized.rows["setl_d"] == 40_000
    assert sized.rows["fee_list_d"] == pytest.approx(362_000, rel=0.015)
    for name, rows in sized.rows.items():
        assert sized.one(f"SELECT count(*) FROM {name}") == rows, name


def test_bills_are_as_long_as_the_citys(sized: Any) -> None:
    lines = sized.one(
        "SELECT avg(n) FROM (SELECT count(*) AS n FROM fee_list_d SEMI JOIN "
        "(SELECT mdtrt_id FROM mdtrt_d WHERE med_type = '21' AND endtime IS NOT NULL) "
        "USING (mdtrt_id) GROUP BY mdtrt_id)"
    )
    assert lines == pytest.approx(LINES_PER_BILL, rel=0.12)
    inside = sized.one(
        "SELECT count(*) FILTER (med_type IN ('21', '52')) / count(*) FROM fee_list_d"
    )
    assert inside > 0.55, "the bulk of the lines are inpatient"


def test_the_fund_pays_what_a_county_pays(sized: Any, make_sized: Callable[..., Any]) -> None:
    # A ninetieth of a county: few long stays make much of the sum, so several counties are asked.
    # The whole one comes to 1,023,248,918 yuan (seed 11), 0.15 % below the source: docs/county.md.
    means = []
    for county in (sized, make_sized(SIZED, 9), make_sized(SIZED, 10)):
        paid = county.one("SELECT sum(fund_pay_sumamt::DECIMAL(16,2)) / count(*) FROM setl_d")
        assert float(county.key["fund_yuan"]) == pytest.approx(float(paid) * 40_000)
        assert float(paid) == pytest.approx(FUND_PER_SETTLEMENT, rel=0.07)
        means.append(float(paid))
    assert sum(means) / 3 == pytest.approx(FUND_PER_SETTLEMENT, rel=0.04)


def test_seasons_weekdays_holidays_and_late_bills(sized: Any) -> None:
    by_month = dict(sized.all("SELECT begntime[6:7], count(*) FROM mdtrt_d GROUP BY ALL"))
    assert by_month["12"] > by_month["08"], "colds"
    day = "begntime[:10]::DATE"
    # The week of the Spring Festival beside the same weekdays three weeks later.
    spring = sized.one(
        f"SELECT count(*) FROM mdtrt_d WHERE {day} BETWEEN '2025-01-28' AND '2025-02-03'"
    )
    usual = sized.one(
        f"SELECT count(*) FROM mdtrt_d WHERE {day} BETWEEN '2025-02-18' AND '2025-02-24'"
    )
    assert spring < 0.75 * usual
    late = sized.one(
        "SELECT count(*) FROM setl_d s JOIN mdtrt_d m USING (mdtrt_id) "
        "WHERE date_diff('day', endtime::TIMESTAMP, setl_time::TIMESTAMP) >= 1"
    )
    assert 0.002 * 40_000 < late < 0.01 * 40_000


def test_diseases_have_their_age_and_sex(sized: Any) -> None:
    ages = dict(
        sized.all(
            "SELECT dscg_maindiag_code, median(age::INT) FROM mdtrt_d WHERE med_type = '21' GROUP BY 1"
        )
    )
    assert ages["I63.900"] > 60, "stroke"
    assert ages["I63.900"] > ages["K35.900"], "older than appendicitis"
    assert (
        sized.one(
            "SELECT count(*) FROM mdtrt_d WHERE dscg_maindiag_code LIKE 'N40%' AND gend <> '1'"
        )
        == 0
    )


def test_months_are_a_horizon(make_sized: Callable[..., Any]) -> None:
    county = make_sized(Margins(2_000, months=3, rings=3), 4)
    assert county.one("SELECT max(begntime) FROM mdtrt_d") < "2025-04-01"
    assert county.one("SELECT max(endtime) FROM mdtrt_d") < "2025-04-01"
    assert county.one("SELECT count(*) FROM mdtrt_d WHERE inhosp_stas = '1'") > 0
    assert {r["channel"] for r in county.key["rings"]} == {"outpatient", "inpatient", "pharmacy"}


def test_the_campaigns_institutions(tmp_path: Path) -> None:
    rows = generate(tmp_path, 60_000, 1, margins=Margins(60_000, months=1, fixed_institutions=True))
    assert rows["medins_info_b"] == 87
    assert PRESETS["campaign"].fixed_institutions
    files = (tmp_path / "medins_info_b.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert sum(line.startswith('"H') or line.startswith("H") for line in files) == 48


@pytest.mark.parametrize(
    ("margins", "cure"),
    [
        (Margins(200), "--persons"),
        (Margins(5_000, months=13), "--months"),
        (Margins(5_000, months=0), "--months"),
        (Margins(5_000, settlements=900_000), "--settlements"),
        (Margins(5_000, fee_lines=20_000, settlements=15_000), "--fee-lines"),
        (Margins(5_000, fee_lines=9_000_000, settlements=15_000), "fee lines"),
        (Margins(5_000, rings=-1), "rings"),
    ],
)
def test_what_cannot_be_is_refused_with_the_cure(
    tmp_path: Path, margins: Margins, cure: str
) -> None:
    with pytest.raises(MarginsImpossible) as refusal:
        generate(tmp_path / "none", margins.persons, 1, margins=margins)
    assert cure in refusal.value.message_en
    assert refusal.value.message_zh
    assert not (tmp_path / "none").exists()
