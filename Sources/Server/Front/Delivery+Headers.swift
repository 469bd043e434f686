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
      headers[.cacheControl] = "public, max-age=86400"
      headers[.vary] = "Accept-Encoding"
    }
  }
}
