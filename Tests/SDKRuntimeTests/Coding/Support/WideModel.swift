import SDKRuntime

/// More members than fit into one word of bits.
struct WideModel: APIModel {
    var f0: Int?
    var f1: Int = 0
    var f2: Int?
    var f3: Int = 0
    var f4: Int?
    var f5: Int = 0
    var f6: Int?
    var f7: Int = 0
    var f8: Int?
    var f9: Int = 0
    var f10: Int?
    var f11: Int = 0
    var f12: Int?
    var f13: Int = 0
    var f14: Int?
    var f15: Int = 0
    var f16: Int?
    var f17: Int = 0
    var f18: Int?
    var f19: Int = 0
    var f20: Int?
    var f21: Int = 0
    var f22: Int?
    var f23: Int = 0
    var f24: Int?
    var f25: Int = 0
    var f26: Int?
    var f27: Int = 0
    var f28: Int?
    var f29: Int = 0
    var f30: Int?
    var f31: Int = 0
    var f32: Int?
    var f33: Int = 0
    var f34: Int?
    var f35: Int = 0
    var f36: Int?
    var f37: Int = 0
    var f38: Int?
    var f39: Int = 0
    var f40: Int?
    var f41: Int = 0
    var f42: Int?
    var f43: Int = 0
    var f44: Int?
    var f45: Int = 0
    var f46: Int?
    var f47: Int = 0
    var f48: Int?
    var f49: Int = 0
    var f50: Int?
    var f51: Int = 0
    var f52: Int?
    var f53: Int = 0
    var f54: Int?
    var f55: Int = 0
    var f56: Int?
    var f57: Int = 0
    var f58: Int?
    var f59: Int = 0
    var f60: Int?
    var f61: Int = 0
    var f62: Int?
    var f63: Int = 0
    var f64: Int?
    var f65: Int = 0
    var f66: Int?
    var f67: Int = 0
    var f68: Int?
    var f69: Int = 0
    private var modelExtras = ModelExtras()

    init() {}

    static let table = ModelTable<Self> { row in
        row.optional("f0", Int.self)
        row.required("f1", Int.self)
        row.optional("f2", Int.self)
        row.required("f3", Int.self)
        row.optional("f4", Int.self)
        row.required("f5", Int.self)
        row.optional("f6", Int.self)
        row.required("f7", Int.self)
        row.optional("f8", Int.self)
        row.required("f9", Int.self)
        row.optional("f10", Int.self)
        row.required("f11", Int.self)
        row.optional("f12", Int.self)
        row.required("f13", Int.self)
        row.optional("f14", Int.self)
        row.required("f15", Int.self)
        row.optional("f16", Int.self)
        row.required("f17", Int.self)
        row.optional("f18", Int.self)
        row.required("f19", Int.self)
        row.optional("f20", Int.self)
        row.required("f21", Int.self)
        row.optional("f22", Int.self)
        row.required("f23", Int.self)
        row.optional("f24", Int.self)
        row.required("f25", Int.self)
        row.optional("f26", Int.self)
        row.required("f27", Int.self)
        row.optional("f28", Int.self)
        row.required("f29", Int.self)
        row.optional("f30", Int.self)
        row.required("f31", Int.self)
        row.optional("f32", Int.self)
        row.required("f33", Int.self)
        row.optional("f34", Int.self)
        row.required("f35", Int.self)
        row.optional("f36", Int.self)
        row.required("f37", Int.self)
        row.optional("f38", Int.self)
        row.required("f39", Int.self)
        row.optional("f40", Int.self)
        row.required("f41", Int.self)
        row.optional("f42", Int.self)
        row.required("f43", Int.self)
        row.optional("f44", Int.self)
        row.required("f45", Int.self)
        row.optional("f46", Int.self)
        row.required("f47", Int.self)
        row.optional("f48", Int.self)
        row.required("f49", Int.self)
        row.optional("f50", Int.self)
        row.required("f51", Int.self)
        row.optional("f52", Int.self)
        row.required("f53", Int.self)
        row.optional("f54", Int.self)
        row.required("f55", Int.self)
        row.optional("f56", Int.self)
        row.required("f57", Int.self)
        row.optional("f58", Int.self)
        row.required("f59", Int.self)
        row.optional("f60", Int.self)
        row.required("f61", Int.self)
        row.optional("f62", Int.self)
        row.required("f63", Int.self)
        row.optional("f64", Int.self)
        row.required("f65", Int.self)
        row.optional("f66", Int.self)
        row.required("f67", Int.self)
        row.optional("f68", Int.self)
        row.required("f69", Int.self)
    }

