/// Why no taper can be calculated: what is wrong and what would be right.
public enum TaperError: Error, Hashable, Sendable {
  /// Something is not a decimal number.
  case notANumber(String)
  /// A dose has no unit of mass, or an unknown one.
  case unknownUnit(String)
  /// A liquid cannot be read.
  case unreadableLiquid(String)
  /// A volume cannot be read.
  case unreadableVolume(String)
  /// A number of days or years cannot be read.
  case unreadableTime(String, allowed: String)
  /// A number lies outside what makes sense.
  case outOfRange(String, given: String, allowed: String)
  /// The dose now lies so far above the usual maximum that it is taken for an error of writing.
  case implausibleDose(String, given: String, usualMaximum: String, times: Double)
  /// A mark of the syringe holds no whole number of nanograms.
  case unevenLiquid
  /// There is nothing that a dose could be made up from.
  case noFormulation
  /// The knowledge holds no methods of tapering.
  case noMethods
  /// No record of a medicine has this name.
  case notInCatalogue(String)
  /// The medicine is not one that is tapered here; the reason.
  case notTapered(String, reason: String)
  /// Its doses are not milligrams a day.
  case notMilligrams(String)
  /// It comes in several forms, and none was named.
  case needsForm(String, forms: [String])
  /// It is not known to come in this form.
  case unknownForm(String, form: String, forms: [String])
  /// Tablets of this form must not be divided.
  case unsplittable(form: String)
  /// There is no usable model from dose to occupancy; the reason, and what is allowed instead.
  case noModel(String, reason: String, instead: String)
  /// No published schedule is known here.
  case noPreset(String)
  /// The published schedule has no such dose.
  case notOnPreset(String, dose: String, doses: String)
  /// Steps follow each other too fast; the fewest days and why.
  case tooFast(days: Int, shortest: Int, reason: String)
  /// The schedule would have more steps than anybody would follow.
  case tooManySteps(Int)
  /// The schedule runs past the last day of the calendar.
  case pastTheCalendar
  /// The method of telling withdrawal from relapse has no such feature.
  case unknownFeature(String, known: [String])
}

extension TaperError: CustomStringConvertible {
  /// What is wrong and what would be right, in one sentence.
  public var description: String {
    switch self {
    case .notANumber(let text): "'\(text)' is no decimal number; write it such as 37.5mg"
    case .unknownUnit(let text): "'\(text)' names no unit that is known; write it in g, mg or ug"
    case .unreadableLiquid(let text): "'\(text)' is no liquid; write it such as 2mg/ml or 20mg/5ml"
    case .unreadableVolume(let text): "'\(text)' is no volume; write it such as 0.1ml"
    case .unreadableTime(let text, let allowed): "'\(text)' is no length of time; write \(allowed)"
    case .outOfRange(let what, let given, let allowed):
      "\(what) of \(given) makes no sense here; give \(allowed)"
    case .unevenLiquid:
      "a mark of the syringe holds no whole number of nanograms; state the liquid per ml"
    case .noFormulation: "there is nothing to make a dose from; name tablets or a liquid"
    case .noMethods: "the knowledge holds no methods; add a document of kind 'taperMethods'"
    default: refusal
    }
  }

  /// Why this medicine, form or schedule is refused.
  private var refusal: String {
    switch self {
    case .notInCatalogue(let name):
      "\"\(name)\" is not in the catalogue of medicines; write its generic name"
    case .notTapered(let name, let reason): "\(name) has no taper here: \(reason)"
    case .implausibleDose(let name, let given, let maximum, let times):
      """
      the dose now of \(given) is more than \(times.plain) times the usual maximum of \(name), \
      \(maximum); check the number and its unit
      """
    case .notMilligrams(let name):
      "the doses of \(name) are not milligrams a day; such tapers are not calculated here"
    case .needsForm(let name, let forms):
      "\(name) comes as \(forms.joined(separator: ", ")); name the form"
    case .unknownForm(let name, let form, let forms):
      forms.isEmpty
        ? "the forms of \(name) are not in the catalogue, \(form) neither; name no form"
        : "\(name) is not known as \(form); name one of \(forms.joined(separator: ", "))"
    case .unsplittable(let form): "\(form) must not be divided; allow no splitting"
    case .noModel(let name, let reason, let instead):
      "\(name) has no usable data from dose to occupancy. \(reason) \(instead)"
    case .noPreset(let name):
      "no published schedule for \(name) is known here; use another way of stepping down"
    case .notOnPreset(let name, let dose, let doses):
      "the published schedule for \(name) has no \(dose); its doses are \(doses)"
    case .tooFast(let days, let shortest, let reason):
      "\(days) days between steps are too few; give \(shortest) or more: \(reason)"
    case .tooManySteps(let most):
      "the schedule would have more than \(most) steps; allow larger ones or a larger last dose"
    case .unknownFeature(let feature, let known):
      "'\(feature)' is no feature; name one of \(known.joined(separator: ", "))"
    case .pastTheCalendar: "the schedule runs past the year 9999; begin earlier"
    default: ""
    }
  }
}
