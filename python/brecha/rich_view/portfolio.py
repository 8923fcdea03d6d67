"""The picture of a portfolio: interval bars, tiles by theme and plan that open, and who has solved what. Never a ranking."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from brecha.harmless import one_line
from brecha.rich_view.content import VERDICTS, verdict_shown
from brecha.rich_view.headings import listed
from brecha.rich_view.html import counted, folded, swatch
from brecha.rich_view.marks import Mark, joined, tag
from brecha.rich_view.page import View
from brecha.rich_view.text import Pen, wrapped
from brecha.rich_view.words import percent, spoken
from brecha.rich_view.work_words import work_words
from brecha.wording import Words

if TYPE_CHECKING:
    from brecha.assessment import Assessment
    from brecha.portfolios import Judged, Portfolio

_BAR = 30
_FEW = 12
_LONGEST_NAME = 34
_SHOWN = (*VERDICTS, "not_used")

_STYLE = """
.brecha .span { position: relative; height: 0.9rem; background: var(--panel); border-radius: 0.2rem; min-width: 12rem; }
.brecha .span i { position: absolute; top: 0.2rem; height: 0.5rem; background: var(--accent); border-radius: 0.15rem; min-width: 2px; }
.brecha .span b { position: absolute; top: 0.1rem; width: 0.7rem; height: 0.7rem; margin-left: -0.35rem; border-radius: 50%;
  background: var(--paper); border: 2.5px solid var(--ink); }
.brecha .spans { width: 100%; }
.brecha .tiles th.plan { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 12rem; }
.brecha.brecha .tiles td { padding: 0.15rem; min-width: 3.4rem; vertical-align: middle; }
.brecha .tiles tbody th { position: sticky; left: 0; background: var(--paper); z-index: 1; font-weight: 500; min-width: 9rem; }
.brecha .tiles details { margin: 0; }
.brecha .tiles summary { list-style: none; width: 100%; }
.brecha .tiles summary::-webkit-details-marker { display: none; }
.brecha .tiles summary:focus-visible { outline: 2px solid var(--accent); }
.brecha .tiles .bar { height: 1.1rem; margin: 0; border: 1px solid var(--rule); }
.brecha .tiles details[open] .bar { outline: 2px solid var(--ink); }
.brecha .tiles details[open] > ul { position: fixed; right: 1rem; bottom: 1rem; z-index: 3; width: min(34rem, calc(100vw - 2rem)); max-height: 60vh;
  overflow: auto; background: var(--paper); border: 1px solid var(--stripe); border-radius: 0.4rem; padding: 0.6rem 0.9rem; margin: 0;
  list-style: none; box-shadow: 0 0.3rem 1.2rem rgb(0 0 0 / 25%); }
