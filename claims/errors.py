"""What can go wrong in the intake: one class per distinguishable outcome."""


class ClaimsError(Exception):
    """A failure of the intake; the messages name the cure in Chinese and in English."""

    code = "claims_error"
    exit_code = 3

    def __init__(self, message_zh: str, message_en: str) -> None:
        super().__init__(message_zh)
        self.message_zh = message_zh
        self.message_en = message_en


class DirectoryMissing(ClaimsError):
    """The directory to import does not exist or is no directory."""

    code = "directory_missing"
    exit_code = 2


class NothingToImport(ClaimsError):
    """The directory has no file that the profile knows."""

    code = "nothing_to_import"


class AmbiguousFile(ClaimsError):
    """One table comes in two files of different form."""

    code = "ambiguous_file"


class ProfileUnknown(ClaimsError):
    """No profile has this name."""

    code = "profile_unknown"
    exit_code = 2


class ProfileInvalid(ClaimsError):
    """A profile file breaks the rules of profiles; all problems are listed."""

    code = "profile_invalid"
    exit_code = 2


class HeaderInvalid(ClaimsError):
    """The header lacks required columns, repeats one, or is cut by another delimiter."""

    code = "header_invalid"


class EncodingUnknown(ClaimsError):
    """The bytes are neither UTF-8 nor GB18030."""

    code = "encoding_unknown"


class FileDamaged(ClaimsError):
    """A compressed or Parquet file is truncated or damaged."""

    code = "file_damaged"


class FileTooLarge(ClaimsError):
    """A file unpacks to more than the import limits allow."""

    code = "file_too_large"


class FileChanged(ClaimsError):
    """A file was changed while it was read."""

    code = "file_changed"


class FileUnreadable(ClaimsError):
    """The operating system refuses to read a file."""

    code = "file_unreadable"


class StoreBusy(ClaimsError):
    """Another process is writing to the claim store."""

    code = "store_busy"
    exit_code = 1


class DiskFull(ClaimsError):
    """The data home has no room for the import."""

    code = "disk_full"
    exit_code = 1


class BatchUnknown(ClaimsError):
    """No batch has this number."""

    code = "batch_unknown"
    exit_code = 2


class MonthUnknown(ClaimsError):
    """A month is written wrongly, or the batch has no rows of it."""

    code = "month_unknown"
    exit_code = 2


class QualityLineUnknown(ClaimsError):
    """The quality report of a batch has no such line."""

    code = "quality_line_unknown"
    exit_code = 2


class QualityWorkInvalid(ClaimsError):
    """A line of the worklist is closed without a reason, or taken in hand by nobody."""

    code = "quality_work_invalid"
    exit_code = 2


class QualityOwnerUnknown(QualityWorkInvalid):
    """A line is given to somebody who is no person in service that works with the data."""

    code = "quality_owner_unknown"


class BatchLeanedOn(ClaimsError):
    """A later batch counted rows of this one as already there, so it cannot go first."""

    code = "batch_leaned_on"
    exit_code = 2
