/// The look of a report; the site shares it.
enum ReportStyle {
  /// The style sheet of the page; that of the charts comes beside it.
  static let sheet = """
    \(colours)
    \(type)
    \(boxes)
    \(paper)
    """

  private static let colours = """
    :root { color-scheme: light dark; --ink: #1b2733; --quiet: #54616e; --rule: #dfe4e9;
      --paper: #fff; --soft: #f4f6f8; --link: #0a5a94; --help: #fdf3ea; --help-edge: #a63f0b;
      --edge: #6b7885; --wrong: #a3201a; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e7ecf1; --quiet: #a8b4bf;
      --rule: #2a333c; --paper: #12171c; --soft: #1a2128; --link: #83c0f0; --help: #2a2019;
      --help-edge: #f2a36c; --edge: #8794a1; --wrong: #ffb3a9; } }
    """

  private static let type = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 54rem; padding: 1.5rem 1.25rem 3rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
    h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.2; font-weight: 650; }
    h2 { margin: 0 0 .75rem; font-size: 1.35rem; line-height: 1.25; font-weight: 650; }
    h3 { margin: 0 0 .5rem; font-size: 1.1rem; font-weight: 600; }
    p, ul { margin: 0 0 .75rem; max-width: 68ch; }
    ul { padding-left: 1.25rem; }
    li { margin-bottom: .35rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--link);
      outline-offset: 2px; }
    small { color: var(--quiet); font-size: .875rem; }
    header p { margin: 0 0 .15rem; color: var(--quiet); }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { position: static; }
    """

  private static let boxes = """
    .glance, .help { margin: 1.5rem 0 0; padding: 1.1rem 1.25rem .6rem; border-radius: .5rem;
      background: var(--soft); }
    .glance ul { list-style: none; padding: 0; }
    .glance li { padding-left: .9rem; border-left: 3px solid var(--rule); margin-bottom: .6rem; }
    .help.first { background: var(--help); border-left: 5px solid var(--help-edge); }
    .help.first p { font-size: 1.0625rem; }
    .help li { margin-bottom: .5rem; }
    .quiet, .help .quiet, .lead { color: var(--quiet); font-size: .9375rem; }
    .chapter { margin-top: 2.75rem; border-top: 1px solid var(--rule); padding-top: 1.5rem; }
    .part { margin-bottom: 2.25rem; }
    .part .chart { margin: 0 0 .75rem; }
    .part .chart > figcaption { margin: 0; }
    .part .chart > figcaption > strong { display: none; }
    .note { margin: 0 0 .35rem; color: var(--quiet); font-size: .9375rem; }
    .note strong { color: var(--ink); font-weight: 600; }
    dl { margin: 0 0 1rem; display: grid; gap: 0 2.5rem;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
    dl div { padding: .45rem 0; border-bottom: 1px solid var(--rule); }
    dl .flagged { border-left: 3px solid var(--help-edge); padding-left: .75rem; }
    dt { font-weight: 600; }
    dd { margin: 0; font-variant-numeric: tabular-nums; }
    dd small { display: block; }
    .numbers { overflow-x: auto; margin-bottom: .75rem; }
    .numbers.long { max-height: 36rem; overflow-y: auto; }
    .numbers table { border-collapse: collapse; font-size: .9375rem;
      font-variant-numeric: tabular-nums; }
    .numbers caption { position: absolute; left: -99rem; }
    .numbers th, .numbers td { padding: .3rem 1.1rem .3rem 0; text-align: left; font-weight: 400;
      border-bottom: 1px solid var(--rule); vertical-align: top; }
    .numbers thead th { font-weight: 600; }
    footer { margin-top: 2.75rem; border-top: 1px solid var(--rule); padding-top: 1rem;
      color: var(--quiet); font-size: .875rem; overflow-wrap: anywhere; }
    """

  private static let paper = """
    @page { size: A4; margin: 16mm 15mm; }
    @media print {
      :root { --ink: #000; --quiet: #333; --rule: #bbb; --paper: #fff; --soft: #fff; --link: #000;
        --help: #fff; --help-edge: #000; --edge: #666; --wrong: #000; }
      body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.4; }
      h1 { font-size: 18pt; } h2 { font-size: 13.5pt; } h3 { font-size: 11.5pt; }
      h2, h3 { break-after: avoid; }
      p, li { orphans: 3; widows: 3; }
      .skip { display: none; }
      .glance, .help { border: 1px solid #999; break-inside: avoid; }
      .glance a { display: none; }
      .help.first { border: 2px solid #000; }
      .help, .chart, dl div, tr { break-inside: avoid; }
      .lead, .part > p:not(.note) { break-after: avoid; }
      .part .chart .chart-wide svg { max-width: 14.5cm; }
      .part .chart .chart-legend { margin: .15rem 0 .35rem; gap: .1rem 1rem; font-size: 8.5pt; }
      .part .chart .chart-summary { margin: .15rem 0; }
      .chapter { margin-top: 1.5rem; padding-top: 1rem; }
      .part { margin-bottom: 1.25rem; }
      .numbers, .numbers.long { overflow: visible; max-height: none; }
      .numbers + .note, .chart + .note { break-before: avoid; }
    }
    """
}
