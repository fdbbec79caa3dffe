/// A syntax error in the words of someone who writes documents: libyaml speaks of tokens.
struct YAMLSyntaxError {
    let message: String
    let hint: String?
    let range: Range<Int>

    private init(_ message: String, hint: String? = nil, at range: Range<Int>) {
        self.message = message
        self.hint = hint
        self.range = range
    }

    init(_ failure: LibYAML.Failure, in bytes: [UInt8], offsets: inout CodePointOffsets) {
        let problem = offsets.byteOffset(of: failure.problemIndex)
        let context = failure.contextIndex.map { offsets.byteOffset(of: $0) } ?? problem
        self = Place(bytes: bytes, problem: problem, context: context).error(for: failure)
    }

    /// What libyaml lets pass in a block scalar, and YAML does not: a comment right after the indicators.
    init?(ofBlockScalar range: Range<Int>, in bytes: [UInt8]) {
        let indicators = bytes[range].prefix { !$0.isWhitespace && $0 != .hash }
        guard indicators.endIndex < range.upperBound, bytes[indicators.endIndex] == .hash else { return nil }
        let place = indicators.endIndex..<indicators.endIndex + 1
        self.init("a comment needs a space before '#'", at: place)
    }
}

extension YAMLSyntaxError {
    /// Where libyaml stopped, and where what it was reading began.
    private struct Place {
        let bytes: [UInt8]
        let problem: Int
        let context: Int

        func error(for failure: LibYAML.Failure) -> YAMLSyntaxError {
            switch (failure.problem, failure.context) {
            case ("found character that cannot start any token", _):
                return wrongStart
            case ("mapping values are not allowed in this context", _):
                return unexpectedColon
            case ("block sequence entries are not allowed in this context", _):
                let hint = "begin a list on a line of its own, or put the value in quotes"
                return YAMLSyntaxError("a list item cannot begin here", hint: hint, at: atProblem)
            case ("mapping keys are not allowed in this context", _):
                let hint = "put a value that begins with '?' in quotes"
                return YAMLSyntaxError("a key cannot begin here", hint: hint, at: atProblem)
            case ("could not find expected ':'", _):
                return missingColon
            case ("did not find expected alphabetic or numeric character", _):
                return badReference
            case ("found unexpected end of stream", _), ("found unexpected document indicator", _):
                return YAMLSyntaxError("this quote is never closed", at: character(at: context))
            case ("found unknown escape character", _):
                return badEscape
            case ("did not find expected hexdecimal number", _), ("found invalid Unicode character escape code", _):
                return badHexadecimalEscape
            case ("did not find expected ',' or ']'", _), ("did not find expected ',' or '}'", _):
                return unclosedBracket(expected: String(failure.problem.dropFirst("did not find ".count)))
            case ("did not find expected key", _), ("did not find expected '-' indicator", _):
                return wrongIndentation(isList: failure.problem.contains("'-'"))
            case ("did not find expected node content", _):
                return YAMLSyntaxError("expected a value here", at: atProblem)
            case ("did not find expected <document start>", _):
                let hint = "check the indentation of this line"
                return YAMLSyntaxError("this does not belong to the value above", hint: hint, at: restOfLine(problem))
            case ("found incompatible YAML document", _):
                return YAMLSyntaxError("only YAML 1.2 and 1.1 are supported", at: restOfLine(problem))
            case ("found undefined tag handle", _):
                return YAMLSyntaxError("the tag's prefix is not declared in a '%TAG' line", at: restOfLine(problem))
            case ("found a tab character that violates indentation", _),
                ("found a tab character where an indentation space is expected", _):
                return YAMLSyntaxError("a tab cannot indent a line", hint: "use spaces", at: atProblem)
            default:
                return other(failure)
            }
        }

        // MARK: Cases

        private var wrongStart: YAMLSyntaxError {
            guard let byte = bytes[ifPresent: problem], byte != .tab else {
                return YAMLSyntaxError("a tab cannot indent a line", hint: "use spaces", at: atProblem)
            }
            let name = bytes.string(atProblem)
            return YAMLSyntaxError(
                "a value cannot begin with '\(name)'",
                hint: "put the value in quotes",
                at: atProblem
            )
        }

        private var unexpectedColon: YAMLSyntaxError {
            let lineStart = startOfLine(problem)
            if let error = longKey(from: lineStart) { return error }
            let earlier = bytes[lineStart..<min(problem, bytes.count)]
            guard zip(earlier, earlier.dropFirst()).contains(where: { $0 == .colon && $1.isWhitespace }) else {
                let message = "this line is indented like a part of the value above"
                let key = (earlier.firstIndex { !$0.isBlank } ?? lineStart)..<problem
                return YAMLSyntaxError(message, hint: "align it with the key that it stands beside", at: key)
            }
            let message = "a value in a block mapping cannot contain ': ' unless it is quoted"
            return YAMLSyntaxError(message, hint: "put the value in quotes", at: atProblem)
        }

