"""Plans from the columns of an Arrow table have the verdicts that they have as JSON texts, whatever Arrow's types."""

import datetime
import decimal
import json
import pickle
import random

import numpy
import pandas
import polars
import pyarrow
import pytest

import brecha

AS_OF = "2026-01-15"
RULES = """
vocabulary made_up 1 { title "Made up"
  unit m2  unit km2 = 1_000_000 m2
  entity Plan root {
    name text  stage one of drafted, approved  open yes_no  staff integer  area number in km2  share percent  approved_on date
    started moment  lasts duration  country country  tags list of text  notes list of integer  ready yes_no = no  least integer = 3
    agencies list of Agency  office Office  events list of Event dated held_on  lead ref Agency
  }
  entity Agency key id { id text  sector one of public, private  staff number  armed yes_no  posts list of Post  offices list of Office }
  entity Post key id { id text  hours integer }
  entity Office { town text  desks integer }
  entity Event key id { id text  held_on date  kind one of drill, meeting  guests integer }
}
ruleset made_up_rules 1 { title "Made up" uses made_up 1 source S { title "Made up" standing practice }
  requirement A-1 { title "a" shall source S "1" require plan.name is given and plan.name != "port" gap "g" }
  requirement A-2 { title "a" shall source S "1" when plan.stage = approved require plan.open gap "g" }
  requirement A-3 { title "a" shall source S "1" require plan.staff >= plan.least gap "g" }
  requirement A-4 { title "a" shall source S "1" require plan.area >= 2.5 km2 and plan.share < 50% gap "g" }
  requirement A-5 { title "a" shall source S "1" require plan.approved_on <= 2024-06-01 gap "g" }
  requirement A-6 { title "a" shall source S "1" require plan.started < 2024-06-01T00:00Z or plan.lasts <= 2 hours gap "g" }
  requirement A-7 { title "a" shall source S "1" require plan.tags covers {"fire", "flood"} or sum(plan.notes) > 6 gap "g" }
  requirement A-8 { title "a" shall source S "1" require plan.ready and plan.country = CR gap "g" }
  requirement B-1 { title "b" shall source S "1" each a in plan.agencies require a.staff >= 3 and a.sector = public gap "g" }
  requirement B-2 { title "b" shall source S "1" require every a in plan.agencies where a.armed : some p in a.posts : p.hours >= 4 gap "g" }
  requirement B-3 { title "b" shall source S "1" require plan.agencies["port"].staff >= 5 gap "g" }
  requirement B-4 { title "b" shall source S "1" require plan.office.desks >= 2 and count(plan.agencies) >= 2 gap "g" }
  requirement B-5 { title "b" shall source S "1" require every a in plan.agencies : every place in a.offices : place.desks >= 1 gap "g" }
  requirement B-6 { title "b" shall source S "1" require some held in plan.events : held.kind = drill and held.guests >= 2 gap "g" }
  requirement B-7 { title "b" shall source S "1" require plan.lead.staff >= 2 gap "g" }
}
"""
TEXT = [pyarrow.string(), pyarrow.large_string(), pyarrow.string_view(), pyarrow.dictionary(pyarrow.int8(), pyarrow.string())]
WHOLE = [
    pyarrow.int16(),
    pyarrow.int32(),
    pyarrow.int64(),
    pyarrow.float64(),
    pyarrow.decimal128(12, 3),
    pyarrow.uint64(),
    pyarrow.float32(),
]
DATE = [pyarrow.date32(), pyarrow.date64(), pyarrow.timestamp("us"), pyarrow.string()]
LIST = [pyarrow.list_, pyarrow.large_list, pyarrow.list_view]


@pytest.fixture(scope="module")
def rules():
    return brecha.compile(RULES)


def some(draw, value, absent=0.25):
    return None if draw.random() < absent else value()


