#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// How many files, connections among them, the process may have open.
enum FileLimit {
  /// Raises the limit as far as the system lets anybody.
  ///
  /// - Returns: the limit now; few systems start with more than 1,024.
  static func raise() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 1_024 }
    let wanted = min(limit.rlim_max, 65_536)
    if limit.rlim_cur < wanted {
      var raised = limit
      raised.rlim_cur = wanted
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
    }
    return Int(clamping: limit.rlim_cur)
  }
}
