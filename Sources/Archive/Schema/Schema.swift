/// The tables of an archive, as SQL for every engine.
///
/// Column types are tokens that an engine replaces: `INT64`, `BYTES`, `KEYTEXT`, and `STRICT` after a
/// table. A layout is never changed once it was released; a new one is a migration appended here.
public enum Schema {
  /// The statements that lead from one layout to the next; the first makes the first layout.
  public static let migrations: [[String]] = [first, accounts, therapyNotes]

  /// The layout that this program writes.
  public static var layout: Int { migrations.count }

  private static let first = [
    """
    CREATE TABLE ring (
      clinic INT64 NOT NULL PRIMARY KEY,
      fingerprint BYTES NOT NULL,
      epoch INT64 NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE head (
      clinic INT64 NOT NULL PRIMARY KEY,
      sequence INT64 NOT NULL,
      audit_sequence INT64 NOT NULL,
      audit_link BYTES NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE patient (
      clinic INT64 NOT NULL,
      patient BYTES NOT NULL,
      lookup BYTES NOT NULL,
      epoch INT64,
      wrapped BYTES,
      identity BYTES,
      erased INT64 NOT NULL,
      PRIMARY KEY (clinic, patient),
      UNIQUE (clinic, lookup)
    ) STRICT
    """,
    """
    CREATE TABLE entry (
      clinic INT64 NOT NULL,
      sequence INT64 NOT NULL,
      id BYTES NOT NULL,
      patient BYTES NOT NULL,
      kind KEYTEXT NOT NULL,
      occurred INT64 NOT NULL,
      recorded INT64 NOT NULL,
      signals INT64 NOT NULL,
      sealed BYTES NOT NULL,
      PRIMARY KEY (clinic, sequence),
      UNIQUE (clinic, id)
    ) STRICT
    """,
    "CREATE INDEX entry_of_patient ON entry (clinic, patient, sequence)",
    """
    CREATE TABLE signal (
      clinic INT64 NOT NULL,
      entry BYTES NOT NULL,
      place INT64 NOT NULL,
      patient BYTES NOT NULL,
      urgency KEYTEXT NOT NULL,
      raised INT64 NOT NULL,
      sealed BYTES NOT NULL,
      PRIMARY KEY (clinic, entry, place)
    ) STRICT
    """,
    """
    CREATE TABLE audit (
      clinic INT64 NOT NULL,
      sequence INT64 NOT NULL,
      at INT64 NOT NULL,
      actor KEYTEXT NOT NULL,
      role KEYTEXT NOT NULL,
      purpose KEYTEXT NOT NULL,
      action KEYTEXT NOT NULL,
      patient BYTES,
      detail KEYTEXT NOT NULL,
      link BYTES NOT NULL,
      PRIMARY KEY (clinic, sequence)
    ) STRICT
    """,
    "CREATE INDEX audit_of_patient ON audit (clinic, patient, sequence)",
  ]
}