def row_of(draw, odd):
    """A plan as JSON has it; `odd`: how probable is what wants more than a cell."""
    one = lambda plain, strange: draw.choice(strange) if draw.random() < odd else draw.choice(plain)  # noqa: E731
    number = lambda least, most: draw.randint(least, most)  # noqa: E731
    day = lambda: str(datetime.date(2024, draw.randint(1, 12), draw.randint(1, 28)))  # noqa: E731

    def items(most, item):
        return [item(at) for at in range(number(0, most))]

    def agency(at):
        return {
            "id": some(draw, lambda: one([f"a{at}", "port"], ["port", " blank "]), 0.05),
            "sector": some(draw, lambda: one(["public", "private"], ["civil", "Public"])),
            "staff": some(draw, lambda: one([1, 2, 3, 9, 40], [-1])),
            "armed": some(draw, lambda: draw.random() < 0.5),
            "posts": some(draw, lambda: items(3, lambda post: {"id": f"p{post}", "hours": some(draw, lambda: number(1, 9))})),
            "offices": some(draw, lambda: items(2, lambda office: {"town": "x", "desks": some(draw, lambda: number(0, 3))})),
        }

    return {
        "name": some(draw, lambda: one(["port", "venue", "Señal"], ["", "Sen\u0303al", "a\u200bb", " port"])),
        "stage": some(draw, lambda: one(["drafted", "approved"], ["begun"])),
        "open": some(draw, lambda: draw.random() < 0.5),
        "staff": some(draw, lambda: one(range(9), [-2])),
        "area": some(draw, lambda: number(0, 6)),
        "share": some(draw, lambda: number(0, 100)),
        "approved_on": some(draw, day),
        "started": some(draw, lambda: one([day() + "T08:30:00Z", day() + "T00:00:00Z"], [day() + "T08:30:15.250Z"])),
        "lasts": some(draw, lambda: one(["90 minutes", "3 hours"], ["two hours"])),
        "country": some(draw, lambda: one(["CR", "BZ", "CRI"], ["Narnia"])),
        "tags": some(draw, lambda: [one(["fire", "flood", "storm"], [" fire "]) for _ in range(number(0, 3))]),
        "notes": some(draw, lambda: [some(draw, lambda: number(0, 9), 0.1) for _ in range(number(0, 3))]),
        "ready": some(draw, lambda: draw.random() < 0.5),
        "least": some(draw, lambda: number(0, 5)),
        "agencies": some(draw, lambda: items(3, agency)),
        "office": some(draw, lambda: {"town": "San José", "desks": some(draw, lambda: number(0, 4))}),
        "events": some(
            draw,
            lambda: items(
                3,
                lambda at: {
                    "id": f"e{at}",
                    "held_on": some(draw, day),
                    "kind": one(["drill", "meeting"], ["talk"]),
                    "guests": some(draw, lambda: number(0, 4)),
                },
            ),
        ),  # fmt: skip
        "lead": draw.choice(["port", "a0", "a1"]) if draw.random() < odd else None,
        "evidence": json.dumps({"staff": {"none": True}}) if draw.random() < odd / 2 else None,
    }


def types_of(draw):
    text, whole = lambda: draw.choice(TEXT), lambda: draw.choice(WHOLE)  # noqa: E731
    lists = draw.choice(LIST)
    signed = lambda: draw.choice([kind for kind in WHOLE if kind != pyarrow.uint64()])  # noqa: E731
    post = pyarrow.struct([("id", text()), ("hours", whole())])
    office = pyarrow.struct([("town", text()), ("desks", whole())])
    agency = [("id", text()), ("sector", text()), ("staff", signed()), ("armed", pyarrow.bool_()), ("posts", lists(post)), ("offices", lists(office))]  # fmt: skip
    event = [("id", text()), ("held_on", draw.choice(DATE)), ("kind", text()), ("guests", whole())]
    plan = {
        "name": text(), "stage": text(), "open": pyarrow.bool_(), "staff": signed(), "area": whole(), "share": whole(),
        "approved_on": draw.choice(DATE), "started": draw.choice([pyarrow.timestamp("ms", "UTC"), pyarrow.string()]), "lasts": text(),
        "country": text(), "tags": lists(text()), "notes": lists(whole()), "ready": pyarrow.bool_(), "least": whole(),
        "agencies": lists(pyarrow.struct(agency)), "office": office, "events": lists(pyarrow.struct(event)), "lead": text(),
        "evidence": pyarrow.string(),
    }  # fmt: skip
    named = list(plan.items())
    draw.shuffle(named)
    return pyarrow.schema(named)


