// swift-tools-version: 6.2

import PackageDescription

/// What the generator is measured against. A package of its own, so that users of the other do not resolve what it needs.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v13)],
    targets: [
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .executableTarget(name: "yaml-scan", dependencies: ["CLibYAML"], path: "Sources/YAMLScan"),
    ]
)
