"""Documents of other kinds than text, as small as they get: a web page, a DOCX, a PDF."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/><Default Extension="rels" '
    f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>'
)
_RELATED = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.'
    'openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def page(lines: Sequence[str], head: str = "", beside: str = "") -> bytes:
    """A web page of these paragraphs, `beside` before them, with what sites put around a text."""
    body = "".join(f"<p><span>　　{escape(line)}</span></p>\n" for line in lines)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><div class="nav">'
        f'<ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>{beside}'
        f'<div class="TRS_Editor">{body}</div><div class="foot"><a href="/map">网站地图</a> '
        "主办：太仓市人民政府办公室</div></body></html>"
    ).encode()


def word(body: str) -> bytes:
    """A DOCX whose body is this WordprocessingML."""
    text = f"<w:document {_WORD}><w:body>{body}</w:body></w:document>"
    return package({
        "[Content_Types].xml": _TYPES, "_rels/.rels": _RELATED, "word/document.xml": text
    })  # fmt: skip


def paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)


def package(parts: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return made.getvalue()


def pdf(pages: Sequence[Sequence[str]], trailer: str = "") -> bytes:
    """A PDF with these lines on its pages, in a font that every reader of PDF knows by name."""
    font = "/Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids "
        f"[{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        f"<< {font} /DescendantFonts [4 0 R] >>",
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
        "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>",
    ]
    for number, lines in enumerate(pages):
        shown = (
            f"BT /F1 12 Tf 60 {780 - 20 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET"
            for at, line in enumerate(lines)
        )
        drawn = "\n".join(shown)
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources "
            f"<< /Font << /F1 3 0 R >> >> /Contents {6 + 2 * number} 0 R >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        ]
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        made
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size "
            f"{len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(made)}\n%%EOF\n"
        ).encode()
    )
