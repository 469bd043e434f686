# Reference fits of the cumulative probit model with a random intercept.
#
#   Rscript Benchmarks/ordinal/reference.R
#
# Draws answers.csv (60 people, 8 answers each, 0 to 3, one regressor) and prints the maximum
# likelihood fits by ordinal::clmm (adaptive Gauss-Hermite, 25 points) and ordinal::clm.
# Made with R 4.2.2 and ordinal 2022.11-16; the numbers stand in CumulativeProbitTests.swift.
library(ordinal)
set.seed(20260831)
people <- 60
answers <- 8
person <- rep(seq_len(people), each = answers)
x <- round(rnorm(people * answers), 3)
u <- rnorm(people)
latent <- 0.5 * x + 1.2 * u[person] + rnorm(people * answers)
answer <- findInterval(latent, c(-0.3, 0.9, 1.8))
data <- data.frame(person, x, answer)
write.csv(data, "Benchmarks/ordinal/answers.csv", row.names = FALSE, quote = FALSE)

print(R.version.string)
print(packageVersion("ordinal"))
data$answer <- factor(data$answer, ordered = TRUE)
data$person <- factor(data$person)
show <- function(fit) {
  print(format(coef(fit), digits = 10))
  print(format(sqrt(diag(vcov(fit))), digits = 8))
  print(format(as.numeric(logLik(fit)), digits = 12))
}
mixed <- clmm(answer ~ x + (1 | person), data = data, link = "probit", nAGQ = 25,
              control = clmm.control(gradTol = 1e-6))
show(mixed)
print(format(as.numeric(mixed$ST[[1]]), digits = 10))
plain <- clmm(answer ~ 1 + (1 | person), data = data, link = "probit", nAGQ = 25,
              control = clmm.control(gradTol = 1e-6))
print(format(c(coef(plain), as.numeric(plain$ST[[1]]), logLik(plain)), digits = 10))
show(clm(answer ~ x, data = data, link = "probit", control = list(gradTol = 1e-10)))
