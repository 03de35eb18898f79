"""超标准收费: a unit price above the limit for the institution's level."""

from typing import Final

from audit.examples import fee, outpatient, world
from audit.model import Example, Result, Rule, Severity, Stage, Tier, World, framework, ordinance

# The limit binds hospitals; retail prices of pharmacies are free. Only the excess is at risk, and
# of it only what the interface has not already put on the patient (overlmt_amt).
FIND: Final = """
WITH priced AS (
    SELECT l.*, v.mdtrt_id, v.psn_no, v.fixmedins_code, v.fund, v.base, k.price_limit,
        k.hilist_name AS known_name,
        ((l.pric - k.price_limit) * l.cnt)::DECIMAL(16, 2) AS excess
    FROM line l
    JOIN k_price_limit k ON k.hilist_code = l.hilist_code AND k.level_group = l.level_group
        AND valid_on(l.day, k.valid_from, k.valid_to)
    JOIN visit v ON v.visit_no = l.visit_no
    WHERE NOT l.pharmacy AND l.cnt > 0 AND l.pric > k.price_limit + param_tolerance(l.day)
)
SELECT mdtrt_id, hilist_code, any_value(psn_no) AS psn_no,
    any_value(fixmedins_code) AS fixmedins_code, [mdtrt_id] AS mdtrt_ids,
    list(line_key(mdtrt_id, feedetl_sn) ORDER BY fee_ocur_time, feedetl_sn) AS lines,
    sum(excess) AS amount_involved,
    sum(fund_part(greatest(excess - overlmt, 0), fund, base)) AS amount_at_risk,
    min(day) AS judged_on, min(fee_ocur_time) AS first_time, max(fee_ocur_time) AS last_time,
    any_value(known_name) AS item, number(sum(cnt)) AS times,
    number(max(pric)) AS price, number(min(price_limit)) AS price_limit,
    CASE any_value(level_group) WHEN '3' THEN '三级' WHEN '2' THEN '二级' ELSE '一级及以下' END AS level,
    any_value(level_group) AS level_en
FROM priced
WHERE excess > 0
GROUP BY mdtrt_id, hilist_code
"""
POPULATION: Final = """
SELECT coalesce(sum(lines), 0) FROM billed
WHERE NOT pharmacy AND hilist_code IN (SELECT hilist_code FROM k_price_limit)
"""

_CT: Final = "002102000010000"


def _bill(at: str, pric: str, med_type: str = "11") -> World:
    visit = outpatient("M1", "2024-03-05 09:00", at=at, med_type=med_type)
    line = fee("M1", "1", "2024-03-05 09:10", _CT, pric=pric, hilist_name="X线计算机体层(CT)平扫")
    return world(visits=(visit,), lines=(line,))


RULE = Rule(
    id="over_price_limit",
    version="1.0.0",
    name_zh="超过限价收费",
    name_en="Price above the limit",
    tier=Tier.POLICY,
    result=Result.CLEAR,
    severity=Severity.MEDIUM,
    stage=Stage.DURING,
    scene="门诊、住院",
    legal_basis=(
        framework("102001", "医疗服务项目超限定单价"),
        ordinance("第十五条、第三十八条第三项"),
    ),
    needs={"mdtrt_d": (), "medins_info_b": ("hosp_lv",), "fee_list_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("mdtrt_id", "hilist_code"),
    sentence_zh="{who}{day}在{fixmedins_name}被计费“{item}”，单价{price}元，超过{level}机构限价"
    "{price_limit}元，数量{times}，多收{amount_involved}元（规则：{rule}）。",
    sentence_en="{who_en}, {day_en}, {fixmedins_name}: “{item}” at {price} yuan, above the limit of "
    "{price_limit} yuan for level {level_en}; quantity {times}, {amount_involved} yuan too much "
    "(rule: {rule_en}).",
    examples=(
        Example("二级医院超过二级限价", True, _bill("H1", "200")),
        Example("二级医院按限价收费", False, _bill("H1", "180")),
        Example("一级机构按二级限价收费", True, _bill("H2", "180")),
        Example("药店不受限价约束", False, _bill("P9", "900", "41")),
    ),
    knowledge=("price_limit", "hospital_level"),
    framework_code="102001",
)
