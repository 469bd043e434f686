/// The small picture in the tab of a browser: a ring, which says nothing to whoever looks on.
public enum Icon {
  /// As a drawing, for browsers that read the page.
  public static let svg = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="11" \
    fill="none" stroke="#3d86c0" stroke-width="6"/></svg>
    """

  /// As a file of 32 by 32 points with 32 bits each (ICO), for whoever asks for `/favicon.ico`.
  public static let ico: [UInt8] = header + points + mask

  private static let size = 32
  /// One bit for each point: all are shown as far as they are opaque.
  private static let mask = [UInt8](repeating: 0, count: size * size / 8)

  private static let points: [UInt8] = (0..<size).flatMap { row in
    (0..<size).flatMap { column in [0xc0, 0x86, 0x3d, opacity(row, column)] as [UInt8] }
  }

  /// How much of a point the ring covers, by its distance from the middle of the ring's line.
  private static func opacity(_ row: Int, _ column: Int) -> UInt8 {
    let (x, y) = (Double(column) + 0.5 - 16, Double(row) + 0.5 - 16)
    let distance = abs((x * x + y * y).squareRoot() - 11)
    return UInt8(max(0, min(1, 3.5 - distance)) * 255)
  }

  private static var header: [UInt8] {
    let bytes = 40 + points.count + mask.count
    let directory = words(0, 1, 1) + [UInt8(size), UInt8(size), 0, 0] + words(1, 32)
    // The height counts the mask as well.
    let bitmap = long(40) + long(size) + long(2 * size) + words(1, 32) + long(0) + long(bytes - 40)
    return directory + long(bytes) + long(22) + bitmap + long(0) + long(0) + long(0) + long(0)
  }

  private static func words(_ values: Int...) -> [UInt8] {
    values.flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255)] }
  }

  private static func long(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(value >> (8 * $0) & 255) }
  }
}
