import SDKRuntime

// What the API knows by an identifier is so for SwiftUI as well: `List(files) { Text($0.filename) }`. These are the items of
// lists, and what an app keeps of a conversation. All versions of an agent have the agent's identifier.

extension Message: Identifiable {}
extension BetaMessage: Identifiable {}
extension MessageBatch: Identifiable {}
extension BetaMessageBatch: Identifiable {}
extension ModelInfo: Identifiable {}
extension BetaModelInfo: Identifiable {}
extension ToolUseBlock: Identifiable {}
extension BetaToolUseBlock: Identifiable {}
extension FileMetadata: Identifiable {}
extension SkillListResponse: Identifiable {}
extension VersionListResponse: Identifiable {}
extension BetaUserProfile: Identifiable {}
extension BetaManagedAgentsAgent: Identifiable {}
extension BetaEnvironment: Identifiable {}
extension BetaSelfHostedWork: Identifiable {}
extension BetaManagedAgentsSession: Identifiable {}
extension BetaManagedAgentsSessionThread: Identifiable {}
extension BetaManagedAgentsFileResource: Identifiable {}
extension BetaManagedAgentsMemoryStore: Identifiable {}
extension BetaManagedAgentsMemory: Identifiable {}
extension BetaManagedAgentsMemoryVersion: Identifiable {}
extension BetaManagedAgentsVault: Identifiable {}
extension BetaManagedAgentsCredential: Identifiable {}
extension UnwrapWebhookEvent: Identifiable {}
