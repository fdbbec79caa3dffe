/// What a multipart body sees of a value: files, which JSON cannot hold, and JSON.
enum PartValue {
    /// Nothing is sent.
    case none
    case file(UploadFile)
    case array([PartValue])
    case json(JSONValue)

    /// - Parameter notes: Gets the deprecated values.
    init(_ value: any JSONCodable, _ notes: inout DeprecationNotes) throws {
        switch value {
        case let file as UploadFile:
            self = .file(file)
        case let wrapper as any WrapperValue:
            self = try wrapper.wrappedValue.map { try PartValue($0, &notes) } ?? .none
        case let union as any JSONUnion:
            self = try PartValue(union.member, &notes)
        case let array as any ArrayValue:
            self = .array(try array.anyElements.map { try PartValue($0, &notes) })
        default:
            switch try notes.json(value) {
            case .null: self = .none
            case .array(let elements): self = .array(elements.map { $0 == .null ? .none : .json($0) })
            case let json: self = .json(json)
            }
        }
    }

    /// The value as JSON; nil if there is a file in it.
    var json: JSONValue? {
        switch self {
        case .none: return .null
        case .file: return nil
        case .json(let value): return value
        case .array(let elements):
            let values = elements.compactMap(\.json)
            return values.count == elements.count ? .array(values) : nil
        }
    }

    /// The members of a body, in order.
    ///
    /// - Throws: ``APIError`` when the value is no object, and ``ModelEncodingError`` when a member cannot be written.
    static func members(
        of value: any JSONCodable,
        _ notes: inout DeprecationNotes
    ) throws -> [(name: String, value: PartValue)] {
        switch value {
        case let model as any JSONModel:
            return try model.writtenMembers.map { ($0.key, try PartValue($0.value, &notes)) }
        case let wrapper as any WrapperValue:
            return try wrapper.wrappedValue.map { try members(of: $0, &notes) } ?? []
        case let union as any JSONUnion:
            return try members(of: union.member, &notes)
        case let map as any MapValue:
            return try map.anyMembers.map { ($0.key, try PartValue($0.value, &notes)) }
        default:
            guard case .object(let object) = try notes.json(value) else {
                throw APIError(.invalidArgument, "the body cannot be written in parts: it is no object")
            }
            return try object.map { ($0.key, try PartValue($0.value, &notes)) }
        }
    }
}

/// A value around another one, or around none.
private protocol WrapperValue {
    var wrappedValue: (any JSONCodable)? { get }
}

extension Nullable: WrapperValue where Wrapped: JSONCodable {
    fileprivate var wrappedValue: (any JSONCodable)? { value }
}

extension Indirect: WrapperValue {
    fileprivate var wrappedValue: (any JSONCodable)? { value }
}

private protocol ArrayValue {
    var anyElements: [any JSONCodable] { get }
}

extension Array: ArrayValue where Element: JSONCodable {
    fileprivate var anyElements: [any JSONCodable] { self }
}

private protocol MapValue {
    var anyMembers: [(key: String, value: any JSONCodable)] { get }
}

extension Dictionary: MapValue where Key == String, Value: JSONCodable {
    fileprivate var anyMembers: [(key: String, value: any JSONCodable)] {
        sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}

extension JSONUnion {
    /// The associated value of the case.
    fileprivate var member: any JSONCodable {
        var visitor = MemberVisitor()
        accept(&visitor)
        return visitor.member
    }
}

private struct MemberVisitor: UnionVisitor {
    var member: any JSONCodable = JSONValue.null

    mutating func visit<Member: JSONCodable & Hashable>(_ member: Member, at index: Int) {
        self.member = member
    }
}
