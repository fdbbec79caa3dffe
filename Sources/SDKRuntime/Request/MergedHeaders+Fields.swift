import HTTPTypes

extension MergedHeaders {
    /// The header fields that a transport is given.
    ///
    /// - Throws: ``APIError`` for a name that is no token and for a value that would break the message apart
    ///   (RFC 9110, section 5.5). The message does not show the value.
    func httpFields() throws -> HTTPFields {
        var fields = HTTPFields()
        fields.reserveCapacity(self.fields.count)
        for (name, value) in self.fields {
            guard let fieldName = HTTPField.Name(name), !name.hasPrefix(":") else {
                let shown = name.unicodeScalars.map { $0.escaped(asASCII: true) }.joined()
                throw APIError(.invalidArgument, "'\(shown)' is not a valid header name")
            }
            let trimmed = value.trimmingHeaderWhitespace()
            guard HTTPField.isValidValue(trimmed) else {
                throw APIError(.invalidArgument, "the value of header '\(name)' contains a control character")
            }
            fields.append(HTTPField(name: fieldName, value: trimmed))
        }
        return fields
    }
}

extension String {
    /// Without the spaces and tabs around it, which are no part of a field's value.
    fileprivate func trimmingHeaderWhitespace() -> String {
        let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var rest = self[...].drop(while: isBlank)
        while let last = rest.last, isBlank(last) {
            rest.removeLast()
        }
        return String(rest)
    }
}
