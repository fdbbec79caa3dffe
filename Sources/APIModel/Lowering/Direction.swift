/// Which way a value goes: a schema may have properties that only one of the ways has (`readOnly`, `writeOnly`).
enum Direction: Hashable {
    case request, response
}

extension Lowering {
    /// Lowers what belongs to one direction.
    func `in`<Result>(_ direction: Direction, _ body: () -> Result) -> Result {
        let outer = self.direction
        self.direction = direction
        defer { self.direction = outer }
        return body()
    }
}
