/// Filters: `[?@.deprecated == true && match(@.name, 'a.*')]` (RFC 9535, section 2.3.5).
extension JSONPathParser {
    mutating func filter() throws(JSONPathSyntaxError) -> JSONPath.Filter {
        try open()
        defer { close() }
        var alternatives = [try conjunction()]
        while takeOperator("||") { alternatives.append(try conjunction()) }
        return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
    }

    private mutating func conjunction() throws(JSONPathSyntaxError) -> JSONPath.Filter {
        var terms = [try term()]
        while takeOperator("&&") { terms.append(try term()) }
        return terms.count == 1 ? terms[0] : .and(terms)
    }

    /// Takes an operator between terms, with the space around it.
    private mutating func takeOperator(_ text: StaticString) -> Bool {
        skipSpace()
        guard take(text) else { return false }
        skipSpace()
        return true
    }

    private mutating func term() throws(JSONPathSyntaxError) -> JSONPath.Filter {
        if peek == UInt8(ascii: "!") {
            let start = offset
            _ = take("!")
            skipSpace()
            if peek == UInt8(ascii: "(") { return .not(try parenthesized()) }
            let (operand, range) = try operand()
            skipSpace()
            guard try comparison() == nil else {
                throw error("'!' stands before a test, not before a comparison", from: start, hint: "use parentheses")
            }
            return .not(try test(operand, range))
        }
        if peek == UInt8(ascii: "(") { return try parenthesized() }
        let (left, leftRange) = try operand()
        skipSpace()
        guard let comparison = try comparison() else { return try test(left, leftRange) }
        skipSpace()
        let (right, rightRange) = try operand()
        try checkComparable(left, leftRange)
        try checkComparable(right, rightRange)
        return .comparison(left, comparison, right)
    }

    private mutating func parenthesized() throws(JSONPathSyntaxError) -> JSONPath.Filter {
        _ = take("(")
        skipSpace()
        let inside = try filter()
        skipSpace()
        guard take(")") else { throw error("expected ')' here") }
        return inside
    }

    private mutating func comparison() throws(JSONPathSyntaxError) -> JSONPath.Comparison? {
        if take("==") { return .equal }
        if take("!=") { return .notEqual }
        if take("<=") { return .lessOrEqual }
        if take(">=") { return .greaterOrEqual }
        if take("<") { return .less }
        if take(">") { return .greater }
        guard peek == UInt8(ascii: "=") else { return nil }
        throw error("unknown operator", hint: "equality is written '=='; regular expressions are match() and search()")
    }

    /// A literal, a query, or a call of a function.
    private mutating func operand() throws(JSONPathSyntaxError) -> (JSONPath.Operand, Range<Int>) {
        let start = offset
        let result: JSONPath.Operand
        switch peek {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): result = .literal(.string(try string()))
        case let byte? where byte == UInt8(ascii: "-") || byte.isDecimalDigit: result = .literal(.number(try number()))
        case UInt8(ascii: "@"), UInt8(ascii: "$"): result = .query(try query())
        default:
            let word = takeWord()
            switch word {
            case "": throw error("expected a value, '@', '$', or a function")
            case "null": result = .literal(.null)
            case "true": result = .literal(.boolean(true))
            case "false": result = .literal(.boolean(false))
            default: result = .function(try function(word, from: start))
            }
        }
        return (result, start..<offset)
    }

    private mutating func query() throws(JSONPathSyntaxError) -> JSONPath.Query {
        let isRelative = take("@")
        if !isRelative { _ = take("$") }
        return JSONPath.Query(isRelative: isRelative, segments: try segments())
    }

    private func test(_ operand: JSONPath.Operand, _ range: Range<Int>) throws(JSONPathSyntaxError) -> JSONPath.Filter {
        switch operand {
        case .query(let query): return .exists(query)
        case .function(let function) where function.isLogical: return .function(function)
        case .function:
            throw JSONPathSyntaxError(message: "the result of this function is to be compared", range: range)
        case .literal:
            throw JSONPathSyntaxError(message: "a literal is to be compared with something", range: range)
        }
    }

    private func checkComparable(_ operand: JSONPath.Operand, _ range: Range<Int>) throws(JSONPathSyntaxError) {
        switch operand {
        case .literal: break
        case .query(let query):
            guard query.isSingular else {
                throw JSONPathSyntaxError(
                    message: "a query that may select several nodes cannot be compared",
                    range: range,
                    hint: "'value(…)' gives the value of a single one, 'count(…)' their number"
                )
            }
        case .function(let function):
            guard !function.isLogical else {
                throw JSONPathSyntaxError(message: "the result of this function cannot be compared", range: range)
            }
        }
    }

    // MARK: Functions

    /// The five functions of section 2.4 and what they take.
    private mutating func function(_ name: String, from start: Int) throws(JSONPathSyntaxError) -> JSONPath.Function {
        guard ["length", "count", "match", "search", "value"].contains(name) else {
            let known = "the functions are length, count, match, search and value"
            throw error("unknown function '\(name)'", from: start, hint: known)
        }
        guard take("(") else { throw error("expected '(' behind '\(name)'") }
        try open()
        defer { close() }
        var arguments: [(JSONPath.Operand, Range<Int>)] = []
        skipSpace()
        if peek != UInt8(ascii: ")") {
            repeat {
                skipSpace()
                arguments.append(try operand())
                skipSpace()
            } while take(",")
        }
        guard take(")") else { throw error("expected ',' or ')' here") }
        let expected = name == "match" || name == "search" ? 2 : 1
        guard arguments.count == expected else {
            throw error("'\(name)' takes \(expected == 1 ? "one argument" : "two arguments")", from: start)
        }
        switch name {
        case "count": return .count(try nodes(arguments[0]))
        case "value": return .value(try nodes(arguments[0]))
        case "length": return .length(try value(arguments[0]))
        case "match": return .match(try value(arguments[0]), try pattern(arguments[1]))
        default: return .search(try value(arguments[0]), try pattern(arguments[1]))
        }
    }

    private func nodes(_ argument: (JSONPath.Operand, Range<Int>)) throws(JSONPathSyntaxError) -> JSONPath.Query {
        guard case .query(let query) = argument.0 else {
            throw JSONPathSyntaxError(message: "expected a query, '@…' or '$…'", range: argument.1)
        }
        return query
    }

    private func value(_ argument: (JSONPath.Operand, Range<Int>)) throws(JSONPathSyntaxError) -> JSONPath.Operand {
        try checkComparable(argument.0, argument.1)
        return argument.0
    }

    private func pattern(_ argument: (JSONPath.Operand, Range<Int>)) throws(JSONPathSyntaxError) -> JSONPath.Pattern {
        guard case .literal(.string(let text)) = argument.0 else { return .operand(try value(argument)) }
        guard let expression = IRegexp(text) else {
            throw JSONPathSyntaxError(
                message: "this is no I-Regexp (RFC 9485)",
                range: argument.1,
                hint: "it has no anchors, look-around, back references, or '\\d'"
            )
        }
        return .literal(expression)
    }
}
