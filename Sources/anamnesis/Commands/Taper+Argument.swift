public import ArgumentParser
public import Care

extension TaperRequest.Mode: ExpressibleByArgument {}

extension FormulationSet.Splitting: ExpressibleByArgument {}
