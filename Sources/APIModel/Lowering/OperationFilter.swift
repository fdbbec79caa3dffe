import OpenAPI
package import Source

/// Which operations of a document an SDK is to have: those that any of the patterns names.
package struct OperationFilter: Hashable, Sendable {
    /// What a pattern is held against.
    package enum Subject: String, Hashable, Sendable, CaseIterable {
        /// The path template, `/v1/sessions/*`, or with a method before it, `GET /v1/sessions`.
        case path
        /// One of the operation's tags, in full.
        case tag
        /// The `operationId`, or the call in the SDK, `beta.sessions.*`.
        case operation
    }

    /// One pattern. In those of paths and operations `*` stands for any number of characters, slashes among them.
    package struct Pattern: Hashable, Sendable {
        package let subject: Subject
        package let text: String
        /// Where it stands in the configuration; nil for one of the command line.
        package let range: SourceRange?

        package init(_ subject: Subject, _ text: String, at range: SourceRange? = nil) {
            self.subject = subject
            self.text = text
            self.range = range
        }
    }

    /// An operation as a filter sees it.
    package struct Candidate: Hashable, Sendable {
        package let path: String
        /// The HTTP method; its case does not matter.
        package let method: String
        package let operationID: String?
        package let tags: [String]
        /// The call in the SDK, `beta.sessions.create`, where it is known.
        package let sdkName: String?

        package init(path: String, method: String, operationID: String?, tags: [String], sdkName: String?) {
            self.path = path
            self.method = method
            self.operationID = operationID
            self.tags = tags
            self.sdkName = sdkName
        }
    }

    package let patterns: [Pattern]

    package init(_ patterns: [Pattern]) { self.patterns = patterns }

    /// Whether any pattern names the operation.
    package func keeps(_ candidate: Candidate) -> Bool {
        patterns.contains { $0.matches(candidate) }
    }
}

extension OperationFilter.Pattern {
    func matches(_ candidate: OperationFilter.Candidate) -> Bool {
        switch subject {
        case .path:
            // No path begins with a letter, so that a method before it cannot be taken for a part of it.
            Self.glob(text, matches: candidate.path)
                || text.contains(" ")
                    && Self.glob(
                        Self.upperCaseMethod(text),
                        matches: candidate.method.uppercased() + " " + candidate.path
                    )
        case .tag: candidate.tags.contains(text)
        case .operation:
            [candidate.operationID, candidate.sdkName].contains { $0.map { Self.glob(text, matches: $0) } ?? false }
        }
    }

    private static func upperCaseMethod(_ text: String) -> String {
        guard let space = text.firstIndex(of: " ") else { return text }
        return text[..<space].uppercased() + text[space...]
    }

    /// Whether a text is what a pattern says. The first stretch of the pattern has to begin the text and the last to end
    /// it; those between are looked for one after the other, each at the first place where it occurs.
    private static func glob(_ pattern: String, matches text: String) -> Bool {
        var stretches = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)[...]
        guard let first = stretches.popFirst() else { return text.isEmpty }
        guard let last = stretches.popLast() else { return pattern == text }
        guard text.utf8.starts(with: first) else { return false }
        var rest = text.utf8.dropFirst(first.count)
        guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else { return false }
        rest = rest.dropLast(last.count)
        for stretch in stretches {
            guard let end = rest.end(ofFirst: stretch) else { return false }
            rest = rest[end...]
        }
        return true
    }
}

extension Substring.UTF8View {
    /// Where the first occurrence of some bytes ends.
    fileprivate func end(ofFirst bytes: Substring.UTF8View) -> Index? {
        var start = self[...]
        while start.count >= bytes.count {
            if start.starts(with: bytes) { return index(start.startIndex, offsetBy: bytes.count) }
            start = start.dropFirst()
        }
        return nil
    }
}

extension Lowering {
    /// Whether an operation is to be part of the SDK; notes which patterns of the filter have named one.
    ///
    /// - Parameter name: The call in the SDK, `beta.sessions.create`.
    func keeps(_ object: OperationObject, method: String, path: String, name: @autoclosure () -> String) -> Bool {
        guard let filter else { return true }
        let candidate = OperationFilter.Candidate(
            path: path,
            method: method,
            operationID: object.operationID,
            tags: object.node["tags"]?.elements.compactMap(\.string) ?? [],
            sdkName: name()
        )
        unmatchedPatterns.removeAll { $0.matches(candidate) }
        return filter.keeps(candidate)
    }

    /// Says which patterns of the filter have named no operation: most likely they are misspelt.
    func reportUnmatchedPatterns() {
        for pattern in unmatchedPatterns {
            report.warning(.filter, "no operation has the \(pattern.subject) '\(pattern.text)'", at: pattern.range)
        }
    }
}

extension Rule {
    /// A pattern of a filter that names nothing.
    package static let filter: Rule = "filter"
}
