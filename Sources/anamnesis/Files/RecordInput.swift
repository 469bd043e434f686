import PatientRecord

/// A record to read, of one patient.
struct RecordInput {
  private let file: InputFile
  private let wanted: PatientID?
  private let skipsBadLines: Bool
  private let complain: (String) -> Void

  private var entries: [Entry] = []
  private var patients: Set<PatientID> = []
  private var badLines = 0

  /// How many patients a message names.
  private static let named = 20

  /// Names a record.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - patient: whose entries; needed when there are several patients.
  ///   - skipsBadLines: whether lines that cannot be read are left out rather than refused.
  ///   - complain: takes a sentence about each line that cannot be read.
  init(
    _ file: InputFile, patient: String?, skipsBadLines: Bool,
    complain: @escaping (String) -> Void = { StandardError.write("\($0)\n") }
  ) {
    self.file = file
    self.complain = complain
    wanted = patient.map(PatientID.init(rawValue:))
    self.skipsBadLines = skipsBadLines
  }

  /// Reads the entries of the patient; those of others are not kept.
  ///
  /// - Returns: the patient's record.
  /// - Throws: ``BadInput`` when lines cannot be read or it is not clear who is meant.
  func read() throws -> PatientEntries {
    var work = self
    var reader = RecordReader()
    try file.forEachChunk { chunk in
      for line in reader.read(chunk) { work.take(line) }
    }
    for line in reader.finish() { work.take(line) }
    return try work.result()
  }

  private mutating func take(_ line: RecordReader.Line) {
    switch line {
    case .failure(let error):
      badLines += 1
      complain("\(file.name): \(error)")
    case .success(let entry):
      let isNew = patients.insert(entry.patient).inserted
      // With a second patient and none named, only the names are still of use.
      if isNew, wanted == nil, patients.count > 1 { entries = [] }
      if entry.patient == (wanted ?? patients.first), wanted != nil || patients.count == 1 {
        entries.append(entry)
      }
    }
  }

  private func result() throws -> PatientEntries {
    if badLines > 0, !skipsBadLines {
      throw BadInput(
        file.name, "\(counted(badLines, "line")) could not be read, listed above",
        cure: "correct them, or go on without them by --skip-bad-lines")
    }
    guard let patient = wanted ?? patients.first else {
      throw BadInput(file.name, "the record holds no entry", cure: "name another file")
    }
    guard wanted != nil || patients.count == 1 else {
      throw BadInput(
        file.name, "the record is about \(patients.count) patients",
        cure: "choose one by --patient: \(names)")
    }
    guard !entries.isEmpty else {
      throw BadInput(
        file.name, "the record has no patient \(patient)", cure: "choose one of \(names)")
    }
    return PatientEntries(file: file, patient: patient, entries: entries)
  }

  private var names: String {
    let sorted = patients.map(\.rawValue).sorted()
    let rest = sorted.count - Self.named
    return sorted.prefix(Self.named).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }
}
