/// The record has a fact named `Void`; tests mean the language's.
typealias Void = Swift.Void
