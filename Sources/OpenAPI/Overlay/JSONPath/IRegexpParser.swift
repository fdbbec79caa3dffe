/// A set of characters in an I-Regexp: a single one, `.`, a class in brackets, or a category.
struct IRegexpCharacters: Hashable, Sendable {
    /// A Unicode general category such as `Lu`, or a group of them, `L`; or all that are not in it.
    struct Category: Hashable, Sendable {
        let name: String
        let isComplement: Bool
    }

    var ranges: [ClosedRange<UInt32>] = []
    var categories: [Category] = []
    var isComplement = false

    /// `.`: every character that ends no line.
    static let dot = IRegexpCharacters(ranges: [0x0A...0x0A, 0x0D...0x0D], isComplement: true)

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isIn =
            ranges.contains { $0.contains(scalar.value) }
            || categories.contains { scalar.properties.generalCategory.hasName($0.name) != $0.isComplement }
        return isIn != isComplement
    }
}

/// Reads an I-Regexp (RFC 9485, section 3).
struct IRegexpParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    /// Nil for a text that is none.
    static func parse(_ text: String) -> IRegexpPattern? {
        var parser = IRegexpParser(scalars: Array(text.unicodeScalars))
        guard let pattern = parser.alternatives(), parser.position == parser.scalars.count else { return nil }
        return pattern
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private mutating func alternatives() -> IRegexpPattern? {
        var branches: [IRegexpPattern] = []
        repeat {
            guard let branch = branch() else { return nil }
            branches.append(branch)
        } while take("|")
        return .alternatives(branches)
    }

    private mutating func branch() -> IRegexpPattern? {
        var pieces: [IRegexpPattern] = []
        while let next = peek, next != "|", next != ")" {
            guard let atom = atom(), let piece = quantified(atom) else { return nil }
            pieces.append(piece)
        }
        return .sequence(pieces)
    }

    private mutating func quantified(_ atom: IRegexpPattern) -> IRegexpPattern? {
        if take("*") { return .repetition(atom, atLeast: 0, atMost: nil) }
        if take("+") { return .repetition(atom, atLeast: 1, atMost: nil) }
        if take("?") { return .repetition(atom, atLeast: 0, atMost: 1) }
        guard take("{") else { return atom }
        guard let least = count() else { return nil }
        var most: Int? = least
        if take(",") { most = peek == "}" ? nil : count() ?? -1 }
        guard take("}"), most.map({ $0 >= least }) ?? true else { return nil }
        return .repetition(atom, atLeast: least, atMost: most)
    }

    private mutating func count() -> Int? {
        let start = position
        while let digit = peek, "0"..."9" ~= digit { position += 1 }
        return Int(String(String.UnicodeScalarView(scalars[start..<position])))
    }

    private mutating func atom() -> IRegexpPattern? {
        guard let next = peek else { return nil }
        switch next {
        case "(":
            position += 1
            depth += 1
            defer { depth -= 1 }
            guard depth <= 100, let inside = alternatives(), take(")") else { return nil }
            return inside
        case ".":
            position += 1
            return .characters(.dot)
        case "[": return bracketed().map { .characters($0) }
        case "\\": return escape().map { .characters($0) }
        case "*", "+", "?", "]", "{", "}": return nil
        default:
            position += 1
            return .characters(IRegexpCharacters(ranges: [next.value...next.value]))
        }
    }

    /// An escaped character, or a category.
    private mutating func escape() -> IRegexpCharacters? {
        position += 1
        guard let next = peek else { return nil }
        position += 1
        switch next {
        case "p", "P": return category(isComplement: next == "P")
        case "n": return IRegexpCharacters(ranges: [0x0A...0x0A])
        case "r": return IRegexpCharacters(ranges: [0x0D...0x0D])
        case "t": return IRegexpCharacters(ranges: [0x09...0x09])
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}":
            return IRegexpCharacters(ranges: [next.value...next.value])
        default: return nil
        }
    }

    private mutating func category(isComplement: Bool) -> IRegexpCharacters? {
        guard take("{") else { return nil }
        var name = ""
        while let next = peek, next != "}", name.utf8.count < 3 {
            name.unicodeScalars.append(next)
            position += 1
        }
        guard take("}"), Self.categories.contains(name) else { return nil }
        return IRegexpCharacters(categories: [.init(name: name, isComplement: isComplement)])
    }

    private static let categories: Set<String> = {
        let kinds = ["L": "lmotu", "M": "cen", "N": "dlo", "P": "cdefios", "Z": "lps", "S": "ckmo", "C": "cfno"]
        return Set(kinds.flatMap { group, kinds in [group] + kinds.map { group + String($0) } })
    }()

    private mutating func bracketed() -> IRegexpCharacters? {
        position += 1
        var result = IRegexpCharacters()
        result.isComplement = take("^")
        // A hyphen stands for itself at the beginning and at the end.
        if take("-") { result.ranges.append(0x2D...0x2D) }
        while let next = peek, next != "]" {
            if next == "-" {
                position += 1
                guard peek == "]" else { return nil }
                result.ranges.append(0x2D...0x2D)
                break
            }
            guard let first = member() else { return nil }
            let isSingle = first.categories.isEmpty && first.ranges.count == 1
            guard isSingle, peek == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                result.ranges += first.ranges
                result.categories += first.categories
                continue
            }
            position += 1
            guard let last = member(), last.categories.isEmpty, let lower = first.ranges.first?.lowerBound,
                let upper = last.ranges.first?.upperBound, lower <= upper
            else { return nil }
            result.ranges.append(lower...upper)
        }
        guard take("]"), !result.ranges.isEmpty || !result.categories.isEmpty else { return nil }
        return result
    }

    private mutating func member() -> IRegexpCharacters? {
        guard let next = peek else { return nil }
        if next == "\\" { return escape() }
        guard next != "[", next != "]", next != "-" else { return nil }
        position += 1
        return IRegexpCharacters(ranges: [next.value...next.value])
    }
}

extension Unicode.GeneralCategory {
    /// Whether the name is the one of the category, or of the group that it is in.
    fileprivate func hasName(_ name: String) -> Bool {
        name.utf8.count == 1 ? abbreviation.hasPrefix(name) : abbreviation == name
    }

    /// The name of the category in the Unicode Standard, section 4.5.
    private var abbreviation: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: "Cn"
        }
    }
}
