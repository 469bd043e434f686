public import Care
public import HTML
public import JSON
public import Knowledge

/// A review written for somebody: as a page, as plain text, or as JSON.
///
/// Each form shows only the parts that ``Care/Review/parts(for:)`` gives for the audience, with the
/// words for that audience. All three are pure functions of review, audience and knowledge.
///
/// ## Topics
/// ### Writing
/// - ``html(_:for:knowledge:)``
/// - ``page(_:for:knowledge:visit:)``
/// - ``text(_:for:knowledge:)``
/// - ``json(_:for:)``
public enum Report {
  /// The name and version of the JSON form, described in `docs/review.schema.json`.
  public static let jsonSchema = "anamnesis.review/1"

  /// Writes a review as one self-contained page: no script, no network, for screen and paper.
  ///
  /// - Parameters:
  ///   - review: the review.
  ///   - audience: who will read it.
  ///   - knowledge: where help lines come from when the review names none.
  /// - Returns: the whole page, from its doctype on.
  public static func html(
    _ review: Review, for audience: Audience, knowledge: Knowledge
  ) -> HTML {
    ReportModel(Material(review, for: audience, knowledge: knowledge)).page()
  }

  /// Writes a review as a page of the site: the style is linked, help and the way out stand on top.
  ///
  /// - Parameters:
  ///   - review: the review.
  ///   - audience: who will read it.
  ///   - knowledge: where help lines come from when the review names none.
  ///   - visit: what is known of the request.
  /// - Returns: the whole page, under a title that tells nothing to who looks over a shoulder.
  public static func page(
    _ review: Review, for audience: Audience, knowledge: Knowledge, visit: Visit
  ) -> HTML {
    ReportModel(Material(review, for: audience, knowledge: knowledge))
      .page(in: .site(title: "Overview – Anamnesis", visit))
  }

  /// Writes a review as plain text of at most 80 columns, in the order of the page.
  ///
  /// - Parameters:
  ///   - review: the review.
  ///   - audience: who will read it.
  ///   - knowledge: where help lines come from when the review names none.
  /// - Returns: the text, ending with a line break.
  public static func text(
    _ review: Review, for audience: Audience, knowledge: Knowledge
  ) -> String {
    ReportModel(Material(review, for: audience, knowledge: knowledge)).text
  }

  /// Writes a review as JSON for other programs.
  ///
  /// - Parameters:
  ///   - review: the review.
  ///   - audience: who will read it.
  /// - Returns: an object as `docs/review.schema.json` describes it.
  public static func json(_ review: Review, for audience: Audience) -> JSONValue {
    MachineReport(Material(review, for: audience)).json
  }
}
