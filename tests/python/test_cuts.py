"""The four cuts that make few lines of many gaps."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from brecha.rich_view.cuts import cut
from brecha.rows import Gap


def gap(requirement, subject=None, cause="", after=(), theme="governance", modality="shall", standing="law", blocks=0, verdict="not_met"):
    return Gap(
        "a", "plan.json", datetime.date(2026, 1, 15), requirement, None, f"title of {requirement}", theme, modality, standing, "r", subject, verdict,
        True, True, "contradicted", 0, 1, 0, False, False, None, None, f"{requirement} {subject}", "S", "1", ("S 1",), False, None, None, "full",
        cause, "do it", "2 weeks", 14.0, None, tuple(after), blocks,
    )  # fmt: skip


def lines_of(gaps):
    return [line for section in cut(gaps) for line in section.lines]


def test_a_gap_that_waits_for_another_is_folded_under_it():
    (line,) = lines_of([gap("A"), gap("B", after=["A"]), gap("C", after=["B"])])
    assert line.gravest.requirement == "A"
    assert [folded.requirement for folded in line.waiting] == ["B", "C"]


def test_a_gap_that_waits_for_what_is_no_gap_stands_by_itself():
    assert [line.gravest.requirement for line in lines_of([gap("B", after=["A"])])] == ["B"]


def test_one_cause_is_one_line():
    (line,) = lines_of([gap("A", cause="c"), gap("B", cause="c"), gap("C", cause="c")])
    assert [one.requirement for one in line.gaps] == ["A", "B", "C"]


def test_one_requirement_with_many_subjects_is_one_line():
    (line,) = lines_of([gap("A", f"agencies/{n}", cause=f"c{n}") for n in range(18)])
    assert len(line.gaps) == 18


def test_the_gravest_come_first():
    gaps = [
        gap("programme", standing="programme"),
        gap("should", modality="should"),
        gap("shall"),
        gap("blocks", blocks=3),
        gap("partly", verdict="partly_met"),
    ]
    assert [line.gravest.requirement for line in lines_of(gaps)] == ["blocks", "shall", "partly", "programme", "should"]


def test_themes_stand_together_in_the_order_of_their_gravest():
    gaps = [
        gap("A", theme="training", standing="practice"),
        gap("B", theme="risk"),
        gap("C", theme="training"),
        gap("D", theme="risk", modality="should"),
    ]
    assert [(section.theme, [line.gravest.requirement for line in section.lines]) for section in cut(gaps)] == [
        ("risk", ["B", "D"]),
        ("training", ["C", "A"]),
    ]


names = st.sampled_from("ABCDEFGH")


@given(st.lists(st.builds(gap, names, st.sampled_from([None, "x", "y", "z"]), st.sampled_from(["", "c", "d"]), st.lists(names, max_size=3),
                          st.sampled_from(["t", "u"]), st.sampled_from(["shall", "should"]), st.sampled_from(["law", "practice"])), max_size=30))  # fmt: skip
def test_no_gap_is_lost_or_shown_twice_even_where_they_wait_in_a_ring(gaps):
    shown = [one for line in lines_of(gaps) for one in [*line.gaps, *line.waiting]]
    # Rows of one requirement share their `after`, as the engine makes them; a ring leaves each to some line or to none at all.
    assert sorted(map(repr, shown)) == sorted(map(repr, gaps))
