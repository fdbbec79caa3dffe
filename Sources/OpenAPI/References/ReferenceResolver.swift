package import Source

/// Finds what a `$ref` points to, and reads the files that references name.
///
/// One resolver serves one run, so that a file is read once and a mistake in it is told once.
package final class ReferenceResolver {
    private let files: SourceFiles
    private let report: Report
    /// The trees that have been read, by file; nil for one that could not be.
    private var roots: [FileID: YAMLNode?] = [:]
    /// The root of the document's first file.
    private var entry: YAMLNode?
    private var resources: [FileID: SchemaResources] = [:]
    /// The schemas and documents that give themselves an address.
    private var resourcesByURI: [BaseURI: SchemaResources.Resource] = [:]
    /// What each `$ref` that has been followed points to, one step on; nil for one that leads nowhere.
    private(set) var links: [YAMLNode.ID: YAMLNode?] = [:]
    /// What the chain of each such `$ref` ends at, so that no chain is walked again from each of its members.
    private(set) var ends: [YAMLNode.ID: YAMLNode?] = [:]
    /// What the texts of references point to, by file: in one file, equal texts lead to one node. Only texts in ASCII:
    /// others may be equal as strings and differ in bytes.
    private var targets: [FileID: [String: YAMLNode]] = [:]
    private var reportedCycles: Set<YAMLNode.ID> = []
    /// The references that are being followed: one whose pointer leads through itself would never end.
    private var following: Set<YAMLNode.ID> = []
    private var suggestions = Suggestions()
    /// How many references lead through each other at the moment, and how many may.
    private var depth = 0
    private static let maximumDepth = 200
    /// How severe it is that a reference leads nowhere.
    private var severity = Diagnostic.Severity.error

    private let expansions: ReferenceExpansions

    /// - Parameter expansions: What stands in place of references that the standard does not have.
    init(files: SourceFiles, report: Report, expansions: ReferenceExpansions = ReferenceExpansions()) {
        self.files = files
        self.report = report
        self.expansions = expansions
    }

    /// How many files have been read.
    package var fileCount: Int { roots.count }

    /// The tree of a file that has been loaded, or nil when it is no YAML, which has been reported.
    ///
    /// - Parameter change: What is made of the tree when it is read; it keeps the file's identity.
    package func root(of file: SourceFile, changedBy change: (YAMLNode) -> YAMLNode = { $0 }) -> YAMLNode? {
        if let known = roots[file.id] { return known }
        let root = YAMLReader.read(file, report: report).map(change).map { expansions.apply(to: $0) }
        setRoot(root, of: file)
        return root
    }

    private func setRoot(_ root: YAMLNode?, of file: SourceFile) {
        roots[file.id] = .some(root)
        guard let root else { return }
        if entry == nil { entry = root }
        let found = SchemaResources(root: root, path: file.path)
        resources[file.id] = found
        for resource in found.resources where resourcesByURI[resource.base] == nil {
            if resource.base != BaseURI(file.path) { resourcesByURI[resource.base] = resource }
        }
    }

    /// Whether anything below a node refers to another file.
    func refersToFiles(_ root: YAMLNode) -> Bool {
        var visited: Set<YAMLNode.ID> = []
        var waiting = [root]
        while let node = waiting.popLast() {
            guard node.kind == .mapping || node.kind == .sequence, visited.insert(node.identity).inserted else {
                continue
            }
            if let text = node["$ref"]?.string, !text.hasPrefix("#") { return true }
            waiting += Array(node.elements) + node.members.map(\.value)
        }
        return false
    }

    /// The node that a chain of `$ref`s ends at, or nil where one leads nowhere, which has been reported.
    ///
    /// - Parameters:
    ///   - node: A mapping with the key `$ref`.
    ///   - isAnnotation: Whether it stands where things are only described, so that a broken reference is a warning.
    package func target(of node: YAMLNode, isAnnotation: Bool) -> YAMLNode? {
        severity = isAnnotation ? .warning : .error
        return target(of: node)
    }

    /// The schema that a value of a discriminator's mapping names: the component of that name or, where there is none,
    /// what a `$ref` with that text would point to (OpenAPI 3.2.0, section 4.25.3).
    ///
    /// A mapping that leads nowhere says nothing, which is reported as a warning.
    func target(mappedBy value: YAMLNode, schemas: YAMLNode?) -> YAMLNode? {
        if let known = ends[value.identity] { return known }
        severity = .warning
        var found = value.string.flatMap { schemas?[$0] }
        if found == nil, let text = value.string {
            if text.contains(where: { "/#.:".contains($0) }) {
                found = step(from: value, value)
            } else {
                let near = suggestions.closest(to: text, among: schemas?.members.map(\.key) ?? [])
                fail(
                    .referenceTarget,
                    "no schema '\(text)'",
                    at: value.range,
                    hint: near.map { "did you mean '\($0)'?" }
                )
            }
        }
        if let reference = found, reference.reference != nil { found = target(of: reference) }
        ends[value.identity] = .some(found)
        return found
    }

    private func target(of node: YAMLNode) -> YAMLNode? {
        var visited: [YAMLNode] = []
        let end = end(of: node, visited: &visited)
        for node in visited { ends[node.identity] = .some(end) }
        return end
    }

    private func end(of node: YAMLNode, visited: inout [YAMLNode]) -> YAMLNode? {
        var positions: [YAMLNode.ID: Int] = [:]
        var current = node
        while let reference = current.reference {
            if let known = ends[current.identity] { return known }
            // Most chains have one reference, which leads to no place that has been.
            if visited.count == 1, let first = visited.first { positions[first.identity] = 0 }
            if let first = positions[current.identity] {
                reportCycle(Array(visited[first...]))
                return nil
            }
            if !visited.isEmpty { positions[current.identity] = visited.count }
            visited.append(current)
            guard let next = link(of: current, by: reference) else { return nil }
            current = next
        }
        return current
    }

    private func link(of node: YAMLNode, by reference: YAMLMember) -> YAMLNode? {
        if let known = links[node.identity] { return known }
        guard following.insert(node.identity).inserted else {
            reportCycle([node])
            return nil
        }
        let next = step(from: node, reference.value)
        following.remove(node.identity)
        links[node.identity] = .some(next)
        return next
    }

    /// The node that one reference points to.
    private func step(from node: YAMLNode, _ value: YAMLNode) -> YAMLNode? {
        guard let text = value.string else { return nil }
        guard depth < Self.maximumDepth else {
            fail(.referenceCycle, "references lead through more than \(Self.maximumDepth) others", at: value.range)
            return nil
        }
        depth += 1
        defer { depth -= 1 }
        // Where a schema of the file has an address of its own, it depends on the place what a text is relative to.
        let isUniform = resources[node.document]?.resources.count == 1 && text.utf8.allSatisfy { $0 < 0x80 }
        if isUniform, let known = targets[node.document]?[text] { return known }
        let reference = Reference(text)
        guard let resource = resource(of: reference, from: node, value) else { return nil }
        let found =
            if let anchor = reference.anchor {
                find(anchor, in: resource, for: value)
            } else {
                find(reference.tokens, in: resource.root, for: value)
            }
        if isUniform, let found { targets[node.document, default: [:]][text] = found }
        return found
    }

    /// The file or the schema that a reference names, without its fragment.
    private func resource(
        of reference: Reference,
        from node: YAMLNode,
        _ value: YAMLNode
    ) -> SchemaResources.Resource? {
        let origin = files[node.document]
        guard let root = root(of: origin), let known = resources[origin.id] else { return nil }
        let own = known.resource(of: node)
        guard !reference.uri.isEmpty else {
            // A pointer from the document's root is often meant, also where an '$id' makes another root.
            let isMeant = reference.tokens.first.map { own.root[$0] != nil || own.root.reference != nil } ?? true
            return isMeant ? own : SchemaResources.Resource(root: root, base: own.base, anchors: own.anchors)
        }
        let target = own.base.resolve(reference.uri)
        if let resource = resourcesByURI[target] { return resource }
        let path = FilePaths.resolve(Self.localPath(reference), besideFile: origin.path)
        guard !reference.file.contains("://") || reference.uri.hasPrefix("file://") else {
            report.warning(
                .unsupported,
                "a reference to a URL is not supported",
                at: value.range,
                hint: "save the document beside this one and refer to the file; till then it may be any value"
            )
            return nil
        }
        // A base in the document is where it is published, which may be a path here as well.
        let candidates = [
            target.isAbsolute ? nil : target.text, path, FilePaths.resolve(reference.uri, besideFile: origin.path),
        ]
        for candidate in candidates.compactMap(\.self) {
            guard let file = try? files.load(path: candidate) else { continue }
            guard self.root(of: file) != nil else { return nil }
            return resources[file.id]?.resources.first
        }
        failToLoad(path, reference, at: value.range)
        return nil
    }

    /// The path in a reference: that of a `file:` URL is all behind the host.
    private static func localPath(_ reference: Reference) -> String {
        guard reference.uri.hasPrefix("file://") else { return reference.file }
        let rest = reference.file.dropFirst("file://".count)
        return String(rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...])
    }

    private func failToLoad(_ path: String, _ reference: Reference, at range: SourceRange) {
        do {
            _ = try files.load(path: path)
        } catch {
            var near: String?
            if error.reason == .notFound {
                let names = FilePaths.names(in: FilePaths.folder(of: path))
                near =
                    component(reference.file)
                    ?? suggestions.closest(to: FilePaths.name(of: path), among: names)
            }
            fail(
                .referenceFile,
                error.reason == .notFound ? "no file '\(path)'" : error.description,
                at: range,
                hint: near.map { "did you mean '\($0)'?" }
            )
        }
    }

    /// The reference to a schema of the entry document, for who gave its name alone.
    private func component(_ name: String) -> String? {
        entry?["components"]?["schemas"]?[name] == nil ? nil : "#/components/schemas/" + name
    }

    private func find(_ anchor: String, in resource: SchemaResources.Resource, for value: YAMLNode) -> YAMLNode? {
        if let node = resource.anchors[anchor] { return node }
        let isCompared = suggestions.canCompare(with: resource.anchors.count)
        let near = suggestions.closest(to: anchor, among: resource.anchors.keys.sorted())
        failToFind(
            "no anchor '\(anchor)'",
            at: value.range,
            near: near.map { "#" + $0 } ?? component(anchor),
            isCompared: isCompared
        )
        return nil
    }

    /// The node at a pointer, or nil after a report.
    private func find(_ tokens: [String], in root: YAMLNode, for value: YAMLNode) -> YAMLNode? {
        var node = root
        for (position, token) in tokens.enumerated() {
            if node[token] == nil, node.reference?.value.string != nil {
                guard let followed = target(of: node) else { return nil }
                node = followed
            }
            if let child = node[token] {
                node = child
            } else if node.kind == .sequence, let index = Int(token), node.elements.indices.contains(index) {
                node = node.elements[index]
            } else {
                let path = tokens[..<position].map { "/" + $0 }.joined()
                let isCompared = suggestions.canCompare(with: node.members.count)
                let near = suggestions.closest(to: token, among: node.members.map(\.key))
                let swagger = path.isEmpty && token == "definitions" ? tokens.last.flatMap(component) : nil
                failToFind(
                    path.isEmpty ? "no '\(token)' in the file" : "no '\(token)' under '#\(path)'",
                    at: value.range,
                    near: swagger ?? near,
                    isCompared: isCompared
                )
                return nil
            }
        }
        return node
    }

    private func fail(
        _ rule: Rule,
        _ message: String,
        at range: SourceRange,
        hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        report.add(
            Diagnostic(severity: severity, rule: rule, message: message, range: range, hint: hint, notes: notes)
        )
    }

    /// Reports a reference to what is not there: an error where another name may be meant, and where none is near a
    /// warning, because the rest can be understood without it.
    ///
    /// - Parameter isCompared: Whether other names were looked at.
    private func failToFind(_ message: String, at range: SourceRange, near: String?, isCompared: Bool) {
        guard near == nil, isCompared, severity == .error else {
            return fail(.referenceTarget, message, at: range, hint: near.map { "did you mean '\($0)'?" })
        }
        report.warning(.referenceTarget, message, at: range, hint: Self.openHint)
    }

    private static let openHint = "it is passed over; a schema may be any value then"

    private func reportCycle(_ cycle: [YAMLNode]) {
        guard let first = cycle.first?.reference?.value, reportedCycles.isDisjoint(with: cycle.map(\.identity)) else {
            return
        }
        reportedCycles.formUnion(cycle.map(\.identity))
        fail(
            .referenceCycle,
            "cyclic reference: following it leads back here",
            at: first.range,
            notes: cycle.dropFirst().compactMap { node in
                node.reference.map { Diagnostic.Note(message: "by way of this reference", range: $0.value.range) }
            }
        )
    }
}
