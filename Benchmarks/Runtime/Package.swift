// swift-tools-version: 6.2

import PackageDescription

let swiftSettings: [SwiftSetting] = [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]

/// What `Scripts/bench runtime` measures: calls of a generated client, and the same requests by hand.
///
/// The module `RuntimeAPI` is generated of `openapi.yaml` by the script, right before it builds.
let package = Package(
    name: "Runtime",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "swift-codegen", path: "../..", traits: ["AsyncHTTPClient"]),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        .target(
            name: "RuntimeAPI",
            dependencies: [.product(name: "SDKRuntime", package: "swift-codegen")],
            swiftSettings: swiftSettings
        ),
        // A process of its own, so that its CPU time and memory are not counted with the clients'.
        .executableTarget(
            name: "runtime-server",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "Sources/RuntimeServer",
            swiftSettings: swiftSettings
        ),
        .executableTarget(
            name: "runtime-bench",
            dependencies: [
                "RuntimeAPI",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "SDKAsyncHTTPClient", package: "swift-codegen"),
                .product(name: "SDKRuntime", package: "swift-codegen"),
            ],
            path: "Sources/RuntimeBench",
            swiftSettings: swiftSettings
        ),
    ]
)
