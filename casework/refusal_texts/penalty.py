"""The law of the penalty, and its procedure."""

from casework.refusal_texts.kinds import Kind

_F, _C, _U = Kind.FORBIDDEN, Kind.CONFLICT, Kind.UNLAWFUL

TEXTS: dict[str, tuple[Kind, str, str]] = {
    # law of the penalty
    "LAW_NOT_IN_FORCE": (
        _U,
        "{article} 在 {on} 不适用。请按行为终了日的有效法律另选条款。",
        "{article_en} was not in force on {on}. Choose the law of the day the conduct ended.",
    ),
    "NO_LONGER_PUNISHED": (
        _U,
        "{article} 处罚的行为，{on} 的法律已不再处罚，依处罚法第三十七条不予处罚。请提出“拟不予处罚”的建议，"
        "情形选“作出决定时的法律不再处罚该行为”；已到决定阶段的，以该情形决定不予处罚，或者退回调查。",
        "What {article_en} punished the law of {on} punishes no more: there is no penalty (Penalty Law 37). Propose that "
        "nobody be punished, on the ground that the law at the decision no longer punishes the act; where the "
        "case waits for its decision, decide so on that ground or return it.",
    ),
    "LAW_CONDITION": (
        _U,
        "{article} 只有在“{condition}”时才能罚款或者暂停服务。请先“责令改正”并送达，期满或者拒绝后“登记改正情况”。",
        "{article_en} allows a fine or a suspension only on the condition '{condition_en}'. Order to correct and serve the order; "
        "once it was refused, or its day is over, record what became of it.",
    ),
    "PUBLIC_TEXT_LEGIBLE": (
        _U,
        "公示文本中有可识别的自然人姓名、证件号码或者电话号码。请改为“张*”“341223********1234”这样的形式，或者删去，再提交。",
        "A natural person's name, identity number or telephone can be read in the text for the public. Mask it "
        "(J*, 341223********1234) or leave it out, and send the text again.",
    ),
    "INTENT_MISSING": (
        _U,
        "{article} 对个人处罚款，须有以骗取医疗保障基金为目的等情形（条例第四十一条第二款、细则第三十一条）。"
        "请选择已查明的情形；没有的，倍数填 0，只退回并暂停联网结算。",
        "{article_en} fines a person only who meant to defraud the fund, used another's credential or forged. "
        "Choose what was found; where nothing was, the multiple is 0, and he returns the money and loses the settlement.",
    ),
    "SUSPENSION_UNGROUNDED": (
        _U,
        "{article} 只有在拒不改正或者造成严重后果时，才能责令暂停责任部门的医药服务。请选择暂停事由，或者不填暂停月数。",
        "{article_en} suspends a department only where it refused to correct, or with grave consequences. "
        "Choose the ground, or leave the months out.",
    ),
    "CONSEQUENCE_UNSHOWN": (
        _U,
        "以“造成严重后果”责令暂停医药服务（{article}）的，须写明后果，并选择证明该后果的本案证据。请填写“严重后果”和"
        "“严重后果的证据”；尚无证据的，先“附入证据”。",
        "A suspension for grave consequences ({article_en}) says what they were and names the evidence of this case "
        "that shows them. Fill in both; where there is no evidence yet, attach it first.",
    ),
    "NEEDS_ORDINARY": (
        _U,
        "{article} 须同时暂停医疗费用联网结算，不能当场处罚。请批准立案，按普通程序办理。",
        "{article_en} carries a suspension of online settlement, which is not decided on the spot. File the case "
        "and go the ordinary way.",
    ),
    "MITIGATED_ON_SPOT": (
        _U,
        "{value}低于 {article} 的法定幅度（{band}）。减轻处罚、不予处罚须有法定理由并经集体讨论，不能当场决定。"
        "请由负责人批准立案，按普通程序测算、告知、审核和讨论（处罚法第三十二条、第三十三条、第五十七条）；"
        "拟当场处罚的，请在幅度内裁量。",
        "{value_en} is below the band of {article_en} ({band_en}). A mitigated penalty, or none, needs a lawful "
        "ground and a collective discussion and is not decided on the spot. Have the case filed and go the "
        "ordinary way (Penalty Law 32, 33, 57); for a decision on the spot stay inside the band.",
    ),
    "DOCTOR_SCORED": (
        _U,
        "{doctor} 是医保医师的编码：医师记分，不罚款，不作为处罚案件的当事人。请在“医师记分”中记分；机构有违法行为的，"
        "以该机构为当事人登记线索；本人以参保人身份违法的，填写其参保人员编号。",
        "{doctor} is the code of an insurance physician: a doctor gets points, not a fine, and is no party of a "
        "penalty case. Record a score on the doctor's file; where the institution broke the law, register the "
        "lead against it; where the person did so as an insured person, enter the number as an insured person.",
    ),
    "WORKSHEET_OUTDATED": (
        _U,
        "测算或者处罚建议依 {on} 的规定作出；按今天的规定，应适用 {article}（处罚法第三十七条）或者裁量幅度已变。"
        "请退回调查，重新测算、提出建议并告知。",
        "The proposal was drawn under the law of {on}; by the law of today {article_en} applies (Penalty Law 37), "
        "or the tiers of discretion have changed. Return the case, draw and propose anew, and notify again.",
    ),
    "OUTSIDE_BAND": (
        _U,
        "{value} 超出 {article} 的法定幅度（{band}）。请在幅度内裁量。",
        "{value_en} is outside the band of {article_en} ({band_en}). Stay inside the band.",
    ),
    "OUTSIDE_DISCRETION": (
        _U,
        "{value}不在裁量档次（{band}）内。请调整，或写明偏离理由。",
        "{value_en} is outside the tier of discretion ({band_en}). Choose another, or give the reason.",
    ),
    "WORKSHEET_DIFFERS": (
        _U,
        "处罚建议与测算表 {worksheet_id} 不一致。请按测算表填写，或另做测算表。",
        "The proposal differs from worksheet {worksheet_id}. Use its figures, or draw another one.",
    ),
    "OUTSIDE_AGREEMENT": (
        _U,
        "该机构属于 {area}，与本经办机构没有服务协议，只能追回或拒付基金（{basis}）。违约金、中止或解除"
        "协议、扣分和整改请移送就医地处理。",
        "The institution is in {area} and has no agreement with this agency: only recovery and refusal of payment "
        "are possible here ({basis_en}). Transfer damages, suspension, the end of the agreement, points and "
        "rectification to the place of care.",
    ),
    "OUTSIDE_COUNTY": (
        _U,
        "该机构属地 {area}，不在本县，本局不能处罚。可登记疑点、拒付、发协查函；请移送就医地医保部门（{basis}）。",
        "The institution is in {area}, outside this county: it is not punished here. Keep findings, "
        "refuse payment, ask for assistance, and transfer the case to the place of care ({basis_en}).",
    ),
    "INSPECTION_OUTSIDE": (
        _U,
        "该机构属地 {area}，不在本县，本局不能进场检查（{basis}）。请登记案件后向当地医保部门发协助调查函，"
        "或者将案件移送就医地医保部门。",
        "The institution is in {area}, outside this county: this bureau does not inspect it ({basis_en}). "
        "Open a case and ask the authority of the place for assistance, or transfer the case there.",
    ),
    "OUTSIDE_MEASURE": (
        _U,
        "该机构属地 {area}，不在本县，本局未与其签订服务协议，不能对其采取措施。请登记案件并移送就医地医保部门（{basis}）。",
        "The institution is in {area}, outside this county, and has no agreement with this bureau: no measure is "
        "taken here. Open a case and transfer it to the place of care ({basis_en}).",
    ),
    "OUTSIDE_DECISION": (
        _U,
        "该机构属地 {area}，不在本县，本局对其作出的决定不能送达（{basis}）。"
        "请由主要负责人登记决定被撤销并选择重新作出，案件退回调查后移送就医地医保部门。",
        "The institution is in {area}, outside this county: a decision of this bureau on it is not served "
        "({basis_en}). The head records the annulment with 'decide anew', and then transfers the case to "
        "the place of care.",
    ),
    "OTHER_PARTY": (
        _U,
        "检查 {inspection_no} 与案件 {case_no} 的当事人不是同一机构。请选择该机构的案件。",
        "Inspection {inspection_no} and case {case_no} have different parties. Choose its own case.",
    ),
    "WITNESS_IS_OFFICER": (
        _U,
        "见证人 {name} 是本案检查、办案人员，不能见证。请另请见证人。",
        "The witness {name} is an officer of this inspection or case. Ask somebody else to witness.",
    ),
    "LEDGER_SHORT": (
        _U,
        "“{account}”仅余 {left} 元，不能办理 {amount} 元。请核对台账后按余额办理。",
        "'{account_en}' holds {left} yuan, not {amount}. Look into the ledger, use what is left.",
    ),
    "NOTHING_OVERPAID": (
        _U,
        "没有多缴的款项可退付：已退回 {recovered} 元、已缴罚款 {fines} 元，均未超过应缴。"
        "决定被撤销、罚款变更或者预缴多于认定后再办理。",
        "Nothing was paid too much: {recovered} yuan returned and {fines} yuan of fines are no more "
        "than is owed. Pay back once a decision falls, a fine is lowered or too much was paid ahead.",
    ),
    "REFUND_OF_NO_LINE": (
        _U,
        "明细 {bill} 不在已导入的数据中，也没有案件列入，无从抵减。请核对就诊ID和明细流水号，或者先导入含该明细的数据。",
        "The line {bill} is in no imported data and listed in no case: nothing can be deducted. Look at the visit's and "
        "the line's numbers, or import the data that hold it first.",
    ),
    "REFUND_ABOVE_LINE": (
        _U,
        "明细 {bill} 基金最多支付 {most} 元，此前已登记退回 {had} 元，不能再登记 {amount} 元。请核对金额；"
        "登记有误的由他人撤回后重新登记。",
        "Of the line {bill} the fund paid {most} yuan at most, {had} are entered as returned: {amount} more cannot be. "
        "Look at the amount; a wrong entry is withdrawn by somebody else and entered anew.",
    ),
    "NO_PAYMENT": (
        _U,
        "本案没有可冲正的缴款。多缴的款项，请办理退付。",
        "This case has no payment to reverse. What was paid too much is paid back.",
    ),
    "VOUCHER_USED": (
        _U,
        "凭证号 {voucher} 已登记在案件 {case_no}（{day} 缴 {amount} 元）。请核对凭证号；登记有误的先由他人冲正原缴款；"
        "同一凭证确含几笔款项的，填写共用凭证的理由后登记。",
        "The voucher {voucher} stands in case {case_no} ({amount} yuan of {day}). Look at the number; a wrong entry is "
        "reversed first, by somebody else; where one voucher holds several payments, say why it is shared.",
    ),
    "NOTHING_OWED": (
        _U,
        "没有尚欠的款项可核销。决定责令退回或处罚，且仍有未缴部分时再办理。",
        "Nothing is owed that could be written off. Do it where a decision's money stays unpaid.",
    ),
    "SELECTION_CHANGED": (
        _C,
        "预览时为 {expected} 条，现符合条件的有 {current} 条。请重新预览后再认定。",
        "The preview had {expected} lines, now {current} match. Preview again, then decide.",
    ),
    "RECORDS_UNSIGNED": (
        _U,
        "有 {count} 份笔录、清单没有签名件：{papers}。请打印交当事人、被询问人和两名执法人员逐页签名后附入扫描件；"
        "被走访人拒绝签名的，在“附入走访记录签名件”中记录拒签并注明见证人。",
        "{count} records or lists are not there with their signatures: {papers_en}. Print each, have every page "
        "signed by the person and two officers, attach the scan; where somebody visited refuses to sign, record the "
        "refusal and its witness with 'attach the signed record of a visit'.",
    ),
    "PAPERS_UNSERVED": (
        _U,
        "有 {count} 份决定没有送达当事人：{papers}。请在“文书”页出具，送达后在“送达文书”中登记，再结案。",
        "{count} decisions were not served on the party: {papers_en}. Issue each form, hand it over, record that "
        "with 'serve a paper', then close.",
    ),
    "APPROVALS_UNSIGNED": (
        _U,
        "有 {count} 份审批、现场笔录、当场处罚决定书没有签字件：{forms}。请在“文书”页出具，签字后附入扫描件，再结案。",
        "{count} approvals, records of the scene or decisions on the spot are not there with their signatures: {forms_en}. Issue each form under Forms, have it "
        "signed, attach the scan, then close.",
    ),
    "FILING_UNSIGNED": (
        _U,
        "缺：{form}。开始调查前，立案审批表须有承办人、中心负责人和主要负责人的签名：请在“文书”页出具，签名后扫描附入案件，"
        "用“附签字件”登记。",
        "Missing: {form_en}. Before the investigation the filing approval form bears the signatures of the officers, of the "
        "centre's supervisor and of the head: issue it under Forms, have it signed, attach the scan, and record it "
        "with 'attach the signed paper'.",
    ),
    "MEASURES_UNSIGNED": (
        _U,
        "本案的措施有 {count} 份文书没有签章件：{forms}。请在“措施台账”找到该措施，打印文书，签字、盖章后扫描登记，"
        "用“附入措施文书签章件”附入，再结案、办结。",
        "{count} papers of this case's measures are not back, signed and sealed: {forms_en}. Find the measure under "
        "Measures, print the paper, have it signed and sealed, receive its scan and attach it there with 'attach a "
        "signed paper of a measure'; then close.",
    ),
    "CLOSING_REPORT_MISSING": (
        _U,
        "尚未出具结案报告。请先在“文书”页出具《结案报告》（执行情况、款项去向），再结案（局令4 第五十六条）。",
        "The closing report is not issued. Issue it under Forms (what was carried out, where the money went), then "
        "close (Order no. 4 article 56).",
    ),
    "BINDING_UNSIGNED": (
        _U,
        "有 {count} 份审批、现场笔录没有签字件：{forms}。请在“文书”页出具，签字后附入扫描件，再装订归档。",
        "{count} approvals or records of the scene are not there with their signatures: {forms_en}. Issue each form under Forms, have it "
        "signed, attach the scan, then bind the case.",
    ),
    "LINES_UNJUDGED": (
        _U,
        "追回、拒付的基金只能出自逐条认定的明细（未认定 {open} 条）。{way}列入疑点明细（没有疑点的手工列入明细）并逐条认定，再按认定损失提出。违约金不受此限。",
        "Money of the fund is asked back for confirmed lines alone ({open} wait). {way_en} list the lines (by hand "
        "where there is no finding) and judge them, and ask for what they lost. Damages need none.",
    ),
    "LOSS_NOT_CONFIRMED": (
        _U,
        "金额 {given} 元与逐条认定的基金损失 {confirmed} 元（已扣除此前退回）不一致。请按该数额填写或重新测算，或先补充认定。",
        "{given} yuan is not the confirmed loss of {confirmed} yuan, earlier refunds deducted. Use that figure "
        "(draw the worksheet anew), or confirm more lines.",
    ),
    "RECOVERY_SHORT": (
        _U,
        "逐条认定的基金损失为 {confirmed} 元，尚有 {short} 元既未追回，也未要求退回。请{way}时责令退回（追回）全部损失；"
        "查明此前已退回、当事人终止或死亡无财产、已由其他程序追回的，选择“少追回的情形”并写明理由。",
        "The confirmed loss is {confirmed} yuan, and {short} of it neither came back nor are asked back. To go on, "
        "{way_en} demand all of it; where it came back before, the party is gone without assets, or another procedure recovered it, "
        "choose that ground and give the reasons.",
    ),
    "NOTHING_SHORT": (
        _U,
        "已要求退回全部认定的损失，不需要少追回的情形和理由。请清空这两项，或者减少退回金额后再提交。",
        "All of the confirmed loss is asked back, so there is no ground to give for less. Clear ground and reasons, "
        "or ask back less.",
    ),
    "CONFIRMED_OPEN": (
        _U,
        "认定的损失中尚有 {open} 元既未责令退回，也无少追回的情形和理由，不能结案。请由负责人撤销决定（“登记决定被撤销”），"
        "重新作出并要求退回该款，或写明少追回的情形和理由。",
        "{open} yuan of the confirmed loss are neither demanded nor left out with a ground: the case is not closed. "
        "Have the decision annulled and made anew, demanding them or giving ground and reasons.",
    ),
    "STILL_RECOVERING": (
        _U,
        "本案决定退回 {demanded} 元（已追回 {recovered} 元），决定有效期间明细不能释放；"
        "决定被撤销后可释放未追回的部分。",
        "The case demands {demanded} yuan ({recovered} recovered): while that decision stands its lines stay "
        "with it. Once it is set aside, what did not come back can be released.",
    ),
    "REFUND_NAMES_NO_LINE": (
        _U,
        "就诊 {visits} 的退费结算 {documents} 未指明明细，尚有已退回的基金 {amount} 元未扣除。请先用“登记此前退回”"
        "以该结算号登记到相应明细（与疑点无关的部分登记到该就诊的其他明细），再办理本步骤。",
        "The refund settlements {documents_en} of {visits_en} name no line: {amount} yuan of the fund that are back "
        "are deducted from none yet. First "
        'enter it by that number with "Record an earlier refund", what concerns other lines at those of '
        "the visit; then take this step again.",
    ),
    "REFUNDED_SINCE": (
        _U,
        "提出处罚建议后本案明细又有基金退回：认定的损失现为 {left} 元，少于拟责令退回的 {demanded} 元，同一笔基金只追回一次。"
        "请退回补充调查并说明理由，由办案人员重新测算、提出建议并再次告知。",
        "More came back since the proposal: the confirmed loss is {left} yuan now, less than the {demanded} "
        "that it demands, and a yuan of the fund is recovered once. Return the case with that reason; its "
        "officers draw the worksheet anew, propose and notify again.",
    ),
    "WRONG_SUBJECT": (
        _U,
        "{article} 不适用于该类当事人（{party}）。请另选条款：机构适用第三十八至四十条，个人适用第四十一条。",
        "{article_en} does not apply to this party ({party_en}). Choose another: 38–40 for institutions, 41 for persons.",
    ),
    # the penalty procedure
    "TWO_OFFICERS": (
        _U,
        "执法人员不得少于两人且须为不同人员（现有 {count} 人，处罚法第四十二条）。请由中心负责人或者主要负责人补充指派承办人员。",
        "At least two officers, two different persons, are required ({count} named; Penalty Law 42). "
        "Let the supervisor or the head assign another officer.",
    ),
    "NOT_AN_OFFICER": (
        _F,
        "只有本案承办人员可以办理。请先由中心负责人指派。",
        "Only an officer of this case may do this. Have the supervisor assign you.",
    ),
    "ACCOUNT_UNFIT": (
        _U,
        "{who} 不能担任此职：{why}。请另选人员。",
        "{who_en} cannot act here: {why_en}. Choose another person.",
    ),
    "FILING_CONDITIONS": (
        _U,
        "立案四项条件未全部满足：{missing}。不满足的应作出不予立案决定。",
        "The four filing conditions are not all met: {missing_en}. Otherwise decide not to file.",
    ),
    "STEP_MISSING": (
        _U,
        "办理前须先完成：{step}。",
        "This has to be done first: {step_en}.",
    ),
    "REFERRAL_WAITS": (
        _C,
        "本案{now}。不得以行政处罚或者其他处理代替移送（国务院令第310号第五条、第十一条）：{then}。",
        "The case {now_en}. Nothing takes a referral's place, neither a fine nor another way of ending "
        "(State Council Order 310, articles 5 and 11): {then_en}.",
    ),
    "SUBMISSION_WAITS": (
        _C,
        "{matter}已由{name}提请，请等待审核、批准。需要修改的，由审核人或者批准人退回后重新提请。",
        "{name} has already proposed the {matter_en}: wait for opinion and decision. To change it, have it returned, then "
        "propose it anew.",
    ),
    "HEAD_DECIDES": (
        _F,
        "{matter}由本局主要负责人批准（或者由其书面委托的分管负责人），中心负责人提出审核意见：请用“审核呈批事项”。"
        "本局规定由中心按委托书批准的，在“本局参数”中设置。",
        "The bureau's head decides on the {matter_en} (or a deputy by written mandate); the centre's supervisor gives an "
        "opinion: use 'give an opinion on what is submitted'. Where the bureau lets the centre decide under its letter "
        "of entrustment, set that under the bureau's parameters.",
    ),
    "CLOSED_ALONE": (
        _C,
        "提请的结案情形不是“执行完毕”，不能批量结案：请打开案件，逐案批准或者退回。",
        "This case is to be closed in another situation than 'executed in full', so not with others: open it, and "
        "close or return it alone.",
    ),
    "DECIDE_INSTEAD": (
        _C,
        "{matter}由您批准：同意的直接办理，不同意的退回并说明理由。",
        "The {matter_en} is yours to decide: do it where you agree; return it with reasons where you do not.",
    ),
    "PROPOSAL_PENDING": (
        _C,
        "处罚建议 {proposal_id} 正在审核，请等待审核结果。",
        "Proposal {proposal_id} is under review. Wait for the outcome.",
    ),
    "PROPOSAL_APPROVED": (
        _C,
        "处罚建议 {proposal_id} 已审核同意。需要改变的，请股室或中心负责人先“退回补充调查”，再认定、测算、提出建议并重新告知。",
        "Proposal {proposal_id} was approved. To change it, let the supervisor return the case to the "
        "investigation first; then judge, draw, propose and notify anew.",
    ),
    "LINES_OUTSIDE_PERIOD": (
        _U,
        "已认定明细的费用日期为 {first} 至 {last}，超出登记的行为期间 {begins} 至 {ends}。行为的终了日决定时效和适用的法律"
        "（处罚法第三十六条、第三十七条），请先“更正行为起止时间”，或者不认定期间以外的明细。",
        "The confirmed lines were billed from {first} to {last}, outside the period of the conduct, {begins} "
        "to {ends}. Its end decides on limitation and law (Penalty Law 36 and 37): correct the period of the "
        "conduct, or reject the lines outside of it.",
    ),
    "CONDUCT_CORRECTED": (
        _C,
        "测算表 {worksheet_id} 按行为终了日 {on} 测算，行为起止时间此后已更正。请重新测算后提出建议。",
        "Worksheet {worksheet_id} was drawn for a conduct that ended on {on}; the period was corrected since. "
        "Draw it anew, then propose.",
    ),
    "PROPOSAL_REVIEWED": (
        _C,
        "处罚建议 {proposal_id} 已审核，或者已有更新的建议。请刷新查看审核结果，办理最新的建议。",
        "Proposal {proposal_id} was reviewed already, or a later one exists. Reload, read the "
        "outcome and review the latest one.",
    ),
    "EXECUTION_STOPPED": (
        _C,
        "{body}（{document_no}）已决定停止执行，恢复执行或办结前不能催告、扣款、复查整改。请先登记恢复执行，或者登记复议、诉讼结果。",
        "{body} ({document_no}) has stopped the execution: nobody may press for payment, deduct it or re-check what "
        "was to be put right until it goes on, or the review or suit is over. Record that, or the outcome, first.",
    ),
    "HANDLING_NO_COURT": (
        _U,
        "协议处理的款项在《条例实施细则》施行（2026-04-01）前，或者本局参数“协议处理款项申请法院强制执行”定为“不申请”时，不申请法院强制执行。"
        "请催告、抵扣，或者转行政处罚程序。",
        "No court is asked to enforce a handling under the agreement before the Implementing Rules (2026-04-01), "
        "or where the bureau's parameter 'courts enforce handlings under the agreement' says no. Press, offset, or convert it to a penalty case.",
    ),
    "HEARING_TOO_SOON": (
        _U,
        "{on} 送达通知的，听证不得早于 {until}（《行政处罚法》第六十四条：举行听证的{days}个工作日前通知当事人）。请另定听证日期并重新通知。",
        "A notice served on {on} allows no hearing before {until} (Penalty Law article 64: {days} working days' notice). "
        "Announce a later day and serve its notice.",
    ),
    "HEARING_UNSIGNED": (
        _U,
        "听证已举行，尚缺：{papers}。听证笔录须经当事人核对后签名，拒绝签名的由主持人在笔录中注明；听证报告由主持人撰写。"
        "请在“文书”页出具，签字后附入扫描件，再提交法制审核、作出决定（《中华人民共和国行政处罚法》第六十四条、第六十五条）。",
        "The hearing was held, and this is not there: {papers_en}. The party reads and signs the record, or the chair "
        "notes in it that it refused; the chair writes the report. Issue each under Forms, have it signed, attach the "
        "scan; then submit to legal review and decide (Penalty Law articles 64 and 65).",
    ),
    "NOT_THE_CHAIR": (
        _F,
        "听证报告由主持听证的{name}撰写。主持人账号已停用、已决定回避或者不再任该职务的，由主要负责人“指定听证主持人”，再重新“通知听证”。",
        "The report on a hearing is written by {name}, who chaired it. Where the chair's account was disabled, the chair "
        "withdrew or left the office, the head names another; then announce the hearing anew.",
    ),
    "HEARING_UNTOLD": (
        _U,
        "听证的时间、地点尚未通知当事人，不能记录听证。请先“通知听证”，出具并送达《行政处罚听证通知书》。",
        "The party was not told of day and place of the hearing. Announce the hearing, issue its notice "
        "and serve it; then record it.",
    ),
    "HEARING_TO_COME": (
        _C,
        "听证定于 {until} 举行，之前不能记录。需要改期的，请重新“通知听证”。",
        "The hearing is on {until}; it is not recorded before. To put it off, announce it anew.",
    ),
    "PERIOD_RUNNING": (
        _U,
        "{what}期限至 {until} 届满，届满前不能办理。请待期满后办理；依法可以书面放弃的，取得放弃书后办理。",
        "The period for {what_en} runs until {until}; wait for its end or a signed waiver.",
    ),
    "PERIOD_OVER": (
        _U,
        "{what}期限已于 {until} 届满，不再受理。{cure}",
        "The period for {what_en} ended on {until}. {cure_en}",
    ),
    "NO_HEARING_RIGHT": (
        _U,
        "本案拟处罚未达听证标准，当事人可陈述申辩。请登记其陈述申辩。",
        "The proposed penalty gives no right to a hearing; the party may state and defend. Record that.",
    ),
    "REFUSAL_DUE": (
        _U,
        "按处罚拒付表，扣分项所涉费用应全部拒付或退回：应为 {left} 元，现为 {asked} 元。"
        "请在处理措施中填写拒付或退回基金。",
        "By the table of refusals the fees of a scored act are refused or come back whole: {left} yuan, "
        "not {asked}. Add a refusal or a recovery to the measures.",
    ),
    "LINES_ELSEWHERE": (
        _U,
        "本案疑点的明细都不是{name}收取的，没有可以列入的明细。请以收取费用的机构另立案件，"
        "或并入{name}的疑点。",
        "None of the lines behind the findings was billed by {name}. Open a case of the institution "
        "that billed them, or attach findings of {name}.",
    ),
    "BILL_ELSEWHERE": (
        _U,
        "{number} 中没有{name}收取的明细。工作底稿只写被检查机构的问题：请去掉其他机构的就诊、明细或疑点。",
        "{number} was not billed by {name}. A working paper is about the inspected institution "
        "alone: leave out the visits, lines or findings of others.",
    ),
    "BILL_UNKNOWN": (
        _U,
        "结算数据中没有 {number}，不能合计金额。请核对编号；确有该笔费用的，请填写金额并说明依据。",
        "The claims do not have {number}, so the amount cannot be summed. Check the number; where the bill "
        "exists, give the amount and say what it rests on.",
    ),
    "PAPER_AMOUNT": (
        _U,
        "所选明细合计 {have} 元，填写的金额为 {given} 元。请说明差额理由；不填金额的，以合计为准。",
        "What was picked adds up to {have} yuan, the amount given is {given}. Say why it differs, or leave the "
        "amount out: then it is the sum.",
    ),
    "WAIVER_UNSIGNED": (
        _U,
        "放弃陈述申辩或者听证，须有当事人签名盖章的书面材料。请将其扫描件附为本案证据后在此选择；"
        "当事人没有书面放弃的，期限届满后登记“逾期未提出”。",
        "To waive the defence or the hearing takes a paper that the party signed. Attach its scan to the "
        "case and choose it here; where nothing was waived in writing, record silence once the period is over.",
    ),
    "OWN_RIGHT": (
        _U,
        "{what}由机构自己作出，经办机构不得代为办理。请由机构本人账号办理，"
        "或附入机构签章的书面材料后登记。",
        "{what_en} is for the institution itself; the agency cannot do it in its place. "
        "Let the institution act by its account, or attach its signed paper and record that.",
    ),
    "DEFENCE_AGGRAVATES": (
        _U,
        "不得因当事人陈述申辩而给予更重的处罚（处罚法第四十五条；原建议 {contested}）。"
        "确有新事实的，请写明并附入新证据后重新告知。",
        "A defence never aggravates (Penalty Law 45; contested proposal: {contested}). Where there "
        "are new facts, state them, attach their evidence, and notify again.",
    ),
    "PAPER_SERVED": (
        _U,
        "《{title}》（{number}）已经送达，不能作废。内容有误或处罚有变更的，按新的处罚建议另行出具、重新送达。",
        "'{title_en}' ({number}) has been served and is not voided. Where it is wrong or the penalty "
        "changed, issue another for the new proposal and serve that.",
    ),
    "PAPER_IN_EFFECT": (
        _U,
        "《{title}》是已送达决定的生效依据，不能作废。扫描件附错的，可写明原因更换，原件仍留在证据库；"
        "决定书有笔误的，另行出具补正文书并送达；"
        "决定违法或不当的，先登记决定被撤销（行政处罚法第七十五条），再依程序重新作出决定。",
        "A decision that was served rests on this paper ({title_en}): it is not voided. A wrong scan of "
        "it gives way to the right one with a reason, and stays in the vault. A slip of the pen is corrected by a paper of its own that is served; an unlawful "
        "decision is recorded as annulled (Penalty Law 75) and decided anew.",
    ),
    "HEARING_END_UNSIGNED": (
        _U,
        "放弃听证应有书面材料：请先将{paper}（签名的扫描件）附入本案证据，再凭该件终止听证；没有书面材料的，按通知的时间举行听证。",
        "A hearing is given up on paper: first attach the {paper_en}, signed and scanned, as evidence of the case, "
        "then end the hearing on it. Without the paper the hearing is held as announced.",
    ),
    "REPLY_CLOSED": (
        _U,
        "工作底稿已签字（或者已记录拒签），不再接收在线答复。还有意见的，请向检查人员书面提出；立案的，可以在陈述申辩时提出。",
        "The working paper was signed, or its refusal recorded: no reply is taken any more. Tell the officers in "
        "writing, or state it as your defence where a case follows.",
    ),
    "REPLIED_ITSELF": (
        _U,
        "机构已在线提交对该底稿的答复，以其提交的为准。需要补充、更改的，请机构在签字前再次提交。",
        "The institution sent its reply to this paper itself, and that holds. Until the paper is signed it may send "
        "another on its page.",
    ),
    "PAPER_NOT_THERE": (
        _U,
        "应以书面文件为据：请先由承办人将{paper}的扫描件附入本案证据，再凭该件登记。",
        "This is recorded on its paper: an officer of the case first attaches the scan of the {paper_en} as evidence "
        "of the case; then record it on that.",
    ),
    "PAPERS_ONLY": (
        _U,
        "案件已{stage}，只接收已出具文书的签字盖章件、笔录签名件、送达回证和他方来文（逐件登记），不再接收新证据。缺文书的，请先出具，再附入其扫描件；"
        "已附的扫描件附错的，请在该文书处写明原因更换，随后再次装订补充入卷。",
        "The case is over ({stage_en}): it takes signed forms and records, receipts of service and what others write, recorded one by one, no new "
        "evidence. Issue a form that is missing first, then attach its scan; replace a wrong scan at its paper "
        "with the reason, and bind the case again with the supplement.",
    ),
    "CLOSING_GROUND": (
        _U,
        "案件不符合结案情形“{ground}”。请按实际情形选择，或以其他情形写明理由；已经提请的，退回后重新提请。",
        "The case is not so: '{ground_en}'. Choose what holds, or another situation with reasons; what was proposed so is returned and proposed anew.",
    ),
    "DISCUSSED_OTHERWISE": (
        _U,
        "集体讨论同意的是{agreed}，决定应与讨论结论一致。请按讨论结论作出决定，或者重新集体讨论。",
        "The leaders agreed on {agreed_en}, and the decision has to be that: decide so, or discuss the "
        "case anew.",
    ),
    "NOT_OURS": (
        _U,
        "本案已确定由 {other} 管辖，本机关不能立案、告知或者处罚。请整案移送。",
        "The case belongs to {other}: it is not filed, notified or punished here. Transfer it as a whole.",
    ),
    "RECOVERED_ALREADY": (
        _U,
        "本案基金已追回 {recovered} 元，尚可追回 {left} 元，不能再追回 {asked} 元：同一笔基金只追回一次。请按尚可追回的数额填写。",
        "{recovered} yuan came back already; {left} are left, {asked} cannot be asked for: a yuan of "
        "the fund is recovered once. Ask for what is left.",
    ),
}
