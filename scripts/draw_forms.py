"""Draw the shipped form templates anew: `python scripts/draw_forms.py`.

The bureau edits copies of the DOCX files that this writes; what they ask for stands in
`evidence/forms/context.py` and its neighbours. Run it after changing a text below, and look at the
result.
"""

from pathlib import Path

import form_approvals
import form_handling
import form_measures
from docx.document import Document as Drawn
from form_parts import (
    BASIS,
    LINE,
    PARTY,
    SUGGESTED,
    approval,
    blank,
    body,
    grid,
    head,
    listed,
    officers,
    seal,
    signed_pages,
    write,
)

from casework.documents.catalogue import forms
from evidence.forms.package import settled

TARGET = Path(__file__).parent.parent / "evidence" / "forms" / "templates"

RIGHTS = (
    "如不服本决定，可以自收到本决定书之日起{{ rights.review }}内依法向{{ office.review_body }}申请行政复议，"
    # 行政复议法 23(1): of a decision on the spot a review comes before a suit.
    "{% if on_spot %}对复议决定不服的，再依法向{{ office.court }}提起行政诉讼（《中华人民共和国行政复议法》第二十三条："
    "对当场作出的行政处罚决定不服的，应当先申请行政复议）{% else %}也可以在{{ rights.suit }}内依法"
    "向{{ office.court }}提起行政诉讼{% endif %}。复议、诉讼期间本决定不停止执行，法律另有规定的除外。"
)


#: The duty that the act breaks, and the clause that says it is punished.
BROKEN = (
    "{{% if {0}.duty %}}违反了{{{{ {0}.duty }}}}的规定，{{% endif %}}属于{{{{ {0}.citation }}}}规定的违法行为。"
    "{{{{ proposal.reasons }}}}"
)
#: The order that stands beside a penalty, where there is something to return.
RETURNED = (
    "{% if proposal.recovers %}；并责令退回造成损失的医疗保障基金{{ proposal.recovery }}{% endif %}"
)
STATEMENT = (
    "依据《中华人民共和国行政处罚法》第四十四条、第四十五条，{{ you }}有权进行陈述和申辩，应当自收到本告知书"
    "之日起{{ rights.defence }}内向本机关书面或者口头提出；逾期未提出的，视为放弃。"
    "本机关不会因{{ you }}陈述、申辩而给予更重的处罚。"
)
#: Where and to whom statement, defence and request for a hearing are brought.
WHERE = "陈述申辩意见、听证申请送交：{{ bureau }}，地址：{{ office.address }}，联系人及电话：{{ office.phone }}。"
ACCOUNTS = [
    "{%p if owes_fine %}", "罚款缴纳方式：{{ office.fine_account }}。", "{%p endif %}",
    "{%p if decision.recovers %}", "退回基金账户：{{ office.recovery_account }}。", "{%p endif %}",
]  # fmt: skip


def filing(drawn: Drawn) -> None:
    head(drawn, "立案审批表", numbered=True)
    write(drawn, "案号：{{ case_no }}", size=10.5)
    approval(drawn, [
        ["案情摘要", "{{ summary }}"],
        ["行为期间", "{{ conduct_from }}至{{ conduct_to }}"],
        ["涉及金额", "{{ amount }}"],
        ["立案条件", "{{ filing_mark }} 有初步证据证明存在违法行为　{{ filing_mark }} 依法可能给予行政处罚\n"
                     "{{ filing_mark }} 属于本部门管辖　{{ filing_mark }} 在行政处罚时效之内"],
        ["承办人", "{% for row in officers %}{{ row.name }}（{{ row.certificate_no }}）　{% endfor %}"],
    ], ["承办人意见", "承办机构负责人意见", "主要负责人意见"])  # fmt: skip


