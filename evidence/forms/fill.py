"""Fill a template with the values of a case."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import docx.opc.exceptions
import jinja2
from docxtpl import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from evidence.forms.errors import TemplateInvalidError
from evidence.forms.package import settled

_QUOTED: Final = re.compile(r"'([^']+)'")
_PARAGRAPH: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
#: As much of a paragraph as shows where to look.
SHOWN: Final = 60


class _Words(SandboxedEnvironment):
    """`row.items` is what the row says, never the method of the mapping that holds it."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The value under a name, before anything that the object itself calls so."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def shipped(form_id: str) -> bytes:
    """The template that ships for a form."""
    return files("evidence.forms").joinpath("templates", f"{form_id}.docx").read_bytes()


def fill(template: bytes, values: Mapping[str, Any]) -> bytes:
    """The filled DOCX. What people wrote stays text; a template can run no code.

    Raises TemplateInvalidError, which names what the template asks for in vain.
    """
    try:
        document = DocxTemplate(io.BytesIO(template))
        words = _Words(undefined=jinja2.StrictUndefined, autoescape=True)
        document.render(dict(values), words)
        out = io.BytesIO()
        document.save(out)
    except jinja2.UndefinedError as error:
        name = _QUOTED.findall(error.message or "")[-1:]
        field = name[0] if name else ""
        where = _marks_with(template, field)
        raise TemplateInvalidError(
            f"模板用了系统没有的字段：{field}{_place_zh(where)}。可用字段见文书说明。",
            f"The template asks for a field that is not there: {field}{_place_en(where)}.",
        ) from error
    except (jinja2.TemplateError, jinja2.exceptions.SecurityError, TypeError) as error:
        where = _context(error)
        raise TemplateInvalidError(
            f"模板中的标记有误{_place_zh(where)}：{error}。",
            f"A mark in the template is wrong{_place_en(where)}: {error}.",
        ) from error
    except (docx.opc.exceptions.OpcError, SyntaxError, KeyError, ValueError) as error:
        raise TemplateInvalidError(
            "模板内容已损坏，请在 WPS 或 Word 中打开并另存一次。",
            "The template is damaged; open it in WPS or Word and save it again.",
        ) from error
    return settled(out.getvalue())


def _marks_with(template: bytes, field: str) -> str:
    """The first paragraph whose marks name a field, also in a table; empty where none is found."""
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    for paragraph in document.docx.element.body.iter(_PARAGRAPH):
        text = "".join(paragraph.itertext()).strip()
        if field and "{" in text and field in text:
            return text[:SHOWN]
    return ""


def _context(error: Exception) -> str:
    """The paragraph that a wrong mark stands in: docxtpl keeps some lines on either side of it."""
    lines = [str(line).strip() for line in getattr(error, "docx_context", ())]
    return next((line[:SHOWN] for line in lines if "{" in line), "")


def _place_zh(where: str) -> str:
    return f"，位置“{where}”" if where else ""


def _place_en(where: str) -> str:
    return f' in "{where}"' if where else ""
