"""Notices of measures, the centre's letter of entrustment, and the receipt of service."""

from collections.abc import Callable
from functools import partial

from docx.document import Document as Drawn
from form_parts import LINE, SIGN, body, grid, head, listed, seal, signed, write

from casework.documents.catalogue import form_of

SHORT = "＿" * 8
SUBJECT = [
    ["对象", "{{ subject.name }}", "类别", "{{ subject.kind }}"],
    ["代码", "{{ subject.key }}", "科室", "{{ subject.department }}"],
]
TERM = (
    "期限：自{{ measure.begins }}起{% if measure.until %}至{{ measure.until }}止，期满自动恢复，无须另行申请"
    "{% else %}，至解除之日止{% endif %}。{% if measure.area %}适用范围：{{ measure.area }}。{% endif %}"
)
DEFENCE = "如有异议，可以向本局书面陈述和申辩，并附有关材料。联系人：" + LINE


def _notice(drawn: Drawn, form_id: str, *texts: str) -> None:
    head(drawn, form_of(form_id).zh, line="{{ number }}")
    write(drawn, "{{ subject.name }}{{ subject.department }}：")
    body(drawn, *texts)
    seal(drawn)


NOTICES: dict[str, tuple[str, ...]] = {
    "talk_notice": (
        "因{{ measure.reasons }}，依据{{ measure.basis }}，我局决定对{{ you }}{% if not person %}有关负责人{% endif %}进行约谈。",
        "请{{ you }}{% if not person %}法定代表人或者主要负责人{% endif %}于　　年　　月　　日　　时到"
        + LINE
        + "参加约谈，"
        "并携带身份证明及与下列事项有关的材料：{{ remarks }}",
        "约谈不是行政处罚，不影响依法处理。无正当理由不参加约谈的，记入监督检查记录。",
    ),
    "circular_notice": (
        "经查，{{ measure.reasons }}",
        "依据{{ measure.basis }}，现予情况通报。请各定点医药机构对照自查，切实规范医药服务和收费行为。"
        "{{ remarks }}",
        "本通报不是行政处罚；当事人的权利不因本通报受影响。",
    ),
    "suspension_notice": (
        "因{{ measure.reasons }}，依据{{ measure.basis }}（{{ measure.document }}），我局决定{{ measure.title }}。",
        TERM,
        "期间发生的医保费用，除急诊、抢救外不予支付。请{% if person %}你所在的定点医药机构{% endif %}在就诊场所显著位置公示本通知"
        "（《医疗保障基金使用监督管理条例实施细则》第十条），并妥善安置就诊参保人员。{{ remarks }}",
        DEFENCE,
    ),
    "settlement_notice": (
        "因{{ measure.reasons }}，依据{{ measure.basis }}（{{ measure.document }}），我局决定暂停你的医疗费用"
        "联网结算。",
        TERM,
        "期间就医的费用由个人先行垫付，符合规定的部分凭票据到经办机构手工报销。{{ remarks }}",
        DEFENCE,
    ),
    "withholding_notice": (
        "因{{ measure.reasons }}，依据{{ measure.basis }}（{{ measure.document }}），我局决定暂停向你单位拨付"
        "医疗保障基金费用。",
        TERM,
        "期间参保人员联网结算照常进行，不得拒收参保人员或者改为全额自费。暂停拨付期满或者提前解除后，经审核"
        "符合规定的费用予以拨付。{{ remarks }}",
        DEFENCE,
    ),
    "stop_notice": (
        "因{{ measure.reasons }}，经本局主要负责人批准，依据{{ measure.basis }}，自{{ measure.begins }}起暂停"
        "{{ you }}的医疗保障基金结算，至配合调查时止。",
        "请立即配合调查，按要求提供资料、接受询问。配合后，不涉及欺诈骗保的费用予以结算。{{ remarks }}",
        DEFENCE,
    ),
    "termination_notice": (
        "因{{ measure.reasons }}，依据{{ measure.basis }}（{{ measure.document }}），我局自{{ measure.begins }}起解除"
        "与你单位的医疗保障服务协议。",
        "解除前发生的费用经全面审核后结清（《医疗保障基金使用监督管理条例实施细则》第十二条）。"
        "请停止以定点医药机构名义提供服务，撤除标识，妥善安置参保人员。{{ remarks }}",
        DEFENCE,
    ),
    "bar_notice": (
        "经查，{{ measure.reasons }}",
        "你时任{{ subject.kind }}（居民身份证号码：{{ subject.key }}）。依据{{ measure.basis }}（{{ measure.document }}），你自"
        "{{ measure.begins }}起五年内禁止从事定点医药机构管理活动，至{{ measure.until }}止，期满自动解除，无须另行申请。",
        "期间不得担任定点医药机构的法定代表人、主要负责人，不得以其他名义从事其管理活动。{{ remarks }}",
        DEFENCE,
    ),
    "lift_notice": (
        "我局对{{ you }}采取的“{{ measure.title }}”（{{ measure.document }}）自{{ measure.over }}起"
        "{% if measure.lifted %}提前解除{% else %}期满自动解除{% endif %}。{{ measure.lifted }}",
        "此前措施期间的费用处理不变。{{ remarks }}",
    ),
}


