/// Memory for all people of a mixed model, allocated once for a whole search.
final class WorkingMemory {
  private let q: Int
  private let r: Int
  private let people: Int
  private let memory: UnsafeMutableBufferPointer<Double>
  /// How many numbers belong to a person: Z'Z, Z'[X y], L, A and C.
  private let stride: Int
  /// What any person may use in passing.
  private let passing: UnsafeMutableBufferPointer<Double>

  init(_ products: PersonProducts) {
    q = products.effects
    r = products.fixed + 1
    people = products.people
    stride = 3 * q * q + 2 * q * r
    passing = .allocate(capacity: 2 * q + q * r)
    passing.initialize(repeating: 0)
    memory = .allocate(capacity: max(people * stride, 1))
    memory.initialize(repeating: 0)
    for person in 0..<people {
      let base = person * stride
      for place in 0..<q * q { memory[base + place] = products.squares[person * q * q + place] }
      for place in 0..<q * r {
        memory[base + q * q + place] = products.sides[person * q * r + place]
      }
    }
  }

  deinit {
    memory.deallocate()
    passing.deallocate()
  }

  /// One person's part.
  func kernel(_ person: Int, _ ends: UnsafeBufferPointer<Int>) -> PersonKernel {
    let base = person * stride
    func part(_ from: Int, _ count: Int) -> UnsafeMutableBufferPointer<Double> {
      UnsafeMutableBufferPointer(rebasing: memory[base + from..<base + from + count])
    }
    let squares = q * q
    let sides = q * r
    return PersonKernel(
      q: q, r: r, ends: ends, squares: part(0, squares), sides: part(squares, sides),
      lower: part(squares + sides, squares), image: part(2 * squares + sides, squares),
      whitened: part(3 * squares + sides, sides),
      spare: UnsafeMutableBufferPointer(rebasing: passing[0..<2 * q]),
      remnant: UnsafeMutableBufferPointer(rebasing: passing[(2 * q)...]))
  }

  /// L of a person, row after row.
  func lower(_ person: Int) -> [Double] {
    let base = person * stride + q * q + q * r
    return Array(memory[base..<base + q * q])
  }
}
