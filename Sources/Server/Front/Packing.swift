internal import CZlib
internal import HTTPTypes
internal import Hummingbird
internal import NIOConcurrencyHelpers
internal import NIOCore

/// Compresses answers on their way (gzip, RFC 1952).
///
/// Only what varies by `Accept-Encoding` is compressed, which a route has to say of itself
/// (``Route/Delivery``): the length of a compressed page tells about the secrets in it to whoever can
/// put text of their own beside them (BREACH), so pages of people who are signed in are not.
enum Packing {
  /// What is shorter gains nothing: it fits into one packet anyway.
  static let smallest = 1_024
  private static let largest = 8 << 20

  /// The answer, compressed when that is asked for, allowed and worth it.
  static func packed(_ response: Response, for request: Request) async -> Response {
    guard response.status == .ok, response.headers[.vary] == "Accept-Encoding",
      response.headers[.contentEncoding] == nil, isText(response.headers[.contentType]),
      let length = response.body.contentLength, (smallest...largest).contains(length),
      accepts(request.headers[.acceptEncoding]), let whole = await collected(response.body),
      let bytes = gzip(whole)
    else { return response }
    var packed = response
    packed.headers[.contentEncoding] = "gzip"
    packed.body = ResponseBody(byteBuffer: bytes)
    packed.headers[.contentLength] = "\(bytes.readableBytes)"
    return packed
  }

  private static func isText(_ type: String?) -> Bool {
    guard let type = type?.lowercased() else { return false }
    return type.hasPrefix("text/") || type.contains("json") || type.contains("javascript")
      || type.contains("xml")
  }

  /// Whether `gzip` stands in the list with a weight above 0.
  static func accepts(_ header: String?) -> Bool {
    (header ?? "").lowercased().split(separator: ",").contains { item in
      let parts = item.split(separator: ";").map { $0.filter { $0 != " " } }
      guard parts.first == "gzip" else { return false }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { $0.dropFirst(2) }
      return weight.map { (Double($0) ?? 0) > 0 } ?? true
    }
  }

  private static func collected(_ body: ResponseBody) async -> ByteBuffer? {
    let collector = Collector()
    do {
      try await body.write(collector)
    } catch {
      return nil
    }
    return collector.bytes.withLockedValue { $0 }
  }

  /// The bytes as a gzip member; `nil` when zlib has no memory.
  static func gzip(_ bytes: ByteBuffer) -> ByteBuffer? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    // 15 bits of window, and 16 for a gzip header.
    guard
      deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, zlibVersion(), size) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.readableBytes)))
    var input = Array(bytes.readableBytesView)
    var output = ByteBuffer()
    let status = input.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      var status = Z_OK
      output.writeWithUnsafeMutableBytes(minimumWritableBytes: bound) { target in
        stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(target.count)
        status = deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
      return status
    }
    return status == Z_STREAM_END ? output : nil
  }
}

/// Takes a body that is whole already.
private struct Collector: ResponseBodyWriter {
  let bytes = NIOLockedValueBox(ByteBuffer())

  func write(_ buffer: ByteBuffer) async throws {
    bytes.withLockedValue { _ = $0.writeImmutableBuffer(buffer) }
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
