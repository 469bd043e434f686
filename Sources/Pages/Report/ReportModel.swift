import Care

/// A report ready to be shown: every value is words by now.
struct ReportModel {
  /// What the report opens with.
  struct Header {
    let title: String
    let lines: [String]
  }

  /// A sentence with the chapter that says more.
  struct Glance {
    let sentence: String
    let chapter: String
    /// What the link says, and what it says where it is read alone.
    let more: String
    let label: String
  }

  let skip: String
  let header: Header
  let help: Help
  let glanceTitle: String
  let glances: [Glance]
  let chapters: [Chapter]
  let footer: [String]

  init(_ material: Material) {
    let wording = material.wording
    let chapters = Chapter.all(from: material)
    let known = Set(chapters.map(\.id))
    skip = wording.skip
    header = Header(title: wording.title, lines: wording.opening(material))
    help = Help(material)
    glanceTitle = wording.glanceTitle
    glances = wording.glances(material).filter { known.contains($0.chapter) }
    self.chapters = chapters
    footer = wording.footer(material)
  }
}
