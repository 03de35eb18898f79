"""Why the object store did not do what it was asked: one sentence and its cure, in both languages.

The store speaks in codes and the client in exception names; neither helps the person at the desk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import urllib3
from minio.error import S3Error

from evidence.errors import StoreUnreachableError


@dataclass(frozen=True)
class Trouble:
    """What is wrong with the store, and what to do about it."""

    zh: str
    en: str
    cure_zh: str
    cure_en: str


OFFLINE: Final = Trouble(
    "连不上",
    "cannot be reached",
    "请用 jicha status 查看它是否在运行，恢复后重试",
    "see with `jicha status` whether it runs, then retry",
)
SLOW: Final = Trouble(
    "没有在时限内应答",
    "did not answer in time",
    "请稍后重试；仍不应答的，用 jicha status 查看",
    "retry later; if it stays silent, see `jicha status`",
)
KEYS: Final = Trouble(
    "不接受本系统的密钥",
    "does not accept our keys",
    "请系统管理员核对 JICHA_S3_ACCESS_KEY_FILE 和 JICHA_S3_SECRET_KEY_FILE",
    "have JICHA_S3_ACCESS_KEY_FILE and JICHA_S3_SECRET_KEY_FILE checked",
)
CLOCK: Final = Trouble(
    "与本机的时钟相差过大",
    "has a clock too far from ours",
    "请系统管理员给两台机器校时后重试",
    "have both machines' clocks set right, then retry",
)
FULL: Final = Trouble(
    "没有剩余空间",
    "has no space left",
    "请系统管理员扩充磁盘后重试",
    "have its disk enlarged, then retry",
)
BUSY: Final = Trouble(
    "正忙", "is busy", "请稍后重试，已传的部分保留", "retry later; what has arrived is kept"
)
LINK: Final = Trouble(
    "不接受上传地址（可能已过期）",
    "does not accept the upload address (it may have expired)",
    "请重新发起上传",
    "start the upload again",
)
UNLOCKED: Final = Trouble(
    "没有上合规锁",
    "has not put the compliance lock on",
    "请系统管理员检查证据桶是否启用对象锁定",
    "have the vault's bucket checked for object lock",
)
ODD: Final = Trouble(
    "应答异常",
    "gave an unexpected answer",
    "请把括号中的内容告诉系统管理员，并用 jicha status 查看日志",
    "pass what stands in brackets to the system administrator and see the log (`jicha status`)",
)

#: S3's error codes, as SeaweedFS and MinIO send them.
BY_CODE: Final[dict[str, Trouble]] = {
    **dict.fromkeys(("AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"), KEYS),
    **dict.fromkeys(("RequestTimeTooSkewed", "RequestExpired"), CLOCK),
    **dict.fromkeys(("XMinioStorageFull", "InsufficientStorage", "QuotaExceeded"), FULL),
    **dict.fromkeys(("SlowDown", "ServiceUnavailable", "XMinioServerNotInitialized"), BUSY),
    "RequestTimeout": SLOW,
}
#: The HTTP status of an answer without such a code.
BY_STATUS: Final[dict[int, Trouble]] = {401: KEYS, 403: LINK, 429: BUSY, 503: BUSY, 507: FULL}


def unreachable(at: str, error: BaseException) -> StoreUnreachableError:
    """The refusal for what the client raised while it worked ``at`` an object or a bucket."""
    if isinstance(error, S3Error):
        said = error.code or "?"
        return told(BY_CODE.get(said, ODD), f"{at}: {said}")
    return told(_of_connection(error), f"{at}: {type(error).__name__}")


def answered(status: int, at: str) -> StoreUnreachableError:
    """The refusal for an HTTP answer that should have been 200."""
    return told(BY_STATUS.get(status, ODD), f"{at}: HTTP {status}")


def told(trouble: Trouble, where: str) -> StoreUnreachableError:
    """The refusal that says this trouble; ``where`` is what a maintainer needs."""
    return StoreUnreachableError(
        why_zh=trouble.zh,
        why_en=trouble.en,
        cure_zh=trouble.cure_zh,
        cure_en=trouble.cure_en,
        where=where,
    )


def _of_connection(error: BaseException) -> Trouble:
    reason = getattr(error, "reason", None)  # what urllib3 gave up retrying for
    cause = reason if isinstance(reason, BaseException) else error
    # A refused connection is a kind of timeout to urllib3, so it is asked about first.
    if isinstance(cause, urllib3.exceptions.NewConnectionError):
        return OFFLINE
    if isinstance(cause, urllib3.exceptions.TimeoutError | TimeoutError):
        return SLOW
    if isinstance(cause, urllib3.exceptions.HTTPError | OSError):
        return OFFLINE
    return ODD
