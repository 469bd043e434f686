import HTML

/// A sign of a drawing and what it means.
struct LegendEntry: Hashable, Sendable {
  enum Sign: Hashable, Sendable {
    case dot, ring, filled, line, forecast, innerBand, outerBand, change, missing, limit, alarm
    case second, baseline, remission, study, pooled, prediction
    case key(Int)
  }

  let sign: Sign
  let text: String

  private var box: HTML {
    if case .key = sign { return "c-sign c-key\" viewBox=\"0 0 12 14" }
    return "c-sign\" viewBox=\"0 0 26 14"
  }

  var html: HTML {
    "<li><svg class=\"\(box)\" aria-hidden=\"true\" focusable=\"false\">\(drawing)</svg>\(text)</li>\n"
  }

  private var drawing: HTML {
    switch sign {
    case .dot: "<circle class=\"c-dot\" cx=\"13\" cy=\"7\" r=\"2.6\"/>"
    case .ring: "<circle class=\"c-ring\" cx=\"13\" cy=\"7\" r=\"4\"/>"
    case .filled: "<circle class=\"c-full\" cx=\"13\" cy=\"7\" r=\"4\"/>"
    case .line: "<path class=\"c-line\" d=\"M1 7H25\"/>"
    case .second: "<path class=\"c-line c-second\" d=\"M1 7H25\"/>"
    case .forecast: "<path class=\"c-line c-ahead\" d=\"M1 7H25\"/>"
    case .innerBand: "<path class=\"c-inner\" d=\"M1 2H25V12H1Z\"/>"
    case .outerBand: "<path class=\"c-outer\" d=\"M1 2H25V12H1Z\"/>"
    case .change:
      "<path class=\"c-change\" d=\"M1 7H25\"/><path class=\"c-diamond\" d=\"M13 2L18 7L13 12L8 7Z\"/>"
    case .missing:
      "<path class=\"c-missing\" d=\"M4 3H12V11H4Z\"/><path class=\"c-missing\" d=\"M17 3H19V11H17Z\"/>"
    case .limit: "<path class=\"c-limit\" d=\"M1 7H25\"/>"
    case .remission: "<path class=\"c-remission\" d=\"M1 7H25\"/>"
    case .baseline: "<path class=\"c-baseline\" d=\"M1 1H25V13H1Z\"/>"
    case .study:
      "<path class=\"c-interval\" d=\"M1 7H25\"/><path class=\"c-box\" d=\"M9 3H17V11H9Z\"/>"
    case .pooled: "<path class=\"c-pooled\" d=\"M1 7L13 1L25 7L13 13Z\"/>"
    case .prediction: "<path class=\"c-prediction\" d=\"M1 7H25\"/>"
    case .alarm: "<path class=\"c-flag\" d=\"M8 13V1L18 4.5L8 8\"/>"
    case .key(let number):
      "<text class=\"c-phase\" x=\"6\" y=\"11.5\" text-anchor=\"middle\">\(number)</text>"
    }
  }
}
