import { words } from '../../i18n/types';

/** What follows from an act that cannot be undone. */
export const consequenceWords = words(
  {
    caseDecide:
      '决定以本局名义作出，写入案件事件链\n处罚决定须在 7 个工作日内送达\n当事人可申请行政复议或提起诉讼',
    caseDecideOnSpot:
      '决定以本局名义当场作出并交付，写入案件事件链\n须在 7 个工作日内报本局备案\n当事人不服的，先申请行政复议，再提起诉讼（《行政复议法》第二十三条）',
    handlingDecide:
      '处理决定写入事件链\n审批表由负责人签名、决定书盖章并附扫描件后方可送达\n中止、解除和药店扣分的措施自送达之日起执行，到期的自动解除\n追回和违约金分别记账，转行政处罚时已追回的不再追回',
    caseConvert: '已追回的基金随案结转，不会重复追回\n执行中的协议措施继续执行至到期',
    measureDecide:
      '审批表签名、通知书盖章并附扫描件后方可送达\n措施自通知书送达之日（或其后的开始时间）起执行，到期自动解除',
    measureServe:
      '措施通知书：自送达之日起执行，列入结算状态清单\n解除措施通知书：只登记送达，解除自决定解除之时起算',
    measureCorrectService:
      '措施自更正后的送达之日起执行，截止时间相应变动，排在其后的措施随之变动；原登记留痕',
    measureLift:
      '执行中的措施自此刻解除，结算状态清单随即更新；解除措施通知书盖章后须送达\n尚未送达的措施就此撤回，不再执行',
    delegationGive: '代签人在授权期内以您的名义签批所选事项\n四眼原则同时核对代签人和您本人',
    entrustmentRecord: '登记后，中心只能在委托书有效期内以本局名义办案',
    entrustmentEnd: '今天为最后一天，此后中心不能再以本局名义办案',
    caseProtectReporter: '此后归入副卷，不列入证据清单，不能取消标记',
    parameterPropose: '提交主要负责人批准；批准前不生效，建议留痕、不能删除',
    parameterDecide: '自生效日起按新值办理；留痕，不能删除，只能再次修改',
    keyRevoke: '使用该密钥的系统立即不能读取',
    caseDecline: '线索不再进入立案程序\n理由写入事件链，可被复核',
    caseTerminate: '调查终止，未完成的期限一并停止',
    caseClose: '案件结案归档，不能再添加证据',
    inspectionCancel:
      '检查到此为止，不能恢复，不再提醒和计时\n已写的底稿存档备查，不再签字\n打印撤销检查通知书，送被检查单位',
    inspectionClose: '检查结束，底稿不能再改\n填写案件编号的，签字扫描件作为该案证据',
    inspectionLink: '检查通知书和底稿的签字扫描件成为该案证据\n只能并入一次，不能改并他案',
    caseLinesRelease: '本案不再追回这些明细，其他案件可以认定并追回',
    caseLedgerWriteOff: '核销的金额不再追缴，写入追回台账',
    caseServiceCorrect:
      '按更正后的日期重新计算自送达之日起算的期限、加处罚款和措施起止时间，原登记留痕\n承办人员和当事人收到通知',
    pointsCorrectService:
      '异议期限按更正后的送达日期重新计算，原登记留痕\n医师及其所在机构收到通知',
    restorationBatchVoid:
      '名单编号作废，保留备查，不再使用\n名单上的医师可以另列名单，申请照常办理',
    refundWithdraw:
      '该笔此前退回不再抵减，原登记留痕\n相关案件自下次测算、提出建议起按增加后的应追回金额办理',
    caseLedgerReverse:
      '该笔缴款视为未到账，以红字分录写入追回台账，原分录保留\n因其结束的缴款期限、催告、加处罚款恢复计算；已结案的案件回到执行阶段',
    caseReferralSend:
      '案卷移交公安机关，哈希值写入事件链\n尚未作出决定的，移送期间行政办案期限暂停；已作出的决定和协议处理照常进行',
    caseReturn: '已审核同意的建议作废，已送达的告知不再有效\n须重新提出建议、审核并告知',
    casePress: '当事人自催告书送达之日起十个工作日内履行，期满仍不履行的可申请法院强制执行',
    caseTransfer: '整案移送后本局不再办理，期限一并停止',
    caseRemedyUpheld: '原决定维持，继续按原决定执行\n结果记入事件链',
    caseRemedyAppealable:
      '裁判可上诉，尚未生效：已停止执行的，至上诉期满（或者终审）前继续停止，期间不计算加处罚款\n当事人上诉的，请登记为诉讼，日期填上诉之日',
    caseRemedyUnheard:
      '没有对决定作实体审查，原决定继续有效\n当事人仍可在起诉期限内提起诉讼\n结果记入事件链',
    caseRemedyChanged:
      '罚款按新数额执行\n以本决定为依据的记分须逐项复核\n已公开的信息须在 3 个工作日内撤回',
    caseRemedyAnnulled:
      '原决定撤销，以本决定为依据的记分全部撤销\n已公开的信息须在 3 个工作日内撤回',
    caseRemedyRemade:
      '原决定撤销，以本决定为依据的记分全部撤销\n案件退回调查，重新告知、审核、决定\n已公开的信息须在 3 个工作日内撤回',
    caseRemedyUnlawful:
      '决定被确认违法但不撤销，继续有效并执行\n以本决定为依据的记分须逐项复核\n结案报告和年度统计写明确认违法',
    caseRemedyWithdrawn: '申请（起诉）撤回，原决定继续有效\n结果记入事件链',
    caseAnnulDecision: '以本决定为依据的记分全部撤销并重新计算',
    pointsRecordScore:
      '医师当年记分增加，达到 9 分暂停、12 分终止支付资格\n该记分在其全部执业机构生效',
    pointsLeavePractice:
      '该机构不再可见、不再经办此人的档案\n在办的恢复申请转由其余执业机构办理；没有其余机构的，申请中止至登记新机构',
    pointsAnnulScore: '该记分自始无效，其余记分重新计算',
    pointsResolveObjection: '复核结论书面告知本人和机构',
    pointsRepairDecide: '认定的，自今日起从本年度累计记分中减去，原记分不删除\n认定后不能撤回',
    pointsReviewScore:
      '复核结论记入一医一档，并告知本人和机构\n更正的，累计记分、暂停和终止随之重新计算',
    restorationBarRecord: '解除前不能申请恢复、审批恢复或重新登记备案\n正在办理的申请中止',
    restorationBarLift: '没有其他限制的，可以申请恢复或重新登记备案\n因此中止的申请继续办理',
    restorationStrikeLearning:
      '该记录不再计入学习积分，其余记录重新计算\n积分不足的，申请不能再审批通过',
    restorationDismiss: '申请终结，不予恢复的理由书面告知本人和机构',
    restorationDecide:
      '批准后由经办机构重新登记备案\n党组织、中心有不同意意见的不能批准：退回由其重新提出，或者不予恢复\n不予恢复的，书面告知理由',
    restorationRevoke: '作出撤销决定；签名、盖章并送达后，资格回到原来的状态',
    restorationRemedyStands: '原决定仍然有效\n结果记入事件链',
    restorationRemedyChanged:
      '复议机关直接变更为恢复\n由经办机构重新登记备案后，服务费用重新纳入结算',
    restorationRemedyFell:
      '原决定撤销：不予恢复的，申请退回作出该决定的环节重新办理；恢复的，自撤销之日起恢复终止状态，并重新作出决定；撤销恢复的，恢复仍然有效\n重新作出决定的，不得以同一事实和理由作出基本相同的决定（行政诉讼法第七十一条、行政复议法第六十四条）',
    restorationServe:
      '送达之日起六十日内，医师可以就不予恢复、撤销恢复申请行政复议，六个月内可以提起行政诉讼\n撤销恢复自送达之日起生效',
    restorationCorrectService: '申请行政复议的期限自更正后的送达之日重新计算\n两次登记都留在记录中',
    restorationReRegister: '自登记之日起，其服务费用重新纳入医保结算',
    accountDisable: '该人员立即退出登录，不能再登录',
    accountRevokeRole: '该角色的权限立即失效',
  },
  {
    caseDecide:
      "The decision is taken in the bureau's name and enters the event chain\nA penalty has to be served within 7 working days\nThe party may ask for review or go to court",
    caseDecideOnSpot:
      "The decision is taken in the bureau's name, handed over at once, and enters the event chain\nIt has to be reported to the bureau within 7 working days\nThe party asks for administrative review first, and goes to court after it (Administrative Reconsideration Law, art. 23)",
    handlingDecide:
      "The decision enters the event chain\nIt is served once the head's approval is signed, the document sealed, and both scans are attached\nSuspension, termination and a pharmacy's points run from the service; what has an end lifts itself\nFund money and damages are kept apart; what came back is not recovered again after a conversion",
    caseConvert:
      'What came back to the fund goes with the case and is not recovered twice\nMeasures under the agreement run on to their end',
    measureDecide:
      'It is served once the approval is signed, the notice sealed, and both scans are attached\nIt runs from the service (or from its later beginning) and lifts itself at its end',
    measureServe:
      'Notice of a measure: it runs from the day of service and stands in the settlement list\nNotice that it is over: only the service is recorded',
    measureCorrectService:
      'The measure begins with the corrected day; its end and what waits behind it move. The first entry stays on record',
    measureLift:
      'What runs ends now, the settlement list changes at once, and the sealed notice of it is served\nWhat was not served yet is taken back and never runs',
    delegationGive:
      'The deputy signs these acts in your name until the end\nFour eyes compare the deputy and you',
    entrustmentRecord: 'From then on the centre acts for the bureau only while a letter holds',
    entrustmentEnd: 'Today is its last day; afterwards the centre cannot act for the bureau',
    caseProtectReporter:
      'From now on it goes into the inner volume and onto no list of evidence; the mark stays',
    parameterPropose:
      'Goes to the head for approval; nothing changes before, the proposal stays on record',
    parameterDecide: 'From that day on it decides; it stays on record and can only be changed anew',
    keyRevoke: 'The system that uses it is shut out at once',
    caseDecline: 'The lead will not be filed\nThe reasons enter the event chain',
    inspectionCancel:
      'The inspection is over for good, and nothing of it runs or reminds any more\nPapers that were written are kept as they are\nPrint the notice that says so, and give it to the institution',
    inspectionClose:
      'The papers are closed\nWith a case number the signed scans become its evidence',
    inspectionLink:
      'The signed scans of notice and papers become evidence of that case\nOnce only: it cannot be moved to another',
    caseLinesRelease: 'This case recovers these lines no more; another case may',
    caseLedgerWriteOff: 'What is written off is not collected any more',
    caseServiceCorrect:
      'Periods, the surcharge and measures that run from the service are reckoned anew; the first entry stays on record\nThe officers and the party are told',
    pointsCorrectService:
      'The days to object run from the corrected day; the first entry stays on record\nThe doctor and the institutions are told',
    restorationBatchVoid:
      'The number is void, stays on record and is not used again\nThe doctors may be put on another list; their applications go on',
    refundWithdraw:
      'This refund is deducted no more; its entry is kept on record\nCases have so much more to recover from their next worksheet or proposal on',
    caseLedgerReverse:
      'The payment counts as not received: a reverse entry is posted, the first one stays\nThe periods, the pressing and the surcharge that it had ended go on; a closed case is back in its execution',
    caseTerminate: 'The investigation ends; its deadlines stop',
    caseClose: 'The case is closed and archived; no evidence can be added',
    caseReferralSend:
      'The dossier goes to the police; its hash enters the event chain\nWhere nothing is decided, administrative deadlines rest meanwhile; a decision or handling goes on',
    caseReturn:
      'The approved proposal is out of date, and so is a notice that was served\nPropose, review and notify anew',
    casePress:
      'The party has ten working days from the service of the demand; after them the court can be asked to enforce',
    caseTransfer: 'A whole case leaves this bureau; its deadlines stop',
    caseRemedyAppealable:
      'It may be appealed and is not in force: what is stopped stays so, and no surcharge runs, until the time to appeal is over or the court of appeal has decided\nRecord an appeal as a suit, on the day of the appeal',
    caseRemedyUnheard:
      'Nobody judged the decision: it stands\nThe party may still sue in its time\nThe result enters the event chain',
    caseRemedyUpheld:
      'The decision stands and is executed as it was\nThe result enters the event chain',
    caseRemedyChanged:
      'The new fine applies\nEvery score that rests on this decision has to be reviewed\nWhat was published is withdrawn within 3 working days',
    caseRemedyAnnulled:
      'The decision falls, and with it all points that rest on it\nWhat was published is withdrawn within 3 working days',
    caseRemedyRemade:
      'The decision falls, and with it all points that rest on it\nThe case goes back to the investigation, is notified, reviewed and decided again\nWhat was published is withdrawn within 3 working days',
    caseRemedyUnlawful:
      'The decision is held unlawful, is not annulled and keeps its effect\nEvery score that rests on this decision has to be reviewed\nThe closing report and the statistics of the year say so',
    caseRemedyWithdrawn:
      'The request or suit was withdrawn and the decision stands\nThe result enters the event chain',
    caseAnnulDecision: 'All points that rest on this decision fall and the rest is recomputed',
    pointsRecordScore:
      "The doctor's points rise: suspension at 9, termination at 12\nThe score counts at every place of practice",
    pointsLeavePractice:
      'That institution sees and handles the file no more\nAn open application goes on at another place; without one it rests until a new place is recorded',
    pointsAnnulScore: 'The score is void from the start; the rest is recomputed',
    pointsRepairDecide:
      "Recognised, it is taken off the year's total from today; no score is deleted\nIt cannot be taken back",
    pointsReviewScore:
      'The answer enters the file; doctor and institution are told\nA correction recomputes totals, suspension and termination',
    pointsResolveObjection: 'The answer goes to the doctor and the institution in writing',
    restorationBarRecord:
      'Until it is lifted no application, approval or re-registration is open\nAn open application rests',
    restorationBarLift:
      'Unless another bar stands, restoration or re-registration is open again\nAn application that rested on it goes on',
    restorationStrikeLearning:
      'The record counts no more; the others are reckoned anew\nWith too few points left nobody can approve the application',
    restorationDismiss: 'The application ends; doctor and institution are told why',
    restorationDecide:
      'After approval the agency re-registers the doctor\nAgainst an opinion below nobody is restored: send it back to be asked anew, or refuse\nA refusal is given in writing with reasons',
    restorationRevoke:
      'The restoration is revoked; signed, sealed and served, the former status stands again',
    restorationRemedyStands: 'What was decided stands\nThe result enters the event chain',
    restorationRemedyChanged:
      'The review restores the doctor itself\nOnce the agency re-registers him, his fees are billable again',
    restorationRemedyFell:
      'What was decided falls: a refused application goes back to where it was refused; a restoration ends from that day and is decided anew; of a revocation the restoration stands\nDecided anew, it may not come to much the same on the same facts and reasons (Administrative Procedure Law article 71, Review Law article 64)',
    restorationServe:
      'From the service the doctor has sixty days to apply for review of a refusal or revocation, and six months to sue\nA revocation has effect from its service',
    restorationCorrectService:
      'The days for a review run anew from the corrected service\nBoth entries stay in the story',
    restorationReRegister: 'From this day fees are billable again',
    accountDisable: 'The person is signed out at once and cannot sign in',
    accountRevokeRole: "The role's rights end at once",
  },
);
