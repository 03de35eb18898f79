"""Points, study, restoration."""

from casework.refusal_texts.kinds import Kind

_C, _I, _U = Kind.CONFLICT, Kind.INVALID, Kind.UNLAWFUL

TEXTS: dict[str, tuple[Kind, str, str]] = {
    # points
    "OUTSIDE_SCORE_BAND": (
        _U,
        "该行为记分幅度为 {band} 分，不能记 {points} 分。请在幅度内记分，或者选择与事实相符的其他行为。",
        "This act scores {band} points; {points} is not possible. Stay inside the band, or choose the act that fits.",
    ),
    "ACT_NOT_ON_DECISION": (
        _U,
        "案件 {case_no} 的决定依据{decided}，不能据以记“{act_zh}”。可以记的行为：{fitting}。"
        "确有另一决定的，请以该决定为依据。",
        "Case {case_no} was decided on {decided_en}: '{act_en}' does not rest on it. What does: "
        "{fitting_en}. Where there is another decision, name that one.",
    ),
    "NOT_REPEATED": (
        _U,
        "“{act_zh}”须 {year} 自然年度内此前已有同一行为的有效记分（与本决定的依据相符）。请按行为本身选择，或先登记此前的记分。",
        "'{act_en}' needs an earlier score of {year} that counts, of an act that the decision bears. Choose the act itself, or record the "
        "earlier score first.",
    ),
    "REPEATS_WHICH": (
        _U,
        "本年度此前的有效记分不止一条：{entries}。请在“所重复的此前记分”中写明其编号。",
        "More than one earlier score of the year counts: {entries_en}. Name the one whose act was "
        "repeated.",
    ),
    "DEPARTURE_UNEXPLAINED": (
        _U,
        "负{share}的，该行为一般记 {suggested} 分；记 {points} 分请写明偏离的理由。",
        "With {share_en} this act scores {suggested} points as a rule; say why {points} (departure).",
    ),
    "DAY_UNEXPLAINED": (
        _U,
        "决定认定的违法行为至 {ended} 终了，适用{ended_rules}；按 {day}（{rules}）记分的，请写明理由"
        "（如本人此前已离职），否则行为日期填终了之日。",
        "The conduct ended on {ended} by the decision ({ended_rules_en}). To score by {day} ({rules_en}) say "
        "why, for example that the person had left before; else enter the end as the day.",
    ),
    "UNKNOWN_ACT": (
        _I,
        "记分规则 {rule_set} 中没有行为“{act}”。请从列表中选择。",
        "Rule set {rule_set_en} has no act '{act}'. Choose from the list.",
    ),
    "NO_RULE_SET": (
        _U,
        "{on} 没有可适用的记分规则。请核对日期后重填。",
        "No rule set for points applies on {on}. Check the day and enter it again.",
    ),
    "BASIS_MISSING": (
        _U,
        "记分须以对机构的处罚或协议处理决定为依据：{why}。",
        "A score needs a decision against the institution: {why_en}.",
    ),
    "BASIS_NOT_SERVED": (
        _U,
        "案件 {case_no} 的决定尚未送达生效，不能据以记分。请先{step}。",
        "The decision of case {case_no} was not served and has no effect yet; no score rests on it. "
        "First {step_en}.",
    ),
    "PARAMETER_WAITS": (
        _C,
        "参数“{parameter}”已有待批准的修改建议 {proposal_id}（{name} 提出）。请先由主要负责人批准或退回。",
        "A proposal for '{parameter_en}' waits already ({proposal_id}, by {name}). The head has to "
        "approve or refuse it first.",
    ),
    "RESTORATION_BARRED": (
        _U,
        "{why}，依{rule}终止医保支付资格，至 {until} 届满，县级恢复规则不能缩短。届满后可重新登记备案。",
        "{why_en}: the {rule_en} bars a restoration until {until}, and the county rule cannot "
        "shorten it. Then a new registration is open.",
    ),
    "BAR_STANDS": (
        _U,
        "{ground}（限制 {bar_id}，{document_no}），不能恢复或重新登记备案。{cure}。",
        "{ground_en} (bar {bar_id}, {document_no}): neither restoration nor re-registration is open. "
        "{cure_en}.",
    ),
    "RESTORATION_WAITS": (
        _U,
        "目前暂不能办理恢复或重新登记备案，有关情况由基金监管中心核实。请向基金监管中心询问，待其通知后再办理。",
        "A restoration or re-registration cannot go on for now: the supervision centre is checking. "
        "Ask the centre, and go on once it says so.",
    ),
    "RESTORATION_DISABLED": (
        _U,
        "本地资格恢复规则未启用。请提出修改参数 {parameter} 的建议，由主要负责人批准。",
        "The local restoration rule is disabled. Propose the parameter {parameter}; the head approves it.",
    ),
    "OWN_RECUSAL": (
        _U,
        "本人认为自己应当回避的，请办理“申明回避”，不需申请。",
        "To withdraw yourself, declare that you are related; no request is needed.",
    ),
    "RECUSAL_WAITS": (
        _U,
        "有人申请您回避，主要负责人尚未决定。请等待决定，或者由本组织其他负责人办理。",
        "Your recusal was asked for and the head has not decided yet. Wait for the decision, or let "
        "another officer of the body act.",
    ),
    "PARTY_SPOKEN": (
        _C,
        "贵单位党组织已提出意见，现待 {waiting} 的党组织提出，请等待。意见需要更正的，书面告知基金监管中心，由中心审核时"
        "一并考虑。",
        "The party organisation of your institution has spoken; wait for that of {waiting_en}. What is "
        "to be corrected, tell the supervision centre in writing: it weighs each opinion.",
    ),
    "RESTORATION_PAPERS": (
        _U,
        "决定尚未生效：缺{what}。请打印相应文书，经签名、盖章后扫描存入证据库（不属于任何案件），用“附入恢复文书签章件”附入后再办理。",
        "The decision has no effect yet: {what_en} is missing. Print it, have it signed and sealed, keep the scan "
        "in the vault, of no case, attach it as a signed paper of the restoration, then go on.",
    ),
    "NOT_VERIFIED": (
        _U,
        "中心同意前，学习、考试、退款、整改四项都须核实；尚未做到：{what}。请选“退回补正”并写明需补什么，"
        "补正后再审核；不能补正的，选“不同意”并说明理由。",
        "The centre approves once study, exam, refund and rectification are verified. Still "
        "wanting: {what_en}. Return the application and say what is to be made good, or refuse it "
        "with reasons.",
    ),
    "REFUND_OUTSTANDING": (
        _U,
        "不能答“应退基金已退回：是”。{said}。{cure}。",
        "'Fund money refunded' cannot be answered with yes: {said_en}. The way on: {cure_en}.",
    ),
    "NOT_CORRECTED": (
        _U,
        "不能答“问题已整改到位：是”：案件 {case_no} 最近一次登记为未改正或复查未通过（{what}）。已改正的，先在该案"
        "登记改正情况或整改复查；未改正的，答“否”并选“退回补正”。",
        "'Rectification done' cannot be answered with yes: case {case_no} found last that it was not "
        "({what}). Record the correction or the re-check in that case; else answer no and return the "
        "application.",
    ),
    "HALT_STANDS": (
        _U,
        "中止事由尚未消除：{ground}。消除后再恢复办理。",
        "The ground for resting still stands: {ground_en}. Settle it first.",
    ),
    "NOTHING_TO_RESTORE": (
        _U,
        "该医师当前状态为“{standing}”，无需恢复。请在医师档案核对其状态；记分有误的，请提出异议或者申请更正。",
        "This doctor's standing is '{standing_en}'; there is nothing to restore. Look at the doctor's file; a wrong score is "
        "objected to, or corrected.",
    ),
    "SCORE_OF_AGENCY": (
        _U,
        "记分由经办机构作出：经办机构的记分由经办机构人员登记、送达和登记异议。由本局稽查人员代办的，"
        "请先提出修改参数 score_recorders 的建议，由主要负责人批准；已由经办机构登记的记分仍由其办理。",
        "A score is the agency's act: its officers record, serve and take objections to its scores. Where "
        "inspectors do it for the agency, propose the parameter score_recorders first, which the head "
        "approves; scores that the agency recorded stay its own.",
    ),
    "REPAIR_DISABLED": (
        _U,
        "国家规则下的修复减分未启用。请依省、市细则提出修改参数 national_repair 的建议，由主要负责人批准。",
        "Repair under the national rule is disabled. Propose the parameter national_repair on the "
        "rules of the province or city; the head approves it.",
    ),
    "REPAIR_NOT_OPEN": (
        _U,
        "该医师当前状态为“{standing}”，修复减分不能解除终止；禁期届满（{until}）后重新登记备案。",
        "This doctor's standing is '{standing_en}': a repair undoes no termination. Once it is over "
        "({until}) re-register.",
    ),
    "REPAIR_SPENT": (
        _U,
        "{year} 年没有可再修复的记分：修复以 {max} 分为限，且不超过本年度依国家规则的累计记分"
        "（已登记或认定 {taken} 分）。新的自然年度重新计算。",
        "Nothing more of {year} can be repaired: at most {max} points and never more than the year's "
        "national total ({taken} recorded or recognised). A new natural year counts anew.",
    ),
    "REPAIR_TOO_EARLY": (
        _U,
        "暂停满 {days} 日方可认定修复，最早为 {first}。请届时再认定。",
        "A repair is recognised after {days} days of suspension, from {first} on. Decide it then.",
    ),
    "NOT_EARNED": (
        _U,
        "学习积分 {earned} 分，须积满 {need} 分且考试合格。请继续学习并登记证明。",
        "{earned} of {need} learning points earned, and the exam must be passed. Go on studying.",
    ),
    "STAFF_NOT_COVERED": (
        _U,
        "“{rule_set}”不适用于{staff}，不能记分。请核对人员类别和行为日期。",
        "'{rule_set_en}' does not cover {staff_en}. Check the kind of staff and the day.",
    ),
    "BATCH_NOT_OPEN": (
        _U,
        "{name}（{doctor}）没有在办的恢复申请（{stage}），不能列入名单。请移出后再提交。",
        "{name} ({doctor}) has no open application ({stage_en}). Take that doctor off the list.",
    ),
    "BATCH_DECIDED": (
        _U,
        "{name} 的恢复申请已办结或者已经批准，名单 {batch} 不能再更改。批准有误的，按撤销恢复办理。",
        "The application of {name} is over or approved: the list {batch} is changed no more. A wrong approval is "
        "revoked.",
    ),
    "BATCH_TAKEN": (
        _C,
        "{name} 的申请已列入名单 {batch}，不能重复列入。请移出后再提交。",
        "The application of {name} is on list {batch} already. Take that doctor off this one.",
    ),
    "LESSON_ELSEWHERE": (
        _C,
        "学习已在另一窗口打开，本窗口不再计时。请在新窗口继续，或在此重新打开课程。",
        "The lesson was opened in another window; this one no longer counts. Open it here again.",
    ),
    "EXAM_OPEN": (
        _C,
        "考试 {attempt} 尚未交卷，同一时间只能有一场考试。请先交卷。",
        "Exam {attempt} is still open; only one at a time. Hand it in first.",
    ),
    "EXAM_BARRED": (
        _U,
        "暂不能考试：{why}。请按上述情形办理后再考。",
        "No exam now: {why_en}. See to that first, then sit it.",
    ),
    "EXAM_WAIT": (
        _U,
        "未到补考时间，请于 {until} 起再次考试。",
        "The next exam is possible from {until}: sit it then.",
    ),
    "EXAM_TIME_OVER": (
        _U,
        "考试时间已于 {until} 结束，请交卷；此前保存的答案有效。",
        "The time ended at {until}. Hand in; answers saved before count.",
    ),
    "BANK_TOO_SMALL": (
        _U,
        "题库可用试题 {have} 道，少于试卷所需 {need} 道。请由经办机构补充题库。",
        "The bank has {have} usable questions, {need} are needed. The agency has to add some.",
    ),
    "CERTIFICATE_OF_ANOTHER": (
        _U,
        "证明材料 {evidence_id} 已用于另一位医师的档案，且未列明本医师。请上传本人的证明后再登记；多人合用的证明，"
        "首次登记时须列明所涉各医师，未列明的按人分别上传其摘录页。",
        "Certificate {evidence_id} is proof on another doctor's file already and was not said to name "
        "this one. Upload this doctor's own, then record it; of one that names several, say whom when "
        "it is first recorded, else upload the page of each.",
    ),
    "WAIT_FOR_RETURN": (
        _C,
        "申请不在“{step}”环节，请刷新页面查看当前环节。",
        "The application is not at the step '{step_en}'. Reload to see where it is.",
    ),
}
