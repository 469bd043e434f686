import Charts

/// The look of the site: that of a report, that of the charts, and that of forms and bars.
public enum WebStyle {
  /// The style sheet, to be served as ``Asset/style``.
  public static let sheet = """
    \(ReportStyle.sheet)
    \(Figure.stylesheet)
    \(bars)
    \(forms)
    \(lists)
    \(ending)
    \(adaptations)

    """

  private static let bars = """
    .site { scroll-padding-bottom: 9rem; }
    .site body { padding-top: .75rem; }
    .bar { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem;
      margin-bottom: 2rem; padding-bottom: .75rem; border-bottom: 1px solid var(--rule); }
    .bar ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0; padding: 0;
      list-style: none; max-width: none; }
    .bar li { margin: 0; }
    .bar a, .bar button.plain { display: inline-block; padding: .5rem 0; line-height: 1.5; }
    .bar .now { padding: .5rem .9rem; border: 1px solid var(--help-edge); border-radius: 2rem;
      background: var(--help); color: var(--ink); font-weight: 600; text-decoration: none; }
    .demo { margin: -1rem 0 1.75rem; padding: .5rem .9rem; border: 1px dashed var(--edge);
      border-radius: .35rem; font-size: .9375rem; }
    .emergency { margin: -1rem 0 1.75rem; padding: .5rem .9rem; border: 2px solid var(--wrong);
      border-radius: .35rem; }
    .about { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem;
      margin: -1rem 0 1.5rem; }
    .about a { display: inline-block; padding: .25rem 0; }
    .way { margin: 0 0 .35rem; }
    .way a { display: inline-block; padding: .25rem 0; }
    .way .action { margin-bottom: .75rem; padding: .55rem 1.25rem; }
    .site header { margin-bottom: 1.5rem; }
    .site header p { max-width: 60ch; color: var(--ink); font-size: 1.0625rem; }
    .site .help.first { margin-top: 0; }
    .site main > section { margin-top: 2.25rem; }
    .site main > section:first-child { margin-top: 0; }
    """

  private static let forms = """
    .form { max-width: 30rem; margin: 0 0 1.5rem; }
    .form:has(textarea) { max-width: 40rem; }
    .field { margin: 0 0 1.35rem; }
    .field label, legend { display: block; padding: 0; font-weight: 600; }
    .field .hint, .field .why { margin: .1rem 0 .35rem; font-size: .9375rem; }
    .hint { color: var(--quiet); }
    .why { color: var(--wrong); }
    .field.wrong { padding-left: .9rem; border-left: 5px solid var(--wrong); }
    fieldset { margin: 0 0 1.35rem; padding: 0; border: 0; min-width: 0; }
    input, select, textarea { display: block; width: 100%; min-height: 2.75rem; margin-top: .3rem;
      padding: .5rem .7rem; border: 1px solid var(--edge); border-radius: .35rem;
      background: var(--paper); color: var(--ink); font: inherit; }
    input[name="code"], input[name="recoveryCode"] { max-width: 16rem; letter-spacing: .08em;
      font-variant-numeric: tabular-nums; }
    input[type="hidden"] { display: none; }
    input[type="radio"] { width: 1.5rem; height: 1.5rem; min-height: 0; margin: 0; flex: none; }
    .wrong input, .wrong textarea { border: 2px solid var(--wrong); }
    .choice { display: flex; align-items: flex-start; gap: .7rem; padding: .4rem 0; }
    .choice label { font-weight: 400; }
    button, .action { display: inline-block; min-height: 2.75rem; padding: .55rem 1.25rem;
      border: 2px solid transparent; border-radius: .35rem; background: var(--link);
      color: var(--paper); font: inherit; font-weight: 600; line-height: 1.4; text-decoration: none;
      cursor: pointer; }
    button.grave { background: var(--wrong); }
    button.small { min-height: 2.25rem; padding: .25rem .9rem; border: 1px solid var(--edge);
      background: var(--paper); color: var(--ink); font-weight: 400; }
    button.plain { min-height: 0; border: 0; background: none; color: var(--link);
      font-weight: 400; text-decoration: underline; text-underline-offset: .15em; }
    button:focus-visible, input:focus-visible, textarea:focus-visible, .action:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    .problem, .done, .told { margin: 0 0 1.75rem; padding: 1rem 1.25rem .5rem; max-width: 40rem;
      border: 1px solid var(--rule); border-left: 5px solid var(--wrong); border-radius: .35rem; }
    .done { padding-bottom: 1rem; border-left-color: var(--link); background: var(--soft); }
    p.told { padding-bottom: 1rem; }
    .told { border-left-color: var(--help-edge); background: var(--help); }
    .problem h2, .told h2 { margin-bottom: .4rem; font-size: 1.1rem; }
    .problem ul { padding: 0; list-style: none; }
    .problem a { display: inline-block; padding: .1rem 0; }
    """

