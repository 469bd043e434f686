/// What a reviewer is told who signs.
enum SignOff {
  static let explanation = [
    "A signature says that every fact above was compared with the source named beside it. It holds for",
    "the resource with this checksum and for no later one. Afterwards `reviewed` is set to `true` in it.",
  ]
}
