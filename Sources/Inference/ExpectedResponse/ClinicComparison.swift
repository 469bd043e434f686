private import Foundation
public import Statistics

/// Clinics compared by how their people's latest scores differ from what was to be expected of them.
///
/// Each person's latest score is taken less its expectation from the first, so that a clinic is not
/// blamed for whom it serves. Means of few people are uncertain: they are shown beside funnel limits
/// (Spiegelhalter 2005, Statistics in Medicine 24:1185-1202) and pulled towards the common mean by
/// ``PooledModel``. There is no rank, since the order of clinics is mostly noise.
public struct ClinicComparison: Hashable, Sendable {
  /// One clinic.
  public struct Clinic: Hashable, Sendable {
    /// The code of the clinic.
    public let code: Int
    /// The number of people with a score after their first.
    public let people: Int
    /// The mean of observed less expected, in points.
    public let difference: Double
    /// The half-width of the funnel that holds 95 % of clinics of this size without a difference.
    public let limit95: Double
    /// The same for 99.8 %.
    public let limit998: Double
    /// The difference pulled towards that of all clinics.
    public let pooled: NormalMixture
  }

  /// Clinics in the order of their first visit in the list.
  public let clinics: [Clinic]
  /// The standard deviation of true differences between clinics, the likeliest one.
  public let spread: Double

  /// The fewest clinics that can be compared.
  public static let fewestClinics = 4
  /// The fewest people of a clinic that is shown.
  public static let fewestPeople = 5

  /// Compares clinics.
  ///
  /// - Parameters:
  ///   - response: what to expect, learnt from all clinics together.
  ///   - visits: the scores.
  ///   - clinic: the code of the clinic of each visit; that of a person's first visit counts.
  /// - Throws: ``InferenceError`` when fewer than ``fewestClinics`` clinics have ``fewestPeople``
  ///   people each.
  public init(
    _ response: ExpectedResponse, visits: [TreatmentVisit], clinic: [Int]
  ) throws(InferenceError) {
    guard clinic.count == visits.count else {
      throw .unusable("\(clinic.count) clinics are named for \(visits.count) visits")
    }
    let homes = Dictionary(zip(visits.map(\.person), clinic)) { first, _ in first }
    var order: [Int] = []
    var sums: [Int: (people: Int, difference: Double, variance: Double)] = [:]
    for course in visits.coursesByPerson {
      guard let first = course.first, let last = course.last, last.week > first.week,
        let home = homes[first.person]
      else { continue }
      let law = try response.score(
        at: last.week, given: [.init(week: first.week, value: first.score)],
        covariates: first.covariates)
      if sums[home] == nil { order.append(home) }
      let sum = sums[home] ?? (0, 0, 0)
      sums[home] = (
        sum.people + 1, sum.difference + last.score - law.mean,
        sum.variance + law.standardDeviation * law.standardDeviation
      )
    }
    let shown = order.filter { (sums[$0]?.people ?? 0) >= ClinicComparison.fewestPeople }
    guard shown.count >= ClinicComparison.fewestClinics else {
      throw .tooFew(
        observed: shown.count, needed: ClinicComparison.fewestClinics,
        what: "clinics with at least \(ClinicComparison.fewestPeople) people each")
    }
    let means = shown.map { code -> (people: Int, mean: Double, error: Double) in
      let sum = sums[code] ?? (1, 0, 1)
      let count = Double(sum.people)
      return (sum.people, sum.difference / count, sum.variance.squareRoot() / count)
    }
    let pooled = try PooledModel(
      means.map { PooledEstimate(estimate: $0.mean, standardError: $0.error) })
    spread = pooled.between[0, 0].squareRoot()
    clinics = shown.indices.map { index in
      Clinic(
        code: shown[index], people: means[index].people, difference: means[index].mean,
        limit95: Normal.standard.quantile(0.975) * means[index].error,
        limit998: Normal.standard.quantile(0.999) * means[index].error,
        pooled: pooled.people[index].parameters[0])
    }
  }
}
