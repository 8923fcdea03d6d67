"""The picture of an assessment: its order, its words, and that nothing in a plan can break out of it."""

import re
import shutil
import subprocess

import brecha
import pytest
from brecha.commands.help_words import HELP
from brecha.pictures.words import PICTURE_WORDS
from brecha.rich_view.words import WORDS, percent, words
from brecha.rich_view.repair_words import REPAIR_WORDS
from brecha.rich_view.work_words import WORK_WORDS
from brecha.sentences import AREAS, sentences, table_of
from faces import LANGUAGES, Visible, readers_sheets, report_in


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
    assert Visible(page).text
    assert not re.search(r"""src\s*=|<link|@import|url\(""", page)
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


@pytest.mark.parametrize(
    "table",
    [sentences(), WORDS, PICTURE_WORDS, WORK_WORDS, REPAIR_WORDS, HELP],
    ids=["sentences", "words", "pictures", "work", "repairs", "help"],
)
def test_what_is_said_has_the_same_holes_in_every_language(table):
    for word, texts in table.items():
        assert len(texts) == 4 and all(texts), word
        holes = [set(re.findall(r"\{(\w+)", text)) for text in texts]
        assert holes == [holes[0]] * 4, word
        assert all(form.count("|") in (0, 2) for text in texts for form in re.findall(r"\{(\w[^{}]*)\}", text)), word


def test_no_sentence_stands_in_two_areas():
    assert len(sentences()) == sum(len(table_of(area)) for area in AREAS)


@pytest.mark.parametrize(("share", "shown"), [(0.0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.999, "99%"), (1.0, "100%")])
def test_a_share_is_none_or_all_only_where_it_is(share, shown):
    assert percent(share, "en") == shown


def test_how_the_sources_were_read_is_shown(small_report):
    text = small_report.to_text()
    assert "programme sheet" in text and "lists may be longer" in text
    assert "Decree 287-19" in text
    assert "agencies (3)" in text


def test_narrow_terminals_are_kept_to(small_report):
    for width in (40, 60, 80, 110):
        for language in LANGUAGES:
            assert max(map(len, small_report.in_language(language).to_text(width=width).split("\n"))) <= width


def test_several_plans_make_one_page(small_rules, plan_dict, tmp_path):
    from brecha.rich_view.page import page

    batch = small_rules.assess_all([plan_dict, {}, str(tmp_path / "none.json")], "2026-01-15")
    text = page(batch, "en", batch.failed)
    assert Visible(text).text
    assert text.count("<article>") == 3
    assert "could not be read" in text


SAMPLES = [(one.ruleset, one.name) for one in brecha.samples()]


@pytest.fixture(scope="module")
def shipped_reports():
    rules = {name: brecha.load(name) for name in {ruleset for ruleset, _ in SAMPLES}}
    return {(ruleset, name): rules[ruleset].assess(brecha.sample(f"{ruleset}/{name}"), "2026-01-15") for ruleset, name in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids="/".join)
def test_no_line_is_wider_than_the_terminal(shipped_reports, sample):
    for language in LANGUAGES:
        assert max(map(len, shipped_reports[sample].in_language(language).to_text(width=80).split("\n"))) <= 80


@pytest.mark.parametrize("sample", SAMPLES, ids="/".join)
def test_the_first_question_settles_as_many_as_any(shipped_reports, sample):
    """Also where what it settles comes `after` something that the same answer settles; what comes after something that is open waits."""
    report = shipped_reports[sample]
    after = {one.id: one.after for one in report.ruleset.requirements()}
    open_ones = {one.requirement for one in report.findings if one.verdict == "unknown"}
    now = [one for one in report.questions() if any(open_ones.isdisjoint(after[id]) for id in one.requirements)]
    if now:
        assert now[0].settles == max(question.settles for question in now)


@pytest.mark.parametrize("sample", SAMPLES, ids="/".join)
def test_the_page_loses_no_gap_no_question_and_no_requirement(shipped_reports, sample):
    report = shipped_reports[sample]
    text = re.sub(r"\s+", " ", Visible(report.to_html()).text)
    for message in (gap.message for gap in report.gaps):
        assert re.sub(r"\s+", " ", message) in text
    for question in report.questions():
        assert re.sub(r"\s+", " ", question.question) in text
    for info in report.ruleset.requirements():
        assert info.title in text
    requirements = len(report.ruleset.requirements())
    assert f"{requirements} of {requirements} requirements" in text
    if len(report.gaps):
        assert words("en")("gaps_counted", shown=len(report.gaps), all=len(report.gaps), requirements=report.summary.gaps) in text


