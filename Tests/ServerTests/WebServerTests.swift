import Server
import Testing

@Suite struct WebServerTests {
  @Test func `a server is made without taking its port`() {
    _ = WebServer(host: "127.0.0.1", port: 0, help: HelpPage("help"))
  }
}
