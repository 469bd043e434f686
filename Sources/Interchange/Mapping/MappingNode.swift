import Yams

/// A place in a mapping file or another file of settings, which knows how to complain about itself.
struct MappingNode {
  /// What the file is called in messages.
  let title: String
  let node: Node
  /// The keys from the root to here.
  let path: [String]

  /// Parses the text of a mapping file.
  ///
  /// - Parameters:
  ///   - text: YAML, at most 1 MiB.
  ///   - title: what the file is called in messages.
  ///   - keys: the keys that it should have, for the message about an empty file.
  /// - Throws: that it is no YAML, with the line.
  init(
    parsing text: String, title: String = "mapping",
    keys: String = "source, time, zone, person and columns"
  ) throws(InterchangeError) {
    self.title = title
    guard text.utf8.count <= 1 << 20 else {
      throw InterchangeError(
        place: title, reason: "the \(title) is longer than 1 MiB",
        cure: "give a \(title), not a data file")
    }
    do {
      guard let root = try Yams.compose(yaml: text) else {
        throw YamlError.no
      }
      node = root
      path = []
    } catch YamlError.no {
      throw InterchangeError(
        place: title, reason: "the \(title) is empty", cure: "write at least \(keys)")
    } catch {
      throw InterchangeError(
        place: title, reason: "the \(title) is not readable as YAML: \(Self.summary(of: error))",
        cure: "correct the line, watching its indentation and quotation marks")
    }
  }

  init(node: Node, path: [String], title: String = "mapping") {
    self.title = title
    self.node = node
    self.path = path
  }

  /// Whether keys stand here and not a value or a list.
  var isMapping: Bool { node.mapping != nil }

  /// Line and path, for messages.
  var place: String {
    let line = node.mark.map { " line \($0.line)" } ?? ""
    return path.isEmpty
      ? "\(title)\(line)" : "\(title)\(line), \(path.joined(separator: ".").printable)"
  }

  /// The keys and values, in the order of the file.
  ///
  /// - Returns: the entries of the mapping at this place.
  /// - Throws: that there is no mapping here.
  func entries() throws(InterchangeError) -> [(key: String, value: MappingNode)] {
    guard case .mapping(let mapping) = node else {
      throw error("keys with values are expected here", cure: "write key: value lines")
    }
    return try mapping.map { key, value throws(InterchangeError) in
      guard let name = key.scalar?.string else {
        throw error("a key is not a text", cure: "write each key as a plain word")
      }
      return (name, MappingNode(node: value, path: path + [name], title: title))
    }
  }

  /// The value of a key.
  ///
  /// - Parameter key: the key.
  /// - Returns: the place of its value, or `nil` where the key is not given.
  func child(_ key: String) -> MappingNode? {
    guard case .mapping(let mapping) = node, let value = mapping[key] else { return nil }
    return MappingNode(node: value, path: path + [key], title: title)
  }

  /// The value of a key that must be there.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - cure: how to write it.
  /// - Returns: the place of its value.
  /// - Throws: that the key is missing.
  func required(_ key: String, cure: String) throws(InterchangeError) -> MappingNode {
    guard let value = child(key) else {
      throw error("the key \(key) is missing", cure: cure)
    }
    return value
  }

  /// Refuses keys that are not known here, so that a misspelt one is never passed over.
  ///
  /// - Parameter known: the keys that have a meaning here.
  /// - Throws: the first unknown key.
  func expectKeys(_ known: [String]) throws(InterchangeError) {
    for (key, value) in try entries() where !known.contains(key) {
      let near = nearest(to: key, among: known).map { "did you mean \($0)? " } ?? ""
      throw value.error(
        "the key \(key.printable) is not known",
        cure: "\(near)the keys here are \(known.joined(separator: ", "))")
    }
  }

  func error(_ reason: String, cure: String) -> InterchangeError {
    InterchangeError(place: place, reason: reason, cure: cure)
  }

  private static func summary(of error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "line \(mark.line): \(problem)"
    case .duplicatedKeysInMapping(let duplicates, _):
      "the key \(duplicates.first.map { "\($0)" } ?? "") stands twice"
    default: "unreadable text"
    }
  }
}
