"""The workspace: what rules scan, prepared once for all of them.

`visit`: one row per visit that was not wholly refunded, with person, institution and money:
    visit_no (a number of this run, for joins), mdtrt_id, psn_no, fixmedins_code, med_type, begntime, endtime (NULL = in hospital), stay
    (inpatient), pharmacy, gend, brdy, diag (main), dscg_way, level_group, fund and base (fund
    payment and the sum it was reckoned on; NULL = not settled), fee, doctor (as the visit names him),
    setl_time, terminal, newborn (settled for a newborn, too, on the mother's number: nwb_flag),
    household (of a pharmacy's visits alone).
`line`: one row per fee line of such a visit, net of the refunds that name it; refunds that name no
    line of their visit stay, with negative quantity: visit_no, stay, pharmacy and level_group (of
    its visit), feedetl_sn, fee_ocur_time, day, hilist_code, cnt, pric, amount, scope (inside-policy part),
    overlmt, med_chrgitm_type, take_home. It names its visit by number and its item by code: texts
    of millions of rows are what a scan costs most. `billed` counts the lines with positive quantity by hilist_code, stay, pharmacy and
    take_home, for the denominators of rules.
`place`, `staff`, `item`: what findings are told with, read from the store once for all rules.
"""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

import duckdb

from audit.engine.crew import together
from audit.knowledge.tables import TABLES
from audit.model import Rule

# Money is divided in whole fen with halves rounded up: no binary fraction takes part.
MACROS: Final = (
    "valid_on(day, begins, ends) AS (day >= begins AND (ends IS NULL OR day <= ends))",
    """fund_part(amount, fund, base) AS (CASE
        WHEN fund IS NULL OR base IS NULL OR base <= 0 OR fund > base THEN amount
        WHEN fund <= 0 THEN 0
        ELSE (((amount * 100)::HUGEINT * (fund * 100)::HUGEINT * 2 + (base * 100)::HUGEINT)
            // ((base * 100)::HUGEINT * 2))::DECIMAL(18, 0) * 0.01::DECIMAL(3, 2)
        END)::DECIMAL(16, 2)""",
    "line_part(amount, scope, scoped, fund, base) AS "
    "fund_part(CASE WHEN scoped THEN coalesce(scope, amount) ELSE amount END, fund, base)",
    # Few lines have a refund: the others are copied and not computed.
    "net_cnt(billed, back) AS CASE WHEN back IS NULL THEN billed ELSE (billed + back)::DECIMAL(16, 4) END",
    "net_sum(billed, back) AS CASE WHEN back IS NULL THEN billed ELSE (billed + back)::DECIMAL(16, 2) END",
    "line_key(visit, line) AS {'mdtrt_id': visit, 'feedetl_sn': line}",
    "zh_day(t) AS strftime(t, '%Y年%-m月%-d日')",
    "zh_minute(t) AS strftime(t, '%Y年%-m月%-d日%H:%M')",
    "en_day(t) AS strftime(t, '%Y-%m-%d')",
    "en_minute(t) AS strftime(t, '%Y-%m-%d %H:%M')",
    "number(n) AS CASE WHEN contains(n::VARCHAR, '.') "
    "THEN rtrim(rtrim(n::VARCHAR, '0'), '.') ELSE n::VARCHAR END",
)

