/// A narrow lane below a plot that shares its days.
struct Strip {
  let label: String
  let height: Double
  /// Draws into the lane whose upper edge is given.
  let draw: (inout Canvas, Frame, Double) -> Void
}
