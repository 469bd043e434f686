import Archive
import ArgumentParser
import Foundation
import Inference
import Interchange
import JSON
import PatientRecord
import Server
import Vault

/// How the program ends after an error.
enum Ending {
  /// The argument parser knows what to print: help, the version, or what is wrong with the options.
  case parser(any Error)
  /// Whoever read the output has closed it.
  case closedPipe
  /// Something that was given cannot be used.
  case badInput(String)
  /// Something that should not happen.
  case bug(String)

  init(_ error: any Error) {
    switch error {
    case is ClosedPipe: self = .closedPipe
    case let error as BadInput: self = .badInput(error.description)
    case let error as InterchangeError: self = .badInput(error.description)
    case let error as RecordError: self = .badInput(error.description)
    case let error as InferenceError: self = .badInput(error.description)
    case let error as FieldError: self = .badInput("\(error)")
    case let error as VaultError: self = .badInput("\(error)")
    case let error as ArchiveError: self = .badInput("\(error)")
    case let error as SettingsError: self = .badInput("\(error)")
    case let error as ServerError: self = .badInput("\(error)")
    default:
      let code = Anamnesis.exitCode(for: error)
      self = code == .failure ? .bug("\(error)") : .parser(error)
    }
  }

  /// Says what happened and ends the process.
  func leave() -> Never {
    switch self {
    case .parser(let error): Anamnesis.exit(withError: error)
    case .closedPipe: Foundation.exit(ExitCode.success.rawValue)
    case .badInput(let message):
      StandardError.write("Error: \(message)\n")
      Foundation.exit(EX_USAGE)
    case .bug(let message):
      StandardError.write(
        "Internal error: \(message)\nThis is a fault of anamnesis. Please report it.\n")
      Foundation.exit(EX_SOFTWARE)
    }
  }
}
