"""重复收费: more of an item on one day of one visit than can be charged on a day."""

from typing import Final

from audit.examples import fee, outpatient, world
from audit.model import Example, Result, Rule, Severity, Stage, Tier, framework, ordinance

# The lines beyond the day's limit are hit, in the order in which they were billed; refunds that
# name no line lower the day's quantity and the amount.
FIND: Final = """
WITH crowded AS (
    -- by the row of the limit, not by the code: numbers group faster than texts
    SELECT g.visit_no, g.day, g.day_cnt, k.hilist_code, k.max_per_day, k.hilist_name AS known_name
    FROM (
        SELECT l.visit_no, k.rowid AS limit_row, l.day, sum(l.cnt) AS day_cnt
        FROM line l
        JOIN k_daily_limit k
            ON k.hilist_code = l.hilist_code AND valid_on(l.day, k.valid_from, k.valid_to)
        GROUP BY ALL
    ) g
    JOIN k_daily_limit k ON k.rowid = g.limit_row AND g.day_cnt > k.max_per_day
), daily AS (
    SELECT l.*, v.mdtrt_id, v.psn_no, v.fixmedins_code, v.fund, v.base, c.day_cnt, c.max_per_day, c.known_name,
        sum(greatest(l.cnt, 0)) OVER (PARTITION BY l.visit_no, l.hilist_code, l.day
            ORDER BY l.fee_ocur_time, l.feedetl_sn ROWS UNBOUNDED PRECEDING) AS run_cnt
    FROM line l
    JOIN crowded c ON c.visit_no = l.visit_no AND c.hilist_code = l.hilist_code AND c.day = l.day
    JOIN visit v ON v.visit_no = l.visit_no
), excess AS (
    SELECT *, CASE WHEN cnt < 0 THEN cnt
        ELSE least(cnt, greatest(run_cnt - max_per_day, 0)) END AS over_cnt
    FROM daily
), valued AS (
    SELECT *, (pric * over_cnt)::DECIMAL(16, 2) AS over_amount FROM excess WHERE over_cnt <> 0
)
SELECT mdtrt_id, hilist_code, day AS charge_day, any_value(psn_no) AS psn_no,
    any_value(fixmedins_code) AS fixmedins_code, [mdtrt_id] AS mdtrt_ids,
    list(line_key(mdtrt_id, feedetl_sn) ORDER BY fee_ocur_time, feedetl_sn)
        FILTER (over_cnt > 0) AS lines,
    sum(over_amount) AS amount_involved,
    sum(fund_part(over_amount, fund, base)) AS amount_at_risk,
    min(fee_ocur_time) AS first_time, max(fee_ocur_time) AS last_time,
    any_value(known_name) AS item,
    number(any_value(day_cnt)) AS times, number(any_value(max_per_day)) AS allowed,
    number(sum(over_cnt)) AS excess
FROM valued
GROUP BY mdtrt_id, hilist_code, day
HAVING sum(over_cnt) > 0
"""
POPULATION: Final = """
SELECT coalesce(sum(lines), 0) FROM billed
WHERE hilist_code IN (SELECT hilist_code FROM k_daily_limit)
"""

_VISITS: Final = (outpatient("M1", "2024-03-05 09:00"),)
_ITEM: Final = "003107010030000"
_TWICE: Final = (
    fee("M1", "1", "2024-03-05 09:10", _ITEM, hilist_name="动态心电图"),
    fee("M1", "2", "2024-03-05 09:10", _ITEM, hilist_name="动态心电图"),
)
_REFUND: Final = fee("M1", "3", "2024-03-05 10:00", _ITEM, cnt="-1")

RULE = Rule(
    id="duplicate_charge",
    version="1.0.0",
    name_zh="重复收费",
    name_en="Duplicate charge",
    tier=Tier.POLICY,
    result=Result.CLEAR,
    severity=Severity.MEDIUM,
    stage=Stage.DURING,
    scene="门诊、住院",
    legal_basis=(
        framework("102012", "医疗服务项目重复收费"),
        ordinance("第十五条、第三十八条第三项"),
    ),
    needs={"mdtrt_d": (), "fee_list_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("mdtrt_id", "hilist_code", "charge_day"),
    sentence_zh="{who}{day}在{fixmedins_name}一天内被计费“{item}”{times}次，每日限{allowed}次，"
    "多计{excess}次，涉及{amount_involved}元（规则：{rule}）。",
    sentence_en="{who_en}, {day_en}, {fixmedins_name}: “{item}” billed {times} times on one day "
    "where {allowed} is allowed, {excess} too many, {amount_involved} yuan (rule: {rule_en}).",
    examples=(
        Example("同一天同一项目记两次", True, world(visits=_VISITS, lines=_TWICE)),
        Example(
            "重复后已冲销",
            False,
            world(visits=_VISITS, lines=(*_TWICE, {**_REFUND, "init_feedetl_sn": "2"})),
        ),
        Example("冲销未注明原流水号", False, world(visits=_VISITS, lines=(*_TWICE, _REFUND))),
        Example(
            "隔天各一次",
            False,
            world(
                visits=_VISITS,
                lines=(_TWICE[0], fee("M1", "2", "2024-03-06 09:10", _ITEM)),
            ),
        ),
    ),
    knowledge=("daily_limit",),
    framework_code="102012",
)
