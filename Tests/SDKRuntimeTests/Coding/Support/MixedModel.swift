import Foundation
import SDKRuntime

/// Members of every alignment, in an order that needs padding between them.
struct MixedModel: APIModel {
    var flag: Bool
    var small: Int32
    var flagAgain: Bool?
    var ratio: Double?
    var text: String
    var smallAgain: Int32?
    var count: Int?
    var big: UInt64
    var float: Float
    var scope: FileScope?
    var priority: Priority?
    var item: Item
    var itemAgain: Item?
    var nothing: Nullable<Bool>?
    var number: Nullable<Int>?
    var note: Nullable<String>?
    var created: Date
    var expires: Date?
    var payload: Data
    var price: Decimal
    var priceAgain: Decimal?
    var free: JSONValue
    var freeAgain: JSONValue?
    var tags: [String]
    var labels: [String: String]?
    var object: JSONObject?
    var block: Block?
    var child: Indirect<Node>?
    var last: Bool
    private var modelExtras = ModelExtras()

    static let table = ModelTable<Self> { row in
        row.required("flag", Bool.self)
        row.required("small", Int32.self)
        row.optional("flag_again", Bool.self)
        row.optional("ratio", Double.self)
        row.required("text", String.self)
        row.optional("small_again", Int32.self)
        row.optional("count", Int.self)
        row.required("big", UInt64.self)
        row.required("float", Float.self)
        row.optional("scope", FileScope.self)
        row.nullable("priority", Priority.self)
        row.required("item", Item.self)
        row.optional("item_again", Item.self)
        row.optionalNullable("nothing", Bool.self)
        row.optionalNullable("number", Int.self)
        row.optionalNullable("note", String.self)
        row.required("created", Date.self)
        row.optional("expires", Date.self)
        row.required("payload", Data.self)
        row.required("price", Decimal.self)
        row.optional("price_again", Decimal.self)
        row.required("free", JSONValue.self)
        row.optional("free_again", JSONValue.self)
        row.required("tags", [String].self)
        row.optional("labels", [String: String].self)
        row.optional("object", JSONObject.self)
        row.optional("block", Block.self)
        row.optional("child", Indirect<Node>.self)
        row.required("last", Bool.self)
    }

    static let offsets: [Int?] = [
        MemoryLayout<Self>.offset(of: \.flag), MemoryLayout<Self>.offset(of: \.small),
        MemoryLayout<Self>.offset(of: \.flagAgain), MemoryLayout<Self>.offset(of: \.ratio),
        MemoryLayout<Self>.offset(of: \.text), MemoryLayout<Self>.offset(of: \.smallAgain),
        MemoryLayout<Self>.offset(of: \.count), MemoryLayout<Self>.offset(of: \.big),
        MemoryLayout<Self>.offset(of: \.float), MemoryLayout<Self>.offset(of: \.scope),
        MemoryLayout<Self>.offset(of: \.priority), MemoryLayout<Self>.offset(of: \.item),
        MemoryLayout<Self>.offset(of: \.itemAgain), MemoryLayout<Self>.offset(of: \.nothing),
        MemoryLayout<Self>.offset(of: \.number), MemoryLayout<Self>.offset(of: \.note),
        MemoryLayout<Self>.offset(of: \.created), MemoryLayout<Self>.offset(of: \.expires),
        MemoryLayout<Self>.offset(of: \.payload), MemoryLayout<Self>.offset(of: \.price),
        MemoryLayout<Self>.offset(of: \.priceAgain), MemoryLayout<Self>.offset(of: \.free),
        MemoryLayout<Self>.offset(of: \.freeAgain), MemoryLayout<Self>.offset(of: \.tags),
        MemoryLayout<Self>.offset(of: \.labels), MemoryLayout<Self>.offset(of: \.object),
        MemoryLayout<Self>.offset(of: \.block), MemoryLayout<Self>.offset(of: \.child),
        MemoryLayout<Self>.offset(of: \.last), MemoryLayout<Self>.offset(of: \.modelExtras),
    ]

    /// JSON with a value for every member.
    static let full = """
        {"flag":true,"small":-7,"flag_again":false,"ratio":0.25,"text":"a \\"b\\"","small_again":3,"count":42,\
        "big":18446744073709551615,"float":1.5,"scope":"session","priority":2,"item":{"id":"i","count":1},\
        "item_again":{"id":"j","count":2},"nothing":null,"number":9,"note":"n","created":"2031-02-03T04:05:06Z",\
        "expires":"2031-02-03T04:05:06.5Z","payload":"AAEC","price":12.34,"price_again":0.1,"free":[1,1.0,"1",null],\
        "free_again":null,"tags":["x","y"],"labels":{"a":"1","b":"2"},"object":{"z":1,"a":2},\
        "block":{"type":"text","text":"hi"},"child":{"name":"n","child":{"name":"m"}},"last":true}
        """
}
