"""限年龄项目: an item billed to a person younger or older than it is paid for."""

from typing import Final

from audit.examples import NEWBORN_BILL, fee, outpatient, person, world
from audit.model import Example, Result, Rule, Severity, Stage, Tier, framework, ordinance

# Ages are full years on the day of the charge, both limits inclusive. What is impossible for the
# patient's sex anyway is left to that rule: one line's loss counts once. On a bill that is settled for
# a newborn, too (nwb_flag), what is paid for newborns is not the mother's.
FIND: Final = """
WITH aged AS (
    SELECT l.*, v.mdtrt_id, v.psn_no, v.fixmedins_code, v.scoped, v.fund, v.base, v.gend, v.newborn, k.age_min, k.age_max,
        k.hilist_name AS known_name, date_sub('year', v.brdy, l.day) AS years
    FROM line l
    JOIN k_age_limit k
        ON k.hilist_code = l.hilist_code AND valid_on(l.day, k.valid_from, k.valid_to)
    JOIN visit v ON v.visit_no = l.visit_no
    WHERE l.cnt > 0 AND v.brdy IS NOT NULL AND v.brdy <= l.day
), wrong AS (
    SELECT a.* FROM aged a ANTI JOIN k_sex_limit s ON s.hilist_code = a.hilist_code
        AND valid_on(a.day, s.valid_from, s.valid_to) AND s.gend <> a.gend AND a.gend IN ('1', '2')
    WHERE (a.years < a.age_min OR a.years > a.age_max)
        AND NOT (a.newborn AND coalesce(a.age_min, 0) <= 0)
)
SELECT mdtrt_id, hilist_code, any_value(psn_no) AS psn_no,
    any_value(fixmedins_code) AS fixmedins_code, [mdtrt_id] AS mdtrt_ids,
    list(line_key(mdtrt_id, feedetl_sn) ORDER BY fee_ocur_time, feedetl_sn) AS lines,
    sum(amount) AS amount_involved,
    sum(line_part(amount, scope, scoped, fund, base)) AS amount_at_risk,
    min(fee_ocur_time) AS first_time, max(fee_ocur_time) AS last_time,
    any_value(known_name) AS item, number(sum(cnt)) AS times,
    min(years)::VARCHAR AS years,
    concat_ws('、', any_value(number(age_min)) || '周岁及以上', any_value(number(age_max)) || '周岁及以下') AS allowed,
    concat_ws(', ', 'from ' || any_value(number(age_min)), 'up to ' || any_value(number(age_max))) AS allowed_en
FROM wrong
GROUP BY mdtrt_id, hilist_code
"""
POPULATION: Final = """
SELECT coalesce(sum(lines), 0) FROM billed
WHERE hilist_code IN (SELECT hilist_code FROM k_age_limit)
"""

_VISITS: Final = (outpatient("M1", "2024-03-05 09:00"),)
_LINES: Final = (
    fee("M1", "1", "2024-03-05 09:10", "XJ01DDP090N001010102605", hilist_name="头孢克肟颗粒(儿童)"),
)
_NEWBORN: Final = (fee("M1", "1", "2024-03-05 09:10", "001201000060000", hilist_name="新生儿护理"),)

RULE = Rule(
    id="age_limited_item",
    version="1.1.0",
    name_zh="限年龄项目超出年龄",
    name_en="Item outside its age limit",
    tier=Tier.POLICY,
    result=Result.CLEAR,
    severity=Severity.MEDIUM,
    stage=Stage.BEFORE,
    scene="门诊、住院、药店",
    legal_basis=(
        framework("101007、102006", "药品限儿童、医疗服务项目限儿童"),
        ordinance("第十五条、第三十八条"),
    ),
    needs={"mdtrt_d": (), "psn_info_b": ("brdy",), "fee_list_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("mdtrt_id", "hilist_code"),
    sentence_zh="{who}{day}在{fixmedins_name}被计费“{item}”，数量{times}，涉及{amount_involved}元；"
    "该项目限{allowed}，患者当日{years}周岁（规则：{rule}）。",
    sentence_en="{who_en}, {day_en}, {fixmedins_name}: “{item}” billed with quantity {times}, "
    "{amount_involved} yuan; paid for ages {allowed_en}, the patient was {years} (rule: {rule_en}).",
    examples=(
        Example("成人使用儿童剂型", True, world(visits=_VISITS, lines=_LINES)),
        Example(
            "儿童使用儿童剂型",
            False,
            world(visits=_VISITS, lines=_LINES, persons=(person(brdy="2015-06-01"),)),
        ),
        Example(
            "母亲账单上的新生儿项目，结算注明新生儿",
            False,
            {
                **world(visits=_VISITS, lines=_NEWBORN, persons=(person(gend="2"),)),
                "setl_d": (NEWBORN_BILL,),
            },
        ),
        Example(
            "母亲账单上的新生儿项目，结算未注明新生儿",
            True,
            world(visits=_VISITS, lines=_NEWBORN, persons=(person(gend="2"),)),
        ),
        Example(
            "满十五周岁前一日",
            False,
            world(visits=_VISITS, lines=_LINES, persons=(person(brdy="2009-03-06"),)),
        ),
        Example(
            "满十五周岁当日",
            True,
            world(visits=_VISITS, lines=_LINES, persons=(person(brdy="2009-03-05"),)),
        ),
    ),
    knowledge=("age_limit", "sex_limit"),
    framework_code="101007",
)
