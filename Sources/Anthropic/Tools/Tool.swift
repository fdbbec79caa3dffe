public import SDKRuntime

// <!-- swift
// struct WeatherService {
//     func forecast(_ city: String, days: Int) async throws -> String { city }
// }
// -->
/// Something that the model may ask your program to do.
///
/// ```swift
/// struct Weather: Tool {
///     struct Input: Decodable {
///         var city: String
///         var days: Int?
///     }
///
///     let service: WeatherService
///     let name = "get_weather"
///     let description = "The weather of the next days in a city."
///
///     func call(_ input: Input) async throws -> String {
///         try await service.forecast(input.city, days: input.days ?? 1)
///     }
/// }
/// ```
///
/// ``InlineTool`` makes a tool of a closure. ``Beta/Messages/toolRunner(_:tools:maxIterations:options:)`` lets the model use
/// tools until it has an answer.
public protocol Tool: Sendable {
    /// What the model has to give. It is decoded as `JSONValue.init(schemaOf:)` describes it.
    associatedtype Input: Decodable

    /// What the tool answers with: a `String`, for example.
    associatedtype Output: ToolOutput

    /// The name by which the model asks for the tool: up to 64 letters, digits, `_` and `-`.
    var name: String { get }

    /// What the tool does, and when to use it. The more the model is told, the better it uses the tool.
    var description: String { get }

    /// The JSON Schema of the input, an object. By default that of ``Input``.
    var inputSchema: JSONValue { get throws }

    /// What the model is told of the tool. By default it is ``customDefinition(strict:deferLoading:cacheControl:)``.
    ///
    /// A tool whose input is one that the API has defined, such as `memory_20250818`, is given here.
    func definition() throws -> BetaToolUnionParam

    /// Does what the tool is for.
    ///
    /// Calls of one turn run at the same time. The task is cancelled when that of the runner is.
    ///
    /// - Throws: Any error. The model is told, and may try again otherwise; see ``ToolError``.
    func call(_ input: Input) async throws -> Output
}

extension Tool {
    /// The schema of `Input`.
    public var inputSchema: JSONValue {
        get throws { try JSONValue(schemaOf: Input.self) }
    }

    /// The custom tool.
    public func definition() throws -> BetaToolUnionParam {
        .custom(try customDefinition())
    }

    /// Name, description and input schema of the tool, for a ``definition()`` of yours that says more than the default.
    ///
    /// - Parameters:
    ///   - strict: Whether the API is to see to it that the input fits the schema. The schema is then reduced to the part
    ///     of JSON Schema that the API understands.
    ///   - deferLoading: Whether the tool stays out of the prompt until a tool search brings it up.
    ///   - cacheControl: Where a prefix that is to be cached ends: `.ephemeral` at the last tool.
    /// - Throws: `APIError` of kind `invalidArgument` when there is no schema, or when it is none of an object.
    public func customDefinition(
        strict: Bool = false,
        deferLoading: Bool? = nil,
        cacheControl: Nullable<BetaCacheControlEphemeralParam>? = nil
    ) throws -> BetaToolParam {
        BetaToolParam(
            inputSchema: try BetaToolParam.InputSchema(schema(strict: strict)),
            name: name,
            cacheControl: cacheControl,
            deferLoading: deferLoading,
            description: description,
            strict: strict ? true : nil
        )
    }

    fileprivate func schema(strict: Bool) throws -> JSONObject {
        let schema = try inputSchema
        guard let object = schema.objectValue, object["type"] == "object" else {
            throw APIError(
                .invalidArgument,
                "the input of the tool '\(name)' is '\(Input.self)', but it has to be an object with members"
            )
        }
        return strict ? try StrictSchema(subject: "\(Input.self)").strict(schema) : object
    }
}

extension ToolParam {
    /// The definition of a tool, for a conversation that is led by hand.
    ///
    /// - Parameters:
    ///   - tool: The tool.
    ///   - strict: Whether the API is to see to it that the input fits the schema.
    ///   - deferLoading: Whether the tool stays out of the prompt until a tool search brings it up.
    ///   - cacheControl: Where a prefix that is to be cached ends: `.ephemeral` at the last tool.
    /// - Throws: `APIError` of kind `invalidArgument` when the input has no schema, or when it is none of an object.
    public init(
        _ tool: some Tool,
        strict: Bool = false,
        deferLoading: Bool? = nil,
        cacheControl: Nullable<CacheControlEphemeralParam>? = nil
    ) throws {
        self.init(
            inputSchema: try InputSchema(tool.schema(strict: strict)),
            name: tool.name,
            cacheControl: cacheControl,
            deferLoading: deferLoading,
            description: tool.description,
            strict: strict ? true : nil
        )
    }
}

/// The input schema of a tool's definition: `properties` and `required`, and whatever else a JSON Schema may say.
private protocol InputSchemaModel: APIModel {}

extension BetaToolParam.InputSchema: InputSchemaModel {}
extension ToolParam.InputSchema: InputSchemaModel {}

extension InputSchemaModel {
    fileprivate init(_ schema: JSONObject) throws {
        self = try JSONValue.object(schema).decode(as: Self.self)
        // A dictionary does not keep the order of the members, in which the model writes them.
        extraFields["properties"] = schema["properties"].map { .value($0) }
    }
}
