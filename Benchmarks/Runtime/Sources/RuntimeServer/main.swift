// The service of `openapi.yaml`, on a port of 127.0.0.1 that the system chooses and that is printed.

import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

// One thread, which leaves the other processors to the clients.
let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
let channel = try await ServerBootstrap(group: group)
    .serverChannelOption(.backlog, value: 1024)
    .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
    .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
            try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
            try channel.pipeline.syncOperations.addHandler(RequestHandler())
        }
    }
    .bind(host: "127.0.0.1", port: 0)
    .get()
print(channel.localAddress?.port ?? 0)
fflush(nil)
// Whoever has started this process ends it by closing its input.
while readLine() != nil {}
