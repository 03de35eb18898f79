"""Routing: synchronised for a lawful reason? Then a queue of its own, with the reason.

Diagnoses come from the suspected institution: they may support a reason but never carry it alone.
"""

from typing import NamedTuple

from graph.rings.context import VILLAGE, Context
from graph.rings.model import Route

CARE_HOME_WORDS = ("养老", "敬老", "福利院", "护理院", "养护", "托老")
#: A care home houses dozens.
CARE_HOME_CROWD = range(8, VILLAGE)
#: A family with fewer others than this is a family; with usual fees, also one with a few more who
#: happen to go there at the same hour.
LEAST_STRANGERS, PLAIN_STRANGERS = 4, 7
#: Bills this far above what is usual at the place are no lawful routine.
DEAR = 1.6
#: Share of bills above nine tenths of others for the same disease from which they are dear after all.
MOST_HIGH = 0.5
#: Share of gaps that keep a beat, and of members with a rhythm of their own, from which the group is no
#: appointment.
REGULAR, STEADY = 0.6, 0.6
#: Share of members whose address must be known before a family can be told from a ring.
KNOWN_HOMES = 0.5
#: A family may have dear bills, too; more people than these are none.
MOST_FAMILY = 6


class Routed(NamedTuple):
    """The queue and why, in Chinese and English; no reason for a suspicion."""

    route: Route
    zh: str = ""
    en: str = ""


def route(context: Context) -> Routed:
    """The queue of a group, and why."""
    for look in (_care_home, _household, _same_employer, _rhythm, _unknown_homes):
        if (found := look(context)) is not None:
            return found
    return Routed(Route.RING)


def _care_home(context: Context) -> Routed | None:
    if context.home_share < 0.6 or context.members < 4:
        return None
    named = any(word in context.home for word in CARE_HOME_WORDS)
    crowd = context.home_neighbours in CARE_HOME_CROWD
    if not named and not (context.elderly_share >= 0.7 and crowd):
        return None
    return Routed(
        Route.CARE_HOME,
        f"{context.home_share:.0%} 的成员住在同一处（{context.home}），"
        f"{context.elderly_share:.0%} 为 60 岁以上，符合养老机构集中就医的特征。",
        f"{context.home_share:.0%} of the members live at one address ({context.home}) and "
        f"{context.elderly_share:.0%} are 60 or older: a care home that goes to the doctor together.",
    )


def _household(context: Context) -> Routed | None:
    strangers = context.members - context.family_members
    dear = context.fee_ratio >= DEAR
    if context.family_members and strangers < (LEAST_STRANGERS if dear else PLAIN_STRANGERS):
        return _together(context)
    if context.household_share < 0.75:
        return None
    # Families who go to the same place on days of their own look like one loose group.
    several = context.members >= 2.5 * context.homes and context.fee_ratio < DEAR
    if context.members > 8 and not several:
        return None
    return _together(context)


def _together(context: Context) -> Routed:
    return Routed(
        Route.HOUSEHOLD,
        f"{context.household_share:.0%} 的成员与其他成员同住一址（共 {context.homes} 户），"
        "符合家庭成员结伴就医的特征。",
        f"{context.household_share:.0%} of the members share an address with another "
        f"({context.homes} households): families who go to the doctor together.",
    )


def _same_employer(context: Context) -> Routed | None:
    pupils = context.minor_share >= 0.8
    if context.fee_ratio >= DEAR or not (pupils or context.staff_share >= 0.7):
        return None
    who = "成员多为未成年人" if pupils else f"{context.staff_share:.0%} 的成员同属 {context.staff}"
    who_en = (
        "Most members are minors"
        if pupils
        else f"{context.staff_share:.0%} of the members work for {context.staff}"
    )
    return Routed(
        Route.FOLLOW_UP,
        f"{who}，费用与该机构同类就诊相当（{context.fee_ratio:.1f} 倍），符合学校或单位集中体检、随访日的特征。",
        f"{who_en}, and the fees are usual there ({context.fee_ratio:.1f}×): a check-up or follow-up day "
        "of a school or an employer.",
    )


