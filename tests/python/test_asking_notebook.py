"""The form of a notebook, driven as a person would: values of widgets, and buttons."""

import json
import sys

import pytest
from test_asking import RULES

import brecha

pytest.importorskip("ipywidgets")


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


def form_at(rules, place, plan=None, language="en", **settings):
    form = rules.assess(plan or {}, "2026-01-15", language=language).ask(**settings)
    while place not in form.dialogue.asked.places:
        form.buttons["skip"].click()
    return form


def test_a_choice_is_assessed_at_once(rules, tmp_path):
    form = form_at(rules, "stage", language="es", who="analyst")
    assert "¿En qué etapa está?" in form.question.value and form.control.options == (("redactado", "drafted"), ("aprobado", "approved"))
    form.buttons["answer"].click()
    assert form.message.value == "Dé primero una respuesta." and form.data == {}
    form.buttons["why_asked"].click()
    assert "STAGE Está aprobado" in form.message.value
    form.document.value, form.page.value, form.control.value = "Decree 12", "3", "drafted"
    form.buttons["answer"].click()
    assert "No está aprobado." in form.message.value and form.report["STAGE"].verdict == "not_met"
    assert {**form.data["evidence"]["stage"], "on": ""} == {"document": "Decree 12", "page": "3", "who": "analyst", "on": ""}
    assert form.document.value == ""
    form.save(tmp_path / "plan.json")
    assert json.loads((tmp_path / "plan.json").read_text(encoding="utf-8")) == form.data == form.plan.content()
    form.buttons["back"].click()
    assert form.data == {} and form.report["STAGE"].verdict == "unknown"


@pytest.mark.parametrize(
    ("plan", "place", "fill", "data"),
    [
        ({"stage": "approved"}, "approved_on", {"control": "17/05/2024"}, {"approved_on": "2024-05-17"}),
        ({}, "sites", {"control": "North\nSouth", "complete": True}, {"sites": [{"id": "1", "name": "North"}, {"id": "2", "name": "South"}]}),
        ({}, "chapters", {"control": [0, 2], "complete": True}, {"chapters": [{"topic": "risk"}, {"topic": "training"}]}),
        ({}, "principles[risk]", {"control": [1], "complete": True}, {"principles": ["victims"]}),
        ({}, "drills[kind=fire]", {"control": "yes", "more": "Fire"}, {"drills": [{"id": "1", "name": "Fire", "kind": "fire"}]}),
        ({}, "office", {"control": "yes"}, {"office": {}}),
        ({"chapters": [{"topic": "risk"}]}, "chapters/risk/fit", {"control": "no"}, {"chapters": [{"topic": "risk", "fit": False}]}),
        ({"sites": [{"id": "a", "guards": 2}], "evidence": {"sites": {"read": "part"}}}, "sites", {"control": "no", "more": "B"},
         {"sites": [{"id": "a", "guards": 2}, {"id": "2", "name": "B"}]}),
        ({"drills": [{"id": "1", "kind": "water", "held_on": "2025-01-01"}]}, "drills", {"control": "since", "more": "2019"},
         {"evidence": {"drills[held_on>=2019]": {"complete": True}}}),
    ],
)  # fmt: skip
def test_every_kind_of_question_has_its_widgets(rules, plan, place, fill, data):
    form = form_at(rules, place, plan)
    for name, value in fill.items():
        if isinstance(value, list):
            for at in value:
                getattr(form, name).children[at].value = True
        else:
            getattr(form, name).value = value
    form.buttons["answer"].click()
    assert {key: form.data.get(key) for key in data} == data, form.message.value
    assert [note.message for note in form.plan.notes if note.severity != "note"] == []


def test_what_does_not_fit_is_told_and_none_and_not_known_are_said(rules):
    form = form_at(rules, "approved_on", {"stage": "approved"})
    form.control.value = "03/04/2018"
    form.buttons["answer"].click()
    assert "may be two days" in form.message.value and "approved_on" not in form.data
    form.buttons["none"].click()
    assert form.data["evidence"] == {"approved_on": {"none": True}}
    form = form_at(rules, "judgements/JUDGED")
    assert form.buttons["none"].disabled and form.buttons["not_known"].disabled
    form.control.value = "yes"
    form.buttons["answer"].click()
    assert form.report["JUDGED"].verdict == "met"


def test_all_is_answered_and_it_shows_itself(rules):
    form = rules.assess({"title": "<b>"}, "2026-01-15", language="fr").ask()
    assert "application/vnd.jupyter.widget-view+json" in form._repr_mimebundle_()
    while form.dialogue.asked is not None:
        if form.buttons["not_known"].disabled:
            form.control.value = "no"
            form.buttons["answer"].click()
        else:
            form.buttons["not_known"].click()
    assert "Il ne reste rien à demander." in form.question.value and form.buttons["answer"].disabled


def test_without_ipywidgets_the_extra_is_named(rules, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    with pytest.raises(ImportError, match=r"pip install 'brecha\[notebook\]'"):
        rules.assess({}, "2026-01-15").ask()
