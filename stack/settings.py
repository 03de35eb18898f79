"""One typed `Settings` from `JICHA_*`, validated at start with messages that name the cure."""

import os
import re
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from stack.errors import SettingsInvalid

SECRET_FIELDS = (
    "neo4j_password",
    "broker_url",
    "s3_access_key",
    "s3_secret_key",
    "smtp_password",
    "webhook_secret",
)
URL_SCHEMES = {
    "neo4j_uri": ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"),
    "broker_url": ("redis", "rediss"),
    "s3_endpoint": ("http", "https"),
    "maven_repository": ("http", "https"),
    "webhook_url": ("https", "http"),
    "desk_url": ("https", "http"),
}


def default_home() -> Path:
    """`$XDG_DATA_HOME/jicha`, by default `~/.local/share/jicha`."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "jicha"


def _processors() -> int:
    """The processors that this process may use, at most four: Neo4j needs some of them, too."""
    return min(4, len(os.sched_getaffinity(0)))


class Settings(BaseSettings):
    """Everything that an installation may choose; each field is the variable `JICHA_<FIELD>`.

    Secrets are also read from the file that `JICHA_<FIELD>_FILE` names. A server whose address
    is empty runs embedded in the data home.
    """

    model_config = SettingsConfigDict(env_prefix="JICHA_", extra="ignore", frozen=True)

    home: Path = Field(default_factory=default_home)
    neo4j_uri: str | None = None
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr | None = None
    broker_url: SecretStr | None = None
    s3_endpoint: str | None = None
    s3_access_key: SecretStr | None = None
    s3_secret_key: SecretStr | None = None
    s3_public_endpoint: str | None = None
    api_host: str = "127.0.0.1"
    api_port: int = Field(default=8700, ge=0, le=65535)
    #: Processes of the API; by default one for each processor, at most four.
    api_workers: int = Field(default_factory=_processors, ge=1, le=32)
    operations: Literal["persisted", "open"] = "persisted"
    bureau_name: str = "云溪县医疗保障局"
    operator: str | None = None
    #: Of the terminal; by default its locale's. The desk asks each reader.
    language: Literal["zh", "en"] | None = None
    neo4j_heap: str = Field(default="1g", pattern=r"^\d+[mg]$")
    neo4j_pagecache: str = Field(default="512m", pattern=r"^\d+[mg]$")
    maven_repository: str | None = None
    worker_concurrency: int = Field(default=2, ge=1, le=64)
    #: Notices by mail: off while no host is named.
    smtp_host: str | None = None
    smtp_port: int = Field(default=587, ge=1, le=65535)
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_from: str | None = None
    #: The daily digest is written at this time of Beijing.
    digest_at: str = "08:00"
    #: Notices to a gateway of the bureau's: off while no address is named.
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    #: Whether that gateway may be this very machine.
    webhook_loopback: bool = False
    #: The desk's address as people open it, for the links in what is sent.
    desk_url: str | None = None

    @field_validator("home")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("digest_at")
    @classmethod
    def _time_of_day(cls, value: str) -> str:
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
            raise ValueError("应如 08:00 / must look like 08:00")
        return value

    @field_validator(*URL_SCHEMES)
    @classmethod
    def _scheme(cls, value: Any, info: Any) -> Any:
        text = value.get_secret_value() if isinstance(value, SecretStr) else value
        schemes = URL_SCHEMES[info.field_name]
        if text is not None and (urlsplit(text).scheme not in schemes or not urlsplit(text).netloc):
            raise ValueError(
                f"应为 {schemes[0]}://主机:端口 / must look like {schemes[0]}://host:port"
            )
        return value

    @model_validator(mode="after")
    def _senders_complete(self) -> "Settings":
        if self.smtp_host and not self.smtp_from:
            raise ValueError(
                "设置了 JICHA_SMTP_HOST，还需要 JICHA_SMTP_FROM（发件地址）/ "
                "JICHA_SMTP_HOST is set, so JICHA_SMTP_FROM (the sender) is needed as well"
            )
        if self.smtp_user and not self.smtp_password:
            raise ValueError(
                "设置了 JICHA_SMTP_USER，还需要 JICHA_SMTP_PASSWORD_FILE / "
                "JICHA_SMTP_USER is set, so JICHA_SMTP_PASSWORD_FILE is needed as well"
            )
        if self.webhook_url and not self.webhook_secret:
            raise ValueError(
                "设置了 JICHA_WEBHOOK_URL，还需要 JICHA_WEBHOOK_SECRET_FILE（签名密钥）/ "
                "JICHA_WEBHOOK_URL is set, so JICHA_WEBHOOK_SECRET_FILE (it signs) is needed as well"
            )
        return self

    @model_validator(mode="after")
    def _keys_with_addresses(self) -> "Settings":
        if self.neo4j_uri and not self.neo4j_password:
            raise ValueError(
                "设置了 JICHA_NEO4J_URI，还需要 JICHA_NEO4J_PASSWORD_FILE / "
                "JICHA_NEO4J_URI is set, so JICHA_NEO4J_PASSWORD_FILE is needed as well"
            )
        if self.s3_endpoint and not (self.s3_access_key and self.s3_secret_key):
            raise ValueError(
                "设置了 JICHA_S3_ENDPOINT，还需要 JICHA_S3_ACCESS_KEY_FILE 和 "
                "JICHA_S3_SECRET_KEY_FILE / JICHA_S3_ENDPOINT is set, so JICHA_S3_ACCESS_KEY_FILE "
                "and JICHA_S3_SECRET_KEY_FILE are needed as well"
            )
        return self


def load_settings() -> Settings:
    """Settings from the environment.

    Raises `SettingsInvalid` naming the variable and what it should look like.
    """
    given: dict[str, Any] = dict(_secrets_from_files())
    try:
        return Settings(**given)
    except ValidationError as error:
        zh, en = zip(*(_explain(item) for item in error.errors()), strict=True)
        raise SettingsInvalid(
            f"设置有误：{'；'.join(zh)}", f"invalid settings: {'; '.join(en)}"
        ) from None


#: What pydantic calls a problem → how to say what the value should be.
SHOULD_BE = {
    "int_parsing": ("应为整数", "must be a whole number"),
    "literal_error": ("应为 {expected}", "must be {expected}"),
    "greater_than_equal": ("不得小于 {ge}", "must be {ge} or more"),
    "less_than_equal": ("不得大于 {le}", "must be {le} or less"),
    "string_pattern_mismatch": ("应如 512m 或 2g", "must look like 512m or 2g"),
}


def _explain(problem: Any) -> tuple[str, str]:
    """The variable, what it should be, and what was given, in both languages."""
    name = f"JICHA_{str(problem['loc'][0]).upper()}" if problem["loc"] else ""
    said = SHOULD_BE.get(problem["type"])
    if said is None:
        # Our own validators say both, parted by a slash.
        zh, _, en = problem["msg"].removeprefix("Value error, ").partition(" / ")
        return (f"{name}: {zh}" if name else zh), (f"{name}: {en or zh}" if name else en or zh)
    facts, given = problem.get("ctx", {}), problem["input"]
    zh, en = (text.format(**facts) for text in said)
    return f"{name}={given} {zh}", f"{name}={given} {en}"


def _secrets_from_files() -> dict[str, str]:
    """Values of the `JICHA_*_FILE` variables; the plain variable wins when both are set."""
    found: dict[str, str] = {}
    for field in SECRET_FIELDS:
        variable = f"JICHA_{field.upper()}"
        path = os.environ.get(f"{variable}_FILE")
        if not path or os.environ.get(variable):
            continue
        try:
            found[field] = Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise SettingsInvalid(
                f"{variable}_FILE 指向的文件读不出：{error.strerror}（{path}）；请检查路径和权限",
                f"{variable}_FILE cannot be read: {error.strerror} ({path}); check path and rights",
            ) from None
    return found
