"""Cases as long as they get: one investigation's commands, answered by casework, event by event.

Every round of work changes the case: a task given and done, evidence attached, a paper bill listed
and judged, an inspection, an interview opened, written and signed. What a story names (`STORY` in
its ids) takes the number of the case that it is told for.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, Final

from casework.actors import ANY_LETTER, Actor, Role
from casework.cases.fold import fold_case
from casework.commands import case as c
from casework.commands.evidence import EvidenceKind, ReceiveEvidence
from casework.decide import fold, handle, streams_of
from casework.events import GENESIS, Event, seal
from tests.filing import begun

NAME: Final = "STORY"
STREAM: Final = f"case:{NAME}"
START: Final = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)
PACE: Final = timedelta(minutes=7)
HOSPITAL: Final = c.Party(c.PartyKind.INSTITUTION, "H1", "测量医院")
Told = list[tuple[str, dict[str, Any]]]


class Story:
    """One case of an officer; `told` holds what happened to it so far."""

    def __init__(self, officer: str) -> None:
        self.people = {
            "sup": Actor(
                "sup", "负责人", frozenset({Role.SUPERVISOR}), "p-sup", letters=(ANY_LETTER,)
            ),
            "head": Actor("head", "主要负责人", frozenset({Role.HEAD}), "p-head"),
            officer: Actor(
                officer, "测量", frozenset({Role.INSPECTOR}), officer, letters=(ANY_LETTER,)
            ),
            "second": Actor(
                "second", "第二人", frozenset({Role.INSPECTOR}), "p-second", letters=(ANY_LETTER,)
            ),
        }
        self.officer, self.at = officer, START
        self.chains = {f"account:{one.account}": [_account(one)] for one in self.people.values()}
        self.states: dict[str, Any] = {}
        self.told: Told = []
        self._filed()

    def lengthen(self, events: int) -> "Story":
        """Go on working until the case has so many events."""
        for n in count(1):
            for command in self._round(n):
                if len(self.told) >= events:
                    return self
                self._do(self.officer, command)
        raise AssertionError

    def _filed(self) -> None:
        officers = (c.OfficerRef(self.officer, "皖1"), c.OfficerRef("second", "皖2"))
        yes = {"preliminary_proof": True, "penalty_possible": True}
        yes |= {"own_jurisdiction": True, "within_limitation": True}
        opened = c.OpenCase(
            case_no=NAME, title="测量案", source=c.Source.LETTER, summary="来信", party=HOSPITAL,
            conduct_from=date(2025, 1, 1), conduct_to=date(2025, 6, 30),
        )  # fmt: skip
        self._do(self.officer, opened)
        self._do("sup", c.AssignOfficers(case_no=NAME, officers=officers))
        why: dict[str, Any] = {"case_no": NAME, "reasons": "符合条件", **yes}
        self._do(self.officer, c.ProposeFiling(filing=c.Filing.FILE, **why))
        approved = c.Outcome.APPROVED
        self._do("sup", c.ReviewSubmission(case_no=NAME, matter=c.Matter.FILING, outcome=approved))
        self._do("head", c.FileCase(**why))
        for who, command in begun(NAME, self.officer, number="1", serial=1, year=2026):
            self._do(who, command)

    def _round(self, n: int) -> Iterator[Any]:
        own, paper = {"case_no": NAME}, f"{NAME}-E{n}"
        both, today = (self.officer, "second"), self.at.date()
        yield c.AddTask(**own, title=f"调取第 {n} 批病历", assignee=self.officer)
        yield c.FinishTask(**own, task_id=f"T{n}", result="已调取，与清单一致")
        yield ReceiveEvidence(
            evidence_id=paper, name=f"病历{n}.pdf", kind=EvidenceKind.DOCUMENTARY,
            media_type="application/pdf", size=1_000, sha256="a" * 64, sm3="b" * 64,
            object_key=paper, retain_until=date(2046, 1, 1),
        )  # fmt: skip
        yield c.AttachEvidence(**own, evidence_id=paper, proves="住院期间不在院")
        yield c.AddLine(
            **own, bill=f"纸质{n}", title="手工票据", fixmedins_code=HOSPITAL.key,
            amount=Decimal("120.00"), inside_policy=Decimal("100.00"),
        )  # fmt: skip
        yield c.JudgeLines(**own, verdict=c.LineVerdict.CONFIRMED, where=c.LineFilter(state="open"))
        yield c.RecordInspection(
            **own, officers=both, held_on=today, place=f"第 {n} 病区", record="三张床位空置"
        )
        yield c.OpenInterview(
            **own, name=f"证人{n}", capacity=c.Capacity.INSURED, place="村委会",
            started_at=self.at - timedelta(minutes=30), officers=both, rights_told=True,
            questions=("你何时住院？", "谁办的手续？"),
        )  # fmt: skip
        said = tuple(c.Said(q, "没有住院") for q in ("你何时住院？", "谁办的手续？"))
        yield c.WriteInterview(**own, interview_id=f"I{n}", answers=said)
        yield c.EndInterview(
            **own, interview_id=f"I{n}", ended_at=self.at, read_back=True, how=c.SignatureHow.SIGNED
        )
        yield c.AddNote(**own, text=f"第 {n} 轮核查已完成")

    def _do(self, who: str, command: Any) -> None:
        actor = self.people[who]
        while missing := [
            s for s in streams_of(command, actor, self.states) if s not in self.states
        ]:
            self.states |= {s: fold(s, self.chains.get(s, [])) for s in missing}
        drafts = handle(command, actor, self.at, self.states, self.chains)
        for stream, kind, data in drafts:
            chain = self.chains.setdefault(stream, [])
            prev = chain[-1].hash if chain else GENESIS
            event = seal(stream, len(chain) + 1, kind, data, actor.account, self.at, prev)
            chain.append(event)
            self._known(stream, event)
            if stream == STREAM:
                self.told.append((kind, data))
        self.at += PACE

    def _known(self, stream: str, event: Event) -> None:
        """Fold on from what is known; a case of thousands of events is not folded anew each time."""
        if stream == STREAM:
            self.states[stream] = fold_case(NAME, [event], self.states.get(stream))
        else:
            self.states.pop(stream, None)


def tell(no: str, told: Told, length: int, by: str) -> Iterator[Event]:
    """The story's first events under the case's own number, sealed into a chain."""
    stream, prev, at = f"case:{no}", GENESIS, START
    for n, (kind, data) in enumerate(told[:length]):
        event = seal(stream, n + 1, kind, _renamed(data, no), by, at, prev)
        prev, at = event.hash, at + PACE
        yield event


def _renamed(value: Any, no: str) -> Any:
    match value:
        case str():
            return value.replace(NAME, no) if type(value) is str else value
        case dict():
            return {key: _renamed(one, no) for key, one in value.items()}
        case list() | tuple():
            return type(value)(_renamed(one, no) for one in value)
        case _:
            return value


def _account(one: Actor) -> Event:
    data = {"login": one.account, "name": one.name, "person": one.person, "roles": one.roles}
    data |= {"prac_psn_code": None, "fixmedins_code": None}
    return seal(f"account:{one.account}", 1, "AccountCreated", data, "bench", START, GENESIS)
