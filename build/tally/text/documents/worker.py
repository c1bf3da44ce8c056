"""The process that reads one document: bytes on standard input, JSON on standard output."""

from __future__ import annotations

import json
import sys

WORKER = __name__ if __name__ != "__main__" else "tally.text.documents.worker"
SECONDS = 20
"""Of processor time, for one document; some 500 pages of PDF take one."""
_BYTES = 1_000_000_000


def main(kind: str) -> None:
    """Read the standard input as `html`, `docx` or `pdf`, and print what it says."""
    _limit()
    data = sys.stdin.buffer.read()
    sys.stdout.write(json.dumps(_said(kind, data)))


def _said(kind: str, data: bytes) -> dict[str, str]:
    # Each needs one library only, and none of the others' time to load.
    from tally.text.documents.kinds import DocumentError

    try:
        if kind == "html":
            from tally.text.documents.html import read_html

            return read_html(data)
        if kind == "docx":
            from tally.text.documents.docx import read_docx

            return read_docx(data)
        from tally.text.documents.pdf import read_pdf

        return read_pdf(data)
    except DocumentError as error:
        return {"error": str(error)}


def _limit() -> None:
    """Bound time and memory, where the system can."""
    try:
        import resource
    except ImportError:  # Windows: the time that read.py waits is the only bound
        return
    for kind, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, _BYTES)):
        hard = resource.getrlimit(kind)[1]
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    main(sys.argv[1])