def scene(drawn: Drawn) -> None:
    head(drawn, "现场笔录")
    grid(drawn, [*PARTY, ["检查时间", "{{ inspection.day }}"], ["检查地点", "{{ inspection.place }}"]],
         [26, 52, 26, 52])  # fmt: skip
    body(drawn, "告知事项：我们是{{ bureau }}执法人员，已向你出示执法证件，现依法进行检查，请予配合。"
         "执法人员与你有利害关系的，你有权申请回避。")  # fmt: skip
    write(drawn, "现场情况：", bold=True)
    body(drawn, "{{ inspection.record }}", "{{ remarks }}")
    write(drawn, "")
    officers(drawn)
    write(drawn, "当事人（签名并按指印）：" + LINE + "　见证人：" + LINE)


def interview(drawn: Drawn) -> None:
    head(drawn, "{{ talk.form }}", by="house",
         line="案号：{{ case_no }}{% if talk.number %}　笔录编号：{{ talk.number }}{% endif %}")  # fmt: skip
    by = "{% for row in talk.officers %}{{ row.name }}{% if row.certificate_no %}（{{ row.certificate_no }}）{% endif %}" \
         "{% if not loop.last %}、{% endif %}{% endfor %}"  # fmt: skip
    grid(drawn, [["被询问人", "{{ talk.name }}{% if talk.capacity %}（{{ talk.capacity }}）{% endif %}",
                  "性别、年龄", ""],
                 ["证件号码", "", "联系电话", ""],
                 ["工作单位", "{{ talk.unit }}"],
                 ["询问时间", "{{ talk.started }}{% if talk.ended %}　至　{{ talk.ended }}{% endif %}"],
                 ["询问地点", "{{ talk.place }}"],
                 ["询问人、{% if by_agency %}工作证号{% else %}执法证号{% endif %}", by],
                 ["案由", "{{ title }}"]],
         [32, 50, 26, 48])  # fmt: skip
    body(drawn, "我们是{% if by_agency %}{{ agency }}的工作人员，已向你出示工作证件{% else %}{{ bureau }}的执法人员，已向你出示执法证件"
         "{% endif %}，请确认。现依法向你询问。你有如实回答询问、提供有关资料的"
         "义务，不得作虚假陈述；你认为询问人员与本案有直接利害关系的，有权申请回避；你有陈述、申辩的权利；与本案无关的"
         "问题，你有权拒绝回答；笔录完成后你有权核对、补充和更正。以上内容是否听清？", "答：")  # fmt: skip
    body(drawn, "{%p for row in talk.answers %}", "问：{{ row.question }}", "答：{{ row.answer }}",
         "{%p endfor %}", "{{ remarks }}",
         "{%p if talk.refused %}", "拒绝签字情况：{{ talk.refused }}　见证人（签字）：{{ talk.witness }}",
         "{%p else %}", "以上笔录我已看过（已向我宣读），与我所说一致。", "{%p endif %}")  # fmt: skip
    signed_pages(drawn, "{{ case_no }}　{{ talk.form }}{% if talk.number %}　{{ talk.number }}{% endif %}",
                 ["被询问人（签名、捺指印）：", "询问人：", "记录人：\n　　　　年　　月　　日"],
                 [66, 44, 46])  # fmt: skip


def evidence_list(drawn: Drawn) -> None:
    head(drawn, "证据清单")
    listed(drawn, "evidence", ["序号", "名称", "种类", "证明目的", "取得日期"],
           ["{{ row.n }}", "{{ row.name }}", "{{ row.kind }}", "{{ row.proves }}", "{{ row.day }}"],
           [14, 46, 24, 46, 26])  # fmt: skip
    write(drawn, "")
    officers(drawn)
    write(drawn, "当事人（签名盖章）：" + LINE)


def hold(drawn: Drawn, title: str, law: str, kind: str, rest: str) -> None:
    head(drawn, title)
    write(drawn, "{{ party.name }}：")
    body(
        drawn,
        f"因{{{{ you }}}}涉嫌{{{{ title }}}}，依据{law}，本机关决定对下列物品（资料）予以{kind}。{rest}",
    )
    grid(drawn, [["物品（资料）", "地点", "批准日期"], ["{%tr for row in holds %}"],
                 ["{{ row.items }}", "{{ row.place }}", "{{ row.approved_on }}"], ["{%tr endfor %}"]],
         [76, 46, 34])  # fmt: skip
    officers(drawn)
    seal(drawn)


