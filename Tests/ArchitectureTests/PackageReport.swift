import Foundation
import TestKit

/// What `swift package describe` says about the package.
struct PackageReport: Decodable {
  /// A target and the names it may import.
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String
    let imports: [String]
    let libraries: [String]

    private enum CodingKeys: String, CodingKey {
      case name, type, path
      case imports = "target_dependencies"
      case libraries = "product_dependencies"
    }

    init(
      name: String, type: String = "library", path: String? = nil, imports: [String] = [],
      libraries: [String] = []
    ) {
      self.name = name
      self.type = type
      self.path = path ?? "Sources/\(name)"
      self.imports = imports
      self.libraries = libraries
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: CodingKeys.self)
      name = try values.decode(String.self, forKey: .name)
      type = try values.decode(String.self, forKey: .type)
      path = try values.decode(String.self, forKey: .path)
      imports = try values.decodeIfPresent([String].self, forKey: .imports) ?? []
      libraries = try values.decodeIfPresent([String].self, forKey: .libraries) ?? []
    }
  }

  let targets: [Target]

  /// The targets whose sources lie in `Sources`.
  var rooms: [Target] { targets.filter { $0.path.hasPrefix("Sources/") } }

  /// Libraries of the system that a target makes known to the compiler, without code of ours.
  var systemLibraries: Set<String> {
    Set(targets.filter { $0.type == "system-target" }.map(\.name))
  }

  /// Asks the package manager about the whole package, whatever part of it is being tested.
  ///
  /// The question gets a scratch folder of its own: the test run holds the lock on its own one.
  static func ask() throws -> PackageReport {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--scratch-path", ".build/describe", "describe", "--type", "json",
    ]
    process.currentDirectoryURL = SharedData.checkout
    process.environment = ProcessInfo.processInfo.environment
      .filter { !["CORE", "ONLY", "FUZZ", "CALIBRATION"].contains($0.key) }
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(PackageReport.self, from: data)
  }
}
