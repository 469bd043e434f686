internal import HummingbirdCore
internal import Synchronization

/// Counts connections and lets only so many in; the system keeps others waiting.
final class ConnectionCount: Sendable {
  private let open = Atomic(0)
  let limit: Int

  init(limit: Int) { self.limit = limit }

  /// How many are open.
  var value: Int { open.load(ordering: .relaxed) }

  /// Takes part in the server.
  struct Delegate: AvailableConnectionsDelegate {
    let count: ConnectionCount
    mutating func connectionOpened() { count.open.add(1, ordering: .relaxed) }
    mutating func connectionClosed() { count.open.subtract(1, ordering: .relaxed) }
    func isAcceptingNewConnections() -> Bool { count.value < count.limit }
  }
}
