extension HouseRules {
  /// Names of instruments and medicines as they appear in code, split into lower-case words.
  ///
  /// A sample of the field rather than a catalogue: enough that hard-coded clinical content shows.
  /// Ketamine is left out: beside TMS and ECT it is the name of a kind of treatment.
  static let clinicalNames = [
    // Instruments
    "phq", "gad", "qids", "madrs", "hdrs", "hamd", "ham d", "who 5", "wsas", "isi", "bdi", "scl 90",
    "cssrs", "ymrs", "panas", "hads", "epds", "cgi", "eq 5", "moca", "mmse",
    // Medicines
    "venlafaxine", "desvenlafaxine", "duloxetine", "sertraline", "citalopram", "escitalopram",
    "fluoxetine", "fluvoxamine", "paroxetine", "vortioxetine", "mirtazapine", "bupropion",
    "trazodone", "amitriptyline", "nortriptyline", "clomipramine", "imipramine", "tranylcypromine",
    "phenelzine", "esketamine", "lithium", "lamotrigine", "valproate", "quetiapine",
    "aripiprazole", "olanzapine", "brexpiprazole", "psilocybin", "zuranolone", "agomelatine",
  ]

  /// Clinical content is data: code and its strings name neither instrument nor medicine.
  static func namesNothingClinical(_ source: SwiftSource) -> [String] {
    source.uncommented.enumerated().flatMap { index, line -> [String] in
      let words = " \(words(in: line).joined(separator: " ")) "
      return clinicalNames.filter { words.contains(" \($0) ") }
        .map { "\(source.path):\(index + 1): names \"\($0)\", which belongs in a resource" }
    }
  }

  /// The words of identifiers and strings: `phq9Total` is `phq`, `9`, `total`.
  static func words(in line: String) -> [String] {
    line.matches(of: #/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+/#).map { $0.output.lowercased() }
  }
}
