/// Collects the rows of a ``ModelTable``, which must come in the order of the stored members of the model.
///
/// `V` stands for the type of the value:
///
/// | Row | Stored as | Left out of the body |
/// |---|---|---|
/// | ``required(_:_:)-(_,V.Type)`` | `V` | never |
/// | ``optional(_:_:)-(_,V.Type)`` | `V?` | when nil |
/// | ``nullable(_:_:)`` | `V?` | never: nil is written as null |
/// | ``optionalNullable(_:_:)`` | `Nullable<V>?` | when nil |
/// | ``constant(_:_:)-(_,String)`` | nothing | never |
/// | ``additional(_:)`` | `[String: V]` | when empty |
/// | ``parameter(_:_:)`` | `V?` | always |
/// | ``requiredParameter(_:_:)`` | `V` | always |
public struct ModelTableBuilder {
    private(set) var rows: [Draft] = []
    /// Where the next member may begin.
    private(set) var size = 0

    /// A row whose text has not found its place in memory yet.
    struct Draft {
        let row: ModelRow
        let key: String
        let constant: JSONValue?
    }

    init() {}

    /// A member that is always there, stored as `V`.
    public mutating func required<V: JSONCodable & Hashable>(_ key: String, _ type: V.Type) {
        add(key, .required, RequiredRow<V>.self, V.self, V.self)
    }

    /// A member that may be left out, stored as `V?`.
    public mutating func optional<V: JSONCodable & Hashable>(_ key: String, _ type: V.Type) {
        add(key, .optional, OptionalRow<V>.self, V.self, V?.self)
    }

    /// A member that is always there but may be null, stored as `V?`.
    public mutating func nullable<V: JSONCodable & Hashable>(_ key: String, _ type: V.Type) {
        add(key, .nullable, NullableRow<V>.self, V.self, V?.self)
    }

    /// A member that may be left out and may be null, stored as `Nullable<V>?`.
    public mutating func optionalNullable<V: JSONCodable & Hashable>(_ key: String, _ type: V.Type) {
        add(key, .optionalNullable, OptionalNullableRow<V>.self, V.self, Nullable<V>?.self)
    }

    /// A member that is always there, stored as `[V]`. It is like any other, but what a list has of `V` is looked up here,
    /// for which the compiler would write code for each type.
    public mutating func required<V: JSONCodable & Hashable>(_ key: String, _ type: [V].Type) {
        add(key, .required, RequiredRow<[V]>.self, [V].self, [V].self)
    }

    /// A member that may be left out, stored as `[V]?`.
    public mutating func optional<V: JSONCodable & Hashable>(_ key: String, _ type: [V].Type) {
        add(key, .optional, OptionalRow<[V]>.self, [V].self, [V]?.self)
    }

    /// A member that is always there, stored as `[String: V]`.
    public mutating func required<V: JSONCodable & Hashable>(_ key: String, _ type: [String: V].Type) {
        add(key, .required, RequiredRow<[String: V]>.self, [String: V].self, [String: V].self)
    }

    /// A member that may be left out, stored as `[String: V]?`.
    public mutating func optional<V: JSONCodable & Hashable>(_ key: String, _ type: [String: V].Type) {
        add(key, .optional, OptionalRow<[String: V]>.self, [String: V].self, [String: V]?.self)
    }

    /// A query or header parameter that may be left out, stored as `V?`: compared and hashed, but no part of the body.
    public mutating func parameter<V: JSONCodable & Hashable>(_ name: String, _ type: V.Type) {
        add(name, .parameter, OptionalRow<V>.self, V.self, V?.self)
    }

    /// A query or header parameter that is always there, stored as `V`: compared and hashed, but no part of the body.
    public mutating func requiredParameter<V: JSONCodable & Hashable>(_ name: String, _ type: V.Type) {
        add(name, .requiredParameter, RequiredRow<V>.self, V.self, V.self)
    }

    /// All members that no other row declares, stored as `[String: V]` after all other stored members. They are written
    /// after the declared ones, sorted by key. A key that another row declares is not written from here.
    public mutating func additional<V: JSONCodable & Hashable>(_ type: V.Type) {
        add("", .additional, AdditionalRow<V>.self, V.self, [String: V].self)
    }

    /// A member that always has the same string and is not stored.
    public mutating func constant(_ key: String, _ value: String) {
        addConstant(key, .string(value))
    }

    /// A member that always has the same integer and is not stored.
    public mutating func constant(_ key: String, _ value: Int) {
        addConstant(key, .number(JSONNumber(value)))
    }

    /// A member that always has the same boolean and is not stored.
    public mutating func constant(_ key: String, _ value: Bool) {
        addConstant(key, .bool(value))
    }

    /// A member that always has the same number and is not stored.
    public mutating func constant(_ key: String, _ value: Double) {
        addConstant(key, .number(JSONNumber(value)))
    }

    /// A member that always has the same value, which may be null, and is not stored.
    public mutating func constant(_ key: String, _ value: JSONValue) {
        addConstant(key, value)
    }

    /// Reserves the place of a member: after the one before, at the next address its alignment allows, which is where
    /// Swift puts the stored members of a struct.
    mutating func place<Stored>(_ type: Stored.Type) -> Int {
        let alignment = MemoryLayout<Stored>.alignment
        let offset = (size + alignment - 1) / alignment * alignment
        size = offset + MemoryLayout<Stored>.size
        return offset
    }

    private mutating func add<Value: JSONCodable, Stored>(
        _ key: String,
        _ presence: ModelRow.Presence,
        _ operations: any RowOperations.Type,
        _ value: Value.Type,
        _ stored: Stored.Type
    ) {
        let storage = ModelRow.Storage(presence)
        var kind = presence == .additional ? .other : ModelRow.Kind.of(value)
        let model = kind == .other && storage == .plain ? value as? any JSONModel.Type : nil
        let array = kind == .other && storage != .optionalNullable ? value as? any ArrayOperations.Type : nil
        if model != nil { kind = .model }
        if array != nil { kind = .array }
        let row = ModelRow(
            presence: presence,
            kind: kind,
            storage: storage,
            keepsNull: presence == .optional && !Value.acceptedKinds.contains(.null),
            acceptedKinds: Value.acceptedKinds.union(presence == .required || presence == .additional ? [] : .null),
            offset: place(stored),
            operations: operations,
            model: model,
            array: array,
            key: .init(start: nil, count: 0),
            encoded: .init(start: nil, count: 0),
            constant: .init(start: nil, count: 0)
        )
        rows.append(Draft(row: row, key: key, constant: nil))
    }

    private mutating func addConstant(_ key: String, _ value: JSONValue) {
        let row = ModelRow(
            presence: .constant,
            kind: .constant,
            storage: .plain,
            keepsNull: false,
            acceptedKinds: .all,
            offset: 0,
            operations: ConstantRow.self,
            model: nil,
            array: nil,
            key: .init(start: nil, count: 0),
            encoded: .init(start: nil, count: 0),
            constant: .init(start: nil, count: 0)
        )
        rows.append(Draft(row: row, key: key, constant: value))
    }
}
