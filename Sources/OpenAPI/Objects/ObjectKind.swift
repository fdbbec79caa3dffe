/// The kinds of object that the OpenAPI Specification 3.2.0, section 4, the Overlay Specification 1.1.0, section 4, and
/// the `x-sdk-` vocabulary define.
package enum ObjectKind: UInt8, Hashable, Sendable, CaseIterable {
    case openAPI, info, contact, license, server, serverVariable, components, pathItem, operation
    case externalDocumentation, parameter, requestBody, mediaType, encoding, responses, response, callback, example
    case link, header, tag, schema, discriminator, xml, securityScheme, oauthFlows, oauthFlow, paths
    case clientExtension, errorBodyExtension, webhookKeyExtension, paginationExtension, pageStepExtension,
        streamExtension
    case longRequestsExtension, longRequestRuleExtension, resultsURLExtension
    case overlay, overlayInfo, overlayAction

    /// What the standard says of the kind.
    package var description: ObjectDescription {
        switch self {
        case .openAPI: .openAPI
        case .info: .info
        case .contact: .contact
        case .license: .license
        case .server: .server
        case .serverVariable: .serverVariable
        case .components: .components
        case .paths: .paths
        case .pathItem: .pathItem
        case .operation: .operation
        case .externalDocumentation: .externalDocumentation
        case .parameter: .parameter
        case .requestBody: .requestBody
        case .mediaType: .mediaType
        case .encoding: .encoding
        case .responses: .responses
        case .response: .response
        case .callback: .callback
        case .example: .example
        case .link: .link
        case .header: .header
        case .tag: .tag
        case .schema: .schema
        case .discriminator: .discriminator
        case .xml: .xml
        case .securityScheme: .securityScheme
        case .oauthFlows: .oauthFlows
        case .oauthFlow: .oauthFlow
        case .clientExtension: .clientExtension
        case .errorBodyExtension: .errorBodyExtension
        case .webhookKeyExtension: .webhookKeyExtension
        case .paginationExtension: .paginationExtension
        case .pageStepExtension: .pageStepExtension
        case .streamExtension: .streamExtension
        case .longRequestsExtension: .longRequestsExtension
        case .longRequestRuleExtension: .longRequestRuleExtension
        case .resultsURLExtension: .resultsURLExtension
        case .overlay: .overlay
        case .overlayInfo: .overlayInfo
        case .overlayAction: .overlayAction
        }
    }
}
