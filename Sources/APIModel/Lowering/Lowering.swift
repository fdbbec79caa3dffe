package import OpenAPI
package import Source

/// Makes an `API` of a `Document`.
///
/// The rules are in one file per group of keywords; this one holds what they share.
package final class Lowering {
    let document: Document
    let filter: OperationFilter?
    let report: Report
    /// The patterns of the filter that have named no operation so far.
    var unmatchedPatterns: [OperationFilter.Pattern]
    var types: [TypeDeclaration?] = []
    /// The types that have been made, by the schema they were made of, so that a schema is one type wherever it is used.
    var lowered: [LoweredKey: LoweredType] = [:]
    /// The object schemas that have a type whose parts are still to be made: a list, because a chain of schemas can be
    /// longer than the stack is deep.
    var pendingSchemas: [PendingSchema] = []
    /// The other schemas with a place of their own that are being looked at, with the places reserved for their types.
    var inWork: [LoweredKey: TypeID] = [:]
    /// The places among these that a schema inside has referred to.
    var referredInWork: Set<TypeID> = []
    /// The same of schemas that are written in place.
    var inPlace = InPlaceTypes()
    /// What unions tell from others by properties that it does not have.
    var discriminated: [DiscriminatedObject] = []
    /// Which way the values go whose types are being made.
    var direction = Direction.response
    /// The types of schemas that requests have in a shape of their own, and the schemas that responses have so.
    var requestVariants: [(node: YAMLNode.ID, type: TypeID)] = []
    var responseVariants: Set<YAMLNode.ID> = []
    /// The names of types that only have a place so far.
    var typeNames: [TypeID: String] = [:]
    var schemaNames: SchemaNames
    let directional: DirectionalSchemas
    let polymorphic: PolymorphicSchemas
    var suggestions = Suggestions()
    /// The types, and their names, that responses with a place of their own declare.
    var sharedTypes: [LoweredKey: LoweredType] = [:]
    var sharedNames: [SharedName: String] = [:]
    /// The types of header fields, by response.
    var headerTypes: [YAMLNode.ID: TypeID] = [:]
    /// The calls whose answers are at URLs that other calls name, by their qualified names.
    var pendingResults: [(call: String, object: OperationObject)] = []
    /// The properties whose files a body sends with their paths, or about which a message has said why it does not.
    var keptPaths: Set<SourceRange> = []
    /// The names of the components' schemas as words, however they are spelled.
    private(set) lazy var schemaWords = Set(
        (document.root.components?.schemas ?? []).map { NameWords.words(of: $0.key).joined() }
    )
    /// The messages that have been given: a schema may be looked at more than once.
    private var given: Set<GivenMessage> = []

    private struct GivenMessage: Hashable {
        let rule: String
        let range: SourceRange
    }

    private init(_ document: Document, filter: OperationFilter?, report: Report) {
        self.document = document
        self.filter = filter
        self.report = report
        unmatchedPatterns = filter?.patterns ?? []
        schemaNames = SchemaNames(document)
        directional = DirectionalSchemas(document)
        polymorphic = PolymorphicSchemas(document)
    }

    /// What the SDK for the API of a document offers.
    ///
    /// - Parameters:
    ///   - document: The checked document.
    ///   - filter: Which operations it offers, with the types that they need; nil for all operations and all types.
    ///   - report: Takes what cannot be expressed, and what contradicts itself.
    package static func lower(_ document: Document, filter: OperationFilter? = nil, report: Report) -> API {
        let lowering = Lowering(document, filter: filter, report: report)
        keepUntilExit(lowering)
        let calls = lowering.calls()
        let operations = lowering.withResultsURLs(lowering.operations(of: calls))
        lowering.reportUnmatchedPatterns()
        let payloads = lowering.payloads(of: calls)
        for schema in document.root.components?.schemas ?? [] where filter == nil && !lowering.isLowered(schema.value) {
            _ = lowering.namedType(of: schema.value)
        }
        lowering.finishSchemas()
        lowering.addDiscriminatorProperties()
        lowering.reportUnkeptPaths()
        lowering.nameVariants()
        lowering.breakUnionCycles()
        lowering.breakContainmentCycles()
        lowering.limitNesting()
        let info = document.root.info
        let api = API(
            title: info?.title ?? "",
            documentation: Documentation(summary: info?.summary, text: info?.description),
            version: info?.version ?? "",
            service: lowering.service(),
            root: lowering.resourceTree(of: operations),
            payloads: payloads,
            types: lowering.types.compactMap { $0 }
        )
        keepUntilExit(api)
        return api
    }

    /// Whether a component has a type, in whichever direction.
    private func isLowered(_ node: YAMLNode) -> Bool {
        guard let target = document.resolve(node) else { return false }
        return [nil, .request, .response].contains { lowered[LoweredKey(node: target.identity, direction: $0)] != nil }
    }

    /// Says that something has no Swift type of its own.
    func reportUntyped(_ what: String, at range: SourceRange) {
        reportOnce(.approximateType, "\(what) has no Swift type of its own", at: range, hint: "it is any JSON value")
    }

    /// A warning that is given once for a place, however often the place is looked at.
    func reportOnce(
        _ rule: Rule,
        _ message: String,
        at range: SourceRange,
        hint: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        guard given.insert(GivenMessage(rule: rule.rawValue, range: range)).inserted else { return }
        report.warning(rule, message, at: range, hint: hint, notes: notes)
    }
}

extension Document {
    /// What a node refers to, if it does.
    func resolvedReference(of node: YAMLNode) -> YAMLNode? {
        guard node.reference != nil, let target = resolve(node), target.identity != node.identity else { return nil }
        return target
    }
}

extension ObjectView {
    /// A short range to point at.
    var headRange: SourceRange { node.headRange }
}

extension Rule {
    package static let pathParameters: Rule = "path-parameters"
    package static let duplicateParameter: Rule = "duplicate-parameter"
    package static let methodName: Rule = "method-name"
    package static let methodClash: Rule = "method-clash"
    package static let requiredProperty: Rule = "required-property"
    /// An object lacks the property by which a union knows it.
    package static let discriminatorProperty: Rule = "discriminator-property"
    package static let duplicateValue: Rule = "duplicate-value"
    package static let schemaCycle: Rule = "schema-cycle"
    package static let approximateType: Rule = "approximate-type"
    package static let security: Rule = "security"
}
