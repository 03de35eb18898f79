"""频繁门诊: a burst of outpatient visits that no course of treatment explains."""

from typing import Final

from audit.examples import fee, outpatient, world
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

# Visits of a course (dialysis, chemotherapy) do not count. A visit is busy when the window that ends
# with it holds enough visits; the windows of busy visits that overlap are one burst.
FIND: Final = """
WITH often AS (
    -- few persons come so often at all: nothing else is asked about the others
    SELECT psn_no FROM visit WHERE NOT stay AND NOT pharmacy GROUP BY psn_no
    HAVING count(*) >= min(param_min_visits(begntime::DATE))
), course AS (
    SELECT DISTINCT l.visit_no FROM line l
    JOIN k_course_item k ON k.hilist_code = l.hilist_code AND valid_on(l.day, k.valid_from, k.valid_to)
    WHERE l.cnt > 0
), seen AS (
    SELECT v.mdtrt_id, v.psn_no, v.fixmedins_code, v.begntime, v.fee, v.fund,
        param_window_days(v.begntime::DATE) AS window_days,
        param_min_visits(v.begntime::DATE) AS min_visits
    FROM visit v SEMI JOIN often o ON o.psn_no = v.psn_no ANTI JOIN course c ON c.visit_no = v.visit_no
    WHERE NOT v.stay AND NOT v.pharmacy AND v.begntime IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM k_course_diagnosis k WHERE starts_with(v.diag, k.diag_prefix)
            AND valid_on(v.begntime::DATE, k.valid_from, k.valid_to))
), counted AS (
    SELECT *, count(*) OVER (PARTITION BY psn_no ORDER BY begntime
        RANGE BETWEEN to_days(window_days - 1) PRECEDING AND CURRENT ROW) AS recent
    FROM seen
), busy AS (
    SELECT psn_no, begntime, recent, window_days,
        coalesce(begntime - lag(begntime) OVER (PARTITION BY psn_no ORDER BY begntime, mdtrt_id)
            > to_days(window_days - 1), true) AS opens
    FROM counted WHERE recent >= min_visits
), numbered AS (
    SELECT *, count(*) FILTER (opens) OVER (PARTITION BY psn_no ORDER BY begntime
        ROWS UNBOUNDED PRECEDING) AS burst
    FROM busy
), bursts AS (
    SELECT psn_no, burst, min(begntime - to_days(window_days - 1)) AS begins,
        max(begntime) AS ends, max(recent) AS most, arg_max(window_days, recent) AS window_days
    FROM numbered GROUP BY psn_no, burst
)
SELECT b.psn_no, first(s.mdtrt_id ORDER BY s.begntime, s.mdtrt_id) AS burst_begins,
    last(s.mdtrt_id ORDER BY s.begntime, s.mdtrt_id) AS mdtrt_id,
    mode(s.fixmedins_code ORDER BY s.fixmedins_code) AS fixmedins_code,
    list(s.mdtrt_id ORDER BY s.begntime, s.mdtrt_id) AS mdtrt_ids,
    []::STRUCT(mdtrt_id VARCHAR, feedetl_sn VARCHAR)[] AS lines,
    sum(coalesce(s.fee, 0)) AS amount_involved,
    sum(greatest(coalesce(s.fund, 0), 0)) AS amount_at_risk,
    any_value(b.ends)::DATE AS judged_on, min(s.begntime) AS first_time, max(s.begntime) AS last_time,
    count(*)::VARCHAR AS times, count(DISTINCT s.fixmedins_code)::VARCHAR AS places,
    count(DISTINCT s.begntime::DATE)::VARCHAR AS days, any_value(b.most)::VARCHAR AS most,
    any_value(b.window_days)::VARCHAR AS window_days
FROM bursts b
JOIN seen s ON s.psn_no = b.psn_no AND s.begntime BETWEEN b.begins AND b.ends
GROUP BY b.psn_no, b.burst
"""
POPULATION: Final = "SELECT count(DISTINCT psn_no) FROM visit WHERE NOT stay AND NOT pharmacy"


def _visits(count: int, item: str = "001102000010000") -> World:
    """`count` visits on the days from 1 March, one item each."""
    days = [f"2024-03-{1 + i % 28:02} {8 + i // 28:02}:00" for i in range(count)]
    return world(
        visits=tuple(outpatient(f"M{i:02}", day) for i, day in enumerate(days)),
        lines=tuple(fee(f"M{i:02}", "1", day, item) for i, day in enumerate(days)),
    )


RULE = Rule(
    id="excessive_outpatient_frequency",
    version="1.0.0",
    name_zh="频繁门诊",
    name_en="Excessive outpatient frequency",
    tier=Tier.MANAGEMENT,
    result=Result.SUSPECTED,
    severity=Severity.MEDIUM,
    stage=Stage.AFTER,
    scene="门诊",
    legal_basis=(framework("204002", "频繁门诊"), ordinance("第十七条、第三十八条、第四十一条")),
    needs={"mdtrt_d": (), "fee_list_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("psn_no", "burst_begins"),
    sentence_zh="{who}{day}至{last_day}的{days}个就诊日内门诊{times}次，涉及{places}家机构（主要为"
    "{fixmedins_name}），任意{window_days}天内最多{most}次，费用合计{amount_involved}元，"
    "不属于透析、放化疗等疗程（规则：{rule}）。",
    sentence_en="{who_en} had {times} outpatient visits on {days} days from {day_en} to {last_day_en} at "
    "{places} institution(s), mostly {fixmedins_name}; up to {most} within {window_days} days, "
    "{amount_involved} yuan in all, no course of dialysis or oncology (rule: {rule_en}).",
    examples=(
        Example("一个月门诊二十八次", True, _visits(28)),
        Example("一个月门诊十次", False, _visits(10)),
        Example("一个月透析十六次", False, _visits(16, "003108000080000")),
    ),
    knowledge=("course_item", "course_diagnosis"),
    framework_code="204002",
)
