"""Routing: synchronised for a lawful reason? Then a queue of its own, with the reason."""

from graph.rings.context import Context
from graph.rings.model import Route

CARE_HOME_WORDS = ("养老", "敬老", "福利院", "护理院", "养护", "托老")
#: A care home houses dozens; an address of hundreds is a village and says nothing.
CARE_HOME_CROWD = range(8, 200)


def route(context: Context) -> tuple[Route, str]:
    """The queue and, in Chinese, why. Diagnoses alone never take a group off the ring queue."""
    if _care_home(context):
        return (
            Route.CARE_HOME,
            f"{context.home_share:.0%} 的成员住在同一处（{context.home}），"
            f"{context.elderly_share:.0%} 为 60 岁以上，符合养老机构集中就医的特征。",
        )
    if context.members <= 8 and context.household_share >= 0.75:
        return (
            Route.HOUSEHOLD,
            f"{context.household_share:.0%} 的成员与其他成员同住一址，符合家庭成员结伴就医的特征。",
        )
    if context.periodic_share >= 0.7 and context.regular_share >= 0.6:
        return (
            Route.PERIODIC,
            f"{context.periodic_share:.0%} 的就诊为慢特病或周期性治疗，"
            f"{context.regular_share:.0%} 的间隔合乎固定周期，符合透析、化疗、慢病随访取药的规律。",
        )
    return Route.RING, ""


def _care_home(context: Context) -> bool:
    if context.home_share < 0.6 or context.members < 4:
        return False
    if any(word in context.home for word in CARE_HOME_WORDS):
        return True
    return context.elderly_share >= 0.7 and context.home_neighbours in CARE_HOME_CROWD
