import Testing

/// Each rule fails on what breaks it.
struct HouseRulesTests {
  private let plan = FloorPlan(
    markdown: """
      | floor | module | holds | imports of ours | libraries |
      |---|---|---|---|---|
      | 0 | `Ground` | days | – | – |
      | 1 | `Wall` | walls | `Ground` | `Stone` |

      | planned floor | module | holds | imports of ours | libraries |
      |---|---|---|---|---|
      | 2 | `Roof` | tiles | `Wall` | – |
      """)
  private let ground = PackageReport.Target(name: "Ground")
  private let wall = PackageReport.Target(name: "Wall", imports: ["Ground"], libraries: ["Stone"])

  private func source(_ text: String) -> SwiftSource {
    SwiftSource(path: "Sources/Ground/File.swift", text: text)
  }

  @Test func `the plan is read from its tables`() {
    #expect(
      plan.rooms == [
        .init(name: "Ground", floor: 0, imports: [], libraries: []),
        .init(name: "Wall", floor: 1, imports: ["Ground"], libraries: ["Stone"]),
      ])
    #expect(plan.planned.map(\.name) == ["Roof"])
  }

  @Test func `a sound house breaks nothing`() {
    let report = PackageReport(targets: [ground, wall])
    #expect(HouseRules.planMatches(plan, report) == [])
    #expect(HouseRules.arrowsGoDown(plan, report) == [])
    #expect(HouseRules.foldersAreRooms(["Ground", "Wall"], report) == [])
  }

  @Test func `an arrow that goes up is found`() {
    let climbing = PackageReport.Target(name: "Ground", imports: ["Wall"])
    #expect(
      HouseRules.arrowsGoDown(plan, PackageReport(targets: [climbing, wall])) == [
        "Ground (floor 0) imports Wall (floor 1)"
      ])
  }

  @Test func `a document that lies is found`() {
    let bare = PackageReport.Target(name: "Wall")
    let shed = PackageReport.Target(name: "Shed")
    let roof = PackageReport.Target(name: "Roof", imports: ["Wall"])
    #expect(
      HouseRules.planMatches(plan, PackageReport(targets: [bare, shed, roof])) == [
        "the table says that Wall imports Ground, the package does not",
        "the table says that Wall uses Stone, the package does not",
        "Shed is a target, but no row of the table",
        "Roof is a target, but no row of the table",
        "Ground is a row of the table, but no target",
        "Roof is built, but the table calls it planned",
      ])
  }

  @Test func `a folder outside the package is found`() {
    #expect(
      HouseRules.foldersAreRooms(["Ground", "Attic"], PackageReport(targets: [ground])) == [
        "Sources/Attic belongs to no target"
      ])
  }

  @Test func `an import that is not declared is found`() {
    let report = PackageReport(targets: [ground, wall])
    #expect(
      HouseRules.importsAreDeclared(in: source("import Foundation\npublic import Wall\n"), report)
        == ["Sources/Ground/File.swift:2: Wall is not among the imports of Ground"])
  }

  @Test func `a file of 301 lines is found`() {
    #expect(HouseRules.isShort(source(String(repeating: "\n", count: 300))) == [])
    #expect(HouseRules.isShort(source(String(repeating: "\n", count: 301))).count == 1)
  }

  @Test(arguments: HouseRules.impure)
  func `each impure word is found`(word: String) {
    #expect(
      HouseRules.isPure(source("let x = \(word) y\n")) == ["Sources/Ground/File.swift:1: \(word)"])
  }

  @Test func `words in comments and strings are no code, interpolations are`() {
    let text = ##"""
      // try! Date()
      /* UUID() /* as! */ UUID() */
      let a = "Date() \" UUID()" + #"as! \(UUID())"#
      let b = """
        try! "quoted"
        """
      let c = validDate()
      let d = "it is \(f("(") + Date().text) o'clock, not UUID()"
      """##
    #expect(HouseRules.isPure(source(text)) == ["Sources/Ground/File.swift:8: Date()"])
  }

  @Test func `a public declaration without documentation is found`() {
    let text = """
      public import Wall
      /// A door.
      @frozen
      public struct Door: Comparable {
        public let width: Int
        public private(set) var isOpen: Bool
        public static func < (left: Door, right: Door) -> Bool { true }
        /// Opens it.
        @discardableResult public mutating func open() -> Bool { true }
        static public func shut() {}
      }
      """
    #expect(
      HouseRules.isDocumented(source(text)) == [
        "Sources/Ground/File.swift:5: public let width: Int has no documentation",
        "Sources/Ground/File.swift:6: public private(set) var isOpen: Bool has no documentation",
        "Sources/Ground/File.swift:10: public func shut() {} has no documentation",
      ])
  }

  @Test func `a public number that does not say what it is is found`() {
    let text = """
      /// A door.
      public struct Door {
        /// The width.
        public let width: Double
        /// The width in metres.
        public let opening: Double
        /// Leaves.
        public static let leaves = 2
        /// Opens.
        public var isOpen: Bool
      }
      """
    #expect(
      HouseRules.saysWhatNumberIs(source(text)) == [
        "Sources/Ground/File.swift:4: say what public width is a number of",
        "Sources/Ground/File.swift:8: say what public leaves is a number of",
      ])
  }

  @Test(arguments: [
    "let phq9Total = 1", "case \"PHQ-9\": 1", "func scoreGAD7()", "let x = \"who5\"",
    "if drug == \"Venlafaxine\"", "let isiTotal = 0", "let hamD = 3",
  ])
  func `a clinical name in code is found`(line: String) {
    #expect(HouseRules.namesNothingClinical(source(line)).count == 1)
  }

  @Test(arguments: [
    "let precision = 1", "// as in the PHQ-9", "let who = patient", "let vision = isInside",
  ])
  func `other words are left alone`(line: String) {
    #expect(HouseRules.namesNothingClinical(source(line)) == [])
  }

  @Test(arguments: [
    "import Windows", "public import Windows", "let x: WindowsPart",
    "case .windows(let part): part",
    "let model = WindowModel(definitions)", "knowledge.windows?.kernels", "KernelDefinition.self",
  ])
  func `a rule that knows windows is found`(line: String) {
    for folder in HouseRules.decidingPlaces {
      let source = SwiftSource(path: folder + "File.swift", text: line + "\n")
      #expect(HouseRules.windowsStayBehindTheWall(source).count == 1, "\(folder)")
    }
  }

  @Test func `only the places that draw windows may import them`() {
    let line = "public import Windows\n"
    for path in ["Sources/Care/Parts/DuePart.swift", "Sources/Simulation/File.swift"] {
      #expect(
        HouseRules.windowsStayBehindTheWall(SwiftSource(path: path, text: line)).count == 1)
    }
    for path in ["Sources/Care/Parts/WindowsPart.swift", "Sources/Pages/Sections/File.swift"] {
      #expect(HouseRules.windowsStayBehindTheWall(SwiftSource(path: path, text: line)) == [])
    }
    let innocent = "import Time // import Windows\nlet window = days.windowsill\n"
    #expect(
      HouseRules.windowsStayBehindTheWall(
        SwiftSource(path: "Sources/Care/Rules/File.swift", text: innocent)) == [])
  }
}
