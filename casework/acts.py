"""Acts: one table drives both what is refused and what is offered.

An act names its command, who may, at which stages, and the guards that must not object.
`decide.handle` runs these checks before the act answers with events; `next_actions` offers
exactly the acts whose checks pass, so that a page never shows a button that would be refused
for a reason known beforehand.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, Generic, TypeVar

from casework.actors import Actor, Letter, Role, named
from casework.clocks.calendars import local_date
from casework.commands.base import Command
from casework.delegation.rows import never
from casework.events import Draft, Event, Json, to_json
from casework.refusal import Refusal, refuse

C = TypeVar("C", bound=Command)
S = TypeVar("S")


@dataclass(frozen=True)
class Ask(Generic[C, S]):
    """What an act answers to: the command, the first stream's state, all states, who, when.

    `history` holds the events behind the states, for acts that depend on deadlines.
    """

    command: C
    state: S
    actor: Actor
    at: datetime
    states: Mapping[str, Any]
    history: Mapping[str, Sequence[Event]] = field(default_factory=dict)


# Ranks below PRIMARY may lead the page; MENU never does.
URGENT: Final = 1
PRIMARY: Final = 50
MENU: Final = 90
#: Acts of the penalty procedure that the centre does in the bureau's name (处罚法 20, 条例 28).
ENTRUSTED: Final = "entrusted"
CENTRE: Final = frozenset({Role.INSPECTOR, Role.SUPERVISOR})

Guard = Callable[[Any, Actor, datetime], None]
StreamsOf = Callable[[Any, Actor, Mapping[str, Any]], tuple[str, ...]]


@dataclass(frozen=True)
class Act:
    """One verb. `rank` orders offers: the lowest is the one primary action of a page.

    `leads` tells in which states the act is a next step at all, `leads_at` where that comes with
    time (neither: always), `led` whose next step it is (none: of all `roles`); elsewhere and for others it stays in the menu.
    `names` says of what kind it is as a next step, in both languages (which form is to be issued).
    No `roles` means everyone. `creates`: True makes the object, False needs it, None does both.
    """

    command: type[Command]
    zh: str
    en: str
    roles: frozenset[Role]
    streams: StreamsOf
    answer: Callable[[Any], list[Draft]]
    stages: frozenset[str] | None = None
    guards: tuple[Guard, ...] = ()
    rank: int = 50
    #: In which states a term of hours makes it the first step of all.
    urgent: Callable[[Any], bool] | None = None
    leads: Callable[[Any], bool] | None = None
    leads_at: Callable[[Any, datetime], bool] | None = None
    led: frozenset[Role] = frozenset()
    names: Callable[[Any, datetime], tuple[str, str] | None] | None = None
    creates: bool | None = False
    offered: bool = True
    #: Further roles, and who of them sits there himself in a state: in the place of one who withdrew.
    instead: frozenset[Role] = frozenset()
    sits: Callable[[Any, Actor], bool] | None = None
    #: In which states it is not offered though it may be done: something else comes before it.
    withheld: Callable[[Any], bool] | None = None
    tags: frozenset[str] = field(default_factory=frozenset)

    @property
    def name(self) -> str:
        """The command's class name: the stable name of the act."""
        return self.command.__name__

    def rank_in(self, state: Any, at: datetime) -> int:
        """The rank in this state; an act that leads nowhere now is never the primary one."""
        if self.urgent is not None and self.urgent(state):
            return URGENT
        leads = self.leads(state) if self.leads is not None else self.leads_at is None
        if not leads and self.leads_at is not None:
            leads = self.leads_at(state, at)
        return self.rank if leads else MENU

    def rank_for(self, state: Any, actor: Actor, at: datetime) -> int:
        """The rank for a person: of the menu where it is others' next step."""
        mine = not self.led or not self.led.isdisjoint(actor.roles_at(at))
        return self.rank_in(state, at) if mine else MENU


@dataclass(frozen=True)
class Action:
    """An act offered to a person now; `of` says of what kind it is as the next step.

    `behalf`: the name of whoever lent him the signature that it is done with.
    """

    name: str
    zh: str
    en: str
    primary: bool
    of: tuple[str, str] | None = None
    behalf: str = ""

    @property
    def step(self) -> tuple[str, str]:
        """What the next step is, in full: in lists that stand beside no page."""
        zh, en = (self.zh, self.en)
        if self.of is not None:
            zh, en = f"{zh}：{self.of[0]}", f"{en}: {self.of[1]}"
        if self.behalf:
            zh, en = f"{zh}（代{self.behalf}签批）", f"{en} (for {self.behalf})"
        return zh, en


