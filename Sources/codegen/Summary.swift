/// The line that ends a run: what was read, what became of the files, and how long it took.
struct Summary {
    let product: Pipeline.Product
    let plan: OutputPlan
    let tense: Tense
    let stopwatch: Stopwatch

    enum Tense {
        case past, future
    }

    var line: String {
        let read = [
            Self.count(product.documentCount, "document"),
            Self.count(product.operationCount, "operation"),
            Self.count(product.schemaCount, "schema"),
        ].joined(separator: ", ")
        let prefix = tense == .past ? "" : "to be "
        let files = [
            "\(plan.count(.create)) \(prefix)created",
            "\(plan.count(.update)) \(prefix)updated",
            "\(plan.count(.keep)) unchanged",
            "\(plan.count(.delete)) \(prefix)deleted",
        ].joined(separator: ", ")
        return "\(read): files \(files) in \(stopwatch.milliseconds) ms\n"
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

/// Time since its making.
struct Stopwatch {
    private let start = ContinuousClock.now

    var milliseconds: Int {
        let parts = (ContinuousClock.now - start).components
        return Int(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
    }
}
