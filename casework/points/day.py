"""The day of the conduct that chooses the rule set: its end, as for a penalty (行政处罚法 第三十六条、第三十七条).

A person's own share may have ended before the institution's conduct did: another day is scored with a
reason that stays on the score, for whoever reviews it.
"""

from datetime import date

from casework.commands.points import RecordScore
from casework.points.rules import rule_set_on
from casework.refusal import refuse


def day_of(c: RecordScore, ended: date) -> dict[str, object]:
    """What the event keeps of the end of the conduct. Refuses DATE_ORDER, DAY_UNEXPLAINED."""
    if c.conduct_on > ended:
        raise refuse(
            "DATE_ORDER",
            what="行为日期不得晚于决定认定的违法行为终了日期",
            what_en="the day of the conduct is not after its end as the decision states it",
        )
    if c.conduct_on == ended:
        return {"conduct_to": ended}
    why = c.day_departure.strip()
    if not why:
        there, here = rule_set_on(ended), rule_set_on(c.conduct_on)
        raise refuse(
            "DAY_UNEXPLAINED", day=c.conduct_on, ended=ended, rules=here.zh, rules_en=here.en,
            ended_rules=there.zh, ended_rules_en=there.en,
        )  # fmt: skip
    return {"conduct_to": ended, "day_departure": why}
