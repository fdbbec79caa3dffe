/// A JSON object with declared members: a struct whose stored members are described, in order, by a ``ModelTable``.
///
/// ```swift
/// public nonisolated struct FileResource: APIModel {
///     public let id: String
///     public let mountPath: String?
///     private var modelExtras = ModelExtras()
///     public var type: String { "file" }
///
///     public init(id: String, mountPath: String? = nil) {
///         self.id = id
///         self.mountPath = mountPath
///     }
///
///     public static let table = ModelTable<Self> { row in
///         row.constant("type", "file")
///         row.required("id", String.self)
///         row.optional("mount_path", String.self)
///     }
/// }
/// ```
///
/// The conforming type declares nothing else: decoding, encoding, `==`, hashing and what `print` shows come from the table.
///
/// ## What is received is written back
///
/// A decoded model keeps members that are not declared, and the original of a declared member that was null, missing, or
/// of the wrong type. When the model is encoded, the original of a declared member is written as long as the member still
/// holds what the original was decoded as; once the member has been changed, its new value is written. Members that are
/// not declared follow the declared ones.
///
/// ## Equality
///
/// Two models are equal when all stored members are equal, parameters included, and so is what they keep and what was
/// added: ``JSONModel/unknownFields`` and ``JSONModel/extraFields``, in any order. ``JSONModel/decodingIssues`` do not
/// count.
///
/// ## Other coders
///
/// A model works with any `Decoder` and `Encoder`, such as Foundation's, by way of ``JSONValue``. Members that are no part
/// of the body (query and header parameters) are not encoded and not decoded. Leave the coder's key strategy as it is: the
/// rows have the keys of the JSON text.
public typealias APIModel = JSONModel & Codable & Hashable & CustomDebugStringConvertible

/// What makes a type an ``APIModel``, all of which comes from its table.
///
/// It is apart from the standard library's protocols, and refines none of them, since what a type has of a protocol that
/// refines these is put together while the program runs, by code that the compiler would have to write for each model.
/// What a model has of the standard library's protocols is implemented here for the same reason.
public protocol JSONModel: JSONCodable {
    /// The rows of the model, in the order of its stored members.
    static var table: ModelTable<Self> { get }
}

extension JSONModel {
    /// The received members that no declared member holds, in the order received: undeclared ones, and the originals of
    /// declared ones that were odd, such as a null where there is an optional, or a date that cannot be read.
    public var unknownFields: JSONObject { modelExtras.received.members }

    /// What was odd in the received JSON, with paths from this model: the first hundred issues of a document. Empty for a model that was not decoded, and after
    /// strict decoding.
    public var decodingIssues: [DecodingIssue] {
        let received = modelExtras.received
        return received.issues.map { $0.relative(toDepth: received.depth) }
    }

    /// JSON members to write beyond the declared ones, or in place of them.
    public var extraFields: ExtraFields {
        get { modelExtras.added }
        set { modelExtras.added = newValue }
    }

    /// The hidden row.
    private var modelExtras: ModelExtras {
        get { withUnsafePointer(to: self) { Self.table.extras(of: $0).pointee } }
        set { withUnsafeMutablePointer(to: &self) { Self.table.extras(of: $0).pointee = newValue } }
    }
}

// MARK: - Coding

extension JSONModel {
    /// Reads an object row by row.
    public init(reading json: inout JSONReader) {
        let layout = Self.table.layout
        self = Self.initialized { layout.read(into: $0, from: &json) }
    }

    /// Writes the members of the body.
    public func write(to json: inout JSONWriter) {
        withUnsafePointer(to: self) { Self.table.layout.write(UnsafeRawPointer($0), to: &json) }
    }

    /// A model whose required members are empty, and whose optional members are nil.
    public static var emptyValue: Self {
        let layout = table.layout
        return initialized { layout.initializeEmpty($0) }
    }

    /// Objects.
    public static var acceptedKinds: JSONKinds { .object }

    /// The model that `body` initializes at the address it is given.
    @inline(__always)
    static func initialized(_ body: (UnsafeMutableRawPointer) -> Void) -> Self {
        // Not a temporary allocation: that looks up metadata to return what is in it.
        let model = UnsafeMutablePointer<Self>.allocate(capacity: 1)
        defer { model.deallocate() }
        body(UnsafeMutableRawPointer(model))
        return model.move()
    }
}

// MARK: - Hashable

extension JSONModel {
    /// Whether all stored members are equal, and what both keep and add.
    public static func == (left: Self, right: Self) -> Bool {
        withUnsafePointer(to: left) { left in
            withUnsafePointer(to: right) { right in
                table.layout.areEqual(UnsafeRawPointer(left), UnsafeRawPointer(right))
            }
        }
    }

    /// Hashes all stored members, and what the model keeps and adds.
    public func hash(into hasher: inout Hasher) {
        withUnsafePointer(to: self) { Self.table.layout.hash(UnsafeRawPointer($0), into: &hasher) }
    }

    /// The hash of what `hash(into:)` hashes. It is written here so that the compiler makes none for each model.
    public var hashValue: Int {
        var hasher = Hasher()
        withUnsafePointer(to: self) { Self.table.layout.hash(UnsafeRawPointer($0), into: &hasher) }
        return hasher.finalize()
    }
}

// MARK: - Codable

extension JSONModel {
    /// Decodes leniently from any decoder, by way of ``JSONValue``.
    public init(from decoder: any Decoder) throws {
        self = try CodableBridge.decode(from: decoder)
    }

    /// Encodes to any encoder, by way of ``JSONValue``.
    public func encode(to encoder: any Encoder) throws {
        try CodableBridge.encode(self, to: encoder)
    }
}
