"""`Scripts/bench size`: what a program that makes one call comes to, and what it consists of."""

import bisect
import glob
import os
import re
import shutil
import struct
import subprocess
import sys
from dataclasses import dataclass

import building
import measuring

PRODUCT = "AddSessionResource"
EXAMPLES = os.path.join(building.ROOT, "Examples")
SCRATCH = os.path.join(building.ROOT, ".build-bench", "size")

#: Bytes of the stripped program for each operation of the API: a fifth of what Apple's generator gives.
BUDGET = 24_000

#: The modules of this package that the program has in it because it makes a call; SDKTesting is there to play recordings.
OWN = ["Anthropic", "SDKRuntime", "SDKAsyncHTTPClient", "SDKURLSession", "SDKDefaultTransport", "SDKWebhooks"]

#: What sections of a program hold, by how their names begin; the first that fits tells.
KINDS = [
    ("code", (".text", ".plt", ".init", ".fini")),
    ("lists the runtime walks over", ("swift5_protocol", "swift5_type_metadata", "swift5_accessible", "swift5_tests")),
    ("names and types of members, for mirrors", ("swift5_fieldmd", "swift5_reflstr", "swift5_capture", "swift5_builtin")),
    ("types and witnesses by name", ("swift5_", ".swift_modhash")),
    ("unwinding", (".eh_frame", ".gcc_except_table")),
    ("addresses to relocate", (".rela", ".dynsym", ".dynstr", ".gnu.hash", ".gnu.version", ".got", ".dynamic")),
    ("constants", (".rodata",)),
    ("metadata and tables", (".data", ".init_array", ".fini_array")),
]

#: An input section in the map that GNU's linkers write: its name, address, size and file.
_INPUT = re.compile(r"^ (\S+)\s+0x([0-9a-f]+)\s+0x([0-9a-f]+)\s+(\S.*)$", re.MULTILINE)
#: A section that `readelf` lists: its name, address, place in the file and size.
_SECTION = re.compile(r"^ *\[ *\d+\] (\S+) +\S+ +([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)", re.MULTILINE)

#: The encoding of the sorted table in `.eh_frame_hdr` that this script reads: pairs of 32 bits from the section's start.
_FRAME_TABLE = bytes([1, 0x1B, 0x03, 0x3B])

#: Sections that are no part of a stripped program.
_STRIPPED = (".debug", ".comment", ".note", ".swift_ast", ".symtab", ".strtab", ".shstrtab", ".llvm", ".swift1_auto")


def kind_of(section):
    for kind, beginnings in KINDS:
        if section.startswith(beginnings):
            return kind
    return "other"


def operations():
    """How many operations the API has: the methods of its path items."""
    count = 0
    for path in glob.glob(os.path.join(building.ROOT, "Spec", "paths", "**", "*.yaml"), recursive=True):
        with open(path, encoding="utf-8") as file:
            count += len(re.findall(r"^ *(?:get|put|post|delete|patch|options|head|trace|query):$", file.read(), re.M))
    return count


def build(link_map):
    """Builds the program and gives its path. The linker says in `link_map` what it took."""
    command = building.SWIFT + ["build", "--configuration", "release", "--package-path", EXAMPLES]
    command += ["--scratch-path", SCRATCH, "--product", PRODUCT, "-Xlinker", f"-Map={link_map}"]
    run = measuring.run(command)
    if run.status != 0:
        sys.exit(run.output + f"{PRODUCT} does not build")
    place = measuring.run(command + ["--show-bin-path"]).output.strip().splitlines()[-1]
    return os.path.join(place, PRODUCT)


def stripped(program):
    """A copy without symbols and debugging information."""
    copy = program + ".stripped"
    shutil.copyfile(program, copy)
    subprocess.run(["strip", copy], check=True)
    return copy


@dataclass
class Section:
    """A section of a program: where it is in memory, and where in the file."""

    address: int
    place: int
    size: int


def sections(program):
    """The sections of a program that take bytes of the file, by their names."""
    output = subprocess.run(["readelf", "-SW", program], check=True, capture_output=True, text=True).stdout
    found = {name: Section(*(int(number, 16) for number in rest)) for name, *rest in _SECTION.findall(output)}
    return {n: s for n, s in found.items() if not n.startswith(_STRIPPED) and not n.startswith((".bss", ".tbss"))}


def module_of(path):
    """The target whose object file this is, or the library."""
    match = re.search(r"/([^/]+)\.build/", path)
    return match[1] if match else os.path.basename(path).split("(")[0]


