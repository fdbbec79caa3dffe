/// The headers that tell a service what it is called from, for services that ask for them.
struct TelemetryHeaders: Sendable {
    /// The names of the two headers that depend on the attempt and on the call.
    let retryCount: String
    let timeout: String
    /// The name of the header that tells which helpers of the SDK have made the call.
    let helper: String
    /// The name of the header that tells which method of a helper the caller has used.
    let helperMethod: String

    /// The facts about language and platform.
    let platform: HeaderLayer

    init(prefix: String, version: String) {
        let prefix = prefix.hasSuffix("-") ? String(prefix.dropLast()) : prefix
        retryCount = "\(prefix)-Retry-Count"
        timeout = "\(prefix)-Timeout"
        helper = "\(prefix)-Helper"
        helperMethod = "\(prefix)-Helper-Method"
        platform = [
            "\(prefix)-Lang": "swift",
            "\(prefix)-Package-Version": version,
            "\(prefix)-OS": Platform.operatingSystem,
            "\(prefix)-Arch": Platform.architecture,
            "\(prefix)-Runtime": "swift",
            "\(prefix)-Runtime-Version": Platform.compilerVersion,
        ]
    }
}

/// What the program was compiled for and with.
private enum Platform {
    static var operatingSystem: String {
        #if os(macOS)
            "MacOS"
        #elseif os(iOS)
            "iOS"
        #elseif os(Linux)
            "Linux"
        #elseif os(Windows)
            "Windows"
        #elseif os(Android)
            "Android"
        #elseif os(FreeBSD)
            "FreeBSD"
        #elseif os(OpenBSD)
            "OpenBSD"
        #elseif os(tvOS)
            "Other:tvOS"
        #elseif os(watchOS)
            "Other:watchOS"
        #elseif os(visionOS)
            "Other:visionOS"
        #else
            "Unknown"
        #endif
    }

    static var architecture: String {
        #if arch(x86_64)
            "x64"
        #elseif arch(i386)
            "x32"
        #elseif arch(arm64)
            "arm64"
        #elseif arch(arm)
            "arm"
        #elseif arch(riscv64)
            "other:riscv64"
        #elseif arch(wasm32)
            "other:wasm32"
        #else
            "unknown"
        #endif
    }

    static var compilerVersion: String {
        #if compiler(>=6.5)
            "6.5"
        #elseif compiler(>=6.4)
            "6.4"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}
