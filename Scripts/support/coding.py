"""`Scripts/bench json`: what reading and writing JSON costs, against Foundation's coders on plain Codable twins."""

import os
import shutil
import sys

import building
import measuring

PACKAGE = os.path.join(building.ROOT, "Benchmarks", "Coding")
SCRATCH = os.path.join(building.ROOT, ".build-bench", "coding")

#: DESIGN 8: how many times faster than Foundation.
BUDGETS = {"decode": 6, "encode": 7}


def simdjson(bench):
    """CPU seconds of simdjson's parse, and of a parse with a string for each string, by input; or why there are none."""
    program = os.path.join(SCRATCH, "simdjson-scan")
    compiler = os.environ.get("CXX", "c++")
    if shutil.which(compiler) is None:
        return None, f"there is no C++ compiler '{compiler}'"
    source = os.path.join(PACKAGE, "simdjson.cpp")
    built = measuring.run([compiler, "-O3", "-std=c++17", source, "-o", program, "-lsimdjson"])
    if built.status != 0:
        return None, "simdjson is not installed (Debian: apt-get install libsimdjson-dev g++)"
    measuring.run([bench, "write", SCRATCH])
    run = measuring.run([program] + [os.path.join(SCRATCH, f"{name}.json") for name in ("blocks", "events")])
    if run.status != 0:
        return None, "simdjson did not read the input"
    lines = [line.split("\t") for line in run.output.strip().splitlines()]
    return {name: (float(line[0]), float(line[1])) for name, line in zip(("blocks", "events"), lines)}, None


def run(options):
    building.progress("building codegen and json-bench")
    generator = options.generator or building.build_generator("release")
    building.generate_module(generator, PACKAGE, "CodingAPI", "CodingClient", SCRATCH)
    bench = building.build_product(PACKAGE, "json-bench")
    building.progress("measuring")
    measured = measuring.run([bench, "measure", str(options.runs)])
    if measured.status != 0:
        sys.exit(measured.output + "json-bench failed")
    rows = [["", "size", "models", "", "Foundation", "", "ratio", "budget", ""]]
    sizes = {}

    def speed(size, seconds):
        return f"{size / seconds / 1e6:.0f} MB/s"

    for line in measured.output.strip().splitlines():
        name, size, models, twins, ratio = line.split("\t")[:5]
        size, models, twins, ratio = int(size), float(models), float(twins), float(ratio)
        verb, subject = name.split()
        sizes[subject] = size
        budget = BUDGETS.get(verb)
        verdict = "" if budget is None else "met" if ratio >= budget else "MISSED"
        rows.append(
            [name, f"{size / 1e6:.2f} MB", f"{models * 1000:.2f} ms", speed(size, models), f"{twins * 1000:.2f} ms"]
            + [speed(size, twins), f"{ratio:.2f}", "-" if budget is None else f"{budget}", verdict]
        )
    print("\n".join(measuring.table(rows, numeric=range(1, 8))))
    limits, reason = simdjson(bench)
    print()
    if limits is None:
        print(f"simdjson: not measured: {reason}")
        return 0
    for name, (parse, strings) in limits.items():
        size = sizes[name]
        print(f"simdjson, {name}: parse {speed(size, parse)}, with a string for each string {speed(size, strings)}")
    return 0