        private var missingColon: YAMLSyntaxError {
            if let error = longKey(from: context) { return error }
            let hint = "write 'key: value', or indent the line if it goes on with the text above"
            return YAMLSyntaxError("expected ':' after this key", hint: hint, at: restOfLine(context))
        }

        /// The error of a key that is longer than YAML allows without a `?`; nil when there is a colon before.
        private func longKey(from start: Int) -> YAMLSyntaxError? {
            var colon = start
            while let byte = bytes[ifPresent: colon],
                byte != .colon || bytes[ifPresent: colon + 1]?.isWhitespace == false
            {
                if byte.isLineBreak { return nil }
                colon += 1
            }
            guard colon < bytes.count, colon - start > 1_024 else { return nil }
            let message = "a key cannot be longer than 1,024 characters"
            return YAMLSyntaxError(message, hint: "write it as '? key' and ': value'", at: start..<colon)
        }

        private var badReference: YAMLSyntaxError {
            let isAlias = bytes[ifPresent: context] == UInt8(ascii: "*")
            let message =
                isAlias ? "'*' begins an alias, and no name follows" : "'&' begins an anchor, and no name follows"
            let hint = "put text that begins with '\(isAlias ? "*" : "&")' in quotes"
            return YAMLSyntaxError(message, hint: hint, at: character(at: context))
        }

        private var badEscape: YAMLSyntaxError {
            let range = problem..<min(character(at: problem + 1).upperBound, bytes.count)
            let escape = bytes.string(range)
            let hint = "write '\\\(escape)', or use single quotes"
            return YAMLSyntaxError("unknown escape '\(escape)' in double quotes", hint: hint, at: range)
        }

        private var badHexadecimalEscape: YAMLSyntaxError {
            // libyaml stopped after the `\u`, or after the digits.
            var start = problem
            while start > context, bytes[ifPresent: start] != .backslash { start -= 1 }
            var end = min(start + 2, bytes.count)
            while let byte = bytes[ifPresent: end], byte.hexadecimalValue != nil, end < start + 10 { end += 1 }
            let escape = Diagnostic.quote(bytes.string(start..<end))
            return YAMLSyntaxError("the escape \(escape) stands for no character", at: start..<end)
        }

        private func unclosedBracket(expected: String) -> YAMLSyntaxError {
            if problem >= bytes.count, let bracket = bytes[ifPresent: context] {
                let name = Character(Unicode.Scalar(bracket))
                return YAMLSyntaxError("this '\(name)' is never closed", at: character(at: context))
            }
            let isBracket = [.openBrace, .openBracket].contains(bytes[ifPresent: problem])
            let hint = isBracket ? "put text with brackets in quotes" : nil
            return YAMLSyntaxError(expected + " here", hint: hint, at: atProblem)
        }

        private func wrongIndentation(isList: Bool) -> YAMLSyntaxError {
            if bytes[ifPresent: problem] == .colon {
                return YAMLSyntaxError("a key is missing here", hint: "write \"\" for an empty key", at: atProblem)
            }
            let isFirstOfLine = bytes[startOfLine(problem)..<min(problem, bytes.count)].allSatisfy(\.isBlank)
            guard isFirstOfLine else {
                let hint = "put the whole value in quotes, or the rest on a line of its own"
                return YAMLSyntaxError("unexpected text after the value", hint: hint, at: restOfLine(problem))
            }
            let hint = isList ? "begin list items with '- '" : "align it with the keys it belongs to"
            let message = "this line fits neither the \(isList ? "list" : "mapping") above nor what is around it"
            return YAMLSyntaxError(message, hint: hint, at: restOfLine(problem))
        }

        private func other(_ failure: LibYAML.Failure) -> YAMLSyntaxError {
            let context = failure.context.isEmpty ? "" : " " + failure.context
            return YAMLSyntaxError(failure.problem + context, at: atProblem)
        }

        // MARK: Ranges

        private var atProblem: Range<Int> { character(at: problem) }

        /// One character; nothing at a line break or the end.
        private func character(at offset: Int) -> Range<Int> {
            guard let byte = bytes[ifPresent: offset], !byte.isLineBreak else {
                let end = min(offset, bytes.count)
                return end..<end
            }
            var end = offset + 1
            while bytes[ifPresent: end]?.isContinuation == true { end += 1 }
            return offset..<end
        }

        private func startOfLine(_ offset: Int) -> Int {
            var start = min(offset, bytes.count)
            while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
            return start
        }

        private func restOfLine(_ offset: Int) -> Range<Int> {
            let start = min(offset, bytes.count)
            var end = start
            while let byte = bytes[ifPresent: end], !byte.isLineBreak { end += 1 }
            while end > start, bytes[end - 1].isBlank { end -= 1 }
            return start..<end
        }
    }
}
