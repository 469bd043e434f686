// swift-tools-version: 6.2
import PackageDescription

/// `FUZZ=1` adds the fuzz targets, which need sanitisers to link: use `script/fuzz`.
let fuzz = Context.environment["FUZZ"] != nil

/// `ONLY=Inference` keeps one pure module, what it stands on and its tests: the quickest loop.
let only = Context.environment["ONLY"]

/// `CORE=1` keeps the pure modules only, with Yams as their one dependency: `CORE=1 script/test`
/// builds and tests them in seconds.
let core = fuzz || only != nil || Context.environment["CORE"] != nil

/// `CALIBRATION=1` keeps `Statistics`, `Inference`, `MemoryScience`, `Simulation` and the tests that
/// simulate people by the hundred, which are slow unless they are optimised: use `script/calibration`.
let calibration = Context.environment["CALIBRATION"] != nil

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")

/// A module of the house and the test target that mirrors it.
func room(
  _ name: String, on floor: [Target.Dependency] = [], excluding documents: [String] = [],
  resources: [Resource] = [], testing extra: [Target.Dependency] = []
) -> [Target] {
  [
    .target(
      name: name, dependencies: floor, exclude: documents, resources: resources,
      swiftSettings: settings),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name), "TestKit"] + floor + extra,
      swiftSettings: settings),
  ]
}

// Floors, from the ground up: a target may only name targets of lower floors. The table in
// docs/architecture.md says the same, and ArchitectureTests compares the two.
var targets: [Target] = [
  // 0
  room("Time"),
  room("JSON"),
  // 1
  room("Statistics"),
  room("HTML"),
  room("Knowledge", on: ["Time", yams], resources: [.copy("Resources")]),
  // 2
  room("PatientRecord", on: ["Time", "JSON", "Knowledge"]),
  room("Inference", on: ["Statistics"]),
  room("MemoryScience", on: ["Statistics"], testing: ["Charts", "HTML", "Knowledge"]),
  room("Charts", on: ["HTML"]),
  room("Windows", on: ["Time", "Statistics", "Knowledge"]),
  // 3
  room(
    "Care", on: ["Time", "Knowledge", "PatientRecord", "Statistics", "Inference", "Windows"],
    testing: ["JSON", "Simulation"]),
  room(
    "Simulation", on: ["Time", "JSON", "Statistics", "Knowledge", "PatientRecord", "Inference"],
    excluding: ["README.md"]),
  // 4
  room(
    "Pages",
    on: [
      "Time", "JSON", "Knowledge", "PatientRecord", "Inference", "Charts", "HTML", "Care",
      "Windows", "Simulation",
    ]),
  room(
    "Interchange", on: ["Time", "JSON", "Knowledge", "PatientRecord", "Care", yams],
    resources: [.copy("Mappings")]),
].flatMap { $0 }

// The rooms that stand on a library of their own: `CORE=1` leaves them out.
let shell = [
  // 1
  room("Vault", on: ["Time", "JSON", crypto, cryptoExtras]),
  // 3
  room("Archive", on: ["Time", "JSON", "PatientRecord", "Vault"]),
  // 4
  room(
    "SQLiteStore", on: ["Archive", grdb, grdbSQLite],
    testing: ["Time", "JSON", "Knowledge", "PatientRecord", "Vault"]),
  room(
    "Accounts", on: ["Time", "JSON", "PatientRecord", "Vault", "Archive"],
    testing: ["Knowledge", "SQLiteStore"]),
  // 5
  room(
    "Server",
    on: [
      "Time", "JSON", "Knowledge", "PatientRecord", "HTML", "Care", "Pages", "Vault", "Archive",
      "Accounts", "CZlib", hummingbird, hummingbirdTLS,
    ], resources: [.embedInCode("Resources/openapi.yaml")], testing: ["SQLiteStore"]),
  // A library of the system, without code of ours.
  [.systemLibrary(name: "CZlib", path: "Libraries/CZlib", providers: [.apt(["zlib1g-dev"])])],
].flatMap { $0 }
if !core || shell.contains(where: { $0.name == only }) { targets += shell }

// Shared by tests only: builders, the folder of reference data, brute-force oracles.
targets.append(
  .target(
    name: "TestKit", dependencies: ["Time", "JSON", "Knowledge", "PatientRecord"],
    path: "Tests/TestKit",
    swiftSettings: settings))

// The rules of the house, checked on the package, its sources and its documents.
targets.append(
  .testTarget(name: "ArchitectureTests", dependencies: ["TestKit"], swiftSettings: settings))

if fuzz {
  targets += [
    .target(name: "FuzzKit", path: "Fuzz/FuzzKit", swiftSettings: settings),
    .executableTarget(
      name: "FuzzCSV", dependencies: ["FuzzKit", "Interchange"], path: "Fuzz/FuzzCSV",
      swiftSettings: settings),
    .executableTarget(
      name: "FuzzRecord", dependencies: ["FuzzKit", "JSON", "PatientRecord"],
      path: "Fuzz/FuzzRecord", swiftSettings: settings),
  ]
}

if let only {
  // The tests of every module may use TestKit.
  var kept: Set = [only, "\(only)Tests", "TestKit"]
  var size = 0
  while kept.count > size {
    size = kept.count
    for target in targets where kept.contains(target.name) {
      for case .byNameItem(let name, _) in target.dependencies { kept.insert(name) }
    }
  }
  targets = targets.filter { kept.contains($0.name) }
} else if calibration {
  let calibrated = [
    "Statistics", "Inference", "MemoryScience", "Time", "JSON", "Knowledge", "PatientRecord",
    "Simulation",
  ]
  targets = targets.filter { calibrated.contains($0.name) }
  targets.append(
    .testTarget(
      name: "CalibrationTests",
      dependencies: ["Statistics", "Inference", "MemoryScience", "Knowledge", "Simulation"],
      swiftSettings: settings))
} else if !core {
  // 6
  targets += [
    .executableTarget(
      name: "anamnesis",
      dependencies: [
        argumentParser, "Time", "JSON", "Knowledge", "PatientRecord", "Statistics", "Inference",
        "MemoryScience", "Care", "Simulation", "HTML", "Pages", "Interchange", "Vault", "Archive",
        "SQLiteStore", "Accounts", "Server",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "bench",
      dependencies: [
        "Statistics", "Inference", "MemoryScience", "PatientRecord", "Knowledge", "Time",
        "Simulation", "Care", "Pages", "JSON", "Vault", "Archive", "SQLiteStore",
      ],
      path: "Benchmarks/bench", swiftSettings: settings),
    .testTarget(
      name: "anamnesisTests",
      dependencies: ["anamnesis", "TestKit", "Time", "JSON", "Knowledge", "PatientRecord"],
      swiftSettings: settings),
  ]
}

/// The packages that what is kept stands on.
let libraries: [String: Package.Dependency] = [
  "Yams": .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  "swift-argument-parser": .package(
    url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  "swift-crypto": .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  "GRDB.swift": .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  "hummingbird": .package(
    url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
    traits: ["FullFoundation"]),
]
let used = Set(
  targets.flatMap(\.dependencies).compactMap { dependency in
    if case .productItem(_, let package, _, _) = dependency { package } else { nil }
  })
let dependencies = used.sorted().compactMap { libraries[$0] }

let package = Package(
  name: "anamnesis",
  products: ["Statistics", "Knowledge", "HTML", "Inference", "MemoryScience", "Charts"]
    .filter { name in targets.contains { $0.name == name } }
    .map { .library(name: $0, targets: [$0]) },
  dependencies: dependencies,
  targets: targets,
  swiftLanguageModes: [.v6]
)
