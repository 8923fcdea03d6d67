"""The form as a page: whole, without a network, and driven in headless Chromium as a person would, on a phone and on a desk."""

import json
import re
import time

import pytest
from browser import Browser, chromium

import brecha
from brecha.asking.form_page import form_page
from brecha.asking.page_words import PAGE_WORDS
from brecha.languages import LANGUAGES

RULES = """
vocabulary form_plan 1 {
  title "Form"
  unit persons en "persons"
  enum Stage = drafted en "drafted" es "redactado" pt "redigido" fr "rédigé", approved en "approved" es "aprobado" pt "aprovado" fr "approuvé"
  enum Kind = fire en "fire drill" es "simulacro de incendio" pt "simulado de incêndio" fr "exercice d'incendie", water en "water rescue" es "rescate" pt "resgate" fr "sauvetage"
  enum Topic = risk en "risk" es "riesgo" pt "risco" fr "risque", victims en "victims" es "víctimas" pt "vítimas" fr "victimes"
  entity Plan root {
    title text ask en "What is it called?" es "¿Cómo se llama?" pt "Como se chama?" fr "Comment s'appelle-t-il ?"
    stage Stage ask en "How far is it?" es "¿En qué etapa está?" pt "Em que etapa está?" fr "Où en est-il ?"
    approved_on date ask en "When was it approved?" es "¿Cuándo se aprobó?" pt "Quando foi aprovado?" fr "Quand fut-il approuvé ?"
    budget number in persons  share percent  every duration  done yes_no  country country
    principles list of Topic ask en "Which principles?" es "¿Qué principios?" pt "Que princípios?" fr "Quels principes ?"
    notes list of text  lead ref Agency
    agencies en "agencies" es "entidades" pt "entidades" fr "entités" list of Agency ask en "Who takes part?" es "¿Quiénes participan?" pt "Quem participa?" fr "Qui participe ?"
    drills list of Drill ask en "Which drills?" es "¿Qué simulacros?" pt "Que simulados?" fr "Quels exercices ?"
    chapters list of Chapter  steps list of Step  office Office
  }
  entity Agency en "Agency" es "Entidad" pt "Entidade" fr "Entité" key id { id text  name text  guards integer  partners list of ref Agency }
  entity Drill key id { id text  kind Kind  held_on date  led_by ref Agency }
  entity Chapter key topic { topic Topic  fit yes_no }
  entity Step { text text  rooms list of Drill }
  entity Office { floor integer }
}
ruleset form 1 {
  title "Form <b>&</b> \\"rules\\""  uses form_plan 1  source S { title "s" standing law }
  requirement A { title "a" shall source S "1" require plan.stage = approved and plan.approved_on >= 2020-01-01 and plan.title is given
    and plan.budget >= 3 persons and plan.share >= 10% and plan.every <= 2 years and plan.done and plan.country is given and plan.notes is given }
  requirement B { title "b" shall source S "2" require plan.principles covers {risk, victims} and plan.lead is given }
  requirement C { title "c" shall source S "3" require some d in plan.drills where d.kind = fire }
  requirement C-2 { title "c" shall source S "3" each d in plan.drills allow empty require d.held_on >= 2020-01-01 and d.led_by is given }
  requirement D { title "d" shall source S "4" each c in plan.chapters allow empty require c.fit }
  requirement E { title "e" shall source S "5" each a in plan.agencies allow empty require a.guards >= 2 and a.partners is given }
  requirement F { title "f" shall source S "6" require judged en "Is it good?" es "¿Es bueno?" pt "É bom?" fr "Est-il bon ?" }
  requirement G { title "g" shall source S "7" require some s in plan.steps : s.text is given and s.rooms is given }
  requirement H { title "h" shall source S "8" require plan.office.floor >= 1 }
}
"""


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


