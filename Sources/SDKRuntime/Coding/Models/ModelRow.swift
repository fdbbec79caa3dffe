#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One row of a ``ModelTable``: the key of a member, its place in the model, and the operations of its type.
///
/// Rows are plain data without reference counts, and their text lies in a block of memory that belongs to the table, so
/// that walking over them costs nothing but loads.
struct ModelRow {
    /// When a member is written, and what stands for it when it was not received.
    enum Presence: UInt8 {
        case required, optional, nullable, optionalNullable, constant, parameter, requiredParameter, additional
    }

    /// What the engine knows how to read, write, compare and hash without a call through `operations`.
    enum Kind: UInt8 {
        case other, constant, string, int, bool, double, date, strings, stringMap, model, array
    }

    /// As what a value of type `V` is stored.
    enum Storage: UInt8 {
        /// `V`
        case plain
        /// `V?`
        case optional
        /// `Nullable<V>?`
        case optionalNullable
    }

    let presence: Presence
    let kind: Kind
    let storage: Storage
    /// Whether a received null, which the declaration does not allow, is kept beside a member that is nil.
    let keepsNull: Bool
    /// The kinds of JSON value that are no issue.
    let acceptedKinds: JSONKinds
    /// The place of the member, in bytes from the start of the model.
    let offset: Int
    let operations: any RowOperations.Type
    /// The type of the value, of the kind `model`.
    let model: (any JSONModel.Type)?
    /// The type of the value, of the kind `array`.
    let array: (any ArrayOperations.Type)?
    /// The key as UTF-8.
    var key: UnsafeBufferPointer<UInt8>
    /// The key as it is written, `"key":`, and for a constant the value as well.
    var encoded: UnsafeBufferPointer<UInt8>
    /// The value of a constant as it is written.
    var constant: UnsafeBufferPointer<UInt8>
    /// The row whose key is likely to come next.
    var next = 0

    /// Whether the member is part of the body, under the key of the row.
    var isInBody: Bool { presence != .parameter && presence != .requiredParameter && presence != .additional }

    /// Whether it is an issue if the member is missing.
    var mustBeReceived: Bool { presence == .required || presence == .nullable || presence == .constant }

    var keyText: String { String(decoding: key, as: UTF8.self) }
}

extension ModelRow.Storage {
    init(_ presence: ModelRow.Presence) {
        switch presence {
        case .required, .requiredParameter, .constant, .additional: self = .plain
        case .optional, .nullable, .parameter: self = .optional
        case .optionalNullable: self = .optionalNullable
        }
    }
}

extension ModelRow.Kind {
    static func of<Value>(_ type: Value.Type) -> Self {
        if type == String.self { return .string }
        if type == Int.self { return .int }
        if type == Bool.self { return .bool }
        if type == Double.self { return .double }
        if type == Date.self { return .date }
        if type == [String].self { return .strings }
        if type == [String: String].self { return .stringMap }
        return .other
    }
}
