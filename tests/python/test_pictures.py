"""Pictures: drawn without a browser, told in words, never by colour alone; the calendar counts as the engine does."""

import datetime
import re
import sys
from xml.etree import ElementTree

import brecha
import pytest
from brecha.pictures.picture import Picture
from brecha.pictures.plotting import PICTURES
from brecha.pictures.spacing import Step, spacings
from brecha.pictures.words import PICTURE_WORDS, picture_words
from faces import LANGUAGES

pytest.importorskip("altair")
pytest.importorskip("vl_convert")

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def shipped():
    ports = next(sample for sample in brecha.samples() if (sample.ruleset, sample.name) == ("port_facility", "made-up-survey"))
    return {
        "tourism": brecha.load("tourism_security").assess(brecha.sample("made-up-first-draft"), as_of="2026-01-15"),
        "port": brecha.load("port_facility").assess(ports, as_of="2026-01-15"),
    }


def texts_of(svg):
    return " ".join(" ".join(element.itertext()) for element in ElementTree.fromstring(svg).iter(f"{SVG}text"))


@pytest.mark.parametrize("kind", [kind for kind in PICTURES if kind != "timeline"])  # which has tests of its own
def test_a_picture_is_drawn_the_same_each_time_and_told_in_words(shipped, kind, tmp_path):
    report = shipped["port" if kind == "calendar" else "tourism"]
    picture = report.plot(kind)
    picture.save(tmp_path / "x.svg")
    svg = (tmp_path / "x.svg").read_text(encoding="utf-8")
    if kind == "themes":
        assert svg == report.plot(kind).to_svg()
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert [root.find(f"{SVG}{name}").text for name in ("title", "desc")] == [picture.title, picture.description]
    assert [root.find(f"{SVG}{name}").get("id") for name in ("title", "desc")] == root.get("aria-labelledby").split()
    assert len(picture.description) > 60 and picture.title in texts_of(svg)
    asked_for = set(re.findall(r"url\(#([^)]+)\)", svg))
    assert asked_for <= {pattern.get("id") for pattern in root.iter(f"{SVG}pattern")}
    assert kind == "remedies" or asked_for, "what is open is hatched"


def test_every_number_of_the_themes_is_drawn_and_told(shipped):
    report = shipped["tourism"]
    picture = report.plot("themes")
    counts = {verdict: getattr(report.summary, verdict) for verdict in ("met", "unknown", "not_applicable")}
    say = picture_words("en")
    for verdict, all_of_it in counts.items():
        assert sum(map(int, re.findall(rf"{say[verdict]} (\d+)", picture.description))) == all_of_it
    rows = picture.chart().to_dict()["data"]["values"]
    assert sum(row["count"] for row in rows) == report.summary.requirements


def test_open_is_hatched_and_never_red_and_each_verdict_has_its_own_hatching(shipped):
    light, dark = re.findall(r"<svg.*?</svg>", shipped["tourism"].plot("themes")._repr_html_(), re.DOTALL)
    for svg, red in ((light, "#b23c27"), (dark, "#ea7d6b")):
        patterns = {
            pattern.get("id").rpartition("-")[2]: ElementTree.tostring(pattern).decode()
            for pattern in ElementTree.fromstring(svg).iter(f"{SVG}pattern")
        }
        assert set(patterns) == {"unknown", "partly_met", "not_met", "not_applicable", "not_used"}
        assert red not in patterns["unknown"] and "<ns0:path" in patterns["unknown"] and red in patterns["not_met"]
    assert set(re.findall(r"url\(#([^)]+)\)", light)).isdisjoint(re.findall(r"url\(#([^)]+)\)", dark)), "both stand on one page"


def test_a_staircase_ends_where_the_questions_say(shipped):
    report = shipped["tourism"]
    picture = report.plot("questions", most=3)
    third = report.questions(3)[2]
    assert f"{third.settles_with_above} of {report.summary.unknown_findings} settled" in picture.description
    assert f"{len(report.questions()) - 3} more are not drawn." in picture.description


def test_the_calendar_says_what_the_engine_says(shipped):
    report = shipped["port"]
    found = {one.requirement: one for one in spacings(report)}
    assert set(found) == {"PFB-18.5", "PFB-18.6-interval"}
    for requirement, one in found.items():
        kept = not any(one.too_long(start, end) for start, end in one.stretches())
        assert kept == (report[requirement].verdict == "met")
    drills = found["PFB-18.5"]
    assert [day.isoformat() for day in drills.dates] == ["2024-04-10", "2024-07-05", "2024-10-01", "2024-12-20", "2025-03-12"]
    assert drills.since == datetime.date(2024, 2, 1) and drills.until == report.as_of
    assert drills.next_due == datetime.date(2025, 6, 12)
    assert "2025-03-12 to 2026-01-15 is longer than allowed" in report.plot("calendar").description
    spanish = report.in_language("es")
    assert [(one.dates, one.step) for one in spacings(spanish)] == [(one.dates, one.step) for one in found.values()]
    assert "como máximo 3 meses entre sí" in spanish.plot("calendar").description


