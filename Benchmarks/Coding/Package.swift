// swift-tools-version: 6.2

import PackageDescription

/// What `Scripts/bench json` measures. It takes the runtime without a transport, so that no SwiftNIO is built.
///
/// The module `CodingAPI` is generated of `openapi.yaml` by the script, right before it builds.
let package = Package(
    name: "Coding",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "swift-codegen", path: "../..", traits: [])],
    targets: [
        .target(name: "CodingAPI", dependencies: [.product(name: "SDKRuntime", package: "swift-codegen")]),
        .executableTarget(
            name: "json-bench",
            dependencies: ["CodingAPI", .product(name: "SDKRuntime", package: "swift-codegen")],
            path: "Sources/JSONBench"
        ),
    ]
)
