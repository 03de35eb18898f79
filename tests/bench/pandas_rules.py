"""The ten rules as an analyst would write them in pandas, over the same Parquet and knowledge.

Each rule gives what a finding is: whom or what it is about, the amount involved and the amount at
risk, to the cent. Amounts are whole fen (int64).
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from audit.knowledge.store import SHIPPED
from claims.store import ClaimStore

VISITS = ["mdtrt_id", "psn_no", "fixmedins_code", "med_type", "begntime", "endtime",
          "dscg_maindiag_code", "dscg_way"]  # fmt: skip
LINES = ["mdtrt_id", "feedetl_sn", "init_feedetl_sn", "fee_ocur_time", "hilist_code", "cnt", "pric",
         "det_item_fee_sumamt", "inscp_scp_amt", "overlmt_amt", "med_chrgitm_type",
         "dscg_tkdrug_flag"]  # fmt: skip
SETTLED = ["mdtrt_id", "setl_time", "terminal_no", "medfee_sumamt", "fund_pay_sumamt",
           "inscp_scp_amt", "nwb_flag"]  # fmt: skip
NUMBERS = {"cnt", "pric", "det_item_fee_sumamt", "inscp_scp_amt", "overlmt_amt", "medfee_sumamt",
           "fund_pay_sumamt"}  # fmt: skip
COURSE = "C|D0|Z51|N18|Z49"


@dataclass
class Frames:
    """Visits with person, institution and money, and lines net of refunds with their visit."""

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
            cells = [f"{c}::DOUBLE AS {c}" if c in NUMBERS else c for c in columns]
            return connection.execute(f"SELECT {', '.join(cells)} FROM {table}").df()

        visits = read("mdtrt_d", VISITS)
        persons = read("psn_info_b", ["psn_no", "gend", "brdy", "live_addr", "tel"])
        places = read("medins_info_b", ["fixmedins_code", "fixmedins_type", "hosp_lv"])
        settled = read("setl_d", SETTLED)
        lines = read("fee_list_d", LINES)
    settled["born"] = settled.nwb_flag == "1"
    money = settled.groupby("mdtrt_id", as_index=False).agg(
        setl_time=("setl_time", "max"),
        terminal_no=("terminal_no", "max"),
        fee=("medfee_sumamt", "sum"),
        fund=("fund_pay_sumamt", "sum"),
        scope_sum=("inscp_scp_amt", "sum"),
        newborn=("born", "any"),
    )
    visits = visits.merge(persons, on="psn_no", how="left").merge(
        places, on="fixmedins_code", how="left"
    )
    visits = visits.merge(money, on="mdtrt_id", how="left")
    visits["newborn"] = visits.newborn.eq(True)
    visits["stay"] = visits.med_type.str.startswith("2") | (visits.med_type == "52")
    visits["pharmacy"] = (visits.fixmedins_type == "2") | visits.med_type.isin(["41", "9929"])
    return Frames(visits, net(lines).merge(visits, on="mdtrt_id"))


def net(lines: pd.DataFrame) -> pd.DataFrame:
    """Subtract refunds from the lines that they name."""
    sums = ["cnt", "det_item_fee_sumamt", "inscp_scp_amt", "overlmt_amt"]
    refunds = lines[(lines.cnt < 0) & lines.init_feedetl_sn.notna()]
    back = refunds.groupby(["mdtrt_id", "init_feedetl_sn"], as_index=False)[sums].sum()
    back = back.rename(columns={"init_feedetl_sn": "feedetl_sn"} | {c: f"{c}_back" for c in sums})
    rest = lines.drop(refunds.index).merge(back, on=["mdtrt_id", "feedetl_sn"], how="left")
    for column in sums:
        rest[column] = rest[column].fillna(0) + rest[f"{column}_back"].fillna(0)
    rest = rest[rest.cnt != 0].copy()
    rest["day"] = rest.fee_ocur_time.dt.normalize()
    return rest


def fen(yuan: pd.Series) -> pd.Series:
    """Whole fen, halves up."""
    return np.floor(yuan.fillna(0) * 100 + 0.5 + 1e-6).astype("int64")


def at_risk(amount: pd.Series, visit: pd.DataFrame) -> pd.Series:
    """The fund's part of an amount in fen: as much of it as the fund paid of the visit's base."""
    fund, base = fen(visit.fund), fen(visit.scope_sum)
    share = (amount * fund * 2 + base) // (base * 2).where(base > 0, 1)
    return share.where((base > 0) & (fund <= base) & visit.fund.notna(), amount).where(
        (fund > 0) | visit.fund.isna(), 0
    )


def found(
    hits: pd.DataFrame, keys: list[str], involved: pd.Series, basis: pd.Series
) -> pd.DataFrame:
    """Findings by key: Σ amount of the hit lines, Σ of the fund's part of their `basis`."""
    valued = hits[keys].assign(involved=involved, risk=at_risk(basis, hits))
    return valued.groupby(keys, as_index=False)[["involved", "risk"]].sum()


