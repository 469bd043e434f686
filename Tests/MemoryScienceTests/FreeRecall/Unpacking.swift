import Foundation

/// Runs a program that writes to its standard output, such as one that unpacks a file.
func output(of program: String, _ arguments: [String]) throws -> Data {
  let pipe = Pipe()
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { throw UnpackingFailed() }
  return data
}

struct UnpackingFailed: Error {}

/// The whole numbers of each line, whatever separates them.
func numberLines(_ data: Data) -> [[Int]] {
  var lines: [[Int]] = [[]]
  var number: Int?
  var sign = 1
  for byte in Array(data) {
    if 0x30...0x39 ~= byte {
      number = (number ?? 0) * 10 + Int(byte - 0x30)
      continue
    }
    if let found = number { lines[lines.count - 1].append(sign * found) }
    number = nil
    sign = byte == 0x2D ? -1 : 1
    if byte == 0x0A { lines.append([]) }
  }
  if let found = number { lines[lines.count - 1].append(sign * found) }
  return lines.filter { !$0.isEmpty }
}