def seated(act: Act, actor: Actor, at: datetime, state: Any = None) -> Actor:
    """Return the actor in the seat from which he may do the act: his own, or a principal's.

    `state` tells who sits there in the place of another, whatever was delegated to him.

    Refuses ROLE_REQUIRED to whoever may sit in none; where the centre acts, ENTRUSTMENT_MISSING
    before the bureau's first 委托书 and ENTRUSTMENT_OVER while none is in force.
    """
    if not act.roles:
        return actor
    instead = act.sits is not None and actor.holds(*act.instead) and act.sits(state, actor)
    if instead or actor.holds(*act.roles):
        return _entrusted(act, actor, at)
    for mandate in actor.mandates:
        if mandate.covers(act.name, at) and not mandate.roles.isdisjoint(act.roles):
            if act.name in never():
                raise never()[act.name].refusal()
            seat = replace(actor, roles=mandate.roles, principal=mandate.principal, mandates=())
            return _entrusted(act, seat, at)
    raise role_required(act.roles, act.name)


def _entrusted(act: Act, actor: Actor, at: datetime) -> Actor:
    """The centre's acts in the bureau's name need a published letter in force (处罚法 20, 条例 28)."""
    if not _for_the_bureau(act, actor):
        return actor
    return replace(actor, under=letter_in_force(actor.letters, at).document_no)


def letter_in_force(letters: tuple[Letter, ...], at: datetime) -> Letter:
    """The 委托书 of that day. Refuses ENTRUSTMENT_MISSING without any, ENTRUSTMENT_OVER without one."""
    if not letters:
        raise refuse("ENTRUSTMENT_MISSING")
    today = local_date(at)
    for letter in letters:
        if letter.starts_on <= today <= letter.ends_on:
            return letter
    raise refuse("ENTRUSTMENT_OVER", until=max(one.ends_on for one in letters).isoformat())


def _for_the_bureau(act: Act, actor: Actor) -> bool:
    """Whether it is the centre that would do it, in the bureau's name."""
    return ENTRUSTED in act.tags and not actor.roles & act.roles - CENTRE


def _unentrusted(act: Act, actor: Actor) -> bool:
    return not actor.letters and _for_the_bureau(act, actor)


def check(act: Act, state: Any, actor: Actor, at: datetime) -> None:
    """Raise the Refusal that stands between `actor` and the act; return when none does."""
    actor = seated(act, actor, at, state)
    if act.creates and state.version:
        raise refuse("ALREADY_EXISTS", what=state.label, what_en=state.label_en)
    if act.creates is False and not state.version:
        raise refuse("NOT_FOUND", what=state.label, what_en=state.label_en)
    if act.stages is not None and state.stage not in act.stages:
        raise refuse(
            "ILLEGAL_MOVE",
            stage=state.stage_zh,
            stage_en=state.stage_en,
            act=act.zh,
            act_en=act.en,
        )
    for guard in act.guards:
        guard(state, actor, at)


def role_required(roles: frozenset[Role], act: str) -> Refusal:
    """The refusal of an act that is for people with one of these roles."""
    return refuse("ROLE_REQUIRED", **named(roles), act=act)


def offer(acts: tuple[Act, ...], state: Any, actor: Actor, at: datetime) -> tuple[Action, ...]:
    """Return what `actor` may do next on `state`, primary first; at most one is primary."""
    open_acts = [act for act in acts if act.offered and _passes(act, state, actor, at)]
    open_acts.sort(key=lambda act: act.rank_for(state, actor, at))
    return tuple(
        _action(
            act, state, actor, at, primary=not index and act.rank_for(state, actor, at) < PRIMARY
        )
        for index, act in enumerate(open_acts)
    )


def _action(act: Act, state: Any, actor: Actor, at: datetime, *, primary: bool) -> Action:
    of = act.names(state, at) if primary and act.names else None
    lent = seated(act, actor, at, state).principal if actor.mandates else None
    return Action(act.name, act.zh, act.en, primary, of, lent.name if lent else "")


