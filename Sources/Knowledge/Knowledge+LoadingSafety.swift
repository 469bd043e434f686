extension Knowledge {
  /// Reads the policies of payers.
  static func payerPolicies(
    in roots: [Field], citing library: Library, of instruments: [InstrumentID: Instrument]
  ) throws(KnowledgeError) -> [PayerPolicyID: PayerPolicy] {
    let reader = PayerPolicyReader(library: library, instruments: instruments)
    var policies: [PayerPolicyID: PayerPolicy] = [:]
    for root in roots {
      let policy = try reader.policy(root.named(by: "id"))
      guard policies.updateValue(policy, forKey: policy.id) == nil else {
        throw root.failure(.duplicate(policy.id.rawValue))
      }
    }
    return policies
  }
}
