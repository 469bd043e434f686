import ArgumentParser
import Care

/// What doses are made up from.
struct FormulationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Strengths of tablets or capsules, in mg unless said.", valueName: "strength,strength"))
  var tablets: String?

  @Option(help: "How tablets may be divided: none, halves or quarters.")
  var splitting = FormulationSet.Splitting.none

  @Option(help: ArgumentHelp("A liquid, such as 2mg/ml or 20mg/5ml.", valueName: "strength"))
  var liquid: String?

  @Option(help: ArgumentHelp("The smallest mark of the syringe.", valueName: "volume"))
  var syringe = "0.1ml"

  @Option(
    help: ArgumentHelp("The form taken now, such as extended-release.", valueName: "form"))
  var form: String?

  /// Reads the options.
  ///
  /// - Returns: the set; nil when neither tablets nor a liquid were named.
  /// - Throws: ``BadInput`` with the name of the option.
  func set() throws -> FormulationSet? {
    guard tablets != nil || liquid != nil else { return nil }
    let strengths = try option("--tablets") { () throws(TaperError) in
      var strengths: [ExactDose] = []
      for text in tablets?.split(separator: ",", omittingEmptySubsequences: false) ?? [] {
        strengths.append(try ExactDose(reading: String(text), unit: "mg"))
      }
      return strengths
    }
    let mark = try option("--syringe") { () throws(TaperError) in
      try Liquid.microlitres(reading: syringe)
    }
    let fluid = try option("--liquid") { () throws(TaperError) in
      guard let liquid else { return Liquid?.none }
      return try Liquid(reading: liquid, syringeMicrolitres: mark)
    }
    return try option("--tablets") { () throws(TaperError) in
      try FormulationSet(tablets: strengths, splitting: splitting, liquid: fluid)
    }
  }
}
