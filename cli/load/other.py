"""Another GraphQL endpoint over the same graph, for `jicha bench expand --compare`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import typer

from cli.load.crowd import Question
from cli.load.door import Door

#: The same questions as a general layer answers them (docs/scale.md shows its types); variables id and key.
OTHER_COUNTS: Final = """query($key: String!) { patients(where: {psn_no: {eq: $key}}) {
  visitedConnection { aggregate { count { nodes } } }
  seenByConnection { aggregate { count { nodes } } }
  phonesConnection { aggregate { count { nodes } } }
  addressesConnection { aggregate { count { nodes } } }
  employersConnection { aggregate { count { nodes } } } } }"""
OTHER_EXPAND: Final = """query($key: String!) { patients(where: {psn_no: {eq: $key}}) { psn_no
  visitedConnection(first: 10, sort: [{edge: {count: DESC}}]) {
    edges { properties { count medfee_fen first last }
      node { fixmedins_code fixmedins_name fixmedins_type hosp_lv address sharers } }
    pageInfo { hasNextPage endCursor } }
  seenByConnection(first: 10, sort: [{edge: {count: DESC}}]) {
    edges { properties { count medfee_fen first last }
      node { prac_psn_code prac_psn_name dept_codg sharers } }
    pageInfo { hasNextPage endCursor } }
  phones { key value sharers } addresses { key value sharers }
  employers { key value sharers } } }"""


@dataclass(frozen=True)
class Rival:
    """Another endpoint over the same graph, and how it is asked the same."""

    door: Door
    asked: dict[str, Question]


def rival_of(
    url: str | None, counts: Path | None, page: Path | None, headers: list[str]
) -> Rival | None:
    """The endpoint at `url`, asked with these documents or the usual ones; none without an address.

    Raises `typer.BadParameter` for what is no address or no header.
    """
    if url is None:
        return None
    if urlsplit(url).scheme not in ("http", "https"):
        raise typer.BadParameter(
            f"{url} 应是 http(s) 地址 / must be an http(s) address", param_hint="--compare"
        )
    pairs = [header.partition(":") for header in headers]
    if any(not value.strip() for _, _, value in pairs):
        raise typer.BadParameter(
            "请写成“名称: 值” / write it as 'Name: value'", param_hint="--compare-header"
        )
    asked = {
        "expandCounts": Question(counts.read_text(encoding="utf-8") if counts else OTHER_COUNTS),
        "expand": Question(page.read_text(encoding="utf-8") if page else OTHER_EXPAND),
    }
    return Rival(Door(url, {name.strip(): value.strip() for name, _, value in pairs}), asked)
