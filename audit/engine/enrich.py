"""From what a rule's query returns to findings: identity, names, doctor, sentences."""

from typing import Final

from audit.engine.sentences import template_sql
from audit.model import Rule
from claims.views import busiest_doctor

# Persons and doctors of the hit visits of all rules. A visit that names no doctor is asked for the
# one who ordered most of its lines, which reads the lines, so only when that matters.
VISITS: Final = """
CREATE OR REPLACE TABLE hit_visit AS
SELECT mdtrt_id, gend, brdy, doctor AS prac_psn_code FROM visit
WHERE mdtrt_id IN (SELECT mdtrt_id FROM ({hits}))
"""
UNNAMED: Final = "SELECT count(*) FROM hit_visit WHERE prac_psn_code IS NULL"
DOCTORS: Final = f"""
UPDATE hit_visit SET prac_psn_code = d.prac_psn_code
FROM ({busiest_doctor("SELECT mdtrt_id FROM hit_visit WHERE prac_psn_code IS NULL")}) d
WHERE d.mdtrt_id = hit_visit.mdtrt_id
"""
SETTLEMENTS: Final = """
CREATE OR REPLACE TABLE hit_settlement AS
SELECT mdtrt_id, setl_id, setl_time FROM setl_d
WHERE coalesce(vali_flag, '1') <> '0' AND mdtrt_id IN (SELECT mdtrt_id FROM ({hits}))
"""


def findings_sql(rule: Rule, hits: str) -> str:
    """SELECT of the finished findings from the table `hits`, in the stored column order.

    Parameters: rule, rule_en, rule_id, rule_version, result, severity, stage, population, knowledge,
    run_id, run_at; the thresholds come from `param_snapshot(day)` for the day of the conduct. The names of `named`
    are what templates may use beside the rule's own.
    """
    identity = ", ".join(f"'{name}': n.{name}::VARCHAR" for name in rule.identity)
    return f"""
WITH numbered AS (
    SELECT *, row_number() OVER () AS key FROM {hits}
), named AS (
    SELECT h.*, i.fixmedins_name AS institution,
        coalesce(i.fixmedins_name, h.fixmedins_code, '未知机构') AS fixmedins_name,
        v.prac_psn_code, s.prac_psn_name,
        '{{psn}}' || coalesce('（' || nullif(concat_ws('，',
            CASE v.gend WHEN '1' THEN '男' WHEN '2' THEN '女' END,
            date_sub('year', v.brdy, h.first_time::DATE) || '岁'), '') || '）', '') AS who,
        '{{psn}}' || coalesce(' (' || nullif(concat_ws(', ',
            CASE v.gend WHEN '1' THEN 'male' WHEN '2' THEN 'female' END,
            'aged ' || date_sub('year', v.brdy, h.first_time::DATE)), '') || ')', '') AS who_en,
        zh_day(h.first_time) AS day, en_day(h.first_time) AS day_en,
        zh_day(h.last_time) AS last_day, en_day(h.last_time) AS last_day_en,
        zh_minute(h.first_time) AS minute, en_minute(h.first_time) AS minute_en,
        $rule AS rule, $rule_en AS rule_en
    FROM numbered h
    LEFT JOIN hit_visit v ON v.mdtrt_id = h.mdtrt_id AND h.psn_no IS NOT NULL
    LEFT JOIN place i ON i.fixmedins_code = h.fixmedins_code
    LEFT JOIN staff s ON s.prac_psn_code = v.prac_psn_code
), settled AS (
    SELECT n.key, list(s.setl_id ORDER BY s.setl_time, s.setl_id) AS setl_ids
    FROM (SELECT key, unnest(mdtrt_ids) AS mdtrt_id FROM numbered) n
    JOIN hit_settlement s ON s.mdtrt_id = n.mdtrt_id GROUP BY n.key
)
SELECT substr(sha256($rule_id || chr(31) || to_json({{{identity}}})::VARCHAR), 1, 32) AS finding_id,
    $rule_id AS rule_id, $rule_version AS rule_version, $result AS result,
    $severity AS severity, $stage AS stage, to_json({{{identity}}})::VARCHAR AS identity,
    n.psn_no, n.fixmedins_code, n.institution AS fixmedins_name, n.prac_psn_code,
    n.prac_psn_name, n.mdtrt_ids, coalesce(s.setl_ids, []) AS setl_ids, n.lines,
    n.amount_involved::DECIMAL(16, 2) AS amount_involved,
    n.amount_at_risk::DECIMAL(16, 2) AS amount_at_risk, n.first_time, n.last_time,
    {template_sql(rule.sentence_zh)} AS sentence_zh,
    {template_sql(rule.sentence_en)} AS sentence_en,
    $population::BIGINT AS population, coalesce(param_snapshot(n.judged_on), '{{}}') AS parameters,
    $knowledge AS knowledge, $run_id AS run_id, $run_at::TIMESTAMP AS run_at
FROM named n LEFT JOIN settled s ON s.key = n.key
"""