def as_arrow(value, kind):
    """A value of JSON as pyarrow wants one of the type."""
    if value is None:
        return None
    if pyarrow.types.is_struct(kind):
        return {kind.field(at).name: as_arrow(value.get(kind.field(at).name), kind.field(at).type) for at in range(kind.num_fields)}
    if isinstance(value, list):
        return [as_arrow(one, kind.value_type) for one in value]
    if pyarrow.types.is_date(kind):
        return datetime.date.fromisoformat(value)
    if pyarrow.types.is_timestamp(kind):
        return datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
    return decimal.Decimal(value) if pyarrow.types.is_decimal(kind) else float(value) if pyarrow.types.is_floating(kind) else value


def arrow_of(rows, schema):
    table = pyarrow.Table.from_pylist([as_arrow(row, pyarrow.struct(list(schema))) for row in rows], schema)
    # Rows before and after, and pieces of several lengths: arrays that begin at an offset.
    table = pyarrow.concat_tables([table.slice(0, 3), table, table.slice(1, 2)]).combine_chunks().slice(3, len(rows))
    cut = len(rows) // 3
    return pyarrow.concat_tables([table.slice(0, cut), table.slice(cut, 0), table.slice(cut)])


def text_of(row):
    plan = {name: value for name, value in row.items() if value is not None and name != "evidence"}
    if row["evidence"]:
        plan["evidence"] = json.loads(row["evidence"])
    return json.dumps(plan)


@pytest.mark.parametrize("read", [None, "whole", "part"])
@pytest.mark.parametrize("odd", [0.0, 0.02, 0.5])
@pytest.mark.parametrize("seed", range(3))
def test_columns_say_what_texts_say(rules, seed, odd, read):
    draw = random.Random(f"{seed} {odd} {read}")
    for _ in range(3):
        rows = [row_of(draw, odd) for _ in range(90)]
        schema = types_of(draw)
        table = arrow_of(rows, schema)
        from_table = rules.assess_table(table, AS_OF, read=read)
        from_texts = rules.verdicts([text_of(row) for row in rows], AS_OF, read=read)
        assert from_table.remarks == () and from_table.failed == []
        for name in from_texts.columns[1:]:
            different = [at for at in range(len(rows)) if from_table[name][at] != from_texts[name][at]]
            assert not different, (
                name,
                from_table[name][different[0]],
                from_texts[name][different[0]],
                text_of(rows[different[0]]),
                schema,
            )
        for at in draw.sample(range(len(rows)), 5):
            report = from_table.report(at)
            assert [report[name].verdict for name in from_texts.columns[1:]] == list(from_texts[at])[1:]
            assert {note.code for note in report.plan.notes} == {note.code for note in rules.read_plan(text_of(rows[at])).notes}


