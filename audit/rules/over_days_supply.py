"""超量、重复开药: drugs fetched again, elsewhere, while supply for weeks is in hand."""

from typing import Final

from audit.examples import fee, outpatient, world
from audit.model import Example, Result, Rule, Severity, Stage, Tier, World, framework, ordinance

# Supply in hand before a dispensing follows W(i) = max(0, W(i-1) + days(i-1) - gap(i)); with running
# sums X that is X(i) - min(X(1..i)), so that one window pass does it. A chain is a run of
# dispensings in which supply never ran out.
FIND: Final = """
WITH dispensed AS (
    SELECT v.psn_no, l.hilist_code, v.mdtrt_id, l.feedetl_sn, l.fee_ocur_time, l.day, l.amount,
        l.scope, l.cnt, k.hilist_name AS known_name,
        v.fixmedins_code, v.scoped, v.fund, v.base, l.cnt * k.days_per_unit AS days,
        param_surplus_days(l.day) AS surplus_days, param_min_institutions(l.day) AS min_institutions
    FROM line l
    JOIN k_days_supply k
        ON k.hilist_code = l.hilist_code AND valid_on(l.day, k.valid_from, k.valid_to)
    JOIN visit v ON v.visit_no = l.visit_no
    WHERE l.cnt > 0 AND (NOT l.stay OR l.take_home)
), spread AS (
    SELECT * FROM dispensed d SEMI JOIN (
        SELECT psn_no, hilist_code FROM dispensed GROUP BY ALL
        HAVING count(DISTINCT fixmedins_code) >= min(min_institutions)
    ) several ON several.psn_no = d.psn_no AND several.hilist_code = d.hilist_code
), running AS (
    SELECT *, coalesce(sum(days) OVER earlier, 0) - date_diff('day', DATE '2000-01-01', day) AS x
    FROM spread
    WINDOW earlier AS (PARTITION BY psn_no, hilist_code ORDER BY fee_ocur_time, mdtrt_id, feedetl_sn
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), stocked AS (
    SELECT *, x - min(x) OVER upto AS in_hand FROM running
    WINDOW upto AS (PARTITION BY psn_no, hilist_code ORDER BY fee_ocur_time, mdtrt_id, feedetl_sn
        ROWS UNBOUNDED PRECEDING)
), chained AS (
    SELECT *, count(*) FILTER (in_hand <= 0) OVER upto AS chain FROM stocked
    WINDOW upto AS (PARTITION BY psn_no, hilist_code ORDER BY fee_ocur_time, mdtrt_id, feedetl_sn
        ROWS UNBOUNDED PRECEDING)
)
SELECT psn_no, hilist_code, first(mdtrt_id ORDER BY fee_ocur_time, mdtrt_id) AS chain_begins,
    last(mdtrt_id ORDER BY fee_ocur_time, mdtrt_id) FILTER (in_hand > surplus_days) AS mdtrt_id,
    last(fixmedins_code ORDER BY fee_ocur_time, mdtrt_id)
        FILTER (in_hand > surplus_days) AS fixmedins_code,
    list(DISTINCT mdtrt_id ORDER BY mdtrt_id) AS mdtrt_ids,
    list(line_key(mdtrt_id, feedetl_sn) ORDER BY fee_ocur_time, feedetl_sn)
        FILTER (in_hand > surplus_days) AS lines,
    sum(amount) FILTER (in_hand > surplus_days) AS amount_involved,
    sum(line_part(amount, scope, scoped, fund, base))
        FILTER (in_hand > surplus_days) AS amount_at_risk,
    max(day) FILTER (in_hand > surplus_days) AS judged_on, min(fee_ocur_time) AS first_time, max(fee_ocur_time) AS last_time,
    any_value(known_name) AS item, count(DISTINCT mdtrt_id)::VARCHAR AS times,
    count(DISTINCT fixmedins_code)::VARCHAR AS places, number(sum(days)) AS supplied,
    number(max(in_hand)) AS most_in_hand,
    (date_diff('day', min(day), max(day)) + 1)::VARCHAR AS span
FROM chained
GROUP BY psn_no, hilist_code, chain
HAVING count(*) FILTER (in_hand > surplus_days) > 0 AND count(DISTINCT fixmedins_code)
    >= arg_max(min_institutions, fee_ocur_time) FILTER (in_hand > surplus_days)
"""
POPULATION: Final = """
SELECT coalesce(sum(lines), 0) FROM billed
WHERE (NOT stay OR take_home) AND hilist_code IN (SELECT hilist_code FROM k_days_supply)
"""

_DRUG: Final = "XC08CAA181A001010100483"


def _fetch(*days_and_places: tuple[str, str]) -> World:
    """Two packs (56 days) on each of the days."""
    visits = tuple(
        outpatient(f"M{i}", f"{day} 09:00", at=at) for i, (day, at) in enumerate(days_and_places)
    )
    lines = tuple(
        fee(f"M{i}", "1", f"{day} 09:00", _DRUG, cnt="2", hilist_name="苯磺酸氨氯地平片")
        for i, (day, _) in enumerate(days_and_places)
    )
    return world(visits=visits, lines=lines)


RULE = Rule(
    id="over_days_supply",
    version="1.0.0",
    name_zh="跨机构超量重复开药",
    name_en="Overlapping supply from several institutions",
    tier=Tier.MEDICAL,
    result=Result.SUSPECTED,
    severity=Severity.HIGH,
    stage=Stage.BEFORE,
    scene="门诊、药店、出院带药",
    legal_basis=(
        framework("101009、301006", "最大开药量、重复开药"),
        ordinance("第十五条、第三十八条第二项、第四十一条"),
    ),
    needs={"mdtrt_d": (), "fee_list_d": ()},
    find=FIND,
    population=POPULATION,
    identity=("psn_no", "hilist_code", "chain_begins"),
    sentence_zh="{who}{day}至{last_day}在{places}家机构{times}次取“{item}”，{span}天内共{supplied}天用量，"
    "再次取药时手中最多尚余{most_in_hand}天，超量部分涉及{amount_involved}元（规则：{rule}）。",
    sentence_en="{who_en} fetched “{item}” {times} times from {places} institutions between {day_en} "
    "and {last_day_en}: supply for {supplied} days within {span} days, up to {most_in_hand} days "
    "in hand at a refill; {amount_involved} yuan in excess (rule: {rule_en}).",
    examples=(
        Example(
            "三周内在三家机构取五十六天的药",
            True,
            _fetch(("2024-03-05", "H1"), ("2024-03-09", "H2"), ("2024-03-20", "P9")),
        ),
        Example(
            "用完前几天续药",
            False,
            _fetch(("2024-03-05", "H1"), ("2024-04-26", "H2"), ("2024-06-18", "P9")),
        ),
        Example(
            "同一机构提前取药（另行核查）",
            False,
            _fetch(("2024-03-05", "H1"), ("2024-03-09", "H1")),
        ),
    ),
    knowledge=("days_supply",),
    framework_code="301006",
)
