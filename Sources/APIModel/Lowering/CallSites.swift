import OpenAPI
import Source

/// An operation in the document, with all that surrounds it. A class of constants, because it is handed over many times.
final class OperationSite {
    let path: YAMLMember
    let key: PathKey
    let item: PathItemObject
    /// The HTTP method as it goes on the wire.
    let method: String
    let methodRange: SourceRange
    let object: OperationObject
    let call: CallSite

    init(
        path: YAMLMember,
        key: PathKey,
        item: PathItemObject,
        method: String,
        methodRange: SourceRange,
        object: OperationObject,
        call: CallSite
    ) {
        self.path = path
        self.key = key
        self.item = item
        self.method = method
        self.methodRange = methodRange
        self.object = object
        self.call = call
    }
}

extension Lowering {
    /// The operations of the document, in its order, without those that are broken.
    func operationSites() -> [OperationSite] {
        var sites: [OperationSite] = []
        let paths = document.root.paths.map { (path: $0, key: PathKey($0.key)) }
        let parents = Self.parentPaths(of: paths.map(\.key.template))
        for (path, key) in paths {
            guard let item: PathItemObject = document.view(path.value) else { continue }
            var operations = item.operations.map { ($0.method.uppercased(), $0.key, $0.operation) }
            operations += item.additionalOperations.map { ($0.method, $0.key, $0.operation) }
            let siblings = Set(operations.map { $0.0.lowercased() })
            for (method, range, object) in operations where !document.isInvalid(object.node) {
                guard isMethod(method, at: range) else { continue }
                guard let given = givenName(of: object) else { continue }
                let call = CallSite(
                    path: key,
                    method: method.lowercased(),
                    operationID: object.operationID,
                    tags: object.tags,
                    siblings: siblings,
                    hasChildren: parents.contains(Self.shape(of: key.template)),
                    givesArray: givesArray(object),
                    givenName: given
                )
                sites.append(
                    OperationSite(
                        path: path,
                        key: key,
                        item: item,
                        method: method,
                        methodRange: range,
                        object: object,
                        call: call
                    )
                )
            }
        }
        return sites
    }

    /// Whether a text can be an HTTP method, a token (RFC 9110, section 9.1).
    private func isMethod(_ method: String, at range: SourceRange) -> Bool {
        guard !Self.isToken(method) else { return true }
        reportOnce(.value, "'\(method)' cannot be an HTTP method", at: range, hint: "the operation is left out")
        return false
    }

    /// The paths that others go on from, without the names of parameters.
    private static func parentPaths(of templates: [String]) -> Set<String> {
        var parents: Set<String> = []
        for template in templates {
            let shape = Array(shape(of: template).utf8)
            for index in shape.indices where shape[index] == UInt8(ascii: "/") {
                parents.insert(String(decoding: shape[..<index], as: UTF8.self))
            }
        }
        return parents
    }

    /// A path template without what stands in its braces.
    private static func shape(of template: String) -> String {
        var shape: [UInt8] = []
        var isInBraces = false
        for byte in Array(template.utf8) {
            if byte == UInt8(ascii: "}") { isInBraces = false }
            if !isInBraces { shape.append(byte) }
            if byte == UInt8(ascii: "{") { isInBraces = true }
        }
        return String(decoding: shape, as: UTF8.self)
    }

    /// Whether the first answer of success is an array of JSON.
    private func givesArray(_ object: OperationObject) -> Bool {
        guard let success = object.responses.first(where: { $0.key.hasPrefix("2") }),
            let response: ResponseObject = document.view(success.value),
            let json = response.content.first(where: { MediaName($0.key).kind == .json }),
            let media: MediaTypeObject = document.view(json.value),
            let schema = media.schema.flatMap({ document.view($0, as: SchemaObject.self) })
        else { return false }
        return schema.types.contains("array") || schema.items != nil
    }

    /// The name that `x-sdk-method` gives: nil in nil where it gives none; nil where it is none, which is reported.
    private func givenName(of object: OperationObject) -> CallName?? {
        guard let method = object.method else { return .some(nil) }
        let parts = method.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let isWellFormed = (2...Self.deepestMethod).contains(parts.count) && parts.allSatisfy(Self.isName)
        guard isWellFormed, let name = parts.last else {
            report.error(
                .methodName,
                "'\(method.text)' names no method",
                at: method.range,
                hint: "write the resource and the method, 'sessions.create' or 'beta.sessions.create'"
            )
            return nil
        }
        return CallName(resource: parts.dropLast(), method: name)
    }

    /// A call at the end of a longer way is nothing that anyone would write.
    private static let deepestMethod = 16

    /// Whether a text is a letter with letters, digits and underscores behind it.
    private static func isName(_ text: String) -> Bool {
        let letters = { (byte: UInt8) in UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }
        guard let first = text.utf8.first, letters(first) else { return false }
        return text.utf8.allSatisfy { byte in
            letters(byte) || byte == UInt8(ascii: "_") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        }
    }
}
