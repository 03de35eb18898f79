"""An issued form as a file, and a template tried before it is put in force."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from evidence.forms.context import Print, values
from evidence.forms.example import example
from evidence.forms.fill import fill
from evidence.forms.keep import template_of
from evidence.forms.package import DOCX, checked
from evidence.forms.printed import printed
from evidence.forms.said import must_say
from evidence.store import EvidenceStore

#: What a form can be taken as.
KINDS: Final = {"docx": DOCX, "pdf": "application/pdf"}


def make(store: EvidenceStore, shown: Print, kind: str) -> bytes:
    """The form as it was issued: the same case, template and moment give the same bytes.

    Raises TemplateInvalidError, ObjectMissingError when the template is gone from the vault.
    """
    form = shown.form
    return made(template_of(store, form.form_id, form.template), values(shown), form.at, kind)


def made(template: bytes, filling: Mapping[str, Any], at: datetime, kind: str) -> bytes:
    """A template filled with values, as DOCX or as PDF made at `at`. Raises TemplateInvalidError."""
    filled = fill(template, filling)
    return filled if kind == "docx" else printed(filled, at).pdf


def tried(template: bytes, form_id: str, at: datetime) -> bytes:
    """The template itself, once it has been filled with an invented case and printed.

    Raises TemplateInvalidError.
    """
    values = example(form_id, at)
    filled = fill(checked(template), values)
    if form_id == "interview":
        must_say(filled, values["talk"])
    printed(filled, at)
    return template
