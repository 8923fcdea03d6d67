"""The counted-out times of procedures: values worked out by hand, and that the short ways of counting give what the long ones give."""

from __future__ import annotations

import itertools
import math
import random
from dataclasses import replace

import pytest

from .networks import (
    NOTHING,
    OPEN,
    Moment,
    Question,
    Setting,
    Step,
    at_least,
    behind,
    circle,
    decide,
    forced,
    impossible_lengths,
    kept_in_every_run,
    of_those_that_count,
    parted,
    times_of,
    turns_on,
    within,
    without,
)


def step(name, *after, wait=0, least=0, most=0) -> Step:
    def bound(value):
        return value if isinstance(value, tuple) else (value, value)

    return Step(name, after, bound(wait), bound(least), bound(most))


def start(*steps) -> Moment:
    return Moment(steps, end=False)


def end(*steps) -> Moment:
    return Moment(steps, end=True)


FORK = (step("a"), step("x", "a", most=4), step("y", "a", most=9), step("b", "x", "y", most=2))


def test_a_step_waits_for_the_last_of_its_predecessors():
    """After x (4 minutes) and y (9): the bound on x is no deadline for y, so b can end after 11."""
    assert decide(FORK, within(end("a"), end("b"), 10)) == "fails"
    assert decide(FORK, within(end("a"), end("b"), 11)) == "holds"


def test_the_last_predecessor_may_be_another_one_in_another_run():
    joined = (step("a"), step("x", "a", least=3, most=8), step("y", "a", least=5, most=6), step("b", "x", "y", least=1, most=1))
    assert decide(joined, within(end("y"), end("b"), 4)) == "holds"  # x 8 and y 5: y has waited 3, and b takes 1
    assert decide(joined, within(end("y"), end("b"), 3)) == "fails"
    assert decide(joined, at_least(end("a"), start("b"), 5)) == "holds"
    assert decide(joined, at_least(end("a"), start("b"), 6)) == "fails"


def test_a_wait_counts_from_the_last_predecessor_and_from_the_start_where_there_is_none():
    waiting = (step("a", wait=7), step("b", "a", wait=2, most=3))
    assert decide(waiting, within(end("a"), end("b"), 5)) == "holds"
    assert decide(waiting, within(end("a"), end("b"), 4)) == "fails"
    apart = (step("a", wait=7), step("b", wait=2, most=3))
    assert decide(apart, within(start("a"), end("b"), 5)) == "holds"  # a at once, b after 2 and 3
    assert decide(apart, within(end("b"), end("a"), 6)) == "fails"


def test_an_unstated_wait_leaves_a_limit_open_and_a_stated_least_length_can_be_enough_to_break_it():
    open_wait = (step("a"), step("b", "a", wait=OPEN, most=3))
    assert decide(open_wait, within(end("a"), end("b"), 5)) == "unknown"
    assert turns_on(open_wait, within(end("a"), end("b"), 5)) == {("b", "waits_at_most")}
    too_long = (step("a"), step("b", "a", wait=OPEN, least=6, most=OPEN))
    assert decide(too_long, within(end("a"), end("b"), 5)) == "fails"


def test_a_limit_that_no_unstated_length_can_break_holds():
    """What a lasts lies before the time that is asked for."""
    network = (step("a", wait=OPEN, least=OPEN, most=OPEN), step("b", "a", most=5))
    assert decide(network, within(end("a"), end("b"), 5)) == "holds"
    assert decide(network, within(start("a"), end("b"), 5)) == "unknown"
    assert turns_on(network, within(start("a"), end("b"), 5)) == {("a", "takes_at_most")}


def test_of_two_lengths_the_one_that_the_limit_looks_at_is_missing():
    """b waits for x, 10 minutes, as well: where a lasts 5 or more it ends late enough for b to be in time."""
    network = (step("a", least=OPEN, most=OPEN), step("x", most=(10, 10), least=10), step("b", "a", "x"))
    assert decide(network, within(end("a"), end("b"), 5)) == "unknown"
    assert turns_on(network, within(end("a"), end("b"), 5)) == {("a", "takes_at_least")}
    assert turns_on(network, at_least(end("x"), start("b"), 1)) == {("a", "takes_at_least")}


