/// The Swift samples of the documentation: `Plugins/WriteSamples` adds a function for each article and each documentation
/// comment. They are compiled, as strictly as can be and against what is public, and never run.
enum Samples {}
