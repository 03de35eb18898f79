"""`make install`: from a machine with Python alone to everything that run and test need.

Standard library only: it runs before anything is installed. Steps that are done are skipped by
the hash of what they were made from, so a second run takes no time.
"""

import hashlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = VENV / "stamps"
FRONTEND = ROOT / "frontend"
LINE_EVERY_SECONDS = 5.0
# npm has tried one package for the last time: it would go on to the next of hundreds.
HOPELESS = re.compile(r"attempt 3 failed with (E\w+)")
MINIMUM = (3, 11)


class StepFailed(Exception):
    """A step ended with an error; the message names the cure."""


def main() -> int:
    """Run the steps; returns the exit code."""
    if sys.version_info < MINIMUM:
        print("需要 Python 3.11 或更高版本 / Python 3.11 or later is needed", file=sys.stderr)
        return 1
    try:
        environment()
        # Types are generated before a desk that needs them can be built.
        side_by_side([packages] if "--packages" in sys.argv else [jars, desk, kernels])
    except StepFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def environment() -> None:
    """The virtual environment with the locked packages and this checkout."""
    lock = ROOT / "requirements-dev.lock"
    sources = [lock, ROOT / "pyproject.toml"]
    if stamped("python", sources):
        return
    if not (VENV / "bin" / "python").exists():
        run(
            "venv",
            [sys.executable, "-m", "venv", str(VENV)],
            "创建 .venv 失败：请安装 python3-venv / .venv was not made: install python3-venv",
        )
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "--disable-pip-version-check"]
    cure = (
        "安装 Python 包失败：请检查网络，或用 PIP_INDEX_URL 指向可用的镜像 / "
        "Python packages were not installed: check the network or set PIP_INDEX_URL"
    )
    run("pip", [*pip, "--require-hashes", "-r", str(lock)], cure)
    run("pip", [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], cure)
    stamp("python", sources)


def jars() -> None:
    """Neo4j: jars in the user cache and its class-data archive; not needed with a Neo4j of one's own."""
    listing = ROOT / "stack" / "neo4j.jars.txt"
    if os.environ.get("JICHA_NEO4J_URI") or stamped("jars", [listing]):
        return
    cure = (
        "没有取得 Neo4j：请检查网络，或用 JICHA_MAVEN_REPOSITORY 指向可用的镜像，"
        "或用 JICHA_NEO4J_URI 指向已有的 Neo4j / Neo4j was not fetched: check the network, set "
        "JICHA_MAVEN_REPOSITORY, or let JICHA_NEO4J_URI name a Neo4j of your own"
    )
    run("Neo4j", [str(VENV / "bin" / "python"), "-m", "stack.fetch"], cure)
    stamp("jars", [listing])


def packages() -> None:
    """The Node packages of the desk."""
    npm = str(VENV / "bin" / "npm")
    lock = [FRONTEND / "package.json", FRONTEND / "package-lock.json"]
    cure = (
        "安装前端包失败：请检查网络，或用 NPM_CONFIG_REGISTRY 指向可用的镜像 / "
        "Node packages were not installed: check the network or set NPM_CONFIG_REGISTRY"
    )
    if not (FRONTEND / "node_modules").exists() or not stamped("npm", lock):
        # Not `npm ci`: it refuses a lock in which a registry lacked the binaries of other systems.
        # The lock's versions and hashes hold all the same, and `--no-save` leaves it as it is.
        words = ["install", "--no-save", "--no-progress", "--loglevel=http"]
        run("npm", [npm, *words, "--fetch-retry-maxtimeout=20000"], cure, FRONTEND)
        stamp("npm", lock)


def desk() -> None:
    """Node packages, then the built desk."""
    packages()
    npm = str(VENV / "bin" / "npm")
    sources = [FRONTEND / "package.json", FRONTEND / "package-lock.json", *desk_sources()]
    if not (FRONTEND / "dist" / "index.html").exists() or not stamped("desk", sources):
        failed = "前端构建失败 / the desk was not built"
        run("desk", [npm, "run", "build"], failed, FRONTEND)
        stamp("desk", sources)


def kernels() -> None:
    """The machine code of ring detection, in the user's cache: the first detection need not wait."""
    sources = [
        *sorted((ROOT / "graph" / "rings" / "days").glob("*.py")),
        ROOT / "scripts" / "kernels.py",
    ]
    if stamped("kernels", sources):
        return
    failed = "检测团伙的程序没有编译成功 / the kernels of ring detection were not compiled"
    run("kernels", [str(VENV / "bin" / "python"), str(ROOT / "scripts" / "kernels.py")], failed)
    stamp("kernels", sources)


def desk_sources() -> list[Path]:
    """Every file that the built desk is made from."""
    folders = [FRONTEND / name for name in ("src", "public", "scripts")]
    inside = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return [*inside, *sorted(FRONTEND.glob("*.ts")), FRONTEND / "index.html"]


def side_by_side(steps: Iterable[Callable[[], None]]) -> None:
    """Run steps at the same time; the first failure is raised when all have ended."""
    problems: list[StepFailed] = []

    def guarded(step: Callable[[], None]) -> None:
        try:
            step()
        except StepFailed as problem:
            problems.append(problem)

    threads = [threading.Thread(target=guarded, args=(step,)) for step in steps]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]


def run(name: str, command: list[str], cure: str, folder: Path = ROOT) -> None:
    """Run a command with a progress line every few seconds. Raises `StepFailed`.

    One that says that it reaches nobody is ended. What a tool says when it fails fills a screen: all
    of it is kept in a file, and the message is the cure, the tool's last word, and where the rest is.
    """
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    begun = said = time.monotonic()
    print(f"[{name}] …", flush=True)
    child = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "CI": "true"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    lines: list[str] = []
    assert child.stdout is not None
    try:
        for line in child.stdout:
            lines.append(line.rstrip())
            if HOPELESS.search(line):
                break
            if time.monotonic() - said > LINE_EVERY_SECONDS:
                said = time.monotonic()
                print(f"[{name}] {said - begun:.0f} s  {lines[-1][:100]}", flush=True)
        else:
            child.wait()
    finally:
        # Also at Ctrl-C: the tool has a session of its own, with children of its own.
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGTERM)
    if child.wait() != 0:
        kept = VENV / f"install-{name}.log"
        kept.write_text("\n".join(lines) + "\n", encoding="utf-8")
        last = next((line for line in reversed(lines) if line.strip()), "")[:300]
        raise StepFailed(
            f"[{name}] {cure}\n[{name}] {last}\n[{name}] 全部输出 / all output: {kept}"
        )
    print(f"[{name}] ✓ {time.monotonic() - begun:.0f} s", flush=True)


def digest(files: Iterable[Path]) -> str:
    """One hash over names and contents."""
    total = hashlib.sha256()
    for path in files:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def stamped(name: str, files: Iterable[Path]) -> bool:
    """Whether a step was done for exactly these files."""
    path = STAMPS / name
    return path.exists() and path.read_text() == digest(files)


def stamp(name: str, files: Iterable[Path]) -> None:
    """Note that a step is done for these files."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(digest(files))


if __name__ == "__main__":
    sys.exit(main())