SPACED = """
vocabulary v 1 { entity P root { since date e list of E ask en "?" } entity E key k { k text d date } }
ruleset r 1 {
  uses v 1 month_end next_day source S { title "s" }
  requirement A { title "a" shall source S "1" require plan.e.d at most 1 month apart since plan.since until 2020-04-30 }
}"""


def test_the_calendar_knows_what_is_open_and_where_a_month_ends():
    rules = brecha.compile(SPACED)
    dated = {"since": "2020-01-31", "e": [{"k": "1", "d": "2020-03-01"}, {"k": "2", "d": "2020-04-01"}]}
    (kept,) = spacings(rules.assess(dated, as_of="2026-01-15"))
    assert not any(kept.too_long(*stretch) for stretch in kept.stretches()) and kept.truth == "holds"
    dated["e"].append({"k": "3"})
    dated["e"][1]["d"] = "2020-04-02"
    (open_,) = spacings(rules.assess(dated, as_of="2026-01-15"))
    assert open_.truth == "unknown" and open_.undated == 1 and [day.day for day in open_.dates] == [1, 2]


@pytest.mark.parametrize(
    ("step", "start", "end"),
    [
        (Step(1, 0), "2024-01-31", "2024-02-29"),
        (Step(18, 0), "2024-11-06", "2026-05-06"),
        (Step(0, 90), "2024-12-15", "2025-03-15"),
        (Step(12, 7), "2024-02-29", "2025-03-07"),
        (Step(1, 0, next_day=True), "2024-01-31", "2024-03-01"),
    ],
)
def test_months_are_added_before_days_and_end_with_the_month(step, start, end):
    assert step.after(datetime.date.fromisoformat(start)).isoformat() == end


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_speak_four_languages(small_report, language):
    report = small_report.in_language(language)
    for kind in ("themes", "intervals", "questions", "remedies"):
        picture = report.plot(kind)
        assert picture.title == picture_words(language)[f"picture_{kind}"]
        if language != "en":
            english = picture_words("en")
            for word in ("at_worst", "share_judged", "settled_here", "effort_unsaid", "met", "unknown"):
                assert f" {english[word]} " not in f" {picture.description} "


def test_what_a_plan_says_is_escaped_in_a_picture(small_rules):
    hostile = {"title": "<script>alert(1)</script>\x1b[2J & 'x'", "agencies": []}
    picture = small_rules.assess(hostile, as_of="2026-01-15").plot("themes")
    svg = picture.to_svg()
    assert "<script" not in svg and "\x1b" not in svg
    assert "<script>alert(1)</script>" in texts_of(svg)


def test_png_and_what_cannot_be_drawn(small_report, tmp_path):
    small_report.plot("intervals").save(tmp_path / "x.png", dark=True)
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
    with pytest.raises(brecha.BrechaError, match=r"\.svg or \.png"):
        small_report.plot().save(tmp_path / "x.gif")
    with pytest.raises(brecha.UnknownNameError, match=r'did you mean "themes"') as error:
        small_report.plot("theme")
    assert "imágenes: themes" in error.value.in_language("es")
    with pytest.raises(brecha.BrechaError, match="no rule"):
        small_report.plot("calendar")


def test_several_plans_are_bars_by_what_could_be_judged(small_rules, plan_dict):
    both = small_rules.assess_all([{"title": "Nothing said"}, plan_dict], as_of="2026-01-15")
    picture = both.plot()
    assert isinstance(picture, Picture)
    judged = [int(share) for share in re.findall(r"(\d+)% judged", picture.description)]
    assert len(judged) == 2 and judged == sorted(judged, reverse=True)
    with pytest.raises(brecha.UnknownNameError):
        both.plot("themes")


def test_before_and_after_counts_every_finding(small_rules, plan_dict):
    before = small_rules.assess(plan_dict, as_of="2026-01-15")
    plan_dict["agencies"][1]["representatives"] = 2
    comparison = brecha.compare(before, small_rules.assess(plan_dict, as_of="2026-07-15", language="fr"))
    picture = comparison.plot()
    assert comparison.headline in picture.description and picture.title == picture_words("fr")["picture_comparison"]
    rows = picture.chart().to_dict()["vconcat"][1]["data"]["values"]
    assert sum(row["count"] for row in rows) == len(comparison)
    moved = {(row["before"], row["after"]): row["count"] for row in rows if row["moved"]}
    assert moved == {("lacune", "satisfait"): 1}
    assert "lacune → satisfait : 1" in picture.description and "<svg" in picture.to_svg()


def test_a_missing_extra_is_named(small_report, monkeypatch):
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(ImportError, match=r"pip install 'brecha\[pictures\]'"):
        small_report.plot()


def test_no_word_of_a_picture_hides_one_of_the_view():
    from brecha.rich_view.words import WORDS

    assert not set(PICTURE_WORDS) & set(WORDS)
