public import ArgumentParser
public import MemoryScience

extension TaskName: ExpressibleByArgument {}

extension SpanDesign.Direction: ExpressibleByArgument {}

extension SpanRule.Kind: ExpressibleByArgument {}
