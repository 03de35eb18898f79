"""挂床住院: a stay with days on which nothing but bed, rounds and nursing was billed."""

from typing import Final

from audit.examples import fee, stay, world
from audit.model import Example, Result, Rule, Severity, Stage, Tier, World, ordinance

# Whole days between admission and discharge count; a run of them without care makes the hit, so that
# a quiet day or a weekend does not. Long-stay tariffs by the day (2105) and day
# surgery (28) are left out, as are bills whose charges were entered on a single day.
FIND: Final = """
WITH stays AS (
    SELECT v.*, begntime::DATE AS first_day, endtime::DATE AS last_day,
        date_diff('day', begntime::DATE, endtime::DATE) AS days,
        param_min_run_days(begntime::DATE) AS min_run_days,
        param_min_billed_days(begntime::DATE) AS min_billed_days
    FROM visit v
    WHERE stay AND endtime IS NOT NULL AND med_type NOT IN ('2105', '28')
        AND date_diff('day', begntime::DATE, endtime::DATE) >= param_min_stay_days(begntime::DATE)
), billed AS (
    SELECT l.visit_no, l.day,
        bool_or(coalesce(by_item.care, by_type.care, '1') = '1' AND l.cnt > 0) AS care,
        any_value(l.day > s.first_day AND l.day < s.last_day) AS inside
    FROM line l JOIN stays s ON s.visit_no = l.visit_no
    LEFT JOIN k_care_item by_item ON by_item.kind = 'item' AND by_item.code = l.hilist_code
        AND valid_on(l.day, by_item.valid_from, by_item.valid_to)
    LEFT JOIN k_care_item by_type ON by_type.kind = 'type' AND by_type.code = l.med_chrgitm_type
        AND valid_on(l.day, by_type.valid_from, by_type.valid_to)
    WHERE l.stay
    GROUP BY l.visit_no, l.day
), busy AS (
    SELECT visit_no, day FROM billed WHERE care AND inside
    UNION ALL SELECT visit_no, first_day FROM stays
    UNION ALL SELECT visit_no, last_day FROM stays
), gaps AS (
    SELECT visit_no, date_diff('day', lag(day) OVER (PARTITION BY visit_no ORDER BY day), day) - 1 AS gap
    FROM busy
), counted AS (
    SELECT visit_no, max(gap) AS run_days, sum(gap) FILTER (gap > 0) AS empty_days
    FROM gaps GROUP BY visit_no
), suspect AS (
    SELECT s.*, c.empty_days, c.run_days
    FROM stays s JOIN counted c ON c.visit_no = s.visit_no
    JOIN (SELECT visit_no, count(*) AS billed_days FROM billed GROUP BY visit_no) b
        ON b.visit_no = s.visit_no
    WHERE c.run_days >= s.min_run_days AND b.billed_days >= s.min_billed_days
), empty AS (
    SELECT l.* FROM line l JOIN suspect s ON s.visit_no = l.visit_no
    ANTI JOIN busy ON busy.visit_no = l.visit_no AND busy.day = l.day
    WHERE l.day > s.first_day AND l.day < s.last_day
)
SELECT s.mdtrt_id, any_value(s.psn_no) AS psn_no, any_value(s.fixmedins_code) AS fixmedins_code,
    [s.mdtrt_id] AS mdtrt_ids,
    coalesce(list(line_key(s.mdtrt_id, e.feedetl_sn) ORDER BY e.fee_ocur_time, e.feedetl_sn)
        FILTER (e.feedetl_sn IS NOT NULL), []) AS lines,
    coalesce(sum(e.amount), 0) AS amount_involved,
    coalesce(sum(line_part(e.amount, e.scope, s.scoped, s.fund, s.base))
        FILTER (e.feedetl_sn IS NOT NULL), 0) AS amount_at_risk,
    any_value(s.first_day) AS judged_on, any_value(s.begntime) AS first_time, any_value(s.endtime) AS last_time,
    any_value(s.days)::VARCHAR AS days, any_value(s.empty_days)::VARCHAR AS empty_days,
    any_value(s.run_days)::VARCHAR AS run_days,
    coalesce(any_value(s.fee)::VARCHAR, '未结算') AS fee,
    coalesce(any_value(s.fee)::VARCHAR, 'not settled') AS fee_en
FROM suspect s LEFT JOIN empty e ON e.visit_no = s.visit_no
GROUP BY s.mdtrt_id
"""
POPULATION: Final = """
SELECT count(*) FROM visit
WHERE stay AND endtime IS NOT NULL AND med_type NOT IN ('2105', '28')
    AND date_diff('day', begntime::DATE, endtime::DATE) >= param_min_stay_days(begntime::DATE)
"""


def _bill(treated: tuple[int, ...], end: str | None = "2024-03-11 10:00", **more: str) -> World:
    """A bed for ten days from 1 March, an infusion on the days that are `treated`."""
    beds = tuple(
        fee("M1", f"B{d}", f"2024-03-{d:02} 08:00", "001109000010000", med_chrgitm_type="01")
        for d in range(1, 11)
    )
    care = tuple(
        fee("M1", f"T{d}", f"2024-03-{d:02} 09:00", "001204000060000", med_chrgitm_type="05")
        for d in treated
    )
    return world(visits=(stay("M1", "2024-03-01 09:00", end, **more),), lines=(*beds, *care))


RULE = Rule(
    id="hanging_bed",
    version="1.0.0",
    name_zh="挂床住院",
    name_en="Hanging bed",
    tier=Tier.MODEL,
    result=Result.SUSPECTED,
    severity=Severity.HIGH,
    stage=Stage.AFTER,
    scene="住院",
    legal_basis=(ordinance("第十五条、第三十八条第一项"),),
    needs={"mdtrt_d": (), "fee_list_d": ("med_chrgitm_type",)},
    find=FIND,
    population=POPULATION,
    identity=("mdtrt_id",),
    sentence_zh="{who}{day}至{last_day}在{fixmedins_name}住院{days}天，其中{empty_days}天（最长连续{run_days}天）没有任何"
    "检查、治疗或用药，仅计床位、诊察、护理等费用；无诊疗日涉及{amount_involved}元，住院总费用{fee}元，"
    "疑似挂床（规则：{rule}）。",
    sentence_en="{who_en} stayed in {fixmedins_name} for {days} days from {day_en} to {last_day_en}; on "
    "{empty_days} days ({run_days} in a row) no test, treatment or drug was billed, only bed, rounds and nursing: "
    "{amount_involved} yuan on those days, {fee_en} yuan in all (rule: {rule_en}).",
    examples=(
        Example("十天住院八天无诊疗", True, _bill((1, 10))),
        Example("每天都有治疗", False, _bill(tuple(range(1, 11)))),
        Example("周末两天停治疗", False, _bill((1, 2, 3, 4, 5, 8, 9, 10))),
        Example("在院患者不判", False, _bill((1,), end=None)),
        Example("按床日付费不判", False, _bill((1,), med_type="2105")),
    ),
    knowledge=("care_item",),
)
