internal import HTTPTypes
internal import NIOCore
internal import NIOHTTPTypes

/// Ends connections that keep the server waiting, and answers that come before the question was
/// read.
///
/// Hummingbird's idle time begins anew with every byte, so that a byte a second holds a connection
/// for ever. Here the first request has to begin soon, each has to arrive whole within a time, and
/// each piece of an answer has to be taken within a time.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// How long a connection may take, and how much time it is given to end.
  struct Times: Sendable {
    /// From the first byte, encryption included, to the end of the first head.
    var opening: TimeAmount = .seconds(5)
    var reading: TimeAmount = .seconds(25)
    var writing: TimeAmount = .seconds(25)
    var lingering: TimeAmount = .seconds(2)
    var lingeringBytes = 16 << 20
  }

  private let times: Times
  private var reading: Scheduled<Void>?
  private var writing: Scheduled<Void>?
  private var unwritten = 0
  /// A request has begun and not ended.
  private var isReading = false
  /// The answer that is being written ends the connection.
  private var isLast = false
  /// The last answer is out; whatever comes in is thrown away until the other side has read it.
  private var isLingering = false
  private var discarded = 0

  init(times: Times) { self.times = times }

  func handlerAdded(context: ChannelHandlerContext) {
    reading = closing(context, in: min(times.opening, times.reading))
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    reading?.cancel()
    writing?.cancel()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if isLingering { return discard(unwrapInboundIn(data), context) }
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body: break
    case .end:
      isReading = false
      reading?.cancel()
    }
    context.fireChannelRead(data)
  }

  private func begin(_ head: HTTPRequest, _ context: ChannelHandlerContext) {
    isReading = true
    reading?.cancel()
    reading = closing(context, in: times.reading)
    // Whoever asks first whether to send is told to; a refusal comes as quickly as for the rest.
    if unwritten == 0, head.headerFields[.expect]?.lowercased() == "100-continue" {
      let go = HTTPResponsePart.head(HTTPResponse(status: .continue))
      context.writeAndFlush(wrapOutboundOut(go), promise: nil)
    }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    var part = unwrapOutboundIn(data)
    if case .head(var head) = part, head.status.kind != .informational {
      isLast = head.headerFields[.connection]?.lowercased() == "close"
      // What is refused before it reaches the front door gets its headers here.
      if head.headerFields[.contentSecurityPolicy] == nil {
        SecurityHeaders.add(to: &head.headerFields, isSecure: false)
        part = .head(head)
      }
    }
    let written = promise ?? context.eventLoop.makePromise(of: Void.self)
    watch(written, context)
    context.write(wrapOutboundOut(part), promise: written)
    if case .end = part, isLast { linger(context, after: written.futureResult) }
  }

  /// Throws away what comes after the last answer; who goes on for long is not reading it.
  private func discard(_ part: HTTPRequestPart, _ context: ChannelHandlerContext) {
    if case .body(let bytes) = part { discarded += bytes.readableBytes }
    if discarded > times.lingeringBytes { context.close(promise: nil) }
  }

  /// Expects a piece of an answer to be taken in time.
  private func watch(_ written: EventLoopPromise<Void>, _ context: ChannelHandlerContext) {
    unwritten += 1
    if writing == nil { writing = closing(context, in: times.writing) }
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    written.futureResult.whenComplete { _ in
      let (handler, context) = bound.value
      handler.unwritten -= 1
      handler.writing?.cancel()
      handler.writing =
        handler.unwritten > 0 ? handler.closing(context, in: handler.times.writing) : nil
    }
  }

  /// Ends the connection so that the other side, which may still be sending, can read the answer:
  /// closing at once would throw the answer away with what was not read.
  private func linger(_ context: ChannelHandlerContext, after written: EventLoopFuture<Void>) {
    reading?.cancel()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    written.whenComplete { _ in
      let (handler, context) = bound.value
      guard handler.isReading else { return context.close(promise: nil) }
      handler.isLingering = true
      context.close(mode: .output, promise: nil)
      handler.reading = handler.closing(context, in: handler.times.lingering)
    }
  }

  private func closing(_ context: ChannelHandlerContext, in time: TimeAmount) -> Scheduled<Void> {
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    return context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
  }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
