"""`Scripts/bench compile`: what compiling generated types costs, against plain Codable twins of them."""

import glob
import os
import re
import shutil
import statistics
import sys

import building
import documents
import measuring
import plotting
import twins

SCRATCH = os.path.join(building.ROOT, ".build-bench")
PLOT = os.path.join(building.ROOT, "Documentation", "compilation.svg")

#: DESIGN 8: the generated types' CPU time over the twins'.
BUDGETS = {"debug": 0.6, "release": 0.4}

#: Flags as SwiftPM has them.
FLAGS = {
    "debug": ["-Onone", "-g", "-enable-batch-mode", "-enable-testing"],
    "release": ["-O", "-g", "-whole-module-optimization", "-num-threads", "2"],
}
COMMON = [
    "-swift-version", "6",
    "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "MemberImportVisibility",
    "-enable-upcoming-feature", "InternalImportsByDefault",
    "-parse-as-library", "-emit-object", "-emit-module", "-suppress-warnings",
]

#: The name of this package's own module among the documents.
OWN = "anthropic"

#: The package manager's name for this package, whose own module uses what is visible in the package only.
PACKAGE = re.sub(r"\W", "_", os.path.basename(building.ROOT).lower())

#: What is compiled of each document: all of the module, its types alone, and the twins of these.
VARIANTS = ["module", "types", "twins"]


class Subject:
    def __init__(self, name, path):
        self.name = name
        self.path = path
        self.folders = {}
        self.files = 0
        self.types = 0
        self.failure = None
        #: By configuration and variant.
        self.runs = {(configuration, variant): [] for configuration in FLAGS for variant in VARIANTS}

    def cpu(self, configuration, variant):
        return statistics.median(run.cpu for run in self.runs[configuration, variant])

    def peak(self, configuration, variant):
        return max(run.peak for run in self.runs[configuration, variant])

    def ratio(self, configuration):
        pairs = zip(self.runs[configuration, "types"], self.runs[configuration, "twins"])
        return statistics.median(types.cpu / twin.cpu for types, twin in pairs)


def prepare(subject, generator):
    """Generates the module, and its variants beside it."""
    folder = os.path.join(SCRATCH, "compile", subject.name)
    shutil.rmtree(folder, ignore_errors=True)
    subject.folders["module"] = generated = os.path.join(folder, "Generated")
    if subject.name == OWN:
        generated = os.path.join(building.ROOT, "Generated", "Anthropic")
        copy_own_module(subject.folders["module"])
    else:
        run = measuring.run(
            [generator, "generate", "--document", subject.path, "--module", "Generated", "--client", "GeneratedClient"]
            + ["--output", folder]
        )
        if run.status != 0:
            subject.failure = run.output.strip().splitlines()[-1]
            return
    for variant in ("types", "twins"):
        subject.folders[variant] = os.path.join(folder, variant)
        os.makedirs(subject.folders[variant])
        try:
            subject.types = twins.write_types(generated, subject.folders[variant], variant == "twins")
        except twins.TwinError as error:
            subject.failure = str(error)
            return
    subject.files = len(os.listdir(subject.folders["twins"]))


def copy_own_module(target):
    """Copies the module Anthropic, what is written by hand among it, but not what needs swift-crypto: that would have to
    be built, with a library in C, to compile one file."""
    source = os.path.join(building.ROOT, "Sources", "Anthropic")
    for path in glob.glob(os.path.join(source, "**", "*.swift"), recursive=True):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if "import SDKWebhooks" not in text:
            copy = os.path.join(target, os.path.relpath(path, source))
            os.makedirs(os.path.dirname(copy), exist_ok=True)
            building.write(copy, text)


def compile_once(subject, configuration, variant, modules):
    """Compiles a variant with the compiler itself: no package manager, whose own time would count."""
    objects = os.path.join(SCRATCH, "objects")
    shutil.rmtree(objects, ignore_errors=True)
    os.makedirs(objects)
    sources = sorted(glob.glob(os.path.join(subject.folders[variant], "**", "*.swift"), recursive=True))
    # Some of the code written by hand says which module a type is of.
    name = "Anthropic" if subject.name == OWN else "Generated"
    command = building.SWIFTC + ["-module-name", name, "-package-name", PACKAGE, "-I", modules, "-j", "2"]
    run = measuring.run(command + COMMON + FLAGS[configuration] + sources, folder=objects)
    shutil.rmtree(objects)
    if run.status != 0:
        errors = sorted(set(re.findall(r"error: .*", run.output)))
        subject.failure = f"{variant} in {configuration}: " + "; ".join(errors[:3] or [run.output.strip()[-300:]])
        return
    subject.runs[configuration, variant].append(run)


