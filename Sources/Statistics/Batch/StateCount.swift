/// The number of states; the usual numbers are types, for which code is compiled apart.
protocol StateCount {
  var count: Int { get }
}

struct OneState: StateCount {
  var count: Int { 1 }
}

struct TwoStates: StateCount {
  var count: Int { 2 }
}

struct ThreeStates: StateCount {
  var count: Int { 3 }
}

struct FourStates: StateCount {
  var count: Int { 4 }
}

struct ManyStates: StateCount {
  let count: Int
}
