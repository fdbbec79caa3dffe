#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How well a value fits a type that is a member of a union.
///
/// Only the value itself, its direct members and the first few elements of an array are looked at: trying every member of
/// every union inside would take time exponential in the depth of the text.
struct MemberFit: Sendable {
    /// The type without what makes it nullable or puts it behind a reference.
    let type: any JSONCodable.Type

    init(_ type: any JSONCodable.Type) {
        var type = type
        while let wrapper = type as? any WrapperType.Type { type = wrapper.wrappedType }
        self.type = type
    }

    /// - Parameter depth: How many containers inside containers may still be looked into.
    func score(_ value: ObservedValue, _ json: inout JSONReader, depth: Int = 1) -> FitScore {
        if let union = type as? any JSONUnion.Type {
            return union.choice.score(value, &json, depth: depth)
        }
        switch value {
        case .object(let members):
            if let model = type as? any JSONModel.Type { return model.layout.score(members, &json, depth: depth) }
            if let map = type as? any MapShape.Type {
                return Self.score(members.map(\.value), as: map.valueType, &json, depth: depth)
            }
            return FitScore(breadth: breadthOfContainers)
        case .array(let elements):
            guard let array = type as? any ArrayShape.Type else { return FitScore(breadth: breadthOfContainers) }
            return Self.score(elements, as: array.elementType, &json, depth: depth)
        case .scalar(let element):
            return score(element, &json, depth: depth)
        }
    }

    /// How well a value inside another one fits the type.
    func score(_ element: ObservedElement, _ json: inout JSONReader, depth: Int) -> FitScore {
        guard element.kind.isDisjoint(with: [.array, .object]) else {
            guard depth > 0 else { return FitScore() }
            return json.lookAhead(from: element.start) { json in
                score(ObservedValue(reading: &json), &json, depth: depth - 1)
            }
        }
        if element.kind == .null { return FitScore() }
        if let union = type as? any JSONUnion.Type { return union.choice.score(.scalar(element), &json, depth: depth) }
        var fit = json.lookAhead(from: element.start) { type.trial(&$0) }
        if case .number(let number) = element.scalar, rounds(number) { fit.breadth += Self.breadthOfRounding }
        return fit
    }

    /// What makes a type that rounds a number broader than any that keeps it.
    private static var breadthOfRounding: Int { 3 }

    /// Whether the type makes another number of an integer.
    private func rounds(_ number: JSONNumber) -> Bool {
        guard type == Double.self || type == Float.self else { return false }
        guard let integer = number.plainInteger else {
            return number.spelling != "-0" && number.spelling.utf8.allSatisfy { $0 == Byte.minus || Byte.isDigit($0) }
        }
        return type == Double.self ? Double(exactly: integer) == nil : Float(exactly: integer) == nil
    }

    private static func score(
        _ elements: [ObservedElement],
        as type: any JSONCodable.Type,
        _ json: inout JSONReader,
        depth: Int
    ) -> FitScore {
        var score = FitScore()
        let kinds = elements.reduce(into: JSONKinds()) { $0.formUnion($1.kind) }
        guard kinds.isSubset(of: type.acceptedKinds.accepting) else { return FitScore(oddities: 1) }
        let fit = MemberFit(type)
        for element in elements.prefix(Self.sampleCount) {
            score.add(inner: fit.score(element, &json, depth: depth))
        }
        return score
    }

    /// How many elements of an array or map are looked at.
    private static var sampleCount: Int { 4 }

    /// A type that takes any container takes more than one of elements that may be anything.
    private var breadthOfContainers: Int { type == JSONValue.self ? 6 : 0 }
}

extension JSONUnion {
    fileprivate static var choice: UnionChoice { table.choice }
}

