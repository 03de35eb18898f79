"""What leaves the house: case number and act. No name, no title, no free text."""

from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from casework.wording import capital
from graph.notices.deliveries import Delivery
from graph.notices.read import Notice

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
#: Notices listed in one digest; the rest is counted.
LISTED: Final = 50
FOOT: Final = {
    "zh": "本邮件不含个人信息，详情请登录稽查平台查看。请勿回复。",
    "en": "This mail holds no personal data; sign in to Jicha for the rest. Do not reply.",
}


def mail_of(delivery: Delivery, bureau: str, desk: str | None) -> tuple[str, str]:
    """Subject and text of a mail, in the language that its reader chose."""
    language, notices = delivery.language, delivery.notices
    if delivery.way == "digest":
        subject = (
            f"[稽查] 每日摘要：{len(notices)} 条未读提醒"
            if language == "zh"
            else f"[Jicha] Daily digest: {len(notices)} unread notices"
        )
    else:
        subject = ("[稽查] " if language == "zh" else "[Jicha] ") + _line(notices[0], language)
    lines = [_line(one, language) + _when(one, language) for one in notices[:LISTED]]
    more = len(notices) - LISTED
    if more > 0:
        lines.append(f"……另有 {more} 条" if language == "zh" else f"… and {more} more")
    tail = [desk, "", FOOT[language], bureau] if desk else [FOOT[language], bureau]
    return subject, "\n".join([*lines, "", *(part for part in tail if part is not None)])


def payload_of(delivery: Delivery, at: datetime) -> dict[str, Any]:
    """The JSON of a webhook call; `id` is the same whenever the same thing is sent again."""
    one = delivery.notices[0]
    return {
        "id": delivery.key,
        "account": delivery.account,
        "kind": one.kind,
        "case_no": one.subject if one.target.startswith("/cases/") else None,
        "number": one.subject or None,
        "act_zh": one.zh,
        "act_en": one.en,
        "due": one.due.isoformat() if one.due else None,
        "happened_at": one.at.isoformat(),
        "sent_at": at.isoformat(),
    }


def _line(one: Notice, language: str) -> str:
    text = one.zh if language == "zh" else one.en
    # The words of an act stand in the middle of a sentence elsewhere; here they may begin it.
    return f"{one.subject} {text}" if one.subject else capital(text)


def _when(one: Notice, language: str) -> str:
    if one.due is None:
        return ""
    due = f"{one.due.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    return f"（{due} 到期）" if language == "zh" else f" (due {due})"
