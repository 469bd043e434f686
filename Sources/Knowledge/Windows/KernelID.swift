/// The identifier of a kernel: the published time course of what one treatment leaves behind.
public struct KernelID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
