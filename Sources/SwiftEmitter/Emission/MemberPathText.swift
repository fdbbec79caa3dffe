import APIModel

extension MemberPath {
    /// The value at the end of the way, as an optional text.
    ///
    /// - Parameter root: How the value is written that the way begins at.
    func text(from root: String) -> String {
        let (text, isOptional) = access(from: root)
        if isText { return text }
        return isOptional ? "\(text).map { String(describing: $0) }" : "String(describing: \(text))"
    }

    /// The value at the end of the way, and whether it may be missing.
    func access(from root: String) -> (text: String, isOptional: Bool) {
        var text = root
        var isOptional = false
        for member in members {
            text += (isOptional ? "?." : ".") + SwiftNames.property(member.name)
            switch member.absence {
            case .never: break
            case .isNil: isOptional = true
            case .isNilOrNull:
                text += "?.value"
                isOptional = true
            }
        }
        return (text, isOptional)
    }
}
