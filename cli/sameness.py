"""`jicha same find | list | judge | take-back | clusters`: records that may be one person, doctor or place."""

from typing import Annotated
from uuid import uuid4

import typer
from neo4j import AsyncDriver

from casework.actors import Actor
from casework.commands.judgement import JudgeMark, MarkKind, TakeBackJudgement, Verdict
from claims.store import ClaimStore
from cli.context import settings
from cli.language import say
from cli.output import JsonOption, Output, to_json
from cli.person import as_person, now, on_graph, viewer
from cli.phases import SAME, in_words
from cli.reading_width import wide
from graph.commands import execute
from graph.sameness.clusters import Cluster, Tie
from graph.sameness.find import find_same
from graph.sameness.model import SameKind
from graph.sameness.read import Pair, list_pairs, pair
from graph.sameness.together import Together, cluster_of, list_clusters
from graph.sameness.write_back import write_back

same = typer.Typer(help="同一人、同一机构比对 / same person, same place", no_args_is_help=True)
#: What is compared, and what people said of a pair.
KINDS = {
    SameKind.PATIENT: ("人员", "persons"),
    SameKind.DOCTOR: ("医师", "doctors"),
    SameKind.INSTITUTION: ("机构", "institutions"),
}
VERDICTS = {
    Verdict.CONFIRMED: ("同一", "the same"),
    Verdict.REJECTED: ("不同", "different"),
    Verdict.UNSURE: ("存疑", "unsure"),
}
KeyArgument = Annotated[str, typer.Argument(help="对子的编号 / the pair's key")]


@same.command("find")
def find_command(as_json: JsonOption = False) -> None:
    """比对全部已导入的人员、医师和机构，列出可能为同一主体的对子 / look for records of one and the same."""
    out = Output(json=as_json)
    store = ClaimStore(settings().home)
    progress = in_words(out.progress, SAME)
    found = {kind: find_same(store, kind, progress) for kind in SameKind}
    run_id = uuid4().hex

    async def write(driver: AsyncDriver) -> None:
        for kind, search in found.items():
            await write_back(driver, kind, search, now(), run_id)

    on_graph(out, write)
    kinds = {
        kind.value: {"found": len(s.found), "compared": s.compared, "crowded": list(s.crowded)}
        for kind, s in found.items()
    }
    text = "\n".join(
        say(
            f"{KINDS[kind][0]}：比对 {s.compared:,} 对，可能为同一主体 {len(s.found):,} 对",
            f"{KINDS[kind][1]}: {s.compared:,} pairs compared, {len(s.found):,} perhaps the same",
        )
        for kind, s in found.items()
    )
    out.result(kinds, text)


@same.command("list")
def list_command(
    kind: Annotated[SameKind, typer.Option(help="比对对象 / what")] = SameKind.PATIENT,
    verdict: Annotated[
        str, typer.Option(help="open | confirmed | rejected | unsure | all")
    ] = "open",
    limit: Annotated[int, typer.Option(min=1, max=200)] = 50,
    as_json: JsonOption = False,
) -> None:
    """列出对子，证据最强的在前；个人信息已脱敏 / pairs, the strongest first, masked."""
    out = Output(json=as_json)
    wanted = None if verdict == "all" else verdict

    async def work(driver: AsyncDriver, actor: Actor) -> tuple[list[Pair], bool, int]:
        return await list_pairs(driver, viewer(actor), kind, wanted, limit)

    pairs, _, total = as_person(out, work)
    lines = [f"{p.bits:6.1f}  {wide(_verdict(p), 12)}{p.key}" for p in pairs]
    out.result(
        {"pairs": [to_json(p) for p in pairs], "total": total},
        "\n".join(lines) or say("没有对子", "no pairs"),
    )


