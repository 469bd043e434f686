internal import NIOCore

/// Lets only so many connections of one address in, so that nobody alone can take every place and
/// keep others from help.
///
/// It stands at the head of the listening channel: who is one too many is let go before anything is
/// made for them. It counts on the loop of that channel alone.
final class AddressPlaces: ChannelInboundHandler {
  typealias InboundIn = any Channel
  typealias InboundOut = any Channel

  private let limit: Int
  private let proxies: TrustedProxies
  private let metrics: Metrics
  private var open: [ClientAddress: Int] = [:]

  /// - Parameters:
  ///   - limit: how many connections one address may have open, at least 1.
  ///   - proxies: who brings connections of many people and is not limited.
  ///   - metrics: where those that were let go are counted.
  init(limit: Int, except proxies: TrustedProxies, metrics: Metrics) {
    self.limit = max(1, limit)
    self.proxies = proxies
    self.metrics = metrics
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let channel = unwrapInboundIn(data)
    let address = ClientAddress(channel.remoteAddress)
    if !proxies.trust(address) {
      guard take(address.line) else {
        metrics.count(.refused, ["connections"])
        return channel.close(promise: nil)
      }
      let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
      channel.closeFuture.hop(to: context.eventLoop).whenComplete { _ in
        bound.value.giveBack(address.line)
      }
    }
    context.fireChannelRead(data)
  }

  private func take(_ line: ClientAddress) -> Bool {
    let count = open[line] ?? 0
    if count < limit { open[line] = count + 1 }
    return count < limit
  }

  private func giveBack(_ line: ClientAddress) {
    guard let count = open[line] else { return }
    open[line] = count > 1 ? count - 1 : nil
  }
}

@available(*, unavailable)
extension AddressPlaces: Sendable {}
