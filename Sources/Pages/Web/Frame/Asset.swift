/// A file that pages of the site use. Its name changes with what it holds, so that a browser may keep
/// it for good and never shows a page with the looks of another version.
public struct Asset: Hashable, Sendable {
  /// What pages look like: ``WebStyle/sheet``.
  public static let style = Asset(
    "site", "css", type: "text/css; charset=utf-8", content: WebStyle.sheet)
  /// The small picture beside the title: ``Icon/svg``.
  public static let icon = Asset("icon", "svg", type: "image/svg+xml", content: Icon.svg)
  /// All of them.
  public static let all = [style, icon]

  /// Its content type.
  public let type: String
  /// What it holds.
  public let content: String
  private let stem: String
  private let ending: String
  private let mark: String

  private init(_ stem: String, _ ending: String, type: String, content: String) {
    self.stem = stem
    self.ending = ending
    self.type = type
    self.content = content
    mark = Asset.mark(of: content)
  }

  /// Its name now, such as `site-0c51f9ab34de7788.css`.
  public var name: String { "\(stem)-\(mark).\(ending)" }

  /// Its address.
  public var path: String { "\(WebPath.assets)/\(name)" }

  /// Whether a name is that of this asset, now or in another version: a page that was opened before
  /// an update asks for the name that it knows.
  ///
  /// - Parameter name: the last part of an address; anything may be given.
  /// - Returns: whether this asset answers it.
  public func answers(_ name: String) -> Bool {
    if name == "\(stem).\(ending)" { return true }
    guard name.hasPrefix("\(stem)-"), name.hasSuffix(".\(ending)") else { return false }
    let mark = name.dropFirst(stem.utf8.count + 1).dropLast(ending.utf8.count + 1)
    return mark.utf8.count == 16 && mark.allSatisfy { "0123456789abcdef".contains($0) }
  }

  /// FNV-1a of 64 bits as hexadecimal digits: it tells versions apart and keeps no secret.
  private static func mark(of content: String) -> String {
    let hash = content.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
