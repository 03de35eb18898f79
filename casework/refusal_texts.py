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
        "This act needs one of the roles: {roles}. Ask a person who holds it.",
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
        "{what} exists already. Check the number.",
    ),
    "ALREADY_DONE": (_C, "该事项已办结，无需重复办理。", "This has been done; nothing to repeat."),
    # input
    "NOT_FOUND": (_N, "未找到：{what}。", "Not found: {what}."),
    "FIELD_REQUIRED": (_I, "请填写：{field}。", "Please fill in: {field}."),
    "BAD_VALUE": (_I, "{field} 的值不正确：{why}。", "{field} is wrong: {why}."),
    "BAD_AMOUNT": (
        _I,
        "金额“{value}”不正确，应为非负、至多两位小数的人民币金额。",
        "Amount '{value}' is wrong: non-negative yuan with at most two decimals.",
    ),
    "DATE_ORDER": (
        _I,
        "日期不正确：{what}。",
        "The dates are wrong: {what}.",
    ),
}
