import HTTPTypes

// <!-- swift
// var options = RequestOptions()
// -->
/// Header fields that one source adds to a request, such as the client's defaults or a single call's options.
///
/// ```swift
/// options.headers = ["X-Team": "red", "X-Api-Key": nil]   // nil removes what lower layers have set
/// ```
///
/// Names compare without regard to case. Values given for one name in one layer are joined with `, `.
/// A description never shows a value: any of them may be a credential.
public struct HeaderLayer: Sendable, Hashable {
    struct Entry: Sendable, Hashable {
        /// The name as it was given.
        let name: String
        /// What names compare by: in lower case.
        let key: String
        /// The name as a transport is given it; nil if it is none.
        let fieldName: HTTPField.Name?
        /// Nil: the header is to be removed.
        var value: String?

        init(name: String, value: String?) {
            self.name = name
            self.value = value
            fieldName = name.hasPrefix(":") ? nil : HTTPField.Name(name)
            key = fieldName?.canonicalName ?? name.lowercased()
        }
    }

    private(set) var entries: [Entry] = []

    /// Makes a layer of names and values in order. A nil value removes the header.
    public init(_ headers: some Sequence<(String, String?)> = []) {
        for (name, value) in headers {
            add(name, value)
        }
    }

    /// Whether the layer changes nothing.
    public var isEmpty: Bool { entries.isEmpty }

    /// The value that the layer sets for a name; nil when it sets none or removes the header.
    ///
    /// Setting a value replaces the one in this layer. Setting nil takes back what the layer says about the header;
    /// ``remove(_:)`` asks for its removal.
    public subscript(name: String) -> String? {
        get { index(of: name).flatMap { entries[$0].value } }
        set {
            if let index = index(of: name) {
                entries.remove(at: index)
            }
            if let newValue {
                entries.append(Entry(name: name, value: newValue))
            }
        }
    }

    /// Removes a header that a lower layer sets. A removed credential header counts as a deliberate choice: the request
    /// is then sent without credentials.
    public mutating func remove(_ name: String) {
        add(name, nil)
    }

    /// Whether the layer asks for the removal of a header.
    public func removes(_ name: String) -> Bool {
        index(of: name).map { entries[$0].value == nil } ?? false
    }

    /// Adds a value to those that the layer has for a name already, joined with `, `.
    public mutating func add(_ name: String, _ value: String?) {
        guard let index = index(of: name) else {
            entries.append(Entry(name: name, value: value))
            return
        }
        if let value, let earlier = entries[index].value {
            entries[index].value = "\(earlier), \(value)"
        } else {
            entries[index].value = value
        }
    }

    /// The layer without the values of some headers. Removals stay.
    func filtered(_ keepsHeader: (String) -> Bool) -> HeaderLayer {
        var layer = self
        layer.entries.removeAll { $0.value != nil && !keepsHeader($0.name) }
        return layer
    }

    private func index(of name: String) -> Int? {
        let key = name.lowercased()
        return entries.firstIndex { $0.key == key }
    }
}

extension HeaderLayer: ExpressibleByDictionaryLiteral {
    /// Makes a layer of the literal's headers in order; a nil value removes one.
    public init(dictionaryLiteral elements: (String, String?)...) {
        self.init(elements)
    }
}

extension HeaderLayer: CustomStringConvertible, CustomReflectable {
    /// The names of the headers, without their values.
    public var description: String {
        "[" + entries.map { "\($0.name): \($0.value == nil ? "removed" : Redactor.mask)" }.joined(separator: ", ") + "]"
    }

    /// What a dump shows: the names of the headers, without their values.
    public var customMirror: Mirror {
        Mirror(self, unlabeledChildren: entries.map { ($0.name, $0.value == nil ? "removed" : Redactor.mask) })
    }
}
