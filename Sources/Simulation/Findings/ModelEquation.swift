/// An equation of the model in the symbols of its terms, for people who want to know what is inside.
public struct ModelEquation: Hashable, Sendable {
  /// Its number, such as `6`; a letter for what comes before the numbered ones.
  public let number: String
  /// What it is about, in plain words.
  public let name: String
  /// The equation; one day is one step.
  public let text: String
  /// The symbols of the terms whose numbers it has.
  public let symbols: [String]
  /// Where its form comes from.
  public let source: String
  /// What must be known before it is believed.
  public let caution: String

  init(
    _ number: String, _ name: String, _ text: String, _ symbols: [String], source: String,
    caution: String = ""
  ) {
    self.number = number
    self.name = name
    self.text = text
    self.symbols = symbols
    self.source = source
    self.caution = caution
  }

  /// All equations in the order in which a day goes.
  public static let all = beforeTheDay + mind + body + learning + forms
}

extension ModelEquation {
  private static let beforeTheDay = [
    ModelEquation(
      "a", "medicine: occupancy and what long occupancy adds",
      "occ += (dose - occ)(1 - e^(-1/tau_occ)); B += (occ - B)(1 - e^(-1/taus))",
      ["tau_occ", "taus"], source: "PET and pharmacokinetics; Castren 2013",
      caution: "In its first week an SSRI can raise learning from punishment instead."),
    ModelEquation(
      "b", "window of plasticity after a session",
      "K = K e^(-1/days) + a dose (1 - K); Wn = min(2, ds sum K); ln ds ~ N(-sd_ds²/2, sd_ds)",
      ["sd_ds", "P_K", "r_K"], source: "Nardou 2023 (mice); Price 2022",
      caution: "Windows of plasticity have not been shown in people."),
    ModelEquation(
      "c", "expectancy that visits bring",
      "E = E e^(-1/tau_ex) + ex0 xi visit; ln xi ~ N(-sd_xi²/2, sd_xi)",
      ["ex0", "tau_ex", "sd_xi", "J_ex"], source: "arms with placebo",
      caution: "Trials of rapid treatments could rarely be blinded."),
    ModelEquation(
      "d", "stressful events and stress load",
      "with chance lam_i: size ~ Exp(ev), at most 4 ev; L = L e^(-1/tauL) + size; ln lam_i ~ N(ln lam, sd_lam)",
      ["lam", "sd_lam", "ev", "tauL"], source: "assumed form",
      caution: "The load stands for circumstances that last, not for a hormone."),
  ]

  private static let mind = [
    ModelEquation(
      "1", "the day as it is perceived",
      "e' = env_i + shift + sig_e N + f m + d_e ds occ - 0.5 size",
      ["env", "sd_env", "d_comm", "sig_e", "f", "d_e"], source: "Eldar & Niv 2015; Michely 2020"),
    ModelEquation(
      "2", "balance of memories", "lg = ln(W+/W-), W = P + S", [], source: "Luce choice"),
    ModelEquation(
      "3", "which memories come: the chance of a positive one",
      "q = logistic(kap lg + beta_i m + d_q ds occ); ln beta_i ~ N(ln beta, sd_beta)",
      ["kap", "beta", "sd_beta", "d_q"], source: "Cohen & Kahana 2022",
      caution: "The share of positive memories differs more between ill and well than in studies."),
    ModelEquation(
      "4", "the affect of what is remembered", "R = (1 - c)(2q - 1)", [],
      source: "Cohen & Kahana 2022"),
    ModelEquation(
      "5", "precision of the core belief, and its weight",
      "pi* = pi/(1 + r_K Wn); w = pi*/(pi* + pi_ref)", ["r_K", "pi_ref"],
      source: "Carhart-Harris & Friston 2019",
      caution: "Trials do not identify it; without it little changes."),
    ModelEquation(
      "6", "mood",
      "m = rho m + (1 - rho)[a_r R + a_b w mu + a_e e' + a_z z - a_L L + E] + sig_m N; then "
        + "m += min(1.2, max(0, 0.6 - m)) (1 - e^-(ds sum J dose + J_ex xi visit))",
      ["rho", "a_r", "a_b", "a_e", "a_z", "a_L", "sig_m", "J_ex"],
      source: "Rutledge 2014; Eldar & Niv 2015",
      caution:
        "The rapid effect of a session is put in by hand (J): memory and plasticity do not make "
        + "it."),
    ModelEquation(
      "7", "sleep", "z = rz z + (1 - rz)(zm m - zL L) + sig_z N", ["rz", "zm", "zL", "sig_z"],
      source: "assumed"),
  ]

  private static let body = [
    ModelEquation(
      "8", "plasticity",
      "P += (max(0.15, P0_i - pm max(0,-m) - pL L) + P_s B - P)/tauP; Pe = max(0.05, (P + P_K Wn)(1 + cz z))",
      ["P0", "sd_P", "pm", "pL", "tauP", "cz", "P_s", "P_K"], source: "Branchi; Chiarotti 2017",
      caution: "Plasticity has no direction: it multiplies good and bad learning alike.")
  ]

  private static let learning = [
    ModelEquation(
      "9", "memories are laid down, come back, are practised and fade",
      "dP+ = eta Pe [max(0,e')(1 + gm m) + hr_n q (1-c) + hu_W u] - (decW + con)(P+ - 0.5); "
        + "dP- = eta Pe [max(0,-e')(1 - gm m) + hr_n (1-q)(1-c)] - (decW + con)(P- - 0.5); "
        + "con = cs (1 + cz z); dS = con (P - 0.5) - decS S",
      ["eta", "gm", "hr_n", "hu_W", "decW", "cs", "cz", "decS", "adh"],
      source: "Cohen & Kahana 2022; Benna & Fusi 2016",
      caution: "Practice alone fades too slowly in it against trials of memory training."),
    ModelEquation(
      "10", "the core belief, a Kalman filter",
      "pp = 1/(1/pi + om Pe); al = pi_o/(pp/(1 + r_K Wn) + pi_o); mu += al (e' + 0.5 R + hu_mu u - mu); "
        + "pi = min(400, pp + pi_o)", ["om", "pi_o", "hu_mu", "r_K"],
      source: "Mathys 2014; Carhart-Harris & Friston 2019",
      caution: "Weakly identified: very different numbers fit about as well."),
  ]

  private static let forms = [
    ModelEquation(
      "11", "reported severity", "theta += (th0 - th1 m + off_i - theta)/tau_th",
      ["th0", "th1", "sd_off", "tau_th"], source: "trials; NHANES"),
    ModelEquation(
      "12", "answers on the PHQ-9",
      "P(answer of item j >= k) = logistic(a_j (theta - th_z z [sleep item] - b_jk))", ["th_z"],
      source: "39,467 forms of NHANES 2005 to 2020",
      caution:
        "One form carries noise of 2.5 to 2.9 points. The item on self-harm means nothing here."),
    ModelEquation(
      "13", "a clinician's rating", "MADRS = clip(17 (0.95 - 1.15 m + N(0, 0.12)) - 2.7, 0, 60)",
      [], source: "assumed"),
    ModelEquation(
      "14", "specificity of memories",
      "s = s0 - 0.35 max(0,-m) - 0.9 c + 0.25 (P - 1) + trait", [],
      source: "67 works on overgeneral memory", caution: "The numbers are assumed."),
    ModelEquation(
      "15", "leaving a study in a week",
      "logit h = a0 + a1 (no fall of 20 % after week 4) + a2 (remitted) + a3 (week <= 2) + a4 burden "
        + "- a5 adherence", ["adh"], source: "published dropout of apps and trials"),
  ]
}
