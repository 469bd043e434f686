/// What a person is asked, in one language.
struct InstrumentWording: Hashable, Sendable {
  var language: String
  var stem: String?
  var items: [Item]
  var options: [AnswerOption]
  var followUp: FollowUp?
}
