#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a client looks for settings that its initialiser was not given. The process environment is never changed.
public enum ClientEnvironment: Sendable {
    /// The variables of the process.
    case process
    /// Nothing: only arguments count.
    case none
    /// These variables, for tests and for apps that keep their settings elsewhere.
    case values([String: String])

    /// A variable's value without surrounding white space; nil when it is unset or blank.
    func value(_ name: String) -> String? {
        let value: String? =
            switch self {
            case .process: ProcessInfo.processInfo.environment[name]
            case .none: nil
            case .values(let values): values[name]
            }
        return value?.nonBlank
    }
}

extension ClientEnvironment: CustomStringConvertible, CustomReflectable {
    /// The kind of environment and the names of given variables, never a value.
    public var description: String {
        switch self {
        case .process: "process"
        case .none: "none"
        case .values(let values): "values(\(values.keys.sorted().joined(separator: ", ")))"
        }
    }

    /// What a dump shows: no value of a variable.
    public var customMirror: Mirror {
        Mirror(self, unlabeledChildren: [description])
    }
}
