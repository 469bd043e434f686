import HTML
import Testing

@testable import Charts

/// The parts of a QR code against published values; whole codes are read by a decoder that is not
/// ours in `script/pages`.
struct QRCodeTests {
  /// The worked example of version 1-M for `HELLO WORLD` that tutorials on QR codes go through.
  @Test func `correction codewords are those of the worked example`() {
    let data: [UInt8] = [
      32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17,
    ]
    #expect(
      ReedSolomon(degree: 10).remainder(of: data)
        == [196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
  }

  @Test func `a changed codeword changes the correction`() {
    let code = ReedSolomon(degree: 10)
    #expect(code.remainder(of: [1, 2, 3]) != code.remainder(of: [1, 2, 4]))
  }

  @Test(arguments: [
    (0, 21), (14, 21), (15, 25), (26, 25), (27, 29), (42, 29), (62, 33), (84, 37), (106, 41),
    (122, 45), (152, 49), (180, 53), (213, 57),
  ])
  func `the smallest size that holds the text is taken`(length: Int, size: Int) throws {
    #expect(try QRCode(String(repeating: "a", count: length)).size == size)
  }

  @Test func `what is too long is refused with its length`() {
    #expect(throws: QRCode.Fault.tooLong(bytes: 214)) {
      try QRCode(String(repeating: "a", count: 214))
    }
    #expect(throws: QRCode.Fault.tooLong(bytes: 216)) {
      try QRCode(String(repeating: "心", count: 72))
    }
  }

  @Test func `the same text gives the same code`() throws {
    #expect(try QRCode("otpauth://totp/a?secret=B") == QRCode("otpauth://totp/a?secret=B"))
    #expect(try QRCode("a") != QRCode("b"))
  }

  @Test func `finders stand in three corners and nothing lies outside`() throws {
    let code = try QRCode("x")
    for (row, column) in [(0, 0), (0, 14), (14, 0)] {
      #expect(
        code.isDark(row: row, column: column) && code.isDark(row: row + 3, column: column + 3))
      #expect(!code.isDark(row: row + 1, column: column + 1))
    }
    #expect(!code.isDark(row: -1, column: 0) && !code.isDark(row: 0, column: 21))
  }

  @Test func `the picture has its margin and its label, escaped`() throws {
    let svg = try QRCode("x").svg(label: "a & b").text
    #expect(svg.contains("viewBox=\"0 0 29 29\"") && svg.contains("aria-label=\"a &amp; b\""))
    #expect(svg.contains("M4 4h7v1h-7z"))
  }
}
