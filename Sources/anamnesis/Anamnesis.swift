import ArgumentParser

@main
struct Anamnesis: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Depression care that takes memory seriously.")
}