def billed(hits: pd.DataFrame, *keys: str) -> pd.DataFrame:
    """Findings that object to whole lines: at risk is the fund's part of what lies in its scope."""
    return found(hits, list(keys), fen(hits.det_item_fee_sumamt), fen(hits.inscp_scp_amt))


def run_rules(frames: Frames) -> dict[str, pd.DataFrame]:
    """The findings of each rule: its identity, `involved` and `risk` in fen."""
    lines, visits = frames.lines, frames.visits
    wrong_sex = sex(lines)
    return {
        "sex_impossible_item": billed(wrong_sex, "mdtrt_id", "hilist_code"),
        "age_limited_item": billed(age(lines.drop(wrong_sex.index)), "mdtrt_id", "hilist_code"),
        "charge_outside_stay": billed(outside(lines), "mdtrt_id"),
        "duplicate_charge": duplicates(lines),
        "over_price_limit": overpriced(lines),
        "over_days_supply": supply(lines),
        "hanging_bed": hanging(lines, visits),
        "split_admission": split(visits),
        "excessive_outpatient_frequency": frequent(lines, visits),
        "pharmacy_card_cluster": clusters(visits),
    }


def sex(lines: pd.DataFrame) -> pd.DataFrame:
    limit = knowledge("sex_limit").set_index("hilist_code").gend
    wanted = lines.hilist_code.map(limit)
    return lines[
        wanted.notna() & lines.gend.isin(["1", "2"]) & (wanted != lines.gend) & (lines.cnt > 0)
        & ~lines.newborn
    ]  # fmt: skip


def age(lines: pd.DataFrame) -> pd.DataFrame:
    limited = lines[lines.cnt > 0].merge(knowledge("age_limit"), on="hilist_code")
    born = pd.to_datetime(limited.brdy)
    before = (limited.day.dt.month * 100 + limited.day.dt.day) < (born.dt.month * 100 + born.dt.day)
    years = limited.day.dt.year - born.dt.year - before
    of_child = limited.newborn & ~(limited.age_min > 0)
    return limited[((years < limited.age_min) | (years > limited.age_max)) & ~of_child]


def outside(lines: pd.DataFrame) -> pd.DataFrame:
    stays = lines[
        lines.stay & lines.endtime.notna() & (lines.cnt > 0) & (lines.dscg_tkdrug_flag != "1")
    ]
    early = pd.to_timedelta((stays.med_type == "24").astype(int), unit="D")
    return stays[
        (stays.day < stays.begntime.dt.normalize() - early)
        | (stays.day > stays.endtime.dt.normalize())
    ]