def runtime_modules(configuration):
    """Builds what generated modules import, and gives the folder of its modules."""
    folder = os.path.join(SCRATCH, "runtime")
    os.makedirs(folder, exist_ok=True)
    building.write_package(folder, "runtime", [])
    built = building.build_target(folder, "Base", configuration)
    if built.status != 0:
        sys.exit(built.output + "the runtime does not build")
    command = building.SWIFT + ["build", "--package-path", folder, "--configuration", configuration, "--show-bin-path"]
    place = measuring.run(command).output.strip().splitlines()[-1]
    return os.path.join(place, "Modules")


def print_table(subjects):
    head = ["document", "types", "files", "", "module", "types alone", "twins", "ratio", "budget", "per type", "peak", "twins'"]
    rows = [head]
    for subject in subjects:
        if subject.failure:
            continue
        for configuration in FLAGS:
            seconds = [subject.cpu(configuration, variant) for variant in VARIANTS]
            rows.append(
                [subject.name, str(subject.types), str(subject.files), configuration]
                + [f"{second:.1f} s" for second in seconds]
                + [
                    f"{subject.ratio(configuration):.2f}",
                    f"{BUDGETS[configuration]:.1f}",
                    f"{seconds[1] / subject.types * 1000:.1f} ms",
                    f"{subject.peak(configuration, 'types') / 1e6:.0f} MB",
                    f"{subject.peak(configuration, 'twins') / 1e6:.0f} MB",
                ]
            )
    print("\n".join(measuring.table(rows, numeric=[1, 2] + list(range(4, len(head))))))
    for subject in subjects:
        if subject.failure:
            print(f"{subject.name}: not measured: {subject.failure}")


def published(names):
    """The published documents with these names; all for None."""
    if names == [] or not os.path.isdir(documents.CORPUS):
        return []
    try:
        return documents.selected(names)
    except KeyError as error:
        known = ", ".join([OWN] + [document.name for document in documents.DOCUMENTS])
        sys.exit(f"bench: there is no document {error}; the documents are {known}")


def run(options):
    names = None if options.only is None else [name for name in options.only.split(",") if name]
    subjects = [Subject(OWN, None)] if names is None or OWN in names else []
    others = names and [name for name in names if name != OWN]
    subjects += [Subject(document.name, document.path) for document in published(others)]
    building.progress("building codegen and the runtime")
    generator = building.build_generator("release")
    modules = {configuration: runtime_modules(configuration) for configuration in FLAGS}
    if options.schemas:
        os.makedirs(os.path.join(SCRATCH, "documents"), exist_ok=True)
        path = os.path.join(SCRATCH, "documents", f"{options.schemas} schemas.yaml")
        building.make_synthetic(path, ["--schemas", str(options.schemas)])
        subjects.append(Subject(f"{options.schemas} synthetic", path))
    for subject in subjects:
        prepare(subject, generator)
        for turn in range(options.runs):
            for configuration in FLAGS:
                for variant in VARIANTS:
                    if subject.failure is None:
                        building.progress(f"compiling {subject.name}, {variant} in {configuration}, {turn + 1}")
                        compile_once(subject, configuration, variant, modules[configuration])
    print_table(subjects)
    measured = [subject for subject in subjects if not subject.failure]
    if measured and not options.no_plot:
        groups = [(s.name, [s.ratio(configuration) for configuration in FLAGS]) for s in measured]
        title = "Compilation of generated types over that of plain Codable twins (dashed: the budget)"
        plotting.bars(PLOT, title, "ratio of CPU times", groups, list(FLAGS), BUDGETS)
        print(f"\nPlot: {os.path.relpath(PLOT, building.ROOT)}")
    return 0
