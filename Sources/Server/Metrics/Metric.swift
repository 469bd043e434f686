/// A figure that the server gives to Prometheus. Names end in their unit, and in `_total` when they
/// only grow.
public enum Metric: String, Hashable, Sendable, CaseIterable {
  case requestDuration = "http_server_request_duration_seconds"
  case connections = "http_server_connections"
  case refused = "http_server_refused_total"
  case residentMemory = "process_resident_memory_bytes"
  case openFiles = "process_open_fds"
  case startTime = "process_start_time_seconds"
  case commitTime = "db_commit_seconds"
  case logSize = "db_wal_bytes"
  case synchronous = "sqlite_synchronous"
  case auditSequence = "audit_chain_seq"
  case backupAge = "backup_age_seconds"
  case outboxPending = "outbox_pending"
  case riskAlertAge = "risk_alert_age_seconds"
  case loginFailures = "login_failures_total"

  /// What kind of figure it is.
  enum Kind: String {
    case counter, gauge, histogram
  }

  var kind: Kind {
    switch self {
    case .requestDuration, .commitTime: .histogram
    case .refused, .loginFailures: .counter
    default: .gauge
    }
  }

  /// The names of its labels.
  var labels: [String] {
    switch self {
    case .requestDuration: ["route", "method", "code"]
    case .refused: ["reason"]
    default: []
    }
  }

  /// What it tells, in a few words.
  var help: String {
    switch self {
    case .requestDuration: "Time from a request's head to its answer, by route template."
    case .connections: "Connections that are open."
    case .refused: "Requests refused before a handler saw them, by kind of problem."
    case .residentMemory: "Memory of the process that is in use."
    case .openFiles: "File descriptors that are open."
    case .startTime: "When the process started, in seconds since 1970."
    case .commitTime: "Time of one durable commit."
    case .logSize: "Size of the write-ahead log."
    case .synchronous: "How the data file is written through; 2 (FULL) is needed."
    case .auditSequence: "Number of the last event in the audit trail."
    case .backupAge: "Time since the last backup was made."
    case .outboxPending: "Notices that nobody has seen whom they are for."
    case .riskAlertAge:
      "Age of the oldest alert since which no clinician has opened the record; 0 for none."
    case .loginFailures: "Passwords and codes that were refused."
    }
  }
}
