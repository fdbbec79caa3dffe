public import Anthropic

/// The input of a tool in a line, by the names of its members.
public func line(of input: [String: JSONValue]) -> String {
    input.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
}
