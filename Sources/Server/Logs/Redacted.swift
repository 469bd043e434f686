/// Something that may be used and never written down: whatever prints it prints `[redacted]`.
struct Redacted<Value> {
  /// The thing itself.
  let value: Value

  /// Wraps a thing.
  init(_ value: Value) { self.value = value }
}

extension Redacted: Sendable where Value: Sendable {}

extension Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "[redacted]" }
  var debugDescription: String { "[redacted]" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
