#if os(Linux)
    import Foundation
    import Testing

    /// A port of 127.0.0.1 on which a connection begins to be made and never is: the queue of those that wait to be accepted
    /// is full, so that the system passes over the first packet of any other.
    final class FullListener {
        let port: Int
        private let sockets: [Int32]

        init() throws {
            let listener = Self.makeSocket()
            var sockets = [listener]
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let result = Self.with(&address) { address in
                bind(listener, address, length) | listen(listener, 0) | getsockname(listener, address, &length)
            }
            for _ in 0..<3 {
                let filler = Self.makeSocket()
                sockets.append(filler)
                _ = Self.with(&address) { connect(filler, $0, length) }
            }
            self.sockets = sockets
            port = Int(UInt16(bigEndian: address.sin_port))
            try #require(result == 0)
        }

        deinit {
            for socket in sockets { close(socket) }
        }

        /// A socket whose calls do not wait.
        private static func makeSocket() -> Int32 {
            socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        }

        private static func with(_ address: inout sockaddr_in, _ body: (UnsafeMutablePointer<sockaddr>) -> Int32)
            -> Int32
        {
            withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
            }
        }
    }
#endif
