import Foundation

/// A connection, or the place where connections come in, in a folder: for programs of whoever owns the
/// folder, since nobody else can reach it.
struct LocalSocket: Sendable {
  private let descriptor: Int32

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  /// Takes connections at a place, in the stead of whoever did before.
  ///
  /// - Throws: ``BadInput`` when that cannot be, as when the path is longer than a hundred bytes.
  static func listening(at path: String) throws -> LocalSocket {
    unlink(path)
    guard path.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path) else {
      throw BadInput(
        path, "the path is longer than a hundred bytes", cure: "use a folder with a shorter one")
    }
    guard let socket = LocalSocket(at: path, bind) else { throw BadInput(socketAt: path) }
    guard chmod(path, 0o600) == 0, listen(socket.descriptor, 4) == 0 else {
      let fault = BadInput(socketAt: path)
      socket.close()
      throw fault
    }
    return socket
  }

  /// Connects with whoever takes connections at a place; `nil` when nobody does.
  static func connected(to path: String) -> LocalSocket? { LocalSocket(at: path, connect) }

  private init?(
    at path: String,
    _ attach: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    descriptor = socket(AF_UNIX, LocalSocket.stream, 0)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { attach(descriptor, $0, length) }
    }
    guard result == 0 else {
      close()
      return nil
    }
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Waits for the next connection, for so many milliseconds at most.
  func accepted(within limit: Int32) -> LocalSocket? {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&request, 1, limit) > 0 else { return nil }
    let connection = accept(descriptor, nil, nil)
    guard connection >= 0 else { return nil }
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    return LocalSocket(descriptor: connection)
  }

  /// The number of the user on the other side, as the system knows it.
  var user: UInt32? {
    #if canImport(Glibc)
      // Process, user and group.
      var peer: (Int32, UInt32, UInt32) = (0, 0, 0)
      var length = socklen_t(MemoryLayout.size(ofValue: peer))
      guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &length) == 0 else { return nil }
      return peer.1
    #else
      var (user, group): (uid_t, gid_t) = (0, 0)
      return getpeereid(descriptor, &user, &group) == 0 ? user : nil
    #endif
  }

  /// Sends a line.
  ///
  /// - Returns: whether it was taken.
  func send(_ line: String) -> Bool {
    let bytes = Array("\(line)\n".utf8)
    return bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) } == bytes.count
  }

  /// Waits for a line.
  ///
  /// - Parameter goesOn: is asked twice a second whether to wait on.
  /// - Returns: the line without its end; `nil` when the other side has gone, or sent a kilobyte without
  ///   an end.
  func line(while goesOn: () -> Bool = { true }) -> String? {
    var bytes: [UInt8] = []
    while bytes.count < 1024, goesOn() {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, 500)
      if ready == 0 || (ready < 0 && errno == EINTR) { continue }
      var byte: UInt8 = 0
      guard ready > 0, read(descriptor, &byte, 1) == 1 else { return nil }
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return nil
  }

  func close() { _ = Foundation.close(descriptor) }
}

extension BadInput {
  /// Why no connections can be taken at a place, by the last error of the system.
  fileprivate init(socketAt path: String) {
    self.init(
      path, "no connections can be taken there: \(String(cString: strerror(errno)))",
      cure: "see who owns the folder")
  }
}
