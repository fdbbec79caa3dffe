package import Source

/// Reads an OpenAPI document: from the bytes of its entry file to a checked and linked `Document`.
package enum DocumentReader {
    /// The document whose entry is `file`, or nil when there is nothing that could be read as one.
    ///
    /// - Parameters:
    ///   - file: The entry file.
    ///   - overlays: Overlay documents that are applied to the entry, one after the other, before anything is made of it.
    ///   - files: Where further files are loaded that references name.
    ///   - report: Takes what is wrong with the document.
    package static func read(
        _ file: SourceFile,
        overlays: [SourceFile] = [],
        files: SourceFiles,
        report: Report
    ) -> Document? {
        // References where the standard has none are found by reading, and followed by reading once more.
        var expansions = ReferenceExpansions()
        while true {
            let attempt = Report(files: files)
            let resolver = ReferenceResolver(files: files, report: attempt, expansions: expansions)
            keepUntilExit(resolver)
            let (document, misplaced) = read(file, overlays, resolver, mayExpand: expansions.isOpen, report: attempt)
            guard misplaced.isEmpty else {
                expansions.add(misplaced)
                continue
            }
            report.add(contentsOf: attempt)
            for warning in expansions.warnings { report.add(warning) }
            return document
        }
    }

    private static func read(
        _ file: SourceFile,
        _ overlays: [SourceFile],
        _ resolver: ReferenceResolver,
        mayExpand: Bool,
        report: Report
    ) -> (Document?, [MisplacedReference]) {
        let entry = resolver.root(of: file) { root in
            guard !overlays.isEmpty else { return root }
            return OverlayApplication.apply(overlays, to: root, resolver: resolver, report: report)
        }
        guard let root = entry else { return (nil, []) }
        guard root.kind == .mapping else {
            report.error(.valueKind, "an OpenAPI document is a mapping, not \(root.kindName)", at: root.range)
            return (nil, [])
        }
        guard let version = version(of: root, report: report) else { return (nil, []) }
        var checker = ObjectChecker(version: version, resolver: resolver, report: report)
        checker.mayExpand = mayExpand
        checker.checkAll(root, as: .openAPI)
        let document = Document(
            version: version,
            root: OpenAPIObject(root),
            fileCount: resolver.fileCount,
            links: resolver.links,
            ends: resolver.ends,
            invalid: checker.invalid
        )
        return (document, checker.misplaced)
    }

    private static func version(of root: YAMLNode, report: Report) -> OpenAPIVersion? {
        if let swagger = root.member("swagger") {
            report.error(
                .openAPIVersion,
                "Swagger \(swagger.value.text) is not supported",
                at: swagger.value.range,
                hint: "convert the document to OpenAPI 3"
            )
            return nil
        }
        guard let key = root["openapi"] else {
            report.error(
                .missingKey,
                "missing key 'openapi': this is no OpenAPI document",
                at: root.members.first?.keyRange ?? root.range,
                hint: Spelling.closest(to: "openapi", among: root.members.map(\.key)).map { "is '\($0)' meant?" }
            )
            return nil
        }
        guard let version = OpenAPIVersion(key.text) else {
            report.error(
                .openAPIVersion,
                "unknown OpenAPI version '\(key.text)'",
                at: key.range,
                hint: "3.0, 3.1 and 3.2 are supported"
            )
            return nil
        }
        return version
    }
}
