"""A few of the damaged rulesets and plans that tests/fuzz/mutate.py makes by the thousand."""

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "fuzz" / "mutate.py"


def test_damaged_rulesets_and_plans_get_a_report_or_a_message():
    done = subprocess.run([sys.executable, str(SCRIPT), "--count", "20", "--seed", "1"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    counts = re.findall(r"(\d+) answered, (\d+) refused, 0 failed", done.stdout)
    assert len(counts) == 2
    assert all(int(answered) > 0 and int(refused) > 0 for answered, refused in counts)


def test_a_trial_that_ends_its_process_is_named_and_the_others_go_on(tmp_path, monkeypatch):
    dying = tmp_path / "dying.py"
    dying.write_text(
        "import json, os, sys\n"
        "first, count = map(int, sys.argv[3:5])\n"
        "for number in range(first, first + count):\n"
        "    print(number, flush=True)\n"
        "    if number == 3:\n"
        "        os.abort()\n"
        "print(json.dumps({'answered': count, 'refused': 0}))\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    import mutate

    monkeypatch.setattr(mutate, "__file__", str(dying))
    counts, ((number, why),) = mutate.failures_of("plan", 0, 6, 1)
    assert (number, counts["answered"]) == (3, 2) and why.startswith("status -6")
