/// Keeps an object until the process ends.
///
/// What a stage has made, a hundred thousand small objects, is of no use after it; but to take it apart piece by piece takes
/// a twentieth of a run, and the system takes all of it back at once a moment later.
package func keepUntilExit(_ object: AnyObject) {
    _ = Unmanaged.passRetained(object)
}
