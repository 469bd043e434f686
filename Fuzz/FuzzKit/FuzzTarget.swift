/// A reader of outside bytes that a fuzzer tries to bring down.
public enum FuzzTarget {
  /// What is called with the bytes that the fuzzer makes up; the result is always 0.
  public typealias Body = @convention(c) (_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt

  /// Runs libFuzzer until its time is up or the body traps.
  ///
  /// The package manager gives each executable an entry point of its own, so the fuzzer is called
  /// as a library instead of bringing its `main`.
  ///
  /// - Parameter body: the code under test; it must not throw, trap or disagree with itself.
  /// - Returns: the exit code of the fuzzer.
  public static func run(_ body: Body) -> CInt {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    return runDriver(&count, &arguments, body)
  }
}

/// The fuzzer's own entry for programs that have a `main`, which `-sanitize=fuzzer` links.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: FuzzTarget.Body
) -> CInt
