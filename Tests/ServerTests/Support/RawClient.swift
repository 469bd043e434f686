import Foundation

/// A connection that sends exactly the bytes it is given, well-formed or not.
final class RawClient {
  private let socket: Int32

  /// Connects to a port of this machine.
  ///
  /// - Parameters:
  ///   - port: the port.
  ///   - source: the address of this machine that the connection comes from.
  ///   - receiveBuffer: how many bytes the system may take for us; small to read slowly.
  ///   - patience: how long to wait for an answer, in seconds.
  init?(
    port: Int, from source: String? = nil, receiveBuffer: Int32? = nil, patience: Int = 20
  ) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    if var size = receiveBuffer {
      setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var patience = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    let socket = socket
    let isBound = source.map { Self.with($0, 0) { bind(socket, $0, $1) } == 0 } ?? true
    guard isBound, Self.with("127.0.0.1", port, { connect(socket, $0, $1) }) == 0 else {
      close(socket)
      return nil
    }
  }

  private static func with(
    _ host: String, _ port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(clamping: port)).bigEndian
    inet_pton(AF_INET, host, &address.sin_addr)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  deinit { close(socket) }

  /// Sends text; whether all of it was taken.
  @discardableResult
  func send(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Receives up to `limit` bytes; empty at the end, `nil` when nothing came in time.
  func receive(_ limit: Int = 65_536) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = recv(socket, &bytes, limit, 0)
    if count < 0, errno == EAGAIN { return nil }
    return Array(bytes.prefix(max(0, count)))
  }

  /// Everything until the other side closes; `nil` when it does not within the time.
  func receiveToEnd() -> String? {
    var all: [UInt8] = []
    while let bytes = receive() {
      if bytes.isEmpty { return String(decoding: all, as: UTF8.self) }
      all += bytes
    }
    return nil
  }

  /// One answer, by its length.
  func receiveAnswer(hasBody: Bool = true) -> Answer? {
    var all: [UInt8] = []
    while let bytes = receive(), !bytes.isEmpty {
      all += bytes
      if let answer = Answer(all, hasBody: hasBody) { return answer }
    }
    return Answer(all, hasBody: false)
  }
}

/// An answer as it came.
struct Answer {
  let status: Int
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  var text: String { String(decoding: body, as: UTF8.self) }

  /// Reads an answer; `nil` when it is not whole yet.
  init?(_ bytes: [UInt8], hasBody: Bool = true) {
    let end = Array("\r\n\r\n".utf8)
    guard
      let head = (0..<max(0, bytes.count - 3)).first(where: { Array(bytes[$0..<$0 + 4]) == end })
    else { return nil }
    let lines = String(decoding: bytes[..<head], as: UTF8.self).components(separatedBy: "\r\n")
    status = Int(lines[0].split(separator: " ").dropFirst().first ?? "") ?? 0
    headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (
        parts[0].lowercased(), parts.count > 1 ? parts[1].trimmingCharacters(in: .whitespaces) : ""
      )
    }
    body = Array(bytes[(head + 4)...])
    let length = headers.first { $0.name == "content-length" }.flatMap { Int($0.value) } ?? 0
    if hasBody, body.count < length { return nil }
  }

  /// The first header of a name, in small letters.
  subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// Runs work that waits on a thread of its own: the server needs the others.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}

/// Asks once, on a connection of its own.
func ask(
  _ port: Int, _ method: String = "GET", _ path: String, _ headers: String..., body: String = ""
) async -> Answer? {
  var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost:\(port)"] + headers
  if !body.isEmpty { lines.append("Content-Length: \(body.utf8.count)") }
  let text = (lines + ["", body]).joined(separator: "\r\n")
  return await onThread {
    guard let client = RawClient(port: port) else { return nil }
    client.send(text)
    return client.receiveAnswer(hasBody: method != "HEAD")
  }
}

/// Asks the same many times at once.
func asks(
  _ count: Int, _ port: Int, _ method: String, _ path: String,
  header: @escaping @Sendable (Int) -> String = { _ in "Accept: */*" }
) async -> [Answer?] {
  await withTaskGroup(of: Answer?.self) { group in
    for number in 0..<count {
      group.addTask {
        await ask(port, method, path, header(number), body: method == "POST" ? "x" : "")
      }
    }
    return await group.reduce(into: []) { $0.append($1) }
  }
}