@pytest.fixture(scope="module")
def empty(rules, tmp_path_factory):
    path = tmp_path_factory.mktemp("form") / "form.html"
    path.write_text(form_page(rules.assess({}, "2026-01-15")), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if chromium() is None:
        pytest.skip("needs chromium")
    pytest.importorskip("tornado")
    with Browser(tmp_path_factory.mktemp("browser")) as one:
        yield one


@pytest.fixture
def opened(browser, empty):
    def run(width=1280, height=900, path=empty):
        browser.open(path, width, height)
        browser.run("localStorage.clear(); return 1")
        browser.open(path, width, height)
        return Page(browser)

    return run


class Page:
    """A person at the form: opens sections, types, chooses, presses."""

    def __init__(self, browser):
        self.browser = browser
        self.run = browser.run

    def open_section(self, name):
        self.run(
            f"const box = document.getElementById('section-{name}'); box.open = true; await new Promise(done => setTimeout(done, 30)); return box.open"
        )

    def control(self, place, what="input[type=text], textarea, select"):
        return f"document.querySelector('[data-place=\"{place}\"]').querySelector('{what}')"

    def write(self, place, text, what="input[type=text], textarea"):
        self.run(
            f"const at = {self.control(place, what)}; at.focus(); at.value = {json.dumps(text)}; at.dispatchEvent(new Event('change', {{bubbles: true}})); return 1"
        )

    def choose(self, place, value, what="select"):
        self.write(place, value, what)

    def tick(self, place, value):
        box = self.control(place, f'input[value="{value}"]')
        self.run(f"{box}.click(); return 1")

    def press(self, place, what):
        self.run(f"{self.control(place, what)}.click(); await new Promise(done => setTimeout(done, 30)); return 1")

    @property
    def plan(self):
        return self.run("state.plan")


def test_the_page_needs_nothing_else_and_escapes_what_it_carries(empty, rules):
    page = empty.read_text(encoding="utf-8")
    assert not re.search(r"(src|href)\s*=\s*[\"']?(https?:)?//", page) and "default-src 'none'" in page
    assert "<b>&</b>" not in page and "Form &lt;b&gt;&amp;&lt;/b&gt;" in page
    hostile = form_page(rules.assess({"title": "</script><script>alert(1)</script>"}, "2026-01-15"))
    assert hostile.count("</script>") == 2 and "\\u003c/script>" in hostile
    data = json.loads(re.search(r'id="form-data">(.*?)</script>', hostile, re.DOTALL)[1])
    assert data["plan"]["title"] == "</script><script>alert(1)</script>"
    assert all(len(texts) == len(LANGUAGES) and all(texts) for texts in PAGE_WORDS.values())


def test_words_of_the_script_are_in_the_table():
    from pathlib import Path

    import brecha.asking

    script = (Path(brecha.asking.__file__).parent / "page" / "form.js").read_text(encoding="utf-8")
    used = set(re.findall(r'say\("(\w+)"', script))
    built = {word for word in PAGE_WORDS if word.startswith(("why_", "unit_", "wrong_"))}
    assert used <= set(PAGE_WORDS) and set(PAGE_WORDS) <= used | built | {"no_script"}


def test_a_plan_is_typed_in_and_is_read_without_a_remark(opened, rules, browser):
    page = opened()
    page.open_section("plan")
    page.write("title", " Our plan ")
    page.tick("stage", "approved")
    for place, text in (("approved_on", "17/05/2024"), ("budget", "12,5"), ("share", "30 %"), ("notes", "one\ntwo, three")):
        page.write(place, text)
    page.write("every", "6", "input.short")
    page.tick("done", "yes")
    page.choose("country", "CR")
    page.tick("principles", "risk")
    page.choose("principles", "complete", ".complete select")
    page.open_section("agencies")
    page.press("agencies", "button.add")
    page.write("agencies/1/name", "Board")
    page.press("agencies", "button.add")
    page.write("agencies/2/name", "Police")
    page.write("agencies/2/guards", "3..")
    page.tick("agencies/2/partners", "1")
    page.open_section("plan")
    page.run("document.getElementById('section-plan').redraw(); return 1")
    page.choose("lead", "2")
    page.open_section("drills")
    page.choose("drills[kind=fire]", "yes")
    page.choose("drills/1/led_by", "1")
    page.choose("drills/1/held_on", "not_known", "details.source select")
    page.write("drills/1/kind", "Decree 12", "details.source input")
    page.open_section("judgements")
    page.tick("judgements/F", "yes")
    page.open_section("steps")
    page.press("steps", "button.add")
    page.write("steps/[0]/text", "First")
    page.open_section("office")
    page.run("document.querySelector('#section-office .folded > button').click(); return 1")
    page.write("office/floor", "2")
    plan = page.plan
    today = plan["judgements"][0].pop("on")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today)
    assert plan == {
        "title": "Our plan", "stage": "approved", "approved_on": "2024-05-17", "budget": 12.5, "share": "30%", "notes": ["one", "two, three"],
        "every": "6 months", "done": True, "country": "CR", "principles": ["risk"], "lead": "2",
        "agencies": [{"id": "1", "name": "Board"}, {"id": "2", "name": "Police", "guards": {"from": 3}, "partners": ["1"]}],
        "drills": [{"id": "1", "kind": "fire", "led_by": "1"}], "steps": [{"text": "First"}], "office": {"floor": 2},
        "judgements": [{"requirement": "F", "answer": True}],
        "evidence": {
            "notes": {"read": "part"}, "principles": {"complete": True}, "agencies": {"read": "part"}, "agencies/2/partners": {"read": "part"},
            "drills": {"read": "part"}, "drills/1/held_on": {"why": "not_known"}, "drills/1/kind": {"document": "Decree 12"}, "steps": {"read": "part"},
        },
    }  # fmt: skip
    assert [note.message for note in rules.read_plan(plan).notes if note.severity != "note"] == []
    assert browser.wrong() == [] and len(browser.requested()) == 1


