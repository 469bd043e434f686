internal import Accounts
internal import Archive
internal import HTTPTypes
internal import Hummingbird
internal import PatientRecord

// Taking records along: all that one may read, an entry a line.
extension APIRoutes {
  var export: Route {
    Route(.get, "/api/export", .exportRecord, of: .body, handler: exportAll)
  }

  private func exportAll(_ request: Request, _ context: ServerContext) async throws -> Response {
    let visitor = try context.signedIn()
    let patients = try await exported(visitor.actor)
    // Whether they may take records along at all is decided before anything goes out.
    if let first = patients.first {
      _ = try await installation.accounts.authorize(
        .exportRecord, actor: visitor.actor, patient: first)
    }
    let export = RecordExport(installation: installation, visitor: visitor)
    return Response(
      status: .ok,
      headers: [
        .contentType: "application/x-ndjson",
        .contentDisposition: "attachment; filename=\"records.ndjson\"",
      ],
      body: ResponseBody { writer in
        try await aside {
          for patient in patients { try await export.write(patient, to: &writer) }
        }
        try await writer.finish(nil)
      })
  }

  /// Whose records: one's own, and those of the care teams that one is in.
  private func exported(_ actor: Actor) async throws -> [PatientID] {
    let own = actor.patient.map { [$0] } ?? []
    guard actor.roles.contains(.clinician) else { return own }
    return own + (try await installation.accounts.patients(of: actor)).filter { !own.contains($0) }
  }
}

/// Writes records out, a page at a time, so that memory stays flat.
private struct RecordExport: Sendable {
  let installation: Installation
  let visitor: Visitor

  /// The entries that are in memory at one time.
  private static let pageSize = 500

  func write(_ patient: PatientID, to writer: inout any ResponseBodyWriter) async throws {
    // The proof that was asked for at the start may have run out meanwhile; being of the care team
    // may not.
    _ = try await installation.accounts.authorize(
      .readRecord, actor: visitor.actor, patient: patient)
    let purpose = patient == visitor.actor.patient ? "own record" : "treatment"
    let pages = installation.archive.pages(
      of: patient, by: visitor.actor.access(for: purpose), size: Self.pageSize)
    for try await page in pages {
      let lines = try page.filter(visitor.mayRead).map { try RecordCodec.encode($0) + "\n" }
      if !lines.isEmpty { try await writer.write(ByteBuffer(string: lines.joined())) }
    }
  }
}
