# Writes documents.tsv: words' frequencies in documents, and what R's own tests give on them.
#
#     Rscript make_documents.R > documents.tsv        (R 4.2.2)
#
# X and Y are the frequencies above 0, ZeroX and ZeroY how many documents have none. Effects and their intervals are
# computed from their definitions over all pairs. NaN where R refuses.
set.seed(20240603)
fmt <- function(x) ifelse(is.nan(x) | is.na(x), "nan", sprintf("%.17g", x))
cat(paste(c("X", "Y", "ZeroX", "ZeroY", "mann_whitney_p:auto", "mann_whitney_p:continuity", "mann_whitney_p:normal",
            "mann_whitney_p:exact", "welch_t_p:welch", "welch_t_p:student", "cohens_d:pooled", "cohens_d:pooled#lo",
            "cohens_d:pooled#hi", "hedges_g:approximate", "hedges_g:exact", "hedges_g:exact#lo", "cliffs_delta:standard",
            "cliffs_delta:standard#lo", "cliffs_delta:standard#hi", "zeta:craig", "zeta:difference", "zeta:difference#lo",
            "zeta:difference#hi", "permutation_p:means"), collapse = "\t"), "\n", sep = "")

one <- function(x, y) {
  n <- length(x); m <- length(y); z <- qnorm(0.975)
  w <- function(...) suppressWarnings(wilcox.test(x, y, ...)$p.value)
  tied <- anyDuplicated(c(x, y)) > 0
  t <- function(...) tryCatch(t.test(x, y, ...)$p.value, error = function(e) NaN)
  v <- function(q) if (length(q) > 1) (length(q) - 1) * var(q) else 0
  s <- sqrt((v(x) + v(y)) / (n + m - 2))
  d <- if (s > 0) (mean(x) - mean(y)) / s else NaN
  dw <- z * sqrt((n + m) / (n * m) + d^2 / (2 * (n + m)))
  nu <- n + m - 2
  j <- 1 - 3 / (4 * nu - 1)
  jx <- exp(lgamma(nu / 2) - lgamma((nu - 1) / 2)) / sqrt(nu / 2)
  D <- sign(outer(x, y, "-"))
  delta <- mean(D)
  var_d <- if (n > 1 && m > 1) (m^2 * sum((rowMeans(D) - delta)^2) + n^2 * sum((colMeans(D) - delta)^2) - sum((D - delta)^2)) /
    (n * m * (n - 1) * (m - 1)) else NaN
  var_d <- max(var_d, (1 - delta^2) / (n * m - 1))
  q <- z^2 * var_d
  if (n < 2 || m < 2) ci <- c(NaN, NaN)
  else if (1 - delta^2 + q == 0) ci <- c(delta, delta)
  else ci <- (delta - delta^3 + c(-1, 1) * z * sqrt(var_d) * sqrt((1 - delta^2)^2 + q)) / (1 - delta^2 + q)
  # Newcombe's hybrid of Wilson's intervals, by R's own prop.test for the latter
  wilson <- function(k, n) prop.test(k, n, correct = FALSE)$conf.int
  kx <- sum(x > 0); ky <- sum(y > 0)
  zx <- suppressWarnings(wilson(kx, n)); zy <- suppressWarnings(wilson(ky, m))
  dz <- kx / n - ky / m
  zci <- c(dz - sqrt((kx / n - zx[1])^2 + (zy[2] - ky / m)^2), dz + sqrt((zx[2] - kx / n)^2 + (ky / m - zy[1])^2))
  # All divisions, where they are few.
  perm <- NA
  if (choose(n + m, n) <= 9999) {
    all <- c(x, y)
    sums <- combn(n + m, n, function(i) sum(all[i]))
    centre <- n / (n + m) * sum(all)
    perm <- mean(abs(sums - centre) >= abs(sum(x) - centre) - 1e-9)
  }
  nz <- function(q) paste(sprintf("%.17g", q[q > 0]), collapse = ",")
  same <- length(unique(c(x, y))) == 1
  p <- function(...) if (same) NaN else w(...)
  cat(nz(x), nz(y), sum(x == 0), sum(y == 0), fmt(p()), fmt(p(exact = FALSE)), fmt(p(exact = FALSE, correct = FALSE)),
      if (n * m > 1e4) "" else if (tied) "nan" else fmt(w(exact = TRUE)), fmt(t()), if (n + m > 2) fmt(if (n > 1 && m > 1) t(var.equal = TRUE) else NaN) else "nan",
      fmt(d), fmt(d - dw), fmt(d + dw), fmt(d * j), fmt(d * jx), fmt(jx * (d - dw)), fmt(delta), fmt(ci[1]), fmt(ci[2]),
      fmt(1 + dz), fmt(dz), fmt(zci[1]), fmt(zci[2]), if (is.na(perm)) "" else fmt(perm), sep = "\t")
  cat("\n")
}

one(c(4.1, 2.7, 5.6, 3.3, 6.2), c(1.9, 3, 2.2, 0.7))
one(c(1, 2, 3), c(4, 5, 6))
one(c(1, 1, 1), c(2, 2, 2))
one(c(2, 2, 2), c(2, 2, 2))
one(c(0, 0, 3), c(0, 0, 0, 1))
one(c(5, 1), c(2, 3))
one(3.5, c(1, 2, 4))
for (k in 1:60) {  # 3 to 20 documents a side, gamma frequencies, some absent
  n <- sample(3:20, 1); m <- sample(3:20, 1); zeros <- sample(c(0, 0, 0.3, 0.7), 1)
  f <- function(n, scale) round(ifelse(runif(n) < zeros, 0, rgamma(n, 2, scale = scale)), 3)
  one(f(n, 1), f(m, sample(c(1, 1.5, 4), 1)))
}
for (k in 1:15) {  # whole counts: many ties
  n <- sample(5:40, 1); m <- sample(5:40, 1)
  one(rpois(n, 2), rpois(m, sample(1:4, 1)))
}
one(round(rgamma(49, 2), 9), round(rgamma(49, 2.6), 9))
one(round(rgamma(50, 2), 9), round(rgamma(30, 2.6), 9))
one(round(rgamma(400, 2), 9), round(rgamma(300, 3), 9))
