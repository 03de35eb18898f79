"""Reading a filled form back."""

import io

import docx


def text_of(content: bytes) -> str:
    drawn = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in drawn.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in drawn.paragraphs), *cells])
