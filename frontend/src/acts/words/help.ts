import { words } from '../../i18n/types';

/** Help below a field: the law or an example. */
export const helpWords = words(
  {
    mitigation: '罚款或者暂停月数低于法定幅度（含依法应当暂停而不暂停）时必填；不低于的留空。',
    changedFine: '只填有变更的项目，未变更的留空。',
    servedBy: '邮寄的，以回执注明的收件日期为准；委托、转交的，以受送达人签收的日期为准。',
    servedOn: '公告送达的，系统按公告满三十日的当天计算，不以此处为准',
    hardship: '当事人书面申请中的经济困难情况和请求的期数、日期（处罚法第六十六条）',
    publicText:
      '已按决定预填并隐去自然人姓名和号码，请删改不宜公开的内容；提交后可在“文书”中预览《行政处罚决定公示文本》',
    reportDraft:
      '六个部分已按案卷预填，可以修改；案卷没有的内容留空，由承办人员填写（局令第4号第三十六条）',
    spotLoss: '以逐条认定的损失为准，可不填；填写的须与之一致',
    noticeDay: '国务院办公厅通知的印发日期，不晚于今天；经批准即适用于该年',
    holidayNotice: '如：国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕×号）',
    holidays:
      '先写年份，再按通知逐个节日写放假日期，“班”后写调休上班日期，以分号分隔。如：2027：元旦 1.1-1.3；春节 2.5-2.11 班 1.30、2.14；……；国庆节 10.1-10.7 班 10.9',
    validFrom: '可以是今天或以后的日期；补登以前的日期会影响以后对该日的判断',
    officers:
      '依据：条例第二十九条、行政处罚法第四十二条，执法人员不得少于两人并应出示证件；经办机构检查、询问同样由两人进行，出示工作证件。',
    multiple: '倍数须在条款规定的范围内，“以上”包括本数。',
    factors:
      '仅有从轻因素的在低档，仅有从重因素的在高档；两者并存时综合裁量（医保发〔2021〕35号）。',
    paperFindings:
      '只列被检查机构的疑点，可按规则、人员、项目查找；选中后其明细全部列入，可逐条去掉。',
    bills: '填“就诊ID”为该次就诊的全部明细，填“就诊ID/明细流水号”为一条。',
    paperAmount: '不填即为所列明细的合计；填写的与合计不同，须写明理由。',
    bill: '医保票据填“就诊ID/明细流水号”，以便核对此前退回；纸质票据填票据号。',
    groupDifference: '实施细则第三十五条：按病组结算的，填两个病组支付标准之差。',
    recoveryLess: '不填即为全部认定损失；少于该数的须选择情形并写明理由。',
    lessGround: '要求退回（追回）的金额少于认定损失时填写。',
    newFacts: '处罚法第四十五条：不得因陈述申辩而加重。新事实须有申辩后附入的证据，并重新告知。',
    signedPaper:
      '书面放弃陈述申辩、听证的，以及由经办机构代为登记的，须附当事人签名盖章材料的扫描件。',
    recusalMembers:
      '负责人的回避由机关负责人集体讨论决定（局令4第五条）；被申请回避的本人和本案承办人员不参加讨论。',
    members:
      '处罚法第五十七条。列主要负责人、分管负责人和本局规定参加的人员；本案承办人员、法制审核人员列席，不参加表决，请在讨论记录中写明。',
    receiver:
      '列出可以代签您的事项的人员；应由负责人决定的事项只能委托分管负责人，法制审核只能委托法制审核人员。',
    chair: '处罚法第六十四条。仅列主要负责人、监管中心负责人、法制审核人员，本案承办人员除外。',
    signed: '异议须书面提出，由本人签字并加盖机构公章。',
    discoveredOn:
      '收到举报、来信、移送或者开始检查之日；处罚时效算到这一天。不填的，按登记线索之日计算。',
    filedOn: '未获受理、立案的，填收到申请之日；上诉的，填当事人提起上诉之日。',
    partyReceivedOn:
      '复议决定的起诉期限十五日、一审裁判的上诉期限自当事人收到之日起算；不填的，按决定日期起算。',
    askedOn: '收到不予立案通知（或复议维持决定）之日起三日内提出；在期限内提出、事后登记的有效。',
    answerReceivedOn: '提请复议、移交涉案物品的三日自收到之日起算；不填的，按今天起算。',
    cancelReason: '印在撤销检查通知书上，送被检查单位。',
    unannouncedStep:
      '依次登记；接收结果后三十个工作日内上报进展和整改方案，整改完成后五个工作日内上报报告。',
    laterCase:
      '列出本人承办、对同一机构、尚未办结的案件；没有的，先登记线索并由负责人指派承办人员。',
    materials: '复核查阅的材料，先以证据入库；医师和机构可以打开，不予公开的除外。',
    materialsClosed:
      '材料涉及他人隐私、商业秘密或举报人信息的，写明理由；医师和机构只看到件数和理由。',
    admittedItem:
      '排除后仍在证据库中保管，列入清单并注明“已排除”，归入副卷，不得再作为认定事实的根据（处罚法第四十六条）。',
    doubtedItem:
      '同意排除的，以它为据的调查终结报告、处罚建议和告知须重新作出，案件退回调查；协议处理退回拟处理意见。',
    reinstated: '写明补正的情况，或者不应排除的理由。',
    homeItem:
      '原件仍在该案的保管链中，内容和哈希不变；本案目录、正卷和移送案卷注明来源。举报材料不能引用。',
    ownPapers: '上传后存入证据库并锁定，提交时成为本案证据；回执列出每件的哈希值。',
    ownStatement:
      '可以就事实、理由、证据和拟作的处理陈述意见；不会因陈述申辩加重。期限届满后、决定作出前提交的，依法仍予听取。',
    ownHearing: '须在告知之日起五个工作日内提出；提交即视为收到，不能补填日期。',
    enclosures: '支持异议的材料，如病历、排班表；复核人员可以打开。',
    announcedScore:
      '自公告之日起满三十日视为送达，异议期限自该日起算；期满前不能登记（民事诉讼法第九十五条）。',
    heldAt: '24 小时补办审批和保存、封存期限自该时间起算；不填的自登记时起算',
    statementScan: '本人在本系统陈述的不用填；代为登记的须附其签名材料',
    acceptanceScan: '复议机关的受理通知书或者法院的应诉通知书，存入证据库、不属于任何案件。',
    ownReply: '提交即收到，并作为检查材料保存；签字前可以再次提交，以最后一次为准。',
    otherHand: '存入证据库、不属于任何案件；由他人存入，存入的人不得登记其内容。',
    remedyBy: '医师本人提起的不填。',
    applicationId: '针对最近一次申请的不填；针对以前申请的，填其编号（如 R1）。',
    paperScan:
      '打印后经签名、盖章的扫描件，存入证据库、不属于任何案件；列入同一名单的，可以是载明各人的同一份。',
    receiptScan:
      '受送达人签收的回证；尚未收回的可以以后附入。同日同一方式送达的几份告知书可用同一份。',
    servedByWhom: '实际送交的人员，两人送达的都写明；不填的为登记人。',
    receivedOn: '收到纸质申诉书之日；十个工作日以该日计算，不以登记之日计算。',
    objectedFor: '提出或者盖章的机构；不填的为记分所在机构。',
    defenceCame: '材料收到之日；不填的为今天。期限按该日判断是否按时。',
    applicationScan: '医师没有账号的，由所在机构医保办或经办机构代为登记；先把扫描件存入证据库。',
    objectionScan: '书面异议由本人签字、所在机构盖章（实施细则第十三条，地方）。',
    certificate: '学习、考试或活动的证明。上传后由系统核对哈希并锁定保存。',
    missingParts: '缺少的材料逐项说明理由后方可移送（310号令第六条）。',
    dossierSha256: '取自案卷导出记录。',
    measureReceipt: '受送达人签收的回证；公告送达的为公告及张贴记录的扫描件。',
    area: '填行政区划代码：省、市、县 2、4、6 位（如 341623），乡镇、村 9、12 位',
    measureStatement: '写明陈述申辩的内容，以及所附签章材料的名称和日期。',
    replaceReason: '已附的签字件附错时填写；原件仍留在证据库和记录中。首次附入不填。',
    partyRepresentativeNo:
      '18 位，校验位须正确；用于核对从业禁止人员（条例第四十三条），不印在文书上。更换法定代表人时请一并填写：留空的，原号码不再沿用。',
    partyAddress: '留空的项目保持不变；此后出具的文书印出新值，已出具的不变（处罚法第五十九条）。',
    attended: '当事人或者其代理人、调查人员、证人等到场人员，逐一写明。',
    hearingHeard: '双方提出的事实、证据、理由和争议焦点。',
    unrectifiedPaper:
      '服务协议终止、不续签，或者机构注销、关停的证明文书：填文号，并选已附入本案证据的扫描件。本系统内解除协议的措施正在生效的，可不填。',
    incomingPaper: '登记的内容以来文为据：先由承办人将来文的扫描件附入本案证据，再在此选择。',
    partyLetter: '先将申请书（口头提出的，为申请笔录）的扫描件附入本案证据，再在此选择。',
    hearingEndPaper:
      '撤回的，附当事人签名的撤回听证申请书；未出席、中途退出的，附主持人、记录人和在场人员签名的记录。先在证据页上传。',
    conductTo: '连续或继续的行为，为其终了之日；时效和适用的法律随之确定。',
    conductOn: '按行为日期适用记分规则；连续或者继续的，填终了之日。',
    scoreConductTo: '依据其他文书记分的必填；依据案件的，以案件认定的终了日期为准。',
    dayDeparture: '例如该人员此前已经离职；理由在责任认定书上载明。',
    namedDoctors:
      '多人合用的证明（如培训签到表），逐一填写所列医师编码，含本人；只能用于所列医师。只证明一人的不填。',
    earlierEntry: '同一行为再次发生的，选此前那条记分；只有一条的可以不选。',
    whichService: '同类文书多次送达而尚缺回证时，注明是哪一次。',
    handlingNo: '留空则按经办机构的序列自动编号；另编的，代字须与该序列不同，且未曾使用。',
    transferNo: '留空则按本局移送序列自动编号',
    transferReasons: '退回或其他答复的，写明理由',
    decisionNo: '留空则按本局处罚决定序列自动编号；另编的，代字须与该序列不同，且未曾使用。',
  },
  {
    mitigation:
      'Needed where the fine or the months are below the band of the law, or a suspension is left out; empty otherwise.',
    changedFine: 'Fill in what was changed; leave empty what was not.',
    servedBy:
      'By mail the day on its receipt; entrusted or forwarded, the day on which the party signed.',
    servedOn: 'For an announcement the day on which its thirty days end counts, not this one',
    hardship:
      'The hardship and what the party asks for, from its written request (Penalty Law art. 66)',
    publicText:
      'Filled from the decision, natural persons masked; leave out what the public need not know. Once sent, preview the paper under Documents',
    reportDraft:
      'The six parts are filled from the case file in Chinese and may be changed; what it does not say is left empty (Order no. 4 art. 36)',
    spotLoss: 'The judged lines say the loss; leave it empty, or give the same',
    noticeDay: 'The day of the notice, not after today; once approved it counts for its year',
    holidayNotice:
      "As it stands there: the title of the notice of the State Council's office and its number",
    holidays:
      "The year, then holiday by holiday the days off and after 'work' the weekends worked, divided by semicolons: 2027: New Year's Day 1.1-1.3; Spring Festival 2.5-2.11 work 1.30, 2.14; …; National Day 10.1-10.7 work 10.9",
    validFrom: 'Today or later; an earlier day changes what is judged anew for days since then',
    officers:
      'At least two certified officers (Regulation art. 29, Penalty Law art. 42); of the agency two people with their working cards.',
    multiple: 'Inside the band of the article; both ends belong to it.',
    factors:
      'Only mitigating: the lower part of the band; only aggravating: the upper; both: weighed.',
    paperFindings:
      'Findings of the inspected institution alone. All their lines are taken; leave out single ones below.',
    bills: 'A visit stands for all of its lines, visit/line for one.',
    paperAmount: 'Left empty it is the sum of the lines; another amount needs a reason.',
    bill: 'A settled line as visit/line, so that earlier refunds are found; a paper bill by its number.',
    groupDifference: 'Rules art. 35: settled by group, the difference of the two standards.',
    recoveryLess:
      'Left empty: all of the confirmed loss. Less than that needs a ground and reasons.',
    lessGround: 'Where less is asked back than the confirmed loss.',
    newFacts:
      'Penalty Law art. 45: a defence never aggravates. New facts need evidence attached since, and a new notice.',
    signedPaper:
      'To waive the defence or the hearing, or to record for the institution, takes the scan of a signed paper.',
    recusalMembers:
      'On the recusal of a head the leaders decide together (NHSA Order 4 art. 5); neither he nor the officers of the case take part.',
    members:
      "Penalty Law article 57. Head, deputies and whom the bureau's rule names. Officers and legal reviewer of the case attend without a vote: the record says so.",
    receiver:
      'Listed are those to whom one of your acts may be given; what the head decides goes to a deputy head alone.',
    chair:
      'Penalty Law art. 64. The head, heads of the centre and legal reviewers are listed, without officers of the case.',
    whichService:
      'Where papers of that kind were served more than once and lack a receipt: which one.',
    handlingNo:
      "Leave empty for the next number of the agency's series; a number of your own has another word and was never used.",
    transferNo: 'Leave empty for the next number of the series of transfers',
    transferReasons: 'Sent back, or another answer: say why',
    decisionNo:
      'Leave empty for the next number of the series; a number of your own has another word and was never used.',
    signed: 'An objection is written, signed by the person and stamped by the institution.',
    discoveredOn:
      'When the report, letter or transfer came, or the inspection began: the limitation runs up to it. Left empty, up to the registration.',
    filedOn:
      'Of what was not accepted, the day on which it was asked for; of an appeal, the day on which the party appealed.',
    partyReceivedOn:
      'After a review the fifteen days to sue run from here, after a court of first instance those to appeal; left empty, from the day of the decision.',
    askedOn:
      'Within three days of receiving the refusal, or the answer that upholds it; what went out in time and is recorded later counts.',
    answerReceivedOn:
      'The three days for an objection, or for handing over the items, run from here; left empty, from today.',
    cancelReason: 'Printed on the notice that the institution is given.',
    unannouncedStep:
      'In this order; the plan is reported within 30 working days of the results, the finished rectification within 5.',
    laterCase:
      'Open cases of this institution that you handle; where there is none, register the lead and be named its officer first.',
    materials:
      'Papers looked at in the review; doctor and institution may open them unless they are kept from them.',
    materialsClosed:
      'Where they tell of others, of business secrets or of a reporter: the reason. Doctor and institution see it, and how many there are.',
    admittedItem:
      'It stays in the vault and in the list with its mark, bound into the inner volume; no fact rests on it any more (Penalty Law 46).',
    doubtedItem:
      'Ruled out, report, proposal and notice that had it are made anew: the case goes back to its investigation, a handling to its proposal.',
    reinstated: 'What was made good, or why it should not have been ruled out.',
    homeItem:
      'It stays in the custody chain of that case, bytes and hash as they are; catalogue, volumes and dossier here name its source. What tells who reported a case is not cited.',
    ownPapers:
      'Each goes into the vault under lock and becomes evidence of the case; the receipt lists its hash.',
    ownStatement:
      'On facts, reasons, evidence and what is proposed; it makes nothing heavier. After the time for it you are still heard until the decision.',
    ownHearing:
      'Within five working days of the notice; it has come in once it is sent, and no other day can be entered.',
    enclosures: 'What the objection rests on: records, rosters. Whoever reviews it can open them.',
    announcedScore:
      'Served thirty days after it was posted: the time to object runs from then, and it is recorded no earlier (Civil Procedure Law art. 95).',
    heldAt:
      'The 24 hours for the approval and the days of the hold run from then; left empty, from this entry',
    statementScan:
      'Not needed where the doctor states himself here; whoever records it attaches his signed paper',
    acceptanceScan: 'From the review body or the court; kept in the vault, of no case.',
    ownReply:
      'It has come in when it is sent, and is kept; until the paper is signed you may send another, and the last one holds.',
    otherHand:
      'Kept in the vault, of no case; put there by another person than the one who records it.',
    remedyBy: 'Leave it empty where the doctor asked himself.',
    applicationId: 'Empty for the latest application; of an earlier one its number (R1).',
    paperScan:
      'Printed, signed and sealed, kept in the vault, of no case; doctors on one list may share one that names them all.',
    receiptScan:
      'As the receiver signed it; it may be attached later. Notices served together may share one.',
    servedByWhom: 'Who handed it over, both where there were two; left empty, who records it.',
    receivedOn:
      'The day on which the letter came in: the ten working days go by it, not by its entry.',
    objectedFor: 'Who objects or stamped it; left empty, the institution of the score.',
    defenceCame: 'The day on which it came in, today where empty: it says whether it came in time.',
    applicationScan:
      'For a doctor without an account, entered by the insurance office of his institution or by the agency; put the scan into the vault first.',
    objectionScan:
      'An objection is written, signed by the person and stamped by the institution (local rules art. 13).',
    certificate: 'Proof of study, exam or activity. It is hashed, checked and locked on upload.',
    missingParts: 'Each missing part has to be explained before sending (Order 310, art. 6).',
    dossierSha256: 'From the export record of the dossier.',
    measureReceipt:
      'As the receiver signed it; of an announcement, the scan of it and of where it stood.',
    area: 'The code of the division: 2, 4 or 6 digits of a province, prefecture or county (341623), 9 or 12 of a township or village',
    measureStatement: 'What was stated, and on which signed paper of which day.',
    replaceReason:
      'Where the scan that is there is the wrong one: it stays in the vault and in the history. Empty for the first.',
    partyRepresentativeNo:
      '18 characters with a right check digit, by which one barred from managing is known (Regulation 43); no paper prints it. With another representative enter his: the former number goes with the former name.',
    partyAddress:
      'What is left empty stays as it is. Papers issued from then on print it, those issued before do not change (Penalty Law 59).',
    attended: 'The party or its agents, the investigators, witnesses: everybody who was there.',
    hearingHeard: 'The facts, evidence and reasons of both sides, and what is disputed.',
    unrectifiedPaper:
      'The paper on which the agreement ended or was not renewed, or that shows that the institution is gone: its number, and its scan among the evidence of this case. Nothing where a termination in this system is in force.',
    incomingPaper:
      'What is recorded rests on the paper: an officer of the case first attaches its scan to the evidence; then choose it here.',
    partyLetter:
      'First attach the scan of the letter, or of the record where it was asked by word of mouth, to the evidence of the case; then choose it here.',
    hearingEndPaper:
      'The withdrawal as the party signed it; where it stayed away or left, the record signed by the chair and those present. Upload it among the evidence first.',
    conductTo: 'Of a continuing act the day of its end: limitation and law go by it.',
    conductOn: 'The rule set follows this day; of continuing conduct, enter its end.',
    scoreConductTo:
      'Required where a document is the basis; of a case, the end that the case states holds.',
    dayDeparture: 'For example, the person had left before; the reason is stated on the form.',
    namedDoctors:
      'Of a group certificate, such as an attendance list: the codes of the doctors it names, this one among them. It proves something for them alone. Leave empty for a certificate of one person.',
    earlierEntry:
      'Where the same act was done again: the earlier score. May stay empty where there is one.',
  },
);
