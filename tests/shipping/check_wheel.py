"""What is wrong with a wheel before it goes out, if anything:  python tests/shipping/check_wheel.py dist/*.whl"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from elftools.elf.elffile import ELFFile

ROOT = Path(__file__).resolve().parents[2]
GREATEST_SIZE = 5_000_000  # bytes
# Folders of the machine that made it, but for those that every machine has. Code has paths where a header names itself.
FOLDERS = [ROOT, Path.home(), Path(sys.prefix), Path(sys.base_prefix)]
MACHINE = [os.fsencode(folder) for folder in FOLDERS if len(folder.parts) > 2 and not folder.is_relative_to("/usr")]


def package_files() -> dict[str, bytes]:
    """The Python files and shipped rulesets of this tree, by their names in a wheel."""
    files = {}
    for folder, inside in ((ROOT / "python" / "brecha", "brecha"), (ROOT / "rulesets", "brecha/rulesets")):
        for path in folder.rglob("*"):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and "__pycache__" not in name and not re.match(r"_core.*\.so$|rulesets/", name):
                files[f"{inside}/{name}"] = path.read_bytes()
    return files


def faults_of_module(content: bytes) -> Iterator[str]:
    """Of the compiled module: it is stripped, and needs no processor that the wheel's tag does not promise."""
    elf = ELFFile(BytesIO(content))
    sections = {section.name for section in elf.iter_sections()}
    for name in sorted(section for section in sections if section == ".symtab" or section.startswith(".debug")):
        yield f"the module has a section {name}: it was not stripped"
    if elf.get_machine_arch() == "x64":
        with tempfile.NamedTemporaryFile(suffix=".so") as file:
            file.write(content)
            file.flush()
            listing = subprocess.run(["objdump", "-d", "--no-show-raw-insn", file.name], capture_output=True, text=True, check=True).stdout
        for section in re.split(r"(?m)^Disassembly of section ", listing)[1:]:
            name, _, code = section.partition(":")
            # What stands in brecha_wide is called where the processor was asked (engine/registers/many_rows.cpp).
            if name != "brecha_wide" and (wide := sorted(set(re.findall(r"%[yz]mm\d+", code)))):
                yield f"the module uses registers that not every x86-64 has, in {name}: {', '.join(wide[:3])}"


def faults(wheel: Path) -> Iterator[str]:
    if not re.search(r"-manylinux_\d+_\d+_\w+\.whl$", wheel.name):
        yield "its name has no manylinux tag: auditwheel repair has not seen it"
    if wheel.stat().st_size > GREATEST_SIZE:
        yield f"{wheel.stat().st_size:,} bytes; {GREATEST_SIZE:,} are allowed"
    with zipfile.ZipFile(wheel) as archive:
        members = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    modules = [name for name in members if re.fullmatch(r"brecha/_core\.[\w-]+\.so", name)]
    if len(modules) != 1:
        yield f"there is one compiled module in a wheel, not {len(modules)}: {modules}"
    for name in modules:
        yield from faults_of_module(members[name])
    meant = package_files()
    inside = {name: content for name, content in members.items() if ".dist-info/" not in name and name not in modules}
    for name in sorted(meant.keys() - inside.keys()):
        yield f"{name} is not in it"
    for name in sorted(inside.keys() - meant.keys()):
        yield f"{name} is no file of the package"
    for name in sorted(name for name in meant.keys() & inside.keys() if meant[name] != inside[name]):
        yield f"{name} is another one in the tree"
    for name, content in members.items():
        for folder in MACHINE:
            if folder in content:
                yield f"{name} names a folder of this machine: {os.fsdecode(folder)}"


def main(wheels: list[str]) -> int:
    status = 0
    for wheel in map(Path, wheels):
        print(f"{wheel}  {wheel.stat().st_size / 1e6:.1f} MB")
        for fault in faults(wheel):
            print(f"  {fault}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
