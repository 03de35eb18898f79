"""Mail by the bureau's own SMTP server."""

import hashlib
import smtplib
import ssl
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Final

from graph.notices.deliveries import Delivery
from stack.settings import Settings
from workers.notices.sending import SendFailed, WayDown
from workers.notices.words import mail_of

TIMEOUT_SECONDS: Final = 10


def message_of(settings: Settings, delivery: Delivery, at: datetime) -> EmailMessage:
    """The mail; its Message-ID is that of the delivery, so that a second copy is known as one."""
    subject, text = mail_of(delivery, settings.bureau_name, settings.desk_url)
    sender = settings.smtp_from or ""
    mail = EmailMessage()
    mail["Subject"] = subject
    mail["From"] = sender
    mail["To"] = delivery.email
    mail["Date"] = format_datetime(at)
    digest = hashlib.sha256(delivery.key.encode()).hexdigest()[:32]
    mail["Message-ID"] = f"<{digest}@{sender.rpartition('@')[2] or 'jicha'}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(text)
    return mail


def send_mail(settings: Settings, delivery: Delivery, at: datetime) -> None:
    """Hand one mail to the server. Raises `SendFailed`, `WayDown` when there is no talking to it."""
    mail = message_of(settings, delivery, at)
    try:
        with _connect(settings) as server:
            server.send_message(mail)
    except smtplib.SMTPRecipientsRefused as error:
        code = next(iter(error.recipients.values()))[0]
        raise SendFailed(
            f"邮件服务器拒收该地址（{code}），请检查邮箱",
            f"the mail server refuses this address ({code}): check it",
            for_good=code >= 500,
        ) from None
    except smtplib.SMTPAuthenticationError as error:
        raise WayDown(
            f"邮件服务器不接受用户名或密码（{error.smtp_code}），请系统管理员检查 JICHA_SMTP_*",
            f"the mail server refuses user or password ({error.smtp_code}): check JICHA_SMTP_*",
        ) from None
    except smtplib.SMTPResponseException as error:
        raise SendFailed(
            f"邮件服务器应答 {error.smtp_code}",
            f"the mail server answered {error.smtp_code}",
            for_good=False,
        ) from None
    except (OSError, smtplib.SMTPException) as error:
        kind = type(error).__name__
        raise WayDown(
            f"邮件服务器 {settings.smtp_host}:{settings.smtp_port} 连接失败（{kind}）",
            f"the mail server {settings.smtp_host}:{settings.smtp_port} cannot be used ({kind})",
        ) from None


def _connect(settings: Settings) -> smtplib.SMTP:
    host, port = settings.smtp_host or "", settings.smtp_port
    if settings.smtp_security == "tls":
        context = ssl.create_default_context()
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            host, port, timeout=TIMEOUT_SECONDS, context=context
        )
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
    if settings.smtp_security == "starttls":
        server.starttls(context=ssl.create_default_context())
    if settings.smtp_user and settings.smtp_password:
        server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
    return server
