"""Fill a template with the values of a case."""

from __future__ import annotations

import io
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import docx.opc.exceptions
import jinja2
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from evidence.forms.errors import TemplateInvalidError
from evidence.forms.package import settled


def shipped(form_id: str) -> bytes:
    """The template that ships for a form."""
    return files("evidence.forms").joinpath("templates", f"{form_id}.docx").read_bytes()


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The filled DOCX. What people wrote stays text; a template can run no code.

    Raises TemplateInvalidError, which names what the template asks for in vain.
    """
    try:
        document = DocxTemplate(io.BytesIO(template))
        words = SandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=True)
        document.render(dict(values), words)
        out = io.BytesIO()
        document.save(out)
    except jinja2.UndefinedError as error:
        raise TemplateInvalidError(
            f"模板用了系统没有的字段：{error.message}。可用字段见文书说明。",
            f"The template asks for a field that is not there: {error.message}.",
        ) from error
    except (jinja2.TemplateError, jinja2.exceptions.SecurityError, TypeError) as error:
        raise TemplateInvalidError(
            f"模板中的标记有误：{error}。", f"A mark in the template is wrong: {error}."
        ) from error
    except (docx.opc.exceptions.OpcError, SyntaxError, KeyError, ValueError) as error:
        raise TemplateInvalidError(
            "模板内容已损坏，请在 WPS 或 Word 中打开并另存一次。",
            "The template is damaged; open it in WPS or Word and save it again.",
        ) from error
    return settled(out.getvalue())
