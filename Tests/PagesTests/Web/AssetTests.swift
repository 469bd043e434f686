import Pages
import Testing

/// Files beside the pages, and the names under which browsers keep them.
struct AssetTests {
  @Test func `the name changes with what a file holds, and old names are known`() {
    #expect(Set(Asset.all.map(\.path)).count == Asset.all.count)
    for asset in Asset.all {
      #expect(asset.path == "/assets/\(asset.name)")
      #expect(asset.name.contains(#/^[a-z]+-[0-9a-f]{16}\.[a-z]+$/#))
      #expect(asset.answers(asset.name))
    }
    #expect(Asset.style.answers("site.css") && Asset.style.answers("site-0123456789abcdef.css"))
    for name in [
      "", "site", "site-.css", "site-0123456789ABCDEF.css", "site-0123456789abcde.css",
      "site-0123456789abcdef.svg", "../site.css", "icon.svg", "site-0123456789abcdé.css",
    ] { #expect(!Asset.style.answers(name), "\(name)") }
  }

  @Test func `the picture for the tab is an icon file of 32 by 32 points`() {
    let icon = Icon.ico
    #expect(Array(icon.prefix(8)) == [0, 0, 1, 0, 1, 0, 32, 32])
    #expect(icon.count == 4_286)
    // Four bytes a point from byte 62 on, the last of them its opacity.
    #expect(icon[65] == 0)
    #expect(icon[65 + 4 * (16 * 32 + 16)] == 0)
    #expect(icon[65 + 4 * (16 * 32 + 5)] == 255)
    #expect(Icon.svg.utf8.count < 300)
  }
}
