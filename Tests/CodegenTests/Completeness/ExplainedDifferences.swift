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
            reason: "What requests and responses have in one shape is one schema, named like the response's.",
            differences: [
                "BetaCitationWebSearchResultLocationParam: is called BetaCitationsWebSearchResultLocation",
                "BetaCodeExecutionToolResultBlockParamContentParam: is called BetaCodeExecutionToolResultBlockContent",
                "BetaManagedAgentsDocumentBlockParam: is called BetaManagedAgentsDocumentBlock",
                "BetaManagedAgentsImageBlockParam: is called BetaManagedAgentsImageBlock",
                "BetaManagedAgentsTokenEndpointAuthNoneParam: is called BetaManagedAgentsTokenEndpointAuthNoneResponse",
                "BetaManagedAgentsURLMCPServerParams: is called BetaManagedAgentsMCPServerURLDefinition",
                "BetaWebSearchToolRequestErrorParam: is called BetaWebSearchToolResultError",
                "CitationSearchResultLocationParam: is called CitationsSearchResultLocation",
                "CitationWebSearchResultLocationParam: is called CitationsWebSearchResultLocation",
                "CodeExecutionToolResultBlockParamContentParam: is called CodeExecutionToolResultBlockContent",
                "WebSearchToolRequestErrorParam: is called WebSearchToolResultError",
            ]
        ),
        ExplainedDifferences(
            reason: "The facts have a schema for this page, which knows more than they do of pages in general.",
            differences: ["beta.environments.work.list page.next_page: nullable, not optionalNullable"]
        ),
        ExplainedDifferences(
            reason: "The query tells the path from its twin's; the facts have the URL from another response.",
            differences: ["beta.messages.batches.results: always sends [\"beta=true\"]"]
        ),
        ExplainedDifferences(
            reason: "Null has no form in a multipart body: a part is there or not.",
            differences: [
                "beta.skills.create.display_title: optional, not optionalNullable",
                "beta.skills.create.files: optional, not optionalNullable",
                "beta.skills.versions.create.files: optional, not optionalNullable",
            ]
        ),
    ]
}