@pytest.mark.parametrize("sample", SAMPLES, ids="/".join)
def test_the_page_has_three_depths_and_its_links_lead_somewhere(shipped_reports, sample):
    report = shipped_reports[sample]
    page = report.to_html()
    say = words(report.language)
    text = re.sub(r"\s+", " ", Visible(page).text)
    (_, first), (_, _), (_, last) = depths = [
        re.split(rf" {say[word]} ", text)[-2:] for word in ("at_a_glance", "for_analyst", "for_engineer")
    ]
    assert [len(rest) for _, rest in depths] == sorted((len(rest) for _, rest in depths), reverse=True)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))
    assert len(re.findall(r' id="([^"]+)"', page)) == len(set(re.findall(r' id="([^"]+)"', page)))
    first = first.split(f" {say['for_analyst']} ")[0]
    assert len(first) < 3500, "one screen"
    rank = {"shall": 0, "should": 1}
    if len(report.gaps):
        shown = [gap for gap in report.gaps if re.sub(r"\s+", " ", gap.message) in first]
        assert shown and min(rank[gap.modality] for gap in report.gaps) == min(rank[gap.modality] for gap in shown)
    for whole in (report.ruleset.sha256, report.plan.sha256, report.hash, str(report.as_of)):
        assert whole in last
    for place in {used.place for used in report.evidence} | {missing.place for missing in report.missing}:
        assert place in last
    for gap in report.gaps:
        assert f"{gap.requirement} · {gap.subject or say['plan']}" in last


def test_paper_shows_what_is_folded(small_report, tmp_path):
    page = small_report.to_html()
    assert "details::details-content" in page and "beforeprint" in page
    chromium, reader = shutil.which("chromium"), shutil.which("pdftotext")
    if not chromium or not reader:
        pytest.skip("needs chromium and pdftotext")
    small_report.to_html(tmp_path / "report.html")
    paper = tmp_path / "report.pdf"
    printed = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={paper}", (tmp_path / "report.html").as_uri()],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    assert paper.exists(), printed.stderr
    text = subprocess.run([reader, "-layout", str(paper), "-"], capture_output=True, check=True).stdout.decode()
    for folded in ("a.sector = private", "National Police has named 1 of 2", "3 of 3 requirements", "Planning guide"):
        assert folded in text


def test_the_page_is_named_by_country_plan_and_date(tmp_path):
    page = report_in("es", tmp_path).to_html()
    assert "<title>República Dominicana · Playas · al 2026-01-15</title>" in page
    order_in(
        Visible(page[page.index("<main") : page.index("</main>") + len("</main>")]).text, "Playas", "República Dominicana", "2026-01-15"
    )


def test_the_instruments_stand_at_the_end_with_who_published_them_when_and_where(tmp_path):
    text = Visible(report_in("fr", tmp_path).to_html()).text
    last = text[text.rindex("Instruments") :]
    order_in(last, "Guide des plages", "Office des plages", "2020-02-03", "loi", "https://example.org/s", "1 instrument sur 1")


def test_only_addresses_on_the_web_become_links():
    from brecha.rich_view.page import _address

    assert "href" in _address("https://example.org")
    assert "href" not in _address("javascript:alert(1)")


def test_why_something_is_met_or_does_not_apply_is_in_the_table_of_all(tmp_path):
    text = Visible(report_in("en", tmp_path).to_html()).text
    table = text[text.index("All requirements") :]
    assert words("en")["reason_when_no"] in table
    assert "rests on: country = Dominican Republic" in table


def test_one_answer_that_decides_much_stands_in_the_headline():
    rules = brecha.load("tourism_security")
    report = rules.assess(brecha.sample("dominican-republic"), "2026-01-15", language="es")
    judged = f"Se pudieron juzgar 11 de {len(rules.requirements())} requisitos"
    widest = "Una sola respuesta puede decidir 18 requisitos: ¿Qué programas u organismos ayudaron a elaborar el plan?"
    order_in(re.sub(r"\s+", " ", report.to_text()), judged, widest, "Por tema")
    order_in(re.sub(r"\s+", " ", Visible(report.to_html()).text), judged, widest, "Por tema")


