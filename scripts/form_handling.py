"""Papers of a handling under the agreement: notice, decision, re-check. By the 经办机构, no penalty."""

from collections.abc import Callable

from docx.document import Document as Drawn
from form_parts import PARTY, body, grid, head, seal, write

MEASURES = (
    "{{ handling.measures }}{% if handling.acts %}；按定点零售药店违规扣分表扣分：{{ handling.acts }}"
    "{% endif %}"
)
RECTIFY = [
    "{%p if handling.rectify %}",
    "整改要求：{{ handling.rectify }}（自协议处理决定送达之日起 {{ handling.days }} 日内完成并书面报告，我们将进行复查）。",
    "{%p endif %}",
]


def handling_notice(drawn: Drawn) -> None:
    """What the agency means to do, and the right to speak first."""
    head(drawn, "拟协议处理告知书", by="agency")
    write(drawn, "{{ party.name }}：")
    body(
        drawn,
        "经核查，你单位使用医疗保障基金存在违反医疗保障服务协议的情形：{{ handling.reasons }}",
        "依据《医疗保障基金使用监督管理条例》第十三条和医疗保障服务协议，拟作如下处理："
        + MEASURES
        + "。",
        *RECTIFY,
        "你单位有权陈述、申辩，请自收到本告知书之日起{{ rights.handling_defence }}内书面提出；逾期未提出的，视为放弃。"
        "{{ remarks }}",
        "陈述申辩意见送交：{{ agency }}，地址：{{ office.agency_address }}，联系人及电话：{{ office.agency_phone }}。",
    )
    seal(drawn, by="agency")


def handling_decision(drawn: Drawn) -> None:
    """What was decided, and how it is carried out."""
    head(drawn, "协议处理决定书", line="{{ decision.number }}", by="agency")
    grid(drawn, PARTY, [26, 52, 26, 52])
    body(
        drawn,
        "经核查，你单位使用医疗保障基金存在违反医疗保障服务协议的情形：{{ handling.reasons }}",
        "{%p if defence %}",
        "你单位的陈述申辩：{{ defence }}",
        "{%p endif %}",
        "依据{{ decision.citation }}，决定作如下处理：" + MEASURES + "。{{ decision.reasons }}",
        "{%p if decision.waits %}",
        "上列暂停、中止、解除措施自本决定送达之日起执行。",
        "{%p endif %}",
        *RECTIFY,
        "应当退回的医疗保障基金和违约金从结算款中扣减，不足部分由你单位缴回。对本决定有异议的，"
        "可以按照医疗保障服务协议的约定与我们协商，或者请求医疗保障行政部门协调处理，也可以依法申请"
        "行政复议或者提起行政诉讼。{{ remarks }}",
    )
    seal(drawn, "{{ decision.formal_day }}", by="agency")


def performance_decision(drawn: Drawn) -> None:
    """That the institution performs what was decided, by when, and what it may do against that."""
    head(drawn, "要求履行协议决定书", line="{{ performance.number }}", by="agency")
    grid(drawn, PARTY, [26, 52, 26, 52])
    body(
        drawn,
        "我们于{{ decision.day }}作出{{ decision.number }}协议处理决定，已于{{ served_on }}送达；经{{ pressed_on }}催告，你单位至今未履行。"
        "{{ performance.reasons }}",
        "依据《最高人民法院关于审理行政协议案件若干问题的规定》第二十四条、《医疗保障基金使用监督管理条例实施细则》第四条至第七条和医疗保障服务协议，"
        "要求你单位自收到本决定书之日起 {{ performance.days }} 日内履行：退回医疗保障基金{{ performance.recovery }}"
        "{% if performance.damages %}，支付违约金{{ performance.damages }}{% endif %}。",
        "如不服本决定，可以自收到本决定书之日起{{ rights.review }}内依法申请行政复议，也可以在{{ rights.suit }}内依法提起行政诉讼。"
        "逾期不申请行政复议、不提起行政诉讼又不履行的，我们将依法申请人民法院强制执行。{{ remarks }}",
    )
    seal(drawn, "{{ performance.formal_day }}", by="agency")


def no_handling(drawn: Drawn) -> None:
    """That nothing is done, and why: the institution was told of what was meant, and hears of the end."""
    head(drawn, "不予协议处理决定书", line="{{ decision.number }}", by="agency")
    grid(drawn, PARTY, [26, 52, 26, 52])
    body(
        drawn,
        "我们曾就以下情形告知你单位拟作协议处理：{{ handling.reasons }}",
        "{%p if defence %}",
        "你单位的陈述申辩：{{ defence }}",
        "{%p endif %}",
        "经核查和听取意见，依据{{ decision.citation }}，决定不予协议处理。理由：{{ decision.reasons }}",
        "{{ remarks }}",
    )
    seal(drawn, "{{ decision.formal_day }}", by="agency")


def rectification(drawn: Drawn) -> None:
    """What was to be put right and what the re-check found, to be signed by both sides."""
    head(drawn, "整改复查记录", by="agency")
    grid(drawn, [*PARTY, ["整改要求", "{{ rectification.text }}"],
                 ["整改期限", "{{ rectification.due }}"]], [26, 52, 26, 52])  # fmt: skip
    body(
        drawn,
        "机构报告：{% for row in rectification.reports %}{{ row }}；{% endfor %}",
        "{%p for row in rectification.checks %}",
        "{{ row.day }}复查：{{ row.passed }}。{{ row.record }}",
        "{%p endfor %}",
        "{{ remarks }}",
    )
    write(drawn, "复查人员（签名）：　　　　　　　　　　　　机构（签名、盖章）：")
    write(drawn, "{{ formal_day }}", align="right")


DRAWERS: dict[str, Callable[[Drawn], None]] = {
    "handling_notice": handling_notice,
    "handling_decision": handling_decision,
    "performance_decision": performance_decision,
    "no_handling": no_handling,
    "rectification": rectification,
}
