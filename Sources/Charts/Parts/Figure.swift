public import HTML

/// A chart ready for a page: the picture in two widths, its words, its legend, and its numbers.
///
/// The page must hold ``stylesheet`` once, as a file or in a `<style>` element. Nothing in the
/// markup needs script, network, or inline style.
///
/// It is drawn where its parts are asked for, and not where only its words are read.
///
/// ## Topics
/// ### Putting it on a page
/// - ``html``
/// - ``stylesheet``
/// ### Its parts
/// - ``svg``
/// - ``compactSVG``
/// - ``table``
/// - ``surroundings``
/// - ``heading``
public struct Figure: Hashable, Sendable {
  /// Name, title, caption and summary.
  public let heading: Heading
  private let draw: @Sendable () -> Drawing

  init(heading: Heading, draw: @escaping @Sendable () -> Drawing) {
    self.heading = heading
    self.draw = draw
  }

  /// The picture for a desk or paper.
  public var svg: HTML { draw().svg }
  /// The picture for a phone.
  public var compactSVG: HTML { draw().compactSVG }
  /// The data in numbers; without rows when there is no data.
  public var table: DataTable { draw().table }
  /// Phases, doses, gaps and change points around the data, where there are any.
  public var surroundings: DataTable? { draw().surroundings }

  /// The whole figure: caption, picture, legend, summary, and a table that opens.
  public var html: HTML { draw().html }

  /// Whether both come out the same.
  public static func == (first: Figure, second: Figure) -> Bool { first.draw() == second.draw() }

  /// Hashes what is drawn.
  public func hash(into hasher: inout Hasher) { hasher.combine(draw()) }
}
