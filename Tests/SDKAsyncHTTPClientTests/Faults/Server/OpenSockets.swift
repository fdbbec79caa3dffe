import Foundation

/// The sockets that this process has open.
enum OpenSockets {
    /// How many file descriptors are connections to a port.
    static func count(to port: Int) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: descriptorFolder)) ?? []
        return names.count { name in
            Int32(name).flatMap(peerPort) == port
        }
    }

    /// Waits until no file descriptor is a connection to a port any more.
    ///
    /// Closing one tells nobody in this process, so that there is nothing to wait for but the state itself.
    static func waitForNone(to port: Int) async throws {
        while count(to: port) > 0 {
            try Task.checkCancellation()
            await Task.yield()
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
