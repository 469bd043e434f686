public import ArgumentParser
public import Care

extension Audience: ExpressibleByArgument {}