def hold_register(drawn: Drawn) -> None:
    hold(drawn, "先行登记保存决定书", "《中华人民共和国行政处罚法》第五十六条", "先行登记保存",
         "保存期间，当事人或者有关人员不得销毁或者转移。本机关将在七个工作日内作出处理决定。")  # fmt: skip


def hold_seal(drawn: Drawn) -> None:
    hold(drawn, "封存决定书", "《医疗保障基金使用监督管理条例》第二十七条", "封存",
         "封存期限为三十日；情况复杂的，经批准可以延长，延长期限不超过三十日。")  # fmt: skip


def release(drawn: Drawn, title: str, law: str, kind: str, does: str) -> None:
    head(drawn, title)
    write(drawn, "{{ party.name }}：")
    body(
        drawn,
        f"本机关因{{{{ you }}}}涉嫌{{{{ title }}}}，对下列物品（资料）予以{kind}。现依据{law}，{does}",
    )
    grid(drawn, [["物品（资料）", "地点", "批准日期", "处理决定"], ["{%tr for row in holds %}"],
                 ["{{ row.items }}", "{{ row.place }}", "{{ row.approved_on }}", "{{ row.result }}"],
                 ["{%tr endfor %}"]],
         [52, 34, 34, 36])  # fmt: skip
    body(drawn, "{{ remarks }}")
    officers(drawn)
    seal(drawn)
    write(drawn, "物品（资料）所有人（签名盖章）：" + LINE)


def hold_release(drawn: Drawn) -> None:
    release(drawn, "先行登记保存物品处理决定书", "《中华人民共和国行政处罚法》第五十六条", "先行登记保存",
            "作出如下处理决定：")  # fmt: skip


def unseal(drawn: Drawn) -> None:
    release(drawn, "解除封存决定书", "《中华人民共和国行政强制法》第二十八条", "封存",
            "决定解除封存，并对物品（资料）处理如下：")  # fmt: skip


def instalment_notice(drawn: Drawn) -> None:
    head(drawn, "延期（分期）缴纳罚款决定书")
    write(drawn, "{{ party.name }}：")
    body(drawn, "本机关于{{ decision.day }}作出{{ decision.number }}行政处罚决定，对{{ you }}罚款{{ decision.fine }}。"
         "{{ you }}申请延期（分期）缴纳罚款，依据《中华人民共和国行政处罚法》第六十六条第二款，经审查，"
         "{% if instalments_answer.granted %}准予按下列期限缴纳：{% else %}不予准许，罚款仍应按原期限缴纳。{% endif %}"
         "理由：{{ instalments_answer.reasons }}", "{%p if instalments_answer.granted %}")  # fmt: skip
    grid(drawn, [["缴款截止日期", "金额"], ["{%tr for row in instalments %}"],
                 ["{{ row.due }}", "{{ row.amount }}"], ["{%tr endfor %}"]], [78, 78])  # fmt: skip
    body(
        drawn,
        "到期不缴纳的，依法加处罚款（《中华人民共和国行政处罚法》第七十二条）。",
        "{%p endif %}",
        "{{ remarks }}",
    )
    officers(drawn)
    seal(drawn)


def assistance(drawn: Drawn) -> None:
    head(drawn, "协助调查函")
    body(drawn, "{%p for row in requests %}")
    write(drawn, "{{ row.recipient }}：")
    body(drawn, "我局正在办理“{{ title }}”，因调查需要，请协助查明下列情况（{{ row.document_no }}）：{{ row.text }}"
         "{{ remarks }}", "请自收到本函之日起十五日内函复。",
         "{%p endfor %}")  # fmt: skip
    officers(drawn)
    seal(drawn)


