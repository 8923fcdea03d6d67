"""`brecha texts`: files of translations are written and brought up to date, and go to translators' tools and back."""

import os
import re
from xml.etree import ElementTree

import brecha
import pytest
from brecha.languages import LANGUAGES
from brecha.ruleset import check
from brecha.translations import Texts, hash_of, quoted

RULES = """
vocabulary boats_plan 1.0 {
  title en "Boats"
  enum Stage = drafted en "drafted" listed en "the draft" < approved en "approved"
  entity Plan en "plan" root { name en "name" text ask en "What is it called?"  stage Stage  kind one of sail en "sailing", motor en "motor" }
}
ruleset boats 1.0 {
  title en "Boats" pt "Barcos"
  uses boats_plan 1
  source LAW { title en "A \\"law\\"" pt "Uma lei" publisher en "Nobody" pt "Ninguém" }
  group all {
    theme access en "access" pt "acesso"
    requirement B-1 {
      title en "The plan has a name" pt "O plano tem nome"
      shall
      source LAW "1"
      require .name en "its name" pt "o nome" plan.name is given
      require .stage en "its stage" pt "a etapa" plan.stage = approved
      gap .name en "No name." pt "Sem nome."
      gap en "It is {plan.stage}." pt "Está {plan.stage}."
    }
  }
}
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkdir("boats")
    write("rules", RULES)
    return tmp_path / "boats"


def write(file, text):
    with open(f"boats/{file}.brecha", "w", encoding="utf-8", newline="") as stream:
        stream.write(text)


def read(file="texts.es"):
    with open(f"boats/{file}.brecha", encoding="utf-8", newline="") as stream:
        return stream.read()


def texts(brecha_command, *arguments, language="es"):
    status, out, err = brecha_command("texts", "boats", "--language", language, *arguments)
    assert (status, err) == (0, ""), err
    return out


def codes():
    return [one.code for one in check("boats")]


def translated(text):
    """A file in which every missing text was translated: put into capitals, its placeholders apart."""

    def in_capitals(words):
        return "".join(piece if piece.startswith("{") else piece.upper() for piece in re.split(r"(\{[^{}]*\})", words))

    return re.sub(r"# falta: (.*)", lambda mark: re.sub(r'"(.*)"', lambda words: f'"{in_capitals(words[1])}"', mark[1]), text)


def test_a_new_file_marks_all_that_is_missing_and_means_nothing_yet(brecha_command, folder):
    before = brecha.load("boats")
    out = texts(brecha_command)
    written = read()
    assert "0 textos; faltan 18" in out
    assert written.startswith("language es\n\ntraducción es de boats_plan {\n") and "traducción es de boats {" in written
    for line in (
        '# falta: título "Boats"', '    # falta: "plan"', '    # falta: preguntar name "What is it called?"', "  enumeración Plan.kind {",
        '# falta: fuente LAW "A \\"law\\""', '# falta: brecha .name "No name."', '# falta: exigir .stage "its stage"', '# falta: tema access "access"',
    ):  # fmt: skip
        assert line in written, written
    texts(brecha_command)
    assert read() == written
    assert brecha.load("boats").sha256 == before.sha256
    assert brecha_command("fmt", "boats", "--check")[0] == 1  # RULES is not laid out; the new file is
    assert brecha_command("fmt", "boats/texts.es.brecha", "--check")[0] == 0


def test_what_was_translated_is_kept_and_knows_its_original(brecha_command, folder):
    texts(brecha_command)
    write(
        "texts.es",
        translated(read()).replace('título "THE PLAN HAS A NAME"', '# un comentario\n    título "EL PLAN {{TIENE}} NOMBRE"  # dicho así'),
    )
    assert "18 textos; faltan 0, 0" in texts(brecha_command)
    written = read()
    assert f'    # un comentario\n    título "EL PLAN {{{{TIENE}}}} NOMBRE"  # {hash_of("The plan has a name")}  # dicho así\n' in written
    assert "falta" not in written
    assert texts(brecha_command) and read() == written
    assert set(codes()) - {"B202"} == {"B604"}  # braces in a title are shown as written


def test_a_changed_original_is_marked_until_somebody_has_looked(brecha_command, folder):
    texts(brecha_command)
    write("texts.es", translated(read()))
    texts(brecha_command)
    write("rules", RULES.replace("No name.", "The plan has no name."))
    assert ", 1 de originales que cambiaron," in texts(brecha_command)
    marked = f'    # cambió: "The plan has no name."\n    brecha .name "NO NAME."  # {hash_of("The plan has no name.")}\n'
    assert marked in read()
    assert ", 1 de originales que cambiaron," in texts(brecha_command) and read().count(marked) == 1
    write("rules", RULES.replace("No name.", "There is no name."))
    texts(brecha_command)
    assert read().count("cambió") == 1 and '# cambió: "There is no name."' in read()
    write("texts.es", re.sub(r" *# cambió.*\n", "", read()))
    assert ", 0 de originales que cambiaron," in texts(brecha_command) and "cambió" not in read()


def test_what_the_rules_no_longer_have_stays_as_a_comment(brecha_command, folder):
    texts(brecha_command)
    write("texts.es", translated(read()))
    texts(brecha_command)
    write("rules", RULES.replace('      gap .name en "No name." pt "Sem nome."\n', "").replace("B-1", "B-2"))
    assert "que ya no están" in texts(brecha_command)
    assert "# ya no está: requisito B-1 {" in read() and 'título "THE PLAN HAS A NAME"' in read()
    write("texts.es", read().replace("  enumeración Stage {", '  enumeración Stage {\n    gone "ido"'))
    texts(brecha_command)
    assert '# ya no está: gone "ido"' in read()
    assert [one for one in codes() if one == "B220"] == []


def test_texts_in_the_rules_are_left_there(brecha_command, folder):
    texts(brecha_command, language="pt")
    written = read("texts.pt")
    assert "tradução pt de boats_plan" in written and "tradução pt de boats {" not in written


def test_a_file_in_one_line_and_in_other_keywords_is_brought_up_to_date(brecha_command, folder):
    write("es", 'translation es of boats { title "Lanchas" requirement B-1 { gap .name "Sin nombre." gap "Es {plan.stage}." } }')
    assert "3 textos" in texts(brecha_command)
    written = read("es")
    assert not os.path.exists("boats/texts.es.brecha")
    assert '# missing: require .name "its name"' in written and f'gap "Es {{plan.stage}}."  # {hash_of("It is {plan.stage}.")}' in written
    assert "translation es of boats_plan {" in written
    texts(brecha_command)
    written = read("es")  # laid out now
    texts(brecha_command)
    assert read("es") == written


def test_a_text_over_several_lines_and_with_every_sign_comes_back(brecha_command, folder):
    long = 'One "line",\\na\tsecond\nand a third \\ {{x}} # no comment'
    write("rules", RULES.replace('"No name."', quoted(long)))
    texts(brecha_command)
    write("texts.es", re.sub(r"# falta: (brecha \.name .*)", r"\1", read()))
    texts(brecha_command)
    rules = Texts("boats")
    assert next(one.text for one in rules.to_translate("es") if one.key[2] == "gap .name") == long
    for character in ('"""', "\\", "\\n", "\n"):
        assert quoted(character) not in ('""', "")


