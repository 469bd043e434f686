import ArgumentParser
import Foundation
import Knowledge

/// A file of a site's settings, or a folder with `site.yaml` and the site's own wordings.
struct SitePath: ExpressibleByArgument {
  let file: InputFile

  init?(argument: String) {
    guard let file = InputFile(argument: argument) else { return nil }
    self.file = file
  }

  static var defaultCompletionKind: CompletionKind { .file() }

  var isFolder: Bool { FileStatus(file.path)?.isFolder == true }

  /// Puts what the site has set in place of what ships.
  ///
  /// - Parameter shipped: what ships.
  /// - Returns: the knowledge as it holds at the site.
  /// - Throws: ``BadInput`` that names the file and what is wrong in it.
  func adjusting(_ shipped: Knowledge) throws -> Knowledge {
    guard isFolder else { return try adjusting(shipped, by: file) }
    let settings = self.below("site.yaml")
    let packs = try wordings()
    let hasSettings = FileStatus(settings.path) != nil
    guard hasSettings || !packs.isEmpty else {
      throw BadInput(
        "--site \(file.path)", "the folder has neither site.yaml nor wording/*.yaml",
        cure: "name a folder that has, or a file of settings")
    }
    let worded = try adding(packs, to: shipped)
    return hasSettings ? try adjusting(worded, by: settings) : worded
  }

  private func adjusting(_ knowledge: Knowledge, by settings: InputFile) throws -> Knowledge {
    do {
      let document = KnowledgeDocument(name: settings.name, text: try settings.text())
      return try knowledge.adjusted(by: try SiteSettings(document: document))
    } catch let error as KnowledgeError {
      throw BadInput("--site \(settings.name)", error)
    }
  }

  private func adding(_ packs: [InputFile], to knowledge: Knowledge) throws -> Knowledge {
    do {
      return try knowledge.adding(
        packs.map { pack in
          try WordingPack(document: KnowledgeDocument(name: pack.name, text: pack.text()))
        })
    } catch let error as KnowledgeError {
      throw BadInput("--site \(file.name)", error)
    }
  }

  /// The site's wordings in the order of their names.
  private func wordings() throws -> [InputFile] {
    let folder = below("wording").path
    guard FileStatus(folder)?.isFolder == true else { return [] }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { $0.hasSuffix(".yaml") }.map { below("wording/\($0)") }
    } catch {
      throw BadInput(folder, "the folder cannot be read", cure: "ask for permission to read it")
    }
  }

  private func below(_ name: String) -> InputFile {
    InputFile(path: file.path.hasSuffix("/") ? file.path + name : "\(file.path)/\(name)")
  }
}
