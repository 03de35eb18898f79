"""A generated county is deterministic, adds up, and says truly what is planted."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest

from claims.county.catalogue import catalogue
from claims.county.generate import generate
from claims.county.margins import TooFewPersons
from claims.county.rings import CHANNELS, STRESS
from claims.county.writing import Format
from claims.tables import TABLES

PERSONS = 3000
RULES = {
    "sex_impossible_item",
    "age_limited_item",
    "charge_outside_stay",
    "duplicate_charge",
    "over_price_limit",
    "over_days_supply",
    "hanging_bed",
    "split_admission",
    "excessive_outpatient_frequency",
    "pharmacy_card_cluster",
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("county")
    generate(folder, PERSONS, 5, folder / "key.json")
    return folder


@pytest.fixture(scope="module")
def key(county: Path) -> dict[str, Any]:
    return json.loads((county / "key.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def db(county: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for name in written(county):
        connection.execute(
            f"CREATE TABLE {name} AS FROM read_csv('{county}/{name}.csv', all_varchar = true)"
        )
    return connection


def written(county: Path) -> list[str]:
    """The canonical tables that the county has a file of."""
    return [name for name in TABLES if (county / f"{name}.csv").is_file()]


def one(db: duckdb.DuckDBPyConnection, sql: str) -> Any:
    row = db.execute(sql).fetchone()
    assert row is not None
    return row[0]


def test_same_seed_same_bytes_other_seed_other(county: Path, tmp_path: Path) -> None:
    generate(tmp_path / "again", PERSONS, 5)
    generate(tmp_path / "other", PERSONS, 6)
    for name in written(county):
        first = (county / f"{name}.csv").read_bytes()
        assert first == (tmp_path / "again" / f"{name}.csv").read_bytes()
    assert first != (tmp_path / "other" / f"{name}.csv").read_bytes()


def test_files_speak_the_interface(county: Path, db: duckdb.DuckDBPyConnection) -> None:
    for name in written(county):
        table = TABLES[name]
        header = [row[0] for row in db.execute(f"DESCRIBE {name}").fetchall()]
        assert set(table.required) <= set(header) <= set(table.names), name
        key = ", ".join(table.not_empty)
        assert one(db, f"SELECT count(*) - count(DISTINCT ({key})) FROM {name}") == 0, name


def test_bills_add_up(db: duckdb.DuckDBPyConnection) -> None:
    wrong = """
        SELECT count(*) FROM setl_d WHERE
            medfee_sumamt::DECIMAL(16,2) <> fund_pay_sumamt::DECIMAL(16,2) + psn_pay::DECIMAL(16,2)
            OR psn_pay::DECIMAL(16,2) <> acct_pay::DECIMAL(16,2) + cash_payamt::DECIMAL(16,2)
            OR (fund_pay_sumamt::DECIMAL(16,2) < 0 AND refd_setl_flag = '0')
    """
    assert one(db, wrong) == 0
    unequal = """
        SELECT count(*) FROM (
            SELECT mdtrt_id, sum(medfee_sumamt::DECIMAL(16,2)) AS fee FROM setl_d GROUP BY ALL
        ) s JOIN (
            SELECT mdtrt_id, sum(det_item_fee_sumamt::DECIMAL(16,2)) AS lines,
                   bool_and(det_item_fee_sumamt::DECIMAL(16,2)
                            = (cnt::DECIMAL(16,4) * pric::DECIMAL(16,6))::DECIMAL(16,2)) AS exact
            FROM fee_list_d GROUP BY ALL
        ) f USING (mdtrt_id) WHERE NOT exact OR lines <> fee
    """
    assert one(db, unequal) == 0
    by_fund = """
        SELECT count(*) FROM setl_d s LEFT JOIN (
            SELECT setl_id, sum(fund_payamt::DECIMAL(16,2)) AS paid FROM setl_detail_d
            WHERE fund_pay_type <> '310200' GROUP BY ALL
        ) d USING (setl_id) WHERE coalesce(paid, 0) <> fund_pay_sumamt::DECIMAL(16,2)
    """
    assert one(db, by_fund) == 0
    assert one(db, "SELECT count(*) FROM setl_d ANTI JOIN fee_list_d USING (mdtrt_id)") == 0
    assert one(db, "SELECT count(*) FROM setl_d ANTI JOIN mdtrt_d USING (mdtrt_id)") == 0


def test_id_numbers_are_valid_and_nobodys(db: duckdb.DuckDBPyConnection) -> None:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    # Who was registered twice has the same number in the second row, or none.
    rows = db.execute(
        "SELECT certno, brdy, gend FROM psn_info_b WHERE psn_no NOT LIKE '9%'"
    ).fetchall()
    assert len({row[0] for row in rows}) == PERSONS
    for certno, brdy, gend in rows:
        total = sum(int(digit) * weight for digit, weight in zip(certno, weights, strict=False))
        assert certno[17] == "10X98765432"[total % 11]
        assert certno[:4] == "3499"
        assert certno[6:14] == brdy.replace("-", "")
        assert int(certno[16]) % 2 == int(gend) % 2


def test_planted_items_are_the_only_impossible_ones(
    db: duckdb.DuckDBPyConnection, key: dict[str, Any]
) -> None:
    cat = catalogue()
    sexes = {code: str(sex) for code, sex in zip(cat.code, cat.sex.tolist(), strict=True) if sex}
    lines = db.execute(
        "SELECT feedetl_sn, hilist_code, gend FROM fee_list_d JOIN mdtrt_d USING (mdtrt_id)"
    ).fetchall()
    found = {sn for sn, code, gend in lines if sexes.get(code, gend) != gend}
    planted = {
        sn
        # What was keyed in by mistake and taken back is lawful, and no less impossible.
        for entry in [*key["patterns"], *key["lookalikes"]]
        if entry.get("rule_id") == "sex_impossible_item"
        for sn in entry["feedetl_sn"]
    }
    assert found == planted


def test_charges_outside_the_stay_are_planted(
    db: duckdb.DuckDBPyConnection, key: dict[str, Any]
) -> None:
    outside = {
        row[0]
        for row in db.execute(
            "SELECT feedetl_sn FROM fee_list_d f JOIN mdtrt_d m USING (mdtrt_id) "
            "WHERE m.med_type LIKE '2%' AND m.endtime IS NOT NULL AND "
            "(fee_ocur_time::DATE > endtime::DATE OR fee_ocur_time::DATE < begntime::DATE)"
        ).fetchall()
    }
    planted = {
        sn
        for pattern in key["patterns"]
        if pattern["rule_id"] == "charge_outside_stay"
        for sn in pattern["feedetl_sn"]
    }
    assert outside == planted


def test_key_names_rings_rules_and_lookalikes(
    db: duckdb.DuckDBPyConnection, key: dict[str, Any]
) -> None:
    assert {ring["channel"] for ring in key["rings"]} == set(CHANNELS)
    assert all(6 <= len(ring["patients"]) <= 30 for ring in key["rings"])
    rules = Counter(pattern["rule_id"] for pattern in key["patterns"])
    assert set(rules) == RULES
    assert min(rules.values()) >= 3
    kinds = {look["kind"] for look in key["lookalikes"]}
    assert {"care_home", "village_round", "family_visit", "family_pickup", "cancer_cycle"} <= kinds
    known = {row[0] for row in db.execute("SELECT mdtrt_id FROM mdtrt_d").fetchall()}
    for entry in [*key["patterns"], *key["lookalikes"]]:
        assert set(entry["mdtrt_ids"]) <= known
        assert entry["mdtrt_id"] in entry["mdtrt_ids"]


def test_without_fraud_nothing_is_planted(tmp_path: Path) -> None:
    generate(tmp_path, 1000, 2, tmp_path / "key.json", with_fraud=False)
    key = json.loads((tmp_path / "key.json").read_text(encoding="utf-8"))
    assert key["rings"] == key["patterns"] == []
    assert key["lookalikes"]


def test_gzip_holds_the_same_rows(county: Path, tmp_path: Path) -> None:
    generate(tmp_path, PERSONS, 5, form=Format.GZIP)
    connection = duckdb.connect()
    packed = one(connection, f"SELECT count(*) FROM '{tmp_path}/setl_d.csv.gz'")
    assert packed == one(connection, f"SELECT count(*) FROM '{county}/setl_d.csv'")


def test_too_few_persons_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TooFewPersons, match="--persons"):
        generate(tmp_path / "none", 10, 1)
    assert not (tmp_path / "none").exists()


def test_stress_rings_come_irregularly_and_are_of_any_size(tmp_path: Path) -> None:
    generate(tmp_path, 20_000, 5, tmp_path / "key.json", habits=STRESS)
    rings = json.loads((tmp_path / "key.json").read_text(encoding="utf-8"))["rings"]
    sizes = [len(ring["patients"]) for ring in rings]
    assert len(rings) == 10
    assert min(sizes) >= 4
    assert max(sizes) <= 60
    assert max(sizes) > 30, sizes
    visits = (
        duckdb.connect()
        .execute(
            f"SELECT psn_no, fixmedins_code, begntime[:10] FROM read_csv('{tmp_path}/mdtrt_d.csv', "
            "all_varchar = true)"
        )
        .fetchall()
    )
    for ring in (one for one in rings if one["channel"] == "outpatient"):
        members, days = set(ring["patients"]), set(ring["days"])
        place = ring["institutions"][0]
        came = [v for v in visits if v[0] in members and v[1] == place and v[2] in days]
        # The days of the plan and their neighbours: nobody comes to more than a part of them.
        assert len(came) < 0.5 * len(members) * len(days)
        assert len(days) > 12, "thirty visits of a hundred fall a day off"
