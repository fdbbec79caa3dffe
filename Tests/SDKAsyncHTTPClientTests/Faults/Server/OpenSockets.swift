import Foundation
import NIOCore
import NIOPosix

/// The sockets that this process has open.
enum OpenSockets {
    /// Connections that nobody has closed.
    struct LeftOpen: Error, CustomStringConvertible {
        let descriptors: [Int32]
        let port: Int

        var description: String { "file descriptors \(descriptors) are still connections to port \(port)" }
    }

    /// The file descriptors that are connections to a port.
    private static func descriptors(to port: Int) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: descriptorFolder)) ?? []
        return names.compactMap { Int32($0) }.filter { peerPort($0) == port }
    }

    /// Waits until no file descriptor is a connection to a port any more.
    ///
    /// Closing one tells nobody in this process, so that there is nothing to wait for but the state itself. It is looked at
    /// on NIO's event loops, in turn with what the connections there have to do: the threads of tasks stay free.
    ///
    /// - Throws: ``LeftOpen`` after so many turns that whatever is being closed would be.
    static func waitForNone(to port: Int) async throws {
        var open: [Int32] = []
        for _ in 0..<100_000 {
            try Task.checkCancellation()
            open = try await MultiThreadedEventLoopGroup.singleton.next().submit { descriptors(to: port) }.get()
            if open.isEmpty { return }
        }
        throw LeftOpen(descriptors: open, port: port)
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