def test_what_is_not_understood_is_told_kept_and_not_in_the_plan(opened):
    page = opened()
    page.open_section("plan")
    for place, text, told in (
        ("approved_on", "03/04/2018", "2018-04-03 or 2018-03-04"), ("budget", "1.000", "thousand or one"), ("share", "0.3", "0.3% or 30%"), ("approved_on", "2024-02-30", "year-month-day"),
    ):  # fmt: skip
        page.write(place, text)
        assert told in page.run(f"{page.control(place, '.wrong')}.textContent")
    assert page.plan == {}
    page.run("document.getElementById('save').click(); return 1")
    assert "3 entries were not understood" in page.run("document.getElementById('status').textContent")
    page.write("budget", "1000")
    assert page.plan == {"budget": 1000} and page.run(f"{page.control('budget', '.wrong')}.textContent") == ""


def test_rows_go_with_their_evidence_and_keys_take_it_along(opened):
    page = opened()
    page.open_section("steps")
    for text in "abc":
        page.press("steps", "button.add")
        page.write(f"steps/[{'abc'.index(text)}]/text", text)
        page.write(f"steps/[{'abc'.index(text)}]/text", f"page {text}", "details.source input")
    page.run("document.querySelectorAll('#section-steps .row')[1].querySelector('button.danger').click(); return 1")
    assert page.plan["steps"] == [{"text": "a"}, {"text": "c"}]
    assert page.plan["evidence"]["steps/[1]/text"] == {"document": "page c"} and "steps/[2]/text" not in page.plan["evidence"]
    page.open_section("chapters")
    page.press("chapters", "button.add")
    page.write("chapters/[0]/fit", "Minutes", "details.source input")
    page.tick("chapters/[0]/topic", "risk")
    assert page.plan["evidence"]["chapters/risk/fit"] == {"document": "Minutes"}
    page.tick("chapters/risk/topic", "victims")
    page.tick("chapters/victims/fit", "no")
    assert page.plan["chapters"] == [{"topic": "victims", "fit": False}] and "chapters/victims/fit" in page.plan["evidence"]


