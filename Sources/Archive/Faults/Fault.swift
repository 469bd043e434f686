internal import Synchronization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// Places at which a test kills the program, and promises that a test breaks, so that the tests of
/// faults can be seen to fail. Builds for release have neither: both questions cost nothing there.
///
/// `ANAMNESIS_FAULT=before-commit:3` kills the program when it comes to that place for the third
/// time, `ANAMNESIS_WEAKEN=second-owner` has it break that promise.
public enum Fault {
  /// A place at which the program can be killed.
  public enum Point: String, Sendable, CaseIterable {
    /// A new folder has its keys and no records yet.
    case afterKeys = "after-keys"
    /// Changes are made and not yet committed.
    case beforeCommit = "before-commit"
    /// Changes are committed and nobody has been answered.
    case afterCommit = "after-commit"
    /// The file was copied before its layout is changed, and nothing else was done.
    case afterSnapshot = "after-snapshot"
    /// One statement of a change of layout has run.
    case midMigration = "mid-migration"
    /// The copy of a backup stands, its manifest does not.
    case midBackup = "mid-backup"
    /// A backup was copied to its place, and was not opened.
    case midRestore = "mid-restore"
    /// The key file remembers an erasure, the rows are there still.
    case midErasure = "mid-erasure"
    /// The key file has a new key, the rows are wrapped under the old one.
    case midRotation = "mid-rotation"
    /// The rows are wrapped under the new key, the key file has the old one still.
    case beforeRetiring = "before-retiring"
  }

  /// A promise that a test breaks.
  public enum Weakness: String, Sendable {
    /// The log is not written through.
    case synchronousNormal = "synchronous-normal"
    /// Who waits is answered before the commit.
    case acknowledgeEarly = "acknowledge-early"
    /// A commit whose fsync failed is tried again and called good.
    case forgiveDisk = "forgive-disk"
    /// The log is moved into the file while some of it may not be on the disk.
    case unsyncedCheckpoint = "unsynced-checkpoint"
    /// A copy is made on the threads that answer everybody.
    case copyInCommon = "copy-in-common"
    /// A second process may open the file.
    case secondOwner = "second-owner"
    /// What an older file left beside its name is not removed when a backup is restored.
    case keepLog = "keep-log"
    /// Every statement of a change of layout is committed by itself.
    case stepwiseMigration = "stepwise-migration"
    /// Nothing is stored while a backup is made.
    case holdWrites = "hold-writes"
    /// Rows are counted and not opened.
    case trustRows = "trust-rows"
    /// A change is made whichever version whoever makes it saw.
    case ignoreVersion = "ignore-version"
    /// An unknown e-mail is refused without the work of a known one.
    case tellUnknown = "tell-unknown"
    /// Tries to sign in are not counted.
    case endlessTries = "endless-tries"
    /// Everybody may wait for their password to be hashed.
    case endlessQueue = "endless-queue"
    /// A clock that goes back is believed.
    case trustClock = "trust-clock"
    /// A session that was ended goes on.
    case sessionsStay = "sessions-stay"
    /// Psychotherapy notes are stored as they are.
    case notesInClear = "notes-in-clear"
    /// Psychotherapy notes are given to others than their author.
    case notesOfOthers = "notes-of-others"
    /// Psychotherapy notes are left when their patient is erased.
    case notesStay = "notes-stay"
  }

  /// Kills the program here if a test asked for it.
  ///
  /// - Parameter point: the place that was come to.
  public static func point(_ point: Point) {
    #if DEBUG
      guard plan?.isDue(at: point) == true else { return }
      // Whoever was answered too early gets the time to tell.
      usleep(20_000)
      kill(getpid(), SIGKILL)
    #endif
  }

  /// Whether a test breaks a promise; never in a build for release.
  ///
  /// - Parameter weakness: the promise.
  /// - Returns: whether it is to be broken.
  public static func breaks(_ weakness: Weakness) -> Bool { breaks(named: weakness.rawValue) }

  /// Whether a test breaks a promise that another room names; never in a build for release.
  ///
  /// - Parameter name: how `ANAMNESIS_WEAKEN` has it.
  /// - Returns: whether it is to be broken.
  public static func breaks(named name: String) -> Bool {
    #if DEBUG
      return weaknesses.contains(name)
    #else
      return false
    #endif
  }

  /// The names in the environment that are read here; none in a build for release.
  public static var variables: [String] {
    #if DEBUG
      return ["ANAMNESIS_FAULT", "ANAMNESIS_WEAKEN"]
    #else
      return []
    #endif
  }

  #if DEBUG
    private static let plan = environment("ANAMNESIS_FAULT").map(FaultPlan.init)
    private static let weaknesses = Set(
      (environment("ANAMNESIS_WEAKEN") ?? "").split(separator: ",").map(String.init))

    private static func environment(_ name: String) -> String? {
      getenv(name).map { String(cString: $0) }
    }
  #endif
}

#if DEBUG
  /// Where the program is to be killed, and how often it may come there first.
  private final class FaultPlan: Sendable {
    private let point: String
    private let remaining: Mutex<Int>

    init(_ text: String) {
      let parts = text.split(separator: ":")
      point = String(parts.first ?? "")
      remaining = Mutex(parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    }

    func isDue(at point: Fault.Point) -> Bool {
      guard point.rawValue == self.point else { return false }
      return remaining.withLock { remaining in
        remaining -= 1
        return remaining == 0
      }
    }
  }
#endif
