"""The picture of an assessment: its order, its words, and that nothing in a plan can break out of it."""

import re
from html.parser import HTMLParser

import pytest

from brecha.rich_view.words import _TABLE, percent, words

VOID = {"meta", "br", "hr", "img"}


class Balanced(HTMLParser):
    """Fails on a tag that is closed wrongly."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.texts = []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open.pop() == tag, tag

    def handle_data(self, data):
        self.texts.append(data)


def order_in(text, *parts):
    places = [text.find(part) for part in parts]
    assert -1 not in places, dict(zip(parts, places, strict=True))
    assert places == sorted(places), dict(zip(parts, places, strict=True))


PARTS = (
    "2026-01-15", "requirements could be judged", "How the plan was read", "By theme", "Gaps, the gravest first", "Next questions", "Notes on the plan",
)  # fmt: skip


def test_the_text_has_its_fixed_order(small_report):
    order_in(small_report.to_text(), "Plan of", *PARTS)


def test_the_page_has_the_same_order(small_report):
    page = small_report.to_html()
    order_in(page[page.index("<body>") :], "Plan of", *PARTS)


def test_the_page_is_whole_and_needs_nothing_else(small_report):
    page = small_report.to_html()
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []
    assert not re.search(r"""(src|href)\s*=|@import|url\(""", page)
    assert 'name="viewport"' in page
    assert "prefers-color-scheme: dark" in page


def test_everything_from_a_plan_is_escaped(small_report):
    for shown in (small_report.to_html(), small_report._repr_html_(), small_report.plan._repr_html_(), small_report["R-02"]._repr_html_()):
        assert "<script>alert" not in shown
        assert "<b>Puerto" not in shown
    assert "&lt;script&gt;" in small_report.to_html()


def test_nothing_in_a_plan_moves_a_terminals_cursor(small_rules):
    plan = {"title": "a\x1b[2Jb\rc", "agencies": [{"id": "x", "name": "\x1b]0;own\x07", "sector": "public", "representatives": 0}]}
    report = small_rules.assess(plan, "2026-01-15")
    assert "\x1b" not in report.to_text()
    assert "\r" not in report.to_text()
    assert "\x07" not in repr(report.gaps)


def test_colour_is_asked_for(small_report):
    assert "\x1b[" not in small_report.to_text()
    colored = small_report.to_text(color=True)
    assert re.sub(r"\x1b\[[0-9]*m", "", colored) == small_report.to_text()


def test_unknown_is_hatched_and_never_red():
    from brecha.rich_view.html import style

    (rule,) = re.findall(r"\.brecha \.is-unknown \{([^}]*)\}", style())
    assert "repeating-linear-gradient" in rule
    assert "--gap" not in rule and "--partly" not in rule


def test_never_one_percentage_always_an_interval(small_report):
    for text in (small_report.to_text(), small_report.to_html()):
        assert "at worst" in text and "at best" in text


def test_an_open_plan_is_not_a_bad_plan(small_rules):
    text = small_rules.assess({}, "2026-01-15").to_text()
    assert "0 of 3 requirements could be judged" in text
    assert "met: 0% at worst, 100% at best" in text
    assert "No gap was found; 3 requirements are open." in text


@pytest.mark.parametrize("language", ["en", "es", "pt", "fr"])
def test_the_view_speaks_four_languages(small_report, language):
    report = small_report.in_language(language)
    text = report.to_text()
    assert words(language)["how_read"] in text
    assert f'<html lang="{language}">' in report.to_html()
    if language != "en":
        assert words("en")["how_read"] not in text


def test_the_words_have_the_same_holes_in_every_language():
    for word, texts in _TABLE.items():
        assert len(texts) == 4 and all(texts), word
        holes = [sorted(re.findall(r"\{\w+\}", text)) for text in texts]
        assert holes == [holes[0]] * 4, word


@pytest.mark.parametrize(("share", "shown"), [(0.0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1.0, "100%")])
def test_a_share_is_none_or_all_only_where_it_is(share, shown):
    assert percent(share, "en") == shown


def test_how_the_sources_were_read_is_shown(small_report):
    text = small_report.to_text()
    assert "programme sheet" in text and "lists may be longer" in text
    assert "Decree 287-19" in text
    assert "agencies (3)" in text


def test_narrow_terminals_are_kept_to(small_report):
    assert max(len(line) for line in small_report.to_text(width=60).split("\n") if "░" not in line) <= 62


def test_several_plans_make_one_page(small_rules, plan_dict, tmp_path):
    from brecha.rich_view.page import page

    batch = small_rules.assess_all([plan_dict, {}, str(tmp_path / "none.json")], "2026-01-15")
    text = page(batch, "en", batch.failed)
    parser = Balanced()
    parser.feed(text)
    assert parser.open == []
    assert text.count("<article>") == 3
    assert "could not be read" in text
