"""What mkdocs does beside the pages: colours for the rule language, a page for each message, and lists of pages that are written as a pattern.

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
DOCS = ROOT / "docs"
DIAGNOSTICS = ROOT / "python" / "brecha" / "diagnostics"

LEXERS["BrechaLexer"] = (brecha_lexer.__name__, "Brecha", ("brecha",), ("*.brecha",), ())


def on_config(config):
    """`folder/*.md` in the list of pages stands for the pages of that folder but its index, under their own titles."""
    config.nav = _spelled_out(config.nav)
    return config


def _spelled_out(pages):
    found = []
    for page in pages:
        if isinstance(page, dict):
            found.append({title: _spelled_out(one) if isinstance(one, list) else one for title, one in page.items()})
        elif "*" in page:
            found += [one.relative_to(DOCS).as_posix() for one in sorted(DOCS.glob(page)) if one.name != "index.md"]
        else:
            found.append(page)
    return found


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
