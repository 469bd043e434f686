public import ArgumentParser
public import Inference
import Interchange

/// Which columns `anamnesis cohort` reads and how it models them.
struct CohortOptions: ParsableArguments {
  /// Which effects each person has of their own.
  enum Effects: String, CaseIterable, ExpressibleByArgument {
    case intercept
    case slope
    case independent
  }

  @Option(help: ArgumentHelp("The column that says whom a row is about.", valueName: "column"))
  var person: String

  @Option(
    help: ArgumentHelp(
      "The column of times: weeks, sessions, visits, or dates.", valueName: "column"))
  var time: String

  @Option(help: ArgumentHelp("The column of scores.", valueName: "column"))
  var outcome: String

  @Option(
    help: ArgumentHelp("Columns of numbers to adjust for.", valueName: "column,column"))
  var covariates = ColumnList()

  @Option(
    help: ArgumentHelp("The column of treatments whose courses to compare.", valueName: "column"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The treatment that others are compared with (default: the first by name).",
      valueName: "name"))
  var reference: String?

  @Option(
    help: ArgumentHelp(
      "The column of clinics or therapists to compare, adjusted for who comes to them.",
      valueName: "column"))
  var group: String?

  @Option(
    name: .customLong("random"),
    help: """
      What each person has of their own: a level (intercept), level and slope that go together \
      (slope), or both independently (independent).
      """)
  var effects = Effects.slope

  @Option(help: "Restricted or ordinary maximum likelihood.")
  var method = LikelihoodMethod.reml

  @Option(
    name: .customLong("time-scale"),
    help: ArgumentHelp(
      """
      Whether scores change with the week (linear) or with log(1 + week) (log) (default: linear; log \
      for expectations).
      """, valueName: "linear|log"))
  var chosenTimeScale: TimeScale?

  @Flag(help: "Model planned visits with a covariance of their own each (MMRM).")
  var mmrm = false

  @Option(
    help: ArgumentHelp(
      "Say what to expect of a new person with this score at intake.", valueName: "score"))
  var intake: Double?

  @Option(
    help: ArgumentHelp(
      """
      Say what to expect of a new person, whose scores so far are in this CSV file with the same \
      columns.
      """, valueName: "file"))
  var newPerson: InputFile?

  @Flag(help: "A high score is good, as in measures of wellbeing.")
  var higherIsBetter = false

  @Flag(help: "Leave out rows in which a covariate is missing, rather than refuse.")
  var dropIncomplete = false

  @Option(help: "The character between fields.")
  var separator = Separator.comma

  @Option(help: "How to write the result.")
  var format = OutputFormat.text

  /// Whether somebody's course or a clinic is compared with what was to be expected.
  var needsExpectation: Bool { intake != nil || newPerson != nil || group != nil }

  /// How time enters.
  var timeScale: TimeScale { chosenTimeScale ?? (needsExpectation ? .log : .linear) }

  /// Whether times must count from 0 on.
  var needsIntake: Bool { !mmrm && (needsExpectation || timeScale == .log) }

  func validate() throws {
    if intake != nil, newPerson != nil {
      throw ValidationError("Give --intake or --new-person, not both.")
    }
    if intake != nil, !covariates.names.isEmpty {
      throw ValidationError(
        "--intake knows no covariates: write the score and them to a file for --new-person.")
    }
    if reference != nil, by == nil {
      throw ValidationError("--reference needs --by, the column that it stands in.")
    }
    if needsExpectation, by != nil {
      throw ValidationError(
        "--by compares treatments; leave it out beside --intake, --new-person or --group.")
    }
    if mmrm, needsExpectation {
      throw ValidationError(
        "--mmrm gives no expectations; leave it out beside --intake, --new-person or --group.")
    }
    if needsExpectation, effects != .slope || method != .reml {
      throw ValidationError(
        "Expectations come from a random intercept and slope by REML; leave --random and --method "
          + "out.")
    }
    if let intake, !intake.isFinite || abs(intake) >= 1e100 {
      throw ValidationError("--intake: write a score.")
    }
  }
}

extension LikelihoodMethod: ExpressibleByArgument {}
extension TimeScale: ExpressibleByArgument {}