def test_xliff_goes_out_and_comes_back(brecha_command, folder):
    texts(brecha_command)
    write("texts.es", read().replace('# falta: título "The plan has a name"', 'título "El plan tiene nombre"'))
    texts(brecha_command)
    texts(brecha_command, "--export", "xliff", "--output", "texts.xlf")
    name = "{urn:oasis:names:tc:xliff:document:1.2}"
    root = ElementTree.parse("texts.xlf").getroot()
    assert root.get("version") == "1.2" and [file.get("original") for file in root] == ["boats_plan", "boats"]
    entries = {entry.get("id"): entry for entry in root.iter(f"{name}trans-unit")}
    assert entries["requirement B-1 > title"].find(f"{name}target").get("state") == "translated"
    assert entries["requirement B-1 > gap .name"].find(f"{name}target") is None
    for entry in root.iter(f"{name}trans-unit"):
        if entry.find(f"{name}target") is None:
            ElementTree.SubElement(entry, f"{name}target", state="translated").text = entry.find(f"{name}source").text.replace("o", "0")
    ElementTree.ElementTree(root).write("back.xlf", encoding="utf-8")
    assert "18 textos; faltan 0, 0" in texts(brecha_command, "--import", "back.xlf")
    assert 'título "El plan tiene nombre"' in read() and 'brecha .name "N0 name."' in read() and 'fuente LAW "A \\"law\\""' in read()
    written = read()
    assert texts(brecha_command, "--import", "back.xlf") and read() == written
    assert [code for code in codes() if code != "B202"] == []


