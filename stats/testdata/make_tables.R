# Writes tables.tsv: 260 random 2×2 tables a b / c d and what R's own tests give on them.
#
#     Rscript make_tables.R > tables.tsv        (R 4.2.2)
#
# chisq.test without and with correction, fisher.test two-sided and one-sided, the hypergeometric tail as a logarithm, the
# bounds of binom.test for a/(a+b), log-likelihood from its definition and its p as a logarithm. A table is read as a pair
# (a = O11, a+b = f1, a+c = f2) and as a word in two corpora (a and c occurrences in corpora of a+b and c+d tokens).
set.seed(20240607)
f <- function(x) sprintf("%.17g", x)
cat(paste(c("a", "b", "c", "d", "chi2", "yates", "fisher", "fisher_greater", "fisher_less", "ln_upper", "binom_lo", "binom_hi",
            "g2", "ln_p_g2", "ln_p_chi2"), collapse = "\t"), "\n", sep = "")
one <- function(a, b, c, d) {
  m <- matrix(c(a, b, c, d), 2, byrow = TRUE)
  s <- function(...) suppressWarnings(chisq.test(m, ...)$statistic)
  e <- outer(rowSums(m), colSums(m)) / sum(m)
  g2 <- 2 * sum(ifelse(m > 0, m * log(m / e), 0))
  ci <- binom.test(a, a + c, conf.level = 0.95)$conf.int
  p <- function(alt) fisher.test(m, alternative = alt)$p.value
  cat(a, b, c, d, f(s(correct = FALSE)), f(s(correct = TRUE)), f(p("two.sided")), f(p("greater")), f(p("less")),
      f(phyper(a - 1, a + b, c + d, a + c, lower.tail = FALSE, log.p = TRUE)), f(ci[1]), f(ci[2]), f(g2),
      f(pchisq(g2, 1, lower.tail = FALSE, log.p = TRUE)), f(pchisq(s(correct = FALSE), 1, lower.tail = FALSE, log.p = TRUE)),
      sep = "\t")
  cat("\n")
}
n <- 0
while (n < 130) {  # small tables, empty cells among them
  v <- rpois(4, runif(4, 0.5, 12))
  if (sum(v[1:2]) == 0 || sum(v[3:4]) == 0 || sum(v[c(1, 3)]) == 0 || sum(v[c(2, 4)]) == 0) next
  one(v[1], v[2], v[3], v[4]); n <- n + 1
}
while (n < 260) {  # words of corpora of 10^4 to 10^9 tokens
  size <- round(10^runif(2, 4, 9)); rate <- 10^runif(1, -7, -2)
  k <- pmin(rpois(2, size * rate * exp(rnorm(2))), size %/% 2)
  if (sum(k) == 0 || max(k) > 1e6) next
  one(k[1], size[1] - k[1], k[2], size[2] - k[2]); n <- n + 1
}
