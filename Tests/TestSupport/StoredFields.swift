package import SDKRuntime
@_spi(Reflection) import Swift

/// The stored members of a struct, as the compiler laid them out.
package enum StoredFields {
    package struct Field: Equatable {
        package let offset: Int
        package let type: ObjectIdentifier
    }

    package static func fields(of type: Any.Type) -> [Field] {
        var fields: [Field] = []
        _ = _forEachField(of: type) { _, offset, type, _ in
            fields.append(Field(offset: offset, type: ObjectIdentifier(type)))
            return true
        }
        return fields
    }

    /// What a model's table takes them for.
    package static func rows<Model: APIModel>(of type: Model.Type) -> [Field] {
        Model.table.storedRows.map { Field(offset: $0.offset, type: ObjectIdentifier($0.type)) }
    }
}
