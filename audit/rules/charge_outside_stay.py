"""住院外计费: a fee line of a stay dated before the admission or after the discharge."""

from typing import Final

from audit.examples import fee, stay, world
from audit.model import Example, Result, Row, Rule, Severity, Stage, Tier, framework, ordinance

# Take-home drugs are dispensed for the days after discharge; people still in hospital have no end.
FIND: Final = """
SELECT v.mdtrt_id, any_value(v.psn_no) AS psn_no, any_value(v.fixmedins_code) AS fixmedins_code,
    [v.mdtrt_id] AS mdtrt_ids,
    list(line_key(v.mdtrt_id, l.feedetl_sn) ORDER BY l.fee_ocur_time, l.feedetl_sn) AS lines,
    sum(l.amount) AS amount_involved,
    sum(line_part(l.amount, l.scope, v.scoped, v.fund, v.base)) AS amount_at_risk,
    min(l.day) AS judged_on, min(l.fee_ocur_time) AS first_time, max(l.fee_ocur_time) AS last_time,
    count(*)::VARCHAR AS line_count, zh_day(any_value(v.begntime)) AS admitted,
    zh_day(any_value(v.endtime)) AS discharged, en_day(any_value(v.begntime)) AS admitted_en,
    en_day(any_value(v.endtime)) AS discharged_en,
    string_agg(DISTINCT zh_day(l.fee_ocur_time), '、' ORDER BY zh_day(l.fee_ocur_time)) AS days,
    string_agg(DISTINCT en_day(l.fee_ocur_time), ', ' ORDER BY en_day(l.fee_ocur_time)) AS days_en,
    first(l.hilist_code ORDER BY l.fee_ocur_time, l.feedetl_sn) AS hilist_code, NULL::VARCHAR AS item
FROM line l JOIN visit v ON v.visit_no = l.visit_no
WHERE l.stay AND v.stay AND l.cnt > 0 AND v.endtime IS NOT NULL AND NOT l.take_home
    AND (l.day < v.begntime::DATE
            - CASE v.med_type WHEN '24' THEN param_emergency_days_before(l.day)
                ELSE param_days_before(l.day) END
        OR l.day > v.endtime::DATE + param_days_after(l.day))
GROUP BY v.mdtrt_id
"""
POPULATION: Final = "SELECT count(*) FROM visit WHERE stay AND endtime IS NOT NULL"

_STAY: Final = (stay("M1", "2024-03-05 09:00", "2024-03-10 11:00"),)


def _line(at: str, **more: str) -> tuple[Row, ...]:
    return (fee("M1", "1", at, "002501010010000", hilist_name="血常规(五分类)", **more),)


RULE = Rule(
    id="charge_outside_stay",
    version="1.0.0",
    name_zh="计费日期与住院时间不符",
    name_en="Charge outside the stay",
    tier=Tier.MANAGEMENT,
    result=Result.CLEAR,
    severity=Severity.HIGH,
    stage=Stage.AFTER,
    scene="住院",
    legal_basis=(
        framework("201008", "计费日期与住院时间不符"),
        ordinance("第十六条、第三十八条、第四十条"),
    ),
    needs={"mdtrt_d": (), "fee_list_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("mdtrt_id",),
    sentence_zh="{who}{admitted}至{discharged}在{fixmedins_name}住院，却有{line_count}条费用发生在住院"
    "时间之外（{days}，如“{item}”），涉及{amount_involved}元（规则：{rule}）。",
    sentence_en="{who_en} was in {fixmedins_name} from {admitted_en} to {discharged_en}, yet "
    "{line_count} charge(s) are dated outside the stay ({days_en}, such as “{item}”), "
    "{amount_involved} yuan (rule: {rule_en}).",
    examples=(
        Example("出院两天后仍计费", True, world(visits=_STAY, lines=_line("2024-03-12 08:00"))),
        Example("入院前一天计费", True, world(visits=_STAY, lines=_line("2024-03-04 08:00"))),
        Example("出院当天计费", False, world(visits=_STAY, lines=_line("2024-03-10 23:00"))),
        Example(
            "出院带药",
            False,
            world(visits=_STAY, lines=_line("2024-03-11 08:00", dscg_tkdrug_flag="1")),
        ),
        Example(
            "在院患者",
            False,
            world(visits=(stay("M1", "2024-03-05 09:00", None),), lines=_line("2024-03-12 08:00")),
        ),
        Example(
            "急诊转住院的前一天",
            False,
            world(
                visits=(stay("M1", "2024-03-05 09:00", "2024-03-10 11:00", med_type="24"),),
                lines=_line("2024-03-04 22:00"),
            ),
        ),
    ),
    framework_code="201008",
)
