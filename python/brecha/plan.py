"""A plan as it was read: which lists it takes as complete, and what it could not use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brecha.arguments import language_of
from brecha.rows import PlanNote
from brecha.tables import Table

if TYPE_CHECKING:
    import os

    from brecha import _core
    from brecha.json_patch import Patch
    from brecha.plan_spellings.spelled_plan import Packed, SpelledPlan
    from brecha.remarks import Remark
    from brecha.ruleset import Ruleset
    from brecha.tables_in.rows import TableLike


class Plan:
    """A plan read for a ruleset; made by `rules.read_plan`. Never changes. Pickled, it is its text, and is read again."""

    __slots__ = ("_core", "_read", "_spelled", "ruleset")

    def __init__(self, core: _core.Plan, spelled: SpelledPlan, ruleset: Ruleset, read: str) -> None:
        self._core = core
        self._spelled = spelled
        self._read = read
        self.ruleset = ruleset

    @property
    def name(self) -> str:
        """The file's name, or the one given to read_plan."""
        return self._core.name

    @property
    def sha256(self) -> str:
        """Hash of the plan's bytes; for a dict or YAML, of its JSON with sorted keys."""
        return self._core.sha256

    @property
    def notes(self) -> Table[PlanNote]:
        """A row for each remark of the reader: unknown fields, values that could not be used, ranges, disputes."""
        return self.notes_in("en")

    def notes_in(self, language: str) -> Table[PlanNote]:
        """The notes in another language."""
        return Table(self._core.notes(language_of(language)), PlanNote)

    @property
    def complete_lists(self) -> dict[str, int]:
        """Lists taken as complete (what is not in them is not there), by place, with their number of elements."""
        return dict(self._core.complete_lists())

    def content(self) -> dict[str, Any]:
        """The plan's own values, as JSON has them."""
        import json

        content = json.loads(self._spelled.json(self.ruleset._core))
        return content if isinstance(content, dict) else {}

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What could not be used of the forms and tables that the plan was filled from: `.file`, `.cell`, `.place`, `.message`."""
        return self._spelled.remarks

    def filled(self, *forms: str | os.PathLike[str]) -> Plan:
        """The plan with the answers of filled forms in it (.xlsx; exports of an XLSForm: .json, .csv); the plan itself stays as it is.

        An answer that nobody contradicts is taken, with who said it, when and where it stands as its evidence. Where respondents
        differ, the place is disputed. What could not be used, and where it stands, is in `.remarks` of the new plan.
        Raises PlanError for a file that is no form of the plan's vocabulary.
        """
        from brecha.arguments import path
        from brecha.plan_spellings.dict_plan import tree_of_dict
        from brecha.plan_spellings.spelled_plan import SpelledPlan
        from brecha.asking.plan_file import content_of
        from brecha.questionnaire import filled_data

        data, remarks = filled_data(self.ruleset, content_of(self), [path(form, "forms") for form in forms])
        return self._of(SpelledPlan(self.name, tree_of_dict(data), (*self.remarks, *remarks)))

    def with_table(self, place: str, table: TableLike) -> Plan:
        """The plan with the rows of a table as elements of one of its lists: `plan.with_table("agencies", "agencies.csv")`.

        table: a CSV or XLSX file, a data frame of pandas or polars, an Arrow table, a list of dicts. Columns are called as the fields
        are, or by their labels; "part/field" is a field of an element's part; a list in one cell has ; between its values.
        An element that the list has by its key gets what the table says, others are added, none goes. What could not be used is in
        `.notes` of the new plan with row and column, and in `.remarks` where it is a whole column.
        Raises PlanError for a file that is no table, BrechaError for a place that is no list of elements.
        """
        from brecha.arguments import text
        from brecha.tables_in.into_list import spelled_with_table

        return self._of(spelled_with_table(self, text(place, "place"), table))

    def patched(self, patch: Patch) -> Plan:
        """The plan with a JSON Patch (RFC 6902: add, remove, replace) made in it, as a repair has one; the plan itself stays as it is.

        Raises BrechaError for a patch that does not fit the plan.
        """
        from brecha.asking.plan_file import content_of
        from brecha.errors import BrechaError
        from brecha.json_patch import patched
        from brecha.plan_spellings.dict_plan import tree_of_dict
        from brecha.plan_spellings.spelled_plan import SpelledPlan
        from brecha.sentences import Sentence

        try:
            data = patched(content_of(self), patch)
        except (LookupError, TypeError, ValueError, AttributeError) as problem:
            raise BrechaError(Sentence("patch_does_not_fit", plan=self.name, reason=str(problem))) from None
        return self._of(SpelledPlan(self.name, tree_of_dict(data), self.remarks))

    def _of(self, spelled: SpelledPlan) -> Plan:
        from brecha.errors import PlanError, rendered

        core, diagnostics = spelled.read(self.ruleset._core, self._read)
        if core is None:
            raise PlanError(rendered(diagnostics), diagnostics)
        return Plan(core, spelled, self.ruleset, self._read)

    def __reduce__(self) -> tuple[object, ...]:
        return _read_again, (self.ruleset, self._spelled.packed(self.ruleset._core), self._read)

    def __repr__(self) -> str:
        from brecha.rich_view.plan import plan_text

        return plan_text(self)

    def _repr_html_(self) -> str:
        from brecha.rich_view.plan import plan_html

        return plan_html(self)


def _read_again(ruleset: Ruleset, packed: Packed, read: str) -> Plan:
    from brecha.errors import PlanError, rendered
    from brecha.plan_spellings.spelled_plan import unpacked

    spelled = unpacked(packed)

    core, diagnostics = spelled.read(ruleset._core, read)
    if core is None:
        raise PlanError(rendered(diagnostics), diagnostics)
    return Plan(core, spelled, ruleset, read)