def duplicates(lines: pd.DataFrame) -> pd.DataFrame:
    limit, key = (
        knowledge("daily_limit").set_index("hilist_code").max_per_day,
        ["mdtrt_id", "hilist_code", "day"],
    )
    limited = lines[lines.hilist_code.isin(limit.index)]
    daily = limited.groupby(key, as_index=False).cnt.sum()
    crowded = daily[daily.cnt > daily.hilist_code.map(limit)][key]
    hits = limited.merge(crowded, on=key).sort_values([*key, "fee_ocur_time", "feedetl_sn"])
    run = hits.cnt.clip(lower=0).groupby([hits[k] for k in key]).cumsum()
    most = hits.hilist_code.map(limit)
    over = np.minimum(hits.cnt, (run - most).clip(lower=0)).where(hits.cnt >= 0, hits.cnt)
    amount = fen(hits.pric * over)
    return found(hits[over != 0], key, amount[over != 0], amount[over != 0])


def overpriced(lines: pd.DataFrame) -> pd.DataFrame:
    level = knowledge("hospital_level").set_index("hosp_lv").level_group
    hospital = lines[~lines.pharmacy & (lines.cnt > 0)].copy()
    hospital["level_group"] = hospital.hosp_lv.map(level)
    priced = hospital.merge(knowledge("price_limit"), on=["hilist_code", "level_group"])
    hits = priced[priced.pric > priced.price_limit + 0.01]
    excess = fen((hits.pric - hits.price_limit) * hits.cnt)
    own = (excess - fen(hits.overlmt_amt)).clip(lower=0)
    return found(hits, ["mdtrt_id", "hilist_code"], excess, own)


def supply(lines: pd.DataFrame) -> pd.DataFrame:
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
    chains = drugs.groupby([*key, "chain"], as_index=False).agg(
        most=("in_hand", "max"), places=("fixmedins_code", "nunique"), begins=("mdtrt_id", "first")
    )
    bad = chains[(chains.most > 30) & (chains.places >= 2)]
    hits = drugs[drugs.in_hand > 30].merge(bad[[*key, "chain", "begins"]], on=[*key, "chain"])
    return billed(hits, *key, "begins")


def hanging(lines: pd.DataFrame, visits: pd.DataFrame) -> pd.DataFrame:
    first, last = visits.begntime.dt.normalize(), visits.endtime.dt.normalize()
    stays = visits[
        visits.stay
        & last.notna()
        & ~visits.med_type.isin(["2105", "28"])
        & ((last - first).dt.days >= 3)
    ]
    kinds = knowledge("care_item").set_index("code").care
    ours = lines[lines.mdtrt_id.isin(stays.mdtrt_id)]
    days = ours.groupby("mdtrt_id").day.nunique()
    inside = (ours.day > ours.begntime.dt.normalize()) & (ours.day < ours.endtime.dt.normalize())
    care = ours[(ours.med_chrgitm_type.map(kinds).fillna("1") == "1") & (ours.cnt > 0) & inside]
    ends = [stays.begntime, stays.endtime]
    edges = [pd.DataFrame({"mdtrt_id": stays.mdtrt_id, "day": end.dt.normalize()}) for end in ends]
    treated = care[["mdtrt_id", "day"]].drop_duplicates()
    busy = pd.concat([treated, *edges]).sort_values(["mdtrt_id", "day"])
    run = busy.groupby("mdtrt_id").day.diff().dt.days - 1
    longest = run.groupby(busy.mdtrt_id).max()
    bad = longest.index[(longest >= 3) & (days.reindex(longest.index) >= 2)]
    quiet = ours[inside & ours.mdtrt_id.isin(bad)].merge(
        treated.assign(treated=True), on=["mdtrt_id", "day"], how="left"
    )
    some = billed(quiet[quiet.treated.isna()], "mdtrt_id")
    return pd.DataFrame({"mdtrt_id": bad}).merge(some, on="mdtrt_id", how="left").fillna(0)


