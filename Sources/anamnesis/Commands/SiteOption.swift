import ArgumentParser
import Knowledge

/// The option by which a site sets for itself what may differ from what ships.
struct SiteOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The site's own settings: a file, or a folder with site.yaml and wording/*.yaml.",
      valueName: "file or folder"))
  var site: SitePath?

  /// The files that are read.
  var files: [InputFile] {
    guard let site, !site.isFolder else { return [] }
    return [site.file]
  }

  /// The knowledge that ships, as the site has set it.
  ///
  /// - Throws: ``BadInput`` when the settings cannot be used.
  func knowledge() throws -> Knowledge {
    let shipped = try Knowledge.shipped()
    return try site?.adjusting(shipped) ?? shipped
  }
}
