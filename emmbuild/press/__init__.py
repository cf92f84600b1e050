"""Word and PowerPoint files → PDF files, through LibreOffice, and what can be read from a PDF: its pages and headings.

The one place that runs LibreOffice and that reads PDF files: `to_pdf` turns many files at once.
"""

from __future__ import annotations

from emmbuild.press.engine import found, to_pdf
from emmbuild.press.handout import handout
from emmbuild.press.pdf import headings, pages, places

__all__ = ["found", "handout", "headings", "pages", "places", "to_pdf"]
