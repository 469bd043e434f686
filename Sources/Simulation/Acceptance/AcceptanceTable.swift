/// The values of simulated groups beside published findings.
public struct AcceptanceTable: Sendable {
  /// One finding and what simulated groups show.
  public struct Row: Sendable {
    /// The finding.
    public let target: AcceptanceTarget
    /// The simulated value; nil if it could not be computed.
    public let value: Double?

    /// Whether the value meets what is demanded.
    public var passes: Bool { value.map(target.isMet) ?? false }
  }

  /// The findings: those of the fit first.
  public let rows: [Row]

  /// Compares values with all findings.
  ///
  /// - Parameter values: values by the names of the findings.
  public init(_ values: [String: Double]) {
    rows = (AcceptanceTarget.fitted + AcceptanceTarget.heldOut).map {
      Row(target: $0, value: values[$0.id])
    }
  }

  /// How many findings of one role are met.
  ///
  /// - Parameter role: fitted or held out.
  /// - Returns: how many pass.
  public func passing(_ role: AcceptanceTarget.Role) -> Int {
    rows.count { $0.target.role == role && $0.passes }
  }

  /// The names of the findings that are not met, in order.
  public var failures: [String] { rows.filter { !$0.passes }.map(\.target.id) }

  /// The table in Markdown: row, finding, what is demanded, value, source, verdict.
  public var markdown: String {
    let lines = rows.map { row in
      let cells = [
        row.target.row, row.target.phenomenon, row.target.demand.words,
        row.value.map { Decimal3.text($0) } ?? "none", row.target.role.rawValue,
        row.target.source, row.passes ? "pass" : "**fail**",
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    let head = "| # | finding | target | value | type | source | |\n|---|---|---|---|---|---|---|"
    return ([head] + lines).joined(separator: "\n")
  }
}

extension AcceptanceTarget.Demand {
  /// The demand in figures.
  var words: String {
    switch self {
    case .near(let target, let tolerance):
      "\(Decimal3.text(target)) ± \(Decimal3.text(AcceptanceTarget.allowedTolerances * tolerance))"
    case .atLeast(let least): "≥ \(Decimal3.text(least))"
    case .atMost(let greatest): "≤ \(Decimal3.text(greatest))"
    }
  }
}

/// Numbers with three decimals.
enum Decimal3 {
  static func text(_ number: Double) -> String {
    let thousandths = (abs(number) * 1000).rounded()
    guard thousandths < 1e15 else { return "\(number)" }
    let whole = Int(thousandths)
    let sign = number < 0 && whole > 0 ? "-" : ""
    let decimals = String(whole % 1000 + 1000).dropFirst()
    return "\(sign)\(whole / 1000).\(decimals)"
  }
}
