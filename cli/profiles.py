"""`jicha profile check | keep | list`: how files are read, shipped ways and the bureau's own."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from neo4j import AsyncDriver

from casework.actors import DATA_WORKERS, Actor
from claims.own_profiles import KeptProfile, keep_profile, kept_profiles
from claims.profile import Profile, load_profile, shipped
from cli.batches import must_hold
from cli.context import settings
from cli.language import held, say
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, local

profile_app = typer.Typer(help="导入方案 / import profiles", no_args_is_help=True)


def add_profiles(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(profile_app, name="profile")


@profile_app.command("check")
def check_profile(
    file: Annotated[str, typer.Argument(help="方案文件或名称 / profile file or name")],
    as_json: JsonOption = False,
) -> None:
    """检查导入方案 / check an import profile."""
    profile = load_profile(file, settings().home)
    sources = [source.file for source in profile.sources]
    value = {"name": profile.name, "version": profile.version, "sources": sources, "valid": True}
    Output(json=as_json).result(
        value,
        say(
            f"{profile.title}（{profile.name} {profile.version}）有效",
            f"{profile.name} {profile.version} is valid",
        ),
    )


@profile_app.command("keep")
def keep_command(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="方案文件 / profile file (.toml)")
    ],
    as_json: JsonOption = False,
) -> None:
    """留存本局的导入方案（须先登录），此后导入可用其名称 / keep the bureau's own profile, as the signed-in person."""
    content = file.read_bytes()

    async def work(_: AsyncDriver, actor: Actor) -> KeptProfile:
        must_hold(actor, DATA_WORKERS)
        return keep_profile(settings().home, content, file.name, actor.account, datetime.now(UTC))

    kept = as_person(Output(json=as_json), work)
    Output(json=as_json).result(
        to_json(kept),
        say(
            f"已留存 {kept.name} {kept.version}：jicha import 目录 --profile {kept.name}",
            f"kept {kept.name} {kept.version}: jicha import DIR --profile {kept.name}",
        ),
    )


@profile_app.command("list")
def list_profiles(as_json: JsonOption = False) -> None:
    """列出自带的方案和本局留存的方案 / list shipped profiles and the bureau's own."""
    ours, own = [load_profile(name) for name in shipped()], kept_profiles(settings().home)
    lines = [_shipped(one) for one in ours] + [_own(one) for one in own]
    names = [one.name for one in ours]
    Output(json=as_json).result({"profiles": names, "own": own}, "\n".join(lines))


def _shipped(one: Profile) -> str:
    return f"{one.name} {one.version}  {say(one.title, one.title_en)}"


def _own(one: KeptProfile) -> str:
    state = say("在用", "in force") if one.in_force else say("旧版", "earlier version")
    who = say(f"{one.by} 留存于 {local(one.at)}", f"kept by {one.by}, {local(one.at)}")
    return f"{one.name} {one.version}  {say(one.title, one.title_en)}  {who}{held(state)}"
