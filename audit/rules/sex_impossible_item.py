"""限性别项目: an item of one sex billed to a person of the other."""

from typing import Final

from audit.examples import NEWBORN_BILL, fee, outpatient, person, world
from audit.model import Example, Result, Rule, Severity, Stage, Tier, framework, ordinance

# A bill that is settled for a newborn, too (nwb_flag), says the mother's sex and not the child's.
FIND: Final = """
SELECT v.mdtrt_id, l.hilist_code, any_value(v.psn_no) AS psn_no,
    any_value(v.fixmedins_code) AS fixmedins_code, [v.mdtrt_id] AS mdtrt_ids,
    list(line_key(v.mdtrt_id, l.feedetl_sn) ORDER BY l.fee_ocur_time, l.feedetl_sn) AS lines,
    sum(l.amount) AS amount_involved,
    sum(line_part(l.amount, l.scope, v.scoped, v.fund, v.base)) AS amount_at_risk,
    min(l.fee_ocur_time) AS first_time, max(l.fee_ocur_time) AS last_time,
    any_value(k.hilist_name) AS item, number(sum(l.cnt)) AS times,
    CASE any_value(k.gend) WHEN '1' THEN '男' ELSE '女' END AS item_sex,
    CASE any_value(k.gend) WHEN '1' THEN 'men' ELSE 'women' END AS item_sex_en
FROM line l
JOIN k_sex_limit k ON k.hilist_code = l.hilist_code AND valid_on(l.day, k.valid_from, k.valid_to)
JOIN visit v ON v.visit_no = l.visit_no
WHERE l.cnt > 0 AND v.gend IN ('1', '2') AND v.gend <> k.gend AND NOT v.newborn
GROUP BY v.mdtrt_id, l.hilist_code
"""
POPULATION: Final = """
SELECT coalesce(sum(lines), 0) FROM billed
WHERE hilist_code IN (SELECT hilist_code FROM k_sex_limit)
"""

_VISITS: Final = (outpatient("M1", "2024-03-05 09:00"),)
_LINES: Final = (fee("M1", "1", "2024-03-05 09:10", "003112010010000", hilist_name="妇科常规检查"),)

RULE = Rule(
    id="sex_impossible_item",
    version="1.1.0",
    name_zh="限性别项目用于异性",
    name_en="Item impossible for the patient's sex",
    tier=Tier.MEDICAL,
    result=Result.SUSPECTED,
    severity=Severity.HIGH,
    stage=Stage.BEFORE,
    scene="门诊、住院、药店",
    legal_basis=(
        framework("302004", "医疗服务项目区分性别"),
        ordinance("第十五条、第三十八条、第四十条"),
    ),
    needs={"mdtrt_d": (), "psn_info_b": ("gend",), "fee_list_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("mdtrt_id", "hilist_code"),
    sentence_zh="{who}{day}在{fixmedins_name}被计费仅限{item_sex}性的“{item}”，数量{times}，"
    "涉及{amount_involved}元，疑似串换项目或冒名就医（规则：{rule}）。",
    sentence_en="{who_en}, {day_en}, {fixmedins_name}: “{item}”, an item for {item_sex_en} only, "
    "billed with quantity {times}, {amount_involved} yuan (rule: {rule_en}).",
    examples=(
        Example("男性计费妇科检查", True, world(visits=_VISITS, lines=_LINES)),
        Example(
            "女性计费妇科检查",
            False,
            world(visits=_VISITS, lines=_LINES, persons=(person(gend="2"),)),
        ),
        Example(
            "与新生儿合并结算的账单不判",
            False,
            {**world(visits=_VISITS, lines=_LINES), "setl_d": (NEWBORN_BILL,)},
        ),
        Example(
            "性别未知不判", False, world(visits=_VISITS, lines=_LINES, persons=(person(gend="0"),))
        ),
    ),
    knowledge=("sex_limit",),
    framework_code="302004",
)
