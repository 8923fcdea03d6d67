"""Every notebook in examples/notebooks runs from first cell to last, and shows what it promises."""

import re
import shutil
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NOTEBOOKS = sorted((EXAMPLES / "notebooks").glob("*.ipynb"))


def test_there_are_notebooks():
    assert {notebook.stem for notebook in NOTEBOOKS} >= {"analyst", "analysts_day", "port_survey", "rule_author"}


def test_the_list_of_examples_has_every_notebook():
    listed = re.findall(r"\]\((notebooks/\w+\.ipynb)\)", (EXAMPLES / "README.md").read_text(encoding="utf-8"))
    assert sorted(listed) == [notebook.relative_to(EXAMPLES).as_posix() for notebook in NOTEBOOKS]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    shutil.copytree(EXAMPLES / "documents", tmp_path / "documents")  # beside the folder of notebooks, as in examples
    (tmp_path / "notebooks").mkdir()
    nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(tmp_path / "notebooks")}}
    ).execute()
    if path.stem == "analysts_day":
        the_manual_has_its_figures([output for cell in notebook.cells for output in cell.get("outputs", [])])
    pictures = [output for cell in notebook.cells for output in cell.get("outputs", []) if "text/html" in output.get("data", {})]
    assert pictures, "no cell shows a picture"


def the_manual_has_its_figures(outputs):
    """How much was taken in the analyst's day and what it let be judged, as docs/documents.md says."""
    shown = "\n".join(output.get("text") or str(output.get("data", {}).get("text/plain", "")) for output in outputs)
    manual = " ".join((EXAMPLES.parent / "docs" / "documents.md").read_text(encoding="utf-8").split())
    told = re.search(
        r"(\d+) passages taken and (\d+) places searched in vain, (\d+) decisions of a person in all, let (\d+ of \d+) requirements", manual
    )
    taken, in_vain, decisions, judged = told.groups()
    assert f"{int(taken) - 1} passages accepted" in shown  # and one that free words found
    assert int(taken) + int(in_vain) == int(decisions) and f"{judged} requirements judged" in shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells)
