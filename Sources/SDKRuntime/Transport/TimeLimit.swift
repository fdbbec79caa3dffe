/// Runs an operation, and calls a function if the operation has not ended in time.
///
/// The function has to make the operation end: a transport cancels its exchange there. It may be called just as the
/// operation ends, and must then do no harm.
package func withTimeLimit<Value>(
    _ limit: Duration?,
    onExpiry: @escaping @Sendable () -> Void,
    _ operation: () async throws -> sending Value
) async rethrows -> sending Value {
    guard let limit else { return try await operation() }
    let watch = Task {
        guard (try? await Task.sleep(for: limit)) != nil else { return }
        onExpiry()
    }
    defer { watch.cancel() }
    return try await operation()
}
