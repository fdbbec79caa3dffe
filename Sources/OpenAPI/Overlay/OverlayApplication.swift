import Source

/// Applies overlays (Overlay Specification 1.0.0 and 1.1.0) to the entry of an OpenAPI document.
///
/// An action that is wrong is reported and passed over; the others count.
struct OverlayApplication {
    private let root: EditableNode
    private let resolver: ReferenceResolver
    private let report: Report
    private var growth = OverlayGrowth()
    private var suggestions = Suggestions()

    /// The document with all changes, whose new nodes keep the ranges of the overlay they come from.
    ///
    /// - Parameters:
    ///   - overlays: Applied one after the other.
    ///   - root: The root of the entry.
    static func apply(
        _ overlays: [SourceFile],
        to root: YAMLNode,
        resolver: ReferenceResolver,
        report: Report
    ) -> YAMLNode {
        var application = OverlayApplication(root: EditableNode(root), resolver: resolver, report: report)
        for file in overlays {
            guard let overlay = YAMLReader.read(file, report: report) else { continue }
            application.apply(overlay)
        }
        return application.root.frozen()
    }

    private mutating func apply(_ node: YAMLNode) {
        guard node.kind == .mapping else {
            return report.error(.valueKind, "an overlay is a mapping, not \(node.kindName)", at: node.range)
        }
        var checker = ObjectChecker(version: .v3_2, resolver: resolver, report: report, tolerance: .none)
        checker.checkAll(node, as: .overlay)
        let overlay = OverlayObject(node)
        guard let version = overlay.version else { return }
        guard version.hasPrefix("1.0") || version.hasPrefix("1.1") else {
            return report.error(
                .overlayVersion,
                "unknown version '\(version)' of the Overlay Specification",
                at: overlay.range(of: "overlay"),
                hint: "1.0 and 1.1 are supported"
            )
        }
        for action in overlay.actions where !checker.invalid.contains(action.node.identity) {
            if version.hasPrefix("1.0"), action.copy != nil {
                report.warning(
                    .unknownKey,
                    "'copy' is new in Overlay 1.1, and this overlay is 1.0",
                    at: action.keyRange(of: "copy"),
                    hint: "it is read as in 1.1"
                )
            }
            guard apply(action) else { return }
        }
    }

    /// Applies one action; false when the document has become so large that there is to be no more.
    private mutating func apply(_ action: OverlayActionObject) -> Bool {
        guard let target = action.target, let targets = nodes(at: target) else { return true }
        guard !targets.isEmpty else {
            reportNoMatch(target)
            return true
        }
        if action.isRemoval {
            warnOfUseless(["update", "copy"], of: action, beside: "remove: true")
            remove(targets, target)
            return true
        }
        if let update = action.update {
            warnOfUseless(["copy"], of: action, beside: "update")
            return merge(EditableNode(update), of: update, into: targets, target)
        }
        guard let copy = action.copy else {
            report.warning(
                .overlayUpdate,
                "the action changes nothing",
                at: action.node.headRange,
                hint: "it has neither 'update' nor 'remove: true' nor 'copy'"
            )
            return true
        }
        guard let sources = nodes(at: copy) else { return true }
        guard let source = sources.first, sources.count == 1 else {
            report.error(
                .overlayTarget,
                sources.isEmpty ? "there is nothing to copy" : "'copy' selects \(sources.count) nodes",
                at: copy.range,
                hint: "it selects one node"
            )
            return true
        }
        return merge(source.copy(), of: copy, into: targets, target)
    }

    // MARK: Targets

    /// The nodes that a JSONPath selects, each once; nil when there is something wrong with it, which is reported.
    private func nodes(at value: YAMLNode) -> [EditableNode]? {
        guard let text = value.string else { return nil }
        do {
            let path = try JSONPathParser.parse(text)
            var evaluation = JSONPathEvaluation(root: root)
            var seen: Set<ObjectIdentifier> = []
            return try evaluation.nodes(of: path).filter { seen.insert(ObjectIdentifier($0)).inserted }
        } catch let error as JSONPathSyntaxError {
            report.error(.jsonPath, error.message, at: value.range(inText: error.range), hint: error.hint)
        } catch {
            report.error(
                .jsonPath,
                "the query looks at too many nodes",
                at: value.range,
                hint: "name more of the way, in place of '..' and '*'"
            )
        }
        return nil
    }

    /// Tells how far the way leads, and what may be meant.
    private mutating func reportNoMatch(_ value: YAMLNode) {
        guard let text = value.string, let path = try? JSONPathParser.parse(text) else { return }
        var evaluation = JSONPathEvaluation(root: root)
        var reached = [root]
        var failing = path.segments.first
        for (number, segment) in path.segments.enumerated() {
            failing = segment
            guard let next = try? evaluation.nodes(of: path.segments[number...number], from: reached), !next.isEmpty
            else { break }
            reached = next
        }
        var hint: String?
        if case .name(let name)? = failing?.selectors.first, failing?.selectors.count == 1,
            failing?.isDescendant == false
        {
            let keys = reached.prefix(100).flatMap { $0.members.map(\.key) }
            hint = suggestions.closest(to: name, among: keys).map { "did you mean '\($0)'?" }
        }
        if hint == nil, let text = reached.lazy.compactMap({ $0["$ref"]?.origin.string }).first {
            hint =
                text.hasPrefix("#")
                ? "a JSONPath does not lead through a '$ref'"
                : "the way leads to '\(text)', and an overlay changes the entry document alone"
        }
        if hint == nil, resolver.refersToFiles(root.origin) {
            hint = "an overlay changes the entry document, not the files that it refers to"
        }
        report.warning(
            .overlayTarget,
            "the target matches nothing",
            at: failing.map { value.range(inText: $0.range) } ?? value.range,
            hint: hint
        )
    }

    private func warnOfUseless(_ keys: [String], of action: OverlayActionObject, beside other: String) {
        for key in keys {
            guard let member = action.node.member(key) else { continue }
            report.warning(
                .overlayUpdate,
                "'\(key)' has no effect beside '\(other)'",
                at: member.keyRange,
                hint: "it is ignored"
            )
        }
    }

    // MARK: Changes

    private func remove(_ targets: [EditableNode], _ target: YAMLNode) {
        let removed = Set(targets.map(ObjectIdentifier.init))
        var parents: Set<ObjectIdentifier> = []
        for node in targets {
            guard node !== root else {
                return report.error(.overlayTarget, "the whole document cannot be removed", at: target.range)
            }
            guard let parent = node.parent, parents.insert(ObjectIdentifier(parent)).inserted else { continue }
            parent.remove { removed.contains(ObjectIdentifier($0)) }
        }
    }

    /// Merges a value into each target; false when the document would become too large.
    private mutating func merge(
        _ value: EditableNode,
        of source: YAMLNode,
        into targets: [EditableNode],
        _ target: YAMLNode
    ) -> Bool {
        if let problem = growth.problem(ofMerging: value, into: targets) {
            report.error(.overlayUpdate, problem, at: target.range)
            return false
        }
        for node in targets {
            guard !OverlayMerge.merge(value.copy(), into: node) else { continue }
            report.error(
                .overlayUpdate,
                "\(value.origin.kindName) cannot be merged into \(node.origin.kindName)",
                at: source.headRange,
                notes: [Diagnostic.Note(message: "which is here", range: node.origin.headRange)]
            )
            return true
        }
        return true
    }
}
