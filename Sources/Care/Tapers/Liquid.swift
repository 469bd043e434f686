/// A liquid form and the syringe that measures it.
public struct Liquid: Hashable, Sendable {
  /// The mass in the stated volume.
  public let mass: ExactDose
  /// The volume that holds this mass, in microlitres; above 0.
  public let microlitres: Int
  /// The smallest mark of the syringe, in microlitres; above 0.
  public let syringeMicrolitres: Int

  /// The mass between two marks of the syringe.
  public let perMark: ExactDose

  /// Creates a liquid.
  ///
  /// - Parameters:
  ///   - mass: the mass in the stated volume; above 0.
  ///   - microlitres: that volume, 1 to 1,000,000.
  ///   - syringeMicrolitres: the smallest mark of the syringe, 1 to 100,000.
  /// - Throws: an error when a number is out of range or a mark holds no whole number of nanograms.
  public init(
    mass: ExactDose, microlitres: Int, syringeMicrolitres: Int
  ) throws(TaperError) {
    guard mass > .zero else {
      throw .outOfRange("a liquid", given: "\(mass)", allowed: "above 0 mg")
    }
    guard (1...1_000_000).contains(microlitres) else {
      throw .outOfRange(
        "the volume of a liquid", given: "\(Decimal(max(0, microlitres), per: 1_000)) ml",
        allowed: "0.001 to 1000 ml")
    }
    guard (1...100_000).contains(syringeMicrolitres) else {
      throw .outOfRange(
        "the smallest mark of the syringe",
        given: "\(Decimal(max(0, syringeMicrolitres), per: 1_000)) ml", allowed: "0.001 to 100 ml")
    }
    // At most 10^11 times 10^5.
    let (perMark, rest) = (mass.nanograms * syringeMicrolitres)
      .quotientAndRemainder(dividingBy: microlitres)
    guard rest == 0, perMark > 0 else { throw .unevenLiquid }
    self.mass = mass
    self.microlitres = microlitres
    self.syringeMicrolitres = syringeMicrolitres
    self.perMark = ExactDose(nanograms: perMark)
  }

  /// Reads a liquid such as `2mg/ml` or `20mg/5ml`.
  ///
  /// - Parameters:
  ///   - text: a mass, a slash and a volume in ml; a volume without a number is one millilitre.
  ///   - syringeMicrolitres: the smallest mark of the syringe.
  /// - Throws: an error that says what cannot be read.
  public init(reading text: String, syringeMicrolitres: Int) throws(TaperError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .unreadableLiquid(text) }
    let volume = parts[1].filter { !$0.isWhitespace }.lowercased()
    try self.init(
      mass: try ExactDose(reading: String(parts[0])),
      microlitres: volume == "ml" ? 1_000 : try Self.microlitres(reading: String(parts[1])),
      syringeMicrolitres: syringeMicrolitres)
  }

  /// Reads a volume such as `0.1ml`.
  ///
  /// - Parameter text: a decimal number of ml.
  /// - Returns: the microlitres.
  /// - Throws: an error that says what cannot be read.
  public static func microlitres(reading text: String) throws(TaperError) -> Int {
    let trimmed = text.filter { !$0.isWhitespace }.lowercased()
    let number = trimmed.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard !number.isEmpty, trimmed[number.endIndex...] == "ml" else {
      throw .unreadableVolume(text)
    }
    let count = try ExactDose.count(number, of: 1_000, decimals: 3, in: text)
    guard count > 0 else { throw .outOfRange("a volume", given: text, allowed: "above 0 ml") }
    return count
  }

  /// The volume of a number of marks, in words such as `6.7 ml`.
  static func words(microlitres: Int) -> String { "\(Decimal(microlitres, per: 1_000)) ml" }
}