def test_lengths_within_limits_are_open_only_between_them():
    network = (step("a"), step("b", "a", most=(3, 8)))
    for most, truth in ((8, "holds"), (7, "unknown"), (3, "unknown"), (2, "fails")):
        assert decide(network, within(end("a"), end("b"), most)) == truth


def test_an_order_is_forced_through_other_steps_and_not_by_times():
    network = (step("a", most=1), step("m", "a"), step("b", "m"), step("late", wait=(100, 100)))
    assert forced(network, ["a"], ["b"])
    assert not forced(network, ["b"], ["a"])
    assert not forced(network, ["a"], ["late"])
    assert not forced(network, ["a"], ["a"])
    assert forced(network, ["a", "m"], ["b"]) and not forced(network, ["a", "late"], ["b"])


def test_what_a_run_leaves_out_is_replaced_by_nothing():
    network = (step("a"), step("m", "a"), step("b", "m"))
    assert not forced(without(network, ["m"]), ["a"], ["b"])
    both = (step("a"), step("m", "a"), step("b", "m", "a"))
    assert forced(without(both, ["m"]), ["a"], ["b"])


def test_steps_that_wait_for_each_other_are_named_in_order():
    network = (step("a"), step("b", "a", "d"), step("c", "b"), step("d", "c"))
    found = circle(network)
    assert set(found) == {"b", "c", "d"}
    after = {one.name: one.after for one in network}
    assert all(following in after[one] for one, following in zip(found, [*found[1:], found[0]]))
    assert circle(FORK) == [] and times_of(network, dict.fromkeys("abcd", 1), dict.fromkeys("abcd", 0)) is None
    assert circle((step("a", "a"),)) == ["a"]


def test_a_least_length_above_the_greatest_allows_no_run():
    assert impossible_lengths((step("a", least=5, most=4), step("b", least=5, most=OPEN), step("c", least=OPEN, most=4))) == ["a"]
    assert impossible_lengths((step("a", least=(3, 9), most=4),)) == []


def test_a_step_done_in_several_lasts_from_the_first_start_to_the_last_end():
    network = (step("a"), step("p", "a", least=2, most=2), step("q", "p", least=3, most=3), step("b", "q"))
    assert decide(network, within(start("p", "q"), end("p", "q"), 5)) == "holds"
    assert decide(network, at_least(start("p", "q"), end("p", "q"), 5)) == "holds"
    assert decide(network, within(start("p", "q"), end("p", "q"), 4)) == "fails"


# --- that the short ways of counting give what the long ones give


def small_network(random_: random.Random, size: int, open_share: float = 0.0) -> tuple[Step, ...]:
    network = []
    for number in range(size):
        after = tuple(f"s{other}" for other in range(number) if random_.random() < 0.55)
        least = random_.randint(0, 2)
        bounds = [random_.randint(0, 2), least, least + random_.randint(0, 2)]
        stated = [OPEN if random_.random() < open_share else (bound, bound) for bound in bounds]
        network.append(Step(f"s{number}", after, *stated))
    return tuple(network)


def any_question(random_: random.Random, network) -> Question:
    names = [one.name for one in network]

    def some():
        return tuple(random_.sample(names, random_.choice([1, 1, 1, 2])))

    first, last = some(), some()
    make = random_.choice([
        lambda: within(end(*first), end(*last), random_.randint(0, 9)), lambda: within(start(*first), end(*last), random_.randint(0, 9)),
        lambda: at_least(end(*first), start(*last), random_.randint(0, 5)), lambda: at_least(start(first[0]), end(*last), random_.randint(0, 5)),
    ])  # fmt: skip
    return make()


@pytest.mark.parametrize("seed", range(40))
def test_the_least_and_the_most_of_each_are_enough(seed):
    random_ = random.Random(seed)
    network = small_network(random_, random_.randint(2, 4))
    for _ in range(6):
        question = any_question(random_, network)
        assert decide(network, question) == decide(network, question, whole=1)


