import Foundation
import Statistics
import Testing

@testable import Inference

/// The gradient that the search for the mode follows, against differences of what it searches.
@Suite struct SlopeTests {
  private func series(every gap: Double) throws -> TrajectorySeries {
    let days: [Double] = (0..<30).filter { $0 % 7 != 3 }.map { Double($0) }
    let readings = days.map { day in
      let value: Double = 3 + sin(day * 2.1) + 0.05 * day
      return TrajectorySeries.Reading(time: day * gap, value: value, regressors: [cos(day)])
    }
    return try TrajectorySeries(readings, regressorNames: ["light"], weekdayOfDayZero: 3)
  }

  @Test(arguments: [
    TrajectoryModel.daily, .localLevel, TrajectoryModel(hasWeekday: true),
    TrajectoryModel(hasAffect: true, noise: .known(variance: 0.3)),
  ])
  func `slopes agree with differences`(model: TrajectoryModel) throws {
    let search = try PosteriorSearch(
      series: series(every: model.hasWeekday ? 1 : 2.5), model: model)
    let point = search.isDeviation.indices.map { -0.7 + 0.3 * Double($0) }
    let (value, gradient) = search.slope(point)
    #expect(abs(value - search.objective(point)) < 1e-9)
    for index in point.indices {
      func moved(_ step: Double) -> Double {
        var moved = point
        moved[index] += step
        return search.objective(moved)
      }
      let near = (moved(1e-3) - moved(-1e-3)) / 2e-3
      let far = (moved(2e-3) - moved(-2e-3)) / 4e-3
      let difference = (4 * near - far) / 3
      #expect(abs(gradient[index] - difference) < 1e-6 * max(abs(difference), 1))
      #expect(abs(difference) > 0.01)
    }
  }

  @Test func `beyond its walls the slope is level`() throws {
    let search = try PosteriorSearch(series: series(every: 1), model: .localLevel)
    let (value, gradient) = search.slope([13, 0])
    #expect(value == .infinity && gradient == [0, 0])
  }
}
