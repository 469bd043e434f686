extension Schema {
  /// Psychotherapy notes, apart from the record: in tables of their own, under a key for each patient
  /// and author.
  static let therapyNotes = [
    """
    CREATE TABLE therapy_key (
      clinic INT64 NOT NULL,
      patient BYTES NOT NULL,
      author KEYTEXT NOT NULL,
      epoch INT64 NOT NULL,
      wrapped BYTES NOT NULL,
      PRIMARY KEY (clinic, patient, author)
    ) STRICT
    """,
    """
    CREATE TABLE therapy_note (
      clinic INT64 NOT NULL,
      patient BYTES NOT NULL,
      author KEYTEXT NOT NULL,
      number INT64 NOT NULL,
      id BYTES NOT NULL,
      written INT64 NOT NULL,
      supersedes BYTES,
      sealed BYTES NOT NULL,
      PRIMARY KEY (clinic, patient, author, number),
      UNIQUE (clinic, patient, author, id)
    ) STRICT
    """,
    "CREATE INDEX therapy_note_corrected ON therapy_note (clinic, patient, author, supersedes)",
  ]
}
