"""The bureau's own templates: which is in force, and since when (bytes lie in the vault)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from casework.actors import Actor, Role
from casework.acts import Act, Ask, draft, required
from casework.commands.documents import ReplaceTemplate
from casework.documents.catalogue import form_of, forms
from casework.events import Draft, Event
from casework.hands import Hand, hand_from
from casework.refusal import refuse


@dataclass(frozen=True)
class Version:
    """One version of a template; `sha256` is empty for the shipped one."""

    sha256: str
    size: int
    name: str
    note: str
    by: Hand
    at: datetime


@dataclass(frozen=True)
class TemplateState:
    """All versions of one form's template that the bureau put in force, in order."""

    form_id: str
    version: int = 0
    versions: tuple[Version, ...] = ()
    stage = "set"
    stage_zh = "文书模板"
    stage_en = "template"

    @property
    def label(self) -> str:
        """How refusals name it."""
        form = forms().get(self.form_id)
        return f"文书模板 {form.zh if form else self.form_id}"

    @property
    def label_en(self) -> str:
        """The same in English."""
        form = forms().get(self.form_id)
        return f"template {form.en if form else self.form_id}"

    @property
    def sha256(self) -> str:
        """The template in force; empty: the shipped one."""
        return self.versions[-1].sha256 if self.versions else ""


def fold_template(form_id: str, events: Iterable[Event]) -> TemplateState:
    """Fold the versions of a form's template."""
    state = TemplateState(form_id)
    for event in events:
        d = event.data
        if event.type == "TemplateReplaced":
            made = Version(
                str(d["sha256"]), int(str(d["size"])), str(d["name"]), str(d["note"]),
                hand_from(d), event.at,
            )  # fmt: skip
            state = replace(state, versions=(*state.versions, made))
        state = replace(state, version=event.seq)
    return state


def answer(ask: Ask[ReplaceTemplate, TemplateState]) -> list[Draft]:
    """TemplateReplaced; the same template again changes nothing and is refused."""
    c, state = ask.command, ask.state
    form_of(c.form_id)
    required(reason=c.note)
    if c.sha256 == state.sha256:
        raise refuse("ALREADY_DONE")
    data = {"sha256": c.sha256, "size": c.size, "name": c.name, "note": c.note}
    return [draft(f"template:{c.form_id}", "TemplateReplaced", **data)]


def _stream(command: ReplaceTemplate, actor: Actor, states: Mapping[str, Any]) -> tuple[str, ...]:
    form_of(command.form_id)
    return (f"template:{command.form_id}",)


ACT = Act(
    command=ReplaceTemplate,
    zh="更换文书模板",
    en="replace a template",
    roles=frozenset({Role.LEGAL_REVIEWER, Role.HEAD}),
    streams=_stream,
    answer=answer,
    creates=None,
)
