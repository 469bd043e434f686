import Foundation
import JSON
import Testing

@Suite struct SimulatePlanTests {
  private let folder = Folder()

  init() throws {
    try folder.write(
      Self.plan("a", "treatments: [{ treatment: positive-recall, from: 0 }]"), to: "a.yaml")
    try folder.write(Self.plan("b", "visits: [{ on: 0 }]"), to: "b.yaml")
    try folder.write(Self.design, to: "design.yaml")
  }

  private static func plan(_ id: String, _ more: String) -> String {
    "plan: \(id)\ntitle: Plan \(id)\ndays: 15\ncohort: { leastTotal: 0 }\n\(more)\n"
  }

  private static let design = """
    design: d
    kind: crossover
    title: Blocks with and without
    cohort: { leastTotal: 0 }
    input: { treatment: positive-recall }
    block: 4
    pairs: 2
    trials: 20
    """

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["simulate"] + arguments, in: folder)
  }

  @Test func `a plan is followed, with or without the word course`() throws {
    let run = try run("a.yaml", "--patients", "20")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.lines.first == "Simulated plan: Plan a")
    #expect(try self.run("course", "a.yaml", "--patients", "20").output == run.output)
    #expect(try self.run("a.yaml", "--patients", "20", "--seed", "2").output != run.output)
  }

  @Test func `each format is what it says`() throws {
    let json = try run("a.yaml", "--patients", "9", "--format", "json")
    #expect(try JSONValue(parsing: json.output)["schema"] == .string("anamnesis.simulation/1"))
    #expect(
      try run("a.yaml", "--patients", "9", "--format", "csv").output.hasPrefix("plan,scenario"))
    let page = try run("a.yaml", "--patients", "9", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && !page.contains("<script"))
  }

  @Test func `plans are compared on the same people`() throws {
    let run = try run("compare", "a.yaml", "b.yaml", "--patients", "9", "--format", "csv")
    #expect(run.status == 0)
    #expect(run.lines.count == 1 + 4 * 2)
    #expect(run.output.contains("\nb,withoutTreatmentTerms,14,9,"))
  }

  @Test func `a crossover warns`() throws {
    let run = try run("power", "design.yaml")
    #expect(run.status == 0)
    #expect(run.output.contains("Warning: alternating blocks cannot see learning."))
  }

  @Test(arguments: [
    ("P_K", "P_K: plasticity of a fully open window"), ("6", "Equation 6: mood"),
    ("ketamine", "Treatment ketamine: ketamine into a vein, one session (for the model only)"),
    ("sleep", "Equation 7: sleep"),
  ])
  func `a term is explained`(term: String, line: String) throws {
    let run = try run("explain", term)
    #expect(run.status == 0 && run.lines.contains(line))
  }

  @Test func `a term of the model has its value, unit, certainty and source`() throws {
    let lines = try run("explain", "P_K").lines
    for part in ["  value: 3.4579 (plasticity)", "  certainty: F, fitted", "  source: Price 2022"] {
      #expect(lines.contains { $0.hasPrefix(part) }, "\(part)")
    }
    #expect(lines.contains { $0.contains("P_K Wn") })
    let unknown = try run("explain", "ghost")
    #expect(
      unknown.status == 64 && unknown.errors.contains("Nothing in the model is called \"ghost\""))
  }

  @Test func `shards give what one run gives, and a part that is there is kept`() throws {
    let whole = try run("a.yaml", "--patients", "300", "--format", "json").output
    for shards in ["1", "3"] {
      let job = try run("plan", "a.yaml", "--patients", "300", "--shards", shards)
      try folder.write(job.output, to: "job.json")
      let parts = "parts-\(shards)"
      for shard in 0..<(Int(shards) ?? 0) {
        let run = try run("run", "--plan", "job.json", "--shard", "\(shard)", "--out", parts)
        #expect(run.status == 0)
      }
      let sum = try run("reduce", "--plan", "job.json", "--from", parts, "--format", "json")
      #expect(sum.output == whole)
    }
    let place = folder.file("parts-3/part-0.json")
    let before = try FileManager.default.attributesOfItem(atPath: place.path)[.systemFileNumber]
    _ = try run("run", "--plan", "job.json", "--shard", "0", "--out", "parts-3")
    let after = try FileManager.default.attributesOfItem(atPath: place.path)[.systemFileNumber]
    #expect(before as? Int == after as? Int)
    try folder.write("{", to: "parts-3/part-0.json")
    #expect(try run("reduce", "--plan", "job.json", "--from", "parts-3").status == 64)
    _ = try run("run", "--plan", "job.json", "--shard", "0", "--out", "parts-3")
    #expect(
      try run("reduce", "--plan", "job.json", "--from", "parts-3", "--format", "json").output
        == whole)
    try FileManager.default.removeItem(at: place)
    let missing = try run("reduce", "--plan", "job.json", "--from", "parts-3")
    #expect(missing.status == 64 && missing.errors.contains("1 of 3 parts are missing: 0"))
  }

  @Test func `whoever stops it gets what is done, said plainly`() throws {
    // Stopped when the first people are done, however slow the machine is.
    let line = """
      $anamnesis simulate a.yaml --patients 1000000 --progress > out 2> err & run=$!
      until grep -q 'of 1000000 people' err; do sleep 0.05; done
      kill -INT $run; wait $run; echo $?
      """
    let run = try Program.shell(line, in: folder)
    #expect(run.lines == ["130"])
    #expect(try folder.text("out").contains("Stopped early: only "))
    #expect(try folder.text("err").contains("Stopping. What is done so far will be printed."))
  }

  @Test(arguments: [
    (["simulate", "c.yaml"], "c.yaml: there is no such file"),
    (["simulate", "design.yaml"], "the plan: design.yaml: line 1: design: the key 'design'"),
    (["simulate", "power", "a.yaml"], "the design: a.yaml: line 1: the key 'kind' is missing"),
    (["simulate", "a.yaml", "--patients", "0"], "--patients: write a number from 1 to 1000000."),
    (["simulate", "compare", "a.yaml"], "Name at least two plans to compare."),
    (["simulate", "run", "--plan", "a.yaml", "--shard", "0", "--out", "p"], "a.yaml: "),
  ])
  func `what cannot be used is named with the cure`(arguments: [String], message: String) throws {
    let run = try Program.run(arguments, in: folder)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
  }
}