def test_a_question_names_its_subject_its_choices_and_what_waits_for_it(tmp_path):
    (question,) = (one for one in report_in("en", tmp_path).questions() if one.fields == ("B.t",))
    assert question.question == "x3 and x4: Sandy or rocky?"
    assert question.subjects == ("x3", "x4")
    assert question.choices == ("sandy", "rocky")
    assert question.requirements == ("A-2",)


def test_themes_training_and_sources_are_called_by_their_labels(tmp_path):
    for language, theme, module, source in (
        ("es", "vigilancia", "salvamento", "Guía de playas"),
        ("pt", "vigilância", "salvamento", "Guia de praias"),
    ):
        text = report_in(language, tmp_path / language).to_text()
        for label in (theme, module, source):
            assert label in text


def english_of_the_faces(language):
    """The words of the faces that are English and nothing else."""
    here = LANGUAGES.index(language)
    english = {word for texts in WORDS.values() for word in re.findall(r"[a-z]{3,}", re.sub(r"\{\w+", "", texts[0]).lower())}
    identifiers = {"country", "none", "why", "complete", "read", "part", "evidence"}  # as the plan has it
    return english - identifiers - {word for texts in WORDS.values() for word in re.findall(r"\w+", texts[here].lower())}


@pytest.mark.parametrize("language", ["es", "pt", "fr"])
def test_no_english_word_stands_in_a_report_in_another_language(language, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    report = report_in(language, tmp_path / "rules")
    report.to_excel(tmp_path / "report.xlsx")
    book = openpyxl.load_workbook(tmp_path / "report.xlsx")
    cells = [
        str(cell)
        for sheet in readers_sheets(book, language)
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ]
    cells = [
        re.sub(r"(findings|gaps|questions|missing|evidence|notes)(, |(?= ))", "", cell) for cell in cells
    ]  # the names of the data sheets
    plans = [report.ruleset.read_plan({}, name="1"), report.ruleset.read_plan({"zz": 1}, name="2")]
    batch = report.ruleset.assess_all(plans, "2026-01-15", language=language)
    from brecha.rich_view.overview import overview_text

    faces = {
        "text": report.to_text(),
        "page": Visible(report.to_html()).text,
        "fragment": Visible(report._repr_html_()).text,
        "why": repr(report.why("A-1")),
        "requirement": Visible(report["A-2"]._repr_html_()).text,
        "ruleset": Visible(report.ruleset._repr_html_()).text,
        "overview": overview_text(batch),
        "overview as a picture": Visible(batch._repr_html_()).text,
        "workbook": " ".join(cells),
    }
    english = english_of_the_faces(language)
    assert len(english) > 100
    for face, text in faces.items():
        found = english & set(re.findall(r"\w+", text.lower()))
        assert not found, (face, found)


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "Se pudieron juzgar 0 de 1 requisito"), (1, "Se pudo juzgar 1 de 1 requisito"), (7, "Se pudieron juzgar 7 de 1 requisito")],
)
def test_one_and_many_are_said_as_the_language_says_them(count, said):
    assert words("es")("judged", judged=count, requirements=1) == said
    assert words("fr")("questions_counted", shown=0, all=0) == "0 question sur 0"
    assert words("en")("questions_counted", shown=0, all=0) == "0 of 0 questions"


def test_characters_that_turn_a_text_around_are_taken_out(small_rules):
    plan = {"title": "a\u202egnp.exe\u0000\u0007b", "agencies": []}
    report = small_rules.assess(plan, "2026-01-15")
    for shown in (report.to_html(), report.to_text(), report._repr_html_()):
        assert not re.search("[\u0000\u0007\u202a-\u202e\u2066-\u2069]", shown)


def test_a_key_of_a_hundred_thousand_letters_fills_no_page(small_rules):
    plan = small_rules.read_plan({"agencies": [{"id": "k" * 100_000, "name": "n" * 100_000, "representatives": "x"}], "u" * 100_000: 1})
    report = small_rules.assess(plan, as_of="2026-01-15")
    assert any(gap.subject and len(gap.subject) > 100_000 for gap in report.findings)
    for shown in (report.to_text(), report.to_html(), str(plan), plan._repr_html_(), str(report.gaps), str(report.why("R-02"))):
        assert len(shown) < 60_000 and "k" * 201 not in shown and "n" * 201 not in shown and "u" * 201 not in shown