def talk_record(drawn: Drawn) -> None:
    head(drawn, "约谈记录", line="{{ number }}")
    grid(drawn, [*SUBJECT, ["约谈时间", "　　年　月　日　时", "地点", ""],
                 ["约谈人", "", "被约谈人及职务", ""], ["约谈事由", "{{ measure.reasons }}"],
                 ["依据", "{{ measure.basis }}"]], [26, 52, 26, 52])  # fmt: skip
    body(
        drawn,
        "约谈内容：{{ measure.notes }}",
        "被约谈人意见：" + LINE,
        "整改要求及期限：{{ remarks }}",
    )
    write(drawn, "被约谈人（签名）：" + LINE + "　约谈人：" + LINE + "　记录人：" + LINE)


def measure_approval(drawn: Drawn) -> None:
    head(drawn, "措施审批表", line="{{ number }}")
    grid(drawn, [["拟采取措施", "{{ measure.title }}"], *SUBJECT, ["理由", "{{ measure.reasons }}"],
                 ["依据", "{{ measure.basis }}"], ["决定文书", "{{ measure.document }}"],
                 ["期限", "{{ measure.begins }}至{{ measure.until }}"]], [26, 52, 26, 52])  # fmt: skip
    signed(drawn)
    grid(drawn, [[title, "\n" + "\n".join(SIGN)] for title in ("承办机构负责人意见", "主要负责人意见")],
         [36, 120], together=True)  # fmt: skip


def entrustment(drawn: Drawn) -> None:
    head(drawn, "行政执法委托书", line="{{ number }}")
    body(drawn, "委托机关：{{ bureau }}", "受委托组织：" + LINE,
         "依据《中华人民共和国行政处罚法》第二十条、第二十一条和《医疗保障基金使用监督管理条例》第二十八条，"
         "委托机关委托受委托组织以委托机关名义实施下列医疗保障行政执法：",
         "{{ letter.scope }}",
         "一、委托期限：自{{ letter.starts_on }}起至{{ letter.ends_on }}止。",
         "二、委托机关对受委托组织实施的行政处罚负责监督，并对其后果承担法律责任。",
         "三、受委托组织应当具有熟悉有关法律、法规、规章和业务并取得行政执法资格的工作人员，在委托范围内以委托"
         "机关名义实施，不得再委托其他组织或者个人；行政处罚决定由委托机关负责人作出。",
         "四、涉嫌犯罪案件的移送、因拒不配合暂停结算，由委托机关主要负责人决定，不在委托之列。",
         "五、本委托书于{{ letter.published_on }}在{{ letter.where }}向社会公布。")  # fmt: skip
    write(drawn, "")
    grid(drawn, [["委托机关（印章）\n\n负责人签名：" + SHORT + "\n{{ formal_day }}",
                  "受委托组织（印章）\n\n负责人签名：" + SHORT + "\n　　　年　　月　　日"]], [78, 78])  # fmt: skip


def receipt(drawn: Drawn) -> None:
    head(drawn, "送达回证", by="house")
    grid(drawn, [["受送达人", "{{ party.name }}"], ["案件名称", "{{ title }}"],
                 ["送达文书及文号", "{{ service.document }}　{{ remarks }}"],
                 ["送达方式及日期", "{{ service.way }}　{{ service.day }}"]], [40, 116])  # fmt: skip
    write(drawn, "")
    listed(drawn, "ways", ["", "送达方式", "须记载、附入的证明"],
           ["{{ row.mark }}", "{{ row.zh }}", "{{ row.proof }}"], [10, 26, 120])  # fmt: skip
    write(drawn, "")
    grid(drawn, [["送达地点、邮单号或刊登处", ""], ["收件人签名盖章", "\n" + SIGN[1]],
                 ["代收人及代收理由", ""], ["见证人（留置）", "\n" + SIGN[1]],
                 ["送达人", "{% for row in officers %}{{ row.name }}　{% endfor %}\n" + SIGN[1]],
                 ["备注", ""]], [40, 116])  # fmt: skip


DRAWERS: dict[str, Callable[[Drawn], None]] = {
    **{
        form_id: partial(lambda drawn, form_id, texts: _notice(drawn, form_id, *texts),
                         form_id=form_id, texts=texts)
        for form_id, texts in NOTICES.items()
    },
    "talk_record": talk_record,
    "measure_approval": measure_approval,
    "entrustment": entrustment,
    "receipt": receipt,
}  # fmt: skip
