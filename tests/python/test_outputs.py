"""Files are written whole or not at all, in the format that their name says; whatever fails says which file, and never ends with 1."""

import errno
import os
import stat
import subprocess
import sys

import pytest

import brecha
from brecha import files
from brecha.files import write_file

AS_OF = ("--as-of", "2026-01-15")


# --- whole or not at all --------------------------------------------------------------------------------


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_file(path, "new ñ")
    assert path.read_text(encoding="utf-8") == "new ñ"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["x.txt"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_file(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8") == "new"


def test_a_full_disk_leaves_what_was_there(tmp_path, monkeypatch):
    path = tmp_path / "x.txt"
    path.write_text("old", encoding="utf-8")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(brecha.BrechaError, match=r"x\.txt was not written: the disk is full"):
        write_file(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["x.txt"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none/x.json", "there is no such folder"), ("folder", "it is a folder"), ("file.txt/x.json", "there is no such folder"),
        ("x" * 300 + ".json", "its name is too long"),
    ],
)  # fmt: skip
def test_every_output_names_the_file_and_the_reason(small_report, tmp_path, path, reason):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("old", encoding="utf-8")
    target = tmp_path / path
    several = small_report.ruleset.assess_all([{}], "2026-01-15")
    for write in (
        small_report.to_json,
        small_report.to_html,
        small_report.to_excel,
        small_report.findings.to_csv,
        several.to_json,
        several.to_excel,
    ):
        with pytest.raises(brecha.BrechaError) as caught:
            write(target)
        assert reason in str(caught.value) and target.name[:200] in str(caught.value)
        assert reason not in caught.value.in_language("es") and target.name[:200] in caught.value.in_language("es")
    assert sorted(os.listdir(tmp_path)) == ["file.txt", "folder"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission(small_report, tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(brecha.BrechaError, match="there is no permission"):
            small_report.to_json(tmp_path / "x.json")
    finally:
        tmp_path.chmod(0o700)


def test_a_device_is_written_to(small_report):
    small_report.to_json("/dev/null")
    with pytest.raises(brecha.BrechaError, match="/dev/full was not written: the disk is full"):
        small_report.to_json("/dev/full")


# --- the command ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("a.xlsx", b"PK"),
        ("a.XLSX", b"PK"),
        ("a.html", b"<!DOCTYPE"),
        ("a.htm", b"<!DOCTYPE"),
        ("a.csv", b"assess"),
        ("a.json", b"{"),
        ("a.md", b"# "),
        ("a.docx", b"PK"),
        ("a.sarif", b'{\n  "$schema"'),
        ("a.xml", b"<?xml"),
        ("a.parquet", b"PAR1"),
    ],
)
def test_the_ending_says_the_format(brecha_command, small_folder, plan_file, tmp_path, name, start):
    pytest.importorskip("xlsxwriter")
    status, out, err = brecha_command("assess", small_folder, plan_file, "--output", tmp_path / name, *AS_OF)
    assert (status, out) == (1, "") and f"written: {tmp_path / name}" in err
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--output", "a.pdf"], "endings: .txt, .json, .csv, .html, .htm, .xlsx, .md, .docx, .sarif, .xml, .parquet"), (["--output", "a"], "the ending of a says no format"),
        (["--output", "a.csv", "--format", "json"], "a.csv ends in .csv, which is csv, and --format says json"),
        (["--output", "a.txt", "--format", "xlsx"], "a.txt ends in .txt"), (["--format", "xlsx"], "--output FILE.xlsx"),
        (["--output", "none/a.json"], "none/a.json was not written: there is no such folder"),
    ],
)  # fmt: skip
def test_an_output_that_cannot_be_is_refused(brecha_command, small_folder, plan_file, tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    before = sorted(os.listdir(tmp_path))
    status, out, err = brecha_command("assess", small_folder, plan_file, *arguments)
    assert (status, out) == (2, "") and message in err
    assert sorted(os.listdir(tmp_path)) == before


def test_a_format_may_go_to_a_name_without_a_known_ending(brecha_command, small_folder, plan_file, tmp_path):
    assert brecha_command("assess", small_folder, plan_file, "--format", "json", "--output", tmp_path / "report", *AS_OF)[0] == 1
    assert (tmp_path / "report").read_bytes().startswith(b"{")


def test_an_input_is_never_written_over(brecha_command, small_folder, plan_file, tmp_path):
    folder = tmp_path / "rules"
    folder.mkdir()
    for file in small_folder.glob("*.brecha"):
        (folder / file.name).write_bytes(file.read_bytes())
    (folder / "need.csv").write_text("place,need\na,1\n", encoding="utf-8")
    rules = folder / "rules.brecha"
    rules.write_text(rules.read_text(encoding="utf-8") + '# a table would say  from "need.csv"\n', encoding="utf-8")
    (tmp_path / "link.json").symlink_to(plan_file)
    os.link(plan_file, tmp_path / "same.json")
    for output in (plan_file, tmp_path / "link.json", tmp_path / "same.json", rules, folder / "need.csv"):
        before = output.read_bytes()
        status, _, err = brecha_command("assess", folder, plan_file, "--output", output, "--format", "text" if output.suffix == ".brecha" else "json" if output.suffix == ".json" else "csv")  # fmt: skip
        assert status == 2 and "is read by this command" in err, output
        assert output.read_bytes() == before


def test_nothing_is_written_where_nothing_was_assessed(brecha_command, small_folder, tmp_path):
    (tmp_path / "broken.json").write_text("{ nothing", encoding="utf-8")
    for name in ("a.json", "a.csv", "a.html", "a.xlsx", "a.txt"):
        (tmp_path / name).write_text("old", encoding="utf-8")
        status, out, err = brecha_command("assess", small_folder, tmp_path / "broken.json", "--output", tmp_path / name)
        assert (status, out) == (3, "") and "was not written" in err
        assert (tmp_path / name).read_text(encoding="utf-8") == "old"
    status, _, err = brecha_command("assess", small_folder, tmp_path / "broken.json", "--output", tmp_path / "new.json", "--language", "pt")
    assert status == 3 and "nenhum plano pôde ser avaliado" in err and not (tmp_path / "new.json").exists()


def test_fmt_leaves_no_half_file(brecha_command, tmp_path, monkeypatch):
    path = tmp_path / "v.brecha"
    path.write_text("vocabulary v 1 {   entity Plan root { a text } }", encoding="utf-8")
    before = path.read_bytes()

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    status, _, err = brecha_command("fmt", path)
    assert status == 2 and "v.brecha was not written: the disk is full" in err
    assert path.read_bytes() == before and os.listdir(tmp_path) == ["v.brecha"]


# --- what it ends with ----------------------------------------------------------------------------------


def run(*arguments, stdout=subprocess.PIPE):
    return subprocess.run([sys.executable, "-m", "brecha", *map(str, arguments)], stdout=stdout, stderr=subprocess.PIPE, check=False)


@pytest.mark.parametrize(
    "arguments", [["rules"], ["rules", "tourism_security", "--fields"], ["explain"], ["plan", "tourism_security"], ["--version"]]
)
def test_a_full_disk_behind_stdout_ends_with_two(arguments):
    with open("/dev/full", "w") as full:
        ran = run(*arguments, stdout=full)
    assert ran.returncode == 2, ran.stderr
    assert b"the output could not be written: the disk is full" in ran.stderr and b"Traceback" not in ran.stderr


@pytest.mark.parametrize(
    "arguments", [["rules"], ["rules", "tourism_security"], ["check", "tourism_security", "--sources"], ["plan", "tourism_security"]]
)
def test_a_closed_pipe_is_quiet(arguments):
    process = subprocess.Popen([sys.executable, "-m", "brecha", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() in (0, 141)


def test_what_nobody_thought_of_is_one_line_and_ends_with_two(brecha_command, small_folder, plan_file, monkeypatch):
    def broken(*arguments, **named):
        raise RuntimeError("the sky fell")

    monkeypatch.setattr("brecha.ruleset.Ruleset.assess_all", broken)
    status, out, err = brecha_command("assess", small_folder, plan_file)
    assert (status, out) == (2, "")
    assert "RuntimeError: the sky fell" in err and plan_file.name in err and "Traceback" not in err
    for kind, status in ((MemoryError, 2), (RecursionError, 2), (KeyboardInterrupt, 130)):
        monkeypatch.setattr("brecha.ruleset.Ruleset.assess_all", lambda *_, kind=kind, **__: (_ for _ in ()).throw(kind()))
        assert brecha_command("assess", small_folder, plan_file)[0] == status


@pytest.mark.parametrize("command", ["check", "fmt", "test", "rules", "plan"])
def test_a_file_that_cannot_be_read_ends_with_two(brecha_command, tmp_path, command):
    (tmp_path / "x.brecha").mkdir()
    (tmp_path / "loop.brecha").symlink_to("loop.brecha")
    for path in (tmp_path / "x.brecha", tmp_path / "loop.brecha", "/dev/null", tmp_path / "none.brecha"):
        status, _, err = brecha_command(command, path)
        assert status in (0, 2) and "Traceback" not in err and "should not have" not in err


def test_links_and_pipes_in_a_folder_are_not_read(brecha_command, tmp_path):
    folder, outside = tmp_path / "rules", tmp_path / "outside.brecha"
    folder.mkdir()
    outside.write_text("vocabulary   v 1 { entity Plan root { a text } }", encoding="utf-8")
    before = outside.read_bytes()
    (folder / "v.brecha").write_text("vocabulary w 1 { entity Plan root { a text } }", encoding="utf-8")
    (folder / "link.brecha").symlink_to(outside)
    os.mkfifo(folder / "pipe.brecha")
    assert brecha_command("fmt", folder)[0] == 0
    assert outside.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "fmt", "test"])
def test_a_device_or_a_pipe_is_no_ruleset(brecha_command, tmp_path, command):
    os.mkfifo(tmp_path / "pipe.brecha")
    for path in ("/dev/zero", tmp_path / "pipe.brecha"):
        status, out, err = brecha_command(command, path)
        assert (status, out) == (2, "") and "neither a file nor a folder" in err


def test_no_more_is_read_than_a_plan_may_be(brecha_command, small_folder, tmp_path):
    for name in ("endless.json", "endless.yaml"):
        (tmp_path / name).symlink_to("/dev/zero")
        status, out, err = brecha_command("assess", small_folder, tmp_path / name)
        assert (status, out) == (3, "") and "P601" in err and "256 MiB" in err


def test_nothing_is_no_path(brecha_command):
    status, out, err = brecha_command("check", "")
    assert (status, out) == (2, "") and 'no file or folder ""' in err
