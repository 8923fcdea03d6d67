"""The shipped rulesets and sample plans, damaged: python tests/fuzz/mutate.py [--count 20000] [--seed 0] [--jobs 2]

Pieces are cut out, doubled, swapped or replaced, and the command `brecha` is run on what comes out: `check` and `assess` on a
ruleset, `assess` on a plan. Each must end with a report or with a message, and its exit status must say which. A batch runs in a
process of its own, so that a crash names its input.
Ends with 0 where all did; else prints the first inputs that did not, writes them to build/mutated/, and ends with 1.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BATCH = 250
SECONDS = 600  # of one batch
PIECES = ["{", "}", "[", "]", '"', ",", ":", "\\", "null", "true", "1e400", "-0", "-1", "0.1e1", '"2024-02-30"', '"\\ud800"', "\u0301", "\x00",
          "evidence", "read", "(", ")", "=", "where", "every", "no", "é", "\U0001f600", '""', "{}", "[]", "NaN", "\n", "#", " in ", "require",
          "99999999999999999999", "not ", "((((", "extends", "uses", "let x = ", "if ", "9999-12-31", "\x1b", "%", "/ 0", "* 99999999"]  # fmt: skip


def damaged(text: str, rng: random.Random) -> str:
    for _ in range(rng.choice([1, 1, 2, 5])):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.choice([0, 1, 1, 3, 20, 200]))
        piece = rng.choice(["", rng.choice(PIECES), text[start:end] * 2, text[rng.randrange(len(text) + 1) :][: rng.randint(1, 60)]])
        text = text[:start] + piece + text[end:]
    return text


def sources() -> list[tuple[Path, list[Path], list[Path]]]:
    """Each shipped ruleset's folder with its .brecha files and its plans in JSON."""
    folders = [path for path in sorted((ROOT / "rulesets").iterdir()) if (path / "rules.brecha").exists()]
    return [(path, sorted(path.rglob("*.brecha")), sorted((path / "plans").glob("*.json"))) for path in folders]


def mutant(kind: str, number: int, seed: int) -> tuple[Path, list[tuple[str, str]]]:
    """The texts of one trial: of a ruleset all its files, one of them damaged; of a plan its text."""
    rng = random.Random(f"{kind} {seed} {number}")
    folder, files, plans = rng.choice(sources())
    if kind == "plan":
        plan = rng.choice(plans)
        return folder, [(plan.name, damaged(plan.read_text(encoding="utf-8"), rng))]
    chosen = rng.choice(files)
    texts = [(path.name, path.read_text(encoding="utf-8")) for path in files]
    return folder, [(name, damaged(text, rng) if name == chosen.name else text) for name, text in texts]


def run(*arguments: str) -> tuple[int, str]:
    """The command `brecha`, in this process: its exit status and what it wrote."""
    from brecha.command_line import main as brecha

    written, trouble = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(written), contextlib.redirect_stderr(trouble):
        try:
            status = brecha(list(arguments))
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 2
    assert "Traceback" not in trouble.getvalue(), trouble.getvalue()
    assert status == 0 or written.getvalue() or trouble.getvalue(), f"status {status} without a word"
    return int(status or 0), written.getvalue()


def try_one(kind: str, folder: Path, texts: list[tuple[str, str]], scratch: Path) -> str:
    """What came of it: "answered" or "refused". Anything else is an error and is raised."""
    for path in scratch.iterdir():
        path.unlink()
    for name, text in texts:
        (scratch / name).write_text(text, encoding="utf-8", errors="surrogatepass", newline="")
    if kind == "ruleset":
        (scratch / "plan.json").write_text("{}", encoding="utf-8")
        checked, _ = run("check", str(scratch))
        rules, plan = scratch, scratch / "plan.json"
        assert checked in (0, 2), f"check ended with {checked}"
    else:
        rules, plan = folder, scratch / texts[0][0]
    status, written = run("assess", str(rules), str(plan), "--as-of", "2026-01-15", "--format", "json")
    if kind == "ruleset":
        assert status != 3 and (status == 2) == (checked == 2), f"check ended with {checked}, assess with {status}"
    if status in (0, 1):
        report = json.loads(written)
        gaps = report["summary"]["gaps"]
        assert (gaps > 0) == (status == 1), f"status {status} with {gaps} gaps"
        return "answered"
    assert status in (2, 3), f"status {status}"
    return "refused"


def run_batch(kind: str, first: int, count: int, seed: int) -> None:
    """In a process of its own: a line before each trial, so that whoever reads knows which one ended the process."""
    counts = {"answered": 0, "refused": 0}
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(first, first + count):
            print(number, flush=True)
            counts[try_one(kind, *mutant(kind, number, seed), Path(scratch))] += 1
    print(json.dumps(counts), flush=True)


def failures_of(kind: str, first: int, count: int, seed: int) -> tuple[dict, list[tuple[int, str]]]:
    """Runs trials in batches; a batch that ends early names its trial and goes on behind it."""
    counts, failed = {"answered": 0, "refused": 0}, []
    end = first + count
    while first < end:
        command = [sys.executable, __file__, "--batch", kind, str(first), str(end - first), "--seed", str(seed)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=SECONDS, check=False)
            status, out, trouble = done.returncode, done.stdout, done.stderr
        except subprocess.TimeoutExpired as late:
            status, out, trouble = -1, (late.stdout or b"").decode(), f"not done within {SECONDS} seconds"
        lines = out.split("\n")
        if status == 0:
            for key, value in json.loads(lines[-2]).items():
                counts[key] += value
            break
        last = next(int(line) for line in reversed(lines) if line.isdigit())
        failed.append((last, f"status {status}: {trouble.strip()[-800:]}"))
        first = last + 1
    return counts, failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=20_000, help="rulesets, and as many plans")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--kind", choices=["ruleset", "plan"], help="only these")
    parser.add_argument("--batch", nargs=3, metavar=("KIND", "FIRST", "COUNT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.batch:
        run_batch(options.batch[0], int(options.batch[1]), int(options.batch[2]), options.seed)
        return 0
    status = 0
    for kind in [options.kind] if options.kind else ["ruleset", "plan"]:
        starts = range(0, options.count, BATCH)
        with ThreadPoolExecutor(options.jobs) as pool:
            batches = [pool.submit(failures_of, kind, at, min(BATCH, options.count - at), options.seed) for at in starts]
        results = [batch.result() for batch in batches]
        counts = {key: sum(one[key] for one, _ in results) for key in ("answered", "refused")}
        failed = [failure for _, found in results for failure in found]
        print(f"{kind}: {counts['answered']} answered, {counts['refused']} refused, {len(failed)} failed")
        for number, why in failed[:10]:
            target = ROOT / "build" / "mutated" / f"{kind}-{options.seed}-{number}"
            target.mkdir(parents=True, exist_ok=True)
            for name, text in mutant(kind, number, options.seed)[1]:
                (target / name).write_text(text, encoding="utf-8", errors="surrogatepass")
            print(f"  {target.relative_to(ROOT)}: {why}")
        status = status or bool(failed)
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
