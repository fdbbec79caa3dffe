import OpenAPI

extension Lowering {
    /// The type of `type: string` with a format. A format that has no type of its own is a string.
    func stringScalar(of schema: SchemaObject) -> TypeReference.Scalar {
        switch schema.format {
        case "date-time": .dateTime
        default: .string
        }
    }

    func integerScalar(of schema: SchemaObject) -> TypeReference.Scalar {
        switch schema.format {
        case "int32": .int32
        case "int64": .int64
        case "uint64": .uint64
        default: .integer
        }
    }

    func numberScalar(of schema: SchemaObject) -> TypeReference.Scalar {
        switch schema.format {
        case "float": .float
        case "decimal": .decimal
        default: .double
        }
    }
}
