import Foundation
import TestKit

/// What the tests read of a FHIR Questionnaire.
struct Questionnaire: Decodable {
  struct Coding: Decodable {
    let code: String
    let display: String?
  }

  struct Extension: Decodable {
    let url: String
    let valueDecimal: Int?
    let valueString: String?
    let `extension`: [Extension]?
  }

  struct Option: Decodable {
    let valueCoding: Coding
    let `extension`: [Extension]?

    var ordinal: Int? { `extension`?.compactMap(\.valueDecimal).first }
  }

  struct Translated: Decodable { let `extension`: [Extension]? }

  struct Item: Decodable {
    let text: String
    let code: [Coding]?
    let answerOption: [Option]?
    let translated: Translated?

    enum CodingKeys: String, CodingKey {
      case text, code, answerOption
      case translated = "_text"
    }

    var loinc: String? { code?.first?.code }
    var options: [Coding] { answerOption?.map(\.valueCoding) ?? [] }
    var ordinals: [Int?] { answerOption?.map(\.ordinal) ?? [] }
    var english: String? {
      translated?.extension?.first?.extension?.first { $0.url == "content" }?.valueString
    }
  }

  let code: [Coding]
  let item: [Item]

  static func read(_ path: String) throws -> Questionnaire {
    try JSONDecoder().decode(Questionnaire.self, from: Data(SharedData.text(path).utf8))
  }

  func item(coded code: String?) -> Item? { item.first { $0.loinc != nil && $0.loinc == code } }
}

/// What the tests read of a FHIR QuestionnaireResponse.
struct Response: Decodable {
  struct Answer: Decodable {
    let valueCoding: Questionnaire.Coding?
    let valueDecimal: Double?
  }

  struct Item: Decodable {
    let linkId: String
    let answer: [Answer]?
  }

  let item: [Item]
}