MONEY: Final = """
CREATE TABLE money AS
    SELECT mdtrt_id, sum(medfee_sumamt)::DECIMAL(16, 2) AS fee,
        sum(fund_pay_sumamt)::DECIMAL(16, 2) AS fund,
        sum(inscp_scp_amt)::DECIMAL(16, 2) AS scope,
        max(setl_time) AS setl_time, max(terminal_no) AS terminal,
        max(lmtpric_hosp_lv) AS limit_level,
        bool_or(refd_setl_flag = '1' OR medfee_sumamt < 0) AS refunded,
        bool_or(nwb_flag = '1') AS newborn
    FROM setl_d WHERE coalesce(vali_flag, '1') <> '0' GROUP BY mdtrt_id
"""
# Asked only of visits that do not name it themselves: a join of all is half of the work on visits.
MAIN_DIAGNOSIS: Final = """
CREATE TABLE main_diagnosis AS
SELECT mdtrt_id, min(diag_code) AS diag FROM setl_diag_list_d
WHERE maindiag_flag = '1'
    AND mdtrt_id IN (SELECT mdtrt_id FROM mdtrt_d WHERE dscg_maindiag_code IS NULL)
GROUP BY mdtrt_id
"""
# The number of a visit is that of its row: a window that counts would keep one processor busy alone.
VISIT: Final = """
CREATE TABLE visit_row AS
SELECT m.mdtrt_id, m.psn_no, m.fixmedins_code,
    m.med_type, m.begntime, m.endtime,
    m.med_type LIKE '2%' OR m.med_type = '52' AS stay,
    coalesce(i.fixmedins_type = '2', false) OR m.med_type IN ('41', '9929') AS pharmacy,
    coalesce(p.gend, m.gend) AS gend, coalesce(p.brdy, m.brdy) AS brdy,
    coalesce(m.dscg_maindiag_code, d.diag) AS diag, m.dscg_way, level.level_group,
    money.fee, money.fund, coalesce(money.scope, money.fee) AS base, money.scope IS NOT NULL AS scoped,
    m.atddr_no AS doctor, money.setl_time, money.terminal,
    coalesce(money.newborn, false) AS newborn,
    CASE WHEN i.fixmedins_type = '2' OR m.med_type IN ('41', '9929')
        THEN coalesce(nullif(p.live_addr, ''), nullif(p.tel, ''), m.psn_no) END AS household
FROM mdtrt_d m
LEFT JOIN money ON money.mdtrt_id = m.mdtrt_id
LEFT JOIN main_diagnosis d ON d.mdtrt_id = m.mdtrt_id
LEFT JOIN psn_info_b p ON p.psn_no = m.psn_no
LEFT JOIN medins_info_b i ON i.fixmedins_code = m.fixmedins_code
LEFT JOIN k_hospital_level level
    ON level.hosp_lv = coalesce(money.limit_level, i.hosp_lv)
    AND valid_on(m.begntime::DATE, level.valid_from, level.valid_to)
WHERE coalesce(m.vali_flag, '1') <> '0' AND NOT (coalesce(money.refunded, false) AND money.fee <= 0)
"""
VISIT_NUMBERED: Final = "CREATE VIEW visit AS SELECT rowid AS visit_no, * FROM visit_row"

# Refunds are summed per original line before the join: two refunds of a line never double it. They
# are few, so they are the side that is hashed. `spent`: a refund that names a line of its visit.
REFUND: Final = """
CREATE TABLE refund AS
SELECT mdtrt_id, feedetl_sn, init_feedetl_sn, cnt, det_item_fee_sumamt AS amount,
    inscp_scp_amt AS scope, overlmt_amt AS overlmt
FROM fee_list_d
WHERE cnt < 0 AND init_feedetl_sn IS NOT NULL AND coalesce(vali_flag, '1') <> '0'
"""
KNOWN_REFUND: Final = """
CREATE TABLE refunded AS
SELECT f.mdtrt_id, f.feedetl_sn FROM fee_list_d f SEMI JOIN refund r
    ON r.mdtrt_id = f.mdtrt_id AND r.init_feedetl_sn = f.feedetl_sn
WHERE coalesce(f.vali_flag, '1') <> '0'
"""
# Sums are as narrow as what they are added to: a wide number costs every line of a city.
CHANGED: Final = """
CREATE TABLE changed_line AS
SELECT mdtrt_id, feedetl_sn, sum(cnt)::DECIMAL(16, 4) AS cnt,
    sum(amount)::DECIMAL(16, 2) AS amount, sum(scope)::DECIMAL(16, 2) AS scope,
    sum(overlmt)::DECIMAL(16, 2) AS overlmt, bool_or(spent) AS spent
FROM (
    SELECT mdtrt_id, init_feedetl_sn AS feedetl_sn, cnt, amount, scope, overlmt, false AS spent
    FROM refund
    UNION ALL
    SELECT r.mdtrt_id, r.feedetl_sn, 0, 0, 0, 0, true FROM refund r SEMI JOIN refunded f
        ON f.mdtrt_id = r.mdtrt_id AND f.feedetl_sn = r.init_feedetl_sn
) GROUP BY mdtrt_id, feedetl_sn
"""
# Written in the order in which it is to be done: the planner takes most lines for refunds, and would
# hash the lines of a city instead of its visits.
AS_WRITTEN: Final = "SET disabled_optimizers = 'join_order,build_side_probe_side'"
AS_PLANNED: Final = "RESET disabled_optimizers"
LINE: Final = """
CREATE TABLE line_row AS
SELECT v.visit_no, v.stay, v.pharmacy, v.level_group, f.feedetl_sn, f.fee_ocur_time,
    f.hilist_code::item_code AS hilist_code, net_cnt(f.cnt, r.cnt) AS cnt, f.pric,
    net_sum(f.det_item_fee_sumamt, r.amount) AS amount,
    net_sum(f.inscp_scp_amt, r.scope) AS scope,
    net_sum(coalesce(f.overlmt_amt, 0.00), r.overlmt) AS overlmt,
    f.med_chrgitm_type, coalesce(f.dscg_tkdrug_flag = '1', false) AS take_home
FROM fee_list_d f
JOIN visit v ON v.mdtrt_id = f.mdtrt_id
LEFT JOIN changed_line r ON r.mdtrt_id = f.mdtrt_id AND r.feedetl_sn = f.feedetl_sn
WHERE coalesce(f.vali_flag, '1') <> '0' AND r.spent IS NOT TRUE
    AND net_cnt(f.cnt, r.cnt) <> 0
"""
LINE_DATED: Final = "CREATE VIEW line AS SELECT *, fee_ocur_time::DATE AS day FROM line_row"
BILLED: Final = """
CREATE TABLE billed AS
SELECT hilist_code, stay, pharmacy, take_home, count(*) AS lines FROM line WHERE cnt > 0 GROUP BY ALL
"""
ITEM: Final = """
CREATE TABLE item AS
SELECT hilist_code, min(hilist_name) AS hilist_name FROM fee_list_d GROUP BY hilist_code
"""
# A code that millions of rows repeat is a small number to join and to group by.
ITEM_CODE: Final = (
    "CREATE TYPE item_code AS ENUM (SELECT hilist_code FROM item WHERE hilist_code IS NOT NULL)"
)
NO_ITEM: Final = "CREATE TABLE item (hilist_code VARCHAR, hilist_name VARCHAR)"

