"""`Scripts/bench runtime`: what calls cost, against the same requests by hand over AsyncHTTPClient."""

import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass

import building
import measuring

PACKAGE = os.path.join(building.ROOT, "Benchmarks", "Runtime")
SCRATCH = os.path.join(building.ROOT, ".build-bench", "runtime")

#: DESIGN 8: the CPU time of a call over that of the same request by hand, and the memory that a large content may take.
CALL_BUDGET = 1.1
MEMORY_BUDGET = 64 << 20

CONCURRENCIES = (1, 16, 256)

#: The same requests by hand, the SDK's transport with Foundation's coders, and the whole client.
CALLERS = ("by-hand", "transport", "generated")

#: How many events of a stream are sent at a time.
GROUPS = (1, 64)


@dataclass
class Sample:
    """What one run of `runtime-bench` cost."""

    cpu: float
    wall: float
    p50: float
    p99: float
    idle: float
    peak: float


@contextlib.contextmanager
def serving(server):
    """Runs the service in a process of its own, and gives its port."""
    process = subprocess.Popen([server], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield process.stdout.readline().strip()
    finally:
        process.stdin.close()
        process.wait()


def sample(bench, *arguments):
    """One run, in a process of its own."""
    run = measuring.run([bench] + [str(argument) for argument in arguments])
    if run.status != 0:
        sys.exit(run.output + f"runtime-bench {' '.join(map(str, arguments))} failed")
    return Sample(*(float(text) for text in run.output.strip().splitlines()[-1].split("\t")))


def turns(bench, count, callers, arguments):
    """The samples of each caller, of runs that take turns."""
    samples = {caller: [] for caller in callers}
    for _ in range(count):
        for caller in callers:
            samples[caller].append(sample(bench, arguments[0], caller, *arguments[1:]))
    return samples


def median(samples, name):
    return statistics.median(getattr(sample, name) for sample in samples)


def ratio(samples, other):
    """The CPU time of one caller over that of another: the median of the turns' ratios."""
    return statistics.median(mine.cpu / theirs.cpu for mine, theirs in zip(samples, other))


def print_calls(bench, port, options):
    rows = [["calls at a time", "", "per CPU second", "CPU of each", "p50", "p99", "peak memory", "ratio", ""]]
    for concurrency in CONCURRENCIES:
        samples = turns(bench, options.runs, CALLERS, ("calls", port, options.calls, concurrency))
        for caller, own in samples.items():
            factor = ratio(own, samples["by-hand"])
            rows.append(
                [str(concurrency), caller, *speed(own, options.calls)]
                + [f"{median(own, 'p50') * 1000:.2f} ms", f"{median(own, 'p99') * 1000:.2f} ms"]
                + [mebibytes(median(own, "peak")), f"{factor:.2f}", verdict(caller, factor, CALL_BUDGET)]
            )
    print("\n".join(measuring.table(rows, numeric=range(2, 8))))


def print_events(bench, port, options):
    rows = [["events at a time", "", "per CPU second", "CPU of each", "elapsed", "peak memory", "ratio"]]
    for together in GROUPS:
        samples = turns(bench, options.runs, CALLERS, ("events", port, options.events, together))
        for caller, own in samples.items():
            rows.append(
                [str(together), caller, *speed(own, options.events), f"{median(own, 'wall'):.2f} s"]
                + [mebibytes(median(own, "peak")), f"{ratio(own, samples['by-hand']):.2f}"]
            )
    print("\n".join(measuring.table(rows, numeric=range(2, 7))))


def print_contents(bench, port, options):
    rows = [["content", "", "size", "CPU", "elapsed", "idle", "at most over idle", ""]]
    size = options.content << 20
    with tempfile.TemporaryDirectory(prefix="contents-", dir=SCRATCH) as folder:
        for subject in ("upload", "download"):
            samples = turns(bench, max(options.runs // 3, 1), ("by-hand", "generated"), (subject, port, size, folder))
            for caller, own in samples.items():
                over = max(sample.peak - sample.idle for sample in own)
                rows.append(
                    [subject, caller, f"{options.content} MiB", f"{median(own, 'cpu'):.2f} s"]
                    + [f"{median(own, 'wall'):.2f} s", mebibytes(median(own, "idle"))]
                    + [mebibytes(over), verdict(caller, over, MEMORY_BUDGET)]
                )
    print("\n".join(measuring.table(rows, numeric=range(2, 7))))


def speed(samples, count):
    """How many there are in a CPU second, and how long each takes."""
    cpu = median(samples, "cpu")
    return [f"{count / cpu:,.0f}", f"{cpu / count * 1e6:.1f} µs"]


def verdict(caller, value, budget):
    """Whether the generated client keeps within a budget; the others have none."""
    return "" if caller != "generated" else "met" if value <= budget else "MISSED"


def mebibytes(count):
    return f"{count / (1 << 20):.1f} MiB"


def run(options):
    building.progress("building codegen, runtime-server and runtime-bench")
    generator = options.generator or building.build_generator("release")
    building.generate_module(generator, PACKAGE, "RuntimeAPI", "RuntimeClient", SCRATCH)
    server, bench = (
        building.build_product(PACKAGE, product, scratch=SCRATCH) for product in ("runtime-server", "runtime-bench")
    )
    with serving(server) as port:
        for print_table in (print_calls, print_events, print_contents):
            building.progress("measuring")
            print_table(bench, port, options)
            print(flush=True)
    print(f"budgets: CPU {CALL_BUDGET} times by hand; {MEMORY_BUDGET >> 20} MiB over the idle process")
    return 0
