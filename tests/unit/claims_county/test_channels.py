"""Each ring works as its channel says, and what looks like it stands in the key, too."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from audit.registry import all_rules
from claims.county.answer import BESIDE
from claims.county.catalogue import catalogue
from claims.county.margins import Margins
from claims.county.rings import CHANNELS, STRESS
from graph.rings.channels import CHANNELS as DETECTED


def ring(county: Any, channel: str) -> dict[str, Any]:
    return next(r for r in county.key["rings"] if r["channel"] == channel)


def visits(county: Any, members: list[str], where: str) -> list[tuple[Any, ...]]:
    listed = ", ".join(f"'{m}'" for m in members)
    return list(
        county.all(
            "SELECT psn_no, fixmedins_code, atddr_no, begntime[:10] AS day, mdtrt_id FROM mdtrt_d "
            f"WHERE psn_no IN ({listed}) AND {where}"
        )
    )


def test_every_channel_has_a_ring(sized: Any) -> None:
    assert {r["channel"] for r in sized.key["rings"]} == set(CHANNELS)
    assert len(sized.key["rings"]) == 12
    assert all(6 <= len(r["patients"]) <= 60 for r in sized.key["rings"])


def test_density_means_one_doctor_on_scattered_days(sized: Any) -> None:
    dense = ring(sized, "doctor_density")
    assert len(dense["doctors"]) == 1
    seen = sized.all(
        "SELECT bilg_dr_codg, psn_no, fee_ocur_time[:10] FROM fee_list_d "
        f"WHERE psn_no IN {tuple(dense['patients'])} AND bilg_dr_codg = '{dense['doctors'][0]}'"
    )
    days = {(p, d) for _, p, d in seen}
    assert len(days) >= 7 * len(dense["patients"])
    shared = Counter(d for _, d in days)
    assert max(shared.values()) < 0.5 * len(dense["patients"]), "no shared day gives it away"


def test_refund_loops_are_charged_refunded_and_charged(sized: Any) -> None:
    loop = ring(sized, "refund_loop")
    rows = sized.all(
        "SELECT psn_no, setl_time, refd_setl_flag, medfee_sumamt::DECIMAL(16,2), init_setl_id FROM setl_d "
        f"WHERE psn_no IN {tuple(loop['patients'])} AND fixmedins_code = '{loop['institutions'][0]}' "
        f"AND setl_time[:10] IN {tuple(loop['days'])}"
    )
    refunds = [r for r in rows if r[2] == "1"]
    assert len(refunds) >= 2 * len(loop["patients"])
    assert all(r[3] < 0 and r[4] for r in refunds)
    assert len(rows) > 2 * len(refunds), "the last charge stays"


def test_shoppers_share_their_doctors(sized: Any) -> None:
    shop = ring(sized, "doctor_shopping")
    assert 3 <= len(shop["doctors"]) <= 5
    assert len(shop["institutions"]) >= 3
    lines = sized.all(
        "SELECT psn_no, count(DISTINCT bilg_dr_codg) FROM fee_list_d WHERE hilist_name LIKE '%曲马多%' "
        f"AND psn_no IN {tuple(shop['patients'])} GROUP BY 1"
    )
    assert len(lines) == len(shop["patients"])
    assert all(doctors >= 3 for _, doctors in lines)


@pytest.mark.parametrize(
    ("kind", "channel"),
    [
        ("family_doctor", "doctor_density"),
        ("corrected_bill", "refund_loop"),
        ("terminal_outage", "refund_loop"),
        ("referral", "doctor_shopping"),
        ("pain_patient", "doctor_shopping"),
        ("market_day", None),
        ("long_prescription", None),
        ("quiet_day", None),
        ("cancer_cycle", None),
        ("dialysis", None),
        ("school_checkup", None),
        ("employer_checkup", None),
        ("care_home", None),
        ("weekly_round", None),
    ],
)
def test_the_lawful_stand_beside_it(sized: Any, kind: str, channel: str | None) -> None:
    found = [look for look in sized.key["lookalikes"] if look["kind"] == kind]
    assert found
    assert all(look.get("channel") == channel for look in found)
    members = {p for r in sized.key["rings"] for p in r["patients"]}
    assert not members & {p for look in found if kind != "quiet_day" for p in look["patients"]}


@pytest.mark.parametrize("name", [*(rule.id for rule in all_rules()), *(c.name for c in DETECTED)])
def test_every_rule_and_channel_has_a_pattern_and_what_only_looks_like_it(
    sized: Any, name: str
) -> None:
    planted = [r["channel"] for r in sized.key["rings"]]
    planted += [p["rule_id"] for p in sized.key["patterns"]]
    assert name in planted, f"plant {name} in claims/county and name its look-alikes in BESIDE"
    assert BESIDE.get(name), f"name what lawfully looks like {name} in claims.county.answer.BESIDE"
    kinds = {look["kind"] for look in sized.key["lookalikes"]}
    assert set(BESIDE[name]) <= kinds


def test_weekly_rounds_keep_one_weekday_one_village_and_one_doctor(sized: Any) -> None:
    rounds = [look for look in sized.key["lookalikes"] if look["kind"] == "weekly_round"]
    assert rounds
    for look in rounds:
        assert len(look["doctors"]) == len(look["institutions"]) == 1
        days = [date.fromisoformat(day) for day in look["days"]]
        assert len({day.weekday() for day in days}) == 1
        assert days[0].weekday() < 5
        assert len(days) > 40, "week after week"


def test_what_comes_of_age_is_billed_on_the_right_side_of_the_birthday(sized: Any) -> None:
    for kind, years, away in (("last_day_of_childhood", 15, -1), ("first_day_of_age", 18, 0)):
        found = [look for look in sized.key["lookalikes"] if look["kind"] == kind]
        assert found
        for look in found:
            born = sized.one(
                f"SELECT brdy FROM psn_info_b WHERE psn_no = '{look['psn_no']}' AND brdy IS NOT NULL"
            )
            birthday = date.fromisoformat(born).replace(year=int(born[:4]) + years)
            assert look["days"] == [str(birthday + timedelta(days=away))]


def test_prices_come_to_the_limit_and_no_further(sized: Any) -> None:
    prices = dict(zip(catalogue().code, catalogue().price.tolist(), strict=True))
    for kind in ("price_at_limit", "retail_price"):
        found = [look for look in sized.key["lookalikes"] if look["kind"] == kind]
        assert found
        for look in found:
            code, price = sized.all(
                "SELECT hilist_code, pric::DECIMAL(16,2) FROM fee_list_d WHERE "
                f"mdtrt_id = '{look['mdtrt_id']}' AND feedetl_sn = '{look['feedetl_sn'][0]}'"
            )[0]
            third, second, first, retail = prices[code]
            allowed = {retail} if kind == "retail_price" else {third, second, first}
            assert int(price * 100) in allowed


def test_no_rings_when_none_are_wanted(make_sized: Callable[..., Any]) -> None:
    county = make_sized(Margins(2_000, rings=0), 3)
    assert county.key["rings"] == []
    assert county.key["patterns"], "single violations stay"


def test_stress_rings_of_all_channels(make_sized: Callable[..., Any]) -> None:
    county = make_sized(Margins(6_000, months=9, rings=10), 6, STRESS)
    assert {r["channel"] for r in county.key["rings"]} == set(CHANNELS)
    pharmacy = ring(county, "pharmacy")
    assert not [
        s
        for s in county.key["stock"]
        if s.get("fixmedins_code") in pharmacy["institutions"]
        and s["kind"] == "sold_but_never_bought"
    ], "careful rings buy what they sell"
    # Nobody attends more than six days of ten.
    outpatient = ring(county, "outpatient")
    came = visits(
        county, outpatient["patients"], f"fixmedins_code = '{outpatient['institutions'][0]}'"
    )
    ours = [v for v in came if v[3] in outpatient["days"]]
    assert len(ours) < 0.6 * len(outpatient["patients"]) * len(outpatient["days"])
