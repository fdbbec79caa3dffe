/// How a service wants arrays in a query, where its description does not follow OpenAPI's styles.
public enum QueryArrayFormat: Sendable, Hashable {
    /// As OpenAPI says: style `form`, exploded, unless the parameter states otherwise.
    case openAPI
    /// `a[]=1&a[]=2`
    case brackets
    /// `a[0]=1&a[1]=2`
    case indices
    /// `a=1&a=2`
    case `repeat`
    /// `a=1,2`
    case comma
}

/// How a service wants objects in a query, where its description does not follow OpenAPI's styles.
public enum QueryObjectFormat: Sendable, Hashable {
    /// `a[b]=1`
    case brackets
    /// `a.b=1`
    case dots
}

/// The style of a query parameter (OpenAPI 3.2, section 4.12.2.2).
public enum QueryStyle: Sendable, Hashable {
    /// `a=1&a=2` exploded, else `a=1,2`.
    case form
    /// `a=1%202`, when not exploded.
    case spaceDelimited
    /// `a=1%7C2`, when not exploded.
    case pipeDelimited
    /// `a[b]=1`
    case deepObject
}
