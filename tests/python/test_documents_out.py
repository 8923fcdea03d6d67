"""The report as Markdown and as a Word file: whole, in four languages, the same bytes each time, and nothing from a plan is markup."""

import re
import sys

import brecha
import pytest
from brecha.rich_view.words import words
from faces import LANGUAGES, report_in

docx = pytest.importorskip("docx")


@pytest.fixture(scope="module")
def report():
    return brecha.load("tourism_security").assess(brecha.sample("made-up-first-draft"), as_of="2026-01-15", language="es")


@pytest.fixture(scope="module")
def word_file(report, tmp_path_factory):
    path = tmp_path_factory.mktemp("word") / "x.docx"
    report.to_word(path)
    return path


def flat(text):
    return re.sub(r"\s+", " ", re.sub(r"\\([^\w\s])", r"\1", text))


def all_text(path):
    """Paragraphs and cells, in the order of the file."""
    file = docx.Document(path)
    texts = []
    for element in file.element.body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        texts.append("".join(element.itertext()))
    return file, texts


def test_nothing_is_lost(report, word_file):
    _, texts = all_text(word_file)
    for text in (flat(report.to_markdown()), flat(" ".join(texts))):
        for message in report.gaps["message"]:
            assert flat(message) in text
        for question in report.questions()["question"]:
            assert flat(question) in text
        for info in report.ruleset.requirements("es"):
            assert flat(info.title) in text
        for whole in (report.hash, report.ruleset.sha256, report.plan.sha256, "2026-01-15"):
            assert whole in text
        say = words("es")
        assert say("gaps_counted", shown=len(report.gaps), all=len(report.gaps), requirements=report.summary.gaps) in text
        assert text.index(say["at_a_glance"]) < text.index(say["by_theme"]) < text.index(say["questions"]) < text.index(say["for_engineer"])


def test_a_word_file_is_made_of_styles_to_edit(report, word_file):
    file, _ = all_text(word_file)
    styles = [paragraph.style.name for paragraph in file.paragraphs]
    assert styles[0] == "Title" and {"Heading 1", "Heading 2", "List Bullet"} <= set(styles)
    themes, requirements, identity = file.tables[0], file.tables[-2], file.tables[-1]
    assert [cell.text for cell in themes.rows[0].cells][1:3] == ["cumple", "en parte"]
    assert len(requirements.rows) == 1 + report.summary.requirements
    assert requirements.rows[0]._tr.xpath("./w:trPr/w:tblHeader") and not identity.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert file.core_properties.created.date() == report.as_of and "2026-01-15" in file.core_properties.title
    assert file.styles.element.xpath("//w:lang/@w:val") == ["es-419"]


def test_the_same_report_is_the_same_bytes(small_report, tmp_path):
    for name in ("a", "b"):
        small_report.to_word(tmp_path / f"{name}.docx")
        small_report.to_markdown(tmp_path / f"{name}.md")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes() == small_report.to_markdown().encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents_speak_four_languages(language, tmp_path):
    report = report_in(language, tmp_path)
    report.to_word(tmp_path / "x.docx")
    say, english = words(language), words("en")
    for text in (flat(report.to_markdown()), flat(" ".join(all_text(tmp_path / "x.docx")[1]))):
        for word in ("at_a_glance", "ask_first", "by_theme", "how_read", "instruments", "for_engineer"):
            assert say[word] in text
            assert language == "en" or english[word] == say[word] or english[word] not in text


HOSTILE = "<script>x</script> [a](javascript:b) **c** | `d` \x1b[2J\u202e # e\ufffe ![f](g) http://h.example @i"


def test_nothing_from_a_plan_is_markup(small_rules, tmp_path):
    from markdown_it import MarkdownIt

    plan = {"title": f"1. {HOSTILE}", "agencies": [{"id": "p", "name": HOSTILE, "sector": "public", "representatives": 0}]}
    report = small_rules.assess(plan, as_of="2026-01-15")
    text = report.to_markdown()
    assert "\x1b" not in text and "\u202e" not in text
    tokens = [token for block in MarkdownIt("commonmark").enable("table").parse(text) for token in (block, *(block.children or ()))]
    assert not [token for token in tokens if token.type in ("html_block", "html_inline", "image") and token.content != "<br>"]
    assert not [token for token in tokens if token.type == "link_open" and not token.attrs["href"].startswith("http")]
    heading = next(tokens[place + 1] for place, token in enumerate(tokens) if token.type == "heading_open")
    shown = "".join(token.content for token in heading.children)
    assert shown.startswith("1. <script>x</script> [a](javascript:b) **c** | `d`") and "h.example @i" in shown
    report.to_word(tmp_path / "x.docx")
    file, texts = all_text(tmp_path / "x.docx")
    assert texts[0].startswith("1. <script>x</script>") and not file.element.body.xpath(".//w:hyperlink")


def test_a_table_of_markdown_has_a_cell_for_each_head(report):
    lines = [line for line in report.to_markdown().split("\n") if line.startswith("|")]
    bars = {len(re.findall(r"(?<!\\)\|", line)) for line in lines}
    assert bars == {8, 5, 3}


def test_a_missing_library_is_named(small_report, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ImportError, match=r"pip install 'brecha\[word\]'"):
        small_report.to_word(tmp_path / "x.docx")
