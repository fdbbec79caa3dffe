package import Foundation

/// What the package has built, for tests that run a program of it in a process of its own.
package enum BuiltProducts {
    /// The folder with the executables, which holds the tests as well.
    package static var folder: URL {
        #if os(macOS)
            Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
                ?? Bundle.main.bundleURL
        #else
            Bundle.main.bundleURL
        #endif
    }
}
