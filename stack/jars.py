"""Neo4j's own jars, by name and SHA-256, in Maven's usual user cache.

The list beside this file is the whole class path: resolving it anew takes 86 s, fetching by it
20 s with an empty cache and nothing afterwards. A second checkout fetches nothing.
"""

import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from stack.errors import DownloadCorrupt, DownloadUnavailable
from stack.settings import Settings

if TYPE_CHECKING:
    import jgo.maven

LIST = Path(__file__).with_name("neo4j.jars.txt")
THREADS = 12
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True)
class Jar:
    """One artifact of the class path."""

    group: str
    name: str
    version: str
    classifier: str
    packaging: str
    sha256: str


def listed_jars() -> list[Jar]:
    """The committed list: `group:artifact:version:classifier:packaging sha256` a line."""
    jars = []
    for line in LIST.read_text(encoding="ascii").splitlines():
        coordinates, sha256 = line.split()
        group, name, version, classifier, packaging = coordinates.split(":")
        jars.append(Jar(group, name, version, classifier, packaging, sha256))
    return jars


def fetch_jars(settings: Settings, progress: Progress) -> list[Path]:
    """Paths of all jars, fetched where missing, each checked against its SHA-256.

    Raises `DownloadUnavailable` or `DownloadCorrupt`, naming the settings that help.
    """
    import jgo.maven  # here: a start that downloads nothing does without it

    remote = settings.maven_repository
    context = jgo.maven.MavenContext(
        remote_repos={"configured": remote.rstrip("/")} if remote else None, timeout=60
    )
    context.repo_cache.mkdir(parents=True, exist_ok=True)
    # Two checkouts on one machine share the cache; a half-written jar must not be seen.
    with FileLock(context.repo_cache / ".jicha.lock"):
        return _fetch_all(context, listed_jars(), progress)


def _fetch_all(
    context: "jgo.maven.MavenContext", jars: list[Jar], progress: Progress
) -> list[Path]:
    done = 0
    counting = threading.Lock()
    failed = threading.Event()

    def one(jar: Jar) -> Path:
        nonlocal done
        if failed.is_set():
            raise _unavailable(jar, "cancelled")
        try:
            path = _fetch(context, jar)
        except Exception:
            failed.set()
            raise
        with counting:
            done += 1
            progress("Neo4j", done, len(jars))
        return path

    with ThreadPoolExecutor(THREADS) as pool:
        futures = [pool.submit(one, jar) for jar in jars]
    for problem in (future.exception() for future in futures):
        if problem is not None and "cancelled" not in str(problem):
            raise problem
    return [future.result() for future in futures]


def _fetch(context: "jgo.maven.MavenContext", jar: Jar) -> Path:
    component = context.project(jar.group, jar.name).at_version(jar.version)
    artifact = component.artifact(jar.classifier, jar.packaging)
    # A download that was cut off leaves a short file behind: fetch it once more.
    for _ in range(2):
        try:
            path = Path(artifact.resolve())
        except (RuntimeError, OSError) as error:  # what requests raises is an OSError
            raise _unavailable(jar, type(error).__name__) from error
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256:
                return path
        path.unlink()
    raise DownloadCorrupt(
        f"{jar.name}-{jar.version} 的 SHA-256 与记录不符，已删除；请检查 JICHA_MAVEN_REPOSITORY "
        "指向的仓库，或用 JICHA_NEO4J_URI 指向已有的 Neo4j",
        f"{jar.name}-{jar.version} does not have the recorded SHA-256 and was deleted; check the "
        "repository of JICHA_MAVEN_REPOSITORY, or let JICHA_NEO4J_URI name a Neo4j of your own",
    )


def _unavailable(jar: Jar, why: str) -> DownloadUnavailable:
    return DownloadUnavailable(
        f"下载 Neo4j 时取不到 {jar.name}-{jar.version}（{why}）：请检查网络，或用 "
        "JICHA_MAVEN_REPOSITORY 指向内网 Maven 仓库，或用 JICHA_NEO4J_URI 指向已有的 Neo4j",
        f"cannot fetch {jar.name}-{jar.version} of Neo4j ({why}): check the network, or let "
        "JICHA_MAVEN_REPOSITORY name a Maven repository within reach, or JICHA_NEO4J_URI a Neo4j "
        "of your own",
    )
