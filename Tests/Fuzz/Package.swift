// swift-tools-version: 6.2

import PackageDescription

/// Feeds the runtime mutated input for a while. A package of its own: it looks into the runtime's insides, which only a
/// debug build shows.
let package = Package(
    name: "Fuzz",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "swift-codegen", path: "../..", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "SDKRuntime", package: "swift-codegen"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
            ]
        )
    ]
)
