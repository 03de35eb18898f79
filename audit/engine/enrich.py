"""From hits to findings: names, doctor, settlements, and what the run knows of each rule."""

from typing import Final

from audit.engine.find import NAMES
from audit.engine.sentences import filled_sql
from claims.views import busiest_doctor

# Persons and doctors of the hit visits of all rules. A visit that names no doctor is asked for the
# one who ordered most of its lines, which reads the lines, so only when that matters.
VISITS: Final = """
CREATE OR REPLACE TABLE hit_visit AS
SELECT mdtrt_id, gend, brdy, doctor AS prac_psn_code FROM visit
WHERE mdtrt_id IN (SELECT mdtrt_id FROM hit WHERE psn_no IS NOT NULL)
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
WHERE coalesce(vali_flag, '1') <> '0'
    AND mdtrt_id IN (SELECT unnest(mdtrt_ids) FROM hit)
"""

#: The finished findings of all rules, in the stored column order. `ruled` holds what the run knows
#: of each rule; parameters: run_id, run_at.
FINDINGS: Final = f"""
CREATE OR REPLACE TABLE finding AS
WITH named AS (
    SELECT h.rowid AS hit_no, h.* EXCLUDE (item), i.fixmedins_name AS institution,
        coalesce(i.fixmedins_name, h.fixmedins_code, '未知机构') AS fixmedins_name,
        v.prac_psn_code, s.prac_psn_name,
        coalesce(item.hilist_name, h.item, h.hilist_code) AS item,
        '{{psn}}' || coalesce('（' || nullif(concat_ws('，',
            CASE v.gend WHEN '1' THEN '男' WHEN '2' THEN '女' END,
            date_sub('year', v.brdy, h.first_time::DATE) || '岁'), '') || '）', '') AS who,
        '{{psn}}' || coalesce(' (' || nullif(concat_ws(', ',
            CASE v.gend WHEN '1' THEN 'male' WHEN '2' THEN 'female' END,
            'aged ' || date_sub('year', v.brdy, h.first_time::DATE)), '') || ')', '') AS who_en
    FROM hit h
    LEFT JOIN hit_visit v ON v.mdtrt_id = h.mdtrt_id AND h.psn_no IS NOT NULL
    LEFT JOIN place i ON i.fixmedins_code = h.fixmedins_code
    LEFT JOIN staff s ON s.prac_psn_code = v.prac_psn_code
    LEFT JOIN item ON item.hilist_code = h.hilist_code
), settled AS (
    SELECT n.hit_no, list(s.setl_id ORDER BY s.setl_time, s.setl_id) AS setl_ids
    FROM (SELECT rowid AS hit_no, unnest(mdtrt_ids) AS mdtrt_id FROM hit) n
    JOIN hit_settlement s ON s.mdtrt_id = n.mdtrt_id GROUP BY n.hit_no
)
SELECT n.finding_id, n.rule_id, r.rule_version, r.result, r.severity, r.stage, n.identity,
    n.psn_no, n.fixmedins_code, n.institution AS fixmedins_name, n.prac_psn_code,
    n.prac_psn_name, n.mdtrt_ids, coalesce(s.setl_ids, []) AS setl_ids, n.lines,
    n.amount_involved, n.amount_at_risk, n.first_time, n.last_time,
    {filled_sql("n.sentence_zh", NAMES)} AS sentence_zh,
    {filled_sql("n.sentence_en", NAMES)} AS sentence_en,
    r.population, n.parameters, r.knowledge, $run_id AS run_id, $run_at::TIMESTAMP AS run_at
FROM named n
JOIN ruled r ON r.rule_id = n.rule_id
LEFT JOIN settled s ON s.hit_no = n.hit_no
"""
