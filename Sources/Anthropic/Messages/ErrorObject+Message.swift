import SDKRuntime

extension ErrorObject {
    /// What went wrong, in words meant for people. Of an error that this module does not know, its JSON where it has none.
    public var message: String {
        switch self {
        case .invalidRequestError(let error): error.message
        case .authenticationError(let error): error.message
        case .billingError(let error): error.message
        case .permissionError(let error): error.message
        case .notFoundError(let error): error.message
        case .rateLimitError(let error): error.message
        case .timeoutError(let error): error.message
        case .apiError(let error): error.message
        case .overloadedError(let error): error.message
        case .unknown(let error): error.value["message"]?.stringValue ?? error.value.description
        }
    }
}

extension BetaError {
    /// What went wrong, in words meant for people. Of an error that this module does not know, its JSON where it has none.
    public var message: String {
        switch self {
        case .invalidRequestError(let error): error.message
        case .authenticationError(let error): error.message
        case .billingError(let error): error.message
        case .permissionError(let error): error.message
        case .notFoundError(let error): error.message
        case .rateLimitError(let error): error.message
        case .timeoutError(let error): error.message
        case .apiError(let error): error.message
        case .overloadedError(let error): error.message
        case .unknown(let error): error.value["message"]?.stringValue ?? error.value.description
        }
    }
}
