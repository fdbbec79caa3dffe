"""Builds the generator, and packages of generated modules."""

import os
import shlex
import shutil
import sys

from measuring import run

#: The root of the repository.
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

#: The `swift` command; the environment variable SWIFT names another.
SWIFT = shlex.split(os.environ.get("SWIFT", "swift"))

#: The compiler; the environment variable SWIFTC names another.
SWIFTC = shlex.split(os.environ.get("SWIFTC", "swiftc"))


def build_product(folder, product, configuration="release", scratch=None, options=()):
    """Builds a program of a package, and gives its path. Exits when it does not build."""
    command = SWIFT + ["build", "--configuration", configuration, "--product", product, "--package-path", folder]
    command += [] if scratch is None else ["--scratch-path", scratch]
    command += options
    built = run(command)
    if built.status != 0:
        sys.exit(built.output + f"{product} does not build")
    place = run(command + ["--show-bin-path"])
    return os.path.join(place.output.strip().splitlines()[-1], product)


def build_generator(configuration="release"):
    """Builds `codegen` and gives its path. Exits when it does not build."""
    return build_product(ROOT, "codegen", configuration)


def build_installed_generator():
    """Builds `codegen` as README says for one that is to be installed. Exits when it does not build."""
    if sys.platform != "linux":
        return build_generator()
    scratch = os.path.join(ROOT, ".build-static")
    return build_product(ROOT, "codegen", scratch=scratch, options=["--static-swift-stdlib"])


def generate_module(generator, package, module, client, scratch):
    """Writes the module of a package that is generated of its `openapi.yaml`, as the generator makes it now."""
    made = run(
        [generator, "generate", "--document", os.path.join(package, "openapi.yaml"), "--module", module]
        + ["--client", client, "--output", scratch]
    )
    if made.status != 0:
        sys.exit(made.output + f"{module} was not generated")
    target = os.path.join(package, "Sources", module, "Generated")
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(os.path.join(scratch, module), target)


def make_synthetic(path, arguments):
    """Writes a synthetic document. In a process of its own: a large text here would count as memory of what is
    measured later, which begins as a copy of this process."""
    made = run([sys.executable, os.path.join(ROOT, "Benchmarks", "synthetic.py"), "--output", path] + arguments)
    if made.status != 0:
        sys.exit(made.output + "the synthetic document was not made")


def write_package(folder, name, targets, strict=True, dependencies=("SDKDefaultTransport", "SDKRuntime")):
    """Writes the manifest of a package of generated modules.

    `targets` has the name of each and its path. They see this package by its path, without a transport, so that no
    SwiftNIO is built. Beside them stands the target `Base`, with nothing in it, that pulls in all they depend on.
    """
    products = "" if not dependencies else '.product(name: "SDKRuntime", package: "swift-codegen")'
    package = f'.package(name: "swift-codegen", path: {quoted(ROOT)}, traits: [])' if dependencies else ""
    settings = [
        ".swiftLanguageMode(.v6)",
        '.enableUpcomingFeature("ExistentialAny")',
        '.enableUpcomingFeature("MemberImportVisibility")',
        '.enableUpcomingFeature("InternalImportsByDefault")',
    ]
    if strict:
        settings += [".defaultIsolation(MainActor.self)", ".treatAllWarnings(as: .error)"]
    base = os.path.join(folder, "Base")
    os.makedirs(base, exist_ok=True)
    write(os.path.join(base, "Base.swift"), "import SDKRuntime\n" if dependencies else "")
    lines = [
        "// swift-tools-version: 6.2",
        "import PackageDescription",
        f"let settings: [SwiftSetting] = [{', '.join(settings)}]",
        "let package = Package(",
        f"    name: {quoted(name)},",
        "    platforms: [.macOS(.v13)],",
        f"    dependencies: [{package}],",
        "    targets: [",
    ]
    for target, path in [("Base", "Base")] + list(targets):
        lines.append(
            f"        .target(name: {quoted(target)}, dependencies: [{products}], path: {quoted(path)},"
            " swiftSettings: settings),"
        )
    lines += ["    ]", ")", ""]
    write(os.path.join(folder, "Package.swift"), "\n".join(lines))


def build_target(folder, target, configuration="debug", log=None):
    """Builds one target of a package. Its dependencies should have been built, so that the cost is its own."""
    return run(
        SWIFT + ["build", "--package-path", folder, "--configuration", configuration, "--target", target], log=log
    )


def swift_lines(folder):
    """How many lines the Swift files below a folder have, and how many files there are."""
    lines, files = 0, 0
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".swift"):
                files += 1
                with open(os.path.join(place, name), "rb") as file:
                    lines += file.read().count(b"\n")
    return lines, files


def write(path, text):
    """Writes a file, unless it holds the text already: an untouched file is not compiled again."""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            if file.read() == text:
                return
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def quoted(text):
    """A Swift string literal."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def progress(text):
    """Says on standard error what is being done."""
    print(text, file=sys.stderr, flush=True)
