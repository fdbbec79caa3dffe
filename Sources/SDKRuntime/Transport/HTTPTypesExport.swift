// Generated code names HTTP methods, and users read header fields of responses and errors: with the vocabulary
// re-exported, neither has to depend on swift-http-types by itself.
@_exported public import HTTPTypes
