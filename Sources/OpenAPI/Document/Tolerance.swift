import Source

/// How severe it is when the value of a key is of the wrong kind.
///
/// A third of the published documents break the standard somewhere, most often where nothing depends on it. What only
/// describes, and scalars that have no part in the shape of the API, are passed over with a warning.
enum Tolerance {
    /// Everything is an error: the key is the generator's own, or its object means nothing without it.
    case none
    /// What has no part in the shape of the API may be wrong.
    case ofDetails
    /// Nothing is an error: all of this describes.
    case ofAll

    /// The tolerance for the value of a key in an object that is itself looked at with this one.
    func inside(_ field: ObjectDescription.Field) -> Tolerance {
        if self == .ofAll || field.isAnnotation { return .ofAll }
        if field.isExtension || self == .none { return .none }
        return .ofDetails
    }
}
