import Foundation
package import SDKRuntime

/// Finds the model types of a generated module, so that a test can go over every one of them without a list by hand.
package enum GeneratedTypes {
    /// The models that the Swift files below a folder declare, found at run time by their mangled names.
    ///
    /// - Parameters:
    ///   - folder: The folder of the generated module.
    ///   - module: The module's name.
    package static func models(in folder: URL, module: String) throws -> [Found] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try names.filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return modelNames(in: text).map { name in
                Found(name: name.map(\.text).joined(separator: "."), type: type(name, module: module))
            }
        }
    }

    package struct Found: Sendable {
        package let name: String
        /// nil for a type that the running program does not have.
        package let type: (any APIModel.Type)?
    }

    /// The full names of the models in a file. Generated files are formatted, so that a closing brace stands below the
    /// beginning of the line that opened it.
    private static func modelNames(in text: String) -> [[NamePart]] {
        var scopes: [(indentation: Int, name: [NamePart])] = []
        var models: [[NamePart]] = []
        for line in text.split(separator: "\n") {
            let indentation = line.prefix { $0 == " " }.count
            scopes.removeAll { $0.indentation >= indentation }
            guard
                let match = line.firstMatch(
                    of: /^ *[a-z ]*\b(extension|struct|enum) ([A-Za-z0-9_.]+)(: APIModel)?.* \{$/
                )
            else { continue }
            let isEnum = match.1 == "enum"
            let parts = match.2.split(separator: ".").map { NamePart(text: String($0), isEnum: isEnum) }
            let name = (scopes.last?.name ?? []) + parts
            if match.3 != nil { models.append(name) }
            scopes.append((indentation, name))
        }
        return models
    }

    /// One part of a full name.
    private struct NamePart {
        let text: String
        let isEnum: Bool
    }

    /// A struct by its mangled name: each part with its length in front and `V` behind, `O` for an enum (Swift ABI,
    /// Mangling).
    private static func type(_ name: [NamePart], module: String) -> (any APIModel.Type)? {
        let mangled =
            "\(module.utf8.count)\(module)"
            + name.map { "\($0.text.utf8.count)\($0.text)\($0.isEnum ? "O" : "V")" }.joined()
        return _typeByName(mangled) as? any APIModel.Type
    }
}
