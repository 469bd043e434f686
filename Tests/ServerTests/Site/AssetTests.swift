import Pages
import Testing

@testable import Server

/// How browsers may keep what pages use.
@Suite struct AssetTests {
  @Test func `what a page names is kept for good, and what an old page names is not`()
    async throws
  {
    try await TestServer.run { server in
      let page = try #require(await ask(server.port, "GET", "/help"))
      #expect(page.status == 200)
      for asset in Asset.all {
        let answer = try #require(await ask(server.port, "GET", asset.path))
        #expect(answer.status == 200)
        #expect(answer["cache-control"] == "public, max-age=31536000, immutable")
        #expect(answer["content-type"] == asset.type)
        #expect(answer.text == asset.content)
      }
      for name in ["site.css", "site-0123456789abcdef.css"] {
        let old = try #require(await ask(server.port, "GET", "/assets/\(name)"))
        #expect(old.status == 200)
        #expect(old["cache-control"] == "no-store")
        #expect(old.text == Asset.style.content)
      }
      for name in ["other.css", "site-x.css", "%2e%2e", "site.css%00"] {
        #expect(await ask(server.port, "GET", "/assets/\(name)")?.status == 404, "\(name)")
      }
    }
  }

  @Test func `a browser that looks for an icon by itself finds one`() async throws {
    try await TestServer.run { server in
      let icon = try #require(await ask(server.port, "GET", "/favicon.ico"))
      #expect(icon.status == 200)
      #expect(icon["content-type"] == "image/x-icon")
      #expect(icon["cache-control"] == "public, max-age=86400")
      #expect(icon.body == Icon.ico)
      #expect(icon["content-security-policy"]?.contains("img-src 'self'") == true)
    }
  }
}