def split(visits: pd.DataFrame) -> pd.DataFrame:
    stays = visits[visits.stay & ~visits.med_type.isin(["28", "2105", "52"])]
    stays = stays.sort_values(["psn_no", "begntime", "mdtrt_id"])
    told = ["mdtrt_id", "endtime", "dscg_maindiag_code", "dscg_way"]
    before = stays.groupby("psn_no")[told].shift()
    gap = (stays.begntime.dt.normalize() - before.endtime.dt.normalize()).dt.days
    same = stays.dscg_maindiag_code.str[:3] == before.dscg_maindiag_code.str[:3]
    course = stays.dscg_maindiag_code.str.match(COURSE).fillna(False).astype(bool)
    left = before.dscg_way.fillna("1").isin(["2", "3", "5"])
    hit = gap.between(0, 7) & same & ~course & ~left
    again = stays[hit]
    return pd.DataFrame({"prev_id": before.mdtrt_id[hit], "mdtrt_id": again.mdtrt_id,
                         "involved": fen(again.fee), "risk": fen(again.fund).clip(lower=0)})  # fmt: skip


def frequent(lines: pd.DataFrame, visits: pd.DataFrame) -> pd.DataFrame:
    course = lines[
        lines.hilist_code.isin(knowledge("course_item").hilist_code) & (lines.cnt > 0)
    ].mdtrt_id
    seen = visits[~visits.stay & ~visits.pharmacy & ~visits.mdtrt_id.isin(course)]
    seen = seen[~seen.dscg_maindiag_code.str.match(COURSE).fillna(False).astype(bool)]
    seen = seen.sort_values(["psn_no", "begntime", "mdtrt_id"])
    window, bursts = pd.Timedelta(days=29), []
    for person, theirs in seen.groupby("psn_no"):
        if len(theirs) < 15:
            continue
        stamps = theirs.begntime.to_numpy()
        recent = [((stamps >= at - window) & (stamps <= at)).sum() for at in stamps]
        busy = theirs.begntime[[number >= 15 for number in recent]]
        burst = (busy.diff().isna() | (busy.diff() > window)).cumsum()
        for _, times in busy.groupby(burst):
            mine = theirs[theirs.begntime.between(times.iloc[0] - window, times.iloc[-1])]
            bursts.append((person, mine.mdtrt_id.iloc[0], fen(mine.fee).sum(),
                           fen(mine.fund).clip(lower=0).sum()))  # fmt: skip
    return pd.DataFrame(bursts, columns=["psn_no", "begins", "involved", "risk"])


def clusters(visits: pd.DataFrame) -> pd.DataFrame:
    swiped = visits[visits.pharmacy].copy()
    swiped["at"] = swiped.setl_time.fillna(swiped.begntime)
    swiped["household"] = swiped.live_addr.fillna(swiped.tel).fillna(swiped.psn_no)
    swiped["till"] = swiped.fixmedins_code + "/" + swiped.terminal_no.fillna("")
    window, met = pd.Timedelta(minutes=10), []
    for _, till in swiped.sort_values(["till", "at", "mdtrt_id"]).groupby("till"):
        stamps, homes = till["at"].to_numpy(), till.household.to_numpy()
        spans: list[list[int]] = []
        start = 0
        for index, moment in enumerate(stamps):
            while stamps[start] < moment - window:
                start += 1
            if len(set(homes[start : index + 1])) >= 5:
                if spans and moment - stamps[spans[-1][1]] <= window:
                    spans[-1][1] = index
                else:
                    spans.append([start, index])
        for begin, end in spans:
            mine = till[till["at"].between(stamps[begin], stamps[end])]
            met.append((mine.fixmedins_code.iloc[0], mine.mdtrt_id.iloc[0], fen(mine.fee).sum(),
                        fen(mine.fund).clip(lower=0).sum()))  # fmt: skip
    return pd.DataFrame(met, columns=["fixmedins_code", "mdtrt_id", "involved", "risk"])
