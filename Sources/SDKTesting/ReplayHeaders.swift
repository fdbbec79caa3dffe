/// Which request headers a replay compares with the recording.
public enum ReplayHeaders: Sendable, Hashable {
    /// All but those that change from run to run, from platform to platform and from user to user: credentials,
    /// telemetry, and what a networking library adds.
    case standard
    /// Only these.
    case only(Set<String>)
    /// All but these.
    case except(Set<String>)
    /// None.
    case none
}