def test_every_verdict_comes_out_of_the_columns(rules):
    """What the comparison above can see."""
    draw = random.Random(5)
    rows = [row_of(draw, 0.3) for _ in range(300)]
    table = rules.assess_table(arrow_of(rows, types_of(draw)), AS_OF)
    found = {verdict for name in table.columns[1:] for verdict in table[name]}
    assert found == {"met", "not_met", "partly_met", "unknown", "not_applicable"}
    for name in table.columns[1:]:
        assert len(set(table[name])) >= 2, name


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (pyarrow.array([2.5, 0.25, float("inf"), float("nan"), 1e300, -1.0]), ["2.5", "0.25", None, None, None, None]),
        (pyarrow.array([3.0, float("nan"), None, 2.0, 0.0, 2147483646.0], from_pandas=False), ["3", None, None, "2", "0", "2147483646"]),
        (pyarrow.array([3.0, 2147483647.0, float("nan")], pyarrow.float32()), ["3", "2147483648", None]),
        (pyarrow.array([decimal.Decimal("2.50"), decimal.Decimal("1000000000000000000000")]), ["2.5", "1000000000000000000000"]),
        (pyarrow.array([2**63, 2**31 - 1, 2**31, 0], pyarrow.uint64()), [str(2**63), str(2**31 - 1), str(2**31), "0"]),
        (pyarrow.array([True, False]), [None, None]),
        (pyarrow.array(["3", "many"]), [None, None]),
        (pyarrow.array([{"from": 2, "to": 4}, {"from": 3, "to": None}, None]), ["2 to 4", "at least 3", None]),
        (pyarrow.DictionaryArray.from_arrays(pyarrow.array([0, 1, 1]), pyarrow.array([7, None])), ["7", None, None]),
    ],
    ids=["floating", "whole-floating", "single", "decimal", "beyond-32-bits", "yes-no", "texts", "bounds", "dictionary"],
)
def test_a_number_is_exact_or_told(column, said):
    rules = brecha.compile(
        'vocabulary v 1 { title "V" entity Plan root { size number } }\n'
        'ruleset r 1 { title "R" uses v 1 source S { title "S" standing practice }\n'
        'requirement A-1 { title "a" shall source S "1" require plan.size >= 3 gap "It is {plan.size}" } }'
    )
    batch = rules.assess_table(pyarrow.table({"size": column}), AS_OF)
    limits = {None: None, "2 to 4": None, "at least 3": True}
    for row, expected in enumerate(said):
        met = limits[expected] if expected in limits else float(expected) >= 3
        assert batch["A-1"][row] == {None: "unknown", True: "met", False: "not_met"}[met]
        report = batch.report(row)
        assert report["A-1"].verdict == batch["A-1"][row]
        wrong = expected is None and column[row].as_py() is not None and column[row].as_py() == column[row].as_py()
        assert bool([note for note in report.plan.notes if note.code == "P201"]) == wrong
        if met is False:
            assert report.gaps[0].message == f"It is {expected}"