def is_dear(context: Context) -> bool:
    """Whether the bills are far above what is usual at the place."""
    return context.fee_ratio >= DEAR


def has_rhythm(context: Context) -> bool:
    """Whether the joint days, or the members' own, keep a beat."""
    return context.regular_share >= REGULAR or context.steady_share >= STEADY


def _rhythm(context: Context) -> Routed | None:
    if not has_rhythm(context) or (is_dear(context) and not _usual_elsewhere(context)):
        return None
    fees, fees_en = _fees(context)
    if context.regular_share < REGULAR:
        return _own_rhythms(context, fees, fees_en)
    told, told_en = "", ""
    if context.periodic_share >= 0.5:
        told = f"，{context.periodic_share:.0%} 的就诊登记为慢特病或周期性治疗"
        told_en = (
            f", {context.periodic_share:.0%} of the visits are booked as chronic or periodic care"
        )
    return Routed(
        Route.PERIODIC,
        f"共同日之间 {context.regular_share:.0%} 的间隔合乎固定周期，{fees}{told}，"
        "符合透析、化疗、慢病随访取药的规律。",
        f"{context.regular_share:.0%} of the gaps between the joint days keep one interval, "
        f"{fees_en}{told_en}: dialysis, chemotherapy or refills.",
    )


def _own_rhythms(context: Context, fees: str, fees_en: str) -> Routed:
    """People on courses of their own (chemotherapy, refills) whose beats happen to agree."""
    return Routed(
        Route.PERIODIC,
        f"{context.steady_share:.0%} 的成员在该机构的就诊各有固定间隔，{fees}，"
        "符合化疗、复诊取药等个人疗程恰好同步的特征。",
        f"{context.steady_share:.0%} of the members keep an interval of their own there, "
        f"{fees_en}: courses of treatment that happen to agree.",
    )


def _usual_elsewhere(context: Context) -> bool:
    """Whether bills that are dear at this place are not so for the disease."""
    return context.high_share is not None and context.high_share < MOST_HIGH


def _fees(context: Context) -> tuple[str, str]:
    """What the bills of people with a rhythm compare with, in both languages."""
    if is_dear(context):
        return (
            f"费用为该机构同类就诊的 {context.fee_ratio:.1f} 倍，但与同级其他机构同病种相比不高"
            f"（仅 {context.high_share:.0%} 的账单高于其中九成）",
            f"the fees are {context.fee_ratio:.1f}× the usual there but not high for the disease (only "
            f"{context.high_share:.0%} of the bills are above nine tenths of those at other institutions "
            "of the grade)",
        )
    return (
        f"费用与该机构同类就诊相当（{context.fee_ratio:.1f} 倍）",
        f"the fees are usual there ({context.fee_ratio:.1f}×)",
    )


def _unknown_homes(context: Context) -> Routed | None:
    """Without addresses families and care homes look like rings: they, too, come together, to the same
    doctor, at the same hour. Only what they hardly are is suspected then: more than a family whose bills
    are far above what is usual."""
    lawful = context.members <= MOST_FAMILY or context.fee_ratio < DEAR
    if context.known_homes >= KNOWN_HOMES or not (context.meets and lawful):
        return None
    fees = (
        f"费用为该机构同类就诊的 {context.fee_ratio:.1f} 倍"
        if context.fee_ratio
        else "费用无从比较"
    )
    fees_en = f"fees {context.fee_ratio:.1f}× the usual" if context.fee_ratio else "unknown fees"
    return Routed(
        Route.UNDECIDED,
        f"成员中仅 {context.known_homes:.0%} 有住址（psn_info_b.live_addr），{context.members} 人、{fees}，"
        "无法区分家庭、养老机构结伴就医与团伙；请补充住址后重新识别，或逐人核实是否亲属、同住。",
        f"The address (psn_info_b.live_addr) of {context.known_homes:.0%} of the members is known; "
        f"{context.members} people, {fees_en}, may be a family, a care home or a ring. Send addresses and "
        "detect again, or check who is related or lives together.",
    )