def draft(stream: str, type: str, **data: object) -> Draft:
    """Write a proposed event; values are turned into JSON here."""
    return (stream, type, {key: to_json(value) for key, value in data.items()})


def required(**fields: str) -> None:
    """Refuse FIELD_REQUIRED for the first of `fields` (label=value) that is blank."""
    for label, value in fields.items():
        if not value.strip():
            raise refuse(
                "FIELD_REQUIRED",
                field=FIELD_NAMES.get(label, label),
                field_en=label.replace("_", " "),
            )


FIELD_NAMES: dict[str, str] = {
    "materials_show": "材料是什么、证明什么",
    "expert": "专家（第三方）姓名",
    "expert_opinion": "意见结论",
    "expert_paper": "签名的书面意见",
    "present": "在场的当事人或者其代表人、代理人",
    "reasons": "理由",
    "reason": "理由",
    "title": "标题",
    "summary": "线索摘要",
    "name": "姓名/名称",
    "text": "内容",
    "record": "笔录",
    "clerk": "记录人",
    "chair": "听证主持人",
    "discovered_by": "发现的依据（举报登记号、移送函文号等）",
    "attended": "参加人",
    "heard": "听证情况",
    "advice": "处理意见",
    "what_happened": "拒绝签名的情况",
    "identity_no": "居民身份证号码",
    "result": "办理结果",
    "document_no": "文书号",
    "decision_no": "决定书文号",
    "certificate": "证明材料（证据编号）",
    "certificate_no": "执法证号",
    "purpose": "用途",
    "situation": "结案情形",
    "voucher": "凭证号",
    "proves": "证明目的",
    "place": "地点",
    "receipt_scan": "送达回证（扫描件）",
    "paper_scan": "签章件（扫描件）",
    "statement_scan": "签名的陈述申辩材料（扫描件）",
    "party": "当事人",
    "measures": "来源与措施",
    "facts": "事实",
    "evidence": "证据",
    "law": "法律依据",
    "proposal": "处理建议",
    "suspected_crime": "涉嫌罪名",
    "recipient": "受理机关",
    "receipt_no": "回执号",
    "registration_no": "登记备案号",
    "statement": "申请理由",
    "answer": "补正说明",
    "case_no": "案件编号",
    "login": "账号",
    "person": "人员标识",
    "by": "作出机关",
    "course": "课程",
    "exam": "考试",
    "file_name": "文件名",
    "subject_key": "对象编码",
    "department": "科室",
    "commission": "委托、送检或者公告文书（证据编号）",
    "answer_paper": "答复函（证据编号）",
    "target": "措施对象（医师编码或科室名称）",
    "relation": "与当事人的关系",
    "items": "保存、封存的物品",
    "remarks": "办理情况说明",
    "problem": "问题",
    "witness": "见证人",
    "basis": "检查依据",
    "scope": "检查内容",
    "bill": "就诊、明细或票据号",
    "code": "定点医药机构编码",
    "fixmedins_code": "定点医药机构编码",
    "query": "查询语句",
    "batch": "批次编号",
}


def _passes(act: Act, state: Any, actor: Actor, at: datetime) -> bool:
    # The common noes first: nobody reads the words of these refusals.
    if act.stages is not None and state.version and state.stage not in act.stages:
        return False
    if act.withheld is not None and act.withheld(state):
        return False
    if (
        act.roles
        and not actor.mandates
        and (not actor.holds(*act.roles, *act.instead) or _unentrusted(act, actor))
    ):
        return False
    try:
        check(act, state, actor, at)
    except Refusal:
        return False
    return True


def attributed(drafts: list[Draft], actor: Actor) -> list[Draft]:
    """Add the acting hand to every event: what four eyes are later compared with."""
    by: dict[str, Json] = {"account": actor.account, "person": actor.person, "name": actor.name}
    principal = actor.principal
    if principal is not None:
        by["on_behalf_of"] = {
            "account": principal.account,
            "person": principal.person,
            "name": principal.name,
        }
        by["delegation_id"] = principal.delegation_id
    if actor.under:
        by["under"] = actor.under
    return [(stream, type, {**data, "by": by}) for stream, type, data in drafts]
