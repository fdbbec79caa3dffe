import HTTPTypes

extension MergedHeaders {
    /// The header fields that a transport is given.
    ///
    /// - Throws: ``APIError`` for a name that is no token and for a value that would break the message apart
    ///   (RFC 9110, section 5.5). The message does not show the value.
    func httpFields() throws -> HTTPFields {
        var fields: [HTTPField] = []
        fields.reserveCapacity(entries.count)
        for entry in entries {
            guard let value = entry.value else { continue }
            guard let fieldName = entry.fieldName else {
                let shown = entry.name.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
                throw APIError(.invalidArgument, "'\(shown)' is not a valid header name")
            }
            let trimmed = value.trimmingHeaderWhitespace()
            guard HTTPField.isValidValue(trimmed) else {
                throw APIError(.invalidArgument, "the value of header '\(entry.name)' contains a control character")
            }
            fields.append(HTTPField(name: fieldName, value: trimmed))
        }
        // Each by itself goes a longer way.
        var all = HTTPFields()
        all.reserveCapacity(fields.count + 2)
        all.replaceSubrange(all.endIndex..<all.endIndex, with: fields)
        return all
    }
}

extension String {
    /// Without the spaces and tabs around it, which are no part of a field's value.
    fileprivate func trimmingHeaderWhitespace() -> String {
        guard let first = utf8.first, let last = utf8.last, first <= 0x20 || last <= 0x20 else { return self }
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var rest = self[...].drop(while: isBlank)
        while let last = rest.last, isBlank(last) {
            rest.removeLast()
        }
        return String(rest)
    }
}
