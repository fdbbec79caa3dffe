/// Where `Spec/` says something else than the facts, and why.
struct ExplainedDifferences {
    let reason: String
    let differences: [String]

    static let all = [
        ExplainedDifferences(
            reason: "The reference page has the name without the ending.",
            differences: ["AnthropicBetaParam: is called AnthropicBeta"]
        ),
        ExplainedDifferences(
            reason: "Two areas of the facts have the name; a name of the SDK has no dots.",
            differences: []
        ),
    ]
}
