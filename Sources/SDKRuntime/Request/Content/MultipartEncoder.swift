#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes a multipart body (RFC 7578): its parts in the order of the members, files piece by piece while they are sent.
package struct MultipartEncoder {
    private let boundary: String
    private let query: QueryEncoder
    private var body = BodySegments()

    /// - Parameters:
    ///   - boundary: What separates the parts; it must not occur in them.
    ///   - query: Knows how the service wants arrays and objects.
    init(boundary: String, query: QueryEncoder) {
        self.boundary = boundary
        self.query = query
    }

    /// The body of the parts that were added.
    consuming func finish() -> HTTPRequestBody {
        body.append("--\(boundary)--\r\n")
        return body.body
    }

    /// The boundary that a media type names.
    package static func boundary(of contentType: String) -> String? {
        var parameters = HeaderScanner(contentType.drop { $0 != ";" })
        return parameters.readParameters().first { $0.name == "boundary" }?.value
    }

    /// A boundary that occurs in no contents: 128 random bits.
    static func randomBoundary() -> String {
        "----\(UUID().uuidString.lowercased())"
    }
}

extension MultipartEncoder {
    /// Adds a member: a part, or several, or none for null and for an empty array.
    ///
    /// - Throws: ``APIError`` when the value has no form in its encoding, or a file cannot be read.
    mutating func add(_ name: String, _ value: PartValue, _ encoding: PartEncoding?) throws {
        if let format = encoding?.format, let json = value.json {
            for field in try query.parts(name, json, format) { try add(field, encoding) }
            return
        }
        switch value {
        case .none:
            return
        case .file(let file):
            try add(name, file, encoding)
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                // An array in an array is one part.
                let part = if case .array = element, let json = element.json { PartValue.json(json) } else { element }
                // A description may name the parts as they are written, `files[]`: such a name gets no more brackets.
                let elementName = name.hasSuffix("[]") ? name : query.elementName(name, index)
                try add(elementName, part, encoding)
            }
        case .json(let json):
            try add(name, json, encoding)
        }
    }

    private mutating func add(_ name: String, _ file: UploadFile, _ encoding: PartEncoding?) throws {
        let type = file.mediaType(declared: encoding?.contentType)
        let fileName = file.sentName(keepsPath: encoding?.keepsPaths == true)
        try begin(name, fileName: fileName, contentType: type, encoding)
        body.append(try file.body())
        body.append("\r\n")
    }

    private mutating func add(_ name: String, _ value: JSONValue, _ encoding: PartEncoding?) throws {
        if let type = encoding?.contentType, !type.contains("*"), !type.contains(",") {
            try add(name, text: try text(value, as: type, name), contentType: type, encoding)
        } else if value.arrayValue == nil, value.objectValue == nil {
            guard let text = try ParameterText.scalar(value) else { return }
            try add(name, text: text, contentType: nil, encoding)
        } else if query.arrays != .openAPI {
            for field in try query.parts(name, value, nil) { try add(field, encoding) }
        } else {
            try add(name, text: JSONText.compact(value), contentType: "application/json", encoding)
        }
    }

    private mutating func add(_ field: EncodedFields.Field, _ encoding: PartEncoding?) throws {
        try add(field.name, text: field.text, contentType: nil, encoding)
    }

    private mutating func add(
        _ name: String,
        text: String,
        contentType: String?,
        _ encoding: PartEncoding?
    ) throws {
        try begin(name, fileName: nil, contentType: contentType, encoding)
        body.append("\(text)\r\n")
    }

    private func text(_ value: JSONValue, as type: String, _ name: String) throws -> String {
        if MediaType(type)?.isJSON == true { return try JSONText.compact(value) }
        guard value.arrayValue == nil, value.objectValue == nil, let text = try ParameterText.scalar(value) else {
            throw APIError(.invalidArgument, "'\(name)' of the body cannot be written as \(type)")
        }
        return text
    }

    /// Writes the boundary and the headers of a part.
    private mutating func begin(
        _ name: String,
        fileName: String?,
        contentType: String?,
        _ encoding: PartEncoding?
    ) throws {
        var disposition = "form-data; name=\"\(Self.escape(name))\""
        if let fileName { disposition += "; filename=\"\(Self.escape(fileName))\"" }
        var layer: HeaderLayer = ["Content-Disposition": disposition]
        if let contentType { layer["Content-Type"] = contentType }
        let headers = MergedHeaders([layer, encoding?.headers ?? [:]])
        body.append("--\(boundary)\r\n")
        for field in try headers.httpFields() {
            body.append("\(field.name.rawName): \(field.value)\r\n")
        }
        body.append("\r\n")
    }

    /// What would end the quoted text is percent-encoded, as browsers do it (HTML Standard, section 4.10.21.8).
    private static func escape(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "%22"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
