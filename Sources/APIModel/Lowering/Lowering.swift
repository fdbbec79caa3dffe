package import OpenAPI
package import Source

/// Makes an `API` of a `Document`.
///
/// The rules are in one file per group of keywords; this one holds what they share.
package final class Lowering {
    let document: Document
    let report: Report
    var types: [TypeDeclaration?] = []
    /// The types that have been made, by the schema they were made of, so that a schema is one type wherever it is used.
    var lowered: [YAMLNode.ID: LoweredType] = [:]
    /// The object schemas that have a type whose parts are still to be made: a list, because a chain of schemas can be
    /// longer than the stack is deep.
    var pendingSchemas: [(schema: SchemaObject, name: String, type: LoweredType)] = []
    /// The other schemas with a place of their own that are being looked at.
    var namesInWork: Set<YAMLNode.ID> = []
    let schemaNames: SchemaNames
    var suggestions = Suggestions()

    private init(_ document: Document, report: Report) {
        self.document = document
        self.report = report
        schemaNames = SchemaNames(document)
    }

    /// What the SDK for the API of a document offers.
    ///
    /// - Parameters:
    ///   - document: The checked document.
    ///   - report: Takes what cannot be expressed, and what contradicts itself.
    package static func lower(_ document: Document, report: Report) -> API {
        let lowering = Lowering(document, report: report)
        let operations = lowering.operations()
        if document.root.node.member("webhooks") != nil {
            report.warning(
                .unsupported,
                "webhooks are not supported yet, and are left out",
                at: document.root.keyRange(of: "webhooks")
            )
        }
        for schema in document.root.components?.schemas ?? [] {
            _ = lowering.namedType(of: schema.value)
        }
        lowering.finishSchemas()
        lowering.reportContainmentCycles()
        let info = document.root.info
        return API(
            title: info?.title ?? "",
            documentation: Documentation(summary: info?.summary, text: info?.description),
            version: info?.version ?? "",
            service: lowering.service(),
            root: lowering.resourceTree(of: operations),
            types: lowering.types.compactMap { $0 }
        )
    }

    /// Says that something is beyond the generator, where it stands in the document.
    func unsupported(_ what: String, at range: SourceRange, hint: String? = nil) {
        report.error(.unsupported, "\(what) is not supported yet", at: range, hint: hint)
    }
}

/// The type of a schema, with what the place that uses it wants to know.
struct LoweredType {
    var reference: TypeReference
    var isNullable = false
    /// The one value that the schema allows.
    var constant: Literal?
    var documentation = Documentation()
}

extension Rule {
    package static let pathParameters: Rule = "path-parameters"
    package static let duplicateParameter: Rule = "duplicate-parameter"
    package static let methodName: Rule = "method-name"
    package static let methodClash: Rule = "method-clash"
    package static let requiredProperty: Rule = "required-property"
    package static let duplicateValue: Rule = "duplicate-value"
    package static let security: Rule = "security"
}
