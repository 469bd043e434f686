import ArgumentParser
import Care
import Interchange
import Knowledge

/// `anamnesis packet`
struct PacketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "Hold a record against a payer's policy for prior authorisation, for clinicians.",
    discussion: """
      Each criterion is met, not met, or not documented with what is missing. What the record does not \
      say is never read as no. Whether the policy holds on the day is said first.

      EXAMPLES:
        anamnesis packet --list
        anamnesis packet record.ndjson --policy cp-bh-200
        anamnesis packet record.ndjson --policy lcd-l34998 --trials trials.yaml --state sessions=yes
      """)

  @Argument(help: "The record; - reads the standard input.")
  var file: InputFile?

  @Flag(help: "List the policies with what each asks for.")
  var list = false

  @Option(help: ArgumentHelp("The payer's policy; --list names them.", valueName: "id"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "A file of trials in YAML that tells more than the record.", valueName: "trials.yaml"))
  var trials: InputFile?

  @Option(
    help: ArgumentHelp(
      "What you state of criteria about which the record says nothing.",
      valueName: "criterion=yes,criterion=no"))
  var state = StatementList()

  @Option(
    help: ArgumentHelp(
      "The day of the request, such as 2026-03-01, or a moment; default the record's last day.",
      valueName: "date or instant"))
  var at: ReviewMoment?

  @Option(
    help: ArgumentHelp("Whose packet, when the record is about several people.", valueName: "id"))
  var patient: String?

  @Flag(help: "List lines that cannot be read and go on without them.")
  var skipBadLines = false

  @Option(help: "In which form the result is written.")
  var format = OutputFormat.text

  func validate() throws {
    guard list != (file != nil) else {
      throw ValidationError("Name a record and a policy, or list the policies by --list.")
    }
    guard list || policy != nil else {
      throw ValidationError("--policy: name one; --list names them.")
    }
  }

  func run() throws {
    let knowledge = try Knowledge.shipped()
    let notice = try knowledge.safety.text("packet-notice").text
    guard let file, let policy else {
      let policies = knowledge.payerPolicies.values.sorted { $0.id < $1.id }
      return try PolicyListResult(policies: policies, notice: notice).print(as: format)
    }
    let chosen = try knowledge.policy(named: policy)
    try chosen.require(state)
    let record = try RecordInput(file, patient: patient, skipsBadLines: skipBadLines).read()
    let past = try record.chart(at: at, using: knowledge)
    let packet = try PriorAuthorisationPacket(
      chart: past.chart, on: past.today, policy: chosen, trials: try person(knowledge),
      statements: state.statements, knowledge: knowledge)
    try PacketResult(packet: packet, knowledge: knowledge, notice: notice).print(as: format)
  }

  private func person(_ knowledge: Knowledge) throws -> StagingCase? {
    guard let trials else { return nil }
    do {
      return try StagingCase(yaml: try trials.text(), knowledge: knowledge)
    } catch let error as InterchangeError {
      throw BadInput(trials.name, error)
    }
  }
}

extension Knowledge {
  /// Finds a payer's policy.
  fileprivate func policy(named name: String) throws -> PayerPolicy {
    guard let policy = payerPolicies[PayerPolicyID(rawValue: name)] else {
      let names = payerPolicies.keys.sorted().map(\.rawValue).joined(separator: ", ")
      throw BadInput(
        "--policy", "there is no policy '\(name)'", cure: "choose one of \(names)")
    }
    return policy
  }
}

extension PayerPolicy {
  /// Refuses statements about criteria that the policy does not have.
  fileprivate func require(_ list: StatementList) throws {
    let known = criteria.map(\.id)
    for name in list.statements.keys.sorted() where !known.contains(name) {
      throw BadInput(
        "--state", "the policy has no criterion '\(name)'",
        cure: "choose from \(known.joined(separator: ", "))")
    }
  }
}