@pytest.mark.parametrize("seed", range(20))
def test_open_bounds_come_out_as_when_every_value_of_each_is_tried(seed):
    """Every setting of the open bounds, whole and half units, over far more than is stated: without asking which way is better."""
    random_ = random.Random(1000 + seed)
    network = small_network(random_, 3, open_share=0.3)
    doubled = tuple(
        Step(one.name, one.after, *(tuple(2 * end_ for end_ in getattr(one, kind)) for kind in ("waits_at_most", "takes_at_least", "takes_at_most")))
        for one in network
    )  # fmt: skip
    for _ in range(3):
        question = any_question(random_, network)
        question = Question(question.earlier, question.later, 2 * question.most)
        answers = {kept_in_every_run(doubled, setting, question) for setting in tried_settings(random_, doubled)}
        truth = decide(doubled, question)
        # A sample of the settings cannot show more than there is.
        assert answers <= {"holds": {True}, "fails": {False}, "unknown": {True, False}}[truth]
        if truth == "unknown":
            assert turns_on(doubled, question)


def tried_settings(random_: random.Random, network, most: int = 150):
    def values(bound):
        return [bound[0]] if bound[0] == bound[1] else [*range(12), 16, 20, 30, 60] if bound[1] == math.inf else range(*bound)

    every = [
        [(wait, least, most) for wait, least, most in itertools.product(*map(values, (one.waits_at_most, one.takes_at_least, one.takes_at_most))) if least <= most]
        for one in network
    ]  # fmt: skip
    for _ in range(most):
        yield Setting({one.name: random_.choice(choices) for one, choices in zip(network, every)})


@pytest.mark.parametrize("seed", range(20))
def test_what_all_wait_for_has_no_part_in_it_and_a_question_comes_apart(seed):
    """All runs of the whole network, each worked out by itself."""
    random_ = random.Random(3000 + seed)
    network = (step("gate", wait=1, most=2), *(replace(one, after=one.after or ("gate",)) for one in small_network(random_, 3)))
    bounds = {one.name: (one.waits_at_most[0], one.takes_at_least[0], one.takes_at_most[0]) for one in network}
    times = [
        times_of(
            network, {name: length for name, (_, length) in zip(bounds, chosen)}, {name: wait for name, (wait, _) in zip(bounds, chosen)}
        )
        for chosen in itertools.product(
            *(itertools.product(range(wait + 1), range(least, most + 1)) for wait, least, most in bounds.values())
        )
    ]
    for _ in range(3):
        question = any_question(random_, network[1:])
        assert "gate" not in {one.name for one in behind(network, question)}
        kept = all(question.kept(one) for one in times)
        assert kept_in_every_run(network, Setting(bounds), question) == kept
        assert all(kept_in_every_run(network, Setting(bounds), one) for one in parted(question)) == kept
        assert all(of_those_that_count(network, question).kept(one) for one in times) == kept


def test_a_step_that_goes_round_what_the_others_wait_for_has_a_part_in_it():
    network = (step("z"), step("gate", "z"), step("a", "gate"), step("b", "a", "z"), step("c", "b", "early"), step("early"))
    assert {one.name for one in behind(network, within(end("a"), end("b"), 1))} == {"a", "b"}
    assert {one.name for one in behind(network, within(end("a"), end("c"), 1))} == {"z", "gate", "a", "b", "c", "early"}


@pytest.mark.parametrize("seed", range(20))
def test_a_forced_order_is_one_that_every_run_keeps(seed):
    random_ = random.Random(2000 + seed)
    network = small_network(random_, 4)
    names = [one.name for one in network]
    for first, then in itertools.permutations(names, 2):
        every = (
            times_of(network, dict(zip(names, lengths)), dict.fromkeys(names, 0)) for lengths in itertools.product((1, 2, 9), repeat=4)
        )
        assert forced(network, [first], [then]) == all(times[then][0] >= times[first][1] for times in every)


def test_nothing_stands_for_a_moment():
    arrival = Step("arrival", ("a",), NOTHING, NOTHING, NOTHING)
    assert decide((step("a"), arrival), within(end("a"), end("arrival"), 0)) == "holds"
