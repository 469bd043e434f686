internal import HTTPTypes
internal import Hummingbird

extension Response {
  /// Says how the answer may be kept, and whether it may be compressed.
  mutating func mark(_ delivery: Route.Delivery) {
    switch delivery {
    case .personal: headers[.cacheControl] = "no-store"
    case .plain:
      headers[.cacheControl] = "no-store"
      headers[.vary] = "Accept-Encoding"
    case .asset:
      // What has no name of its own version says itself how long it holds.
      if headers[.cacheControl] == nil {
        headers[.cacheControl] = "public, max-age=31536000, immutable"
      }
      headers[.vary] = "Accept-Encoding"
    }
  }
}
