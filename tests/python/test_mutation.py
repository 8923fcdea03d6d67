"""A few of the damaged rulesets and plans that tests/fuzz/mutate.py makes by the thousand."""

import re
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "fuzz" / "mutate.py"


def test_damaged_rulesets_and_plans_get_a_report_or_a_message():
    done = subprocess.run([sys.executable, str(SCRIPT), "--count", "60", "--seed", "1"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    counts = re.findall(r"(\d+) answered, (\d+) refused, 0 failed", done.stdout)
    assert len(counts) == 2
    assert all(int(answered) > 0 and int(refused) > 0 for answered, refused in counts)
