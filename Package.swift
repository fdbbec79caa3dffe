// swift-tools-version: 6.2

import PackageDescription

/// The language mode and the upcoming features that every Swift target of the package is written in.
let swiftSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The golden projects: what the generator writes for small documents, one for each group of features.
let goldenProjects = [
    "Bodies", "Credentials", "Names", "Pages", "Parameters", "Payloads", "Resources", "Responses", "Shapes", "Zoo",
    // One document as modules that are not public.
    "InternalAccess", "PackageAccess",
]

/// A golden project, compiled as strictly as can be.
func goldenTarget(_ name: String) -> Target {
    let folder = name.hasSuffix("Access") ? "Access" : "Golden"
    return .target(
        name: name,
        dependencies: ["SDKDefaultTransport", "SDKRuntime"],
        path: "Tests/Fixtures/\(folder)/\(name)/\(name)",
        swiftSettings: swiftSettings + [.defaultIsolation(MainActor.self), .treatAllWarnings(as: .error)]
    )
}

let package = Package(
    name: "swift-codegen",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .executable(name: "codegen", targets: ["codegen"]),
        .library(name: "Anthropic", targets: ["Anthropic"]),
        .library(name: "SDKRuntime", targets: ["SDKRuntime", "SDKDefaultTransport"]),
        .library(name: "SDKAsyncHTTPClient", targets: ["SDKAsyncHTTPClient"]),
        .library(name: "SDKURLSession", targets: ["SDKURLSession"]),
        .library(name: "SDKTesting", targets: ["SDKTesting"]),
        .library(name: "SDKTracing", targets: ["SDKTracing"]),
        .library(name: "SDKWebhooks", targets: ["SDKWebhooks"]),
    ],
    traits: [
        .trait(
            name: "AsyncHTTPClient",
            description: "The transport over AsyncHTTPClient (SwiftNIO): the default on Linux."
        ),
        .trait(
            name: "URLSession",
            description: "The transport over Foundation's URLSession: the default on Apple platforms."
        ),
        .trait(
            name: "Tracing",
            description: "Spans of calls with swift-distributed-tracing, by the module SDKTracing. Off by default."
        ),
        .default(enabledTraits: ["AsyncHTTPClient", "URLSession"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    ],
    targets: [
        // The generator, from bytes to Swift.
        .systemLibrary(
            name: "CLibYAML",
            pkgConfig: "yaml-0.1",
            providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
        ),
        .target(name: "Source", dependencies: ["CLibYAML"], swiftSettings: swiftSettings),
        .target(name: "OpenAPI", dependencies: ["Source"], swiftSettings: swiftSettings),
        .target(name: "APIModel", dependencies: ["OpenAPI", "Source"], swiftSettings: swiftSettings),
        .target(name: "SwiftEmitter", dependencies: ["APIModel", "Source"], swiftSettings: swiftSettings),
        .executableTarget(
            name: "codegen",
            dependencies: [
                "APIModel", "OpenAPI", "Source", "SwiftEmitter",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),

        // The SDK: the runtime, its transports, and the generated module.
        .target(
            name: "SDKRuntime",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "SDKAsyncHTTPClient",
            dependencies: [
                "SDKRuntime",
                .product(
                    name: "AsyncHTTPClient",
                    package: "async-http-client",
                    condition: .when(traits: ["AsyncHTTPClient"])
                ),
                .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
                .product(
                    name: "NIOHTTPCompression",
                    package: "swift-nio-extras",
                    condition: .when(traits: ["AsyncHTTPClient"])
                ),
            ],
            swiftSettings: swiftSettings
        ),
        .target(name: "SDKURLSession", dependencies: ["SDKRuntime"], swiftSettings: swiftSettings),
        .target(
            name: "SDKDefaultTransport",
            dependencies: [
                "SDKRuntime",
                .target(name: "SDKAsyncHTTPClient", condition: .when(traits: ["AsyncHTTPClient"])),
                .target(name: "SDKURLSession", condition: .when(traits: ["URLSession"])),
            ],
            swiftSettings: swiftSettings
        ),
        .target(name: "SDKTesting", dependencies: ["SDKRuntime"], swiftSettings: swiftSettings),
        .target(
            name: "SDKTracing",
            dependencies: [
                "SDKRuntime",
                .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
            ],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "SDKWebhooks",
            dependencies: ["SDKRuntime", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: swiftSettings
        ),
        .target(
            name: "Anthropic",
            dependencies: ["SDKDefaultTransport", "SDKRuntime", "SDKWebhooks"],
            swiftSettings: swiftSettings
        ),

        // A suite per target, and what they share.
        .target(
            name: "TestSupport",
            dependencies: ["SDKRuntime", "Source"],
            path: "Tests/TestSupport",
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "SourceTests", dependencies: ["Source", "TestSupport"], swiftSettings: swiftSettings),
        .testTarget(name: "OpenAPITests", dependencies: ["OpenAPI"], swiftSettings: swiftSettings),
        .testTarget(
            name: "APIModelTests",
            dependencies: ["APIModel", "OpenAPI", "Source"],
            swiftSettings: swiftSettings
        ),
        .testTarget(name: "SwiftEmitterTests", dependencies: ["SwiftEmitter"], swiftSettings: swiftSettings),
        .testTarget(
            name: "CodegenTests",
            dependencies: [
                "APIModel", "OpenAPI", "Source", "SwiftEmitter", "TestSupport", "codegen",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "AnthropicTests",
            dependencies: ["Anthropic", "SDKTesting", "TestSupport"],
            swiftSettings: swiftSettings
        ),

        // The calls that the examples of Spec/ make: written as Swift while the tests are built, and run.
        .executableTarget(
            name: "ExampleWriter",
            dependencies: ["APIModel", "OpenAPI", "Source", "SwiftEmitter"],
            path: "Tests/ExampleWriter",
            swiftSettings: swiftSettings
        ),
        .plugin(name: "WriteExamples", capability: .buildTool(), dependencies: ["ExampleWriter"]),
        .testTarget(
            name: "ExampleTests",
            dependencies: ["Anthropic", "OpenAPI", "SDKTesting", "Source", "TestSupport"],
            swiftSettings: swiftSettings,
            plugins: ["WriteExamples"]
        ),

        // The Swift samples of the articles: compiled while the tests are built, without what only the package may see.
        .executableTarget(
            name: "SampleWriter",
            dependencies: ["Source"],
            path: "Tests/SampleWriter",
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "SampleWriterTests",
            dependencies: ["SampleWriter", "Source", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .plugin(name: "WriteSamples", capability: .buildTool(), dependencies: ["SampleWriter"]),
        .target(
            name: "Samples",
            dependencies: ["Anthropic", "SDKDefaultTransport", "SDKTesting"],
            path: "Tests/Samples",
            packageAccess: false,
            swiftSettings: swiftSettings + [.treatAllWarnings(as: .error)],
            plugins: ["WriteSamples"]
        ),

        .testTarget(
            name: "GoldenTests",
            dependencies: ["SDKRuntime", "TestSupport", "codegen"] + goldenProjects.map { .target(name: $0) },
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "SDKRuntimeTests",
            dependencies: ["SDKRuntime", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        // Mutated input for the runtime's readers; runs when Scripts/fuzz asks for it.
        .testTarget(name: "FuzzTests", dependencies: ["SDKRuntime", "TestSupport"], swiftSettings: swiftSettings),
        .testTarget(
            name: "SDKAsyncHTTPClientTests",
            dependencies: [
                "Anthropic", "SDKAsyncHTTPClient", "SDKDefaultTransport", "SDKRuntime", "SDKURLSession", "TestSupport",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "SDKTestingTests",
            dependencies: ["SDKRuntime", "SDKTesting", "TestSupport"],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "SDKWebhooksTests",
            dependencies: [
                "SDKRuntime", "SDKWebhooks", "TestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: swiftSettings
        ),
        .testTarget(
            name: "SDKTracingTests",
            dependencies: [
                "SDKRuntime", "SDKTracing", "TestSupport",
                .product(
                    name: "InMemoryTracing",
                    package: "swift-distributed-tracing",
                    condition: .when(traits: ["Tracing"])
                ),
                .product(name: "Tracing", package: "swift-distributed-tracing", condition: .when(traits: ["Tracing"])),
            ],
            swiftSettings: swiftSettings
        ),
    ] + goldenProjects.map(goldenTarget)
)
