internal import Accounts
internal import HTTPTypes
internal import Hummingbird

/// What programs may ask.
struct APIRoutes: Sendable {
  let installation: Installation

  init(_ installation: Installation) { self.installation = installation }

  /// The routes.
  var routes: [Route] {
    [document] + settingUp + signingIn + ownAccount + managing + teams + entries + reading
      + therapyNotes + [export]
  }

  /// What can be asked and how, in the form of OpenAPI.
  private var document: Route {
    let text = ByteBuffer(bytes: PackageResources.openapi_yaml)
    return Route(.get, "/api/openapi.yaml", .open, delivery: .plain) { _, _ in
      Response(
        status: .ok, headers: [.contentType: "application/yaml"],
        body: ResponseBody(byteBuffer: text))
    }
  }

  /// The largest body of anything but entries, in bytes.
  static let smallBody = 16_384
}
