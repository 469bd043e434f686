import Foundation

/// Counts the seconds of the clock on the wall and of the processor.
struct Stopwatch {
  private let wallStart = seconds(CLOCK_MONOTONIC)
  private let cpuStart = seconds(CLOCK_PROCESS_CPUTIME_ID)

  func read() -> (wall: Double, cpu: Double) {
    (seconds(CLOCK_MONOTONIC) - wallStart, seconds(CLOCK_PROCESS_CPUTIME_ID) - cpuStart)
  }
}

private func seconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
