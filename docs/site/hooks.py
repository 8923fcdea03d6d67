"""What mkdocs does beside the pages: colours for the rule language, and a page for each message.

The pages of the messages stand in python/brecha/diagnostics, where `brecha explain` finds them. Here they become
diagnostics/B101.md and so on.
"""

from __future__ import annotations

import re
from pathlib import Path

import brecha_lexer  # beside this file; mkdocs looks there while it loads a hook
from mkdocs.structure.files import File
from pygments.lexers import LEXERS

ROOT = Path(__file__).resolve().parents[2]
DIAGNOSTICS = ROOT / "python" / "brecha" / "diagnostics"

LEXERS["BrechaLexer"] = (brecha_lexer.__name__, "Brecha", ("brecha",), ("*.brecha",), ())


def on_config(config):
    """A page that the list of pages names and nobody has written yet is left out."""
    for section in config.nav:
        for title, pages in section.items():
            if isinstance(pages, list):
                section[title] = [page for page in pages if not isinstance(page, dict) or _is_there(next(iter(page.values())))]
    return config


def _is_there(page):
    return not isinstance(page, str) or (ROOT / "docs" / page).is_file()


def on_files(files, config):
    for page in sorted(DIAGNOSTICS.glob("[BP]*.md")):
        made = File.generated(config, f"diagnostics/{page.name}", content=page.read_text(encoding="utf-8"))
        made.inclusion = made.inclusion.NOT_IN_NAV
        files.append(made)
    return files


def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "index.md":
        page.meta["hide"] = ["navigation"]
    if page.file.src_uri == "diagnostics.md":
        return markdown.replace("(../python/brecha/diagnostics/", "(diagnostics/")
    if page.file.src_uri.startswith("diagnostics/"):
        return re.sub(r"^```(\w+) \w+$", r"```\1", markdown, flags=re.MULTILINE) + "\n\n[All messages](../diagnostics.md)\n"
    return markdown
