"""Every refusal with its stable code: kind, Chinese text, English text.

Texts name the cure. Placeholders are filled from the facts of the refusal.
"""

from casework.refusal import Kind

_F, _C, _I, _U, _N = Kind.FORBIDDEN, Kind.CONFLICT, Kind.INVALID, Kind.UNLAWFUL, Kind.NOT_FOUND

TEXTS: dict[str, tuple[Kind, str, str]] = {
    # permissions
    "ROLE_REQUIRED": (
        _F,
        "此操作需要以下角色之一：{roles}。请由有权人员办理。",
        "This act needs one of the roles: {roles_en}. Ask a person who holds it.",
    ),
    "NOT_YOURS": (
        _F,
        "您与该对象无关联，不能办理。请由承办人员或本机构人员办理。",
        "You are not bound to this object. Ask its officer or its own institution.",
    ),
    "FOUR_EYES": (
        _U,
        "{what}不得由同一人办理（本人已于此前经手）。请由另一人办理。",
        "{what_en} must be done by another person; you have acted on it before.",
    ),
    "RECUSED": (
        _U,
        "您与申请人为同一人或有利害关系，应当回避。请由本组织其他负责人办理。",
        "You are the applicant or related and must withdraw. Another officer of the body acts.",
    ),
    # conflicts
    "NOT_JUDGED": (
        _C,
        "该对象尚无研判结论，无需撤回。请刷新后查看最新状态。",
        "Nothing was judged here, so there is nothing to take back. Reload to see what holds.",
    ),
    "STALE_VERSION": (
        _C,
        "内容已被他人更新（您看到第 {expected} 版，当前第 {current} 版）。请刷新后再办理。",
        "Someone changed this meanwhile (you saw {expected}, now {current}). Reload and retry.",
    ),
    "ILLEGAL_MOVE": (
        _C,
        "当前处于“{stage}”，不能办理“{act}”。",
        "The object is at '{stage_en}'; '{act_en}' is not possible now.",
    ),
    "ALREADY_EXISTS": (
        _C,
        "{what}已存在，请核对编号。",
        "{what_en} exists already. Check the number.",
    ),
    "FORM_VOID": (
        _C,
        "文书 {number} 已作废，不能附签字件。请重新出具后再附。",
        "Form {number} is void; no signed paper can be attached. Issue it anew first.",
    ),
    "SCAN_TAKEN": (
        _C,
        "该扫描件已作为《{title}》的签字件。请另行扫描、登记本文书的签字件后再附。",
        "That scan is the signed '{title_en}' already. Scan and receive this form's own paper.",
    ),
    "NOT_EFFECTIVE": (
        _U,
        "决定尚未生效：缺{what}（{basis}）。请在“文书”中出具，经签名、盖章后扫描登记为本案证据并“附签字件”，再行送达。",
        "The decision has no effect yet: {what_en} is missing ({basis_en}). Issue it under 'forms', "
        "have it signed and sealed, receive the scan as evidence of this case, attach it as the "
        "signed paper, then serve.",
    ),
    "ALREADY_DONE": (_C, "该事项已办结，无需重复办理。", "This has been done; nothing to repeat."),
    # input
    "NOT_FOUND": (_N, "未找到：{what}。", "Not found: {what_en}."),
    "FIELD_REQUIRED": (_I, "请填写：{field}。", "Please fill in: {field_en}."),
    "BAD_VALUE": (_I, "{field} 的值不正确：{why}。", "{field_en} is wrong: {why_en}."),
    "BAD_CURSOR": (
        _I,
        "翻页位置无效，请从第一页重新开始。",
        "Bad cursor: start from the first page.",
    ),
    "BAD_AMOUNT": (
        _I,
        "金额“{value}”不正确，应为非负、至多两位小数的人民币金额。",
        "Amount '{value}' is wrong: non-negative yuan with at most two decimals.",
    ),
    "DATE_ORDER": (
        _I,
        "日期不正确：{what}。",
        "The dates are wrong: {what_en}.",
    ),
    "CALENDAR_UNKNOWN": (
        _I,
        "{year} 年的节假日安排尚未收录，无法计算工作日期限。请升级节假日数据后重试。",
        "The holiday calendar of {year} is not known yet. Update the holiday data and retry.",
    ),
    # law of the penalty
    "LAW_NOT_IN_FORCE": (
        _U,
        "{article} 在 {on} 不适用。请按行为终了日的有效法律另选条款。",
        "{article} was not in force on {on}. Choose the law of the day the conduct ended.",
    ),
    "LAW_CONDITION": (
        _U,
        "{article} 只有在“{condition}”时才能罚款。请先责令改正并记录。",
        "{article} allows a fine only on the condition '{condition_en}'. Order correction first.",
    ),
    "OUTSIDE_BAND": (
        _U,
        "{value} 超出 {article} 的法定幅度（{band}）。请在幅度内裁量。",
        "{value_en} is outside the band of {article} ({band_en}). Stay inside the band.",
    ),
    "OUTSIDE_DISCRETION": (
        _U,
        "{value} 倍不在裁量档次（{band}）内。请调整倍数，或写明偏离理由。",
        "{value} is outside the tier of discretion ({band_en}). Choose another, or give the reason.",
    ),
    "WORKSHEET_DIFFERS": (
        _U,
        "处罚建议与测算表 {worksheet_id} 不一致。请按测算表填写，或另做测算表。",
        "The proposal differs from worksheet {worksheet_id}. Use its figures, or draw another one.",
    ),
    "OUTSIDE_COUNTY": (
        _U,
        "该机构属地 {area}，不在本县，本局不能处罚。可登记疑点、拒付、发协查函；请移送就医地医保部门（{basis}）。",
        "The institution is in {area}, outside this county: it is not punished here. Keep findings, "
        "refuse payment, ask for assistance, and transfer the case to the place of care ({basis_en}).",
    ),
    "OTHER_PARTY": (
        _U,
        "检查 {inspection_no} 与案件 {case_no} 的当事人不是同一机构。请选择该机构的案件。",
        "Inspection {inspection_no} and case {case_no} have different parties. Choose its own case.",
    ),
    "WITNESS_IS_OFFICER": (
        _U,
        "见证人 {name} 是检查人员，不能见证。请另请见证人。",
        "The witness {name} is an officer of the inspection. Ask somebody else to witness.",
    ),
    "LEDGER_SHORT": (
        _U,
        "“{account}”仅余 {left} 元，不能办理 {amount} 元。请核对台账后按余额办理。",
        "'{account_en}' holds {left} yuan, not {amount}. Look into the ledger, use what is left.",
    ),
    "SELECTION_CHANGED": (
        _C,
        "预览时为 {expected} 条，现符合条件的有 {current} 条。请重新预览后再认定。",
        "The preview had {expected} lines, now {current} match. Preview again, then decide.",
    ),
    "LOSS_NOT_CONFIRMED": (
        _U,
        "金额 {given} 元与逐条认定的基金损失 {confirmed} 元不一致。请按认定明细填写，或先补充认定。",
        "{given} yuan is not the confirmed loss of {confirmed} yuan. Use it, or confirm more lines.",
    ),
    "STILL_RECOVERING": (
        _U,
        "本案已追回 {recovered} 元、决定退回 {demanded} 元，明细不能释放。",
        "The case recovered {recovered} and demands {demanded} yuan: its lines stay with it.",
    ),
    "WRONG_SUBJECT": (
        _U,
        "{article} 不适用于该类当事人（{party}）。机构适用第三十八至四十条，个人适用第四十一条。",
        "{article} does not apply to this party ({party_en}). Institutions: 38–40; persons: 41.",
    ),
    # the penalty procedure
    "TWO_OFFICERS": (
        _U,
        "执法人员不得少于两人且须为不同人员（现有 {count} 人）。请补充承办人员。",
        "At least two officers, two different persons, are required ({count} named). Add officers.",
    ),
    "NOT_AN_OFFICER": (
        _F,
        "只有本案承办人员可以办理。请先由中心负责人指派。",
        "Only an officer of this case may do this. Have the supervisor assign you.",
    ),
    "ACCOUNT_UNFIT": (
        _U,
        "账号 {login} 不能担任此职：{why}。请另选人员。",
        "Account {login} cannot act here: {why_en}. Choose another person.",
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
    "PROPOSAL_PENDING": (
        _C,
        "处罚建议 {proposal_id} 正在审核，请等待审核结果。",
        "Proposal {proposal_id} is under review. Wait for the outcome.",
    ),
    "PROPOSAL_REVIEWED": (
        _C,
        "处罚建议 {proposal_id} 不是待审核的建议。请刷新后办理最新的建议。",
        "Proposal {proposal_id} is not waiting for review. Reload and review the latest one.",
    ),
    "PERIOD_RUNNING": (
        _U,
        "{what}期限至 {until} 届满，届满前不能办理。",
        "The period for {what_en} runs until {until}; wait for its end or a signed waiver.",
    ),
    "PERIOD_OVER": (
        _U,
        "{what}期限已于 {until} 届满，不再受理。",
        "The period for {what_en} ended on {until}.",
    ),
    "NO_HEARING_RIGHT": (
        _U,
        "本案拟处罚未达听证标准，当事人可陈述申辩。",
        "The proposed penalty gives no right to a hearing; the party may state and defend.",
    ),
    "OWN_RIGHT": (
        _U,
        "陈述申辩是机构的权利，经办机构不得代为陈述或放弃。请由机构本人账号办理，"
        "或附入机构签章的书面材料后登记。",
        "Stating and defending is the institution's own right; the agency cannot do or waive it. "
        "Let the institution act by its account, or attach its signed paper and record that.",
    ),
    "DEFENCE_AGGRAVATES": (
        _U,
        "不得因当事人陈述申辩而给予更重的处罚（处罚法第四十五条；原建议 {contested}）。"
        "确有新事实的，请写明并附入新证据后重新告知。",
        "A defence never aggravates (Penalty Law 45; contested proposal: {contested}). Where there "
        "are new facts, state them, attach their evidence, and notify again.",
    ),
    "CLOSING_GROUND": (
        _U,
        "案件不符合结案情形“{ground}”。请按实际情形选择，或以其他情形写明理由。",
        "The case is not so: '{ground_en}'. Choose what holds, or another situation with reasons.",
    ),
    "NOT_OURS": (
        _U,
        "本案已确定由 {other} 管辖，本机关不能立案。请整案移送。",
        "The case belongs to {other}. Transfer it as a whole instead of filing it.",
    ),
    "RECOVERED_ALREADY": (
        _U,
        "本案基金已追回 {recovered} 元，尚可追回 {left} 元，不能再追回 {asked} 元：同一笔基金只追回一次。",
        "{recovered} yuan came back already; {left} are left, {asked} cannot be asked for: a yuan of "
        "the fund is recovered once.",
    ),
    # measures and delegation
    "MEASURE_CONFLICT": (
        _U,
        "与现行措施冲突：{measure}（{basis}）。请先解除现行措施，或另选措施。",
        "It conflicts with a standing measure: {measure_en} ({basis_en}). Lift that one first, or "
        "choose another measure.",
    ),
    "HEAD_ALONE": (
        _F,
        "“{act}”须由主要负责人本人批准，不得委托他人，也不能由其他人员决定。",
        "The head alone decides on a {act_en}, in person and never by delegation; other measures "
        "are not decided here.",
    ),
    "NEVER_DELEGATED": (
        _U,
        "“{act}”依法不得委托他人代行（{basis}）。",
        "{act_en} can never be delegated ({basis_en}).",
    ),
    "NOT_TO_DEPUTY": (
        _U,
        "不能授权给本人的账号（{login}）。请另选人员。",
        "{login} is yourself. Choose another person.",
    ),
    "ENTRUSTMENT_OVER": (
        _U,
        "基金监管中心的委托书已于 {until} 期满或尚未生效，不能以本局名义办理。请主要负责人登记新的委托书。",
        "The centre's letter of entrustment ended on {until} or has not begun; it cannot act in the "
        "bureau's name. The head has to record a new one.",
    ),
    "SCORE_RECORDED": (
        _C,
        "该决定、该行为已对本人记分（{entry_id}），不得重复记分。如有错误请先撤销原记分。",
        "This decision and act were scored already ({entry_id}). Annul that score first if wrong.",
    ),
    "LIMITATION_OVER": (
        _U,
        "处罚时效已于 {until} 届满（处罚法第三十六条）。涉及生命健康、金融安全且有危害后果的适用较长时效；"
        "否则应不予立案。",
        "The limitation ran out on {until} (Penalty Law 36). Claim the longer term where there was "
        "harm to life, health or financial safety; else decide not to file.",
    ),
    "NOT_SIMPLE": (
        _U,
        "罚款 {fine} 元超过当场处罚限额 {limit} 元，请按普通程序立案。",
        "A fine of {fine} yuan is above {limit} yuan, the limit on the spot. File the case.",
    ),
    "REVIEW_FIRST": (
        _U,
        "对当场作出的处罚决定应先申请行政复议，再提起诉讼（行政复议法第二十三条）。",
        "Against a decision on the spot review comes before suit (Review Law 23).",
    ),
    "TOO_FEW_MEMBERS": (
        _U,
        "集体讨论须有至少 {need} 名不同的负责人参加（现有 {count} 人）。请补充参加人员。",
        "A collective discussion needs {need} different leaders ({count} named). Add members.",
    ),
    "DISCUSSION_MISSING": (
        _U,
        "该决定须先经负责人集体讨论：{grounds}。请记录集体讨论后再作出决定。",
        "The leaders have to discuss this decision first ({grounds_en}). Record the discussion.",
    ),
    "EXTENSION_SPENT": (
        _U,
        "延期已用尽或超出法定期限（{limit}）。",
        "The extension is spent or beyond the limit ({limit_en}).",
    ),
    "UNPAID": (
        _U,
        "尚有未执行金额 {open} 元。请登记缴款，或在结案情形中写明法定理由。",
        "{open} yuan are still open. Record the payment, or state the legal ground for closing.",
    ),
    "EVIDENCE_ELSEWHERE": (
        _U,
        "证据 {evidence_id} 已附于案件 {other}。请核对证据编号。",
        "Evidence {evidence_id} belongs to case {other}. Check the number.",
    ),
    # referral
    "DOSSIER_MISMATCH": (
        _U,
        "卷宗哈希与登记的不一致。请重新导出卷宗并登记后再移送。",
        "The dossier's hash is not the recorded one. Export and record the dossier again.",
    ),
    "PARTS_UNEXPLAINED": (
        _U,
        "移送材料不齐且未说明：{parts}。请补齐或逐项说明。",
        "Parts of the package are missing without explanation: {parts_en}. Add or explain them.",
    ),
    # points
    "OUTSIDE_SCORE_BAND": (
        _U,
        "该行为记分幅度为 {band} 分，不能记 {points} 分。",
        "This act scores {band} points; {points} is not possible.",
    ),
    "UNKNOWN_ACT": (
        _I,
        "记分规则 {rule_set} 中没有行为“{act}”。请从列表中选择。",
        "Rule set {rule_set_en} has no act '{act}'. Choose from the list.",
    ),
    "NO_RULE_SET": (
        _U,
        "{on} 没有可适用的记分规则。",
        "No rule set for points applies on {on}.",
    ),
    "BASIS_MISSING": (
        _U,
        "记分须以对机构的处罚或协议处理决定为依据：{why}。",
        "A score needs a decision against the institution: {why_en}.",
    ),
    "RESTORATION_BARRED": (
        _U,
        "{why}，依{rule}终止医保支付资格，至 {until} 届满，县级恢复规则不能缩短。届满后可重新登记备案。",
        "{why_en}: the {rule_en} bars a restoration until {until}, and the county rule cannot "
        "shorten it. Then a new registration is open.",
    ),
    "RESTORATION_DISABLED": (
        _U,
        "本地资格恢复规则未启用。请由主要负责人设置参数 {parameter}。",
        "The local restoration rule is disabled. The head may set the parameter {parameter}.",
    ),
    "HALT_STANDS": (
        _U,
        "中止事由尚未消除：{ground}。消除后再恢复办理。",
        "The ground for resting still stands: {ground_en}. Settle it first.",
    ),
    "NOTHING_TO_RESTORE": (
        _U,
        "该医师当前状态为“{standing}”，无需恢复。",
        "This doctor's standing is '{standing_en}'; there is nothing to restore.",
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
        "暂不能考试：{why}。",
        "No exam now: {why_en}.",
    ),
    "EXAM_WAIT": (
        _U,
        "未到补考时间，{until} 起可再次考试。",
        "The next exam is possible from {until}.",
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
    "WAIT_FOR_RETURN": (
        _C,
        "申请不在“{step}”环节，请刷新页面查看当前环节。",
        "The application is not at the step '{step_en}'. Reload to see where it is.",
    ),
    # accounts
    "ROLES_INCOMPATIBLE": (
        _U,
        "角色不能兼任：{roles}。三员须分设，管理员不办业务，机构人员不任医保部门职务。",
        "These roles cannot be combined: {roles_en}. Administrators stay apart from business roles.",
    ),
    "NOT_TO_ONESELF": (
        _U,
        "不得为本人授权、停用或解锁。请由另一名安全管理员办理。",
        "Not for oneself. Another security administrator has to do this.",
    ),
    "BINDING_REQUIRED": (
        _I,
        "角色“{role}”须绑定 {field}。",
        "The role '{role_en}' must be bound to a {field_en}.",
    ),
    "ACCOUNT_DISABLED": (
        _F,
        "账号已停用。请联系安全管理员。",
        "The account is disabled. Ask the security administrator.",
    ),
    "WEAK_PASSWORD": (
        _I,
        "密码至少 {minimum} 位，须含大写、小写、数字、符号中的三类，且不得包含账号名。",
        "At least {minimum} characters, three of upper, lower, digit, symbol, without the login.",
    ),
    "BAD_CREDENTIALS": (
        _F,
        "账号或密码不正确。多次失败后账号将暂时锁定。",
        "Wrong account or password. Repeated failures lock the account for a while.",
    ),
    "ACCOUNT_LOCKED": (
        _F,
        "失败次数过多，账号锁定至 {until}。请稍后再试，或由安全管理员解锁。",
        "Too many failures; locked until {until}. Wait, or ask the security administrator.",
    ),
    "PASSWORD_CHANGE_REQUIRED": (
        _F,
        "首次登录须修改一次性密码。",
        "The one-time password has to be changed first.",
    ),
    "SIGN_IN_REQUIRED": (
        _F,
        "请先登录（jicha login）。",
        "Please sign in first (jicha login).",
    ),
    "KEY_REQUIRED": (
        _F,
        "接口密钥无效、已过期或已吊销。请由安全管理员重新发放，并以 Authorization: Bearer 方式提交。",
        "The key is unknown, over or revoked. The security administrator issues a new one; send it "
        "as Authorization: Bearer.",
    ),
    # custody
    "HASH_MISMATCH": (
        _U,
        "哈希与原件不一致，不予登记。请重新复制并核对。",
        "The hash differs from the original's. Copy again and compare.",
    ),
    "RETENTION_SHORTER": (
        _U,
        "保存期限只能延长（当前至 {current}）。",
        "Retention only ever extends (now until {current}).",
    ),
}
