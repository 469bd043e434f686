import Foundation
import TestKit
import Testing

/// The checkout keeps the rules of the house.
struct ArchitectureTests {
  private let house: House

  init() throws { house = try House.checkout.get() }

  private func report(_ breaches: [String]) {
    for breach in breaches { Issue.record("\(breach)") }
  }

  @Test func `the house was read whole`() {
    #expect(house.report.rooms.count >= 13)
    #expect(house.plan.rooms.count >= 13)
    #expect(house.sources.count >= house.report.rooms.count)
  }

  @Test func `the document tells the rooms and edges that the package has`() {
    report(HouseRules.planMatches(house.plan, house.report))
  }

  @Test func `an arrow goes down, never up or round`() {
    report(HouseRules.arrowsGoDown(house.plan, house.report))
  }

  @Test func `a folder of Sources is a room`() {
    report(HouseRules.foldersAreRooms(house.folders, house.report))
  }

  @Test func `a file imports only what its room declares`() {
    let breaches = house.sources.flatMap { HouseRules.importsAreDeclared(in: $0, house.report) }
    report(breaches)
  }

  @Test func `a file has one idea`() {
    report(house.sources.flatMap(HouseRules.isShort))
  }

  @Test func `floors 0 to 4 neither trap by choice nor ask the machine`() {
    report(house.sources(on: 0...4).flatMap(HouseRules.isPure))
  }

  @Test func `below Care no code names an instrument or a medicine`() {
    report(house.sources(on: 0...2).flatMap(HouseRules.namesNothingClinical))
  }

  @Test func `public API is documented`() {
    report(house.sources.flatMap(HouseRules.isDocumented))
  }

  @Test func `windows reach nothing that decides`() {
    report(house.sources.flatMap(HouseRules.windowsStayBehindTheWall))
    // The rule speaks of places that exist.
    for place in HouseRules.windowPlaces {
      #expect(house.sources.contains { $0.path.hasPrefix(place) }, "\(place)")
    }
  }

  @Test func `public numbers of memory science say what they are`() {
    report(
      house.sources.filter { $0.path.hasPrefix("Sources/MemoryScience/") }
        .flatMap(HouseRules.saysWhatNumberIs))
  }

  @Test func `links in documents lead somewhere`() {
    let documents = Dictionary(house.documents.map { ($0.path, $0) }) { first, _ in first }
    let breaches = house.documents.flatMap { document in
      document.brokenLinks(
        exists: {
          FileManager.default.fileExists(atPath: SharedData.checkout.appending(path: $0).path)
        }, documents: documents)
    }
    report(breaches)
  }
}
