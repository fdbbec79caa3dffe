"""`Scripts/bench generate`: what generation costs, against libyaml's scan of the same bytes."""

import os
import re
import shutil
import statistics

import building
import documents
import measuring
import plotting

SCRATCH = os.path.join(building.ROOT, ".build-bench")
PLOT = os.path.join(building.ROOT, "Documentation", "generation.svg")

#: DESIGN 8.
RATIO_BUDGET = 6
PEAK_BUDGET = 80_000_000
GROWTH_BUDGET = 11


class Subject:
    """A document to measure, with its files."""

    def __init__(self, name, path, is_synthetic):
        self.name = name
        self.path = path
        self.is_synthetic = is_synthetic
        self.files = [path]
        if not is_synthetic:
            self.files = _yaml_files(os.path.dirname(path))
        self.size = sum(os.path.getsize(file) for file in self.files)
        self.scans, self.checks, self.writes = [], [], []
        self.failure = None
        self.file_count = None

    def median(self, values):
        return statistics.median(values)

    @property
    def scan(self):
        return self.median(self.scans)

    @property
    def user(self):
        return self.median([run.user for run in self.checks])

    @property
    def ratio(self):
        # Of each turn, so that what disturbs the machine for a while disturbs both parts.
        return self.median([run.user / scan for run, scan in zip(self.checks, self.scans)])

    @property
    def cpu(self):
        return self.median([run.cpu for run in self.checks])

    @property
    def wall(self):
        return self.median([run.wall for run in self.checks])

    @property
    def peak(self):
        return max(run.peak for run in self.checks)

    @property
    def writing(self):
        return self.median([write.cpu - check.cpu for write, check in zip(self.writes, self.checks)])


def _yaml_files(folder):
    found = []
    for place, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.join(place, name) for name in sorted(names) if name.endswith((".yaml", ".yml", ".json"))]
    return found


def measure(subject, generator, scanner, turns):
    """Takes turns: a scan, the pipeline without writing, the pipeline with."""
    repeats = max(1, min(50, 20_000_000 // subject.size))
    arguments = ["--document", subject.path, "--module", "Bench", "--client", "BenchClient"]
    for turn in range(turns):
        scan = measuring.run([scanner, str(repeats)] + subject.files)
        if scan.status != 0:
            subject.failure = scan.output.strip()
            return
        # A folder of its own for each: ext4 takes long to make files where some were just deleted.
        folder = os.path.join(SCRATCH, "output", f"{subject.name}-{turn}")
        check = measuring.run([generator, "check", "--quiet", "--output", folder] + arguments)
        summary = check.output.strip().splitlines()[-1] if check.output.strip() else ""
        if not re.search(r"files \d+ to be created", summary):
            subject.failure = summary or f"the generator ended with {check.status}"
            return
        write = measuring.run([generator, "generate", "--output", folder] + arguments)
        subject.file_count = int(re.search(r"files (\d+) created", write.output)[1])
        subject.scans.append(float(scan.output))
        subject.checks.append(check)
        subject.writes.append(write)


def print_table(subjects):
    head = [
        "document", "size", "libyaml", "generate", "ratio", "user+sys", "elapsed", "peak", "files", "writing them",
    ]
    rows = [head]
    for subject in subjects:
        if subject.failure:
            continue
        rows.append(
            [
                subject.name,
                f"{subject.size / 1e6:.2f} MB",
                f"{subject.scan * 1000:.1f} ms",
                f"{subject.user * 1000:.0f} ms",
                f"{subject.ratio:.1f}",
                f"{subject.cpu * 1000:.0f} ms",
                f"{subject.wall * 1000:.0f} ms",
                f"{subject.peak / 1e6:.0f} MB",
                str(subject.file_count),
                f"{subject.writing * 1000:.0f} ms",
            ]
        )
    print("\n".join(measuring.table(rows, numeric=range(1, len(head)))))
    for subject in subjects:
        if subject.failure:
            print(f"{subject.name}: not measured: {subject.failure}")


def print_verdicts(full, tenfold):
    def verdict(what, value, limit, unit=""):
        met = "met" if value <= limit else "MISSED"
        print(f"{what}: {value:.1f}{unit}, budget {limit:g}{unit}: {met}")

    print()
    if not full.failure:
        verdict(f"{full.name}: user CPU of the whole process over libyaml's scan", full.ratio, RATIO_BUDGET)
        verdict(f"{full.name}: peak memory", full.peak / 1e6, PEAK_BUDGET / 1e6, " MB")
        if not tenfold.failure:
            verdict(
                f"{full.name}: {tenfold.size / full.size:.1f} times the document takes so many times the CPU",
                tenfold.user / full.user,
                GROWTH_BUDGET,
            )


def plot(subjects):
    measured = [subject for subject in subjects if not subject.failure]
    if not measured:
        return
    series = [
        (name, [(s.size / 1e6, s.user, s.name if not s.is_synthetic else "") for s in measured if s.is_synthetic == kind])
        for name, kind in [("synthetic documents", True), ("published documents", False)]
    ]
    series = [(name, points) for name, points in series if points]
    speed = statistics.median([s.scan / s.size for s in measured if s.is_synthetic] or [s.scan / s.size for s in measured])
    ends = [min(s.size for s in measured), max(s.size for s in measured)]
    lines = [
        (f"{factor} times libyaml's scan" if factor > 1 else "libyaml's scan",)
        + tuple((size / 1e6, factor * speed * size) for size in ends)
        for factor in (RATIO_BUDGET, 1)
    ]
    plotting.scatter(PLOT, "Generation", "size of the document in MB", "user CPU in s", series, lines)
    print(f"\nPlot: {os.path.relpath(PLOT, building.ROOT)}")


def run(options):
    building.progress("building codegen and yaml-scan")
    generator = building.build_installed_generator()
    scanner = building.build_product(os.path.join(building.ROOT, "Benchmarks"), "yaml-scan")
    shutil.rmtree(os.path.join(SCRATCH, "output"), ignore_errors=True)
    folder = os.path.join(SCRATCH, "documents")
    os.makedirs(folder, exist_ok=True)

    def make(name, tenths):
        path = os.path.join(folder, name + ".yaml")
        if options.schemas:
            amount = ["--schemas", str(max(1, options.schemas * tenths // 10))]
        else:
            amount = ["--size", str(options.size * tenths // 10)]
        building.make_synthetic(path, amount)
        return Subject(name, path, is_synthetic=True)

    label = f"{options.schemas} schemas" if options.schemas else f"{options.size / 1e6:g} MB"
    parts = [(": a tenth", 1), (": three tenths", 3), ("", 10), (": tenfold", 100)]
    synthetics = [make(label + part, tenths) for part, tenths in parts]
    published = []
    if os.path.isdir(documents.CORPUS) and not options.synthetic:
        published = [Subject(d.name, d.path, is_synthetic=False) for d in documents.DOCUMENTS]
    subjects = published + synthetics
    for subject in subjects:
        building.progress(f"measuring {subject.name}")
        # The largest takes seconds, and is measured less often.
        turns = options.runs if subject is not synthetics[-1] else max(1, options.runs // 3)
        measure(subject, generator, scanner, turns)
    shutil.rmtree(os.path.join(SCRATCH, "output"), ignore_errors=True)
    print_table(subjects)
    print_verdicts(synthetics[2], synthetics[3])
    if not options.no_plot:
        plot(subjects)
    return 0
