"""Check docker-compose.yml against the Compose specification, and our own rules for it.

`docker compose config` is asked as well where that plugin is present.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from compose_spec import PyCompose

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "docker-compose.yml"
REQUIRED = ("JICHA_SECRETS", "JICHA_S3_PUBLIC_ENDPOINT", "JICHA_BUREAU_NAME")
SECRET_WORDS = ("password", "secret", "access_key", "broker_url")


def main() -> int:
    """Print what is wrong; returns the exit code."""
    text = interpolated(FILE.read_text(encoding="utf-8"))
    try:
        # The specification's parser wants the file with its YAML merges resolved.
        PyCompose.from_yaml(yaml.safe_dump(yaml.safe_load(text)))
    except ValueError as problem:
        print(f"docker-compose.yml: {problem}", file=sys.stderr)
        return 1
    problems = house_rules(yaml.safe_load(text)) + plugin_says()
    for problem in problems:
        print(f"docker-compose.yml: {problem}", file=sys.stderr)
    if not problems:
        print("docker-compose.yml: ok")
    return 1 if problems else 0


def interpolated(text: str) -> str:
    """The file with its variables at their defaults; a required one gets a stand-in value."""
    text = re.sub(r"(?<!\$)\$\{\w+:-([^}]*)\}", r"\1", text)
    return re.sub(r"(?<!\$)\$\{\w+:\?[^}]*\}", "/required", text)


def house_rules(compose: dict[str, Any]) -> list[str]:
    """Health checks everywhere, secrets from files alone, no default password, pinned images.

    And the front door says whose forwarded addresses it believes.
    """
    problems = []
    for name, service in compose["services"].items():
        if "healthcheck" not in service and service.get("restart") != "no":
            problems.append(f"{name} has no healthcheck")
        if "image" in service and ":" not in service["image"] and "build" not in service:
            problems.append(f"{name} has an image without a version")
        for variable, value in (service.get("environment") or {}).items():
            secret = any(word in variable.lower() for word in SECRET_WORDS)
            if secret and not (
                variable.endswith("_FILE") and str(value).startswith("/run/secrets/")
            ):
                problems.append(f"{name}: {variable} must come from a file in /run/secrets")
    if "--forwarded-allow-ips" not in compose["services"]["api"]["command"]:
        problems.append("api believes forwarded addresses without saying whose")
    for name, secret in (compose.get("secrets") or {}).items():
        if "file" not in secret:
            problems.append(f"secret {name} is not read from a file")
    return problems


def plugin_says() -> list[str]:
    """What `docker compose config` finds; nothing where the plugin is absent."""
    docker = shutil.which("docker")
    if not docker or subprocess.run([docker, "compose", "version"], capture_output=True).returncode:
        return []
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, **dict.fromkeys(REQUIRED, folder)}
        command = [docker, "compose", "-f", str(FILE), "config", "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
    return [done.stderr.strip()] if done.returncode else []


if __name__ == "__main__":
    sys.exit(main())
