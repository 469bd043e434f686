/// What whoever runs the server can set. The help, the documents, the environment and the file of
/// settings are all made from this table.
public enum Setting: String, Hashable, Sendable, CaseIterable {
  case data, keys, host, port
  case hostName = "host-name"
  case trustedProxy = "trusted-proxy"
  case tlsCertificate = "tls-certificate"
  case tlsKey = "tls-key"
  case metricsPort = "metrics-port"
  case requestRate = "request-rate"
  case connections
  case addressConnections = "address-connections"
  case requestSeconds = "request-seconds"
  case readTrail = "read-trail"
  case stopSeconds = "stop-seconds"
  case registration
  case logLevel = "log-level"

  /// The name as an option: `--host-name`.
  public var flag: String { "--\(rawValue)" }

  /// The name in the environment and in the file: `ANAMNESIS_HOST_NAME`.
  public var key: String {
    Setting.prefix + rawValue.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
  }

  /// What all keys begin with.
  static let prefix = "ANAMNESIS_"

  /// What it is when nobody sets it; `nil` when there is nothing then.
  public var standard: String? { row.standard }

  /// What kind of value it takes, in one word.
  public var valueName: String { row.valueName }

  /// What it does, in one sentence.
  public var help: String { row.help }

  private var row: (valueName: String, standard: String?, help: String) {
    switch self {
    case .data: ("folder", nil, "The folder in which records are kept.")
    case .keys: ("file", nil, "The key file; if not said, keys.json in the data folder.")
    case .host:
      (
        "address", "127.0.0.1",
        "The address to listen on; 0.0.0.0 is every address of this machine."
      )
    case .port: ("number", "8080", "The port to listen on; 0 takes a free one.")
    case .hostName:
      ("names", nil, "The names by which the server is addressed, with commas; others are refused.")
    case .trustedProxy:
      ("addresses", nil, "Proxies, with commas, whose X-Forwarded-For and -Proto are believed.")
    case .tlsCertificate: ("file", nil, "The certificate and its chain (PEM): serves HTTPS.")
    case .tlsKey: ("file", nil, "The certificate's private key (PEM).")
    case .metricsPort:
      ("number", nil, "Figures for Prometheus on this port of 127.0.0.1; off if not said.")
    case .requestRate:
      ("number", "50", "Requests a second that one address may make; 0 is no limit.")
    case .connections: ("number", "4000", "Connections at one time; more have to wait.")
    case .addressConnections:
      (
        "number", "64",
        "Connections that one address may have open; others are closed at once, 0 is no limit."
      )
    case .requestSeconds:
      ("number", "25", "Seconds in which a request has to arrive and an answer has to be taken.")
    case .readTrail:
      (
        "word", "soon",
        "When the trail's line of a reading is on the disk: before it is answered, or soon after."
      )
    case .stopSeconds:
      ("number", "8", "Seconds that requests in progress are given when the server stops.")
    case .registration:
      ("on/off", "off", "Whether people may ask for a patient's account without an invitation.")
    case .logLevel: ("level", "info", "What is logged: info, warning or error.")
    }
  }
}
