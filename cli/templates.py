"""The bureau's templates at the terminal: the one in force, and what is wrong with one as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import neo4j

from casework.refusal import refuse
from evidence.forms.errors import TemplateInvalidError
from evidence.forms.keep import template_of
from evidence.s3 import S3Store
from graph.documents.read import template_in_force


async def template_now(
    driver: neo4j.AsyncDriver, store: S3Store, form_id: str, at: datetime
) -> bytes:
    """The template of a form at a moment. Raises ObjectMissingError."""
    return template_of(store, form_id, await template_in_force(driver, form_id, at))


@contextmanager
def fitting() -> Iterator[None]:
    """Refuses BAD_VALUE with what is wrong with the template."""
    try:
        yield
    except TemplateInvalidError as error:
        raise refuse(
            "BAD_VALUE",
            field="模板",
            field_en="template",
            why=error.message_zh,
            why_en=error.message_en,
        ) from error
