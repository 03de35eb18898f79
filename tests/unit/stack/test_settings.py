"""Settings name the variable and the cure."""

from pathlib import Path

import pytest

from stack.endpoints import Endpoints
from stack.errors import SettingsInvalid
from stack.ground import configured
from stack.settings import load_settings


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("JICHA_NEO4J_HEAP", "JICHA_NEO4J_PAGECACHE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("JICHA_HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("JICHA_NEO4J_URI", "localhost:7687", "bolt://host:port"),
        ("JICHA_NEO4J_URI", "bolt://db:7687", "JICHA_NEO4J_PASSWORD_FILE"),
        ("JICHA_BROKER_URL", "http://broker", "redis://host:port"),
        ("JICHA_S3_ENDPOINT", "http://s3:9000", "JICHA_S3_SECRET_KEY_FILE"),
        ("JICHA_API_PORT", "99999", "JICHA_API_PORT"),
        ("JICHA_OPERATIONS", "anything", "JICHA_OPERATIONS"),
        ("JICHA_NEO4J_HEAP", "much", "JICHA_NEO4J_HEAP"),
        ("JICHA_NEO4J_PASSWORD_FILE", "/no/such/file", "JICHA_NEO4J_PASSWORD_FILE"),
        ("JICHA_SMTP_HOST", "mail.bureau.gov.cn", "JICHA_SMTP_FROM"),
        ("JICHA_SMTP_USER", "jicha", "JICHA_SMTP_PASSWORD_FILE"),
        ("JICHA_SMTP_SECURITY", "ssl", "JICHA_SMTP_SECURITY"),
        ("JICHA_WEBHOOK_URL", "https://gate.bureau.gov.cn/in", "JICHA_WEBHOOK_SECRET_FILE"),
        ("JICHA_WEBHOOK_URL", "ftp://gate", "https://host:port"),
        ("JICHA_DIGEST_AT", "8 Uhr", "08:00"),
        ("JICHA_WEBHOOK_LOOPBACK", "perhaps", "JICHA_WEBHOOK_LOOPBACK"),
    ],
)
def test_a_wrong_setting_is_named_with_its_cure(
    variable: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsInvalid) as refused:
        load_settings()
    assert told in refused.value.message_en
    assert variable in refused.value.message_zh
    assert told in refused.value.message_en


def test_secrets_come_from_files_and_show_nowhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "pw").write_text("s3cret-pw\n")
    monkeypatch.setenv("JICHA_NEO4J_URI", "bolt://db:7687")
    monkeypatch.setenv("JICHA_NEO4J_PASSWORD_FILE", str(tmp_path / "pw"))
    settings = load_settings()
    assert configured(settings).neo4j_password == "s3cret-pw"
    assert "s3cret-pw" not in repr(settings) + repr(configured(settings))


def test_an_address_replaces_its_embedded_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JICHA_BROKER_URL", "redis://:x@broker:6379/0")
    assert configured(load_settings()) == Endpoints(broker_url="redis://:x@broker:6379/0")