extension ModelLayout {
    fileprivate func score(
        _ members: [(key: String, value: ObservedElement)],
        _ json: inout JSONReader,
        depth: Int
    ) -> FitScore {
        var score = FitScore()
        var seen = RowSet()
        var isPlaced = members.isEmpty
        for (key, value) in members {
            var index = keys.find(key)
            if index >= 0 {
                score.declared += 1
            } else if let additional {
                index = additional.index
            } else {
                score.undeclared += 1
                continue
            }
            isPlaced = true
            _ = seen.insert(index)
            score.add(rows[index], value, &json, depth: depth)
        }
        for index in rows.indices where !seen.contains(index) && rows[index].mustBeReceived {
            score.oddities += 1
        }
        score.isStrange = !isPlaced
        return score
    }
}

extension FitScore {
    /// Adds what a declared member tells.
    fileprivate mutating func add(_ row: ModelRow, _ value: ObservedElement, _ json: inout JSONReader, depth: Int) {
        if row.presence == .constant {
            contradictions += value.agrees(with: row.constant) ? 0 : 1
        } else if row.acceptedKinds.isDisjoint(with: value.kind) {
            oddities += 1
        } else if row.kind == .other || row.kind == .date || row.kind == .int, value.scalar != nil {
            // Breadth tells members of a union apart, not types that happen to have a member of that name.
            let inner = MemberFit(row.operations.valueType).score(value, &json, depth: 0)
            oddities += inner.oddities
            unknown += inner.unknown
        }
    }
}

extension ObservedElement {
    /// A container is not compared: that a constant is one is all that is known.
    fileprivate func agrees(with constant: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let scalar else {
            return constant.first == (kind == .object ? Byte.openBrace : Byte.openBracket)
        }
        return scalar.isSame(as: constant)
    }
}

// MARK: - Scalars

extension JSONCodable {
    /// How well a scalar fits: scalars are short enough to be read on trial.
    fileprivate static func trial(_ json: inout JSONReader) -> FitScore {
        let mode = json.mode
        json.mode = .lenient
        defer { json.mode = mode }
        let unkept = json.unkeptIssues
        let value = Self(reading: &json)
        let isUnknown = (value as? any OpenRawValue).map { !$0.isKnown } ?? false
        return FitScore(
            oddities: json.unkeptIssues > unkept ? 1 : 0,
            unknown: isUnknown ? 1 : 0,
            breadth: value.breadth
        )
    }

    /// How much a type takes that has read a value without an issue: the values of a list, a form of string or number,
    /// any string, anything.
    private var breadth: Int {
        switch self {
        case is any OpenRawValue: 0
        case is any FormattedString, is any JSONInteger, is Date, is UUID: 1
        case let url as URL where url.scheme != nil: 2
        // Any text without spaces is a relative reference, and many a word is base64.
        case is String, is URL, is Data: 4
        case is JSONValue: 5
        default: 3
        }
    }
}

extension JSONReader {
    /// Looks at a value that begins somewhere else.
    fileprivate mutating func lookAhead<Value>(
        from start: UnsafePointer<UInt8>,
        _ body: (inout JSONReader) -> Value
    ) -> Value {
        lookAhead { json in
            json.position = start
            return body(&json)
        }
    }
}

// MARK: - Shapes

/// A type that adds nothing to the shape of another one.
private protocol WrapperType {
    static var wrappedType: any JSONCodable.Type { get }
}

extension Nullable: WrapperType where Wrapped: JSONCodable {
    fileprivate static var wrappedType: any JSONCodable.Type { Wrapped.self }
}

extension Indirect: WrapperType {
    fileprivate static var wrappedType: any JSONCodable.Type { Wrapped.self }
}

/// An array, whatever its elements are.
private protocol ArrayShape {
    static var elementType: any JSONCodable.Type { get }
}

extension Array: ArrayShape where Element: JSONCodable {
    fileprivate static var elementType: any JSONCodable.Type { Element.self }
}

/// A map, whatever its values are.
private protocol MapShape {
    static var valueType: any JSONCodable.Type { get }
}

extension Dictionary: MapShape where Key == String, Value: JSONCodable {
    fileprivate static var valueType: any JSONCodable.Type { Value.self }
}

extension JSONKinds {
    /// A type that accepts fractions accepts integers too; the reverse is seen from the number.
    fileprivate var accepting: JSONKinds { contains(.fraction) ? union(.integer) : self }
}
