"""The registry of major events: what it lists, filters and takes in, and how rules cite it."""

import csv
import io

import brecha
import pytest
from brecha.registry import SOURCE, TABLES, Registry

GAMES = {
    "id": "games-2027",
    "kind": "sport",
    "countries": "PE CL",
    "begins": "2027-07-23",
    "ends": "2027-08-08",
    "source": "https://example.org",
}


@pytest.fixture
def empty():
    return Registry(shipped=False)


def test_a_new_registry_has_the_shipped_entries_and_each_says_where_it_stands():
    registry = Registry()
    for table in ("events", "legislation", "lessons"):
        assert all(one.source.startswith("http") for one in registry.list(table)), table
    assert {one.event for one in registry.list("lessons")} <= set(registry.list("events")["id"])
    assert "pan-american-games-2027" in registry.events("planned", on="2026-11-30")["id"]
    assert registry.events("past", on="2026-11-30")["id"][0] == "cricket-world-cup-2007"


@pytest.mark.parametrize(
    ("begins", "ends", "day", "state"),
    [
        ("2027-07-23", "2027-08-08", "2027-07-22", "planned"),
        ("2027-07-23", "2027-08-08", "2027-07-23", "under_way"),
        ("2027-07-23", "2027-08-08", "2027-08-08", "under_way"),
        ("2027-07-23", "2027-08-08", "2027-08-09", "past"),
        ("2027-07-23", None, "2027-07-24", "past"),
        ("2027", "2027", "2026-12-31", "planned"),
        ("2027", "2027", "2027-06-01", "not_known"),
        ("2027", "2027", "2028-01-01", "past"),
        ("2023-10", "2023-11", "2023-12-01", "past"),
        (None, None, "2027-06-01", "not_known"),
    ],
)
def test_where_an_event_stands_on_a_day(empty, begins, ends, day, state):
    empty.add("events", **{key: value for key, value in {**GAMES, "begins": begins, "ends": ends}.items() if value})
    for one in ("past", "under_way", "planned", "not_known"):
        assert len(empty.events(one, on=day)) == (one == state), one


def test_entries_are_filtered_by_their_columns(empty):
    empty.add("events", **GAMES)
    empty.add("events", **{**GAMES, "id": "summit", "kind": "summit", "countries": "PE"})
    assert empty.list("events", countries="CL")["id"] == ["games-2027"]
    assert empty.list("events", countries="PE", kind="summit")["id"] == ["summit"]
    assert empty.list("events", countries="P")["id"] == []
    with pytest.raises(brecha.UnknownNameError, match="countries"):
        empty.list("events", country="PE")


def test_what_is_added_stays_in_the_file_and_comes_out_as_csv(tmp_path):
    path = tmp_path / "events.sqlite"
    with Registry(path) as registry:
        before = len(registry.list("lessons"))
        assert registry.add("lessons", id="a", event="pan-american-games-2019", source="https://example.org") == "lessons/a"
    with Registry(path) as registry:
        assert len(registry.list("lessons")) == before + 1
        text = registry.to_csv("lessons", tmp_path / "lessons.csv")
        assert {"id": "a", "event": "pan-american-games-2019"}.items() <= next(csv.DictReader(io.StringIO(text))).items()
        other = Registry(shipped=False)
        other.add_table("events", registry.list("events").to_dicts())
        assert other.add_table("lessons", tmp_path / "lessons.csv") == before + 1


@pytest.mark.parametrize(
    ("table", "values", "says"),
    [
        ("events", {**GAMES, "id": "Games 2027"}, "Games 2027"),
        ("events", {**GAMES, "begins": "23.7.2027"}, "2027-07-23"),
        ("events", {**GAMES, "source": ""}, "needs source"),
        ("lessons", {"id": "a", "event": "games-2072", "source": "x"}, 'did you mean "games-2027"'),
        ("events", GAMES, "already"),
        ("event", GAMES, 'did you mean "events"'),
    ],
)
def test_what_cannot_be_an_entry_is_said_and_nothing_of_its_table_is_added(empty, table, values, says):
    empty.add("events", **GAMES)
    with pytest.raises(brecha.BrechaError, match=says):
        empty.add(table, **values)
    with pytest.raises(brecha.BrechaError, match=says):
        empty.add_table(table, [{"id": "fine", "source": "https://example.org"}, values])
    assert [len(empty.list(one)) for one in TABLES] == [1, 0, 0, 0]


def test_a_file_that_is_none_is_left_as_it_is(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text('{"a": 1}' * 200)
    with pytest.raises(brecha.BrechaError, match=r"plan\.json is no registry of events"):
        Registry(path)
    assert path.read_text() == '{"a": 1}' * 200


def test_rules_cite_entries_and_an_assessment_shows_them():
    registry = Registry()
    report = brecha.load("major_events").assess(brecha.sample("lima-2019"), as_of="2019-07-25")
    cited = registry.cited(report)
    assert len(cited) >= 4
    assert {one.entry.partition("/")[0] for one in cited} <= set(TABLES)
    assert all(one.text_en and one.text_es and one.source for one in cited), "a rule cites an entry that is not there"
    assert {one.requirement for one in cited} == {
        one.requirement for one in report.findings if any(s.startswith(SOURCE) for s in one.sources)
    }
    with pytest.raises(brecha.UnknownNameError, match="guadalajara-2011-exercises"):
        registry.entry("lessons/guadalajara-2011-exercise")
