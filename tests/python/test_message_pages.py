"""The pages of `brecha explain`: whole in four languages, their words the language's, their examples as they say in each."""

import re
from pathlib import Path

import pytest

import brecha
from brecha import _core, message_pages
from brecha.shipped import shipped_folder

ROOT = Path(__file__).resolve().parents[2]
CODES = message_pages.codes()
TRANSLATED = ("es", "pt", "fr")
LANGUAGES = ("en", *TRANSLATED)


def prose(code):
    return [piece for piece in message_pages.pieces(code) if not piece.startswith(("```", "## "))]


def spans(paragraph):
    """What stands in backticks, words in capitals (NAME, LIST) as one."""
    return sorted(re.sub(r"[^\W\d_a-z]{3,}", "NAME", span) for span in re.findall(r"`([^`]+)`", paragraph))


def blocks(page):
    return dict(re.findall(r"^```([^\n]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL))


def named_words(language):
    return {found for paragraphs in message_pages.translations(language).values() for text in paragraphs
            for found in re.findall(r"\{(keyword|word):([^{}]+)\}", text)}  # fmt: skip


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_page_is_there_in_every_language(language):
    assert len(CODES) > 100
    assert list(message_pages.translations(language)) == CODES, "a page is missing, there twice, or not in the order of the codes"
    text = (message_pages.FOLDER / "translations" / f"{language}.md").read_text(encoding="utf-8")
    assert re.findall(r"^# (\S+) — \S", text, re.MULTILINE) == CODES


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_paragraphs_of_the_english_page_and_names_the_same_words(code, language):
    translated = message_pages.translation(code, language)
    assert len(translated) == len(prose(code))
    for there, here in zip(translated, prose(code), strict=True):
        assert spans(message_pages.in_words(there, "en")) == spans(here)
        assert there != here


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_words_that_a_translation_names_exist(language):
    assert len(named_words(language)) > 50
    for kind, name in sorted(named_words(language)):
        if kind == "keyword":
            assert _core.keyword(name, language), f"there is no keyword {name}"
        else:  # each built-in word has another spelling in one language at least
            assert any(_core.built_in_word(name, other) != name for other in TRANSLATED), f"there is no built-in word {name}"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_keyword_is_typed_by_hand(language):
    """In backticks, a word that is a keyword in English stands only in a command line, in the values given to one (B511), and where a plan has it as a key (P504; the
    fields of a procedure's steps in B401 and B409, a part's id in B402, a file's column in B345)."""
    fields = {"B345": {"date"}, "B401": {"role"}, "B402": {"inform/within"}, "B409": {"role", "after"}}
    table = (ROOT / "docs" / "words.md").read_text(encoding="utf-8").split("## Built-in words")[0]
    keywords = {word for spelling in re.findall(r"^\| `([^`]+)`", table, re.MULTILINE) for word in spelling.split()}
    assert len(keywords) > 100
    for code, paragraphs in message_pages.translations(language).items():
        for span in re.findall(r"`([^`]+)`", "\n".join(paragraphs)):
            typed = set(re.findall(r"[^\W\d]+", re.sub(r"\{(keyword|word):[^{}]+\}", "", span)))
            allowed = code in ("B511", "P504") or span in fields.get(code, ()) or span.startswith(("--", "brecha "))
            assert allowed or not keywords & typed, f"{code}: `{span}`"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_examples_behave_in_every_language(code, language, tmp_path):
    shown = blocks(message_pages.page(code, language))
    for kind, expected in (("wrong", {code}), ("right", set())):
        if f"brecha {kind}" in shown:
            folder = tmp_path / kind
            folder.mkdir()
            (folder / "rules.brecha").write_text(shown[f"brecha {kind}"], encoding="utf-8")
            if "brecha" in shown:
                (folder / "vocabulary.brecha").write_text(shown["brecha"], encoding="utf-8")
            found = _core.check(str(folder), [], "", shipped_folder(), code in ("B212", "B214"))  # only for those who ask for more
            assert {diagnostic.code for diagnostic in found} == expected
        elif f"json {kind}" in shown:
            try:
                found = brecha.compile(shown["brecha"]).read_plan(shown[f"json {kind}"]).notes
            except brecha.PlanError as error:
                found = error.diagnostics
            assert {note.code for note in found} == expected


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("code", CODES)
def test_right_examples_are_in_the_keywords_of_the_language(code, language):
    shown, english = blocks(message_pages.page(code, language)), blocks(message_pages.page(code, "en"))
    for kind in ("brecha right", "brecha"):
        if kind not in shown:
            continue
        if any(text.startswith("language ") for text in english.values()):  # a page about languages
            assert shown[kind] == english[kind]
        else:
            assert shown[kind].startswith(f"language {language}\n")
            assert _core.format("example", shown[kind], "en")[0] == _core.format("example", english[kind])[0]


@pytest.mark.parametrize("language", TRANSLATED)
def test_headings_are_in_the_language(language):
    for code in CODES:
        here = [piece for piece in message_pages.pieces(code) if piece.startswith("## ")]
        there = re.findall(r"^## .*", message_pages.page(code, language), re.MULTILINE)
        assert len(there) == len(here) and not set(there) & set(here)


# --- the command ----------------------------------------------------------------------------------------


def test_a_page_is_shown_in_the_language_asked_for(brecha_command):
    status, shown, _ = brecha_command("explain", "b303", "--language", "es")
    assert status == 0
    assert shown.startswith("# B303 — los meses necesitan una regla para el fin de mes\n")
    assert "`fin_de_mes último_día`" in shown and "  fin_de_mes último_día\n" in shown
    assert "month_end" not in shown and "## Wrong" not in shown


@pytest.mark.parametrize("tag", ["es", "ES", "es-CR"])
def test_all_codes_are_listed_in_the_language(brecha_command, tag):
    status, shown, _ = brecha_command("explain", "--language", tag)
    assert status == 0
    assert [line.split(" — ")[0] for line in shown.splitlines()] == CODES
    assert "B101 — un campo que no existe" in shown


def test_a_language_that_there_is_not_is_refused_with_the_nearest(brecha_command):
    status, shown, told = brecha_command("explain", "B101", "--language", "spanish")
    assert (status, shown) == (2, "")
    assert '"spanish"' in told and "did you mean es?" in told


@pytest.mark.parametrize(
    ("language", "words"), [("en", "did you mean"), ("es", "quiso decir"), ("pt", "quis dizer"), ("fr", "vouliez-vous dire")]
)
def test_a_wrong_code_is_met_in_the_language(brecha_command, language, words):
    status, shown, told = brecha_command("explain", "B1O1", "--language", language)
    assert (status, shown) == (2, "")
    assert words in told