class LinkMap:
    """What the linker took, and where it put it."""

    def __init__(self, path):
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
        # A long name has a line of its own. What was thrown away is listed before what was kept.
        kept = text[max(text.find("\nMemory map"), 0) :]
        inputs = _INPUT.findall(re.sub(r"^( \S+)\n +0x", r"\1 0x", kept, flags=re.MULTILINE))
        #: Address, size, module and section of each input.
        self.spans = sorted(
            (int(address, 16), int(size, 16), module_of(path), section)
            for section, address, size, path in inputs
            if not section.startswith(_STRIPPED) and not path.startswith("**") and int(address, 16)
        )
        self.spans = [span for span in self.spans if span[1]]

    def module(self, address):
        """Whose code or data is at an address; None where the linker made it."""
        index = bisect.bisect(self.spans, (address, sys.maxsize)) - 1
        if index < 0 or address >= self.spans[index][0] + self.spans[index][1]:
            return None
        return self.spans[index][2]


def contributions(link_map, program):
    """Bytes by module and section. What the linker makes for a function or an address is counted where that belongs."""
    sizes = {}

    def add(module, section, size):
        if module is not None:
            sizes[module, section] = sizes.get((module, section), 0) + size

    for _, size, module, section in link_map.spans:
        if not section.startswith((".bss", ".tbss", ".eh_frame")):
            add(module, section, size)
    with open(program, "rb") as file:
        data = file.read()
    found = sections(program)
    for code, size in frames(data, found):
        add(link_map.module(code), ".eh_frame", size)
    relocations = found.get(".rela.dyn")
    if relocations:
        entries = data[relocations.place : relocations.place + relocations.size // 24 * 24]
        for address, _, _ in struct.iter_unpack("<QQq", entries):
            add(link_map.module(address), ".rela.dyn", 24)
    return sizes


def frames(data, found):
    """For each function, its address and the bytes by which it is unwound, the entry of the sorted table among them."""
    table, entries = found.get(".eh_frame_hdr"), found.get(".eh_frame")
    if not table or not entries or data[table.place : table.place + 4] != _FRAME_TABLE:
        return []
    start = table.place + 12
    count = struct.unpack_from("<I", data, table.place + 8)[0]
    pairs = struct.iter_unpack("<ii", data[start : start + 8 * count])
    functions = sorted((table.address + frame, table.address + code) for code, frame in pairs)
    ends = [frame for frame, _ in functions[1:]] + [entries.address + entries.size]
    return [(code, end - frame + 8) for (frame, code), end in zip(functions, ends)]


def print_parts(title, sizes, total, rest):
    rows = [[title, "size", "part"]]
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        if size * 200 >= total:
            rows.append([name, f"{size / 1e6:.2f} MB", f"{size / total:.0%}"])
    shown = sum(size for size in sizes.values() if size * 200 >= total)
    rows.append([rest, f"{(total - shown) / 1e6:.2f} MB", f"{(total - shown) / total:.0%}"])
    print("\n".join(measuring.table(rows, numeric=[1, 2])) + "\n")


def run(options):
    building.progress(f"building {PRODUCT}")
    os.makedirs(SCRATCH, exist_ok=True)
    link_map = os.path.join(SCRATCH, "link.map")
    program = build(link_map)
    total = os.path.getsize(stripped(program))
    count = operations()
    verdict = "met" if total <= BUDGET * count else "MISSED"
    print(f"{PRODUCT}, stripped: {total / 1e6:.2f} MB, {total / count / 1e3:.0f} KB for each of {count} operations")
    print(f"Budget: {BUDGET / 1e3:.0f} KB: {verdict}\n")

    kinds = {}
    for name, section in sections(program).items():
        kinds[kind_of(name)] = kinds.get(kind_of(name), 0) + section.size
    print_parts("sections", kinds, total, "the rest")

    modules = {}
    parts = {}
    for (module, section), size in contributions(LinkMap(link_map), program).items():
        modules[module] = modules.get(module, 0) + size
        if module == options.module:
            parts[kind_of(section)] = parts.get(kind_of(section), 0) + size
    if not modules:
        print(f"{os.path.relpath(link_map, building.ROOT)} is of a linker whose map this script does not read.")
        return 0
    own = sum(modules.get(module, 0) for module in OWN)
    print(f"Of this package: {own / 1e6:.2f} MB, {own / count / 1e3:.0f} KB for each operation\n")
    print_parts("modules", modules, total, "smaller ones, and what the linker makes")
    if parts:
        print_parts(options.module, parts, sum(parts.values()), "the rest")
    return 0
