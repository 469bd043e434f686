#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

extension Metrics {
  /// Reads the figures of the process itself.
  ///
  /// - Parameter started: when it started, in seconds since 1970.
  func watchProcess(started: Double) {
    gauge(.startTime) { started }
    gauge(.residentMemory) { Self.residentBytes() }
    gauge(.openFiles) { Self.openFiles() }
  }

  /// Memory in use, from the second number of `/proc/self/statm`; `nil` where there is none.
  private static func residentBytes() -> Double? {
    guard let file = fopen("/proc/self/statm", "r") else { return nil }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    guard fgets(&buffer, Int32(buffer.count), file) != nil else { return nil }
    let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
    let numbers = text.split(separator: " ")
    guard numbers.count > 1, let pages = Double(numbers[1]) else { return nil }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
  }

  private static func openFiles() -> Double? {
    guard let folder = opendir("/proc/self/fd") else { return nil }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    // The folder itself, and its two entries for itself and its parent.
    return Double(count - 3)
  }
}
