extension TaperMethodsReader {
  /// Reads the model guessed from a class.
  ///
  /// - Returns: the model's parameters.
  /// - Throws: an error that names the field.
  func fallback() throws(KnowledgeError) -> TaperMethods.Fallback {
    let object = try group("fallback", ["flag", "maximum", "shareOfMinimumEffective", "spread"])
    return TaperMethods.Fallback(
      flag: try flag(object), maximum: try number(object, "maximum", 1...100),
      shareOfMinimumEffective: try number(object, "shareOfMinimumEffective", 0.001...10),
      spread: try number(object, "spread", 0.01...2), evidence: try library.evidence(of: object))
  }

  /// Reads the tiers of risk.
  ///
  /// - Returns: the tiers and what raises the risk.
  /// - Throws: an error when a flag or a tier stands twice.
  func risk() throws(KnowledgeError) -> TaperMethods.Risk {
    let object = try group("risk", ["tiers", "yearsOfUse"])
    var tiers: [TaperMethods.Risk.Tier] = []
    for field in try object.required("tiers").list() {
      let entry = try field.object(keys: ["flag", "tier"])
      let tier = TaperMethods.Risk.Tier(
        flag: try flag(entry), tier: try entry.required("tier").choice())
      guard !tiers.contains(where: { $0.flag == tier.flag || $0.tier == tier.tier }) else {
        throw field.failure(.duplicate(tier.tier.rawValue))
      }
      tiers.append(tier)
    }
    return TaperMethods.Risk(
      tiers: tiers, yearsOfUse: try number(object, "yearsOfUse", 0...100),
      evidence: try library.evidence(of: object))
  }

  /// Reads what can be measured out at home.
  ///
  /// - Returns: the limits.
  /// - Throws: an error that names the field.
  func measuring() throws(KnowledgeError) -> TaperMethods.Measuring {
    let object = try group("measuring", ["syringeMillilitres", "mostMillilitres", "mostTablets"])
    return TaperMethods.Measuring(
      syringeMillilitres: try number(object, "syringeMillilitres", 0.01...10),
      mostMillilitres: try number(object, "mostMillilitres", 0.01...100),
      mostTablets: try object.required("mostTablets").integer(in: 1...8),
      evidence: try library.evidence(of: object))
  }

  /// Reads which present dose is believed.
  ///
  /// - Returns: the limit.
  /// - Throws: an error that names the field.
  func plausible() throws(KnowledgeError) -> TaperMethods.Plausible {
    let object = try group("plausible", ["timesUsualMaximum"])
    return TaperMethods.Plausible(
      timesUsualMaximum: try number(object, "timesUsualMaximum", 1...100),
      evidence: try library.evidence(of: object))
  }

  /// Reads what stands under every schedule.
  ///
  /// - Returns: the sentences in the order written.
  /// - Throws: an error that names the field.
  func advice() throws(KnowledgeError) -> [TaperMethods.Advice] {
    var advice: [TaperMethods.Advice] = []
    for field in try record.required("advice").list() {
      let object = try field.object(
        keys: Library.evidenceKeys.union(["text", "aboutOccupancy", "speed"]))
      advice.append(
        TaperMethods.Advice(
          text: try object.required("text").text(),
          isAboutOccupancy: try object.optional("aboutOccupancy")?.flag() ?? false,
          speed: try object.optional("speed")?.choice() ?? .any,
          evidence: try library.evidence(of: object)))
    }
    return advice
  }

  /// Reads how withdrawal is told from relapse.
  ///
  /// - Returns: the features with their points.
  /// - Throws: an error when the two limits meet or a feature stands twice.
  func withdrawal() throws(KnowledgeError) -> WithdrawalScore {
    let object = try group(
      "withdrawal", ["features", "probableWithdrawal", "probableRelapse", "safetyRule"])
    var features: [WithdrawalScore.Feature] = []
    for field in try object.required("features").list() {
      let feature = try feature(field)
      guard !features.contains(where: { $0.id == feature.id }) else {
        throw field.failure(.duplicate(feature.id))
      }
      features.append(feature)
    }
    return WithdrawalScore(
      features: features,
      probableWithdrawal: try object.required("probableWithdrawal").integer(in: 1...100),
      probableRelapse: try object.required("probableRelapse").integer(in: -100 ... -1),
      safetyRule: try object.required("safetyRule").text(),
      evidence: try library.evidence(of: object))
  }

  private func feature(_ field: Field) throws(KnowledgeError) -> WithdrawalScore.Feature {
    let object = try field.object(
      keys: Library.evidenceKeys.union([
        "id", "withdrawal", "relapse", "points", "pointsAgainst",
      ]))
    return WithdrawalScore.Feature(
      id: try object.required("id").text(), withdrawal: try object.required("withdrawal").text(),
      relapse: try object.required("relapse").text(),
      points: try object.required("points").integer(in: 0...10),
      pointsAgainst: try object.required("pointsAgainst").integer(in: -10...0),
      evidence: try library.evidence(of: object))
  }

  /// Reads how a checklist of withdrawal symptoms is read.
  ///
  /// - Returns: its items and its event.
  /// - Throws: an error when the event asks for more symptoms than there are items.
  func checklist() throws(KnowledgeError) -> WithdrawalChecklist {
    let object = try group("checklist", ["items", "event"])
    let items = try object.required("items").integer(in: 1...1_000)
    return WithdrawalChecklist(
      items: items, event: try object.required("event").integer(in: 1...items),
      evidence: try library.evidence(of: object))
  }
}
