import ArgumentParser
import Knowledge
import Server

/// `anamnesis serve`
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve the pages and the API of a data folder.")

  @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("The port to listen on; 0 takes a free one.", valueName: "number"))
  var port = 8080

  func run() async throws {
    let help = HelpPage(knowledge: try Knowledge.shipped())
    try await WebServer(host: host, port: port, help: help).run { port in
      StandardError.write("Listening on http://\(host):\(port)\n")
    }
  }
}
