internal import HummingbirdTLS
internal import NIOSSL

/// A certificate with its private key, as the server shows it.
enum Certificate {
  /// Reads both and sets what a connection must keep to: TLS 1.2 or later.
  ///
  /// - Parameters:
  ///   - path: the certificate and its chain, PEM.
  ///   - key: the private key, PEM.
  /// - Returns: the configuration.
  /// - Throws: ``ServerError/certificate(path:reason:)``.
  static func configuration(
    at path: String, key: String
  ) throws(ServerError) -> TLSConfiguration {
    let chain: [NIOSSLCertificate]
    do {
      chain = try NIOSSLCertificate.fromPEMFile(path)
    } catch {
      throw .certificate(path: path, reason: "no certificate can be read; name a PEM file")
    }
    let secret: NIOSSLPrivateKey
    do {
      secret = try NIOSSLPrivateKey(file: key, format: .pem)
    } catch {
      throw .certificate(path: key, reason: "no private key can be read; name a PEM file")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
    configuration.minimumTLSVersion = .tlsv12
    do {
      _ = try NIOSSLContext(configuration: configuration)
    } catch {
      throw .certificate(path: key, reason: "the key does not belong to the certificate")
    }
    return configuration
  }
}
