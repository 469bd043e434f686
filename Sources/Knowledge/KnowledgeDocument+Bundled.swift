import Foundation

extension KnowledgeDocument {
  /// Reads the documents that ship with the program.
  ///
  /// - Returns: the documents in the order of their names.
  /// - Throws: an error that names a resource that cannot be read.
  public static func bundled() throws(KnowledgeError) -> [KnowledgeDocument] {
    let root = resources
    let snapshot = bundledSnapshot()
    let folders = [
      "instruments", "item-parameters", "crosswalks", "words", "medicines", "treatments", "trials",
      "rules", "windows", "tapers", "calendars", "checklists", "safety", "payers",
      "simulation",
    ]
    var names: [String] = []
    for folder in folders {
      names += try yamlNames(in: root.appending(path: folder)).map { "\(folder)/\($0)" }
    }
    var documents: [KnowledgeDocument] = []
    let files = [
      "definitions/course.yaml", "definitions/schedule.yaml", "staging/methods.yaml", "codes.yaml",
      "contacts.yaml", "sources.yaml",
    ]
    for name in names + files {
      documents.append(try read(name, in: root))
    }
    if let snapshot { documents = documents.map(snapshot.attached) }
    return documents.sorted { $0.name < $1.name }
  }

  /// Reads the documents of evidence on memory that ship with the program.
  ///
  /// - Returns: the documents in the order of their names.
  /// - Throws: an error that names a resource that cannot be read.
  public static func bundledEvidence() throws(KnowledgeError) -> [KnowledgeDocument] {
    var documents: [KnowledgeDocument] = []
    for name in try yamlNames(in: resources.appending(path: "evidence")).sorted() {
      documents.append(try read("evidence/\(name)", in: resources))
    }
    return documents
  }

  /// Reads the test cases of the rules, which nothing but their check needs.
  ///
  /// - Returns: the documents in the order of their names.
  /// - Throws: an error that names a resource that cannot be read.
  static func bundledRuleCases() throws(KnowledgeError) -> [KnowledgeDocument] {
    var documents: [KnowledgeDocument] = []
    for name in try yamlNames(in: resources.appending(path: "rules/cases")).sorted() {
      documents.append(try read("rules/cases/\(name)", in: resources))
    }
    return documents
  }

  /// Reads every resource that ships with the program, whatever it is for.
  ///
  /// They come as text, without what a snapshot holds of them, so that a check looks at the resources
  /// themselves.
  ///
  /// - Returns: the documents in the order of their names.
  /// - Throws: an error that names a resource that cannot be read.
  public static func everyResource() throws(KnowledgeError) -> [KnowledgeDocument] {
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: resources.path)
        .filter { $0.hasSuffix(".yaml") }
    } catch { throw KnowledgeError(.resourcesMissing(resources.lastPathComponent)) }
    var documents: [KnowledgeDocument] = []
    for name in names.sorted() { documents.append(try read(name, in: resources)) }
    return documents
  }

  /// The folder of resources that the build puts beside the executable.
  ///
  /// `Bundle.module` would end the process when the folder is absent; this leads to a typed error.
  private static var resources: URL {
    Bundle.main.bundleURL.appending(path: "anamnesis_Knowledge.resources/Resources")
  }

  /// Where the snapshot is looked for, beside the resources it is made from.
  public static var snapshotPath: String {
    resources.deletingLastPathComponent().appending(path: "knowledge.snapshot").path
  }

  /// Reads the snapshot that lies beside the resources.
  ///
  /// - Returns: the snapshot; nil when there is none or it is damaged.
  public static func bundledSnapshot() -> KnowledgeSnapshot? {
    guard let file = FileManager.default.contents(atPath: snapshotPath) else { return nil }
    return KnowledgeSnapshot(bytes: Array(file))
  }

  private static func yamlNames(in folder: URL) throws(KnowledgeError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".yaml") }
    } catch { throw KnowledgeError(.resourcesMissing(folder.lastPathComponent)) }
  }

  private static func read(_ name: String, in root: URL) throws(KnowledgeError) -> KnowledgeDocument
  {
    do {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      return KnowledgeDocument(name: name, text: text)
    } catch { throw KnowledgeError(.resourcesMissing(name)) }
  }
}
