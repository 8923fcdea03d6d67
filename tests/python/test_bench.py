"""The benchmark in a few plans: every peer that is installed gives the verdicts that Brecha gives, and the file is written.

What is measured is looked at by `make bench`, not here; so no time in these figures means anything.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("numpy")
pytest.importorskip("pyarrow")

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "bench"), str(ROOT / "docs" / "site")]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    file = tmp_path_factory.mktemp("bench") / "figures.json"
    run = [sys.executable, str(ROOT / "tests" / "bench" / "run.py"), "--quick", "--output", str(file)]
    done = subprocess.run(run, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr  # a verdict that differs ends it
    return json.loads(file.read_text(encoding="utf-8"))


def test_each_job_is_done_by_brecha_and_says_what_came_out(written):
    assert len(written["jobs"]) == 14
    for job in written["jobs"]:
        assert job["figures"][0]["who"] == "Brecha"
        assert all(row["least"] > 0 for row in job["figures"])
    verdicts = {job["job"]: {name for name, count in job["verdicts"].items() if count} for job in written["jobs"]}
    assert verdicts["flat_many_30"] == {"met", "not_met", "unknown", "not_applicable"}
    assert verdicts["nested_many_30"] == {"met", "not_met", "unknown"}
    assert len(verdicts["shipped_2"]) >= 2


def test_peers_that_are_installed_take_part(written):
    who = {row["who"] for job in written["jobs"] for row in job["figures"]} - {"Brecha"}
    assert who == set(written["versions"]) - {"Brecha"}
    assert who.isdisjoint(written["not_installed"])
    assert {"NumPy"} <= who


def test_the_file_says_where_it_comes_from(written):
    assert written["machine"]["processor"]
    assert written["machine"]["processors"] >= 1
    assert len(written["machine"]["load"]) == 2
    assert len(written["taken"]) == 10


def test_a_wrong_verdict_stops_the_run():
    import run
    from peers import Way
    from workloads import MET, NO_ERROR, NO_GAP, NOT_APPLICABLE, NOT_MET, UNKNOWN, Flat

    work = Flat(6)
    expected = work.verdicts(work.plans(20))
    job = run.Job("flat", "W1", "", (), expected, "ns", 1, None)
    alike = expected.copy()
    alike[(alike == MET) | (alike == NOT_APPLICABLE)] = NO_GAP
    run.check("a peer", job, Way("does not tell met from not applicable", lambda: alike, lambda codes: codes))
    silent = alike.copy()
    silent[(silent == NO_GAP) | (silent == UNKNOWN)] = NO_ERROR
    run.check("a peer", job, Way("tells gaps alone", lambda: silent, lambda codes: codes))
    blind = silent.copy()
    blind[:] = NO_ERROR
    with pytest.raises(SystemExit, match=rf"{int((expected == NOT_MET).sum())} of 120 verdicts"):
        run.check("a peer", job, Way("tells nothing", lambda: blind, lambda codes: codes))
    wrong = expected.copy()
    wrong[3, 2] = NOT_MET if wrong[3, 2] != NOT_MET else MET
    with pytest.raises(SystemExit, match=r"1 of 120 verdicts of a peer"):
        run.check("a peer", job, Way("one wrong", lambda: wrong, lambda codes: codes))
    with pytest.raises(SystemExit, match=r"120 of 120"):
        run.check("a peer", job, Way("a plan fewer", lambda: wrong[1:], lambda codes: codes))


def test_times_are_taken_in_turn():
    from timing import taken_in_turn

    order = []
    times = taken_in_turn([lambda: order.append("a"), lambda: order.append("b")], rounds=2, enough=0.0, most=1.0)
    assert "".join(order) == "ab" + "ab" + "ba"  # once for nobody, then each round begins with another
    assert [one.rounds for one in times] == [2, 2]
    assert all(0 <= one.least <= one.median for one in times)


def test_the_picture_tells_the_figures_of_the_file():
    import performance_page as page

    assert page.performance_picture().description in page.PICTURE.read_text(encoding="utf-8"), "python docs/site/performance_page.py"


def test_what_is_slower_and_what_reaches_its_goal_is_listed():
    import performance_page as page

    def figure(who, least, by_hand=False):
        return {"who": who, "how": "a way", "by_hand": by_hand, "least": least}

    job = {"job": "flat_many_1000", "title": "T", "unit": "ns", "goal": 0.5}
    found = {
        "engine": [],
        "jobs": [
            {**job, "title": "one", "figures": [figure("Brecha", 2.0), figure("Polars", 6.0), figure("NumPy", 1.0, by_hand=True)]},
            {**job, "title": "two", "figures": [figure("Brecha", 0.25), figure("Polars", 0.125)]},
        ],
    }
    lines = page.lists(found)
    assert "- one: 3 times faster than Polars (a way)" in lines
    assert "- one: 2 times slower than NumPy (a way)" in lines
    assert "- two: 2 times slower than Polars (a way)" in lines
    reached = lines.index("- two, ns a check")
    assert lines[reached + 1 :] == ["", "Goals that are missed:", "", "- one, ns a check: 2.00, goal 0.5"]
    # Where the library's own program did the same work, its figure is held against the goal.
    by_library = {**found, "engine": [{"what": "1000 plans x 100: verdicts", "us": 40.0, "per": 0.4}]}
    assert "Goals that are missed:" not in page.lists(by_library)
    assert page.table(by_library)[2] == "| one, ns a check | 0.5 | 0.400 | **2.00** |  | 6.00 |  |  |  |  |"
    rows = page.table(found)
    assert rows[2] == "| one, ns a check | 0.5 |  | **2.00** |  | 6.00 |  |  |  |  |"
    assert rows[3] == "| … written for the peer by hand |  |  |  | 1.00 |  |  |  |  |  |"
