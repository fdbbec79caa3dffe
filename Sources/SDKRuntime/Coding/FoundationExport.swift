// `Date`, `Decimal` and `Data` are in the signatures of models: who imports the SDK has them.
#if canImport(FoundationEssentials)
    @_exported public import FoundationEssentials
#else
    @_exported public import Foundation
#endif
