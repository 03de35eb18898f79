"""The acts on a course; a version comes in as a workbook (``api.rest.workbook``)."""

from __future__ import annotations

from api.acts import Act
from casework.commands import courses

COURSE_ACTS = (Act("courseRetire", courses.RetireCourse),)
