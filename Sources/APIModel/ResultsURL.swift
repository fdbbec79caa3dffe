/// Where the answer of a call is found: at a URL that the answer of another call names.
package struct ResultsURL: Hashable, Sendable {
    /// The full name of the other call.
    package var operation: String
    /// The way to the URL in its answer.
    package var url: MemberPath
    /// The way to what its answer says of how far the service is.
    package var state: MemberPath?
}
