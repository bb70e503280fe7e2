"""Text of documents, as a service in Python reads it: FOLDER LIBRARY."""

import re
import sys
from collections.abc import Callable
from io import BytesIO

from serve import files_in, serve


def by_pypdf2() -> Callable[[bytes], str]:
    from PyPDF2 import PdfReader

    return lambda data: "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


def by_pdfminer() -> Callable[[bytes], str]:
    from pdfminer.high_level import extract_text

    return lambda data: extract_text(BytesIO(data))


def by_python_docx() -> Callable[[bytes], str]:
    from docx import Document
    from docx.table import Table

    def text_of(container) -> list[str]:
        lines = []
        for block in container.iter_inner_content():
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        lines += text_of(cell)
            else:
                lines.append(block.text)
        return lines

    def read(data: bytes) -> str:
        document = Document(BytesIO(data))
        lines = text_of(document)
        for section in document.sections:
            lines += text_of(section.header) + text_of(section.footer)
        return "\n".join(lines)

    return read


folder, library = sys.argv[1:]
read = {"PyPDF2": by_pypdf2, "pdfminer.six": by_pdfminer, "python-docx": by_python_docx}[library]()
files = files_in(folder)


def read_all() -> None:
    for data in files:
        read(data)


serve(lambda: [re.findall(r"[^\W_]+", read(data)) for data in files], read_all, [library])