#: The tables that the workspace and its findings read, beside what a rule needs.
READ: Final = frozenset(
    (
        "mdtrt_d",
        "setl_d",
        "setl_diag_list_d",
        "fee_list_d",
        "psn_info_b",
        "medins_info_b",
        "staff_info_b",
    )
)
#: The tables that findings are enriched from.
TOLD: Final = (
    "CREATE TABLE place AS SELECT fixmedins_code, fixmedins_name FROM medins_info_b",
    "CREATE TABLE staff AS SELECT prac_psn_code, prac_psn_name FROM staff_info_b",
)
#: Knowledge about items that no claim names says nothing here.
CODED: Final = tuple(
    f"ALTER TABLE k_{table.name} ALTER hilist_code TYPE item_code "
    "USING TRY_CAST(hilist_code AS item_code)"
    for table in TABLES.values()
    if any(field.name == "hilist_code" for field in table.fields)
)
LEVELS: Final = (
    "CREATE TYPE level_group AS ENUM ('1', '2', '3')",
    "ALTER TABLE k_hospital_level ALTER level_group TYPE level_group",
    "ALTER TABLE k_price_limit ALTER level_group TYPE level_group",
)
#: Side by side, as one statement alone seldom keeps two processors busy: first the money of visits
#: beside what visits and lines are made with, then the visits beside what the lines need.
READY: Final = (*LEVELS, MAIN_DIAGNOSIS, *TOLD)
VISITS: Final = (VISIT, VISIT_NUMBERED)
CODES: Final = (KNOWN_REFUND, CHANGED, ITEM, ITEM_CODE, *CODED)
#: The lines, after all that.
LINES: Final = (AS_WRITTEN, LINE, AS_PLANNED, LINE_DATED, BILLED)
LET_GO: Final = ("DROP VIEW IF EXISTS line", "DROP TABLE IF EXISTS line_row")

Step: TypeAlias = Callable[[duckdb.DuckDBPyConnection], None]


def prepare(
    connection: duckdb.DuckDBPyConnection, rules: Iterable[Rule], load: Step = lambda _: None
) -> None:
    """Create macros and the shared tables that `rules` scan; `load` brings the knowledge tables."""
    billed = any("fee_list_d" in rule.needs for rule in rules)
    connection.execute("SET GLOBAL preserve_insertion_order = false")
    for macro in MACROS:
        connection.execute(f"CREATE OR REPLACE MACRO {macro}")

    def ready(cursor: duckdb.DuckDBPyConnection) -> None:
        load(cursor)
        _step(*READY, REFUND if billed else NO_ITEM)(cursor)

    together(connection, (_step(MONEY), ready))
    together(connection, (_step(*VISITS), _step(*CODES)) if billed else (_step(*VISITS),))
    if billed:
        _step(*LINES)(connection)


def let_go_of_lines(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the memory of the lines back: what hit them is among the hits."""
    _step(*LET_GO)(connection)


def _step(*statements: str) -> Step:
    def run(connection: duckdb.DuckDBPyConnection) -> None:
        for statement in statements:
            connection.execute(statement)

    return run
