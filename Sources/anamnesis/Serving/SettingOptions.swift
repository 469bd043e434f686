import ArgumentParser
import Foundation
import Server

/// The settings of the server as options, each with its words from ``Setting``.
struct SettingOptions: ParsableArguments {
  @Option(help: help(.data), completion: .directory) var data: String?
  @Option(help: help(.keys), completion: .file()) var keys: String?
  @Option(help: help(.host)) var host: String?
  @Option(help: help(.port)) var port: String?
  @Option(help: help(.hostName)) var hostName: String?
  @Option(help: help(.trustedProxy)) var trustedProxy: String?
  @Option(help: help(.tlsCertificate), completion: .file()) var tlsCertificate: String?
  @Option(help: help(.tlsKey), completion: .file()) var tlsKey: String?
  @Option(help: help(.metricsPort)) var metricsPort: String?
  @Option(help: help(.requestRate)) var requestRate: String?
  @Option(help: help(.connections)) var connections: String?
  @Option(help: help(.addressConnections)) var addressConnections: String?
  @Option(help: help(.requestSeconds)) var requestSeconds: String?
  @Option(help: help(.readTrail)) var readTrail: String?
  @Option(help: help(.stopSeconds)) var stopSeconds: String?
  @Option(help: help(.registration)) var registration: String?
  @Option(help: help(.logLevel)) var logLevel: String?

  @Option(
    help: ArgumentHelp(
      "A file of settings, if not \(standardFile).", valueName: "file"),
    completion: .file())
  var config: String?

  /// Where the file of settings is when nobody says.
  static let standardFile = "/etc/anamnesis/anamnesis.env"

  private static func help(_ setting: Setting) -> ArgumentHelp {
    let standard = setting.standard.map { " (default: \($0))" } ?? ""
    return ArgumentHelp("\(setting.help)\(standard)", valueName: setting.valueName)
  }

  private func value(of setting: Setting) -> String? {
    switch setting {
    case .data: data
    case .keys: keys
    case .host: host
    case .port: port
    case .hostName: hostName
    case .trustedProxy: trustedProxy
    case .tlsCertificate: tlsCertificate
    case .tlsKey: tlsKey
    case .metricsPort: metricsPort
    case .requestRate: requestRate
    case .connections: connections
    case .addressConnections: addressConnections
    case .requestSeconds: requestSeconds
    case .readTrail: readTrail
    case .stopSeconds: stopSeconds
    case .registration: registration
    case .logLevel: logLevel
    }
  }

  /// The settings in force.
  ///
  /// - Throws: when one cannot be used, or the file that was named cannot be read.
  func settings() throws -> ServerSettings {
    var options: [Setting: String] = [:]
    for setting in Setting.allCases { options[setting] = value(of: setting) }
    return try ServerSettings(
      options: options, environment: ProcessInfo.processInfo.environment, file: file())
  }

  private func file() throws -> (path: String, text: String)? {
    guard let path = config ?? (FileStatus(Self.standardFile).map { _ in Self.standardFile }),
      let file = InputFile(argument: path)
    else { return nil }
    return (path, try file.text(limit: 1 << 20))
  }
}