def test_none_and_why_are_said_and_taken_back(opened, rules):
    page = opened()
    page.open_section("plan")
    page.write("budget", "5")
    page.choose("budget", "none", "details.source select")
    page.choose("principles", "none", ".complete select")
    page.open_section("drills")
    page.choose("drills[kind=fire]", "no")
    assert page.plan == {"evidence": {"budget": {"none": True}, "principles": {"none": True}, "drills[kind=fire]": {"none": True}}}
    assert rules.assess(page.plan, "2026-01-15")["C"].verdict == "not_met"
    page.write("budget", "6")
    page.tick("principles", "risk")
    page.choose("drills", "size", ".complete select")
    page.write("drills", "4", ".complete input")
    assert page.plan["budget"] == 6 and page.plan["evidence"] == {
        "principles": {"read": "part"}, "drills[kind=fire]": {"none": True}, "drills": {"size": 4}
    }  # fmt: skip


def test_it_is_kept_in_the_browser_and_opens_and_saves_files(opened, browser, empty, tmp_path):
    page = opened()
    page.open_section("plan")
    page.write("title", "Café del Mar")
    browser.open(empty)
    assert Page(browser).plan == {"title": "Café del Mar"}
    browser.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    page.run("document.getElementById('save').click(); return 1")
    saved, end = tmp_path / "cafe-del-mar.json", time.monotonic() + 20
    while not saved.is_file() and time.monotonic() < end:
        time.sleep(0.05)
    assert json.loads(saved.read_text(encoding="utf-8")) == {"title": "Café del Mar"}
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"unknown": {"kept": [1]}, "stage": "drafted", "approved_on": {"from": "2024-01-01"}}), encoding="utf-8")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    for file, told in ((other, "other.json is open."), (broken, "broken.json is not a plan")):
        found = browser.call("Runtime.evaluate", expression="document.getElementById('load')")["result"]["objectId"]
        browser.call("DOM.setFileInputFiles", files=[str(file)], objectId=found)
        end = time.monotonic() + 10
        while told not in page.run("document.getElementById('status').textContent") and time.monotonic() < end:
            time.sleep(0.05)
        assert told in page.run("document.getElementById('status').textContent")
    page.open_section("plan")
    assert page.run(f"{page.control('approved_on')}.value") == "2024-01-01.."
    page.write("title", "x")
    assert page.plan == {"unknown": {"kept": [1]}, "stage": "drafted", "approved_on": {"from": "2024-01-01"}, "title": "x"}


