"""A picture: drawn by altair, told in words, saved as SVG or PNG without a browser."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any

from brecha.errors import BrechaError, NotInstalledError
from brecha.files import write_file
from brecha.harmless import one_line
from brecha.pictures.style import DARK, LIGHT, Palette, config, with_hatching
from brecha.sentences import Sentence

if TYPE_CHECKING:
    Draw = Callable[[Palette], Any]


class Picture:
    """What `report.plot(…)` gives. In a notebook it shows itself, light or dark as the notebook is.

    `title` and `description` say in words what is drawn. `save` writes SVG or PNG; `chart()` is the altair chart, to go on from.
    """

    __slots__ = ("_draw", "description", "kind", "subtitle", "title")

    def __init__(self, kind: str, title: str, subtitle: Sequence[str], description: str, draw: Draw) -> None:
        self.kind = kind
        self.title = one_line(title)
        self.subtitle = [one_line(line) for line in subtitle]
        self.description = one_line(description)
        self._draw = draw

    def chart(self, dark: bool = False) -> Any:
        """The altair chart. Its hatchings are defined in the SVG that `to_svg` gives; elsewhere they stay empty."""
        palette = DARK if dark else LIGHT
        chart = self._draw(palette)
        subtitle = {"subtitle": self.subtitle} if self.subtitle else {}
        return chart.properties(title={"text": self.title, **subtitle}).configure(**config(palette))

    def to_svg(self, dark: bool = False) -> str:
        """The picture as SVG text, with its title and description for those who cannot see it."""
        vl_convert = _vl_convert()
        palette = DARK if dark else LIGHT
        svg = vl_convert.vegalite_to_svg(self.chart(dark).to_dict())
        name = hashlib.sha256(svg.encode()).hexdigest()[:8]
        head, end, body = with_hatching(svg, palette, name).partition(">")
        words = f'<title id="t{name}">{escape(self.title)}</title><desc id="d{name}">{escape(self.description)}</desc>'
        return f'{head} role="img" aria-labelledby="t{name} d{name}"{end}{words}{body}\n'

    def to_png(self, dark: bool = False, scale: float = 2.0) -> bytes:
        """The picture as a PNG file, `scale` times as large."""
        data: bytes = _vl_convert().svg_to_png(self.to_svg(dark), scale=scale)
        return data

    def save(self, path: str | os.PathLike[str], *, dark: bool = False, scale: float = 2.0) -> None:
        """Writes .svg or .png, as the name ends. Raises BrechaError for another ending, or where the file cannot be written."""
        from brecha.arguments import path as path_of

        name = path_of(path, "path")
        ending = os.path.splitext(name)[1].lower()
        if ending not in (".svg", ".png"):
            raise BrechaError(Sentence("no_such_picture_ending", file=name))
        write_file(name, self.to_svg(dark) if ending == ".svg" else self.to_png(dark, scale))

    def _repr_html_(self) -> str:
        """Both, and a style that shows the one that goes with the notebook."""
        light, dark = self.to_svg(), self.to_svg(dark=True)
        return f'<div class="brecha-picture"><style>{_SHOWN}</style><div class="light">{light}</div><div class="dark">{dark}</div></div>'

    def __repr__(self) -> str:
        return f"{self.title}\n{self.description}"


_SHOWN = """
.brecha-picture svg { max-width: 100%; height: auto; }
.brecha-picture .dark { display: none; }
@media (prefers-color-scheme: dark) { .brecha-picture .dark { display: block; } .brecha-picture .light { display: none; } }
[data-jp-theme-light="true"] .brecha-picture .light, body.vscode-light .brecha-picture .light { display: block; }
[data-jp-theme-light="true"] .brecha-picture .dark, body.vscode-light .brecha-picture .dark { display: none; }
[data-jp-theme-light="false"] .brecha-picture .dark, body.vscode-dark .brecha-picture .dark { display: block; }
[data-jp-theme-light="false"] .brecha-picture .light, body.vscode-dark .brecha-picture .light { display: none; }
"""


def altair_module() -> Any:
    """altair. Raises NotInstalledError without the extra."""
    return _library("altair", "altair")


def _vl_convert() -> Any:
    return _library("vl_convert", "vl-convert-python")


def _library(module: str, package: str) -> Any:
    """By its name, so that a check of types need not go through all of it."""
    try:
        return import_module(module)
    except ImportError:
        raise NotInstalledError(package, "pictures") from None
