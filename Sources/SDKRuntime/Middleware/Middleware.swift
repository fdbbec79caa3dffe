/// A step between a client and its transport that sees every request and every response.
///
/// ```swift
/// struct TenantMiddleware: Middleware {
///     let tenant: String
///
///     func intercept(
///         _ request: OutgoingRequest,
///         context: AttemptContext,
///         next: @Sendable (OutgoingRequest) async throws -> TransportResponse
///     ) async throws -> TransportResponse {
///         var request = request
///         if let name = HTTPField.Name("X-Tenant") {
///             request.head.headerFields[name] = tenant
///         }
///         return try await next(request)
///     }
/// }
///
/// let ours = client.withOptions { $0.middleware = [TenantMiddleware(tenant: "red")] }
/// ```
///
/// - **Order.** ``ClientOptions/middleware`` comes before ``RequestOptions/middleware``. The first one is outermost: it sees
///   the request first and the response last.
/// - **Attempts.** Middleware runs once for each attempt of a call, inside the retries. It sees responses of every status.
/// - **What it may do.** Change the request or the response; answer without calling `next`; call `next` more than once, which
///   does not count as a retry. The credential is added, and redirects are followed, within each `next`.
/// - **Errors.** What it throws ends the call and reaches the caller unchanged, unless the error is or was caused by a broken
///   connection, a timeout or a ``RetryableError``: then there is another attempt, if the call has one left. Once `next` has
///   returned a success, a call that must not be done twice has another attempt only after a ``RetryableError``.
/// - **Bodies.** The body of a response can be read once. To look at it, use ``TransportResponse/bufferBody()``, which leaves
///   it to be read again.
/// - **Time.** The limits of a call are those of its exchanges: time that middleware takes is its own.
public protocol Middleware: Sendable {
    /// Makes a response of a request, as a rule by passing it to the next step.
    ///
    /// - Parameters:
    ///   - request: The request, without the client's credential.
    ///   - context: What the request is part of.
    ///   - next: Sends a request on its way, and returns when the head of its response has arrived.
    /// - Throws: Anything. What `next` throws is ``TransportError`` when no response came, and `CancellationError`.
    func intercept(
        _ request: OutgoingRequest,
        context: AttemptContext,
        next: @Sendable (OutgoingRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse

    /// Sees a call as a whole, around all of its attempts: to measure it, or to give what happens within it a context.
    ///
    /// By default, it lets the call happen. It cannot change the call.
    ///
    /// - Parameters:
    ///   - call: Which call it is.
    ///   - next: Makes the call. It returns when the answer has come, be it an error of the service: its body has been read,
    ///     unless it is a stream or a download.
    /// - Throws: What `next` throws: what the call throws when it has no answer. Another error takes its place.
    func interceptCall(
        _ call: CallDescription,
        next: @Sendable () async throws -> ResponseHead
    ) async throws
}

extension Middleware {
    /// Passes the request on.
    public func intercept(
        _ request: OutgoingRequest,
        context: AttemptContext,
        next: @Sendable (OutgoingRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        try await next(request)
    }

    /// Lets the call happen.
    public func interceptCall(
        _ call: CallDescription,
        next: @Sendable () async throws -> ResponseHead
    ) async throws {
        _ = try await next()
    }
}

// <!-- swift
// var options = ClientOptions()
// -->
/// A ``Middleware`` that is written where it is used.
///
/// ```swift
/// options.middleware = [
///     InlineMiddleware { request, context, next in
///         let response = try await next(request)
///         print(context.operation, context.attempt, response.head.status)
///         return response
///     }
/// ]
/// ```
public struct InlineMiddleware: Middleware {
    private let body:
        @Sendable (
            OutgoingRequest, AttemptContext, @Sendable (OutgoingRequest) async throws -> TransportResponse
        ) async throws -> TransportResponse

    /// Makes middleware of a function; see ``Middleware/intercept(_:context:next:)``.
    public init(
        _ body:
            @escaping @Sendable (
                OutgoingRequest, AttemptContext, @Sendable (OutgoingRequest) async throws -> TransportResponse
            ) async throws -> TransportResponse
    ) {
        self.body = body
    }

    /// Calls the function.
    public func intercept(
        _ request: OutgoingRequest,
        context: AttemptContext,
        next: @Sendable (OutgoingRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        try await body(request, context, next)
    }
}