def test_a_plan_out_of_shape_is_shown_and_left_as_it_is(browser, rules, tmp_path):
    plan = {
        "agencies": [None, 5, {"id": "a"}], "evidence": "x", "judgements": [None, 3], "stage": {"a": 1}, "principles": "risk", "drills": {"id": 1}, "budget": [1],
        "every": "P2W", "office": [], "chapters": [{"topic": ["risk"]}], "lead": 4, "<img src=x onerror=alert(1)>": 1, "title": "<img src=x onerror=alert(1)>",
    }  # fmt: skip
    path = tmp_path / "form.html"
    path.write_text(form_page(rules.assess(plan, "2026-01-15")), encoding="utf-8")
    browser.open(path)
    for kind in ("section", "row", "nested"):
        browser.run(
            f"for (const box of document.querySelectorAll('details.{kind}')) box.open = true; await new Promise(done => setTimeout(done, 50)); return 1"
        )
    assert browser.run("state.plan") == plan and browser.wrong() == []
    assert browser.run("document.querySelectorAll('img').length") == 0
    page = Page(browser)
    page.write("agencies/a/name", "A", "input")
    page.write("title", "Known", "details.source input")
    assert page.plan["agencies"] == [None, 5, {"id": "a", "name": "A"}] and page.plan["evidence"] == {"title": {"document": "Known"}}


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 900)])
def test_four_languages_on_phone_and_desk(opened, rules, browser, width, height):
    page = opened(width, height)
    page.open_section("agencies")
    page.press("agencies", "button.add")
    page.open_section("plan")
    for language, question in (
        ("es", "¿En qué etapa está?"),
        ("pt", "Em que etapa está?"),
        ("fr", "Où en est-il ?"),
        ("en", "How far is it?"),
    ):
        page.run(
            f"const at = document.getElementById('language'); at.value = '{language}'; at.dispatchEvent(new Event('change')); return 1"
        )
        assert page.run("document.documentElement.lang") == language and question in page.run("document.body.textContent")
        assert page.run("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
    assert browser.wrong() == []


def test_everything_has_a_name_and_the_keyboard_is_enough(opened, browser):
    page = opened()
    for section in ("plan", "agencies", "drills", "judgements"):
        page.open_section(section)
    page.press("agencies", "button.add")
    nameless = page.run(
        "[...document.querySelectorAll('input, select, textarea')].filter(one => !(one.labels && one.labels.length) && !one.getAttribute('aria-label')).map(one => one.outerHTML)"
    )
    assert nameless == []
    assert page.run("document.activeElement.closest('[data-place]').dataset.place") == "agencies/1/name"
    browser.type("Board")
    browser.press("Tab")
    assert page.plan["agencies"] == [{"id": "1", "name": "Board"}]
    page.run("document.getElementById('language').focus(); return 1")
    browser.press("Tab")
    assert page.run("document.activeElement.id") == "save"
    browser.press("Enter", "\r")
    assert "Saved as" in page.run("document.getElementById('status').textContent")


def test_a_shipped_ruleset_with_a_plan(browser, tmp_path, brecha_command):
    status, _, told = brecha_command(
        "form", "tourism_security", "made-up-first-draft", "--language", "es", "--output", tmp_path / "form.html"
    )
    assert status == 0 and "escrito" in told
    browser.open(tmp_path / "form.html", 390, 844)
    plan = browser.run("state.plan")
    assert plan == json.loads(brecha.sample("made-up-first-draft").text)
    browser.run(
        "for (const box of document.querySelectorAll('details.section')) box.open = true; await new Promise(done => setTimeout(done, 200)); return 1"
    )
    browser.run(
        "for (const box of document.querySelectorAll('details.row')) box.open = true; await new Promise(done => setTimeout(done, 500)); return 1"
    )
    assert browser.run("document.querySelectorAll('.field').length") > 200
    assert browser.run("state.plan") == plan, "looking at it changes nothing"
    assert browser.run("document.documentElement.scrollWidth") <= 390
    assert browser.wrong() == []
    assert brecha_command("form", "tourism_security", "--output", tmp_path / "form.pdf")[0] == 2


DOCUMENT = """# Approval
The plan was approved on 17 May 2024 by the Board of Agencies, in its ordinary session.

# Exercises
A fire drill is held every year at the harbour, with the brigade and the volunteers of the town.

# Guards
The Board has a staff of its own and works from the second floor of the town hall.
"""


@pytest.fixture(scope="module")
def with_document(rules, tmp_path_factory):
    pytest.importorskip("snowballstemmer")
    folder = tmp_path_factory.mktemp("document")
    (folder / "plan.txt").write_text(DOCUMENT, encoding="utf-8")
    path = folder / "form.html"
    document = brecha.document(folder / "plan.txt", language="en")
    path.write_text(form_page(rules.assess({}, "2026-01-15"), document), encoding="utf-8")
    return path, document


def test_passages_of_a_document_are_taken_corrected_and_passed_over(opened, with_document, rules, browser):
    path, document = with_document
    page = opened(400, 800, path)

    def passage(place, button):
        return (
            f"const box = document.querySelector('details.passages[data-of=\"{place}\"]'); box.open = true;"
            f"await new Promise(done => setTimeout(done, 30)); {button}.click(); return 1"
        )

    page.run("const who = document.getElementById('who'); who.value = 'analyst 2'; who.dispatchEvent(new Event('change')); return 1")
    page.open_section("plan")
    before = page.plan
    page.run(passage("approved_on", "box.querySelector('summary')"))  # looked at, and nothing more
    assert page.plan == before == {}
    offered = "[...box.querySelectorAll('button')].find(one => one.textContent.includes('2024-05-17'))"
    page.run(passage("approved_on", offered))
    today = page.plan["evidence"]["approved_on"].pop("on")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today) and page.plan["approved_on"] == "2024-05-17"
    assert page.plan["evidence"]["approved_on"] == {
        "document": "plan.txt", "kind": "document", "who": "analyst 2", "on": today, "page": "§ 1",
        "note": "The plan was approved on 17 May 2024 by the Board of Agencies, in its ordinary session.",
    }  # fmt: skip
    # Cited first, answered then, the words corrected.
    page.run(passage("stage", "box.querySelector('button.take')"))
    assert "stage" not in page.plan and "stage" not in page.plan["evidence"]
    page.tick("stage", "approved")
    page.write("stage", "approved on 17 May 2024", "details.source textarea")
    known = page.plan["evidence"]["stage"]
    assert page.plan["stage"] == "approved" and (known["note"], known["document"]) == ("approved on 17 May 2024", "plan.txt")
    # A slice: there is one, with its source at the element.
    page.open_section("drills")
    page.run(passage("drills[kind=fire]", "box.querySelector('button.take')"))
    assert page.plan["drills"] == [{"kind": "fire", "id": "1"}]
    assert page.plan["evidence"]["drills/1"]["page"] == "§ 2" and page.plan["evidence"]["drills"] == {"read": "part"}
    # Searched, not found: only where somebody says so.
    page.run(passage("budget", "box.querySelector('button.in-vain')"))
    known = page.plan["evidence"]["budget"]
    assert known["none"] is True and known["note"] == "searched, not found: plan.txt, all 3" and "page" not in known
    plan = rules.read_plan(page.plan)
    assert not [note for note in plan.notes if note.field == "evidence"] and not browser.wrong()
    assert plan.content()["evidence"]["budget"]["who"] == "analyst 2"
    assert page.run("document.documentElement.scrollWidth <= window.innerWidth")
    for language in ("es", "pt", "fr"):
        page.run(
            f"const at = document.getElementById('language'); at.value = '{language}'; at.dispatchEvent(new Event('change')); return 1"
        )
        assert PAGE_WORDS["searched_not_found"][LANGUAGES.index(language)] in page.run("document.body.textContent")


