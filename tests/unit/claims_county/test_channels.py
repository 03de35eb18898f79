"""Each ring works as its channel says, and what looks like it stands in the key, too."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from claims.county.margins import Margins
from claims.county.rings import CHANNELS, STRESS


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
    ],
)
def test_the_lawful_stand_beside_it(sized: Any, kind: str, channel: str | None) -> None:
    found = [look for look in sized.key["lookalikes"] if look["kind"] == kind]
    assert found
    assert all(look.get("channel") == channel for look in found)
    members = {p for r in sized.key["rings"] for p in r["patients"]}
    assert not members & {p for look in found if kind != "quiet_day" for p in look["patients"]}


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
