internal import Accounts
internal import Care
internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Knowledge
internal import Pages
internal import PatientRecord

// Taking up entries.
extension APIRoutes {
  /// The largest body of entries, in bytes.
  static let entriesBody = 4 << 20
  /// The most entries in one request: they are stored in one step, all or none.
  static let entriesAtOnce = 1_000

  var entries: [Route] {
    // No pace stands before answers that may call for help.
    [
      Route(
        .post, "/api/entries", .writeRecord, of: .body, pace: .unlimited,
        bodyLimit: Self.entriesBody, isQuick: true, helpFirst: helpFirst, handler: store)
    ]
  }

  private var helpFirst: HelpFirst { HelpFirst(knowledge: installation.knowledge) }

  private func store(_ request: Request, _ context: ServerContext) async throws -> Response {
    let visitor = try context.signedIn()
    let sent = try await SentEntries(request)
    let help = helpFirst.help(after: sent.entries)
    do {
      if let problem = sent.problem { throw problem }
      let stored = try await installation.accounts.append(sent.entries, by: visitor.actor)
      return .json(Self.receipt(for: stored, help))
    } catch {
      guard let help else { throw error }
      // Whatever went wrong, help is not withheld for it.
      var problem = Problem(error)
      problem.help = help
      throw problem
    }
  }

  /// What is stored; help first, where somebody needs it.
  private static func receipt(for stored: [Entry], _ help: JSONValue?) -> JSONValue {
    var answer = JSONObject()
    answer["help"] = help
    answer["stored"] = .array(
      stored.map { entry in
        .object([
          "id": .string("\(entry.id)"),
          "recorded": entry.recorded.map(JSONValue.moment) ?? .null,
        ])
      })
    return .object(answer)
  }
}

extension JSONValue {
  /// Help after an answer about self-harm.
  static func help(_ help: ImmediateHelp) -> JSONValue {
    .object([
      "text": .string(help.text),
      "choices": .array(
        help.choices.map {
          .object(["action": .string($0.action.rawValue), "label": .string($0.label)])
        }),
      "contacts": .array(
        help.contacts.map { contact in
          .object([
            "kind": .string(contact.kind.rawValue), "name": .string(contact.name),
            "number": .optional(contact.number), "url": .optional(contact.url),
            "hours": .optional(contact.hours), "country": .optional(contact.country),
            "note": .optional(contact.note),
          ])
        }),
      "notWatched": .string(help.notWatched), "page": .string(WebPath.help),
    ])
  }
}
