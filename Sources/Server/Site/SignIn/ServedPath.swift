internal import Pages
public import Vault

/// Paths of one-time links, for whoever prints them.
public enum ServedPath {
  /// Where the first account is made.
  ///
  /// - Parameter token: the link's secret.
  /// - Returns: the path, to be joined to the address of the server.
  public static func setUp(_ token: Token) -> String { "\(WebPath.setUp)/\(token.text)" }
}
