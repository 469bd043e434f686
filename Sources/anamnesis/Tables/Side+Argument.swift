public import ArgumentParser
public import Inference

extension ControlChart.Side: ExpressibleByArgument {}
