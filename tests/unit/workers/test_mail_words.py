"""What a mail says: sentences that begin as sentences do, in the reader's language."""

from datetime import UTC, datetime
from typing import Final

from graph.notices.choices import Way
from graph.notices.deliveries import Delivery
from graph.notices.read import Notice
from workers.notices.words import mail_of

AT: Final = datetime(2026, 11, 27, 9, tzinfo=UTC)
ACT: Final = ("等待您办理：答复", "waits for you: answer")


def told(subject: str, language: str = "en") -> Delivery:
    notice = Notice("k", "sup", "points", *ACT, "题库", subject, "", "/inbox", None, AT, None)
    return Delivery("k", Way.MAIL, "sup", 0, "sup@bureau.gov.cn", language, (notice,))


def test_an_english_mail_about_no_case_begins_with_a_capital() -> None:
    subject, text = mail_of(told(""), "云溪县医疗保障局", None)
    assert subject == "[Jicha] Waits for you: answer"
    assert text.startswith("Waits for you: answer\n\nThis mail")
    assert mail_of(told("C-1"), "局", None)[0] == "[Jicha] C-1 waits for you: answer"
    assert mail_of(told("", "zh"), "局", None)[0] == "[稽查] 等待您办理：答复"
