import ArgumentParser
import JSON
import MemoryScience

/// The weights of FSRS-6 in a file: what `practice optimise --format json` printed, or a bare list.
struct WeightsFile: ExpressibleByArgument {
  private let file: InputFile

  init?(argument: String) {
    guard let file = InputFile(argument: argument) else { return nil }
    self.file = file
  }

  /// Reads the weights.
  ///
  /// - Throws: ``BadInput`` when the file holds no weights.
  func weights() throws -> MemoryModel.Weights {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: Array(try file.text().utf8))
    } catch let error as BadInput {
      throw error
    } catch {
      throw BadInput(file.name, error)
    }
    guard case .array(let list) = value["weights"] ?? value else { throw absent }
    let numbers = try list.map { element -> Double in
      guard case .number(let number) = element else { throw absent }
      return number.value
    }
    do {
      return try MemoryModel.Weights(numbers)
    } catch {
      throw BadInput(file.name, error)
    }
  }

  private var absent: BadInput {
    BadInput(
      file.name, "the file holds no weights",
      cure: "give what practice optimise --format json printed, or a list of 21 numbers")
  }
}
