"""Measures and delegation, discussion and execution, referral."""

from casework.refusal_texts.kinds import Kind

_F, _C, _U = Kind.FORBIDDEN, Kind.CONFLICT, Kind.UNLAWFUL

TEXTS: dict[str, tuple[Kind, str, str]] = {
    # measures and delegation
    "SUSPENSION_STANDS": (
        _U,
        "{measure}已由本案前一次协议处理决定采取，转办后继续执行，同一案件不重复采取。请在拟处理意见中去掉该措施（已提出的先退回）；"
        "确需变更的，先“提前解除措施”，再重新提出。",
        "{measure_en} was imposed by an earlier handling of this case and runs on through the conversion: a case "
        "suspends once. Leave it out of the proposal (return one that was made); where it has to change, lift it "
        "first and propose it anew.",
    ),
    "MEASURE_CONFLICT": (
        _U,
        "与现行的或者同一处理中的措施冲突：{measure}（{basis}）。请先解除现行措施，或另选措施。",
        "It conflicts with a measure that stands or comes of the same handling: {measure_en} ({basis_en}). "
        "Lift the one that stands first, or choose another measure.",
    ),
    "MEASURE_MET": (
        _U,
        "按 {on} 送达，与当时尚在执行的措施冲突：{measure}（{basis}）。请核对送达回证上的日期；日期无误的，请提前解除本措施，另行提出。",
        "Served on {on} it meets a measure that ran then: {measure_en} ({basis_en}). Compare the day with the "
        "receipt; where it is right, lift this measure and propose another.",
    ),
    "LOSS_NOT_SERIOUS": (
        _U,
        "本案基金损失 {asked} 元，低于本局认定“重大损失”的标准 {minimum} 元（本局参数 serious_loss）。有其他严重不良社会影响的，"
        "请改选该项依据并写明事实；标准需要调整的，先提出修改参数的建议。",
        "The case cost the fund {asked} yuan, less than the {minimum} yuan that this bureau takes for a serious "
        "loss (parameter serious_loss). Where it had another seriously bad effect on society, choose that ground and "
        "give the facts; to change the figure, propose it under the bureau's parameters first.",
    ),
    "PENAL_MEASURE": (
        _U,
        "“{term}”是行政处罚，不能作为措施直接采取。请在案件中提出处罚建议，经告知、审核后由主要负责人"
        "决定，送达后自动开始执行。",
        "{term_en} is a penalty and no measure of its own. Propose it in a case: after notice and review the "
        "head decides, and it begins with the service of the decision.",
    ),
    "HANDLED_MEASURE": (
        _U,
        "“{term}”是经办机构的协议处理措施，须经告知、陈述申辩和处理决定，不能直接采取。请对该机构开立案件并选择“协议处理”"
        "程序，在“提出拟处理意见”中列入该措施；决定后自动开始执行。",
        "{term_en} is a measure of the agency under the agreement: it follows from notice, statement and decision. "
        "Open a case of that institution on the path of a handling and name the measure in the proposed handling; "
        "it begins by itself once that is decided.",
    ),
    "PENALTY_STANDS": (
        _U,
        "“{term}”是案件决定的行政处罚，不能作为措施提前解除。请在案件中登记复议、诉讼的结果或者决定被撤销，"
        "处罚随之解除；确需在此解除的，由主要负责人填写复议决定、判决或者撤销文书的文号后办理。",
        "{term_en} is a penalty that a case decided, and no measure to be lifted. Record in the case how "
        "the review or suit ended, or the annulment: the penalty ends with it. Where it has to end here, "
        "the head does so with the number of the paper that changed or annulled it.",
    ),
    "HEAD_ALONE": (
        _F,
        "“{act}”须由主要负责人本人批准，不得委托他人，也不能由其他人员决定。",
        "The head alone decides on a {act_en}, in person and never by delegation; other measures "
        "are not decided here.",
    ),
    "NEVER_DELEGATED": (
        _U,
        "“{act}”依法不得委托他人代行（{basis}）。请由有权人本人办理，从授权事项中去掉该项；本人外出的，待其返回，或者由接替职务的人以其账号办理。",
        "{act_en} can never be delegated ({basis_en}). Leave it out of what is lent: whoever holds the office acts in person, "
        "on return, or the successor in the office by an account of his own.",
    ),
    "NOT_TO_DEPUTY": (
        _U,
        "不能授权给本人的账号（{login}）。请另选人员。",
        "{login} is yourself. Choose another person.",
    ),
    "ENTRUSTMENT_MISSING": (
        _U,
        "本局尚未登记并公布基金监管中心的委托书，中心不能以本局名义办理（行政处罚法第二十条）。请主要负责人在“授权委托”中登记委托书。",
        "No letter of entrustment of the centre was recorded and published; without it the centre cannot act in "
        "the bureau's name (Penalty Law art. 20). The head records it under Delegations.",
    ),
    "ENTRUSTMENT_OVER": (
        _U,
        "基金监管中心的委托书已于 {until} 期满或尚未生效，不能以本局名义办理。请主要负责人登记新的委托书。",
        "The centre's letter of entrustment ended on {until} or has not begun; it cannot act in the "
        "bureau's name. The head has to record a new one.",
    ),
    "SCORE_RECORDED": (
        _C,
        "该决定、该行为已对本人记分（{entry_id}），不得重复记分（同一案件的同一行为不因行为名称不同而再次记分）。原记分有误，"
        "或者案件已转为行政处罚的，请先由他人撤销原记分。",
        "This decision and conduct were scored already ({entry_id}), whatever the act is called. If that "
        "score is wrong, or its case was turned into a penalty case, let another person annul it first.",
    ),
    "LIMITATION_OVER": (
        _U,
        "处罚时效已于 {until} 届满（处罚法第三十六条）。行为终了于2021年7月15日以后、涉及生命健康、"
        "金融安全且有危害后果的适用较长时效；在时效内已收到举报、移送或者已开始检查的，用“更正行为起止时间”补登发现日期及依据；"
        "否则应不予立案。",
        "The limitation ran out on {until} (Penalty Law 36). Claim the longer term where "
        "conduct that ended on or after 2021-07-15 did harm to life, health or financial safety; where a report or transfer came, or an inspection "
        "began, in time, correct the period of the conduct with the day of discovery; else decide not to file.",
    ),
    "NOT_SIMPLE": (
        _U,
        "罚款 {fine} 元超过当场处罚限额 {limit} 元，请按普通程序立案。",
        "A fine of {fine} yuan is above {limit} yuan, the limit on the spot. File the case.",
    ),
    "REVIEW_FIRST": (
        _U,
        "对当场作出的处罚决定应先申请行政复议，再提起诉讼（行政复议法第二十三条）；撤回申请的不算。请先登记行政复议及其结果"
        "（维持、不予受理、驳回申请等）。",
        "Against a decision on the spot review comes before suit (Review Law 23), and one that was taken back does "
        "not count: record the review and its outcome first.",
    ),
    "TOO_FEW_MEMBERS": (
        _U,
        "集体讨论须有至少 {need} 名不同的负责人参加（现有 {count} 人；可列为参加人员的是{roles}）。请补充参加人员；本局"
        "负责人不足的，请安全管理员为分管负责人开立账号，或者按本局规定在“本局参数”中设定参加集体讨论的其他人员。",
        "A collective discussion needs {need} different leaders ({count} named; who counts: {roles_en}). Add "
        "members; where the bureau has too few, have the security administrator open accounts for its deputy "
        "heads, or set under Parameters who else takes part by the bureau's own rule.",
    ),
    "DISCUSSION_MISSING": (
        _U,
        "该决定须先经负责人集体讨论：{grounds}。请记录集体讨论后再作出决定。",
        "The leaders have to discuss this decision first ({grounds_en}). Record the discussion.",
    ),
    "EXTENSION_SPENT": (
        _U,
        "延期已用尽或超出法定期限（{limit}）。请在现有期限内办结；未用尽的，按限额申请。",
        "The extension is spent or beyond the limit ({limit_en}). Finish within the time that runs; where some is left, "
        "ask for no more than that.",
    ),
    "UNPAID": (
        _U,
        "尚有未执行金额 {open} 元，不能结案。请登记缴款；逾期不履行的申请人民法院强制执行，确实无法追缴的由主要负责人核销，再结案。",
        "{open} yuan are still open: the case is not closed yet. Record the payment, apply to the court, or have "
        "the head write off what cannot be collected.",
    ),
    "DAMAGES_OPEN": (
        _U,
        "尚有违约金 {open} 元未收回。请登记扣款，或由提出处理意见以外的人员写明情形后办结。",
        "{open} yuan of damages are still open. Record the deduction, or let somebody other than the proposer close "
        "the handling and state why.",
    ),
    "EVIDENCE_ELSEWHERE": (
        _U,
        "证据 {evidence_id} 已附于案件 {other}。请核对证据编号；需要在本案使用的，请办理“引用他案证据”。",
        "Evidence {evidence_id} belongs to case {other}. Check the number, or cite it here with its source.",
    ),
    "EVIDENCE_EXCLUDED": (
        _U,
        "证据“{name}”{mark}，不得作为认定案件事实的根据（《中华人民共和国行政处罚法》第四十六条）。请改用其他证据；"
        "欠缺已补正或者排除不当的，先“提请恢复证据”。",
        "“{name}” is {mark_en}: no fact of the case may rest on it (Penalty Law article 46). Name other evidence; where "
        "what it lacked was made good, or the ruling was wrong, propose to take it back first.",
    ),
    # referral
    "REFERRAL_UNWEIGHED": (
        _U,
        "涉嫌骗取 {amount} 元，已达到诈骗罪“数额较大”的标准 {least} 元，应当移送公安机关（国务院令第310号第三条）。"
        "请先由主要负责人指定移送专案组、提出移送报告并决定；不移送的，由承办人员“研判是否移送公安机关”并写明理由。",
        "{amount} yuan are suspected of fraud, and {least} is where that is a crime: it is referred to the police "
        "(State Council Order 310, article 3). Let the head appoint a group, have it report, and decide on the referral; "
        "where it is not to be referred, let the officers weigh it and write down why.",
    ),
    "REFERRAL_GROUP_MISSING": (
        _U,
        "尚未指定专案组：涉嫌犯罪的，由主要负责人立即指定两名以上执法人员组成专案组，由其核实后提出移送报告（国务院令第310号第五条）。"
        "请主要负责人先“指定移送专案组”；成员已不承办本案的，重新指定。",
        "No special group: of a suspected crime the head at once appoints two officers or more, who verify it and report "
        "(Order no. 310 article 5). Let the head appoint the group first; where a member is no officer of the case any more, anew.",
    ),
    "NOT_IN_GROUP": (
        _F,
        "移送报告由专案组提出，您不是专案组成员（成员：{group}）。请由专案组成员提出，或者请主要负责人重新指定专案组。",
        "The special group reports, and you are none of it ({group_en}). Let one of them report, or the head appoint the "
        "group anew.",
    ),
    "DOSSIER_MISMATCH": (
        _U,
        "卷宗哈希与登记的不一致。请重新导出卷宗并登记后再移送。",
        "The dossier's hash is not the recorded one. Export and record the dossier again.",
    ),
    "DOSSIER_OUTDATED": (
        _U,
        "卷宗所附的《涉嫌犯罪案件移送书》与本案现行的不是同一件（已作废、重新出具或者更换签字件，或者卷宗封存时尚无盖章的移送书）。"
        "请重新封存移送卷宗后再移送公安机关。",
        "The dossier does not hold the letter of referral that the case has now: that was voided, issued "
        "anew or its scan replaced, or there was no sealed letter when the dossier was made. Seal the "
        "dossier anew, then hand over to the police.",
    ),
    "LETTER_MISSING": (
        _U,
        "移送公安机关须附盖章的《涉嫌犯罪案件移送书》（国务院令第310号第六条）：{letter}。"
        "请先出具移送书（自动编号），盖章后扫描入库并“附签字件”，再封存移送卷宗。",
        "A case goes to the police with the sealed letter of referral (Order no. 310 article 6): {letter_en}. "
        "Issue the letter, which gets its number, have it sealed, put the scan into the vault and attach it, "
        "then seal the dossier.",
    ),
    "REFERRAL_UNSIGNED": (
        _U,
        "移送公安机关须有主要负责人签名的《涉嫌犯罪案件移送审批表》（国务院令第310号第五条）：{form}。"
        "请在“文书”中出具，经签名后扫描登记为本案证据并“附签字件”，再移送。",
        "A case goes to the police on the approval form of the referral with the head's signature (Order no. 310 "
        "article 5): {form_en}. Issue it under 'forms', have it signed, receive the scan as evidence of this "
        "case, attach it as the signed paper, then hand over.",
    ),
    "LETTER_SENT": (
        _U,
        "《涉嫌犯罪案件移送书》（{number}）已随案移送公安机关，不能作废。扫描件附错的，可写明原因更换；"
        "内容有误的，向受理机关书面说明；公安机关退回后再次移送的，另行出具移送书。",
        "The letter of referral ({number}) went to the police with the case and is not voided. A wrong scan "
        "gives way to the right one with a reason; where the text is wrong, tell the police in writing; a "
        "case that they gave back and that is referred again gets a letter of its own.",
    ),
    "PARTS_UNEXPLAINED": (
        _U,
        "移送材料不齐且未说明：{parts}。请补齐或逐项说明。",
        "Parts of the package are missing without explanation: {parts_en}. Add or explain them.",
    ),
}
