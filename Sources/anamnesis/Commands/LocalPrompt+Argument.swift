public import ArgumentParser
public import Time

extension LocalPrompt: ExpressibleByArgument {
  /// Reads a prompt from the command line.
  ///
  /// - Parameter argument: such as `daily 09:00`.
  public init?(argument: String) { self.init(argument) }
}