@pytest.mark.parametrize("kind", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64"])
@pytest.mark.parametrize("first", [0, 3, 64])
def test_numbers_of_every_type_are_what_they_are_by_themselves(kind, first):
    """Columns of plain numbers, of which one at most is not; where there is none, anything stands."""
    rules = brecha.compile(
        'vocabulary v 1 { title "V" entity Plan root { size number  count integer } }\n'
        'ruleset r 1 { title "R" uses v 1 source S { title "S" standing practice }\n'
        'requirement A-1 { title "a" shall source S "1" require plan.size >= 3 gap "g" }\n'
        'requirement A-2 { title "b" shall source S "1" require plan.count = 5 gap "g" } }'
    )
    of = numpy.dtype(kind)
    edges = [0, 2, 3, 5]
    if of.kind == "f":
        edges += [-0.0, -1.0, 0.5, 2.5, -2.5, 1e-30, 1e300, numpy.nan, numpy.inf, -numpy.inf]
        edges += [2.0**31 - 2, 2.0**31 - 1, 2.0**31, 2.0**32 + 5, 2.0**53, 2.0**53 + 2, 2.0**63, 2.0**64]
    else:
        ends = numpy.iinfo(of)
        edges += [
            one for one in (ends.min, ends.max, -1, 2**31 - 2, 2**31 - 1, 2**31, 2**32 + 5, 2**53, 2**53 + 1) if ends.min <= one <= ends.max
        ]

    def verdicts(value: float | None) -> tuple[str, str]:
        if value is None or not 0 <= value < 1e29:  # also what is no number
            return "unknown", "unknown"
        size = "met" if value >= 3 else "not_met"
        if value != int(value):
            return ("unknown" if 0 < value < 1e-9 else size), "unknown"
        return size, "met" if value == 5 else "not_met"

    draw = numpy.random.default_rng(7)
    with numpy.errstate(over="ignore"):
        given = numpy.array(edges, dtype="float64" if of.kind == "f" else "object").astype(of)
    for edge in given:
        values = draw.integers(0, 9, 200).astype(of)
        values[130] = edge
        absent = draw.random(200) < 0.2
        absent[130] = False
        values[absent] = draw.choice(given, int(absent.sum()))
        column = pyarrow.array(values, mask=absent, from_pandas=False)
        table = pyarrow.table({"size": column, "count": column}).slice(first, 131)
        found = rules.assess_table(table, AS_OF)
        expected = [verdicts(None if none else value.item()) for value, none in zip(values, absent, strict=True)][first : first + 131]
        assert list(zip(found["A-1"], found["A-2"], strict=True)) == expected, edge


@pytest.mark.parametrize("kind", ["int16", "int32", "int64", "float32", "float64"])
def test_numbers_may_begin_at_any_byte(rules, kind):
    values = numpy.arange(200).astype(kind)
    values[7] = numpy.nan if values.dtype.kind == "f" else -1  # told by itself, or not there
    buffer = pyarrow.py_buffer(b" " + values.tobytes()).slice(1)
    column = pyarrow.Array.from_buffers(pyarrow.from_numpy_dtype(values.dtype), len(values), [None, buffer])
    found = rules.assess_table(pyarrow.table({"staff": column, "least": pyarrow.array([90] * 200)}), AS_OF)
    assert found["A-3"] == ["unknown" if at == 7 else "met" if at >= 90 else "not_met" for at in range(200)]


def test_numbers_that_are_not_whole_are_their_fewest_digits():
    """Whether a column is read as such or a row by itself, and of float32 its own digits, which as float64 are more."""
    rules = brecha.compile(
        'vocabulary v 1 { title "V" entity Plan root { size number  written number  count integer  share percent } }\n'
        'ruleset r 1 { title "R" uses v 1 source S { title "S" standing practice }\n'
        'requirement A-1 { title "a" shall source S "1" require plan.size = plan.written gap "g" }\n'
        'requirement A-2 { title "b" shall source S "1" require plan.count >= 0 gap "g" }\n'
        'requirement A-3 { title "c" shall source S "1" require plan.share = plan.share gap "g" } }'
    )
    draw = random.Random(3)
    texts = [
        f"{draw.randrange(10**whole)}.{draw.randrange(10**parts):0{parts}}"
        for whole in range(13)
        for parts in range(1, 10)
        for _ in range(3)
    ]
    texts += ["0.01", "0.29", "1.005", "1.25", "4.35", "1.115", "999999999999.99", "9999999999999.99", "12345678901234.5", "0.000000001"]
    for kind in (numpy.float64, numpy.float32):
        given = numpy.array([float(text) for text in texts]).astype(kind)
        given = numpy.append(given, [1000.001953125, 2097152.25, 0.5]).astype(kind)
        exact = [decimal.Decimal(int(one)) if one == int(one) else decimal.Decimal(str(one)) for one in given]
        fine = [(one, of) for one, of in zip(given, exact, strict=True) if of == round(of, 9)]
        assert len(fine) > 100
        column = pyarrow.array([one for one, _ in fine], pyarrow.from_numpy_dtype(kind))
        written = pyarrow.array([of for _, of in fine], pyarrow.decimal128(30, 9))
        ones = rules.assess_table(pyarrow.table({"size": column, "written": written}), AS_OF)
        assert set(ones["A-1"]) == {"met"}
        # As cells: what they are compared with is such a number too.
        cells = rules.assess_table(
            pyarrow.table({"size": column, "written": pyarrow.array([str(of) for _, of in fine]).cast(pyarrow.float64())}), AS_OF
        )
        assert set(cells["A-1"]) == {"met"}
        found = rules.assess_table(pyarrow.table({"count": column, "share": column}), AS_OF)
        assert found["A-2"] == ["met" if of == int(of) else "unknown" for _, of in fine]
        for row in (0, 40, 80):
            notes = {note.code for note in found.report(row).plan.notes}
            assert ("P201" in notes) == (found["A-2"][row] == "unknown")


def test_midnight_is_a_date_where_one_belongs_and_a_moment_elsewhere(rules):
    midnight = pyarrow.array([datetime.datetime(2024, 5, 17)] * 2, pyarrow.timestamp("ns"))
    noon = pyarrow.array([datetime.datetime(2024, 5, 17, 12)] * 2, pyarrow.timestamp("s"))
    batch = rules.assess_table(pyarrow.table({"approved_on": midnight, "started": midnight}), AS_OF)
    content = batch.report(0).plan.content()
    assert batch["A-5"][0] == "met" and content == {"approved_on": "2024-05-17", "started": "2024-05-17T00:00"}
    assert [note.code for note in rules.assess_table(pyarrow.table({"approved_on": noon}), AS_OF).report(1).plan.notes] == ["P202"]
    zoned = pyarrow.array([datetime.datetime(2024, 5, 17, 12, 30, 0, 250000)], pyarrow.timestamp("us", "-06:00"))
    started = rules.assess_table(pyarrow.table({"started": zoned}), AS_OF).report(0).plan
    assert started.content() == {"started": "2024-05-17T06:30:00.25-06:00"} and len(started.notes) == 1


def test_durations_and_what_no_plan_has(rules):
    table = pyarrow.table(
        {
            "lasts": pyarrow.array([datetime.timedelta(minutes=90), datetime.timedelta(seconds=-1)], pyarrow.duration("ms")),
            "name": pyarrow.array([b"port", b"\xff"]),
            "plan": pyarrow.array([7, None]),
        }
    )
    batch = rules.assess_table(table, AS_OF)
    assert batch["plan"] == ["7", "row 1"] and batch["A-6"] == ["met", "unknown"]
    (remark,) = batch.remarks
    assert remark.cell == "name" and 'type "z"' in remark.message and 'tipo "z"' in remark.in_language("es")
    assert [note.place for note in batch.report(1).plan.notes] == ["lasts"]


def test_members_that_no_field_has_and_two_columns_of_one_field(rules):
    agency = {"id": "port", "colour": 1, "posts": [{"id": "gate", "hour": 4}]}
    batch = rules.assess_table(pyarrow.table({"agencies": [[agency]], "stages": ["x"]}), AS_OF)
    assert [(remark.cell, remark.sentence.word) for remark in batch.remarks] == [
        ("agencies/colour", "table_column_unknown"),
        ("agencies/posts/hour", "table_column_unknown"),
        ("stages", "table_column_unknown"),
    ]
    assert 'did you mean "hours"' in batch.remarks[1].message and 'did you mean "stage"' in batch.remarks[2].message
    twice = pyarrow.Table.from_arrays([pyarrow.array([9]), pyarrow.array([9]), pyarrow.array([1])], ["staff", "least", "staff"])
    assert rules.assess_table(twice, AS_OF)["A-3"] == ["unknown"]
    assert [note.code for note in rules.assess_table(twice, AS_OF).report(0).plan.notes] == ["P602"]


def test_polars_needs_no_pyarrow_and_keeps_its_texts(rules):
    frame = polars.DataFrame({"name": ["port", "a name of more than twelve bytes"], "stage": ["approved", "begun"], "open": [True, None]})
    frame = frame.with_columns(polars.col("stage").cast(polars.Categorical))
    batch = rules.assess_table(frame, AS_OF)
    assert batch["A-1"] == ["not_met", "met"] and batch["A-2"] == ["met", "unknown"]
    assert batch.to_polars()["A-2"].to_list() == ["met", "unknown"]


def test_evidence_and_judgements_as_text_struct_or_map(rules):
    forms = [
        pyarrow.array(['{"staff": {"none": true}}', "{broken", None]),
        pyarrow.array([{"staff": {"none": True}}, {"staff": {"none": None}}, None]),
        pyarrow.array([[("staff", {"none": True})], [], None], pyarrow.map_(pyarrow.string(), pyarrow.struct([("none", pyarrow.bool_())]))),
    ]
    for form in forms:
        batch = rules.assess_table(pyarrow.table({"evidence": form}), AS_OF)
        assert batch["A-3"] == ["not_met", "unknown", "unknown"], form.type
    assert [note.code for note in rules.assess_table(pyarrow.table({"evidence": forms[0]}), AS_OF).report(1).plan.notes] == ["P201"]


def test_a_table_that_cannot_be_read(rules):
    class Stream:
        def __init__(self, stream):
            self.stream = stream

        def __arrow_c_stream__(self, requested_schema=None):
            return self.stream.__arrow_c_stream__(requested_schema)

        def iter_rows(self):
            return []

        columns = ()

    def failing():
        yield pyarrow.record_batch({"staff": [1]})
        raise ValueError("the disk is gone")

    reader = pyarrow.RecordBatchReader.from_batches(pyarrow.schema([("staff", pyarrow.int64())]), failing())
    with pytest.raises(brecha.PlanError, match="the disk is gone") as failure:
        rules.assess_table(Stream(reader), AS_OF)
    assert failure.value.diagnostics[0].code == "P601"
    with pytest.raises(brecha.PlanError, match="it has no columns"):
        rules.assess_table(Stream(pyarrow.chunked_array([[1, 2]])), AS_OF)
    for table in (7, {"staff": [1]}, polars.Series([1]), "plans.csv"):
        with pytest.raises(TypeError):
            rules.assess_table(table, AS_OF)


def test_a_data_frame_of_pandas_with_what_it_brings_along(rules):
    indexed = pandas.DataFrame({"staff": [3, 2], "least": [2.0, float("nan")]}, index=["x", "y"])
    batch = rules.assess_table(indexed, AS_OF)
    assert batch.remarks == () and batch["A-3"] == ["met", "not_met"]
    with pytest.raises(brecha.PlanError, match=r'column "staff" are of several types \(Could not convert .many.'):
        rules.assess_table(pandas.DataFrame({"name": ["a", "b"], "staff": [1, "many"]}), AS_OF)


@pytest.mark.parametrize(
    ("column", "values", "said"),
    [
        ("staff", ["3", "4"], "the column has texts, and a whole number belongs there: none of its values counts"),
        ("name", [3, 4], "the column has numbers, and a text belongs there: none of its values counts"),
        ("open", [1, 0], "the column has numbers, and yes or no belongs there: none of its values counts"),
        ("approved_on", [20240517, 20240518], "the column has numbers, and a date belongs there: none of its values counts"),
        ("tags", ["fire", "flood"], "the column has texts, and a list belongs there: none of its values counts"),
        ("notes", [["1"], ["2"]], "the lists of the column have texts, and of each element a whole number belongs there: none of them counts"),
        ("office", ["here", "there"], "the column has texts, and an object (Office) belongs there: none of its values counts"),
        ("agencies", [["port"], ["club"]], "the lists of the column have texts, and of each element an object (Agency) belongs there: none of them counts"),
        ("stage", [[1], [2]], "the column has lists, and a value of Plan.stage belongs there: none of its values counts"),
    ],
)  # fmt: skip
def test_a_column_that_no_field_of_its_kind_takes_is_told_once(rules, column, values, said):
    batch = rules.assess_table(pyarrow.table({column: values}), AS_OF)
    assert [(remark.cell, remark.message) for remark in batch.remarks] == [(column, said)]
    assert pickle.loads(pickle.dumps(batch.remarks[0])).message == said
    assert {remark.in_language(language) for remark in batch.remarks for language in ("es", "pt", "fr")}.isdisjoint({said})
    assert [note.code for note in batch.report(1).plan.notes] == ["P201"]


def test_columns_that_may_fit_are_not_told(rules):
    """Texts where dates, durations, yes and no, percentages or keys belong; objects where bounds do; nothing at all."""
    columns = {
        "approved_on": ["2024-05-17"], "lasts": ["3 hours"], "open": ["yes"], "share": ["30%"], "lead": [7], "staff": [{"from": 3, "to": 4}],
        "area": pyarrow.array([None]), "tags": pyarrow.array([None]), "notes": pyarrow.array([[None]]), "agencies": pyarrow.array([[]]),
    }  # fmt: skip
    assert rules.assess_table(pyarrow.table(columns), AS_OF).remarks == ()


def test_lists_of_nobody_and_no_rows(rules):
    posts = pyarrow.list_(pyarrow.struct([("id", pyarrow.string()), ("hours", pyarrow.int32())]))
    agencies = pyarrow.list_(pyarrow.struct([("id", pyarrow.string()), ("posts", posts)]))
    events = pyarrow.list_(pyarrow.struct([("id", pyarrow.string()), ("held_on", pyarrow.date32())]))
    schema = pyarrow.schema([("agencies", agencies), ("events", events), ("tags", pyarrow.list_(pyarrow.string()))])
    for rows in ([], [{"agencies": [], "events": [], "tags": []}], [{}], [{"agencies": [{"id": "port", "posts": []}]}]):
        for read in (None, "whole", "part"):
            batch = rules.assess_table(pyarrow.Table.from_pylist(rows, schema), AS_OF, read=read)
            assert [tuple(row)[1:] for row in batch] == [tuple(row)[1:] for row in rules.verdicts(rows, AS_OF, read=read)]


@pytest.mark.parametrize("kind", [pyarrow.int8(), pyarrow.int32(), pyarrow.int64(), pyarrow.float64()])
def test_many_rows_in_chunks_that_begin_anywhere(kind):
    """More rows than go through together, bits that begin within a byte, rows that are read by themselves, and names."""
    many = brecha.compile(
        """vocabulary many 1 { title "Many" entity Plan root { stage one of drafted, approved, printed  count integer } }
        ruleset many_rules 1 { title "Many" uses many 1 source S { title "Made up" standing practice }
        requirement M-1 { title "All" shall source S "x" require plan.count >= 50 gap "no" }
        requirement M-2 { title "Some" shall source S "x" when plan.stage = approved require plan.count >= 20 require plan.count <= 90 gap "no" } }"""
    )
    draw = random.Random(19)
    stages = [draw.choice(["drafted", "approved", "printed", None]) for _ in range(20_123)]
    counts = [draw.choice([None, -1, *range(101)]) for _ in stages]  # a count below zero is told, and not used
    stage = pyarrow.array(stages).dictionary_encode()
    whole = pyarrow.table({"plan": [f"no. {at}" for at in range(len(stages))], "stage": stage, "count": pyarrow.array(counts, kind)})
    table = pyarrow.concat_tables([whole.slice(3, 9_001), whole.slice(9_004, 64), whole.slice(9_068)])

    def verdict(least: int, most: int, count: int | None) -> str:
        if count is None or count < 0:
            return "unknown"
        failing = [count < least, count > most]
        return "met" if not any(failing) else "not_met" if least == 50 else "partly_met"

    found = many.assess_table(table, AS_OF)
    assert found["plan"][::997] == [f"no. {at}" for at in range(3, len(stages))][::997]
    assert found["M-1"] == [verdict(50, 100, count) for count in counts[3:]]
    of_stage = {"approved": lambda count: verdict(20, 90, count), None: lambda _: "unknown"}
    asked = [of_stage.get(one, lambda _: "not_applicable")(count) for one, count in zip(stages[3:], counts[3:], strict=True)]
    assert found["M-2"] == asked
    assert pyarrow.table(found)["M-2"].to_pylist() == asked
