"""What the vault refuses, one exception per distinguishable outcome.

Each error carries a stable ``code`` for programs, a Chinese and an English sentence that name the
cure for people, and the facts it was raised with.
"""

from __future__ import annotations

from typing import ClassVar

from casework.wording import in_en, in_zh


class EvidenceError(Exception):
    """Base of every refusal of the vault; never raised itself."""

    code: ClassVar[str]
    exit_code: ClassVar[int] = 3
    """What a terminal command ends with: 3, the data handed in; 1, a trouble of this machine."""
    zh: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        self.message_zh = self.zh.format(**in_zh(facts))
        self.message_en = self.en.format(**in_en(facts))
        super().__init__(self.message_zh)

    def __reduce__(self) -> tuple[object, ...]:
        """Keep errors picklable, so that a worker can hand one back."""
        return (_rebuild, (type(self), self.facts))


def _rebuild(kind: type[EvidenceError], facts: dict[str, object]) -> EvidenceError:
    return kind(**facts)


class Sm3UnavailableError(EvidenceError):
    """This Python is linked to an OpenSSL without SM3."""

    code = "sm3_unavailable"
    exit_code = 1
    zh = (
        "本机 Python 所带的 OpenSSL（{openssl}）不提供国密 SM3 算法；"
        "请换用 OpenSSL 1.1.1 及以上且启用 SM3 的 Python。"
    )
    en = (
        "The OpenSSL of this Python ({openssl}) has no SM3; "
        "use a Python linked to OpenSSL 1.1.1 or later with SM3 enabled."
    )


class EmptyFileError(EvidenceError):
    """Zero bytes prove nothing."""

    code = "empty_file"
    zh = "文件“{name}”为 0 字节，不能作为证据；请检查原文件后重新上传。"
    en = "The file “{name}” has 0 bytes; check the original and upload it again."


class FileTooLargeError(EvidenceError):
    """Larger than the dated limit."""

    code = "file_too_large"
    zh = "文件“{name}”有 {size} 字节，超过上限 {limit} 字节；请拆分后分别上传。"
    en = "“{name}” has {size} bytes, above the limit of {limit}; split it and upload the parts."


class BadDigestError(EvidenceError):
    """The declared hash is not a SHA-256 at all."""

    code = "bad_digest"
    zh = "申报的 SHA-256“{value}”不是 64 位小写十六进制；请重新计算。"
    en = "The declared SHA-256 “{value}” is not 64 lower-case hex digits; compute it again."


class UnknownUploadError(EvidenceError):
    """No such upload, or swept away."""

    code = "unknown_upload"
    zh = "找不到上传“{upload_id}”：编号有误，或超过期限已被清理；请重新发起上传。"
    en = "There is no upload “{upload_id}”: wrong number, or swept after its time; start again."


class UploadIncompleteError(EvidenceError):
    """The bytes have not all arrived; the upload stays open and may go on."""

    code = "upload_incomplete"
    zh = "文件“{name}”尚未传完（{missing}）；请继续上传后再提交。"
    en = "“{name}” has not fully arrived ({missing}); go on uploading, then finish again."


class SizeMismatchError(EvidenceError):
    """Received another number of bytes than declared."""

    code = "size_mismatch"
    zh = "文件“{name}”申报 {declared} 字节，实收 {received} 字节，已拒收；请重新上传。"
    en = "“{name}”: declared {declared} bytes, received {received}; refused, upload again."


class HashMismatchError(EvidenceError):
    """Received other bytes than declared."""

    code = "hash_mismatch"
    zh = "文件“{name}”申报 SHA-256 为 {declared}，实收为 {received}，已拒收；请重新上传。"
    en = "“{name}”: declared SHA-256 {declared}, received {received}; refused, upload again."


class TypeMismatchError(EvidenceError):
    """The content is not what the declared type says."""

    code = "type_mismatch"
    zh = "文件“{name}”申报为 {declared}，内容却是 {detected}，已拒收；请核对文件及其类型。"
    en = "“{name}” is declared {declared} but contains {detected}; check the file and its type."


class ExecutableRefusedError(EvidenceError):
    """Programs and scripts do not enter the vault as such."""

    code = "executable_refused"
    zh = "文件“{name}”是可执行程序或脚本（{detected}），已拒收；确需固定的，请制作存储介质镜像。"
    en = "“{name}” is a program or script ({detected_en}); refused. If needed, image its medium."


class StoredCopyDamagedError(EvidenceError):
    """Read back from the vault, the bytes differ from those that were received."""

    code = "stored_copy_damaged"
    exit_code = 1
    zh = "“{name}”存入后读回的哈希与收到时不一致，未予确认；请检查对象存储后重新提交。"
    en = "“{name}” read back from the vault differs from what came; check the store, then retry."


class ObjectMissingError(EvidenceError):
    """The object is not in the store."""

    code = "object_missing"
    zh = "对象存储中没有“{key}”；请核对编号，或从备份恢复。"
    en = "The object store has no “{key}”; check the number, or restore it from the backup."


class LockMissingError(EvidenceError):
    """The store does not hold objects under compliance lock."""

    code = "lock_missing"
    exit_code = 1
    zh = "存储桶“{bucket}”未启用对象锁定，不能存放证据；请新建启用对象锁定的存储桶。"
    en = "The bucket “{bucket}” has no object lock and cannot hold evidence; make one that has."


class ObjectLockedError(EvidenceError):
    """The store holds the object under compliance lock and refused to remove or unlock it."""

    code = "object_locked"
    zh = "“{key}”处于合规锁定期内，不能删除或缩短锁定；期满后方可处理。"
    en = "“{key}” is under compliance lock: not to be deleted or unlocked before its time."


class RetentionShortenedError(EvidenceError):
    """Retention only ever grows."""

    code = "retention_shortened"
    zh = "“{key}”已锁定至 {current}，不能缩短为 {wanted}；保全期限只能延长。"
    en = "“{key}” is locked until {current}; it cannot be shortened to {wanted}, only extended."


class StoreUnreachableError(EvidenceError):
    """The object store does not answer, or refuses its own client; ``evidence.trouble`` says why."""

    code = "store_unreachable"
    exit_code = 1
    zh = "对象存储{why_zh}（{where}）；{cure_zh}。"
    en = "The object store {why_en} ({where}); {cure_en}."