def correction(drawn: Drawn) -> None:
    head(drawn, "责令改正通知书", numbered=True)
    write(drawn, "{{ party.name }}：")
    body(drawn, "经查，{{ you }}在{{ conduct_from }}至{{ conduct_to }}期间"
         "{% if report.facts %}存在下列行为：{{ report.facts }}{% else %}涉嫌违反医疗保障基金使用监督管理规定。{% endif %}",
         "依据{% if correction.basis %}{{ correction.basis }}{% else %}《中华人民共和国行政处罚法》第二十八条、"
         "《医疗保障基金使用监督管理条例》有关规定{% endif %}，责令{{ you }}立即（于{% if correction.until %}"
         "{{ correction.until }}{% else %}　　年　月　日{% endif %}前）改正{% if correction.what %}：{{ correction.what }}{% if correction.what[-1] != '。' %}。{% endif %}请{% else %}上述行为，并{% endif %}将改正情况书面报告本机关。"
         "拒不改正的，依法承担相应的法律责任。{{ remarks }}",
         "{%p if proposal.recovery %}", "应退回医疗保障基金：{{ proposal.recovery }}。", "{%p endif %}")  # fmt: skip
    seal(drawn)


def final_report(drawn: Drawn) -> None:
    head(drawn, "调查终结报告")
    for title, field in (("一、当事人基本情况", "party"), ("二、案件来源、调查经过及采取的措施", "measures"),
                         ("三、查明的事实", "facts"), ("四、证据", "evidence"),
                         ("五、法律依据", "law"), ("六、处理建议", "proposal")):  # fmt: skip
        write(drawn, title, bold=True)
        body(drawn, f"{{{{ report.{field} }}}}")
    officers(drawn)
    write(drawn, "{{ day }}", align="right")


def notice(drawn: Drawn) -> None:
    head(drawn, "行政处罚事先告知书", numbered=True)
    write(drawn, "{{ party.name }}：")
    body(drawn, "经查，{{ report.facts }}", "上述行为" + BROKEN.format("proposal"),
         "本机关拟作出如下行政处罚：{{ proposal.penalty }}" + RETURNED + "。计算：{{ proposal.formula }}。",
         STATEMENT,
         "{%p if proposal.hearing_right %}",
         "依据《中华人民共和国行政处罚法》第六十三条、第六十四条，{{ you }}有权要求听证，应当自收到本告知书之日起{{ rights.hearing }}内提出；"
         "逾期未提出的，视为放弃。", "{%p endif %}", WHERE)  # fmt: skip
    seal(drawn)


def hearing_notice(drawn: Drawn) -> None:
    head(drawn, "行政处罚听证告知书", numbered=True)
    write(drawn, "{{ party.name }}：")
    body(drawn, "经查，{{ report.facts }}", "上述行为" + BROKEN.format("proposal"),
         "本机关拟就“{{ title }}”对{{ you }}作出如下行政处罚：{{ proposal.penalty }}" + RETURNED
         + "。计算：{{ proposal.formula }}。",
         STATEMENT,
         "依据《中华人民共和国行政处罚法》第六十三条、第六十四条，{{ you }}有权要求举行听证。要求听证的，"
         "应当自收到本告知书之日起{{ rights.hearing }}内向本机关提出；本机关将在听证的七个工作日前通知时间、地点。"
         "听证公开举行（涉及国家秘密、商业秘密或者个人隐私的除外），由非本案调查人员主持，不收取费用。", WHERE)  # fmt: skip
    seal(drawn)


def hearing_call(drawn: Drawn) -> None:
    head(drawn, "行政处罚听证通知书", numbered=True)
    write(drawn, "{{ party.name }}：")
    body(drawn, "根据{{ you }}的听证申请，依据《中华人民共和国行政处罚法》第六十三条、第六十四条，本机关就“{{ title }}”"
         "举行听证，现将有关事项通知如下：",
         "一、时间：{{ hearing.moment }}", "二、地点：{{ hearing.place }}", "三、主持人：{{ hearing.chair }}（非本案调查人员）",
         "四、方式：{{ hearing.openness }}",
         "{{ you }}可以亲自参加听证，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避；"
         "可以就调查人员提出的违法事实、证据和行政处罚建议进行申辩和质证。"
         "无正当理由拒不出席或者未经许可中途退出听证的，视为放弃听证权利。听证不收取费用。{{ remarks }}")  # fmt: skip
    seal(drawn)


