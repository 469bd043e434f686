extension HouseRules {
  /// The only places outside the room itself that may import `Windows`: the part of a review that
  /// carries windows, what builds it, the pages that draw it, and the command line.
  static let windowPlaces = [
    "Sources/Windows/", "Sources/Pages/", "Sources/anamnesis/",
    "Sources/Care/Parts/WindowsPart.swift", "Sources/Care/Building/WindowsBuilder.swift",
  ]

  /// What decides: rules, stages, tapers, signals of safety, what is due.
  static let decidingPlaces = [
    "Sources/Knowledge/Rules/", "Sources/Knowledge/Staging/", "Sources/Care/Rules/",
    "Sources/Care/Staging/", "Sources/Care/Tapers/", "Sources/Care/Safety/", "Sources/Care/Due/",
  ]

  /// A window reaches nothing that decides: neither the room nor the names of its data.
  static func windowsStayBehindTheWall(_ source: SwiftSource) -> [String] {
    let mayImport = windowPlaces.contains { source.path.hasPrefix($0) }
    let decides = decidingPlaces.contains { source.path.hasPrefix($0) }
    return source.code.enumerated().flatMap { index, line -> [String] in
      var breaches: [String] = []
      let place = "\(source.path):\(index + 1)"
      if !mayImport, line.contains(#/\bimport\s+(?:\w+\s+)?Windows(?:\.\w+)*\s*$/#) {
        breaches.append("\(place): imports Windows, which nothing that decides may know")
      }
      // No word boundaries: to Unicode, `a.b` is one word.
      if decides,
        let name = line.firstMatch(
          of: #/(?:^|\W)(Windows?[A-Z]\w*|Kernel[A-Z]\w*|EvidenceLayer)|\.windows(?!\w)/#)
      {
        breaches.append("\(place): names \(name.0), which nothing that decides may read")
      }
      return breaches
    }
  }
}
