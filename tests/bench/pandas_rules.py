"""The ten rules as an analyst would write them in pandas, over the same Parquet and knowledge."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from audit.knowledge.store import SHIPPED
from claims.store import ClaimStore

VISITS = ["mdtrt_id", "psn_no", "fixmedins_code", "med_type", "begntime", "endtime",
          "dscg_maindiag_code", "dscg_way"]  # fmt: skip
LINES = ["mdtrt_id", "feedetl_sn", "init_feedetl_sn", "fee_ocur_time", "hilist_code", "cnt", "pric",
         "det_item_fee_sumamt", "med_chrgitm_type", "dscg_tkdrug_flag"]  # fmt: skip


@dataclass
class Frames:
    """Visits with person and institution, and lines net of refunds with their visit."""

    visits: pd.DataFrame
    lines: pd.DataFrame


def knowledge(name: str) -> pd.DataFrame:
    """A shipped knowledge table."""
    return pd.read_csv(SHIPPED / f"{name}.csv", dtype={"hilist_code": str, "gend": str, "code": str,
                       "hosp_lv": str, "level_group": str, "care": str})  # fmt: skip


def load(home: Path) -> Frames:
    """Read what the rules need."""
    with ClaimStore(home).connect() as connection:

        def read(table: str, columns: list[str]) -> pd.DataFrame:
            floats = {"cnt", "pric", "det_item_fee_sumamt"}
            cells = [f"{c}::DOUBLE AS {c}" if c in floats else c for c in columns]
            return connection.execute(f"SELECT {', '.join(cells)} FROM {table}").df()

        visits = read("mdtrt_d", VISITS)
        persons = read("psn_info_b", ["psn_no", "gend", "brdy", "live_addr", "tel"])
        places = read("medins_info_b", ["fixmedins_code", "fixmedins_type", "hosp_lv"])
        settled = read("setl_d", ["mdtrt_id", "setl_time", "terminal_no"])
        lines = read("fee_list_d", LINES)
    settled = settled.groupby("mdtrt_id", as_index=False).agg(
        {"setl_time": "max", "terminal_no": "max"}
    )
    visits = visits.merge(persons, on="psn_no", how="left").merge(
        places, on="fixmedins_code", how="left"
    )
    visits = visits.merge(settled, on="mdtrt_id", how="left")
    visits["stay"] = visits.med_type.str.startswith("2") | (visits.med_type == "52")
    visits["pharmacy"] = (visits.fixmedins_type == "2") | visits.med_type.isin(["41", "9929"])
    return Frames(visits, net(lines).merge(visits, on="mdtrt_id"))


def net(lines: pd.DataFrame) -> pd.DataFrame:
    """Subtract refunds from the lines that they name."""
    refunds = lines[(lines.cnt < 0) & lines.init_feedetl_sn.notna()]
    back = refunds.groupby(["mdtrt_id", "init_feedetl_sn"], as_index=False).cnt.sum()
    back = back.rename(columns={"init_feedetl_sn": "feedetl_sn", "cnt": "returned"})
    rest = lines.drop(refunds.index).merge(back, on=["mdtrt_id", "feedetl_sn"], how="left")
    rest["cnt"] += rest.returned.fillna(0)
    rest = rest[rest.cnt != 0].copy()
    rest["day"] = rest.fee_ocur_time.dt.normalize()
    return rest


def run_rules(frames: Frames) -> dict[str, int]:
    """Number of findings of each rule."""
    lines, visits = frames.lines, frames.visits
    wrong_sex = sex(lines)
    return {
        "sex_impossible_item": groups(wrong_sex, "mdtrt_id", "hilist_code"),
        "age_limited_item": groups(age(lines.drop(wrong_sex.index)), "mdtrt_id", "hilist_code"),
        "charge_outside_stay": groups(outside(lines), "mdtrt_id"),
        "duplicate_charge": duplicates(lines),
        "over_price_limit": groups(overpriced(lines), "mdtrt_id", "hilist_code"),
        "over_days_supply": supply(lines),
        "hanging_bed": hanging(lines, visits),
        "split_admission": split(visits),
        "excessive_outpatient_frequency": frequent(lines, visits),
        "pharmacy_card_cluster": clusters(visits),
    }


def groups(hits: pd.DataFrame, *keys: str) -> int:
    """Distinct keys among hit lines."""
    return len(hits[list(keys)].drop_duplicates())


def sex(lines: pd.DataFrame) -> pd.DataFrame:
    limit = knowledge("sex_limit").set_index("hilist_code").gend
    wanted = lines.hilist_code.map(limit)
    return lines[
        wanted.notna() & lines.gend.isin(["1", "2"]) & (wanted != lines.gend) & (lines.cnt > 0)
    ]


def age(lines: pd.DataFrame) -> pd.DataFrame:
    limited = lines[lines.cnt > 0].merge(knowledge("age_limit"), on="hilist_code")
    born = pd.to_datetime(limited.brdy)
    before = (limited.day.dt.month * 100 + limited.day.dt.day) < (born.dt.month * 100 + born.dt.day)
    years = limited.day.dt.year - born.dt.year - before
    return limited[(years < limited.age_min) | (years > limited.age_max)]


def outside(lines: pd.DataFrame) -> pd.DataFrame:
    stays = lines[
        lines.stay & lines.endtime.notna() & (lines.cnt > 0) & (lines.dscg_tkdrug_flag != "1")
    ]
    early = pd.to_timedelta((stays.med_type == "24").astype(int), unit="D")
    return stays[
        (stays.day < stays.begntime.dt.normalize() - early)
        | (stays.day > stays.endtime.dt.normalize())
    ]


def duplicates(lines: pd.DataFrame) -> int:
    limit = knowledge("daily_limit").set_index("hilist_code").max_per_day
    limited = lines[lines.hilist_code.isin(limit.index)]
    daily = limited.groupby(["mdtrt_id", "hilist_code", "day"], as_index=False).cnt.sum()
    return int((daily.cnt > daily.hilist_code.map(limit)).sum())


def overpriced(lines: pd.DataFrame) -> pd.DataFrame:
    level = knowledge("hospital_level").set_index("hosp_lv").level_group
    hospital = lines[~lines.pharmacy & (lines.cnt > 0)].copy()
    hospital["level_group"] = hospital.hosp_lv.map(level)
    priced = hospital.merge(knowledge("price_limit"), on=["hilist_code", "level_group"])
    return priced[priced.pric > priced.price_limit + 0.01]


def supply(lines: pd.DataFrame) -> int:
    days = knowledge("days_supply").set_index("hilist_code").days_per_unit
    drugs = lines[lines.hilist_code.isin(days.index) & (lines.cnt > 0)
                  & (~lines.stay | (lines.dscg_tkdrug_flag == "1"))].copy()  # fmt: skip
    drugs["days"] = drugs.cnt * drugs.hilist_code.map(days)
    drugs = drugs.sort_values(["psn_no", "hilist_code", "fee_ocur_time", "mdtrt_id", "feedetl_sn"])
    key = ["psn_no", "hilist_code"]
    since = (drugs.day - pd.Timestamp("2000-01-01")).dt.days
    drugs["x"] = drugs.groupby(key).days.cumsum() - drugs.days - since
    drugs["in_hand"] = drugs.x - drugs.groupby(key).x.cummin()
    drugs["chain"] = (drugs.in_hand <= 0).groupby([drugs.psn_no, drugs.hilist_code]).cumsum()
    chains = drugs.groupby([*key, "chain"]).agg({"in_hand": "max", "fixmedins_code": "nunique"})
    return int(((chains.in_hand > 30) & (chains.fixmedins_code >= 2)).sum())


def hanging(lines: pd.DataFrame, visits: pd.DataFrame) -> int:
    first, last = visits.begntime.dt.normalize(), visits.endtime.dt.normalize()
    stays = visits[
        visits.stay
        & last.notna()
        & ~visits.med_type.isin(["2105", "28"])
        & ((last - first).dt.days >= 3)
    ]
    kinds = knowledge("care_item").set_index("code").care
    ours = lines[lines.mdtrt_id.isin(stays.mdtrt_id)]
    billed = ours.groupby("mdtrt_id").day.nunique()
    inside = (ours.day > ours.begntime.dt.normalize()) & (ours.day < ours.endtime.dt.normalize())
    care = ours[(ours.med_chrgitm_type.map(kinds).fillna("1") == "1") & (ours.cnt > 0) & inside]
    ends = [stays.begntime, stays.endtime]
    edges = [pd.DataFrame({"mdtrt_id": stays.mdtrt_id, "day": end.dt.normalize()}) for end in ends]
    busy = pd.concat([care[["mdtrt_id", "day"]].drop_duplicates(), *edges]).sort_values(
        ["mdtrt_id", "day"]
    )
    run = busy.groupby("mdtrt_id").day.diff().dt.days - 1
    longest = run.groupby(busy.mdtrt_id).max()
    return int(((longest >= 3) & (billed.reindex(longest.index) >= 2)).sum())


def split(visits: pd.DataFrame) -> int:
    stays = visits[visits.stay & ~visits.med_type.isin(["28", "2105", "52"])]
    stays = stays.sort_values(["psn_no", "begntime", "mdtrt_id"])
    before = stays.groupby("psn_no")[["endtime", "dscg_maindiag_code", "dscg_way"]].shift()
    gap = (stays.begntime.dt.normalize() - before.endtime.dt.normalize()).dt.days
    same = stays.dscg_maindiag_code.str[:3] == before.dscg_maindiag_code.str[:3]
    course = stays.dscg_maindiag_code.str.match("C|D0|Z51|N18|Z49").fillna(False).astype(bool)
    left = before.dscg_way.fillna("1").isin(["2", "3", "5"])
    return int((gap.between(0, 7) & same & ~course & ~left).sum())


def frequent(lines: pd.DataFrame, visits: pd.DataFrame) -> int:
    course = lines[
        lines.hilist_code.isin(knowledge("course_item").hilist_code) & (lines.cnt > 0)
    ].mdtrt_id
    seen = visits[~visits.stay & ~visits.pharmacy & ~visits.mdtrt_id.isin(course)]
    seen = seen[~seen.dscg_maindiag_code.str.match("C|D0|Z51|N18|Z49").fillna(False).astype(bool)]
    seen = seen.sort_values(["psn_no", "begntime"])
    bursts = 0
    for _, times in seen.groupby("psn_no").begntime:
        if len(times) >= 15:
            stamps = times.to_numpy()
            recent = [((stamps >= t - pd.Timedelta(days=29)) & (stamps <= t)).sum() for t in stamps]
            busy = times[[n >= 15 for n in recent]]
            bursts += int((busy.diff().isna() | (busy.diff() > pd.Timedelta(days=29))).sum())
    return bursts


def clusters(visits: pd.DataFrame) -> int:
    swiped = visits[visits.pharmacy].copy()
    swiped["at"] = swiped.setl_time.fillna(swiped.begntime)
    swiped["household"] = swiped.live_addr.fillna(swiped.tel).fillna(swiped.psn_no)
    swiped["till"] = swiped.fixmedins_code + "/" + swiped.terminal_no.fillna("")
    found, window = 0, pd.Timedelta(minutes=10)
    for _, till in swiped.sort_values(["till", "at"]).groupby("till"):
        stamps, homes = till["at"].to_numpy(), till.household.to_numpy()
        last, start = None, 0
        for index, moment in enumerate(stamps):
            while stamps[start] < moment - window:
                start += 1
            if len(set(homes[start : index + 1])) >= 5:
                found += last is None or moment - last > window
                last = moment
    return found
