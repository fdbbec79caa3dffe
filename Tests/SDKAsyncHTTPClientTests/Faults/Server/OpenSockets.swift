import Foundation

/// The sockets that this process has open.
enum OpenSockets {
    /// The file descriptors that are connections to a port.
    static func descriptors(to port: Int) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: descriptorFolder)) ?? []
        return names.compactMap { Int32($0) }.filter { peerPort($0) == port }.sorted()
    }

    /// Waits until no file descriptor is a connection to a port any more.
    ///
    /// Closing one tells nobody in this process, so that there is nothing to wait for but the state itself. A turn takes
    /// longer where the machine is busy, as does what is waited for.
    ///
    /// - Throws: `StillConnected` when there is one after very many looks.
    static func waitForNone(to port: Int) async throws {
        for _ in 0..<mostTurns {
            guard !descriptors(to: port).isEmpty else { return }
            try Task.checkCancellation()
            await Task.yield()
        }
        throw StillConnected(descriptors: descriptors(to: port), port: port)
    }

    /// What keeps a test that leaks a connection from going on until the time limit of its suite.
    private static let mostTurns = 100_000

    /// Connections that nobody closes.
    struct StillConnected: Error, CustomStringConvertible {
        let descriptors: [Int32]
        let port: Int

        var description: String {
            let numbers = descriptors.map(String.init).joined(separator: ", ")
            return "still connected to port \(port): file descriptor \(numbers)"
        }
    }

    private static var descriptorFolder: String {
        #if canImport(Darwin)
            "/dev/fd"
        #else
            "/proc/self/fd"
        #endif
    }

    private static func peerPort(_ descriptor: Int32) -> Int? {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &length) }
        }
        guard result == 0, address.sin_family == sa_family_t(AF_INET) else { return nil }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