@same.command("judge")
def judge_command(
    key: KeyArgument,
    verdict: Annotated[Verdict, typer.Option(help="研判结论 / verdict")],
    reason: Annotated[str, typer.Option(help="理由 / reason")] = "",
    as_json: JsonOption = False,
) -> None:
    """研判一个对子；图谱和团伙识别随即遵从，可撤回 / judge a pair; map and rings follow."""
    command = JudgeMark(kind=MarkKind.SAME, key=key, verdict=verdict, reason=reason)
    _act(key, command, Output(json=as_json))


@same.command("take-back")
def take_back_command(
    key: KeyArgument,
    reason: Annotated[str, typer.Option(help="理由 / reason")],
    as_json: JsonOption = False,
) -> None:
    """撤回研判，对子重新待办；历史两者都保留 / undo a judgement; both stay on record."""
    command = TakeBackJudgement(kind=MarkKind.SAME, key=key, reason=reason)
    _act(key, command, Output(json=as_json))


@same.command("clusters")
def clusters_command(
    kind: Annotated[SameKind, typer.Option(help="比对对象 / what")] = SameKind.PATIENT,
    of: Annotated[str, typer.Option(help="只看该编号所在的一组 / the cluster of this code")] = "",
    contradictory: Annotated[
        bool, typer.Option("--contradictory", help="只列研判相互矛盾的 / only contradictory ones")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=200)] = 50,
    as_json: JsonOption = False,
) -> None:
    """列出研判为同一主体的各组：成员、依据的研判、矛盾之处 / who was judged one, by whom, and where it contradicts."""
    out = Output(json=as_json)

    async def work(driver: AsyncDriver, actor: Actor) -> tuple[list[Together], int]:
        eyes = viewer(actor)
        if of:
            one = await cluster_of(driver, eyes, kind, of)
            return ([one], 1) if one else ([], 0)
        found, _, total = await list_clusters(
            driver, eyes, kind, contradictory=contradictory, limit=limit
        )
        return found, total

    found, total = as_person(out, work)
    lines = [line for one in found for line in _cluster(one.cluster)]
    out.result(
        {"clusters": [_as_json(one) for one in found], "total": total},
        "\n".join(lines) or say("没有归并的主体", "nobody was judged one with another"),
    )


def _as_json(one: Together) -> dict[str, object]:
    shown: dict[str, object] = to_json(one)
    return {**shown, "head": one.cluster.head}


def _cluster(one: Cluster) -> list[str]:
    """A cluster in lines: its members, the judgements that hold it, and what contradicts them."""
    lines = [" = ".join(one.members), *(f"  {_tie(tie)}" for tie in one.ties)]
    for said in one.contradictions:
        chain = say("、", ", ").join(f"{tie.a} = {tie.b}" for tie in said.chain)
        lines += [
            f"  {_tie(said.apart)}",
            say(
                f"  研判相互矛盾：{chain}，又判 {said.apart.a} ≠ {said.apart.b}；撤回其中一项"
                "（jicha same take-back 对子编号 --reason 理由）之前，该组不归并",
                f"  these contradict: {chain}, and yet {said.apart.a} ≠ {said.apart.b}; nobody of it is "
                "merged until one is taken back (jicha same take-back KEY --reason WHY)",
            ),
        ]
    return lines


def _tie(tie: Tie) -> str:
    verdict = say(*VERDICTS[Verdict(tie.verdict)])
    return f"{tie.key}  {verdict}  {tie.by} {tie.at[:10]}  {tie.reason}".rstrip()


def _act(key: str, command: JudgeMark | TakeBackJudgement, out: Output) -> None:
    async def work(driver: AsyncDriver, actor: Actor) -> Pair:
        await pair(driver, viewer(actor), key)
        await execute(driver, command, actor, now())
        return await pair(driver, viewer(actor), key)

    done = as_person(out, work)
    out.result(to_json(done), f"{done.key}{say('：', ': ')}{_verdict(done)}")


def _verdict(one: Pair) -> str:
    return say(*VERDICTS[Verdict(one.verdict)]) if one.verdict else say("未研判", "open")


def register(app: typer.Typer) -> None:
    """Add `jicha same`."""
    app.add_typer(same, name="same")
