/// The words of invented people: a small grammar of ordinary, warm things.
///
/// Everything is invented. Nothing here is about a real person, and no text is about self-harm.
enum ClinicWords {
  /// What a keepsake or a good moment is about.
  static let moments = [
    "A slow breakfast", "Tea by the open window", "A walk along the river", "Bread out of the oven",
    "The first warm evening", "A swim in the lake", "Singing in the kitchen",
    "A long telephone call",
    "Planting beans", "The view from the hill", "A game of cards", "Rain on the roof of the tent",
    "A ride on the tram", "Soup after a cold day", "The cat on my lap", "Mending the old bicycle",
    "A postcard in the box", "Chestnuts in the park",
  ]

  /// With whom.
  static let company = [
    "with my sister", "with my brother", "with an old friend", "with my neighbour",
    "with my mother",
    "with my father", "with my daughter", "with my son", "with the choir", "on my own",
  ]

  /// Where.
  static let places = [
    "at home", "on the balcony", "in the garden", "by the water", "at my aunt's house",
    "in the park",
    "at the station", "on the allotment", "in the old school", "up in the hills",
  ]

  /// When it was.
  static let times = [
    "last summer", "as a child", "the year I moved", "last spring", "some winters ago", "last week",
    "on a Sunday in May", "the autumn after school",
  ]

  /// What there was to see, hear, smell or feel.
  static let senses = [
    "The light lay low and yellow.", "It smelled of rain and cut grass.",
    "A radio played next door.",
    "My hands were warm from the cup.", "The wind was soft and the leaves were loud.",
    "There was flour on everything.", "I could hear children laughing.",
    "The water was colder than I thought.",
  ]

  /// What it means to the person.
  static let meanings = [
    "I was in no hurry.", "Somebody was glad to see me.", "I had made something with my hands.",
    "It reminds me that quiet days count.", "I laughed, and it was easy.",
    "I felt I belonged there.",
    "I would like to do that again.",
  ]

  /// What people set out to do.
  static let goals = [
    "Walk every other day", "Cook for a friend", "Go to bed at the same time",
    "Call my sister on Sundays",
    "Read before sleep", "Go back to the choir", "Tidy one drawer a week", "Swim once a week",
  ]

  /// Hard events of life.
  static let hardEvents = [
    "Argument at work", "A friend moved away", "Bad news about money", "My mother fell ill",
    "The flat above is being rebuilt", "Deadline moved forward", "Car broke down",
    "Parted from my partner",
  ]

  /// Good events of life.
  static let goodEvents = [
    "Visit from an old friend", "Passed an examination", "A new job offer", "A weekend by the sea",
    "Niece was born", "Found a quieter flat",
  ]

  /// Unwanted effects that medicines of the first line often have.
  static let sideEffects = [
    "nausea", "headache", "dry mouth", "tiredness", "sweating", "loose stools", "restless sleep",
  ]

  /// What clinicians note at visits.
  static let notes = [
    "Sleep and rhythm of the day talked through.", "Plan for the coming weeks agreed.",
    "Asks about exercise; ideas collected.", "Work talked about; small steps agreed.",
    "Brought the list of keepsakes along.", "Reports more good hours in the evenings.",
  ]

  /// Signs that a hard time may be near, for the person's own plan.
  static let warningSigns = [
    "I stop answering messages.", "I skip breakfast for days.", "I sleep in my clothes.",
    "Everything feels too loud.",
  ]

  /// What the person can do.
  static let ownSteps = [
    "Put on shoes and walk round the block.", "Make tea and sit by the window.",
    "Take a warm shower.", "Look at my keepsakes.",
  ]

  /// What takes the mind off things.
  static let distractions = [
    "The library on the corner", "The bench by the pond", "A call about the garden",
  ]

  /// What is worth living for.
  static let reasons = ["My sister's children", "The garden in spring", "Singing on Thursdays"]
}