def hearing_record(drawn: Drawn) -> None:
    head(drawn, "听证笔录")
    grid(drawn, [["案件名称", "{{ title }}"], ["听证时间", "{{ hearing.day }}", "主持人", "{{ hearing.chair }}"],
                 ["听证地点", "{{ hearing.place }}", "方式", "{{ hearing.openness }}"],
                 ["当事人", "{{ party.name }}", "记录人", "{{ hearing.clerk }}"],
                 ["参加人", "{{ hearing.attended }}"]], [26, 52, 26, 52])  # fmt: skip
    body(drawn, "{{ hearing.record }}", "{{ remarks }}", "{{ hearing.refusal }}")
    write(drawn, "以上笔录经核对无误。当事人或者其代理人（签名、日期）：" + LINE)
    write(drawn, "调查人员：" + LINE)
    write(drawn, "主持人：" + LINE + "　记录人：" + LINE)


def hearing_report(drawn: Drawn) -> None:
    head(drawn, "听证报告")
    body(drawn, "{{ hearing.day }}，本机关就“{{ title }}”举行听证，主持人{{ hearing.chair }}。",
         "参加人：{{ hearing.attended }}",
         "听证情况：{% if hearing.heard %}{{ hearing.heard }}{% else %}{{ hearing.record }}{% endif %}",
         "当事人的陈述申辩：{{ defence }}",
         "处理意见：{{ hearing.advice }}{{ remarks }}")  # fmt: skip
    write(drawn, "主持人：" + LINE, align="right")
    write(drawn, "{{ day }}", align="right")


def legal_opinion(drawn: Drawn) -> None:
    head(drawn, "法制审核意见书")
    grid(drawn, [["案件名称", "{{ title }}"], ["审核意见", "{{ legal.opinion }}"],
                 ["审核内容", "{{ legal.text }}"], ["审核人员", "{{ legal.by }}"], ["审核日期", "{{ legal.day }}"]],
         [36, 120])  # fmt: skip
    body(drawn, "{{ remarks }}")
    write(drawn, "审核人员签名：" + LINE, align="right")


def discussion(drawn: Drawn) -> None:
    head(drawn, "集体讨论记录")
    grid(drawn, [["案件名称", "{{ title }}"], ["讨论事项", "{{ discussion.subject }}"],
                 ["讨论日期", "{{ discussion.day }}"], ["参加人员", "{{ discussion.members }}"], ["讨论情况与结论", "{{ discussion.record }}"]],
         [36, 120])  # fmt: skip
    body(drawn, "{{ remarks }}")
    write(drawn, "参加人员签名：" + LINE * 2)


def decision_approval(drawn: Drawn) -> None:
    head(drawn, "行政处罚决定审批表")
    approval(drawn, [
        ["违法事实", "{{ report.facts }}"],
        BASIS,
        ["建议", SUGGESTED],
        ["陈述申辩", "{% if proposal.spared %}拟不予行政处罚，未作事先告知{% else %}{{ defence }}{% endif %}"],
    ], ["主要负责人审批意见"])  # fmt: skip


