"""药店卡聚集: cards of many households settled at one pharmacy terminal within minutes."""

from typing import Final

from audit.examples import outpatient, person, world
from audit.model import Example, Result, Rule, Severity, Stage, Tier, World, ordinance

# Cards of one household (same address, else same phone) count once: a member may fetch for all, and
# a nurse for a home's residents. Without terminal numbers the pharmacy is the till.
FIND: Final = """
WITH swiped AS (
    SELECT mdtrt_id, psn_no, fixmedins_code, terminal, household, fee, fund,
        coalesce(setl_time, begntime) AS swiped_at,
        coalesce(fixmedins_code, '') || '/' || coalesce(terminal, '') AS till,
        param_window_minutes(swiped_at::DATE) AS window_minutes,
        param_min_households(swiped_at::DATE) AS min_households
    FROM visit
    WHERE pharmacy AND coalesce(setl_time, begntime) IS NOT NULL
), crowded AS (
    -- moments at which enough swipes lie within the window, before anybody counts households
    SELECT DISTINCT till, swiped_at, window_minutes, min_households FROM swiped
    QUALIFY swiped_at - lag(swiped_at, min_households::BIGINT - 1) OVER
        (PARTITION BY till ORDER BY swiped_at) <= to_minutes(window_minutes)
), counted AS (
    SELECT c.*, count(DISTINCT s.household) AS households
    FROM crowded c JOIN swiped s ON s.till = c.till
        AND s.swiped_at BETWEEN c.swiped_at - to_minutes(c.window_minutes) AND c.swiped_at
    GROUP BY ALL
), dense AS (
    SELECT till, swiped_at, households, window_minutes,
        coalesce(swiped_at - lag(swiped_at) OVER (PARTITION BY till ORDER BY swiped_at)
            > to_minutes(window_minutes), true) AS opens
    FROM counted WHERE households >= min_households
), numbered AS (
    SELECT *, count(*) FILTER (opens) OVER (PARTITION BY till ORDER BY swiped_at
        ROWS UNBOUNDED PRECEDING) AS cluster
    FROM dense
), clusters AS (
    SELECT till, cluster, min(swiped_at - to_minutes(window_minutes)) AS begins, max(swiped_at) AS ends,
        max(households) AS most
    FROM numbered GROUP BY till, cluster
)
SELECT any_value(s.fixmedins_code) AS fixmedins_code,
    first(s.mdtrt_id ORDER BY s.swiped_at, s.mdtrt_id) AS mdtrt_id, NULL::VARCHAR AS psn_no,
    list(s.mdtrt_id ORDER BY s.swiped_at, s.mdtrt_id) AS mdtrt_ids,
    []::STRUCT(mdtrt_id VARCHAR, feedetl_sn VARCHAR)[] AS lines,
    sum(coalesce(s.fee, 0)) AS amount_involved,
    sum(greatest(coalesce(s.fund, 0), 0)) AS amount_at_risk,
    max(s.swiped_at)::DATE AS judged_on, min(s.swiped_at) AS first_time, max(s.swiped_at) AS last_time,
    count(DISTINCT s.psn_no)::VARCHAR AS cards, count(DISTINCT s.household)::VARCHAR AS households,
    count(*)::VARCHAR AS times, date_diff('minute', min(s.swiped_at), max(s.swiped_at))::VARCHAR AS minutes,
    coalesce('终端' || any_value(s.terminal), '') AS terminal,
    coalesce(', terminal ' || any_value(s.terminal), '') AS terminal_en
FROM clusters c JOIN swiped s ON s.till = c.till AND s.swiped_at BETWEEN c.begins AND c.ends
GROUP BY c.till, c.cluster
"""
POPULATION: Final = "SELECT count(*) FROM visit WHERE pharmacy"


def _swipes(count: int, minutes: int, *, address: str | None = None) -> World:
    """`count` people at one pharmacy, `minutes` apart; of one address if given."""
    times = [f"2024-03-05 {9 + i * minutes // 60:02}:{i * minutes % 60:02}" for i in range(count)]
    persons = tuple(
        person(f"P{i}", live_addr=address or f"云溪县河湾镇{i}号") for i in range(count)
    )
    visits = tuple(
        outpatient(f"M{i}", at, psn_no=f"P{i}", at="P9", med_type="41")
        for i, at in enumerate(times)
    )
    return world(visits=visits, persons=persons)


RULE = Rule(
    id="pharmacy_card_cluster",
    version="1.0.0",
    name_zh="药店卡聚集",
    name_en="Card cluster at a pharmacy",
    tier=Tier.MODEL,
    result=Result.SUSPECTED,
    severity=Severity.HIGH,
    stage=Stage.AFTER,
    scene="药店",
    legal_basis=(ordinance("第十五条、第十七条、第四十条、第四十一条"),),
    needs={"mdtrt_d": (), "psn_info_b": ()},
    find=FIND,
    population=POPULATION,
    identity=("fixmedins_code", "mdtrt_id"),
    sentence_zh="{fixmedins_name}{terminal}在{minute}起的{minutes}分钟内连续结算{times}笔，"
    "涉及{cards}张卡、{households}个家庭，金额{amount_involved}元，疑似集中刷卡（规则：{rule}）。",
    sentence_en="{fixmedins_name}{terminal_en}: {times} settlements within {minutes} minute(s) from "
    "{minute_en}, {cards} cards of {households} households, {amount_involved} yuan "
    "(rule: {rule_en}).",
    examples=(
        Example("十分钟内十张不同家庭的卡", True, _swipes(10, 1)),
        Example("一家人一起取药", False, _swipes(8, 1, address="云溪县河湾镇一号")),
        Example("顾客每五分钟一位", False, _swipes(10, 5)),
    ),
)