  private static let lists = """
    .places, .rows, .countries { margin: 0 0 1.5rem; padding: 0; list-style: none; max-width: none; }
    .places { display: grid; gap: .9rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); }
    .places li { margin: 0; padding: 1rem 1.15rem; border: 1px solid var(--rule);
      border-radius: .5rem; }
    .places a { display: inline-block; padding: .1rem 0; font-size: 1.125rem; font-weight: 600; }
    .places p { margin: .15rem 0 0; color: var(--quiet); }
    .rows > li { display: flex; flex-wrap: wrap; align-items: center;
      justify-content: space-between; gap: .35rem 1.5rem; margin: 0; padding: .8rem 0;
      border-bottom: 1px solid var(--rule); }
    .rows > li > div:first-child { flex: 1 1 18rem; min-width: 0; }
    .rows p { margin: 0; }
    .rows p + p { margin-top: .1rem; color: var(--quiet); font-size: .9375rem; }
    .rows a { display: inline-block; padding: .15rem 0; }
    .buttons { display: flex; flex-wrap: wrap; gap: .5rem; }
    .mark { display: inline-block; padding: 0 .5rem; border: 1px solid var(--help-edge);
      border-radius: 1rem; background: var(--help); color: var(--ink); font-size: .875rem; }
    .countries li { margin: 0; padding: .35rem 0; border-bottom: 1px solid var(--rule); }
    .countries a, .site .help li a { display: inline-block; min-height: 1.75rem; padding: .1rem 0; }
    .codes { display: grid; gap: .4rem 2rem; margin: 0 0 1.5rem; padding: 1rem 1.25rem;
      grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); list-style: none;
      border: 1px solid var(--edge); border-radius: .35rem; }
    .codes li { margin: 0; }
    code { font: 1.0625rem/1.5 ui-monospace, monospace; }
    .secret { display: block; padding: .6rem .8rem; border-radius: .35rem; background: var(--soft); }
    .written { max-width: 40rem; margin: 0 0 1.75rem; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    .qr { display: block; width: 15rem; max-width: 100%; height: auto; margin: 0 0 .75rem; }
    .pager { display: flex; gap: 1.5rem; }
    .pager a { padding: .4rem 0; }
    .events td, .events th { white-space: nowrap; }
    """

  private static let ending = """
    .ending { position: fixed; inset: auto 0 0 0; padding: .9rem 1.25rem; visibility: hidden;
      border-top: 3px solid var(--help-edge); background: var(--help);
      animation: appear 1ms linear forwards; }
    .ending p { margin: 0 auto; max-width: 51.5rem; }
    @keyframes appear { to { visibility: visible; } }
    \(SiteBar.warnings.map { ".after-\($0) { animation-delay: \($0 * 60)s; }" }
      .joined(separator: "\n"))
    """

  private static let adaptations = """
    @media (forced-colors: active) { button, .action { border-color: ButtonText; }
      button.plain { border: 0; } .qr { forced-color-adjust: none; } }
    @media print { .bar, .ending, .form, form, .buttons, .site footer { display: none; }
      .codes { border: 1px solid #999; } .rows > li { break-inside: avoid; } }
    """
}
