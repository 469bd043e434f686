import JSON
import MemoryScience

/// What `anamnesis task list` prints.
struct TaskListResult: AnalysisResult {
  var json: JSONValue {
    .array(
      TaskDescription.all.map { task in
        .object([
          "name": .string(task.name.rawValue), "title": .string(task.title),
          "measures": .string(task.measures), "minutes": .number(task.minutes),
          "forms": task.forms.map { .number($0) } ?? .null, "practice": .string(task.practice),
        ])
      })
  }

  var lines: [String] {
    TaskDescription.all.flatMap { task in
      let forms = task.forms.map { counted($0, "form") + " a seed" } ?? "any number of forms"
      return [
        "\(task.name.rawValue): \(task.title), about \(counted(task.minutes, "minute")), \(forms)",
        "  measures: \(task.measures)", "  practice: \(task.practice)",
      ]
    }
  }
}
