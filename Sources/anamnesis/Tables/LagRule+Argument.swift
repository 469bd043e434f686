public import ArgumentParser
public import Inference

extension LagRule: ExpressibleByArgument {}
