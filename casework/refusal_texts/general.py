"""What any act may meet: permissions, conflicts, inputs."""

from casework.refusal_texts.kinds import Kind

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
        "您与档案所记的医师（申请人）为同一人或有利害关系，应当回避。请由本组织其他负责人办理。",
        "You are the doctor of this file (the applicant) or related and must withdraw. Another officer "
        "of the body acts.",
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
        "当前处于“{stage}”，不能办理“{act}”。请刷新页面，按显示的下一步办理。",
        "The object is at '{stage_en}'; '{act_en}' is not possible now. Reload and take the step that is shown.",
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
        "该扫描件已作为“{title}”的签字件，一份扫描件只对应一份文书。请另行扫描、登记本文书的签字件后再附。",
        "That scan is the signed '{title_en}' already, and one scan is one paper. Scan and receive this "
        "paper itself.",
    ),
    "SCAN_STANDS": (
        _C,
        "“{title}”已附签字、盖章的扫描件（证据 {evidence_id}），不再更换；{way}原扫描件经核验登记为损坏、缺失的，可附新件。",
        "The signed and sealed scan of '{title_en}' (evidence {evidence_id}) is here and stays. "
        "{way_en}Once a check has it on record as damaged or lost, a new one may be attached.",
    ),
    "NOT_A_STATEMENT": (
        _I,
        "签名记录应是本案的“{kind}”。请重新扫描，按该种类登记为本案证据后再附。",
        "This signed record is '{kind_en}'. Scan it anew, receive it as evidence of that "
        "kind and attach that.",
    ),
    "ALREADY_BOUND": (
        _C,
        "本案已装订（第 {current} 版），其后没有新增文书或证据，无需重装。",
        "The case is bound (version {current}) and nothing came after it; no need to bind again.",
    ),
    "NOT_EFFECTIVE": (
        _U,
        "决定尚未生效：缺{what}（{basis}）。请在“文书”中出具，经签名、盖章后扫描登记为本案证据并“附签字件”，再行送达。",
        "The decision has no effect yet: {what_en} is missing ({basis_en}). Issue it under 'forms', "
        "have it signed and sealed, receive the scan as evidence of this case, attach it as the "
        "signed paper, then serve.",
    ),
    "NOT_ISSUED": (
        _U,
        "不能送达：须有{what}（{basis}）。请先在“文书”中出具，再行送达。",
        "This cannot be served without {what_en} ({basis_en}). Issue it under 'forms', then serve.",
    ),
    "NOTHING_TO_LIST": (
        _C,
        "没有可以列入的明细：本案还没有疑点，或疑点的明细都已列入。请先“并入疑点”，或“手工列入明细”。",
        "There is nothing to list: the case has no findings yet, or all their lines are listed. "
        "Attach findings first, or list a line by hand.",
    ),
    "PARTY_NOT_REACHED": (
        _F,
        "当事人还不能在系统中阅读消息：只有已送达告知的定点医药机构可以。请先只发给同事，或以书面方式联系。",
        "The party cannot read messages here: only an institution that was notified can. "
        "Write to colleagues alone, or reach the party on paper.",
    ),
    "ALREADY_DONE": (
        _C,
        "该事项已办结，或者内容没有变化，无需重复办理。请刷新页面查看结果，按显示的下一步办理。",
        "This has been done, or nothing of it changed; there is nothing to repeat. Reload, see what holds and take "
        "the step that is shown.",
    ),
    # input
    "ID_TOO_LONG": (
        _I,
        "编号过长，最多 {most} 个字符；请核对后重填。",
        "The number is too long: at most {most} characters; check it and enter it again.",
    ),
    "CLOCK_BEHIND": (
        _C,
        "服务器时间（{now}）早于该记录的最近一步（{last}），未写入。请系统管理员校准各服务器的时间（NTP）后再办。",
        "The server's clock ({now}) is behind the last step on record ({last}); nothing was written. Have the "
        "administrator set the servers' clocks right (NTP), then repeat.",
    ),
    "NOT_FOUND": (
        _N,
        "未找到：{what}。请核对编号，或者刷新后从列表中选择。",
        "Not found: {what_en}. Check the number, or reload and choose from the list.",
    ),
    "FIELD_REQUIRED": (_I, "请填写：{field}。", "Please fill in: {field_en}."),
    "BAD_VALUE": (_I, "{field} 的值不正确：{why}。", "{field_en} is wrong: {why_en}."),
    "NOT_IN_BULK": (
        _U,
        "{act}不能批量办理：{basis}。请打开案件单独办理。",
        "{act_en} is not done in bulk: {basis_en}. Open the case and do it there.",
    ),
    "NOTHING_TO_APPROVE": (
        _C,
        "案件 {case_no} 目前没有等待您办理的步骤（可能已由他人办理，或您须回避）。请打开案件查看。",
        "Case {case_no} has no step for you now: somebody else took it, or you must not. Open it.",
    ),
    "BULK_TOO_MANY": (
        _I,
        "一次最多办理 {limit} 件，请分批办理。",
        "At most {limit} cases at once: do them in parts.",
    ),
    "CHANNEL_MISSING": (
        _I,
        "本单位尚未配置该通知方式（{setting}）。请由系统管理员配置后再选。",
        "This way of sending is not set up ({setting}). Ask the system administrator first.",
    ),
    "BAD_CURSOR": (
        _I,
        "翻页位置无效，请从第一页重新开始。",
        "Bad cursor: start from the first page.",
    ),
    "BAD_AMOUNT": (
        _I,
        "金额“{value}”不正确，请填写大于零、至多两位小数的人民币金额。",
        "Amount '{value}' is wrong: enter yuan above zero with at most two decimals.",
    ),
    "DATE_ORDER": (
        _I,
        "日期不正确：{what}。请核对材料上的日期后重填。",
        "The dates are wrong: {what_en}. Check them on the paper and enter them again.",
    ),
    "CALENDAR_UNKNOWN": (
        _I,
        "{year} 年的节假日安排尚未收录，届满日暂不能计算：国务院办公厅一般于上一年 11 月公布，公布后请法制审核人员或"
        "中心负责人在“本局参数”的“放假安排”中按国办发明电录入，由主要负责人批准；或者请系统管理员更新节假日数据"
        "（chinesecalendar 软件包）。",
        "The holidays of {year} are not known yet, so the due day cannot be reckoned: the State Council usually "
        "publishes them in November of the year before. Then let the legal reviewer or the supervisor enter its notice "
        "among the parameters of the bureau (holidays of a year) and the head approve it, or have the administrator "
        "update the holiday data (the package chinesecalendar).",
    ),
}