def test_what_a_tool_translated_from_an_older_original_is_marked(brecha_command, folder):
    texts(brecha_command, "--export", "xliff", "--output", "texts.xlf")
    with open("texts.xlf", encoding="utf-8") as file:
        document = file.read()
    target = "<source>No name.</source><target>Sin nombre.</target>"
    with open("texts.xlf", "w", encoding="utf-8") as file:
        file.write(
            document.replace("<source>No name.</source>", target).replace(
                'id="requirement B-1 &gt; title"', 'id="requirement B-9 &gt; title"'
            )
        )
    write("rules", RULES.replace("No name.", "The plan has no name."))
    assert "1 texto; faltan 17, 1 de originales" in texts(brecha_command, "--import", "texts.xlf")
    assert '# cambió: "The plan has no name."\n    brecha .name "Sin nombre."' in read()


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("no XML", "no es un archivo XML"),
        ("<xliff/>", "no es XLIFF 1.2"),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>', "no es XLIFF 1.2"),
        ('<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>', "declara un tipo de documento"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff/>', "declara un tipo de documento"),
        (
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="boats" target-language="fr"/></xliff>',
            "está en fr, no en es",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_changes_nothing(brecha_command, folder, document, message):
    with open("bad.xlf", "w", encoding="utf-8") as file:
        file.write(document)
    status, out, err = brecha_command("texts", "boats", "--language", "es", "--import", "bad.xlf")
    assert (status, out) == (2, "") and message in err
    assert os.listdir("boats") == ["rules.brecha"]


def test_a_shipped_ruleset_is_exported_and_not_written_to(brecha_command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert "port_facility" in brecha_command("texts", "port_facility", "--language", "es", "--export", "xliff")[1]
    status, _, err = brecha_command("texts", "port_facility", "--language", "es")
    assert status == 2 and "brecha new my_rules --from port_facility" in err
    status, _, err = brecha_command("texts", "port_facility")
    assert status == 2 and "--language es" in err


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_keyword_of_a_translation_is_spelled_in_each_language(brecha_command, folder, language):
    write("rules", RULES.replace(' pt "', ' de "'))
    if language == "en":
        write("rules", re.sub(r'\ben "', 'it "', RULES.replace(' pt "', ' de "')))
    texts(brecha_command, language=language)
    write("texts." + language, re.sub(r"# (?:missing|falta|manque): ", "", read("texts." + language)))
    texts(brecha_command, language=language)
    assert not [one.shown("en") for one in check("boats") if one.severity == "error"]
    assert re.search(r"# [0-9a-f]{6}", read("texts." + language))


# --- what it means: the same as in the rules


def test_a_text_apart_is_a_text_in_the_rules():
    inline = RULES.replace(' pt "', ' es "')
    apart = (
        re.sub(r' pt "[^"]*"', "", RULES)
        + """
translation es of boats {
  title "Barcos" theme access "acesso" source LAW "Uma lei" publisher LAW "Ninguém"
  requirement B-1 { gap "Está {plan.stage}." gap .name "Sem nome." require .stage "a etapa" require .name "o nome" title "O plano tem nome" }
}
"""
    )
    one, other = brecha.compile(inline), brecha.compile({"rules.brecha": apart})
    assert one.sha256 == other.sha256
    assert one.printed() == other.printed()
    changed = brecha.compile({"rules.brecha": apart.replace("Barcos", "Lanchas")})
    assert changed.sha256 != one.sha256
    in_portuguese = "language pt\n" + apart[apart.index("translation") :].replace("translation es of", "tradução es de").replace(
        "title", "título"
    ).replace("theme", "tema").replace("source", "fonte").replace("publisher", "editor").replace("requirement", "requisito").replace(
        "gap", "lacuna"
    ).replace("require ", "exigir ")
    files = {"a.brecha": in_portuguese, "rules.brecha": apart[: apart.index("translation")]}
    assert brecha.compile(files).sha256 == one.sha256


def test_the_order_of_languages_and_files_makes_no_difference():
    rules = 'vocabulary v 1 { entity Plan root { a yes_no } }\nruleset r 1 { title en "R" uses v 1 source S { title "S" }\n' \
        'requirement A-1 { title en "A" shall source S "1" require plan.a } }\n'  # fmt: skip
    spanish, french = 'translation es of r { title "Es" }\n', 'translation fr of r { title "Fr" }\n'
    hashes = {
        brecha.compile({"a.brecha": rules + spanish + french}).sha256,
        brecha.compile({"a.brecha": french + rules + spanish}).sha256,
        brecha.compile({"z.brecha": rules, "b.brecha": french, "c.brecha": spanish}).sha256,
        brecha.compile(rules.replace('title en "R"', 'title en "R" fr "Fr" es "Es"')).sha256,
    }
    assert len(hashes) == 1


def test_a_translation_comes_with_its_vocabulary_and_with_a_file_of_its_folder(tmp_path):
    for folder in ("words", "mine"):
        (tmp_path / folder).mkdir()
    (tmp_path / "words" / "v.brecha").write_text('vocabulary v 1 { title en "V" entity Plan en "plan" root { a yes_no ask en "Is it?" } }')
    (tmp_path / "words" / "texts.es.brecha").write_text(
        'translation es of v { entity Plan { "el plan" ask a "¿Lo es?" } }', encoding="utf-8"
    )
    (tmp_path / "words" / "other.brecha").write_text('translation es of elsewhere { title "no" }')
    (tmp_path / "mine" / "r.brecha").write_text(
        'ruleset r 1 { title en "R" uses v 1 source S { title "S" } requirement A-1 { title en "A" shall source S "1" require plan.a } }'
    )
    (tmp_path / "mine" / "es.brecha").write_text('translation es of r { title "Reglas" }')
    for path in (tmp_path / "mine", tmp_path / "mine" / "r.brecha"):
        rules = brecha.load(path, search=[tmp_path / "words"])
        assert rules.title("es") == "Reglas"
        assert rules.assess({}, language="es").questions()[0].question == "¿Lo es?"


def test_a_mistake_in_a_translated_text_is_told_where_it_stands():
    rules = 'vocabulary v 1 { entity Plan root { name text } }\nruleset r 1 { title en "R" uses v 1 source S { title "S" }\n' \
        'requirement A-1 { title en "A" shall source S "1" require plan.name is given gap en "{plan.name}" } }\n'  # fmt: skip
    with pytest.raises(brecha.RulesetError) as caught:
        brecha.compile({"rules.brecha": rules, "es.brecha": 'translation es of r {\n  requirement A-1 { gap "{plan.nam}" } }'})
    (one,) = caught.value.diagnostics
    assert (one.file, one.line, one.code) == ("es.brecha", 2, "B101")


FAMILY = """
vocabulary v 1 { enum Topic = fire en "fire" listed en "the fire", flood en "flood" entity Plan root { topics list of Topic } }
ruleset r 1 {
  title en "R" es "R"
  uses v 1
  source S { title "S" }
  table marks by clause: text -> Topic { ["1"] fire ["2"] flood }
  requirement A-0 { title en "zero" shall source S "0" require .a en "all" listed en "everything" plan.topics covers {fire} gap .a en "No." }
  family row in marks { requirement "A-{row.clause}" { title en "one" shall source S "{row.clause}" require plan.topics contains row.value } }
}
translation es of r {
  requirement A-0 { title "cero" require .a "todos" listed .a "todo" gap .a "Falta." }
  requirement A-1 { title "uno" }
  requirement A-2 { title "dos" }
}
translation es of v { enum Topic { fire "incendio" listed fire "el incendio" flood "inundación" } }
"""


def test_a_requirement_of_a_family_is_translated_under_its_own_id():
    rules = brecha.compile(FAMILY.replace("row.value", "row.topic").replace("-> Topic", "-> { topic Topic }"))
    assert [info.title for info in rules.requirements("es")] == ["cero", "uno", "dos"]
    with pytest.raises(brecha.RulesetError) as caught:
        brecha.compile(
            FAMILY.replace("row.value", "row.topic").replace("-> Topic", "-> { topic Topic }").replace("requirement A-2", "requirement A-3")
        )
    assert [one.code for one in caught.value.diagnostics if one.severity == "error"] == ["B220"]


def test_words_in_a_list_are_translated_too():
    rules = brecha.compile(FAMILY.replace("row.value", "row.topic").replace("-> Topic", "-> { topic Topic }"))
    printed = rules.printed()
    assert "el incendio" in printed and '"todo"' in printed


PROTOCOL = """
ruleset call 1.0 {
  title en "Calls"
  uses core 1
  source LAW { title en "A law" }
  protocol C-1 {
    title en "A call"
    shall
    source LAW "1"
    answered by p in plan.procedures
    none en "Nobody answers."
    role crew
    event ring en "the ring"
    case armed en "with a weapon"
    step answer by crew after ring en "the answer"
    step report after answer
    gap .answer en "No answer."
  }
}
"""
PROTOCOL_IN_SPANISH = {"ring": "el timbre", "armed": "con un arma", "answer": "la respuesta"}


def test_steps_events_and_cases_of_a_protocol_are_translated(brecha_command, folder):
    write("rules", PROTOCOL.replace('title en "Calls"', 'title en "Calls" es "Llamadas"'))
    lacking = next(one for one in check("boats") if one.code == "B202").shown("en")
    assert all(f"the label of {word}" in lacking or "…" in lacking for word in PROTOCOL_IN_SPANISH)
    write("rules", PROTOCOL)
    texts(brecha_command)
    for line in ('hecho ring "the ring"', 'caso armed "with a weapon"', 'paso answer "the answer"'):
        assert f"    # falta: {line}\n" in read()
    assert "paso report" not in read()
    inline = PROTOCOL
    for word, text in PROTOCOL_IN_SPANISH.items():
        inline = re.sub(rf'((?:event|case|step) {word}\b.*? en "[^"]*")', rf'\1 es "{text}"', inline)
    apart = (
        PROTOCOL
        + 'translation es of call { requirement C-1 { event ring "el timbre" case armed "con un arma" step answer "la respuesta" } }'
    )
    one, other = brecha.compile(inline), brecha.compile(apart)
    assert one.sha256 == other.sha256 != brecha.compile(PROTOCOL).sha256
    assert one.printed() == other.printed()
    assert "la respuesta" in other.printed()
    with pytest.raises(brecha.RulesetError, match="answer") as caught:
        brecha.compile(apart.replace('step answer "la', 'step anser "la'))
    assert [one.code for one in caught.value.diagnostics] == ["B220"]


def test_a_publisher_without_a_language_is_a_name_that_nobody_asks_for(folder, brecha_command):
    write("rules", RULES.replace('publisher en "Nobody" pt "Ninguém"', 'publisher "IMO"'))
    texts(brecha_command)
    assert "IMO" not in read()
    write("texts.es", re.sub("# falta: fuente LAW .*", 'editor LAW "OMI"', read()))
    texts(brecha_command)
    assert f'editor LAW "OMI"  # {hash_of("IMO")}' in read()


def test_texts_of_a_familys_requirements_are_listed_for_each_row(folder, brecha_command):
    family = """  table levels by clause: text -> { least Stage } { ["2"] drafted ["3"] approved }
  family row in levels {
    requirement "B-{row.clause}" {
      title en "It is {row.least}"
      shall
      source LAW "{row.clause}"
      require plan.stage >= row.least
    }
  }
}
"""
    write("rules", RULES.rstrip().removesuffix("}") + family)
    write("texts.es", 'language es\ntraducción es de boats { requisito B-2 { título "Está redactado" } requisito C-9 { título "Nada" } }\n')
    texts(brecha_command)
    assert f'requisito B-2 {{\n    título "Está redactado"  # {hash_of("It is drafted")}\n' in read()
    assert 'requisito B-3 {\n    # falta: título "It is approved"\n' in read()
    assert "# ya no está: requisito C-9 {" in read()


TAILORED = """ruleset lake 1.0 {
  title en "Boats of the lake"
  extends boats 1
  source DECREE { title en "A decree" standing law }
  make B-1 should because en "Few boats"
  waive B-1 until 2026-12-31 because en "It is being built"
  replace B-1 { gap en "No plan of the lake: {plan.stage}." } because en "Said for the lake"
}
"""
TAILORED_IN_SPANISH = """translation es of lake {
  title "Lanchas del lago"
  make B-1 because "Hay pocas lanchas"
  waive B-1 because "Está en obras"
  replace B-1 {
    because "Dicho para el lago"
    gap "El lago no tiene plan: {plan.stage}."
  }
}
"""


def test_why_something_is_tailored_is_translated_and_what_is_said_in_its_place(folder, brecha_command):
    write("lake", TAILORED)
    texts(brecha_command)
    for line in ('# falta: dispensar B-1 porque "It is being built"', '# falta: porque "Said for the lake"', "reemplazar B-1 {"):
        assert line in read()
    write("texts.es", TAILORED_IN_SPANISH)
    report = brecha.load("boats", ruleset="lake").assess({"stage": "drafted"}, as_of="2026-06-01", language="es")
    assert report.waivers[0].because == "Está en obras"
    assert any("El lago no tiene plan" in one.message for one in report.findings)
    assert [one.because for one in brecha.load("boats", ruleset="lake").diff("boats", language="es")][:1] == ["Hay pocas lanchas"]
    write("texts.es", TAILORED_IN_SPANISH.replace("waive B-1", "waive B-2"))
    assert "B220" in codes()
