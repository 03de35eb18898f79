"""分解住院: discharged and admitted again within days for the same diagnosis."""

from typing import Final

from audit.examples import stay, world
from audit.model import (
    Example,
    Result,
    Rule,
    Severity,
    Stage,
    Tier,
    World,
    framework,
    ordinance,
)

# Left out: courses of treatment (oncology, dialysis), day surgery (28), tariffs by the day (2105),
# childbirth (52), and whoever left by transfer (2), to a community institution (3) or by death (5).
FIND: Final = """
WITH stays AS (
    SELECT *, param_diag_chars(begntime::DATE) AS diag_chars,
        param_window_days(begntime::DATE) AS window_days,
        EXISTS (SELECT 1 FROM k_course_diagnosis k WHERE starts_with(diag, k.diag_prefix)
            AND valid_on(begntime::DATE, k.valid_from, k.valid_to)) AS course
    FROM visit
    WHERE stay AND med_type NOT IN ('28', '2105', '52') AND begntime IS NOT NULL
), chained AS (
    SELECT *, substr(diag, 1, diag_chars) AS illness, lag(mdtrt_id) OVER w AS prev_id,
        lag(endtime) OVER w AS prev_end, substr(lag(diag) OVER w, 1, diag_chars) AS prev_illness, lag(dscg_way) OVER w AS prev_way,
        lag(fixmedins_code) OVER w AS prev_place, lag(fee) OVER w AS prev_fee
    FROM stays WINDOW w AS (PARTITION BY psn_no ORDER BY begntime, mdtrt_id)
)
SELECT prev_id, mdtrt_id, psn_no, fixmedins_code, [prev_id, mdtrt_id] AS mdtrt_ids,
    []::STRUCT(mdtrt_id VARCHAR, feedetl_sn VARCHAR)[] AS lines,
    coalesce(fee, 0) AS amount_involved, greatest(coalesce(fund, 0), 0) AS amount_at_risk,
    begntime::DATE AS judged_on, begntime AS first_time, coalesce(endtime, begntime) AS last_time,
    zh_day(prev_end) AS discharged, en_day(prev_end) AS discharged_en, illness,
    date_diff('day', prev_end::DATE, begntime::DATE)::VARCHAR AS gap,
    CASE WHEN prev_place = fixmedins_code THEN '同一机构' ELSE '另一家机构' END AS from_place,
    CASE WHEN prev_place = fixmedins_code THEN 'the same' ELSE 'another' END AS from_place_en,
    coalesce(fund::VARCHAR, '未结算') AS fund, coalesce(fund::VARCHAR, 'not settled') AS fund_en
FROM chained
WHERE prev_end IS NOT NULL AND illness = prev_illness AND NOT course
    AND date_diff('day', prev_end::DATE, begntime::DATE) BETWEEN 0 AND window_days
    AND coalesce(prev_way, '1') NOT IN ('2', '3', '5')
"""
POPULATION: Final = "SELECT count(*) FROM visit WHERE stay AND med_type NOT IN ('28', '2105', '52')"


def _pair(second: str, diag: str = "J18.9", **first: str) -> World:
    """A stay until 10 March and another from `second`."""
    return world(
        visits=(
            stay("M1", "2024-03-01 09:00", "2024-03-10 10:00", dscg_maindiag_code=diag, **first),
            stay("M2", f"{second} 09:00", "2024-03-28 10:00", dscg_maindiag_code=diag),
        )
    )


RULE = Rule(
    id="split_admission",
    version="1.0.0",
    name_zh="分解住院",
    name_en="Split admission",
    tier=Tier.MANAGEMENT,
    result=Result.SUSPECTED,
    severity=Severity.HIGH,
    stage=Stage.AFTER,
    scene="住院",
    legal_basis=(framework("204001", "分解住院"), ordinance("第十五条、第三十八条第一项")),
    needs={"mdtrt_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("prev_id", "mdtrt_id"),
    sentence_zh="{who}{discharged}出院，{gap}天后（{day}）又因同一诊断（{illness}）在{fixmedins_name}"
    "再次住院（前次为{from_place}），再次住院费用{amount_involved}元，基金支付{fund}元，"
    "疑似分解住院（规则：{rule}）。",
    sentence_en="{who_en} was discharged on {discharged_en} and admitted again {gap} day(s) later, on "
    "{day_en}, to {fixmedins_name} for the same diagnosis ({illness}), after {from_place_en} "
    "institution: {amount_involved} yuan, of which the fund paid {fund_en} (rule: {rule_en}).",
    examples=(
        Example("出院三天后同病再入院", True, _pair("2024-03-13")),
        Example("二十天后再入院", False, _pair("2024-03-30")),
        Example("肿瘤化疗周期", False, _pair("2024-03-13", diag="Z51.1")),
        Example("转院", False, _pair("2024-03-10", dscg_way="2")),
        Example("日间手术", False, _pair("2024-03-13", med_type="28")),
    ),
    knowledge=("course_diagnosis",),
    framework_code="204001",
    money_of_last=True,
)
