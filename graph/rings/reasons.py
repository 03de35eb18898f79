"""Sentences for and against a ring, each with its figure; those against as plainly as those for."""

from graph.rings.context import Context
from graph.rings.days.find import ALLOWED
from graph.rings.model import Group, Reason
from graph.rings.odds import odds
from graph.rings.route import KNOWN_HOMES


def reasons(group: Group, context: Context) -> list[Reason]:
    """What speaks for and against, in the order in which an inspector reads it."""
    if group.told:
        return [*group.told, *_fees(context), *_circumstances(context)]
    return [
        *_chance(group, context),
        *_conduct(context),
        *_fees(context),
        *_circumstances(context),
    ]


def _chance(group: Group, context: Context) -> list[Reason]:
    ratio = group.seen / max(group.expected, 0.01)
    steady = group.score / max(group.threshold, 0.01)
    rare = odds(group.p_value)
    found = [
        Reason(
            "together",
            f"{context.members} 人在 {context.events} 个共同日共出现 {group.seen} 人次，"
            f"按各人自身习惯预期仅 {group.expected:.1f} 人次（{ratio:.0f} 倍）。",
            f"{context.members} people appear {group.seen} times on {context.events} joint days; "
            f"their own habits would bring {group.expected:.1f} ({ratio:.0f}×).",
            round(ratio, 2),
            True,
        ),
        Reason(
            "threshold",
            f"得分 {group.score:g}，高于本批数据随机置换得出的门槛 {group.threshold:g}"
            f"（门槛以上整次识别预期的偶然群体不超过 {ALLOWED:g} 个，已计入推算误差）；"
            f"仅凭偶然，全部数据中出现这样一个群体的可能性{rare[0]}。",
            f"Score {group.score:g} is above the cut {group.threshold:g} that permutations of this "
            f"data give (above it a whole run is expected to bring at most {ALLOWED:g} chance groups, the "
            f"doubt about the fit included); the odds that chance alone brings such a group anywhere in the data: "
            f"{rare[1]}.",
            group.p_value,
            True,
        ),
    ]
    found += _when(
        steady >= 2,
        "sensitivity",
        steady,
        True,
        "得分为门槛的 {:.1f} 倍，门槛加倍结论不变。",
        "The score is {:.1f} times the cut: doubling the cut changes nothing.",
    )
    found += _when(
        steady < 2,
        "sensitivity",
        steady,
        False,
        "得分仅为门槛的 {:.1f} 倍，结论对门槛敏感。",
        "The score is only {:.1f} times the cut: the conclusion depends on it.",
    )
    return found


def _conduct(context: Context) -> list[Reason]:
    found = _when(
        context.doctor_share >= 0.5,
        "doctor",
        context.doctor_share,
        True,
        "{:.0%} 的共同就诊由同一医师经办。",
        "{:.0%} of the joint visits are one doctor's.",
    )
    found += _when(
        context.minutes_share >= 0.6,
        "minutes",
        context.minutes_share,
        True,
        "{:.0%} 的共同就诊发生在当日前后 75 分钟之内。",
        "{:.0%} of the joint visits fall within 75 minutes of each other.",
    )
    found += _when(
        context.attendance >= 0.7,
        "attendance",
        context.attendance,
        True,
        "成员平均出席率 {:.0%}。",
        "Members attend {:.0%} of the joint days.",
    )
    found += _when(
        context.attendance < 0.7,
        "attendance",
        context.attendance,
        False,
        "成员平均出席率仅 {:.0%}。",
        "Members attend only {:.0%} of the joint days.",
    )
    return found


def _fees(context: Context) -> list[Reason]:
    return _when(
        context.fee_ratio >= 1.3,
        "fee",
        context.fee_ratio,
        True,
        "共同就诊的费用中位数为该机构同类就诊的 {:.1f} 倍。",
        "The median fee of the joint visits is {:.1f} times what is usual there.",
    )


def _circumstances(context: Context) -> list[Reason]:
    found = _when(
        context.phone_share > 0,
        "phone",
        context.phone_share,
        True,
        "{:.0%} 的成员与其他成员共用电话。",
        "{:.0%} of the members share a phone with another.",
    )
    found += _when(
        context.account_share > 0,
        "account",
        context.account_share,
        True,
        "{:.0%} 的成员与其他成员共用报销收款账户。",
        "The costs of {:.0%} of the members are paid into an account shared with another.",
    )
    found += _when(
        context.known_homes < KNOWN_HOMES,
        "addresses",
        context.known_homes,
        False,
        "成员中仅 {:.0%} 有住址，是否家庭结伴无从核对。",
        "The address of only {:.0%} of the members is known: whether they are a family cannot be told.",
    )
    found += _when(
        context.household_share >= 0.2,
        "household",
        context.household_share,
        False,
        "{:.0%} 的成员与其他成员同住一址，可能为亲属结伴。",
        "{:.0%} of the members share an address with another and may be relatives.",
    )
    found += _when(
        context.periodic_share >= 0.3,
        "periodic",
        context.periodic_share,
        False,
        "{:.0%} 的共同就诊为慢特病或周期性治疗（诊断由该机构填报，仅供参考）。",
        "{:.0%} of the joint visits are chronic or periodic care by the institution's own diagnoses.",
    )
    found += _when(
        context.regular_share >= 0.5,
        "regular",
        context.regular_share,
        False,
        "共同日之间 {:.0%} 的间隔合乎固定周期。",
        "{:.0%} of the gaps between the joint days follow one interval.",
    )
    found += _when(
        context.staff_share >= 0.3,
        "employer",
        context.staff_share,
        False,
        "{:.0%} 的成员同属一个单位，可能为单位组织。",
        "{:.0%} of the members share an employer, who may have sent them.",
    )
    found += _when(
        context.local_share >= 0.5,
        "home",
        context.local_share,
        False,
        "{:.0%} 的成员平时就在该机构就医。",
        "{:.0%} of the members go there anyway.",
    )
    found += _when(
        0 < context.fee_ratio < 1.1,
        "fee",
        context.fee_ratio,
        False,
        "共同就诊的费用与该机构同类就诊相当（{:.1f} 倍）。",
        "The fees of the joint visits are usual there ({:.1f}×).",
    )
    return found


def _when(holds: bool, code: str, value: float, supports: bool, zh: str, en: str) -> list[Reason]:
    if not holds:
        return []
    return [Reason(code, zh.format(value), en.format(value), round(value, 4), supports)]
