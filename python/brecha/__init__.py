"""Brecha finds the gaps in a plan.

    import brecha
    rules  = brecha.load("tourism_security")
    report = rules.assess(brecha.sample("dominican-republic"), as_of="2026-01-15")
    report                       # in a notebook: the whole picture
    report.gaps.to_pandas()      # every table as a data frame
    report.questions()           # what to ask next, and what the answers settle

Start at :func:`load`. ``brecha.samples()`` lists plans to try things on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brecha._core import Diagnostic as Diagnostic
    from brecha._core import EntityInfo as EntityInfo
    from brecha._core import FieldInfo as FieldInfo
    from brecha._core import RequirementInfo as RequirementInfo
    from brecha._core import Summary as Summary
    from brecha._core import VocabularyInfo as VocabularyInfo
    from brecha.assessment import Assessment as Assessment
    from brecha.assessment import RequirementResult as RequirementResult
    from brecha.assessments import Assessments as Assessments
    from brecha.comparison import Comparison as Comparison
    from brecha.comparison import compare as compare
    from brecha.errors import AssessmentError as AssessmentError
    from brecha.errors import BrechaError as BrechaError
    from brecha.errors import PlanError as PlanError
    from brecha.errors import RulesetError as RulesetError
    from brecha.errors import UnknownNameError as UnknownNameError
    from brecha.documents.document import Document as Document
    from brecha.documents.document import document as document
    from brecha.limiting import limits as limits
    from brecha.plan import Plan as Plan
    from brecha.portfolios import Portfolio as Portfolio
    from brecha.portfolios import portfolio as portfolio
    from brecha.ruleset import Ruleset as Ruleset
    from brecha.ruleset import compile as compile
    from brecha.ruleset import load as load
    from brecha.ruleset import shipped_rulesets as shipped_rulesets
    from brecha.sample_plans import Sample as Sample
    from brecha.sample_plans import sample as sample
    from brecha.sample_plans import samples as samples
    from brecha.tables import Table as Table
    from brecha.verdicts import Verdicts as Verdicts
    from brecha.verification import Verification as Verification
    from brecha.verification import verify as verify
    from brecha.why import Why as Why

    __version__: str

# Where each public name lives. It is imported when it is first used, so that `import brecha` costs little.
_HOMES = {
    "Assessment": "assessment",
    "AssessmentError": "errors",
    "Assessments": "assessments",
    "BrechaError": "errors",
    "Comparison": "comparison",
    "Diagnostic": "_core",
    "Document": "documents.document",
    "EntityInfo": "_core",
    "FieldInfo": "_core",
    "Plan": "plan",
    "PlanError": "errors",
    "Portfolio": "portfolios",
    "RequirementInfo": "_core",
    "RequirementResult": "assessment",
    "Ruleset": "ruleset",
    "RulesetError": "errors",
    "Sample": "sample_plans",
    "Summary": "_core",
    "Table": "tables",
    "UnknownNameError": "errors",
    "Verdicts": "verdicts",
    "Verification": "verification",
    "VocabularyInfo": "_core",
    "Why": "why",
    "compare": "comparison",
    "limits": "limiting",
    "compile": "ruleset",
    "document": "documents.document",
    "load": "ruleset",
    "portfolio": "portfolios",
    "sample": "sample_plans",
    "samples": "sample_plans",
    "shipped_rulesets": "ruleset",
    "verify": "verification",
}

__all__ = [
    "Assessment",
    "AssessmentError",
    "Assessments",
    "BrechaError",
    "Comparison",
    "Diagnostic",
    "Document",
    "EntityInfo",
    "FieldInfo",
    "Plan",
    "PlanError",
    "Portfolio",
    "RequirementInfo",
    "RequirementResult",
    "Ruleset",
    "RulesetError",
    "Sample",
    "Summary",
    "Table",
    "UnknownNameError",
    "Verdicts",
    "Verification",
    "VocabularyInfo",
    "Why",
    "compare",
    "compile",
    "document",
    "load",
    "portfolio",
    "sample",
    "samples",
    "shipped_rulesets",
    "verify",
]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "__version__":
        return import_module("brecha._core").version()
    if name not in _HOMES:
        raise AttributeError(f"module 'brecha' has no attribute {name!r}")
    value = getattr(import_module(f"brecha.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def load_ipython_extension(ipython: object) -> None:
    """`%load_ext brecha` in a notebook: then a cell that begins with `%%brecha` holds rules."""
    from brecha.cells.magic import register

    register(ipython)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
