"""Lines of a note as a Word document: the three parts that Office Open XML asks for (ECMA-376), no more."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from audit.share.note import Line

_STYLES = {1: "Heading1", 2: "Heading2", 3: "ListParagraph", 4: "Quote"}
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{_DOCUMENT}"/></Types>',  # noqa: E501
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}" Target="word/document.xml"/></Relationships>',  # noqa: E501
}
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def write_docx(lines: Iterable[Line], path: Path) -> None:
    """Write the lines, a paragraph each."""
    body = "".join(_paragraph(line) for line in lines)
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in {**_PARTS, "word/document.xml": document}.items():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _HEAD + text)


def _paragraph(line: Line) -> str:
    style = f'<w:pPr><w:pStyle w:val="{_STYLES[line.level]}"/></w:pPr>' if line.level in _STYLES else ""
    mark = "<w:b/>" if line.level in (1, 2) else "<w:i/>" if line.level == 4 else ""
    size = {1: '<w:sz w:val="36"/>', 2: '<w:sz w:val="26"/>'}.get(line.level, "")
    words = escape(_NOT_XML.sub("\ufffd", line.text))
    return f'<w:p>{style}<w:r><w:rPr>{mark}{size}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'