def test_a_slice_is_closed_and_weak_passages_are_marked(opened, with_document, rules):
    path, document = with_document
    page = opened(1280, 900, path)
    page.open_section("drills")
    place = "drills[kind=fire]"
    page.run(
        f"document.querySelector('details.passages[data-of=\"{place}\"]').open = true; await new Promise(done => setTimeout(done, 30)); return 1"
    )
    page.run(f"document.querySelector('details.passages[data-of=\"{place}\"] button.in-vain').click(); return 1")
    assert page.plan["evidence"][place]["none"] is True
    rows = document.passages(rules.assess({}, "2026-01-15"), most=3)
    found = json.loads(re.search(r'id="form-data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)[1])["document"]
    assert {place for place, rows in found["found"].items() if rows and all(weak for _, weak, _ in rows)} == set(rows.not_found())
    assert found["found"]["budget"] == []  # nothing is proposed, and that it was searched can be said all the same
    page.open_section("plan")
    weak = next(place for place in rows.not_found() if "/" not in place and "[" not in place)
    page.run(
        f"document.querySelector('details.passages[data-of=\"{weak}\"]').open = true; await new Promise(done => setTimeout(done, 30)); return 1"
    )
    assert page.run(f"document.querySelectorAll('details.passages[data-of=\"{weak}\"] blockquote.weak').length") >= 1


def test_the_command_puts_a_document_into_the_page(brecha_command, tmp_path):
    (tmp_path / "plan.txt").write_text(DOCUMENT, encoding="utf-8")
    path = tmp_path / "form.html"
    status, _, _ = brecha_command("form", "tourism_security", "--document", str(tmp_path / "plan.txt"), "--output", str(path))
    assert status == 0 and '"name":"plan.txt"' in path.read_text(encoding="utf-8")
    assert brecha_command("form", "tourism_security", "--document", str(tmp_path / "none.pdf"), "--output", str(path))[0] == 2
