/// What can be seen of a value without descending into it.
enum ObservedValue {
    /// The members, in order.
    case object([(key: String, value: ObservedElement)])
    /// The elements.
    case array([ObservedElement])
    /// A value that is no container, and where it begins.
    case scalar(ObservedElement)

    /// Looks at the value that comes next.
    init(reading json: inout JSONReader) {
        switch json.nextKind() {
        case .object:
            var members: [(key: String, value: ObservedElement)] = []
            guard json.openObject() else { break }
            while let key = json.readKey() {
                members.append((key, ObservedElement(reading: &json)))
            }
            self = .object(members)
            return
        case .array:
            var elements: [ObservedElement] = []
            guard json.openArray() else { break }
            while json.openElement() { elements.append(ObservedElement(reading: &json)) }
            self = .array(elements)
            return
        default:
            break
        }
        self = .scalar(ObservedElement(reading: &json))
    }
}

/// A value inside another one: its kind, where it begins, and its value if it is no container.
struct ObservedElement {
    let kind: JSONKinds
    let start: UnsafePointer<UInt8>
    let scalar: JSONValue?

    /// Looks at the value that comes next. A number is an integer or a fraction by its amount.
    init(reading json: inout JSONReader) {
        let kind = json.nextKind()
        start = json.position
        guard kind.isDisjoint(with: [.object, .array]) else {
            self.kind = kind
            scalar = nil
            json.skip()
            return
        }
        let value = json.readValue()
        scalar = value
        if case .number(let number) = value {
            self.kind = number.int64 == nil && number.uint64 == nil ? .fraction : .integer
        } else {
            self.kind = kind
        }
    }
}
