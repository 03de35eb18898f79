"""What can go wrong under the application: one class per distinguishable outcome."""


class StackError(Exception):
    """A failure of the ground; the message names the cure in Chinese and in English."""

    code = "stack_error"
    exit_code = 1

    def __init__(self, message_zh: str, message_en: str) -> None:
        super().__init__(f"{message_zh} / {message_en}")
        self.message_zh = message_zh
        self.message_en = message_en


class SettingsInvalid(StackError):
    """A setting has a value that cannot be used."""

    code = "settings_invalid"
    exit_code = 2


class DownloadUnavailable(StackError):
    """A server's files are not in the cache and could not be fetched."""

    code = "download_unavailable"


class DownloadCorrupt(StackError):
    """A fetched file does not have the recorded SHA-256."""

    code = "download_corrupt"


class ServerFailed(StackError):
    """A server did not start, or ended while it was starting."""

    code = "server_failed"


class ServerNotRunning(StackError):
    """An address was asked for, but that server neither runs nor is configured."""

    code = "server_not_running"


class AlreadyRunning(StackError):
    """`up` was asked for a home whose servers a supervisor already keeps."""

    code = "already_running"


class HomeNotEmpty(StackError):
    """A restore was asked for into a home that already has data."""

    code = "home_not_empty"
    exit_code = 2


class BackupDamaged(StackError):
    """A backup lacks a file, or a file has another SHA-256 than its manifest says."""

    code = "backup_damaged"
    exit_code = 3


class UnderMaintenance(StackError):
    """Another process holds the home for maintenance (offline import, backup)."""

    code = "under_maintenance"


class AdminToolFailed(StackError):
    """Neo4j's own administration tool ended with an error."""

    code = "admin_tool_failed"


class JobUnknown(StackError):
    """No job has this number (or its record has expired)."""

    code = "job_unknown"
    exit_code = 2
