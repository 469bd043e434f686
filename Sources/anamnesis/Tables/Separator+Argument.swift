public import ArgumentParser
public import Interchange

extension Separator: ExpressibleByArgument {}