def decision(drawn: Drawn) -> None:
    head(drawn, "{{ form }}", numbered=True)
    grid(drawn, PARTY, [26, 52, 26, 52])
    body(drawn, "经查，{{ report.facts or decision.reasons }}",
         "{%p if evidence %}",
         "以上事实有下列证据证明：{% for row in evidence %}{{ row.n }}．{{ row.name }}（{{ row.proves }}）；"
         "{% endfor %}", "{%p endif %}",
         "{%p if spot.defence or defence %}", "{{ you }}的陈述申辩：{{ spot.defence or defence }}", "{%p endif %}",
         "本机关认为，上述行为" + BROKEN.format("decision"),
         "依据{{ decision.citation }}，决定对{{ you }}作出如下行政处罚：{{ decision.penalty }}。"
         "{% if decision.recovers %}责令退回造成损失的医疗保障基金{{ decision.recovery }}。{% endif %}"
         "{% if not on_spot %}{{ decision.reasons }}{% endif %}",
         "{%p if owes_fine %}",
         "{{ you }}应当自收到本决定书之日起{{ rights.payment }}内缴纳罚款。逾期不缴纳的，每日按罚款数额的"
         "{{ rights.surcharge_rate }}加处罚款，加处罚款的数额不超过罚款的数额。", "{%p endif %}", *ACCOUNTS, RIGHTS,
         "{%p if on_spot %}", "作出决定的时间：{{ spot.moment }}　地点：{{ spot.place }}", "{%p endif %}",
         "{%p if spot.present %}", "在场的当事人（代表人、代理人）：{{ spot.present }}", "{%p endif %}",
         "{%p if spot.witness %}", "当事人拒绝签收；见证人（或者记录方式）：{{ spot.witness }}", "{%p endif %}")  # fmt: skip
    body(drawn, "{%p if on_spot %}")
    officers(drawn)
    write(drawn, "执法人员签名：" + LINE + "　" + LINE)
    write(drawn, "当事人签收：" + LINE + "　　　　年　　月　　日")
    body(drawn, "{%p endif %}")
    seal(drawn, "{{ decision.formal_day }}")


def spot_report(drawn: Drawn) -> None:
    head(drawn, "当场行政处罚备案表")
    grid(drawn, [["案件名称", "{{ title }}"], *PARTY,
                 ["决定书文号", "{{ decision.number }}", "决定时间", "{{ spot.moment }}"],
                 ["作出地点", "{{ spot.place }}"],
                 ["违法事实", "{{ decision.reasons }}"], ["处罚依据", "{{ decision.citation }}"],
                 ["处罚内容", "{{ decision.penalty }}"], ["当事人的陈述申辩", "{{ spot.defence }}"],
                 ["在场的当事人", "{{ spot.present }}"],
                 ["拒绝签收的见证", "{{ spot.witness }}"]], [30, 48, 26, 52])  # fmt: skip
    body(
        drawn,
        "本案依据《中华人民共和国行政处罚法》第五十一条适用简易程序当场处罚，现报本局备案。{{ remarks }}",
    )
    officers(drawn)
    write(drawn, "执法人员签名：" + LINE + "　" + LINE)
    write(drawn, "备案机构负责人签名：" + LINE + "　　　　年　　月　　日")


def no_penalty(drawn: Drawn) -> None:
    head(drawn, "不予行政处罚决定书", numbered=True)
    grid(drawn, PARTY, [26, 52, 26, 52])
    body(drawn, "经查，{{ report.facts }}",
         "鉴于{{ decision.ground }}，依据{{ decision.basis }}的规定，本机关决定不予行政处罚。{{ decision.reasons }}",
         "{%p if decision.recovers %}", "应退回的医疗保障基金：{{ decision.recovery }}。", "{%p endif %}",
         *ACCOUNTS, RIGHTS)  # fmt: skip
    seal(drawn, "{{ decision.formal_day }}")


def public_text(drawn: Drawn) -> None:
    """What is put on the site, word for word: nothing of the case stands beside it."""
    head(drawn, "行政处罚决定公示文本")
    body(drawn, "{{ public_text }}")


