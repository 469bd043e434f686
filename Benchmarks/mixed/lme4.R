# Times lmer() with its default settings and prints what each run took as one line of JSON.
#
#     Rscript lme4.R visits|moods FILE RUNS
#
# Only lmer() is timed: the file is read, columns typed and rows split beforehand.
suppressPackageStartupMessages(library(lme4))

arguments <- commandArgs(trailingOnly = TRUE)
table <- read.csv(arguments[2])
table$person <- factor(table$person)

run <- if (arguments[1] == "visits") {
  function() as.numeric(logLik(lmer(score ~ time + (time | person), table)))
} else {
  tables <- split(table, table$model)
  lags <- paste0("lag", 1:6)
  formula <- reformulate(
    c(lags, "(1 | person)", sprintf("(0 + %s | person)", lags)), "outcome")
  function() sum(sapply(tables, function(rows) as.numeric(logLik(lmer(formula, rows, REML = FALSE)))))
}

answer <- suppressMessages(run())
wall <- cpu <- numeric()
for (index in seq_len(as.integer(arguments[3]))) {
  taken <- system.time(suppressMessages(run()))
  wall <- c(wall, taken[["elapsed"]])
  cpu <- c(cpu, taken[["user.self"]] + taken[["sys.self"]])
}
join <- function(values) paste(format(values, digits = 15), collapse = ",")
cat(sprintf(
  '{"wall":[%s],"cpu":[%s],"answer":%.15g,"version":"%s"}\n', join(wall), join(cpu), answer,
  packageVersion("lme4")))
