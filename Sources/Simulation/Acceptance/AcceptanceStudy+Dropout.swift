extension AcceptanceStudy {
  /// Who leaves a clinic and an app (P28).
  func dropout() throws(SimulationError) -> [String: Double] {
    var clinic = try visits(days: 85)
    try clinic.take(treatment("ssri"), on: 0...84)
    var app = try Schedule(days: 57)
    try app.visit(on: 0, weight: 0.5)
    try app.practise(0.5, on: 0...56)
    let stays = try [(clinic, Dropout.clinic), (app, .app)].map {
      plan, model throws(SimulationError) in
      let outcome = try run(plan)
      let left = simulator.leaving(outcome, by: model)
      return Double(left.count { $0 != nil }) / Double(left.count)
    }
    return ["dropout-clinic": stays[0], "dropout-app-low": stays[1], "dropout-app-high": stays[1]]
  }
}
