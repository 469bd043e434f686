import Foundation
import Knowledge
import TestKit
import Testing

/// The name of a medicine stands in a resource and never in code.
@Suite struct NoMedicineInCodeTests {
  private let names: Set<String>

  init() throws {
    let catalogue = try Shipped.knowledge.get().medicines
    // Ketamine is left out: beside TMS and ECT it is the name of a kind of treatment.
    names = Set(catalogue.medicines.keys.map(\.rawValue)).subtracting(["ketamine"])
  }

  /// The names that stand in the code of a file, its comments left out.
  private func found(in text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"))
      .filter { line in
        !line.drop { $0 == UInt8(ascii: " ") }.starts(with: Array("//".utf8))
      }
      .flatMap { line in
        line.split { !(97...122).contains($0 | 0x20) }
          .map { String(decoding: $0.map { $0 | 0x20 }, as: UTF8.self) }
      }
      .filter(names.contains)
  }

  @Test(arguments: ["Knowledge", "Care", "Interchange"])
  func `no source of a room names a medicine`(_ room: String) throws {
    let folder = SharedData.checkout.appending(path: "Sources/\(room)")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path))
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    #expect(files.count > 10)
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      #expect(found(in: text) == [], "\(file)")
    }
  }

  @Test func `a name in code is found, in a comment it is not`() {
    #expect(found(in: "let x = \"Sertraline\"\n/// sertraline\n  // lithium") == ["sertraline"])
    #expect(found(in: "let sertralineDose = 1") == [])
  }
}
