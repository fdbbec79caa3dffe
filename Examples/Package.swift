// swift-tools-version: 6.2

import PackageDescription

let swiftSettings: [SwiftSetting] = [.swiftLanguageMode(.v6)]

/// A program that shows a part of the SDK.
func example(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: [
            "ExampleSupport",
            .product(name: "Anthropic", package: "swift-codegen"),
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: swiftSettings
    )
}

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "swift-codegen", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        example("AddSessionResource"),
        example("Chat"),
        example("RunBatch"),
        example("UseTools"),
        example("WatchSession"),
        // What the programs have in common: a client that makes calls or plays a recording.
        .target(
            name: "ExampleSupport",
            dependencies: [
                .product(name: "Anthropic", package: "swift-codegen"),
                .product(name: "SDKTesting", package: "swift-codegen"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
    ]
)