def pressing(drawn: Drawn) -> None:
    # Who is not fined owes fund money all the same, by a decision that is no penalty.
    head(drawn, "{{ form }}")
    write(drawn, "{{ party.name }}：")
    body(drawn, "本机关于{{ decision.day }}作出{{ decision.number }}{% if owes_fine %}行政处罚决定{% else %}处理决定{% endif %}，已于{{ served_on }}送达。"
         "{{ you }}应{% if owes_fine %}缴罚款{{ decision.fine }}、{% endif %}退回基金{{ decision.recovery }}"
         "{% if decision.damages %}、支付违约金{{ decision.damages }}{% endif %}，"
         "至今已{% if owes_fine %}缴罚款{{ paid.fine }}、{% endif %}退回基金{{ paid.recovered }}"
         "{% if decision.damages %}、支付违约金{{ paid.damages }}{% endif %}。",
         "{%p if surcharge.amount %}",
         "因逾期未缴纳罚款，依据《中华人民共和国行政处罚法》第七十二条第一款第（一）项加处罚款：截至{{ surcharge.until }}"
         "为{{ surcharge.amount }}；{% if surcharge.daily %}此后按日以未缴罚款的{{ surcharge.rate }}加处（每日"
         "{{ surcharge.daily }}），至缴清之日止，加处罚款的总额不超过罚款的数额。"
         "{% elif surcharge.rest %}此后再加处{{ surcharge.rest }}即达到罚款的数额，不再增加。{% else %}"
         "此后不再增加。{% endif %}", "{%p endif %}",
         "依据《中华人民共和国行政强制法》第五十四条，请自收到本催告书之日起{{ rights.pressing }}内履行；逾期仍不履行的，"
         "本机关将依法申请人民法院强制执行{% if surcharge.amount %}（含加处罚款）{% endif %}。收到催告书后，{{ you }}"
         "有权进行陈述和申辩。{{ remarks }}", *ACCOUNTS)  # fmt: skip
    seal(drawn)


def closing_report(drawn: Drawn) -> None:
    """Facts, handling, execution and money in one paper; who handled the case signs it."""
    head(drawn, "结案报告", by="house")
    grid(drawn, [["案件名称", "{{ title }}"], *PARTY, ["{{ closing_report.began }}", "{{ closing_report.began_on }}", "行为期间",
         "{{ conduct_from }}至{{ conduct_to }}"]], [26, 52, 26, 52])  # fmt: skip
    for title, text in (
        ("一、案件事实", "{{ closing_report.facts }}"),
        ("二、处理情况",
         "{{ decision.day }}作出{{ decision.number }}，依据{{ decision.basis }}，{{ decision.outcome }}。送达日期：{{ served_on }}。"
         "{% if correction.what %}责令改正：{{ correction.what }}。{% endif %}"
         "{% if decision.reasons %}理由：{{ decision.reasons }}{% endif %}"),
        ("三、复议、诉讼情况", "{{ closing_report.remedies }}。"),
    ):  # fmt: skip
        write(drawn, title, bold=True)
        body(drawn, text)
    write(drawn, "四、执行情况和款项核对", bold=True)
    listed(drawn, "closing_report.money", ["款项", "应收", "已收", "核销", "未收"],
           ["{{ row.name }}", "{{ row.due }}", "{{ row.paid }}", "{{ row.written_off }}",
            "{{ row.open }}"], [32, 34, 34, 28, 28])  # fmt: skip
    body(drawn, "{{ closing_report.account }}")
    write(drawn, "五、结案情形", bold=True)
    body(
        drawn,
        "{{ closing_report.ground }}{{ closing.situation }}{{ remarks }}",
        "{%p if officers %}",
    )
    officers(drawn)
    body(drawn, "{%p endif %}")
    # No page has a seal and nothing else (此页无正文).
    write(drawn, "承办人签名：" + LINE + "　" + LINE).paragraph_format.keep_with_next = True
    seal(drawn, by="house")


def closing(drawn: Drawn) -> None:
    head(drawn, "结案审批表", by="house")
    approval(drawn, [
        ["处理结果", "{{ decision.number }}：{{ decision.outcome }}"],
        ["执行情况", "{% if owes_fine %}已缴罚款{{ paid.fine }}，{% endif %}已退回基金{{ paid.recovered }}"
         "{% if decision.damages %}，已支付违约金{{ paid.damages }}{% endif %}"],
        ["结案情形", "{{ closing.situation }}"],
        # The head of the bureau ends his own cases; a handling ends where it was decided.
    ], ["承办人意见", "{% if by_agency %}经办{% else %}承办{% endif %}机构负责人意见"],
       only=("not by_agency", "主要负责人意见"))  # fmt: skip  # fmt: skip


