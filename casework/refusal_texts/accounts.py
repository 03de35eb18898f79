"""Accounts and keys, and the custody of evidence."""

from casework.refusal_texts.kinds import Kind

_F, _I, _U = Kind.FORBIDDEN, Kind.INVALID, Kind.UNLAWFUL

TEXTS: dict[str, tuple[Kind, str, str]] = {
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
