/// The members of a JSON object in the order they were written.
///
/// Objects of a record are small, so a member is found by looking through them.
public struct JSONObject: Hashable, Sendable {
  /// One name and its value.
  public struct Member: Hashable, Sendable {
    /// The member's name.
    public let name: String
    /// The member's value.
    public var value: JSONValue

    /// Creates a member.
    ///
    /// - Parameters:
    ///   - name: the member's name.
    ///   - value: the member's value.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  /// The members in order; no two have the same name.
  public private(set) var members: [Member] = []

  /// Creates an empty object.
  public init() {}

  /// Keeps members whose names are known to differ.
  init(distinct members: [Member]) { self.members = members }

  /// The value of the member with a name; setting it appends, replaces or removes the member.
  ///
  /// - Parameter name: the member's name.
  public subscript(name: String) -> JSONValue? {
    get { index(of: name, from: 0).map { members[$0].value } }
    set {
      switch (index(of: name, from: 0), newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  /// The position of a name, looking first from where the last search ended: members are mostly
  /// asked for in the order they stand in.
  func index(of name: String, from start: Int) -> Int? {
    let count = members.count
    var index = start < count ? start : 0
    for _ in 0..<count {
      if members[index].name == name { return index }
      index += 1
      if index == count { index = 0 }
    }
    return nil
  }

  /// The same members ordered by name.
  func sorted() -> JSONObject {
    JSONObject(distinct: members.sorted { $0.name < $1.name })
  }
}