def transfer(drawn: Drawn) -> None:
    head(drawn, "案件移送函", numbered=True)
    write(drawn, "案号：{{ case_no }}", size=10.5)
    write(drawn, "{{ transfer.recipient }}：")
    body(drawn, "我局办理的“{{ title }}”（当事人：{{ party.name }}），经审查，有关事项属于贵单位职责范围。移送理由："
         "{{ transfer.reasons }}",
         "现依据有关规定将该{{ transfer.what }}移送贵单位，请依法处理，并将是否受理和处理结果函告我局。{{ remarks }}",
         "基本情况：{{ summary }}", "随函移送的证据材料清单：")  # fmt: skip
    _enclosed(drawn)
    seal(drawn)


def clue_transfer(drawn: Drawn) -> None:
    head(drawn, "问题线索移送函", numbered=True)
    write(drawn, "案号：{{ case_no }}", size=10.5)
    write(drawn, "{{ transfer.recipient }}：")
    body(drawn, "我局在办理“{{ title }}”（当事人：{{ party.name }}）中，发现公职人员、党员涉嫌违纪或者职务违法、职务犯罪的"
         "问题线索：{{ transfer.reasons }}",
         "依据《中华人民共和国监察法》第三十七条，现将问题线索移送你们依法依规处置，请将受理情况和处置结果函告我局。"
         "{{ remarks }}",
         "基本情况：{{ summary }}", "随函移送的证据材料清单：")  # fmt: skip
    _enclosed(drawn)
    seal(drawn)


def _enclosed(drawn: Drawn) -> None:
    listed(drawn, "evidence", ["序号", "名称", "种类", "证明目的", "取得日期"],
           ["{{ row.n }}", "{{ row.name }}", "{{ row.kind }}", "{{ row.proves }}", "{{ row.day }}"],
           [14, 46, 24, 46, 26])  # fmt: skip
    write(drawn, "")


def crime_transfer(drawn: Drawn) -> None:
    head(drawn, "涉嫌犯罪案件移送书", line="{{ number or '案号：' + case_no }}")
    write(drawn, "{{ referral.recipient }}：")
    grid(drawn, [*PARTY, ["行为期间", "{{ conduct_from }}至{{ conduct_to }}"]], [26, 52, 26, 52])
    write(drawn, "")
    body(drawn, "我局办理的“{{ title }}”（当事人：{{ party.name }}），经查：{{ referral.facts }}",
         "涉及金额{{ referral.amount }}（人民币{{ referral.amount_capitals }}）。{% if referral.amount_reasons %}移送金额与认定金额不一致的说明："
         "{{ referral.amount_reasons }}{% endif %}上述行为涉嫌{{ referral.crime }}，依据《行政执法机关移送涉嫌犯罪案件的"
         "规定》（国务院令第310号），经主要负责人{{ referral.decided_by }}于{{ referral.decided_on }}批准"
         "（理由：{{ referral.decision_reasons }}），现将该案移送你局依法处理。",
         "{%p if referral.sanctions %}", "{{ referral.sanctions }}", "{%p endif %}",
         "请在所附回执上签字，自接受之日起三日内审查，并将立案或者不予立案的决定书面通知我局（同规定第七条、第八条）。",
         "附：案件调查报告、涉案物品清单、有关检验报告或者鉴定结论、证据清单及证据材料、移送案件回执。{{ remarks }}")  # fmt: skip
    officers(drawn)
    seal(drawn)


def main(target: Path = TARGET) -> None:
    """Write the template of every form."""
    target.mkdir(exist_ok=True)
    drawers = {
        **globals(),
        **form_approvals.DRAWERS,
        **form_handling.DRAWERS,
        **form_measures.DRAWERS,
    }
    for form_id in forms():
        drawn = blank()
        drawers[form_id](drawn)
        path = target / f"{form_id}.docx"
        drawn.save(str(path))
        path.write_bytes(settled(path.read_bytes()))


if __name__ == "__main__":
    main()
