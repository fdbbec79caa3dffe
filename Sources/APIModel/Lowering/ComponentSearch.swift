/// Finds which types lead back to themselves: the strongly connected components of a graph (Tarjan, Depth-first search
/// and linear graph algorithms), with a stack of its own, because a chain of types can be longer than the stack is deep.
struct ComponentSearch {
    private let edges: [[Int]]
    private var order: [Int]
    private var low: [Int]
    private var stack: [Int] = []
    private var isOnStack: [Bool]
    private var sizes: [Int]
    /// By type, its component.
    private(set) var component: [Int]

    init(edges: [[Int]]) {
        self.edges = edges
        order = Array(repeating: -1, count: edges.count)
        low = order
        component = order
        sizes = Array(repeating: 0, count: edges.count)
        isOnStack = Array(repeating: false, count: edges.count)
    }

    /// Whether a type leads back to itself.
    func isCyclic(_ index: Int) -> Bool {
        sizes[component[index]] > 1 || edges[index].contains(index)
    }

    mutating func run() {
        var next = 0
        var way: [(node: Int, edge: Int)] = []
        for root in edges.indices where order[root] < 0 {
            way.append((root, 0))
            while let (node, edge) = way.popLast() {
                if edge == 0 {
                    order[node] = next
                    low[node] = next
                    next += 1
                    stack.append(node)
                    isOnStack[node] = true
                }
                if edge < edges[node].count {
                    way.append((node, edge + 1))
                    let target = edges[node][edge]
                    if order[target] < 0 {
                        way.append((target, 0))
                    } else if isOnStack[target] {
                        low[node] = min(low[node], order[target])
                    }
                    continue
                }
                if low[node] == order[node] { close(node) }
                if let parent = way.last?.node { low[parent] = min(low[parent], low[node]) }
            }
        }
    }

    private mutating func close(_ root: Int) {
        var size = 0
        while let node = stack.popLast() {
            isOnStack[node] = false
            component[node] = root
            size += 1
            if node == root { break }
        }
        sizes[root] = size
    }
}
