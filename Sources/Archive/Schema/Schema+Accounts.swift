extension Schema {
  /// Accounts and what belongs to them.
  ///
  /// Every row but a key's ends with a tag over all its other columns, so that none can be changed
  /// from outside. E-mail, name and secrets are sealed under a key of the account; patients appear by
  /// their random key.
  static let accounts = [
    """
    CREATE TABLE account (
      clinic INT64 NOT NULL,
      id BYTES NOT NULL,
      version INT64 NOT NULL,
      roles KEYTEXT NOT NULL,
      state KEYTEXT NOT NULL,
      patient BYTES,
      email BYTES,
      password KEYTEXT,
      created INT64 NOT NULL,
      changed INT64 NOT NULL,
      sealed BYTES,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, id),
      UNIQUE (clinic, email)
    ) STRICT
    """,
    """
    CREATE TABLE account_key (
      clinic INT64 NOT NULL,
      account BYTES NOT NULL,
      epoch INT64 NOT NULL,
      wrapped BYTES NOT NULL,
      PRIMARY KEY (clinic, account)
    ) STRICT
    """,
    """
    CREATE TABLE link (
      clinic INT64 NOT NULL,
      digest BYTES NOT NULL,
      kind KEYTEXT NOT NULL,
      account BYTES,
      created INT64 NOT NULL,
      expires INT64 NOT NULL,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, digest)
    ) STRICT
    """,
    """
    CREATE TABLE factor (
      clinic INT64 NOT NULL,
      account BYTES NOT NULL,
      confirmed INT64 NOT NULL,
      step INT64 NOT NULL,
      sealed BYTES NOT NULL,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, account, confirmed)
    ) STRICT
    """,
    """
    CREATE TABLE recovery (
      clinic INT64 NOT NULL,
      account BYTES NOT NULL,
      digest BYTES NOT NULL,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, account, digest)
    ) STRICT
    """,
    """
    CREATE TABLE session (
      clinic INT64 NOT NULL,
      digest BYTES NOT NULL,
      handle BYTES NOT NULL,
      account BYTES NOT NULL,
      stage KEYTEXT NOT NULL,
      created INT64 NOT NULL,
      seen INT64 NOT NULL,
      proved INT64 NOT NULL,
      secret BYTES NOT NULL,
      sealed BYTES NOT NULL,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, digest)
    ) STRICT
    """,
    "CREATE INDEX session_of_account ON session (clinic, account)",
    """
    CREATE TABLE membership (
      clinic INT64 NOT NULL,
      patient BYTES NOT NULL,
      account BYTES NOT NULL,
      starts INT64 NOT NULL,
      ends INT64,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, patient, account)
    ) STRICT
    """,
    "CREATE INDEX membership_of_account ON membership (clinic, account)",
    """
    CREATE TABLE consent (
      clinic INT64 NOT NULL,
      patient BYTES NOT NULL,
      kind KEYTEXT NOT NULL,
      number INT64 NOT NULL,
      given INT64 NOT NULL,
      at INT64 NOT NULL,
      account BYTES NOT NULL,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, patient, kind, number)
    ) STRICT
    """,
    """
    CREATE TABLE break_glass (
      clinic INT64 NOT NULL,
      id BYTES NOT NULL,
      patient BYTES NOT NULL,
      account BYTES NOT NULL,
      opened INT64 NOT NULL,
      reason BYTES NOT NULL,
      reviewer BYTES,
      reviewed INT64,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, id)
    ) STRICT
    """,
    "CREATE INDEX break_glass_of_account ON break_glass (clinic, account, patient, opened)",
    """
    CREATE TABLE notice (
      clinic INT64 NOT NULL,
      id BYTES NOT NULL,
      kind KEYTEXT NOT NULL,
      subject BYTES NOT NULL,
      created INT64 NOT NULL,
      delivered INT64,
      tag BYTES NOT NULL,
      PRIMARY KEY (clinic, id)
    ) STRICT
    """,
  ]
}