    static let offsets = [
        MemoryLayout<Self>.offset(of: \.f0),
        MemoryLayout<Self>.offset(of: \.f1),
        MemoryLayout<Self>.offset(of: \.f2),
        MemoryLayout<Self>.offset(of: \.f3),
        MemoryLayout<Self>.offset(of: \.f4),
        MemoryLayout<Self>.offset(of: \.f5),
        MemoryLayout<Self>.offset(of: \.f6),
        MemoryLayout<Self>.offset(of: \.f7),
        MemoryLayout<Self>.offset(of: \.f8),
        MemoryLayout<Self>.offset(of: \.f9),
        MemoryLayout<Self>.offset(of: \.f10),
        MemoryLayout<Self>.offset(of: \.f11),
        MemoryLayout<Self>.offset(of: \.f12),
        MemoryLayout<Self>.offset(of: \.f13),
        MemoryLayout<Self>.offset(of: \.f14),
        MemoryLayout<Self>.offset(of: \.f15),
        MemoryLayout<Self>.offset(of: \.f16),
        MemoryLayout<Self>.offset(of: \.f17),
        MemoryLayout<Self>.offset(of: \.f18),
        MemoryLayout<Self>.offset(of: \.f19),
        MemoryLayout<Self>.offset(of: \.f20),
        MemoryLayout<Self>.offset(of: \.f21),
        MemoryLayout<Self>.offset(of: \.f22),
        MemoryLayout<Self>.offset(of: \.f23),
        MemoryLayout<Self>.offset(of: \.f24),
        MemoryLayout<Self>.offset(of: \.f25),
        MemoryLayout<Self>.offset(of: \.f26),
        MemoryLayout<Self>.offset(of: \.f27),
        MemoryLayout<Self>.offset(of: \.f28),
        MemoryLayout<Self>.offset(of: \.f29),
        MemoryLayout<Self>.offset(of: \.f30),
        MemoryLayout<Self>.offset(of: \.f31),
        MemoryLayout<Self>.offset(of: \.f32),
        MemoryLayout<Self>.offset(of: \.f33),
        MemoryLayout<Self>.offset(of: \.f34),
        MemoryLayout<Self>.offset(of: \.f35),
        MemoryLayout<Self>.offset(of: \.f36),
        MemoryLayout<Self>.offset(of: \.f37),
        MemoryLayout<Self>.offset(of: \.f38),
        MemoryLayout<Self>.offset(of: \.f39),
        MemoryLayout<Self>.offset(of: \.f40),
        MemoryLayout<Self>.offset(of: \.f41),
        MemoryLayout<Self>.offset(of: \.f42),
        MemoryLayout<Self>.offset(of: \.f43),
        MemoryLayout<Self>.offset(of: \.f44),
        MemoryLayout<Self>.offset(of: \.f45),
        MemoryLayout<Self>.offset(of: \.f46),
        MemoryLayout<Self>.offset(of: \.f47),
        MemoryLayout<Self>.offset(of: \.f48),
        MemoryLayout<Self>.offset(of: \.f49),
        MemoryLayout<Self>.offset(of: \.f50),
        MemoryLayout<Self>.offset(of: \.f51),
        MemoryLayout<Self>.offset(of: \.f52),
        MemoryLayout<Self>.offset(of: \.f53),
        MemoryLayout<Self>.offset(of: \.f54),
        MemoryLayout<Self>.offset(of: \.f55),
        MemoryLayout<Self>.offset(of: \.f56),
        MemoryLayout<Self>.offset(of: \.f57),
        MemoryLayout<Self>.offset(of: \.f58),
        MemoryLayout<Self>.offset(of: \.f59),
        MemoryLayout<Self>.offset(of: \.f60),
        MemoryLayout<Self>.offset(of: \.f61),
        MemoryLayout<Self>.offset(of: \.f62),
        MemoryLayout<Self>.offset(of: \.f63),
        MemoryLayout<Self>.offset(of: \.f64),
        MemoryLayout<Self>.offset(of: \.f65),
        MemoryLayout<Self>.offset(of: \.f66),
        MemoryLayout<Self>.offset(of: \.f67),
        MemoryLayout<Self>.offset(of: \.f68),
        MemoryLayout<Self>.offset(of: \.f69),
        MemoryLayout<Self>.offset(of: \.modelExtras),
    ]
}