.brecha .tiles li.name { font-weight: 600; margin-bottom: 0.3rem; }
@media print { .brecha .tiles details > ul { display: none; } }
"""


def headline(portfolio: Portfolio) -> list[str]:
    """How many plans over how many requirements, that it is no ranking, and what is not in it."""
    say = work_words(portfolio.language)
    lines = [say("portfolio_counts", plans=len(portfolio.reports), requirements=len(portfolio.requirements)) + ".", say["no_ranking"]]
    if portfolio.interrupted:
        lines.append(say("portfolio_interrupted", count=portfolio.interrupted))
    if len({report.ruleset.sha256 for report in portfolio.reports}) > 1:
        lines.append(say["portfolio_common"])
    return lines


def _about(portfolio: Portfolio, say: Words) -> str:
    rules = {report.ruleset.sha256: report.ruleset for report in portfolio.reports}
    named = ", ".join(f"{one.name} {one.version} ({one.sha256[:8]})" for one in rules.values())
    dates = sorted({report.as_of.isoformat() for report in portfolio.reports})
    return f"{named} · {say['as_of']} {dates[0]}" + (f" – {dates[-1]}" if len(dates) > 1 else "")


def _interval(one: Judged, language: str) -> str:
    if one.lowest is None or one.highest is None:
        return "–"
    return f"{percent(one.lowest, language)} – {percent(one.highest, language)}"


def _told(one: Judged, say: Words) -> str:
    shares = [percent(share, say.language) if share is not None else "–" for share in (one.judged, one.lowest, one.highest)]
    return say("bar_told", name=one.name, judged=shares[0], lowest=shares[1], highest=shares[2])


# --- as text ---


def _text(portfolio: Portfolio, width: int, color: bool) -> str:
    """The whole picture, without a last line break."""
    say, pen = work_words(portfolio.language), Pen(color)
    blocks = [[pen.bold(say["portfolio"]), *wrapped(_about(portfolio, say), width, "", "  ")]]
    blocks.append([line for text in headline(portfolio) for line in wrapped(text, width, "", "")])
    judged = portfolio.judged()
    wide = min(max(len(one_line(one.name)) for one in judged), _LONGEST_NAME)
    lines = [pen.faint(f"{'':<{wide}}  {say['judged_share']:>8}  {'':<{_BAR}}  {say['met_between']}")]
    for one in judged:
        name = one_line(one.name)
        name = name if len(name) <= wide else name[: wide - 1] + "…"
        lines.append(f"{name:<{wide}}  {percent(one.judged, say.language):>8}  {_drawn(one)}  {_interval(one, say.language)}")
    lines.append(pen.faint(f"{'':<{wide}}  {'':>8}  ● {say['dot_judged']}  ━ {say['from_worst_to_best']}"))
    lines += [f"{one_line(one.name)}  {say['failed']}" for one in portfolio.failed]
    blocks.append(lines)
    solved = portfolio.solved
    lines = [pen.bold(say["who_solved"])]
    for row in solved[:_FEW]:
        lines += wrapped(f"{row.requirement}  {row.title}", width, "  ", "    ")
        lines += wrapped(f"{say['gap_in']} {listed(row.gap_in, say)}", width, "    ", "      ")
        lines += wrapped(f"{say['solved_by']}{say['colon']}{listed(row.solved_by, say) or say['nobody_yet']}", width, "    → ", "      ")
    if len(solved) > _FEW:
        lines.append(f"  {say('more_rows', count=len(solved) - _FEW)}")
    blocks.append(lines if len(solved) else [say["no_gap_anywhere"]])
    return "\n\n".join("\n".join(block) for block in blocks)


def _drawn(one: Judged) -> str:
    """The interval, and a dot at the share judged."""
    places = ["·"] * _BAR
    if one.lowest is not None and one.highest is not None:
        first, last = round(one.lowest * (_BAR - 1)), round(one.highest * (_BAR - 1))
        places[first : last + 1] = ["━"] * (last - first + 1)
    places[round(one.judged * (_BAR - 1))] = "●"
    return "".join(places)


# --- as HTML ---


def _page_title(portfolio: Portfolio) -> str:
    say = work_words(portfolio.language)
    return f"{say['portfolio']} · {_about(portfolio, say)}"


def _body(portfolio: Portfolio) -> Mark:
    say = work_words(portfolio.language)
    first, *others = headline(portfolio)
    judged = portfolio.judged()
    failed = [
        tag("p", tag("strong", f"{one.name} {say['failed']}"), f"{say['colon']}{one.error}", class_="faint") for one in portfolio.failed
    ]
    return joined(
        (
            tag("style", Mark(_STYLE)),
            tag("header", tag("h1", say["portfolio"]), tag("p", _about(portfolio, say), class_="faint"), class_="headline"),
            tag("section", tag("p", first), *(tag("p", line, class_="faint") for line in others), *failed, class_="judged"),
            _bars(judged, say),
            _tiles(judged, portfolio, say),
            _solved(portfolio, say),
        )
    )


def _bars(judged: list[Judged], say: Words) -> Mark:
    rows = []
    for one in judged:
        pieces = [tag("b", style=f"left:{one.judged:.2%}")]
        if one.lowest is not None and one.highest is not None:
            pieces.insert(0, tag("i", style=f"left:{one.lowest:.2%};width:{one.highest - one.lowest:.2%}"))
        bar = tag("div", *pieces, class_="span", role="img", aria_label=_told(one, say))
        cells = (
            tag("th", one.name, scope="row"),
            tag("td", percent(one.judged, say.language), class_="number"),
            tag("td", bar, style="width:50%"),
            tag("td", _interval(one, say.language)),
            tag("td", one.gaps, class_="number"),
        )
        rows.append(tag("tr", *cells))
    heads = (("plan", ""), ("judged_share", "number"), ("", ""), ("met_between", ""), ("gaps_head", "number"))
    head = tag("tr", *(tag("th", say[word] if word else "", scope="col", class_=look or None) for word, look in heads))
    key = tag("p", f"● {say['dot_judged']} · ━ {say['from_worst_to_best']}", class_="faint")
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="spans")
    return tag("section", key, tag("div", table, class_="scroll"))


def _tiles(judged: list[Judged], portfolio: Portfolio, say: Words) -> Mark:
    """A row for each theme, a column for each plan, in the order of the bars."""
    themes: dict[str, list[int]] = {}
    for place, info in enumerate(portfolio.requirements):
        themes.setdefault(info.theme, []).append(place)
    labels = {info.theme: info.theme_label for info in portfolio.requirements}
    cells = [_reasons(one.report, portfolio, say) for one in judged]
    rows = []
    for theme, places in themes.items():
        tiles = []
        for column, one in enumerate(judged):
            tile = _tile([cells[column][place] for place in places], f"{labels.get(theme) or say['no_theme']}, {one.name}", say)
            tiles.append(tag("td", tile))
        rows.append(tag("tr", tag("th", labels.get(theme) or spoken(theme) or say["no_theme"], scope="row"), *tiles))
    head = tag("tr", tag("th"), *(tag("th", one.name, scope="col", class_="plan") for one in judged))
    keys = tag("div", *(swatch(verdict, say[verdict]) for verdict in VERDICTS), class_="legend faint")
    table = tag("table", tag("thead", head), tag("tbody", *rows), class_="tiles")
    return tag(
        "section",
        tag("h2", say["themes_by_plan"]),
        tag("p", say["tiles_open"], class_="faint"),
        keys,
        tag("div", table, class_="scroll"),
    )


def _reasons(report: Assessment, portfolio: Portfolio, say: Words) -> list[tuple[str, str, str]]:
    """Of each requirement: its id and title, its verdict as it is shown, and why it is so."""
    table = report.findings
    told: dict[str, dict[str, None]] = {}
    columns = ("requirement", "reason", "message", "is_gap")
    for requirement, reason, message, is_gap in zip(*(table[name] for name in columns), strict=True):
        told.setdefault(requirement, {})[message if is_gap and message else say[f"reason_{reason}"]] = None
    return [
        (f"{info.id} {info.title}", verdict_shown(report._core.verdict(info.id), info.modality), " ".join(list(told[info.id])[:2]))
        for info in portfolio.requirements
    ]


def _tile(found: list[tuple[str, str, str]], name: str, say: Words) -> Mark:
    counts = Counter(verdict for _, verdict, _ in found)
    bar = [tag("i", class_=f"is-{verdict}", style=f"width:{counts[verdict] / len(found):.1%}") for verdict in _SHOWN if counts[verdict]]
    label = name + say["colon"] + ", ".join(f"{say[verdict]} {counts[verdict]}" for verdict in _SHOWN if counts[verdict])
    items = [
        tag("li", tag("span", class_=f"swatch is-{verdict}"), tag("strong", say[verdict]), f" · {named} – {why}")
        for named, verdict, why in found
    ]
    summary = tag("summary", tag("div", *bar, class_="bar"), aria_label=label, title=label)
    return tag("details", summary, tag("ul", tag("li", name, class_="name"), *items), name_="tile")  # one open at a time


def _solved(portfolio: Portfolio, say: Words) -> Mark:
    solved = list(portfolio.solved)
    if not solved:
        return tag("section", tag("h2", say["who_solved"]), tag("p", say["no_gap_anywhere"]))
    items = []
    for row in solved:
        by = ", ".join(row.solved_by) or say["nobody_yet"]
        pieces = [
            tag("p", f"{row.requirement} ", tag("span", row.title), class_="sentence"),
            tag("p", f"{say['solved_by']}{say['colon']}{by}", class_="remedy"),
            tag("p", f"{say['gap_in']}{say['colon']}{', '.join(row.gap_in)}", class_="faint"),
        ]
        if row.open_in:
            pieces.append(folded(f"{say['open_in']} ({len(row.open_in)})", tag("span", ", ".join(row.open_in), class_="places")))
        items.append(tag("li", *pieces))
    pieces = [tag("h2", say["who_solved"]), tag("ul", *items[:_FEW], class_="plain")]
    if len(items) > _FEW:
        pieces.append(folded(say("more_rows", count=len(items) - _FEW), tag("ul", *items[_FEW:], class_="plain")))
    return tag("section", *pieces, counted(say("requirements_counted", shown=len(items), all=len(portfolio.requirements))))


VIEW = View(_text, _page_title, _body)
