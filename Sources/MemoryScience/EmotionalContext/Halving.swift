private import Foundation

/// What is left after a time, 2^(-time/halfLife).
func halving(_ time: Double, _ halfLife: Double) -> Double { exp2(-time / halfLife) }
