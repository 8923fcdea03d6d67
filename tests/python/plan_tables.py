"""The shipped samples as one Arrow table, a plan a row."""

import json

import pyarrow

import brecha


def plans_of(ruleset):
    """The shipped samples without values within bounds, which one Arrow column cannot have beside plain ones."""

    def simple(value):
        if isinstance(value, dict):
            return None if value and set(value) <= {"from", "to"} else {name: simple(one) for name, one in value.items()}
        return [simple(one) for one in value] if isinstance(value, list) else value

    return [simple(json.loads(sample.text)) for sample in brecha.samples() if sample.ruleset == ruleset]


def arrow_of(plans):
    rows = [
        {**plan, "evidence": json.dumps(plan.get("evidence", {})), "judgements": json.dumps(plan.get("judgements", []))} for plan in plans
    ]
    return pyarrow.Table.from_pylist([{name: row.get(name) for name in {name for one in rows for name in one}} for row in rows])
