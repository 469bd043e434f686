/// The address under which a server is told to people: what they can type into a browser.
public struct ServedAddress: Sendable {
  /// With scheme and port, without a path: `http://127.0.0.1:8080`.
  public let text: String
  /// What to do where the address serves this machine alone although the server listens for others;
  /// `nil` where it serves everybody whom the server listens for.
  public let advice: String?

  /// - Parameters:
  ///   - settings: where the server listens, by which names it is addressed, and whether it has TLS.
  ///   - port: the port it listens on, 1 to 65,535.
  public init(_ settings: ServerSettings, port: Int) {
    let scheme = settings[.tlsCertificate] == nil ? "http" : "https"
    let host = settings[.host] ?? ""
    let isEverywhere = ["0.0.0.0", "::", "[::]"].contains(host)
    let named = settings.list(.hostName).first
    // "Every address" is none that a browser could open.
    let name = isEverywhere ? named ?? "localhost" : host
    text = "\(scheme)://\(name.contains(":") && !name.hasPrefix("[") ? "[\(name)]" : name):\(port)"
    advice =
      isEverywhere && named == nil
      ? "From another machine, put this machine's address or name in the place of localhost."
      : nil
  }
}
